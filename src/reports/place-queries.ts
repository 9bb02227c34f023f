import { sql } from 'kysely'
import type { AreaScope, PlaceScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import { alphabetically, isKept } from '../places/queries.ts'
import { isTold } from '../publications/part-rules.ts'
import type { Level, Period } from '../publications/rules.ts'
import type { PlaceKey } from './rules.ts'

/** `nameFi` of the country is empty: it has a word, and no row. */
export type NamedPlace = PlaceKey & { nameFi: string; nameSv: string | null }

/** A keeper's part of the network; an auditor reads of all of it, but of no single unit or site. */
export type Reach = AreaScope | 'public'

/** Everything that is public, as a table to be narrowed: the country, counties, areas, municipalities. */
const publicPlaces = sql`
  select 0 as rank, 'country' as level, null::integer as id, '' as "nameFi", null as "nameSv"
  union all select 1, 'county', id, name, name_sv from county
  union all select 2, 'area', id, name, name_sv from area
  union all select 3, 'municipality', id, name_fi, name_sv from municipality`

/** What lies in a kept area: the area, its municipalities as they have been, and the counties of those. */
const isWithin = (reach: Reach) =>
  reach === 'public' || reach.areaId === null
    ? sql`true`
    : sql`(p.level = 'area' and p.id = ${reach.areaId}
      or p.level = 'municipality' and p.id in (select municipality_id from area_membership where area_id = ${reach.areaId})
      or p.level = 'county' and p.id in (
        select m.county_id from municipality m join area_membership s on s.municipality_id = m.id
        where s.area_id = ${reach.areaId}))`

/** The places that a keeper may report on, from the country down: of counties and municipalities those with figures. */
export const listPlaces = async (db: Read, reach: Reach, publication: number): Promise<NamedPlace[]> => {
  const { rows } = await sql<NamedPlace>`
    select p.level, p.id, p."nameFi", p."nameSv" from (${publicPlaces}) p
    where ${isWithin(reach)} and (p.level in ('country', 'area') or exists (
      select from publication_figure f
      where f.publication = ${publication} and f.level = p.level and f.place_id = p.id))
    order by p.rank, ${alphabetically(sql`p."nameFi"`)}`.execute(db)
  return rows
}

const tableOf = (level: 'unit' | 'site') => sql.table(level === 'unit' ? 'issuing_unit' : 'site')

/** One place that a keeper may report on, units and sites too. */
export const findPlace = async (
  db: Read,
  reach: Reach,
  { level, id }: PlaceKey,
): Promise<NamedPlace | undefined> => {
  const isOne = level === 'unit' || level === 'site'
  if (isOne && reach === 'public') return undefined
  const { rows } = isOne
    ? await sql<NamedPlace>`
        select ${level} as level, id, name as "nameFi", null as "nameSv" from ${tableOf(level)} t
        where id = ${id} and ${isKept(reach as AreaScope, 't.area_id')}`.execute(db)
    : await sql<NamedPlace>`
        select p.level, p.id, p."nameFi", p."nameSv" from (${publicPlaces}) p
        where p.level = ${level} and p.id is not distinct from ${id}::integer and ${isWithin(reach)}`.execute(
        db,
      )
  return rows[0]
}

/** The one place that an issuer or a venue works for. */
export const findOwnPlace = async (db: Read, scope: PlaceScope): Promise<NamedPlace> => {
  const own =
    'unitId' in scope
      ? { level: 'unit' as const, id: scope.unitId }
      : { level: 'site' as const, id: scope.siteId }
  const { rows } = await sql<NamedPlace>`
    select ${own.level} as level, id, name as "nameFi", null as "nameSv" from ${tableOf(own.level)}
    where id = ${own.id}`.execute(db)
  return rows[0]!
}

/** A unit that is only proposed has begun nothing yet. */
const isActive = (level: 'unit' | 'site') => (level === 'unit' ? sql`t.state = 'active'` : sql`true`)

export type InnerPlace = MunicipalityNames & {
  level: 'unit' | 'site'
  id: number
  name: string
  /** Tickets of a site, cards registered by a unit; null where it is hidden. */
  count: number | null
}

/** Where a place lies on the last day of the period, as it is counted. */
const liesIn = ({ level, id }: { level: Level; id: number | null }) =>
  ({
    country: sql`true`,
    county: sql`m.county_id = ${id}`,
    area: sql`p.area_id = ${id}`,
    municipality: sql`m.id = ${id}`,
    unit: sql`false`,
    site: sql`false`,
  })[level]

/**
 * The kept units and sites of a place, with what they were published to have recorded: 0 where it was nothing. Whose
 * figures a keeper reads goes by the row of the place itself, so these are of places that are kept today.
 */
export const listWithin = async (
  db: Read,
  scope: AreaScope,
  wanted: { publication: number; period: Period; lastDay: Day; place: PlaceKey },
): Promise<InnerPlace[]> => {
  const { publication, period, lastDay, place } = wanted
  const part = (level: 'unit' | 'site', measure: 'registered' | 'tickets') => sql`
    select ${level}::text as level, t.id, p.name, m.name_fi as "nameFi", m.name_sv as "nameSv",
      case when f.publication is null then 0 else f.count end as count
    from ${tableOf(level)} t
    join ${sql.table(`${level}_period`)} p on p.${sql.ref(`${level}_id`)} = t.id
      and (p.period_from is null or p.period_from <= ${lastDay}::date)
      and (p.period_until is null or p.period_until >= ${lastDay}::date)
    join municipality m on m.id = p.municipality_id
    left join publication_figure f on f.publication = ${publication} and f.level = ${level} and f.place_id = t.id
      and f.measure = ${measure} and f.division = 'all'
    where ${isTold(period, measure, 'all', level)} and ${isActive(level)} and t.merged_into_id is null
      and (t.closed_on is null or t.closed_on > ${lastDay}::date)
      and ${isKept(scope, 't.area_id')} and ${liesIn(place)}`
  const { rows } = await sql<InnerPlace>`
    select * from (${part('site', 'tickets')} union all ${part('unit', 'registered')}) found
    order by level, ${alphabetically(sql.ref('nameFi'))}, ${alphabetically(sql`name`)}`.execute(db)
  return rows
}
