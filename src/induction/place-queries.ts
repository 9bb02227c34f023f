import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { type Counted, daysInPeace } from './rules.ts'

/** The kinds of places whose people go through the lessons. */
type PlaceKind = 'unit' | 'site'
export type CountedPlace = Counted & {
  kind: PlaceKind
  id: number
  name: string
  nameFi: string
  nameSv: string | null
}

/** Every place that works with the card on the day. */
const places = (areaId: number | null, kind: PlaceKind | null, today: Day) => {
  const open = sql`merged_into_id is null and (closed_on is null or closed_on > ${today}::date)
    and (${areaId}::int is null or area_id = ${areaId})`
  const units = sql`select 'unit' as kind, id, id as unit_id, null::integer as site_id, name, municipality_id
    from issuing_unit where state = 'active' and ${open}`
  const sites = sql`select 'site' as kind, id, null::integer as unit_id, id as site_id, name, municipality_id
    from site where ${open}`
  if (kind === 'unit') return units
  return kind === 'site' ? sites : sql`${units} union all ${sites}`
}

/** Each person of each place once, with the last day of their latest induction, as `standingOf` has it in code. */
const people = (today: Day) => sql`
  select distinct r.unit_id, r.site_id, r.account_id, min(r.created_at) as came_at, l.last_on,
    l.last_on - p.told_days as told_on
  from account_role r join account a on a.id = r.account_id and a.ended_at is null
  left join lateral (select max(i.done_on) as done_on from induction i
    where i.account_id = r.account_id and i.role = r.role) d on true
  left join lateral (select valid_months, told_days from induction_policy
    where valid_from <= d.done_on order by valid_from desc limit 1) p on true
  left join lateral (select last_day_of_months(d.done_on, p.valid_months) as last_on) l on true
  where r.role in ('issuer', 'venue') and r.ended_at is null and r.created_at < ${today}::date + 1
  group by r.unit_id, r.site_id, r.account_id, l.last_on, p.told_days`

const isDue = (today: Day) => sql`(h.last_on is null or h.last_on < ${today}::date)`

type Asked = { kind: PlaceKind | null; today: Day }

/** The places of the area that have people here, by municipality and name, with how many stand where: no names, no order of merit. */
export const listCountedPlaces = async (
  db: Read,
  { areaId }: AreaScope,
  { kind, today }: Asked,
  { page, size }: { page: number; size: number },
): Promise<CountedPlace[]> => {
  const { rows } = await sql<CountedPlace>`
    with h as materialized (${people(today)})
    select p.kind, p.id, p.name, m.name_fi as "nameFi", m.name_sv as "nameSv",
      (count(*) filter (where h.told_on > ${today}::date))::integer as done,
      (count(*) filter (where h.told_on <= ${today}::date and h.last_on >= ${today}::date))::integer as soon,
      (count(h.account_id) filter (where ${isDue(today)}))::integer as missing
    from (${places(areaId, kind, today)}) p
    join municipality m on m.id = p.municipality_id
    join h on h.unit_id = p.unit_id or h.site_id = p.site_id
    group by p.kind, p.id, p.name, m.name_fi, m.name_sv
    order by m.name_fi, p.name, p.kind, p.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return rows
}

/** The same of all of them together, and how many places there are. */
export const countPlaces = async (
  db: Read,
  { areaId }: AreaScope,
  { kind, today }: Asked,
): Promise<Counted & { places: number }> => {
  const { rows } = await sql<Counted & { places: number }>`
    with h as materialized (${people(today)}), p as materialized (${places(areaId, kind, today)})
    select count(distinct (h.unit_id, h.site_id))::integer as places,
      (count(*) filter (where h.told_on > ${today}::date))::integer as done,
      (count(*) filter (where h.told_on <= ${today}::date and h.last_on >= ${today}::date))::integer as soon,
      (count(*) filter (where ${isDue(today)}))::integer as missing
    from h where h.unit_id in (select unit_id from p) or h.site_id in (select site_id from p)`.execute(db)
  return rows[0]!
}

type ToRemind = {
  kind: PlaceKind
  id: number
  name: string
  /** How many of its people the lessons wait for. */
  missing: number
  people: { email: string; language: Language }[]
}

/**
 * Places whose contact persons are to be written to this month: somebody there has had two weeks and no induction that
 * holds. In nobody's name, so in nobody's scope. Haaparanta is in Sweden; elsewhere every place understands Finnish.
 */
export const listToRemind = async (db: Write, today: Day, month: Day): Promise<ToRemind[]> => {
  const { rows } = await sql<ToRemind>`
    with h as materialized (${people(today)})
    select * from (
      select p.kind, p.id, p.name, (select count(*)::integer from h
          where (h.unit_id = p.unit_id or h.site_id = p.site_id) and ${isDue(today)}
            and h.came_at < ${today}::date - ${daysInPeace}::int) as missing,
        (select json_agg(json_build_object('email', e.email, 'language', e.language) order by e.email) from (
          select distinct on (lower(c.email)) c.email,
            coalesce(a.language, case when m.country = 'SE' then 'sv' else 'fi' end) as language
          from contact_person c left join account a on lower(a.email) = lower(c.email) and a.ended_at is null
          where c.ended_at is null and c.email is not null and (c.unit_id = p.unit_id or c.site_id = p.site_id)
          order by lower(c.email)) e) as people
      from (${places(null, null, today)}) p join municipality m on m.id = p.municipality_id
      where not exists (select from induction_reminder r
        where r.month = ${month}::date and (r.unit_id = p.unit_id or r.site_id = p.site_id))) t
    where missing > 0 and people is not null order by kind, id`.execute(db)
  return rows
}

/**
 * Writes down that a place is written to this month.
 * @returns false when another hand did so a moment ago: then no letter goes out
 */
export const recordReminder = async (
  db: Write,
  { kind, id, people }: ToRemind,
  { month, now }: { month: Day; now: Date },
): Promise<boolean> => {
  const kept = await db
    .insertInto('induction_reminder')
    .values({ [kind === 'unit' ? 'unit_id' : 'site_id']: id, month, sent_at: now, letters: people.length })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}
