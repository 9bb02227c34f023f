import { sql } from 'kysely'
import type { PlaceScope } from '../access.ts'
import type { Read } from '../db/db.ts'
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

/** The curves of a cohort that whoever asks may see, the country first. Which units these are, the database knows. */
export const listCurves = async (db: Read, cohort: string): Promise<KeptCurve[]> => {
  const { rows } = await sql<KeptCurve>`
    select k.cohort, k.as_of_on as "asOf", k.level, k.place_id as "placeId", k.cards, k.points, k.median_weeks as "medianWeeks",
      coalesce(a.name, m.name, u.name) as name
    from (select distinct on (level, place_id) * from first_use_curve where cohort = ${cohort}
      order by level, place_id, as_of_on desc) k
    left join area a on k.level = 'area' and a.id = k.place_id
    left join municipality m on k.level = 'municipality' and m.id = k.place_id
    left join issuing_unit u on k.level = 'unit' and u.id = k.place_id
    order by array_position(array['country', 'area', 'municipality', 'unit'], k.level), name`.execute(db)
  return rows
}

/** The area of a unit or site that somebody works for, as a group of cards; undefined at a pop-up site. */
export const findAreaOf = async (db: Read, scope: PlaceScope): Promise<Place | undefined> => {
  const place =
    'unitId' in scope
      ? sql`select area_id from issuing_unit where id = ${scope.unitId}::int`
      : sql`select area_id from site where id = ${scope.siteId}::int`
  const { rows } = await sql<Place>`
    select 'area' as level, id as "placeId", name from area where id = (${place})`.execute(db)
  return rows[0]
}

/** A place that has no curve, by its name. */
export const findPlace = async (
  db: Read,
  level: 'area' | 'unit',
  placeId: number,
): Promise<Place | undefined> => {
  const table = level === 'area' ? sql`area` : sql`issuing_unit`
  const { rows } = await sql<{ name: string }>`select name from ${table} where id = ${placeId}::int`.execute(
    db,
  )
  return rows[0] && { level, placeId, name: rows[0].name }
}
