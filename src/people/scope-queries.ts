import { type RawBuilder, sql } from 'kysely'
import { type AreaScope, areaScopeOf, type PlaceScope, placeScopeOf, type User } from '../access.ts'

/** Whose roles somebody may see and give: of an area (or all), or of the one place where they work. */
export type PeopleScope = AreaScope | PlaceScope

/** @throws when the role keeps nothing and works for no place */
export const peopleScopeOf = (user: User): PeopleScope =>
  user.role === 'issuer' || user.role === 'venue' ? placeScopeOf(user) : areaScopeOf(user)

/** The places that a role or an invitation, called `r`, may be for. */
export const placesOfRole = sql`
  left join area on area.id = r.area_id
  left join issuing_unit unit on unit.id = r.unit_id
  left join site on site.id = r.site_id
  left join organisation o on o.id = r.organisation_id`
export const placeName = sql<string | null>`coalesce(area.name, unit.name, site.name, o.name)`

/** Whether the role or invitation `r` lies in the scope. The national roles are in the whole alone. */
export const isInScope = (scope: PeopleScope): RawBuilder<boolean> => {
  if ('unitId' in scope) return sql`r.unit_id = ${scope.unitId}`
  if ('siteId' in scope) return sql`r.site_id = ${scope.siteId}`
  if (scope.areaId === null) return sql`true`
  return sql`coalesce(r.area_id, unit.area_id, site.area_id) = ${scope.areaId}`
}
