import { type RawBuilder, sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { Check, DeskChecks, SiteHours } from './desk-rules.ts'
import { cohortToLookAt, firstWeekFor, spans, timeToBeUsed } from './rules.ts'
import type { SiteWeeks } from './site-rules.ts'
import type { UnitCohort, UnitEarly } from './unit-rules.ts'

/**
 * What the rules judge: counts of places, added up by the database. No card's id, code or hash leaves it. A place that was
 * merged counts as the one that stays.
 */
const heirs = (table: 'site' | 'issuing_unit'): RawBuilder<unknown> => sql`
  heir (former, place) as (
    select id, id from ${sql.table(table)} where merged_into_id is null
    union all select t.id, h.place from ${sql.table(table)} t join heir h on t.merged_into_id = h.former)`

type WeekRow = { siteId: number; wasPaused: boolean; weeks: [Day, number, number, number][] }

/** The weeks of every site that is open. Of one card on one day for one thing the first use is no repeat. */
export const listSiteWeeks = async (db: Pool, week: Day): Promise<SiteWeeks[]> => {
  const first = firstWeekFor(week)
  const last = addDays(week, 6)
  const { rows } = await sql<WeekRow>`
    with recursive ${heirs('site')},
    acquired as (
      select h.place, u.used_on, count(*) as uses,
        count(*) filter (where u.override_reason is not null and u.children > c.children) as over_children,
        case when u.card_id is null then 0 else count(*) - 1 end as repeats
      from use u join heir h on h.former = u.site_id left join card c on c.id = u.card_id
      where u.used_on between ${first}::date and ${last}::date
        and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on)
      group by h.place, u.used_on, u.card_id, u.kind, u.event
    ), by_week as (
      select place, date_trunc('week', used_on)::date as week, sum(uses)::integer as uses,
        sum(over_children)::integer as over_children, sum(repeats)::integer as repeats
      from acquired group by 1, 2
    )
    select t.id as "siteId",
      exists (select from pause p where p.site_id = t.id and p.paused_from <= ${last}::date
        and coalesce(p.paused_until, ${last}::date) >= ${addDays(week, -7 * spans.quiet)}::date)
      or exists (select from exception_period x where x.pauses_sites and x.withdrawn_at is null
        and (x.site_id = t.id or x.site_id is null and (x.area_id is null or x.area_id = t.area_id))
        and x.valid_from <= ${last}::date and x.valid_until >= ${addDays(week, -7 * spans.quiet)}::date) as "wasPaused",
      json_agg(json_build_array(w.week, w.uses, w.over_children, w.repeats)) as weeks
    from by_week w join site t on t.id = w.place
    where t.closed_on is null or t.closed_on > ${last}::date
    group by t.id order by t.id`.execute(db)
  const length = Math.round((Date.parse(week) - Date.parse(first)) / (7 * 86_400_000)) + 1
  return rows.map(({ siteId, wasPaused, weeks }) => {
    const counts = [1, 2, 3].map(() => new Array<number>(length).fill(0))
    for (const [day, ...values] of weeks) {
      const nth = Math.round((Date.parse(day) - Date.parse(first)) / (7 * 86_400_000))
      for (const [kind, value] of values.entries()) counts[kind]![nth] = value
    }
    const [uses, overChildren, repeats] = counts as [number[], number[], number[]]
    return { siteId, week, wasPaused, uses, overChildren, repeats }
  })
}

type HourRow = {
  siteId: number
  before: [number, number][]
  recent: { hour: number; day: Day; uses: number }[]
}

/** The hours of sites: those of the four closed quarters by the rollup, those of the last four weeks by the uses. */
export const listSiteHours = async (db: Pool, week: Day): Promise<SiteHours[]> => {
  const from = addDays(week, -7 * (spans.quiet - 1))
  const last = addDays(week, 6)
  const { rows } = await sql<HourRow>`
    with recursive ${heirs('site')},
    recent as (
      select h.place, extract(hour from u.used_at at time zone 'Europe/Helsinki')::integer as hour, u.used_on as day,
        count(*)::integer as uses
      from use u join heir h on h.former = u.site_id
      where u.used_on between ${from}::date and ${last}::date and u.source in ('desk', 'api')
        and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on)
      group by 1, 2, 3
    ), before as (
      select h.place, s.hour, sum(s.uses)::integer as uses
      from statistics_use_hour s join heir h on h.former = s.site_id
      where s.quarter_from >= date_trunc('quarter', ${from}::date) - interval '12 months'
        and s.quarter_from < date_trunc('quarter', ${from}::date)
      group by 1, 2
    )
    select r.place as "siteId", json_agg(json_build_object('hour', r.hour, 'day', r.day, 'uses', r.uses)) as recent,
      (select json_agg(json_build_array(b.hour, b.uses)) from before b where b.place = r.place) as before
    from recent r where exists (select from before b where b.place = r.place)
    group by r.place order by r.place`.execute(db)
  return rows.map(({ siteId, before, recent }) => {
    const counts = new Array<number>(24).fill(0)
    for (const [hour, uses] of before) counts[hour] = uses
    return { siteId, week, before: counts, recent }
  })
}

type CheckRow = {
  siteId: number
  at: Date
  serial: number | null
  isUnknown: boolean
  nth: number
  desk: number
}

/**
 * The checks of the week at desks, one list a desk in the order of time; a code that no card has is numbered within its desk, so that its hash stays where it is.
 */
export const listDeskChecks = async (db: Pool, week: Day): Promise<DeskChecks[]> => {
  const { rows } = await sql<CheckRow>`
    select h.site_id as "siteId", h.checked_at as at, c.serial,
      h.card_id is null as "isUnknown", h.nth::integer, h.desk::integer
    from (
      select k.site_id, k.card_id, k.checked_at,
        dense_rank() over (order by k.site_id, k.account_role_id) as desk,
        dense_rank() over (partition by k.site_id, k.account_role_id order by k.legacy_hash) as nth
      from card_check k
      where k.checked_at >= (${week}::date::timestamp at time zone 'Europe/Helsinki')
        and k.checked_at < (${addDays(week, 7)}::date::timestamp at time zone 'Europe/Helsinki')
        and (k.card_id is not null or k.legacy_hash is not null)
    ) h left join card c on c.id = h.card_id
    where h.card_id is null or c.serial is not null
    order by h.desk, h.checked_at`.execute(db)
  const desks = new Map<number, { siteId: number; week: Day; checks: Check[] }>()
  for (const { desk, siteId, ...check } of rows) {
    const one = desks.get(desk) ?? desks.set(desk, { siteId, week, checks: [] }).get(desk)!
    one.checks.push(check)
  }
  return [...desks.values()]
}

/** Units any of whose cards, in their stock still or registered since, was used before it was registered. Kept for 90 days, so twelve weeks are all that there is. */
export const listUnitEarly = async (db: Pool, week: Day): Promise<UnitEarly[]> => {
  const from = addDays(week, -7 * (spans.quiet - 1))
  const last = addDays(week, 6)
  const { rows } = await sql<Omit<UnitEarly, 'week'>>`
    with recursive ${heirs('issuing_unit')}
    select h.place as "unitId", count(distinct u.card_id) filter (where u.used_on >= ${from}::date)::integer as seen,
      count(distinct u.card_id) filter (where u.used_on < ${from}::date)::integer as before,
      (select count(*)::integer from card r join heir g on g.former = r.unit_id
        where g.place = h.place and r.registered_on between ${from}::date and ${last}::date) as registered
    from unrecognised_use u join card c on c.id = u.card_id
      left join stock_range r on c.unit_id is null and int8range(r.first_serial, r.last_serial, '[]') @> c.serial
      join heir h on h.former = coalesce(c.unit_id, r.unit_id)
    where u.used_on between ${addDays(from, -7 * spans.habit)}::date and ${last}::date and u.why is distinct from 'undone'
    group by h.place order by h.place`.execute(db)
  return rows.map((row) => ({ ...row, week }))
}

type CohortRow = {
  unitId: number
  registered: number
  used: number
  registeredBefore: number
  usedBefore: number
}

/** The personal cards of units by whether they were used within their time: the latest quarter that has had it, and the year before. */
export const listUnitCohorts = async (db: Pool, today: Day): Promise<UnitCohort[]> => {
  const { from, until } = cohortToLookAt(today)
  const isIn = sql`c.registered_on >= ${from}::date`
  const isUsed = sql`g.first_used_on <= c.registered_on + ${timeToBeUsed}::integer`
  const { rows } = await sql<CohortRow>`
    with recursive ${heirs('issuing_unit')}
    select h.place as "unitId", count(*) filter (where ${isIn})::integer as registered,
      count(*) filter (where ${isIn} and ${isUsed})::integer as used,
      count(*) filter (where not ${isIn})::integer as "registeredBefore",
      count(*) filter (where not ${isIn} and ${isUsed})::integer as "usedBefore"
    from card c join heir h on h.former = c.unit_id left join card_usage g on g.card_id = c.id
    where c.type = 'personal' and c.registered_on <= ${until}::date
      and c.registered_on >= ${from}::date - interval '12 months'
    group by h.place order by h.place`.execute(db)
  const add = (name: 'registeredBefore' | 'usedBefore') => rows.reduce((sum, row) => sum + row[name], 0)
  const nationwide = { registered: add('registeredBefore'), used: add('usedBefore') }
  return rows.map(({ unitId, registered, used, registeredBefore, usedBefore }) => ({
    ...{ unitId, from, until, registered, used, nationwide },
    before: { registered: registeredBefore, used: usedBefore },
  }))
}
