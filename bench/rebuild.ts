/**
 * `kaiku statistics rebuild` while eight clients record and undo and one imports, on PostgreSQL with 300,000 uses. Every
 * use that was acknowledged must be counted afterwards, nobody may fail, and none may wait for the count to end:
 * `tsx bench/rebuild.ts [uses]`.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { startCluster } from '../scripts/lib/postgres.ts'
import type { Pool } from '../src/db/db.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { findDifferences } from '../src/statistics/rollup-queries.ts'
import { countRollups, makeManyUses } from './lib/many-uses.ts'
import { quantile } from './lib/quantile.ts'
import { printTable } from './lib/table.ts'

const uses = Number(process.argv[2] ?? 300_000)
const cards = 100_000
const clients = 8
const quiet = 5000

/** @returns the command's exit code; what it says is counted, not shown */
const rebuild = async (url: string, ...options: string[]) => {
  const child = spawn('npx', ['tsx', 'src/cli/main.ts', 'statistics', 'rebuild', ...options], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

const insert = (rows: number) => sql`
  insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category, kind, source,
    recorded_by)
  select gen_random_uuid(), date '2026-11-20' - random(0, 90), random(1, ${cards}), random(1, 450), now(), now(), 1, n % 3, 0,
    'culture', 'ticket', ${rows > 1 ? 'import' : 'desk'}, 'bench'
  from generate_series(1, ${rows}::integer) n returning id, used_on`

type Deeds = { phase: string; recorded: number; undone: number; waits: Map<string, number[]> }

const work = async (db: Pool, deeds: Deeds, rows: number) => {
  while (deeds.phase !== 'end') {
    const { phase } = deeds
    const start = performance.now()
    const made = (await insert(rows).execute(db)).rows as { id: string; used_on: string }[]
    if (rows === 1) deeds.waits.set(phase, [...(deeds.waits.get(phase) ?? []), performance.now() - start])
    deeds.recorded += made.length
    if (rows === 1 && randomInt(5) === 0) {
      await sql`insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by)
        values (${made[0]!.id}, ${made[0]!.used_on}, now(), 'bench')`.execute(db)
      deeds.undone++
    }
    if (rows > 1) await sleep(50)
  }
}

const plant = async (db: Pool) => {
  await sql`update statistics_use_month set uses = uses + 3 where month >= '2026-10-01'`.execute(db)
  await sql`delete from statistics_use_year where site_id % 7 = 0`.execute(db)
  await sql`update card_usage set uses = uses + 1, first_used_on = '2017-01-01' where card_id % 1000 = 0`.execute(
    db,
  )
}

const cluster = await startCluster({ durable: true, settings: { max_wal_size: '4GB' } })
try {
  const connection = await connectPostgres(cluster.url, clients + 2)
  const { pool } = connection
  await migrate(connection)
  await sql`create function random(low integer, high integer) returns integer language sql volatile as
    'select low + floor(random() * (high - low + 1))::integer'`.execute(pool)
  await makeManyUses(connection, { uses, cards })
  await countRollups(connection)
  await sql`vacuum analyze`.execute(pool)

  const deeds: Deeds = { phase: 'before', recorded: 0, undone: 0, waits: new Map() }
  const workers = [...Array.from({ length: clients }, () => 1), 200].map((rows) => work(pool, deeds, rows))
  await sleep(quiet)
  await plant(pool)
  deeds.phase = 'rebuild'
  const start = performance.now()
  const repaired = await rebuild(cluster.url)
  const took = performance.now() - start
  deeds.phase = 'end'
  await Promise.all(workers)

  printTable(
    [...deeds.waits].map(([phase, waits]) => ({
      ...{ phase, recorded: waits.length },
      ...{ 'p50 ms': quantile(waits, 0.5).toFixed(1), 'p99 ms': quantile(waits, 0.99).toFixed(1) },
      'longest ms': Math.max(...waits).toFixed(0),
    })),
  )
  const left = await findDifferences(pool, null)
  const { rows } = await sql<{
    kept: number
  }>`select sum(uses)::int as kept from statistics_use_month`.execute(pool)
  const lost = uses + deeds.recorded - deeds.undone - rows[0]!.kept
  await sql`update statistics_use_hour set adults = adults + 1
    where ctid = (select ctid from statistics_use_hour where uses > 0 limit 1)`.execute(pool)
  const codes = [
    await rebuild(cluster.url, '--verify'),
    await rebuild(cluster.url),
    await rebuild(cluster.url, '--verify'),
  ]
  console.log(
    `The rebuild took ${(took / 1000).toFixed(1)} s beside ${deeds.recorded} uses and ${deeds.undone} undone. ` +
      `${left.length} counts differ afterwards, ${lost} uses are not counted. ` +
      `With one count changed: verify ends with ${codes[0]}, rebuild with ${codes[1]}, verify again with ${codes[2]}.`,
  )
  const longest = Math.max(...deeds.waits.get('rebuild')!)
  const isWell =
    repaired === 0 && left.length === 0 && lost === 0 && codes.join() === '1,0,0' && longest < 2000
  if (!isWell) process.exitCode = 1
  await connection.close()
} finally {
  await cluster.stop()
}
