import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import {
  type AreaResponse,
  type ItemSums,
  latestYear,
  type ShownChange,
  type ShownResponse,
  shownChanges,
  shownResponses,
} from './change-rules.ts'

/** First cards that ended in a year, where somebody was asked by a set of questions: the area, and both rounds if answered. */
const firstCards = (year: number, instrumentId: number) => sql`
  select c.id as card_id, u.area_id, b.id as before_round, a.id as after_round,
    (b.finished_at at time zone 'Europe/Helsinki')::date as before_on,
    (a.finished_at at time zone 'Europe/Helsinki')::date as after_on, w.new_card_id
  from card c join issuing_unit u on u.id = c.unit_id
  left join wellbeing_round b on b.card_id = c.id and b.wave = 0 and b.finished_at is not null
    and b.instrument_id = ${instrumentId}::int
  left join card_renewal w on w.old_card_id = c.id
  left join wellbeing_round a on a.card_id = w.new_card_id and a.wave = 1 and a.finished_at is not null
    and b.id is not null and a.instrument_id = b.instrument_id
  where coalesce(c.closed_on, c.valid_until) between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
    and exists (select from wellbeing_round r where r.card_id = c.id and r.wave = 0 and r.instrument_id = ${instrumentId}::int)`

const countResponses = async (db: Write, year: number, instrumentId: number): Promise<AreaResponse[]> => {
  const { rows } = await sql<AreaResponse>`
    select area_id as "areaId", count(*)::int as asked, count(before_round)::int as before, count(after_round)::int as "bothTimes"
    from (${firstCards(year, instrumentId)}) f group by area_id order by area_id`.execute(db)
  return rows
}

/** Differences of the pairs by item, area and uses between; persons leave the database only as sums. */
const countChanges = async (db: Write, year: number, instrumentId: number): Promise<ItemSums[]> => {
  const { rows } = await sql<ItemSums>`
    with pair as (
      select f.*, (select count(*) from use u
        where u.card_id in (f.card_id, f.new_card_id) and u.used_on >= f.before_on and u.used_on < f.after_on
          and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on)) as uses
      from (${firstCards(year, instrumentId)}) f where f.after_round is not null
    )
    select p.item, f.area_id as "areaId", case when f.uses = 0 then '0' when f.uses < 5 then '1-4' else '5+' end as stratum,
      count(*)::int as persons, sum(p.after - p.before)::float8 as sum, sum((p.after - p.before) ^ 2)::float8 as squares
    from pair f join wellbeing_pairs(${instrumentId}::int, 1) p on p.after_round = f.after_round
    group by 1, 2, 3`.execute(db)
  return rows
}

/** Counts a year and keeps what is shown of it. Only the owner of the tables may. */
export const countChangesOf = async (
  db: Write,
  { year, instrumentId }: { year: number; instrumentId: number },
  today: Day,
) => {
  const ofYear = { year, instrument_id: instrumentId }
  const responses = shownResponses(await countResponses(db, year, instrumentId))
  await db
    .insertInto('wellbeing_attrition')
    .values(
      responses.map(({ areaId, asked, before, bothTimes }) => ({
        ...{ ...ofYear, area_id: areaId, counted_on: today },
        ...{ asked, before, both_times: bothTimes },
      })),
    )
    .execute()
  const changes = shownChanges(await countChanges(db, year, instrumentId))
  if (changes.length === 0) return
  const rows = changes.map(({ areaId, ...change }) => ({ ...ofYear, area_id: areaId, ...change }))
  await db.insertInto('wellbeing_change').values(rows).execute()
}

/**
 * Counts the change of the latest two years that have not been counted: once, for two counts of one year would differ by
 * single persons. Only the owner of the tables may.
 */
const countChangesOfYears = async (db: Write, today: Day) => {
  await sql`select pg_advisory_xact_lock(hashtext('wellbeing_change'))`.execute(db)
  const { rows } = await sql<{ year: number; instrumentId: number }>`
    select y.year, i.id as "instrumentId"
    from unnest(array[${latestYear(today) - 1}::int, ${latestYear(today)}::int]) y(year) cross join instrument i
    where not exists (select from wellbeing_attrition t where t.year = y.year and t.instrument_id = i.id)
      and exists (select from wellbeing_round r join card c on c.id = r.card_id
        where r.instrument_id = i.id and r.wave = 0
          and extract(year from coalesce(c.closed_on, c.valid_until)) = y.year)
    order by 1, 2`.execute(db)
  for (const one of rows) await countChangesOf(db, one, today)
}

/** The same in a transaction of its own, for the hourly housekeeping. */
export const publishChanges = (db: Pool, today: Day): Promise<void> =>
  db.transaction().execute((write) => countChangesOfYears(write, today))

/** What was counted of one set of questions and year. */
export type CountedYear = {
  year: number
  instrumentId: number
  countedOn: Day
  responses: ShownResponse[]
  changes: ShownChange[]
}

/** The years that have been counted, the latest first. The same for every reader: it can stand in any report. */
export const listChanges = async (db: Read): Promise<CountedYear[]> => {
  const { rows } = await sql<CountedYear>`
    select t.year, t.instrument_id as "instrumentId", min(t.counted_on)::text as "countedOn",
      jsonb_agg(jsonb_build_object('areaId', t.area_id, 'asked', t.asked, 'before', t.before, 'bothTimes', t.both_times)
        order by t.area_id nulls first) as responses,
      coalesce((select jsonb_agg(jsonb_build_object('item', c.item, 'areaId', c.area_id, 'stratum', c.stratum,
          'persons', c.persons, 'mean', c.mean, 'low', c.low, 'high', c.high)
          order by c.area_id nulls first, array_position(array['all', '0', '1-4', '5+'], c.stratum), c.item)
        from wellbeing_change c where c.year = t.year and c.instrument_id = t.instrument_id), '[]') as changes
    from wellbeing_attrition t group by t.year, t.instrument_id
    order by t.year desc, t.instrument_id desc`.execute(db)
  return rows
}

/** The areas that somebody was asked in, by name. */
export const listChangeAreas = async (db: Read): Promise<{ id: number; name: string }[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select a.id, a.name from area a where exists (select from wellbeing_attrition t where t.area_id = a.id)
    order by a.name`.execute(db)
  return rows
}
