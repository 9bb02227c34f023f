import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Stage } from '../network/membership-rules.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import type { Findings } from './rules.ts'

export type KeptArea = { id: number; name: string; nameSv: string | null }
export type Member = MunicipalityNames & { id: number; stages: Stage[] }

const stages = sql<Stage[]>`json_agg(json_build_object('id', s.id, 'phase', s.phase, 'from', s.phase_from,
  'until', s.phase_until, 'crossUse', s.cross_use) order by s.phase_from nulls first)`

/** The areas that one keeps, by name, with every row of their municipalities. */
export const listKeptAreas = async (
  db: Read,
  { areaId }: AreaScope,
): Promise<(KeptArea & { members: Stage[][] })[]> => {
  const { rows } = await sql<KeptArea & { members: Stage[][] }>`
    select a.id, a.name, a.name_sv as "nameSv", coalesce(m.members, '[]') as members
    from area a left join lateral (
      select json_agg(of_one.stages) as members from (
        select ${stages} as stages from area_membership s where s.area_id = a.id group by s.municipality_id
      ) of_one
    ) m on true
    where ${areaId}::int is null or a.id = ${areaId} order by a.name`.execute(db)
  return rows
}

/** The areas that one keeps, by name alone: what something of one's own can be for. */
export const listAreaNames = (db: Read, { areaId }: AreaScope): Promise<{ id: number; name: string }[]> =>
  db
    .selectFrom('area')
    .select(['id', 'name'])
    .where(sql<boolean>`(${areaId}::int is null or id = ${areaId})`)
    .orderBy('name')
    .execute()

export const findKeptArea = (db: Read, { areaId }: AreaScope, id: number): Promise<KeptArea | undefined> =>
  db
    .selectFrom('area')
    .select(['id', 'name', 'name_sv as nameSv'])
    .where('id', '=', id)
    .where(sql<boolean>`(${areaId}::int is null or id = ${areaId})`)
    .executeTakeFirst()

/** The municipalities that are or have been in the area, with all their rows in it. */
export const listMembers = async (db: Read, area: Pick<KeptArea, 'id'>): Promise<Member[]> => {
  const { rows } = await sql<Member>`
    select m.id, m.name_fi as "nameFi", m.name_sv as "nameSv", ${stages} as stages
    from area_membership s join municipality m on m.id = s.municipality_id
    where s.area_id = ${area.id} group by m.id order by m.name_fi`.execute(db)
  return rows
}

/** What the register has of the points that an area must have in order. */
export const findFindings = async (db: Read, area: KeptArea, today: Day): Promise<Findings> => {
  const { rows } = await sql<Findings>`
    with unit as (
      select u.id, u.organisation_id, u.third_sector from issuing_unit u
      where u.area_id = ${area.id} and u.state = 'active' and coalesce(u.closed_on, 'infinity') > ${today}::date
    ), place as (
      select t.id from site t where t.area_id = ${area.id} and coalesce(t.closed_on, 'infinity') > ${today}::date
    ), keeper as (
      select side from account_role where role = 'coordinator' and area_id = ${area.id} and ended_at is null
    )
    select (select count(*) from keeper where side = 'culture') as "cultureCoordinators",
      (select count(*) from keeper where side = 'sote') as "soteCoordinators",
      (select count(*) from unit) as units,
      (select count(*) from unit where third_sector) as "thirdSectorUnits",
      (select count(*) from place) as sites,
      (select count(distinct u.organisation_id) from unit u where not exists (
        select from contact_person c where c.ended_at is null and (c.organisation_id = u.organisation_id
          or c.unit_id in (select o.id from unit o where o.organisation_id = u.organisation_id))
      )) as "organisationsWithoutContact",
      (select count(*) from place p where not exists (
        select from contact_person c where c.site_id = p.id and c.ended_at is null)) as "sitesWithoutContact",
      exists (select from area_text x where x.area_id = ${area.id} and x.language = 'fi'
        and x.field = 'intro') as "hasFinnishText"`.execute(db)
  return rows[0]!
}
