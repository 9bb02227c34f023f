/**
 * The statistics at 300,000, 3 million and (asked for: `tsx bench/statistics.ts 30000000`) 30 million uses on
 * PostgreSQL: database time of each query, the time of a full recount, and what the rollups cost whoever records.
 * Goals: at most 20 ms at 300,000 uses and three times that at the largest; recording at most 1.3 times slower.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { findPostgres, startCluster } from '../scripts/lib/postgres.ts'
import type { Connection } from '../src/db/db.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { findDifferences } from '../src/statistics/rollup-queries.ts'
import { countRollups, makeManyUses } from './lib/many-uses.ts'
import { fillReadings, readings } from './lib/statistics-readings.ts'
import { median, printTable } from './lib/table.ts'

const asked = process.argv.slice(2).map(Number)
const sizes = asked.length > 0 ? [300_000, ...asked] : [300_000, 3_000_000]
const runs = 9
const rounds = 9
const seconds = 3

const milliseconds = async (run: () => Promise<unknown>) => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const triggers: [string, string][] = [
  ['use', 'statistics_on_use'],
  ['use_cancellation', 'statistics_on_cancellation'],
]
const switchTriggers = async ({ pool }: Connection, to: 'enable' | 'disable') => {
  for (const [table, trigger] of triggers)
    await sql.raw(`alter table ${table} ${to} trigger ${trigger}`).execute(pool)
}

/** The writes of `recordUse` (src/uses/record-queries.ts): answer to the key, use and audit row in one statement. */
const recording = (cards: number) => `
\\set card random(1, ${cards})
\\set site random(1, 450)
with made as (select gen_random_uuid() as id), kept as (
  insert into idempotency as i (owner, key, body_hash, status, answer, answered_at)
  select 'pgbench', made.id::text, sha256(made.id::text::bytea), 201, jsonb_build_object('id', made.id, 'siteId', :site::integer,
    'usedOn', current_date, 'usedAt', now(), 'receivedAt', now(), 'adults', 1, 'children', 0, 'category', 'culture'), now()
  from made, card where card.id = :card::bigint and card.revision = 0
  on conflict (owner, key) do update set tries = i.tries + 1
  returning i.xmax = 0 as fresh, i.key::uuid as id
), recorded as (
  insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category, kind, source, recorded_by)
  select id, current_date, :card::bigint, :site::integer, now(), now(), 1, 0, 0, 'culture', 'ticket', 'api', 'pgbench'
  from kept where fresh returning id
), audited as (
  insert into audit (done_at, actor, role, permission, outcome, subject)
  select now(), 'pgbench', null, 'uses.create', 'done', jsonb_build_object('use', id, 'card', :card::bigint) from recorded
)
select fresh from kept;
`

/** @returns the mean time of a transaction in milliseconds */
const pgbench = (url: string, script: string, clients: number): number => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-pgbench-'))
  try {
    writeFileSync(join(folder, 'record.sql'), script)
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)]
    const output = execFileSync(join(findPostgres()!, 'pgbench'), [...options, '-f', 'record.sql', url], {
      ...{ cwd: folder, encoding: 'utf8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return Number(/latency average = ([\d.]+)/.exec(output)![1])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const measureRecording = async (connection: Connection, url: string, cards: number) => {
  const rows: Record<string, string | number>[] = []
  const ratios: number[] = []
  for (const clients of [1, 8]) {
    const kept: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      await switchTriggers(connection, 'disable')
      bare.push(pgbench(url, recording(cards), clients))
      await switchTriggers(connection, 'enable')
      kept.push(pgbench(url, recording(cards), clients))
    }
    const ratio = median(kept.map((time, round) => time / bare[round]!))
    ratios.push(ratio)
    const [without, withThem] = [median(bare).toFixed(2), median(kept).toFixed(2)]
    rows.push({
      clients,
      'without rollups, ms': without,
      'with rollups, ms': withThem,
      ratio: ratio.toFixed(2),
    })
  }
  printTable(rows)
  return Math.max(...ratios)
}

const busiestSite = async ({ pool }: Connection): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    select site_id as id from statistics_use_year group by 1 order by sum(uses) desc limit 1`.execute(pool)
  return rows[0]!.id
}

/** @returns milliseconds by the name of the query */
const measureSize = async (
  uses: number,
  also: (connection: Connection, url: string, cards: number) => Promise<void>,
) => {
  const cluster = await startCluster({
    durable: true,
    settings: { max_wal_size: '4GB', maintenance_work_mem: '256MB' },
  })
  try {
    const connection = await connectPostgres(cluster.url, 2)
    await migrate(connection)
    const cards = Math.min(100_000 + uses / 20, 1_000_000)
    console.log(`\n${uses} uses, ${cards} cards`)
    const filled = await milliseconds(() => makeManyUses(connection, { uses, cards }))
    const counted = await milliseconds(() => countRollups(connection))
    await sql`vacuum analyze`.execute(connection.pool)
    const published = await milliseconds(() => fillReadings(connection))
    await sql`analyze`.execute(connection.pool)
    const verified = await milliseconds(async () => {
      const [first] = await findDifferences(connection.pool, null)
      if (first) throw new Error(`After a count ${JSON.stringify(first)} differs.`)
    })
    console.log(
      `filled in ${(filled / 1000).toFixed(0)} s, rollups counted in ${(counted / 1000).toFixed(1)} s, ` +
        `verified in ${(verified / 1000).toFixed(1)} s, first uses published in ${(published / 1000).toFixed(1)} s`,
    )
    const times = new Map<string, number>()
    for (const [name, read] of readings(connection, await busiestSite(connection))) {
      await read()
      const taken: number[] = []
      for (let run = 0; run < runs; run++) taken.push(await milliseconds(read))
      times.set(name, median(taken))
    }
    await also(connection, cluster.url, cards)
    await connection.close()
    return times
  } finally {
    await cluster.stop()
  }
}

let slower = 0
const measured: Map<string, number>[] = []
for (const uses of sizes)
  measured.push(
    await measureSize(uses, async (connection, url, cards) => {
      if (uses === sizes[0]) slower = await measureRecording(connection, url, cards)
    }),
  )
const names = [...measured[0]!.keys()]
const ratioOf = (name: string) => measured.at(-1)!.get(name)! / measured[0]!.get(name)!
printTable(
  names.map((name) => ({
    query: name,
    ...Object.fromEntries(
      measured.map((times, index) => [`ms at ${sizes[index]}`, times.get(name)!.toFixed(1)]),
    ),
    ratio: ratioOf(name).toFixed(2),
  })),
)
console.log(`Recording takes ${slower.toFixed(2)} times as long as without rollups (goal 1.3 or less).`)
// Below a millisecond the clock says more of the machine than of the query.
const isSlow = (name: string) =>
  measured[0]!.get(name)! > 20 || (measured.at(-1)!.get(name)! > 3 && ratioOf(name) > 3)
if (slower > 1.3 || names.some(isSlow)) process.exitCode = 1
