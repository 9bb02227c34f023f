/**
 * `kill -9` of the server at random moments while clients post uses and send each again until it is answered.
 * Every acknowledged use must be in the register exactly once, whole: with its audit row, its answer and its counts.
 * `--engine postgres|pglite` (both when not said), `--kills 20`, `--uses 2000`.
 */
import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startCluster } from '../scripts/lib/postgres.ts'
import type { Engine } from '../src/db/db.ts'
import { claimInstallation, readKeys } from '../src/db/keys.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectPGlite } from '../src/db/pglite.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { fillRegister, type Register } from './lib/register.ts'
import { freePort, type RunningServer, startServer } from './lib/server.ts'
import { printTable } from './lib/table.ts'
import { countAll, countLost, isWhole } from './lib/whole-uses.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    kills: { type: 'string', default: '20' },
    uses: { type: 'string', default: '2000' },
  },
})
const kills = Number(values.kills)
const uses = Number(values.uses)
const clients = 8
const port = await freePort()

type Acknowledged = Map<string, string>

/** Posts one use until the server has answered it, whatever happens to the server meanwhile. */
const postUntilAnswered = async (register: Register, acknowledged: Acknowledged, deadline: number) => {
  const key = randomUUID()
  const { siteId, key: bearer } = register.keys[randomInt(register.keys.length)]!
  const body = JSON.stringify({
    code: register.codes[randomInt(register.codes.length)],
    siteId,
    adults: 1,
    children: randomInt(4),
    usedAt: new Date().toISOString(),
  })
  const headers = {
    authorization: `Bearer ${bearer}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/uses`, { method: 'POST', headers, body })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => null)
    if (answer?.status === 201) {
      acknowledged.set(key, (JSON.parse(answer.text) as { id: string }).id)
      return
    }
    if (answer && answer.status < 500)
      throw new Error(`A good use was refused: ${answer.status} ${answer.text}`)
    await sleep(50)
  }
  throw new Error('A use was never answered')
}

const runClients = async (register: Register, acknowledged: Acknowledged, deadline: number) => {
  let begun = 0
  const client = async () => {
    while (begun++ < uses) await postUntilAnswered(register, acknowledged, deadline)
  }
  await Promise.all(Array.from({ length: clients }, client))
}

/** Kills and restarts, spread over the whole run by the number of uses acknowledged so far. */
const killNowAndThen = async (
  start: () => Promise<RunningServer>,
  first: RunningServer,
  acknowledged: Acknowledged,
) => {
  let server = first
  for (let kill = 1; kill <= kills; kill++) {
    const after = (uses * kill) / (kills + 1)
    while (acknowledged.size < after) await sleep(2)
    await sleep(randomInt(40))
    await server.kill()
    server = await start()
  }
  return server
}

const drill = async (engine: Engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-drill-'))
  const cluster = engine === 'postgres' ? await startCluster({ durable: true }) : null
  const dataDirectory = join(folder, 'data')
  const keyFile = join(folder, 'drill.key')
  const open = () => (cluster ? connectPostgres(cluster.url, 2) : connectPGlite(dataDirectory))
  try {
    const connection = await open()
    await migrate(connection)
    const keys = readKeys(keyFile)
    await claimInstallation(connection.pool, keys, false, new Date())
    const register = await fillRegister(connection, keys, { cards: 500, sites: 20 })
    await connection.close()

    const environment: Record<string, string> = { DATA_DIR: dataDirectory, KAIKU_KEY_FILE: keyFile }
    if (cluster) environment.DATABASE_URL = cluster.url
    const start = () => startServer(environment, port)
    const acknowledged: Acknowledged = new Map()
    const begun = Date.now()
    const first = await start()
    const [server] = await Promise.all([
      killNowAndThen(start, first, acknowledged),
      runClients(register, acknowledged, begun + 10 * 60_000),
    ])
    const seconds = ((Date.now() - begun) / 1000).toFixed(0)
    await server.stop()

    const after = await open()
    const counts = await countAll(after)
    const lost = await countLost(after, acknowledged.values())
    await after.close()
    const doubled = counts.uses - acknowledged.size
    printTable([{ engine, kills, acknowledged: acknowledged.size, ...counts, lost, doubled, seconds }])
    if (lost > 0 || doubled !== 0 || !isWhole(counts)) process.exitCode = 1
  } finally {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const engines: Engine[] = values.engine ? [values.engine as Engine] : ['postgres', 'pglite']
for (const engine of engines) await drill(engine)
