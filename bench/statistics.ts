/**
 * The statistics at 300,000, 3 million and (asked for: `tsx bench/statistics.ts 30000000`) 30 million uses on
 * PostgreSQL: database time of what each view asks, under the right of whoever asks, and the time of a full recount.
 * Goals: at most 20 ms at 300,000 uses, and three times as much as there at the largest.
 */
import { sql } from 'kysely'
import { startCluster } from '../scripts/lib/postgres.ts'
import type { Connection } from '../src/db/db.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { findDifferences } from '../src/statistics/rollup-queries.ts'
import { countRollups, makeManyUses } from './lib/many-uses.ts'
import { makeReaders } from './lib/statistics-readers.ts'
import { fillReadings, type Reading, readings } from './lib/statistics-readings.ts'
import { median, printTable } from './lib/table.ts'

const asked = process.argv.slice(2).map(Number)
const sizes = asked.length > 0 ? [300_000, ...asked] : [300_000, 3_000_000]
const runs = 9

const milliseconds = async (run: () => Promise<unknown>) => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The middle of several runs, each within a transaction that says who asks, as a page is read. */
const timeOf = async ({ read }: Connection, { proof, ask }: Reading): Promise<number> => {
  const taken: number[] = []
  for (let run = 0; run <= runs; run++) taken.push(await read((db) => milliseconds(() => ask(db)), proof))
  return median(taken.slice(1)) // the first one reads from the disk, and prepares
}

/** Fills a database. Says how long each step takes, in seconds. */
const fill = async (connection: Connection, size: { uses: number; cards: number }): Promise<void> => {
  const said: string[] = []
  const step = async (what: string, run: () => Promise<unknown>) =>
    said.push(`${what} in ${((await milliseconds(run)) / 1000).toFixed(1)} s`)
  console.log(`\n${size.uses} uses, ${size.cards} cards`)
  await migrate(connection)
  await step('filled', () => makeManyUses(connection, size))
  await step('rollups counted', () => countRollups(connection))
  await sql`vacuum analyze`.execute(connection.pool)
  await step('published', () => fillReadings(connection))
  await sql`vacuum analyze`.execute(connection.pool)
  await step('verified', async () => {
    const [first] = await findDifferences(connection.pool, null)
    if (first) throw new Error(`After a count ${JSON.stringify(first)} differs.`)
  })
  console.log(said.join(', '))
}

/** @returns milliseconds by the name of the reading */
const measureSize = async (uses: number): Promise<Map<string, number>> => {
  const settings = { max_wal_size: '4GB', maintenance_work_mem: '256MB' }
  const cluster = await startCluster({ durable: true, settings })
  try {
    const connection = await connectPostgres(cluster.url, 2)
    await fill(connection, { uses, cards: Math.min(100_000 + uses / 20, 1_000_000) })
    const times = new Map<string, number>()
    for (const reading of readings(await makeReaders(connection)))
      times.set(reading.name, await timeOf(connection, reading))
    await connection.close()
    return times
  } finally {
    await cluster.stop()
  }
}

const measured: Map<string, number>[] = []
for (const uses of sizes) measured.push(await measureSize(uses))
const names = [...measured[0]!.keys()]
const ratioOf = (name: string) => measured.at(-1)!.get(name)! / measured[0]!.get(name)!
printTable(
  names.map((name) => ({
    view: name,
    ...Object.fromEntries(
      measured.map((times, index) => [`ms at ${sizes[index]}`, times.get(name)!.toFixed(1)]),
    ),
    ratio: ratioOf(name).toFixed(2),
  })),
)
// Below a few milliseconds the clock says more of the machine than of the query.
const isSlow = (name: string) =>
  measured[0]!.get(name)! > 20 || (measured.at(-1)!.get(name)! > 3 && ratioOf(name) > 3)
const slow = names.filter(isSlow)
if (slow.length > 0) {
  console.log(`\nToo slow: ${slow.join(', ')}.`)
  process.exitCode = 1
}
