/**
 * Moving 100,000 cards whose numbers lie between 10,000 registered ones, as one range operation, beside the plain way:
 * an update of a column in as many rows of a table with the same index. Goal: at most one second, on PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { startCluster } from '../scripts/lib/postgres.ts'
import type { Pool } from '../src/db/db.ts'
import { readKeys } from '../src/db/keys.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { moveStock } from '../src/stock/ledger-queries.ts'
import type { Destination } from '../src/stock/rules.ts'
import { makeRegister } from './lib/register.ts'
import { median, printTable } from './lib/table.ts'

const cards = 100_000
const given = 10_000
const every = cards / given
const rounds = 5

const milliseconds = async (run: () => Promise<unknown>) => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** A run of codes at one unit, every tenth card registered, and a table as wide as it takes to hold their places. */
const fill = async (db: Pool) => {
  await sql`select print_run_make('Mittaus', 'personal', 'made',
    (select array_agg(sha256(n::text::bytea)) from generate_series(1, ${cards}::int) n),
    array_fill('TEST'::text, array[${cards}::int]), array_fill('new'::text, array[${cards}::int]), 1::smallint, null,
    'bench', now())`.execute(db)
  const { rows } = await sql<{ first: number; unit: number }>`
    select first_serial as first, (select min(id) from issuing_unit) as unit from print_run`.execute(db)
  const { first, unit } = rows[0]!
  const by = { actor: 'bench', now: new Date() }
  await db
    .transaction()
    .execute((write) =>
      moveStock(write, { first, last: first + cards - 1 }, { place: 'unit', unitId: unit }, by),
    )
  // Registered as if one after another, each in a transaction of its own: what they leave of the ranges.
  await sql`delete from stock_range`.execute(db)
  await sql`insert into stock_range (first_serial, last_serial, card_type, place, unit_id)
    select n, n + ${every - 2}::int, 'personal', 'unit', ${unit}::int
    from generate_series(${first}::int, ${first + cards - 1}::int, ${every}::int) n`.execute(db)
  await sql`create table row_by_row as select serial, 'unit' as place, ${unit}::int as unit_id
    from card where serial >= ${first} and (serial - ${first} + 1) % ${every}::int <> 0`.execute(db)
  await sql`create index on row_by_row (place, unit_id)`.execute(db)
  await sql`analyze`.execute(db)
  return { first, unit }
}

const folder = mkdtempSync(join(tmpdir(), 'kaiku-bench-'))
const cluster = await startCluster({ durable: true })
try {
  await makeRegister(cluster.url, readKeys(join(folder, 'bench.key')), { cards: 10, sites: 1, longName: 10 })
  const { pool, close } = await connectPostgres(cluster.url)
  const { first, unit } = await fill(pool)
  const all = { first, last: first + cards - 1 }
  const by = { actor: 'bench', now: new Date() }
  const operations: [string, Destination][] = [
    ['block', { place: 'blocked', reason: 'lost' }],
    ['send', { place: 'way', unitId: unit, orderId: null }],
    ['receive', { place: 'unit', unitId: unit }],
  ]
  const table: Record<string, string | number>[] = []
  const times = new Map<string, { ours: number[]; plain: number[] }>()
  for (let round = 0; round < rounds; round++)
    for (const [name, to] of operations) {
      const held = times.get(name) ?? times.set(name, { ours: [], plain: [] }).get(name)!
      held.ours.push(
        await milliseconds(() => pool.transaction().execute((write) => moveStock(write, all, to, by))),
      )
      held.plain.push(await milliseconds(() => sql`update row_by_row set place = ${to.place}`.execute(pool)))
    }
  for (const [name, { ours, plain }] of times)
    table.push({
      operation: name,
      'cards moved': cards - given,
      'ranges, ms': median(ours).toFixed(0),
      'row by row, ms': median(plain).toFixed(0),
      ratio: (median(ours) / median(plain)).toFixed(2),
    })
  printTable(table)
  await close()
  process.exitCode = [...times.values()].every(({ ours }) => median(ours) <= 1_000) ? 0 : 1
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
