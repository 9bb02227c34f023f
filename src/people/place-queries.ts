import { type RawBuilder, sql } from 'kysely'
import type { PersonRole } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { PeopleScope } from './scope-queries.ts'

export type PlaceKind = 'area' | 'unit' | 'site' | 'organisation'

/** What a role is for; the national roles are for no one place. */
export const placeKinds: Record<PersonRole, PlaceKind | null> = {
  centre: null,
  coordinator: 'area',
  issuer: 'unit',
  venue: 'site',
  intermediary: 'organisation',
  auditor: null,
}

export type Place = { id: number; name: string }

/** A unit or site with its municipality, for many are called the same. */
const within = (
  table: RawBuilder<unknown>,
  today: Day,
  more: RawBuilder<unknown>,
  scope: RawBuilder<unknown>,
) => sql`
  select p.id, p.name || ' (' || m.name_fi || ')' as name from ${table} p
  join municipality m on m.id = p.municipality_id
  where (p.closed_on is null or p.closed_on > ${today}::date) and p.merged_into_id is null and ${more} and ${scope}`

/** Which places of a kind lie in the scope: the one place itself, or those of the area, or all. */
const inScope = (scope: PeopleScope, kind: PlaceKind): RawBuilder<boolean> => {
  if ('unitId' in scope) return kind === 'unit' ? sql`p.id = ${scope.unitId}` : sql`false`
  if ('siteId' in scope) return kind === 'site' ? sql`p.id = ${scope.siteId}` : sql`false`
  if (scope.areaId === null) return sql`true`
  if (kind === 'organisation') return sql`false`
  return kind === 'area' ? sql`p.id = ${scope.areaId}` : sql`p.area_id = ${scope.areaId}`
}

const placesOf = (scope: PeopleScope, kind: PlaceKind, today: Day) => {
  const where = inScope(scope, kind)
  if (kind === 'unit') return within(sql`issuing_unit`, today, sql`p.state = 'active'`, where)
  if (kind === 'site') return within(sql`site`, today, sql`true`, where)
  if (kind === 'area') return sql`select p.id, p.name from area p where ${where}`
  return sql`select p.id, p.name from organisation p
    where exists (select from site_intermediary i where i.organisation_id = p.id) and ${where}`
}

/** The places in the scope that somebody can be invited to. */
export const listPlaces = async (
  db: Read,
  scope: PeopleScope,
  kind: PlaceKind,
  today: Day,
): Promise<Place[]> =>
  (await sql<Place>`select * from (${placesOf(scope, kind, today)}) place order by name, id`.execute(db)).rows

/** One of them; what lies outside the scope does not exist. */
export const findPlace = async (
  db: Read,
  scope: PeopleScope,
  kind: PlaceKind,
  id: number,
  today: Day,
): Promise<Place | undefined> =>
  (await sql<Place>`select * from (${placesOf(scope, kind, today)}) place where id = ${id}`.execute(db))
    .rows[0]
