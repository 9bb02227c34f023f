import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import { alphabetically, hasWords, isKept } from '../places/queries.ts'
import { isInKeptArea } from './queries.ts'
import type { OrganisationKind } from './rules.ts'

export type OrganisationFilter = { words: readonly string[]; area: string; kind: string; attention: string }

export type ListedOrganisation = {
  id: number
  name: string
  kind: OrganisationKind | null
  businessId: string | null
  /** Of the kept areas. */
  units: number
  sites: number
  /** Neither the organisation nor each of its places names a contact person. */
  contact: boolean
}

const isInArea = (asked: string) =>
  /^\d{1,9}$/.test(asked)
    ? sql<boolean>`(o.id in (select organisation_id from issuing_unit where area_id = ${Number(asked)})
        or o.id in (select organisation_id from site where area_id = ${Number(asked)}))`
    : sql<boolean>`true`

const isOfKind = (asked: string) => {
  if (asked === '') return sql<boolean>`true`
  return asked === 'unknown' ? sql<boolean>`o.kind is null` : sql<boolean>`o.kind = ${asked}`
}

/** Places that work but name nobody, in the kept areas. */
const nameless = (kind: 'unit' | 'site', scope: AreaScope) => {
  const key = sql.ref(`${kind}_id`)
  const standing = kind === 'unit' ? sql`p.state = 'active' and` : sql``
  return sql`select p.organisation_id from ${sql.table(kind === 'unit' ? 'issuing_unit' : 'site')} p
    where ${standing} p.closed_on is null and p.merged_into_id is null and ${isKept(scope, 'p.area_id')}
      and p.id not in (select ${key} from contact_person where ended_at is null and ${key} is not null)`
}

/**
 * Organisations with a unit or a site in the kept areas, those without a contact person first, then by name.
 * @param page null for all of them
 */
export const listOrganisations = async (
  db: Read,
  scope: AreaScope,
  filter: OrganisationFilter,
  page: { page: number; size: number } | null,
): Promise<{ rows: ListedOrganisation[]; total: number }> => {
  const { rows } = await sql<ListedOrganisation & { total: number }>`
    select *, count(*) over () as total from (
      select o.id, o.name, o.kind, o.business_id as "businessId", coalesce(u.count, 0) as units,
        coalesce(s.count, 0) as sites,
        o.id not in (
          select organisation_id from contact_person where ended_at is null and organisation_id is not null)
        and (o.id in (${nameless('unit', scope)}) or o.id in (${nameless('site', scope)})) as contact
      from organisation o
      left join (select organisation_id, count(*) from issuing_unit u
        where u.merged_into_id is null and ${isKept(scope, 'u.area_id')} group by 1) u on u.organisation_id = o.id
      left join (select organisation_id, count(*) from site s
        where s.merged_into_id is null and ${isKept(scope, 's.area_id')} group by 1) s on s.organisation_id = o.id
      where o.merged_into_id is null and ${isInKeptArea(scope)} and ${isInArea(filter.area)}
        and ${isOfKind(filter.kind)} and ${hasWords(sql`concat_ws(' ', o.name, o.business_id)`, filter.words)}
    ) l
    where ${filter.attention === '' ? sql`true` : sql`contact`}
    order by contact desc, ${alphabetically(sql`name`)}, id
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  if (rows.length === 0 && page && page.page > 1)
    return listOrganisations(db, scope, filter, { ...page, page: 1 })
  return { rows, total: rows[0]?.total ?? 0 }
}
