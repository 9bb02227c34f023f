import { sql } from 'kysely'
import type { AreaScope, SiteScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import { alphabetically, isKept } from '../places/queries.ts'
import type { Level, Measure, Period } from '../publications/rules.ts'
import { isIn } from '../uses/scope-queries.ts'

/*
 * Figures of closed periods as they were published: null where one is hidden, and it is hidden for everyone alike.
 * Which places a reader may ask about, the database knows (row-level security, migration 0030).
 */

/** A place of a level with its published figures; one that is not among them is 0. */
export type ClosedPlace = {
  name: string
  figures: Partial<Record<Measure, number | null>>
  children: number | null
}

const figuresOf = sql`jsonb_object_agg(f.measure, f.count) filter (where f.division = 'all') as figures,
  case when bool_or(f.part = 'children' and f.count is null) then null
    else coalesce(max(f.count) filter (where f.part = 'children'), 0) end as children`
const undivided = sql`(f.division = 'all' or f.measure = 'tickets' and f.division = 'audience')`

const tables = { area: 'area', municipality: 'municipality', unit: 'issuing_unit', site: 'site' } as const
export type ListedLevel = Extract<Level, keyof typeof tables>

const names = { area: sql`p.name`, municipality: sql`p.name_fi`, unit: sql`p.name`, site: sql`p.name` }
const keptPlaces = (scope: AreaScope, level: ListedLevel) =>
  level === 'area'
    ? isKept(scope, 'p.id')
    : level === 'municipality'
      ? sql`exists (select from area_membership s where s.municipality_id = p.id and ${isKept(scope, 's.area_id')})`
      : isKept(scope, 'p.area_id')

/** The places of a level in a kept area of which something was published, by name. */
export const listClosedPlaces = async (
  db: Read,
  scope: AreaScope,
  { number, level }: { number: number; level: ListedLevel },
): Promise<ClosedPlace[]> => {
  const { rows } = await sql<ClosedPlace>`
    select ${names[level]} as name, ${figuresOf}
    from publication_figure f join ${sql.table(tables[level])} p on p.id = f.place_id
    where f.publication = ${number} and f.level = ${level} and ${undivided} and ${keptPlaces(scope, level)}
    group by p.id order by ${alphabetically(names[level])}, p.id`.execute(db)
  return rows
}

/** Cards used at a site in a closed quarter, and those that came for the first time. */
export type Audience = { period: Period; asOf: Date; users: number | null; newAudience: number | null }

/** The closed quarters of a site of a year, the latest first. */
export const listAudience = async (db: Read, scope: SiteScope, year: number): Promise<Audience[]> => {
  const of = (measure: Measure) => sql`case when bool_or(f.measure = ${measure} and f.count is null) then null
    else coalesce(max(f.count) filter (where f.measure = ${measure}), 0) end`
  const { rows } = await sql<Audience>`
    select p.period, p.counted_at as "asOf", ${of('users')} as users, ${of('new-audience')} as "newAudience"
    from publication p cross join site s left join publication_figure f on f.publication = p.number and f.level = 'site'
      and f.place_id = s.id and f.division = 'all'
    where ${isIn(scope, 's')} and p.period like ${`${year}-Q_`}
    group by p.number order by p.period desc`.execute(db)
  return rows
}

const homeParts = ['own-area', 'other-area', 'unknown'] as const
type HomePart = (typeof homeParts)[number]
export type Homes = { period: Period; asOf: Date; parts: { part: HomePart; count: number | null }[] }

/** Where the cards are from that were used in a site's area, in the latest closed year by then. */
export const findHomes = async (db: Read, scope: SiteScope, year: number): Promise<Homes | undefined> => {
  const { rows } = await sql<{ period: Period; asOf: Date; part: HomePart; count: number | null }>`
    select p.period, p.counted_at as "asOf", f.part, f.count
    from site s join publication_figure f on f.level = 'area' and f.place_id = s.area_id
      and f.measure = 'tickets' and f.division = 'home'
    join publication p on p.number = f.publication
    where ${isIn(scope, 's')} and f.part = any(${[...homeParts]}::text[])
      and p.period = (select max(l.period) from publication l where length(l.period) = 4 and l.period <= ${String(year)})
    order by array_position(${[...homeParts]}::text[], f.part)`.execute(db)
  const [first] = rows
  return (
    first && {
      period: first.period,
      asOf: first.asOf,
      parts: rows.map(({ part, count }) => ({ part, count })),
    }
  )
}
