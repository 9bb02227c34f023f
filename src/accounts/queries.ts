import { sql } from 'kysely'
import { needsSecondFactor, type PersonRole, type Side, type User } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import {
  bucketsForgottenBefore,
  deviceSessionEnd,
  isProvenFor,
  sessionEnd,
  sessionIdleFrom,
} from './rules.ts'

/** How somebody proved who they are. A device has been paired; in the demo nobody proves anything. */
export type SessionProof = 'password' | 'totp' | 'recovery' | 'passkey' | 'provider' | 'device' | 'demo'
export type Session = {
  id: string
  tokenHash: Buffer
  startedAt: Date
  /** When it was last used, to the minute. */
  seenAt: Date
  expiresAt: Date
  proof: SessionProof
  /** The identity provider that proved it, when one did. */
  providerId: number | null
  /** When the person last proved who they are: delicate deeds ask again after a while. */
  provenAt: Date
}

/**
 * The session in which a signed-in user visits: `findSessionUser` hands it along, for only this slice needs it.
 */
export const sessionOf = (user: User): Session => (user as User & { session: Session }).session

/** Who the token's session belongs to, and in which role; undefined when it has ended or idled out. */
export const findSessionUser = async (
  db: Read,
  tokenHash: Buffer,
  now: Date,
): Promise<(User & { session: Session }) | undefined> => {
  // Every request of somebody signed in begins here: the statement is named, so that it is planned once, and looks names
  // up one by one, for a join of all nine tables takes five times as long to plan.
  const row = await db
    .selectFrom('session as s')
    .innerJoin('account_role as r', 'r.id', 's.account_role_id')
    .leftJoin('account as a', 'a.id', 'r.account_id')
    .leftJoin('device as d', 'd.id', 'r.device_id')
    .modifyFront(sql`/* accounts.session-user */`)
    .select((eb) => [
      'r.id as accountRoleId',
      eb.fn.coalesce('a.id', 'd.id').$notNull().as('accountId'),
      eb.fn.coalesce('a.name', 'd.name').$notNull().as('name'),
      'a.language',
      'r.role',
      'r.side',
      'r.area_id as areaId',
      'r.unit_id as unitId',
      'r.site_id as siteId',
      'r.organisation_id as organisationId',
      's.id as sessionId',
      's.started_at',
      's.seen_at',
      's.expires_at',
      's.proof',
      's.proven_at',
      's.provider_id as providerId',
      'r.group_id as groupId',
      sql<string | null>`coalesce(
        (select name from area where id = r.area_id), (select name from issuing_unit where id = r.unit_id),
        (select name from site where id = r.site_id), (select name from organisation where id = r.organisation_id)
      )`.as('place'),
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now)
    // A device stands on a counter all day: it ends when somebody ends it, or after its ninety days.
    .where((eb) => eb.or([eb('s.kind', '=', 'device'), eb('s.seen_at', '>', sessionIdleFrom(now))]))
    .where('a.ended_at', 'is', null)
    .where('d.ended_at', 'is', null)
    // A site that is closed or merged has no desk that a device could stand on.
    .where(
      sql<boolean>`(r.role <> 'device' or exists (select from site where id = r.site_id
        and merged_into_id is null and (closed_on is null or closed_on > ${dayOf(now)}::date)))`,
    )
    .where('r.ended_at', 'is', null)
    // What a provider's group gave is acted in only through that provider: who has left there has no other way in.
    .where(
      sql<boolean>`(r.group_id is null or exists (select from identity_group g
        where g.id = r.group_id and g.provider_id = s.provider_id))`,
    )
    .executeTakeFirst()
  if (!row) return undefined
  const {
    sessionId,
    started_at: startedAt,
    seen_at: seenAt,
    expires_at: expiresAt,
    proof,
    proven_at,
    providerId,
    groupId,
    language,
    ...user
  } = row
  if (!isProvenFor({ providerId }, { groupId, needsFactor: needsSecondFactor(user.role) })) return undefined
  return {
    ...user,
    language: language ?? 'fi',
    place: user.place ?? null,
    needsSetUp: needsSecondFactor(user.role) && proof === 'password',
    session: {
      id: sessionId,
      tokenHash,
      startedAt,
      seenAt,
      expiresAt,
      proof,
      providerId,
      provenAt: proven_at ?? startedAt,
    },
  }
}

/** Moves the idle limit, at most once a minute: most requests cost no statement for it. */
export const touchSession = async (db: Pool, { tokenHash, seenAt }: Session, now: Date): Promise<void> => {
  const aMinuteAgo = new Date(now.getTime() - 60_000)
  if (seenAt >= aMinuteAgo) return
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('token_hash', '=', tokenHash)
    .where('seen_at', '<', aMinuteAgo)
    .execute()
}

/** The day of the sign-in stays with the account; the session itself is forgotten when it has ended. */
export const startSession = async (
  db: Write,
  accountRoleId: string,
  tokenHash: Buffer,
  now: Date,
  how: { proof: SessionProof; browser?: string; providerId?: number | null },
): Promise<void> => {
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_role_id: accountRoleId,
      kind: how.proof === 'device' ? 'device' : 'person',
      proof: how.proof,
      proven_at: now,
      provider_id: how.providerId ?? null,
      browser: how.browser || null,
      started_at: now,
      seen_at: now,
      expires_at: how.proof === 'device' ? deviceSessionEnd(now) : sessionEnd(now),
    })
    .execute()
  await db
    .updateTable('account as a')
    .from('account_role as r')
    .set({ signed_in_on: dayOf(now) })
    .whereRef('a.id', '=', 'r.account_id')
    .where('r.id', '=', accountRoleId)
    .execute()
}

