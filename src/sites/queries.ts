import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import { alphabetically, isKept } from '../places/queries.ts'
import { siteStateOn } from './list-queries.ts'
import type { SiteState } from './rules.ts'

export type Site = {
  id: number
  name: string
  organisationId: number
  organisation: string
  category: Category
  allowsOverride: boolean
  keepsUnrecognised: boolean
  nameFi: string
  nameSv: string | null
  areaId: number | null
  area: string | null
  street: string | null
  postalCode: string | null
  popupFrom: Day | null
  popupUntil: Day | null
  state: SiteState
  closedOn: Day | null
  mergedInto: { id: number; name: string } | null
  lastUsedOn: Day | null
}

/** A site of the kept areas, in whatever state. */
export const findSite = async (
  db: Read,
  scope: AreaScope,
  id: number,
  today: Day,
): Promise<Site | undefined> => {
  const { rows } = await sql<Site>`
    select s.id, s.name, s.organisation_id as "organisationId", o.name as organisation, s.category,
      s.allows_override as "allowsOverride", s.keeps_unrecognised as "keepsUnrecognised", m.name_fi as "nameFi", m.name_sv as "nameSv", s.area_id as "areaId",
      a.name as area, s.street, s.postal_code as "postalCode", s.popup_from as "popupFrom",
      s.popup_until as "popupUntil", ${siteStateOn(today)} as state, s.closed_on as "closedOn",
      case when n.id is not null then json_build_object('id', n.id, 'name', n.name) end as "mergedInto",
      x.last_used_on as "lastUsedOn"
    from site s
    join organisation o on o.id = s.organisation_id
    join municipality m on m.id = s.municipality_id
    left join area a on a.id = s.area_id
    left join site n on n.id = s.merged_into_id
    left join site_activity x on x.site_id = s.id
    where s.id = ${id} and ${isKept(scope, 's.area_id')}`.execute(db)
  return rows[0]
}

type Description = {
  category: Category
  allowsOverride: boolean
  street: string | null
  postalCode: string | null
  popupFrom: Day | null
  popupUntil: Day | null
}
export type WantedSite = Description & {
  name: string
  organisationId: number
  municipalityId: number
  /** Null for a pop-up site. */
  areaId: number | null
}

const describing = (wanted: Description) => ({
  category: wanted.category,
  allows_override: wanted.allowsOverride,
  street: wanted.street,
  postal_code: wanted.postalCode,
  popup_from: wanted.popupFrom,
  popup_until: wanted.popupUntil,
})

/** @returns the id of the new site */
export const addSite = async (db: Write, wanted: WantedSite): Promise<number> => {
  const { id } = await db
    .insertInto('site')
    .values({
      name: wanted.name,
      organisation_id: wanted.organisationId,
      municipality_id: wanted.municipalityId,
      area_id: wanted.areaId,
      ...describing(wanted),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a site is, beside its name and place. Uses that are recorded already keep their category. */
export const describeSite = (db: Write, id: number, wanted: Description) =>
  db.updateTable('site').set(describing(wanted)).where('id', '=', id).execute()

/** The organisations that record for a site. */
export const listIntermediaries = async (
  db: Read,
  siteId: number,
): Promise<{ id: number; name: string }[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select o.id, o.name from site_intermediary i join organisation o on o.id = i.organisation_id
    where i.site_id = ${siteId} order by ${alphabetically(sql`o.name`)}`.execute(db)
  return rows
}

/** The organisations that record for any site: likely ones for another. */
export const listKnownIntermediaries = async (db: Read): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select o.name from organisation o where o.id in (select organisation_id from site_intermediary)
    order by ${alphabetically(sql`o.name`)}`.execute(db)
  return rows.map(({ name }) => name)
}

export const addIntermediary = (db: Write, siteId: number, organisationId: number) =>
  db
    .insertInto('site_intermediary')
    .values({ site_id: siteId, organisation_id: organisationId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const endIntermediary = (db: Write, siteId: number, organisationId: number) =>
  db
    .deleteFrom('site_intermediary')
    .where('site_id', '=', siteId)
    .where('organisation_id', '=', organisationId)
    .execute()

/** Two organisations are one: the one that stays records for the other's sites too. */
export const takeIntermediary = async (db: Write, from: number, into: number): Promise<void> => {
  await sql`with gone as (delete from site_intermediary where organisation_id = ${from} returning site_id)
    insert into site_intermediary (site_id, organisation_id) select site_id, ${into} from gone
    on conflict do nothing`.execute(db)
}
