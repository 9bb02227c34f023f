import { needsSecondFactor } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { endLettingIn } from './letting-in-queries.ts'
import type { RoleScope } from './queries.ts'

/** Roles that the groups of a municipality's own sign-in give and take. The groups themselves: `providers/`. */

/** An account without a password: its owner comes in through a provider. @returns its id */
export const createProvidedAccount = async (
  db: Write,
  account: { email: string; name: string; language: Language; now: Date },
): Promise<string> => {
  const { id } = await db
    .insertInto('account')
    .values({
      email: account.email,
      name: account.name,
      language: account.language,
      password_hash: null,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type HeldRole = Required<RoleScope> & { id: string; groupId: number | null; providerId: number | null }

/**
 * Every role that a sign-in through a provider may count on, the oldest first: given by a group, or by hand where no
 * second factor is asked for.
 */
export const listHeldRoles = async (db: Read, accountId: string): Promise<HeldRole[]> => {
  const rows = await db
    .selectFrom('account_role as r')
    .leftJoin('identity_group as g', 'g.id', 'r.group_id')
    .select([
      'r.id',
      'r.role',
      'r.side',
      'r.area_id as areaId',
      'r.unit_id as unitId',
      'r.site_id as siteId',
      'r.organisation_id as organisationId',
      'r.group_id as groupId',
      'g.provider_id as providerId',
    ])
    .where('r.account_id', '=', accountId)
    .where('r.ended_at', 'is', null)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute()
  return (rows as HeldRole[]) // an account never holds the role of a device (account_role_holder)
    .filter(({ groupId, role }) => groupId !== null || !needsSecondFactor(role))
}

export const giveRole = (db: Write, accountId: string, given: RoleScope & { groupId: number }, now: Date) =>
  db
    .insertInto('account_role')
    .values({
      account_id: accountId,
      role: given.role,
      side: given.side ?? null,
      area_id: given.areaId ?? null,
      unit_id: given.unitId ?? null,
      site_id: given.siteId ?? null,
      organisation_id: given.organisationId ?? null,
      group_id: given.groupId,
      created_at: now,
    })
    .execute()

/** Ends roles, and with them the sessions that act in them and what their holders had opened to let others in. */
export const endRoles = async (db: Write, ids: readonly string[], now: Date) => {
  if (ids.length === 0) return
  await db.deleteFrom('session').where('account_role_id', 'in', ids).execute()
  const ended = await db
    .updateTable('account_role')
    .set({ ended_at: now })
    .where('id', 'in', ids)
    .returning('account_id')
    .execute()
  for (const accountId of new Set(ended.map(({ account_id }) => account_id)))
    if (accountId) await endLettingIn(db, accountId, now)
}

/** The open roles that these groups gave, to anyone. */
export const listRolesOfGroups = async (db: Read, groupIds: readonly number[]): Promise<string[]> => {
  if (groupIds.length === 0) return []
  const rows = await db
    .selectFrom('account_role')
    .select('id')
    .where('group_id', 'in', groupIds)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Ends the sessions that began through the provider: of one account, or of everybody. */
export const endProviderSessions = async (db: Write, providerId: number, accountId?: string) => {
  let ending = db.deleteFrom('session').where('provider_id', '=', providerId)
  if (accountId !== undefined)
    ending = ending.where('account_role_id', 'in', (eb) =>
      eb.selectFrom('account_role').select('id').where('account_id', '=', accountId),
    )
  await ending.execute()
}
