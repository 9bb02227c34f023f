import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import { columns, type Difference, findIn, type Rollup, rollups } from './rollup-queries.ts'

/*
 * Whoever records moves what is kept and what is real by the same, so that the difference between the two, once found,
 * stays what it is: it is added to whatever the row has become. Nobody is held off while everything is counted.
 */

const isDay = (name: string) => name.endsWith('_on')
/** Rows in one statement: more would be one very long text. */
const inOneGo = 10_000

/** What is to be added to the row; of days, what was found. */
const correctionOf = ({ counts }: Rollup, { key, kept, real }: Difference) => ({
  ...key,
  ...Object.fromEntries(
    counts.map((name) => [
      name,
      isDay(name) ? (real?.[name] ?? null) : Number(real?.[name] ?? 0) - Number(kept?.[name] ?? 0),
    ]),
  ),
})

const addTo = async (db: Write, rollup: Rollup, found: readonly Difference[]) => {
  const { table, keys, counts } = rollup
  const both = columns([...keys, ...counts])
  const given = JSON.stringify(found.map((difference) => correctionOf(rollup, difference)))
  const changes = counts.map((name) => {
    const [was, more] = [sql.ref(`t.${name}`), sql.ref(`excluded.${name}`)]
    return sql`${sql.ref(name)} = ${isDay(name) ? sql`greatest(${was}, ${more})` : sql`${was} + ${more}`}`
  })
  await sql`insert into ${sql.table(table)} as t (${both})
    select ${both} from jsonb_populate_recordset(null::${sql.table(table)}, ${given}::text::jsonb) order by ${columns(keys)}
    on conflict (${columns(keys)}) do update set ${sql.join(changes)}`.execute(db)
}

/** The rows are held by now, so that the first day is looked for among all that others have recorded. */
const findFirstDays = (db: Write, found: readonly Difference[]) =>
  sql`select statistics_find_first(${found.map(({ key }) => key.card_id)}::bigint[])`.execute(db)

/** Counts all rollups anew and repairs what differs, in one transaction that others record beside. */
export const repairRollups = async (db: Write): Promise<Difference[]> => {
  // Two at once would each add what both have found.
  await sql`select pg_advisory_xact_lock(hashtext('statistics rebuild'))`.execute(db)
  const found: [Rollup, Difference[]][] = []
  for (const rollup of rollups) found.push([rollup, await findIn(db, rollup, null)])
  for (const [rollup, differences] of found)
    for (let first = 0; first < differences.length; first += inOneGo) {
      const some = differences.slice(first, first + inOneGo)
      await addTo(db, rollup, some)
      if (rollup.table === 'card_usage') await findFirstDays(db, some)
    }
  return found.flatMap(([, differences]) => differences)
}
