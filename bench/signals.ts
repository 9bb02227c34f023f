/**
 * Signals on made normal years: 450 sites and 300 units by 20 seeds (`tsx bench/signals.ts 50` for more), looked at week by
 * week; then every pattern put into those years, 20 times a seed. Goals: all that was put in is found, and at most one
 * false alarm a site and year. Then the job itself on a register with 290,000 uses in its last sixty weeks, beside one
 * plain count of those uses: at most thirty times as long.
 */
import { sql } from 'kysely'
import { startCluster } from '../scripts/lib/postgres.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { noticeDay } from '../src/signals/notice.ts'
import { kinds } from '../src/signals/rules.ts'
import { emptyTally, findInjected, injections, lookAtNormalYear } from '../test/signal-patterns.ts'
import { countRollups, makeManyUses } from './lib/many-uses.ts'
import { median, printTable } from './lib/table.ts'

const seeds = Number(process.argv[2] ?? 20)
const times = 20
const uses = 290_000
const runs = 5
const slowest = 30

const tally = emptyTally()
const found = Object.fromEntries(kinds.map((kind) => [kind, 0]))
for (let seed = 1; seed <= seeds; seed++) {
  const sites = lookAtNormalYear(seed, { sites: 450, units: 300 }, tally)
  for (const one of findInjected(seed, sites, times)) found[one.kind]! += one.found
}
const put = seeds * times
printTable(
  kinds.map((kind) => ({
    ...{ kind, 'put in': put, found: found[kind]!, 'false alarms': tally.falseAlarms[kind] },
    pattern: injections[kind].what,
  })),
)
const alarms = Object.values(tally.falseAlarms).reduce((a, b) => a + b, 0)
const perYear = alarms / tally.siteYears
console.log(
  `\n${tally.siteYears} site-years and ${tally.unitYears} unit-years: ${alarms} false alarms, ${perYear.toFixed(3)} a site-year`,
)

const milliseconds = async (run: () => Promise<unknown>) => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The many uses of ten years are moved into the sixty weeks before a day, so that the job reads all of them. */
const measureJob = async () => {
  const cluster = await startCluster({ durable: true })
  try {
    const connection = await connectPostgres(cluster.url, 2)
    const { pool } = connection
    await migrate(connection)
    await makeManyUses(connection, { uses, cards: 100_000 })
    await pool.transaction().execute(async (db) => {
      await sql`set local session_replication_role = replica`.execute(db)
      await sql`update use set used_on = date '2026-11-08' - (used_on - date '2017-01-01') % 410,
        used_at = used_at + (date '2026-11-08' - (used_on - date '2017-01-01') % 410 - used_on) * interval '1 day'`.execute(
        db,
      )
    })
    await countRollups(connection)
    await sql`vacuum analyze`.execute(pool)
    const now = new Date('2026-11-11T09:00:00Z')
    const [job, plain]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      await sql`delete from signal_round`.execute(pool)
      job.push(await milliseconds(() => noticeDay(pool, now)))
      plain.push(
        await milliseconds(() =>
          sql`select site_id, date_trunc('week', used_on), count(*) from use group by 1, 2`.execute(pool),
        ),
      )
    }
    await connection.close()
    return { job: median(job), plain: median(plain) }
  } finally {
    await cluster.stop()
  }
}

const { job, plain } = await measureJob()
console.log(
  `${uses} uses: the look of a day ${job.toFixed(0)} ms, a plain count by site and week ${plain.toFixed(0)} ms, ratio ${(job / plain).toFixed(1)}`,
)
const isFound = kinds.every((kind) => found[kind] === put)
process.exitCode = isFound && perYear <= 1 && job / plain <= slowest ? 0 : 1