export const endSession = (db: Write, tokenHash: Buffer) =>
  db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

/** The account that signs in with this address and a password, with the role it acts in first. */
export const findAccount = (db: Read, email: string) =>
  db
    .selectFrom('account as a')
    .innerJoin('account_role as r', 'r.account_id', 'a.id')
    .select(['a.id', 'a.name', 'a.email', 'a.password_hash', 'r.id as accountRoleId', 'r.role', 'a.language'])
    .where(sql`lower(a.email)`, '=', email.toLowerCase())
    .where('a.ended_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .where('r.group_id', 'is', null)
    .orderBy('r.created_at')
    .executeTakeFirst()

/** Also true of an account that has ended: its address stays its own. */
export const hasAccount = async (db: Read, email: string): Promise<boolean> => {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

export type RoleScope = {
  role: PersonRole
  side?: Side | null
  areaId?: number | null
  unitId?: number | null
  siteId?: number | null
  organisationId?: number | null
}

/** @returns the id of the role in which the new account acts */
export const createAccount = async (
  db: Write,
  account: {
    email: string
    name: string
    language: Language
    passwordHash: string | null
    now: Date
  } & RoleScope,
): Promise<string> => {
  const { id } = await db
    .insertInto('account')
    .values({
      email: account.email,
      name: account.name,
      language: account.language,
      password_hash: account.passwordHash,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return addRole(db, id, account, account.now)
}

/** @returns the id of the role */
export const addRole = async (db: Write, accountId: string, given: RoleScope, now: Date): Promise<string> => {
  const { id } = await db
    .insertInto('account_role')
    .values({
      account_id: accountId,
      role: given.role,
      side: given.side ?? null,
      area_id: given.areaId ?? null,
      unit_id: given.unitId ?? null,
      site_id: given.siteId ?? null,
      organisation_id: given.organisationId ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Sweeps out sessions that have ended and buckets that are full again: nothing that anyone would miss. */
export const forgetSessions = async (db: Pool, now: Date) => {
  await db
    .deleteFrom('session')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', now),
        eb.and([eb('kind', '=', 'person'), eb('seen_at', '<=', sessionIdleFrom(now))]),
      ]),
    )
    .execute()
  await db.deleteFrom('sign_in_step').where('expires_at', '<=', now).execute()
  await db.deleteFrom('invitation').where('expires_at', '<', bucketsForgottenBefore(now)).execute()
  await db.deleteFrom('account_link').where('expires_at', '<', bucketsForgottenBefore(now)).execute()
  await db.deleteFrom('rate_limit').where('refilled_at', '<', bucketsForgottenBefore(now)).execute()
}
