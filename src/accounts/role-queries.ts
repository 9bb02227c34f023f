import { needsSecondFactor, type PersonRole, type Side } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { endLettingIn } from './letting-in-queries.ts'
import { endLinks } from './link-queries.ts'
import { addRole, type RoleScope } from './queries.ts'
import { isProvenFor } from './rules.ts'
import { endSessions, endSessionsOfRole } from './session-queries.ts'

export type OwnRole = { id: string; role: PersonRole; side: Side | null; place: string | null }

/**
 * The roles that a person can act in now, the first one first. A role that a provider's groups gave is held only in a
 * sign-in that came through that provider; one given by hand that asks for a second factor, only in other sign-ins.
 */
export const listOwnRoles = async (
  db: Read,
  accountId: string,
  { providerId }: { providerId: number | null },
): Promise<OwnRole[]> => {
  const rows = await db
    .selectFrom('account_role as r')
    .leftJoin('area', 'area.id', 'r.area_id')
    .leftJoin('issuing_unit as unit', 'unit.id', 'r.unit_id')
    .leftJoin('site', 'site.id', 'r.site_id')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('identity_group as g', 'g.id', 'r.group_id')
    .select((eb) => [
      'r.id',
      'r.role',
      'r.side',
      'r.group_id as groupId',
      eb.fn.coalesce('area.name', 'unit.name', 'site.name', 'o.name').as('place'),
    ])
    .where('r.account_id', '=', accountId)
    .where('r.ended_at', 'is', null)
    .where((eb) => eb.or([eb('r.group_id', 'is', null), eb('g.provider_id', '=', providerId)]))
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute()
  return rows
    .map(({ groupId, ...row }) => ({
      groupId,
      ...row,
      role: row.role as PersonRole,
      place: row.place ?? null,
    }))
    .filter(({ groupId, role }) =>
      isProvenFor({ providerId }, { groupId, needsFactor: needsSecondFactor(role) }),
    )
    .map(({ groupId: _, ...role }) => role)
}

const findSameRole = (db: Write, accountId: string, given: RoleScope) =>
  db
    .selectFrom('account_role')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', given.role)
    .where('side', 'is not distinct from', given.side ?? null)
    .where('area_id', 'is not distinct from', given.areaId ?? null)
    .where('unit_id', 'is not distinct from', given.unitId ?? null)
    .where('site_id', 'is not distinct from', given.siteId ?? null)
    .where('organisation_id', 'is not distinct from', given.organisationId ?? null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** Gives a person a role, once. @returns the id of the role, of the one they had already too */
export const giveRole = async (
  db: Write,
  accountId: string,
  given: RoleScope,
  now: Date,
): Promise<string> => {
  const same = await findSameRole(db, accountId, given)
  return same?.id ?? addRole(db, accountId, given, now)
}

/**
 * Ends one role and at once the sessions that act in it, and what its holder had opened to let others in.
 * @returns false when it had ended already
 */
export const endRole = async (db: Write, accountRoleId: string, now: Date): Promise<boolean> => {
  const ended = await db
    .updateTable('account_role')
    .set({ ended_at: now })
    .where('id', '=', accountRoleId)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  await endSessionsOfRole(db, accountRoleId)
  if (ended?.account_id) await endLettingIn(db, ended.account_id, now)
  return ended !== undefined
}

/**
 * Ends an account, its roles and at once all that it could still do: sessions, links, and the invitations and
 * pairings of phones that it has opened and that nobody has taken. The row stays with its name, for the log names people by their account.
 */
export const endAccount = async (db: Write, accountId: string, now: Date) => {
  await db
    .updateTable('account')
    .set({ ended_at: now })
    .where('id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await db
    .updateTable('account_role')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await endSessions(db, accountId)
  await endLinks(db, accountId, 'reset')
  await endLinks(db, accountId, 'email')
  await endLettingIn(db, accountId, now)
}

/**
 * Whether somebody else runs the whole. The rows are locked: two who end each other at once come one after the other.
 */
export const hasOtherCentre = async (db: Write, accountId: string): Promise<boolean> => {
  const rows = await db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select('a.id')
    .where('r.role', '=', 'centre')
    .where('r.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .orderBy('r.id')
    .forUpdate()
    .execute()
  return rows.some(({ id }) => id !== accountId)
}
