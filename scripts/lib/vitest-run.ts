import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, ROOT, runStep } from './steps.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Runs vitest once, shown as ever, and counts what it did from its JSON report. `args` are vitest's own. */
export const runVitest = async (args: string[]): Promise<{ outcome: Outcome; tally: Tally }> => {
  const folder = join(ROOT, 'test-results')
  const file = join(folder, `vitest-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const outcome = await runStep({ name: 'tests', command: ['vitest', 'run', ...reporters, ...args] })
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
  rmSync(file, { force: true })
  return { outcome, tally: tallyOf(report, outcome.passed) }
}
