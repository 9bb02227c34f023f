import { sql } from 'kysely'
import type { Side } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { GroupRole } from './rules.ts'

/** What one group of a provider gives: a role in one place. */
export type Mapping = {
  id: number
  groupName: string
  role: GroupRole
  side: Side | null
  areaId: number | null
  unitId: number | null
  siteId: number | null
  organisationId: number | null
}
export type NamedMapping = Mapping & { place: string }

const mappings = (db: Read, providerId: number) =>
  db
    .selectFrom('identity_group as g')
    .leftJoin('area', 'area.id', 'g.area_id')
    .leftJoin('issuing_unit as unit', 'unit.id', 'g.unit_id')
    .leftJoin('site', 'site.id', 'g.site_id')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select((eb) => [
      'g.id',
      'g.group_name as groupName',
      'g.role',
      'g.side',
      'g.area_id as areaId',
      'g.unit_id as unitId',
      'g.site_id as siteId',
      'g.organisation_id as organisationId',
      eb.fn.coalesce('area.name', 'unit.name', 'site.name', 'o.name').$notNull().as('place'),
    ])
    .where('g.provider_id', '=', providerId)

/** What the provider's groups give now. */
export const listMappings = (db: Read, providerId: number): Promise<NamedMapping[]> =>
  mappings(db, providerId).where('g.ended_at', 'is', null).orderBy('g.group_name').orderBy('g.id').execute()

/** What these groups of a person give; nothing for a person without groups. */
export const listMappingsOf = async (
  db: Read,
  providerId: number,
  groups: readonly string[],
): Promise<NamedMapping[]> =>
  groups.length === 0
    ? []
    : mappings(db, providerId)
        .where('g.ended_at', 'is', null)
        .where('g.group_name', 'in', groups)
        .orderBy('g.id')
        .execute()

/** One mapping, also one that was removed. */
export const findMapping = (db: Read, providerId: number, id: number): Promise<NamedMapping | undefined> =>
  mappings(db, providerId).where('g.id', '=', id).executeTakeFirst()

/**
 * Lets a group give a role. One that was removed before comes back.
 * @returns undefined when the group gives that role already
 */
export const createMapping = async (
  db: Write,
  providerId: number,
  given: Omit<Mapping, 'id'>,
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into identity_group as g
      (provider_id, group_name, role, side, area_id, unit_id, site_id, organisation_id)
    values (${providerId}, ${given.groupName}, ${given.role}, ${given.side}, ${given.areaId}, ${given.unitId},
      ${given.siteId}, ${given.organisationId})
    on conflict (provider_id, group_name, role, area_id, unit_id, site_id, organisation_id)
      do update set ended_at = null, side = excluded.side where g.ended_at is not null
    returning id`.execute(db)
  return rows[0]?.id
}

/** @returns whether it stood until now */
export const endMapping = async (db: Write, providerId: number, id: number, now: Date): Promise<boolean> => {
  const ended = await db
    .updateTable('identity_group')
    .set({ ended_at: now })
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** @returns the ids of all that gave something until now */
export const endMappings = async (db: Write, providerId: number, now: Date): Promise<number[]> => {
  const ended = await db
    .updateTable('identity_group')
    .set({ ended_at: now })
    .where('provider_id', '=', providerId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** Where a role can be held: the areas, or the open units, sites or organisations, each with what tells it apart. */
export const listPlaces = async (db: Read, role: GroupRole): Promise<{ id: number; name: string }[]> => {
  if (role === 'coordinator') return db.selectFrom('area').select(['id', 'name']).orderBy('name').execute()
  if (role === 'intermediary')
    return db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('closed_on', 'is', null)
      .orderBy('name')
      .execute()
  const open =
    role === 'issuer'
      ? db
          .selectFrom('issuing_unit')
          .select(['id', 'name', 'municipality_id'])
          .where('state', '=', 'active')
          .where('closed_on', 'is', null)
      : db.selectFrom('site').select(['id', 'name', 'municipality_id']).where('closed_on', 'is', null)
  return db
    .selectFrom(open.as('place'))
    .innerJoin('municipality as m', 'm.id', 'place.municipality_id')
    .select(['place.id', sql<string>`place.name || ', ' || m.name_fi`.as('name')])
    .orderBy('place.name')
    .orderBy('m.name_fi')
    .execute()
}
