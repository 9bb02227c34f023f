import { sql } from 'kysely'
import type { User } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { GroupLevel, ShownCurve } from './shown-rules.ts'

/** A group of cards, and its name; the country has none. */
export type Place = { level: GroupLevel; placeId: number | null; name: string | null }
/** The latest curve that stands of a cohort and a group. */
export type KeptCurve = ShownCurve & Place & { cohort: string; asOf: Day }

/** The cohorts of which there is any curve, the latest first: years before the quarters that end with them. */
export const listCohorts = async (db: Read): Promise<string[]> => {
  const { rows } = await sql<{ cohort: string }>`
    select distinct cohort from first_use_curve order by cohort desc`.execute(db)
  return rows.map(({ cohort }) => cohort)
}

/** A name in the language, where the place has one. */
const nameIn = (language: Language) =>
  sql`coalesce(case when ${language} = 'sv' then coalesce(a.name_sv, m.name_sv) end, a.name, m.name_fi, u.name)`
const names = sql`
  left join area a on k.level = 'area' and a.id = k.place_id
  left join municipality m on k.level = 'municipality' and m.id = k.place_id
  left join issuing_unit u on k.level = 'unit' and u.id = k.place_id`
const inOrder = sql`array_position(array['country', 'area', 'municipality', 'unit'], k.level), name`

/** The groups of which whoever asks may see any curve, the country first. Which units these are, the database knows. */
export const listPlaces = async (db: Read, language: Language): Promise<Place[]> => {
  const { rows } = await sql<Place>`
    select k.level, k.place_id as "placeId", ${nameIn(language)} as name
    from (select distinct level, place_id from first_use_curve) k ${names} order by ${inOrder}`.execute(db)
  return rows
}

/** The curves of a cohort that whoever asks may see, as they stand, the country first. */
export const listCurves = async (db: Read, cohort: string, language: Language): Promise<KeptCurve[]> => {
  const { rows } = await sql<KeptCurve>`
    select k.cohort, k.as_of_on::text as "asOf", k.level, k.place_id as "placeId", k.cards, k.points,
      k.median_weeks as "medianWeeks", ${nameIn(language)} as name
    from (select distinct on (level, place_id) * from first_use_curve where cohort = ${cohort}
      order by level, place_id, as_of_on desc) k ${names} order by ${inOrder}`.execute(db)
  return rows
}

/** The place that somebody works for or keeps, as a group of cards: the unit, else the area. Undefined where there is none. */
export const findOwnPlace = async (
  db: Read,
  own: Pick<User, 'unitId' | 'siteId' | 'areaId'>,
): Promise<Place | undefined> => {
  const { rows } = await sql<Place>`
    select 'unit' as level, id as "placeId", name from issuing_unit where id = ${own.unitId}::int
    union all
    select 'area', id, name from area where ${own.unitId}::int is null
      and id = coalesce(${own.areaId}::int, (select area_id from site where id = ${own.siteId}::int))`.execute(
    db,
  )
  return rows[0]
}
