import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically, isKept } from '../places/queries.ts'
import type { OrganisationKind } from './rules.ts'

/** Whether an organisation has a unit or a site in the kept areas. */
export const isInKeptArea = (scope: AreaScope) =>
  scope.areaId === null
    ? sql<boolean>`true`
    : sql<boolean>`(exists (select from issuing_unit u where u.organisation_id = o.id and ${isKept(scope, 'u.area_id')})
        or exists (select from site s where s.organisation_id = o.id and ${isKept(scope, 's.area_id')}))`

/** Whether all the units and sites of an organisation, but those merged away, lie in the kept areas. */
export const isWhollyIn = (scope: AreaScope) =>
  scope.areaId === null
    ? sql<boolean>`true`
    : sql<boolean>`(not exists (select from issuing_unit u where u.organisation_id = o.id
          and u.merged_into_id is null and u.area_id is distinct from ${scope.areaId})
        and not exists (select from site s where s.organisation_id = o.id
          and s.merged_into_id is null and s.area_id is distinct from ${scope.areaId}))`

/** Names to choose from when a unit or a site is made. */
export const listOrganisationNames = async (db: Read, scope: AreaScope): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select o.name from organisation o
    where o.closed_on is null and o.merged_into_id is null and ${isInKeptArea(scope)}
    order by ${alphabetically(sql`o.name`)}`.execute(db)
  return rows.map(({ name }) => name)
}

/** The organisation of a name, made when new; of one that was merged, the one that stayed. */
export const idOfOrganisation = async (db: Write, name: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    with recursive known as (
      select id, merged_into_id from organisation where lower(name) = lower(${name})
      union all select o.id, o.merged_into_id from known k join organisation o on o.id = k.merged_into_id
    )
    select id from known where merged_into_id is null limit 1`.execute(db)
  if (rows[0]) return rows[0].id
  const made = await db.insertInto('organisation').values({ name }).returning('id').executeTakeFirstOrThrow()
  return made.id
}

export type Organisation = {
  id: number
  name: string
  kind: OrganisationKind | null
  businessId: string | null
  /** True when all its units and sites lie in the kept areas: only then may it be changed from there. */
  isWhollyKept: boolean
}

export const findOrganisation = async (
  db: Read,
  scope: AreaScope,
  id: number,
): Promise<Organisation | undefined> => {
  const { rows } = await sql<Organisation>`
    select o.id, o.name, o.kind, o.business_id as "businessId",
      ${isWhollyIn(scope)} as "isWhollyKept"
    from organisation o where o.id = ${id} and o.merged_into_id is null and ${isInKeptArea(scope)}`.execute(
    db,
  )
  return rows[0]
}

type Wanted = { name: string; kind: OrganisationKind; businessId: string | null }

export const addOrganisation = async (db: Write, wanted: Wanted): Promise<number> => {
  const { id } = await db
    .insertInto('organisation')
    .values({ name: wanted.name, kind: wanted.kind, business_id: wanted.businessId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changeOrganisation = (db: Write, id: number, wanted: Wanted) =>
  db
    .updateTable('organisation')
    .set({ name: wanted.name, kind: wanted.kind, business_id: wanted.businessId })
    .where('id', '=', id)
    .execute()

/** Of the unique columns, the one that another organisation has already. */
export const findClash = async (
  db: Read,
  wanted: Pick<Wanted, 'name' | 'businessId'>,
  own: number | null,
): Promise<'name' | 'businessId' | null> => {
  const { rows } = await sql<{ isName: boolean }>`select lower(name) = lower(${wanted.name}) as "isName"
    from organisation where (lower(name) = lower(${wanted.name}) or business_id = ${wanted.businessId})
      and id is distinct from ${own}
    order by 1 desc limit 1`.execute(db)
  return rows[0] ? (rows[0].isName ? 'name' : 'businessId') : null
}

export type PlaceOfOrganisation = {
  kind: 'unit' | 'site'
  id: number
  name: string
  nameFi: string
  nameSv: string | null
  from: Day | null
  until: Day | null
}

/** The units and sites that an organisation has or has had, of the kept areas, the present ones first. */
export const listPlacesOf = async (
  db: Read,
  scope: AreaScope,
  id: number,
): Promise<PlaceOfOrganisation[]> => {
  const { rows } = await sql<PlaceOfOrganisation>`
    select * from (
      select 'unit' as kind, u.id, t.name, m.name_fi as "nameFi", m.name_sv as "nameSv",
        t.period_from as "from", coalesce(t.period_until, u.closed_on - 1) as "until"
      from unit_period t join issuing_unit u on u.id = t.unit_id join municipality m on m.id = t.municipality_id
      where t.organisation_id = ${id} and u.merged_into_id is null and ${isKept(scope, 'u.area_id')}
      union all
      select 'site', s.id, t.name, m.name_fi, m.name_sv, t.period_from, coalesce(t.period_until, s.closed_on - 1)
      from site_period t join site s on s.id = t.site_id join municipality m on m.id = t.municipality_id
      where t.organisation_id = ${id} and s.merged_into_id is null and ${isKept(scope, 's.area_id')}
    ) p
    order by "until" desc nulls first, kind desc, ${alphabetically(sql`name`)}, id limit 500`.execute(db)
  return rows
}

/** Organisations of a similar name first: what one can be merged into. */
export const listMergeTargets = async (
  db: Read,
  organisation: Organisation,
): Promise<{ id: number; name: string; businessId: string | null }[]> => {
  const { rows } = await sql<{ id: number; name: string; businessId: string | null }>`
    select o.id, o.name, o.business_id as "businessId" from organisation o
    where o.merged_into_id is null and o.closed_on is null and o.id <> ${organisation.id}
    order by left(lower(o.name), 4) <> left(lower(${organisation.name}), 4), ${alphabetically(sql`o.name`)}, o.id`.execute(
    db,
  )
  return rows
}

/** Whether both have a unit or a site of the same name in the same municipality: those have to be merged first. */
export const haveTwins = async (db: Read, a: number, b: number): Promise<boolean> => {
  const { rows } = await sql`
    select from issuing_unit x join issuing_unit y on (x.name, x.municipality_id) = (y.name, y.municipality_id)
      where x.organisation_id = ${a} and y.organisation_id = ${b}
    union all select from site x join site y on (x.name, x.municipality_id) = (y.name, y.municipality_id)
      where x.organisation_id = ${a} and y.organisation_id = ${b}
    limit 1`.execute(db)
  return rows.length > 0
}
