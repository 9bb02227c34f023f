import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../../scripts/lib/postgres.ts'

/**
 * Runs a script over and over, as the role that requests act in.
 * @returns the mean time of a transaction in milliseconds
 * @throws when one of them fails
 */
export const pgbench = (
  url: string,
  script: string,
  { clients, seconds }: { clients: number; seconds: number },
): number => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-pgbench-'))
  try {
    writeFileSync(join(folder, 'script.sql'), script)
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)]
    const output = execFileSync(join(findPostgres()!, 'pgbench'), [...options, '-f', 'script.sql', url], {
      ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
      env: { ...process.env, PGOPTIONS: '-c role=kaiku_app -c jit=off' },
    })
    return Number(/latency average = ([\d.]+)/.exec(output)![1])
  } finally {
    rmSync(folder, { recursive: true })
  }
}
