/** Random sequences of deeds on both databases, far more than `npm test` plays: `tsx bench/rollups.ts [sequences]`. */
import { execFileSync } from 'node:child_process'

const [sequences = '6000'] = process.argv.slice(2)
execFileSync(
  'npx',
  ['vitest', 'run', '--project', 'pglite', '--project', 'postgres', 'src/statistics/rollups.test'],
  {
    stdio: 'inherit',
    env: { ...process.env, ROLLUP_SEQUENCES: sequences },
  },
)
