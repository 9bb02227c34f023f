import { sql } from 'kysely'
import type { User } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { PlaceKey } from './rules.ts'

const isOf = ({ level, id }: PlaceKey) =>
  sql`o.level = ${level} and o.place_id is not distinct from ${id}::integer`

/** The places whose reports a role is told of by mail, the oldest order first. */
export const listOrders = async (db: Read, { accountRoleId }: User): Promise<PlaceKey[]> => {
  const { rows } = await sql<PlaceKey>`
    select o.level, o.place_id as id from report_order o where o.account_role_id = ${accountRoleId}
    order by o.ordered_at, o.id`.execute(db)
  return rows
}

/** @returns false where it was ordered already, so that nothing changed */
export const addOrder = async (
  db: Write,
  { accountRoleId }: User,
  { level, id }: PlaceKey,
  now: Date,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into report_order (account_role_id, level, place_id, ordered_at, told_until)
    values (${accountRoleId}, ${level}, ${id}, ${now}, (select coalesce(max(number), 0) from publication))
    on conflict do nothing returning id`.execute(db)
  return rows.length > 0
}

/** @returns false where there was none */
export const endOrder = async (db: Write, { accountRoleId }: User, place: PlaceKey): Promise<boolean> => {
  const { rows } = await sql`
    delete from report_order o where o.account_role_id = ${accountRoleId} and ${isOf(place)} returning id`.execute(
    db,
  )
  return rows.length > 0
}

/** Ends the orders of roles and accounts that have ended. */
export const forgetOrders = (db: Pool | Write) =>
  sql`delete from report_order o using account_role r left join account a on a.id = r.account_id
    where r.id = o.account_role_id and (r.ended_at is not null or a.ended_at is not null)`.execute(db)

/** An order with whom to write to, and what they are told of already. */
export type Order = {
  id: number
  place: PlaceKey
  toldUntil: number
  email: string
  user: User
}

/** The orders of which something newer has been published, held until the transaction ends: each mail is sent once. */
export const lockOrders = async (db: Write): Promise<Order[]> => {
  const { rows } = await sql<
    Omit<Order, 'place' | 'user'> & { level: PlaceKey['level']; placeId: number | null } & User
  >`
    select o.id, o.level, o.place_id as "placeId", o.told_until as "toldUntil", a.email,
      r.id as "accountRoleId", a.id as "accountId", a.name, a.language, r.role, r.side, r.area_id as "areaId",
      r.unit_id as "unitId", r.site_id as "siteId", r.organisation_id as "organisationId", null as place
    from report_order o
    join account_role r on r.id = o.account_role_id and r.ended_at is null
    join account a on a.id = r.account_id and a.ended_at is null
    where o.told_until < (select max(number) from publication)
    order by o.id for update of o skip locked`.execute(db)
  return rows.map(({ id, level, placeId, toldUntil, email, ...user }) => ({
    ...{ id, toldUntil, email, place: { level, id: placeId } },
    user: { ...user, needsSetUp: false },
  }))
}

export const noteTold = (db: Write, id: number, until: number) =>
  sql`update report_order set told_until = ${until} where id = ${id}`.execute(db)

export const dropOrder = (db: Write, id: number) => sql`delete from report_order where id = ${id}`.execute(db)
