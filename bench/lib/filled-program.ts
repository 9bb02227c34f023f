import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../../scripts/lib/postgres.ts'
import { readKeys } from '../../src/db/keys.ts'
import { makeRegister, type Register } from './register.ts'
import { freePort, type RunningServer, startServer } from './server.ts'

type Filled = { url: string; register: Register; server: RunningServer }

/** Runs a bench against the program on a PostgreSQL of its own, durable and filled; nothing of it stays behind. */
export const withFilledProgram = async (
  size: Parameters<typeof makeRegister>[2],
  run: (filled: Filled) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-bench-'))
  const cluster = await startCluster({ durable: true })
  try {
    const keyFile = join(folder, 'bench.key')
    const register = await makeRegister(cluster.url, readKeys(keyFile), size)
    const environment = {
      DATABASE_URL: cluster.url,
      KAIKU_KEY_FILE: keyFile,
      DATA_DIR: join(folder, 'data'),
    }
    const server = await startServer(environment, await freePort())
    await run({ url: cluster.url, register, server })
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
