import { needsSecondFactor, type User } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { type SessionProof, sessionOf } from './queries.ts'
import { isRecent } from './rules.ts'

/**
 * Whether the person proved lately who they are: delicate deeds ask again after ten minutes
 * (ASVS 5.0, 7.5.1). Where it is false, send them to `proveAgainPath` of words.ts. In the demo nobody proves anything.
 */
export const isRecentlyProven = (user: User, now: Date, graceMinutes = 0): boolean => {
  const { proof, provenAt } = sessionOf(user)
  return proof === 'demo' || isRecent(provenAt, now, graceMinutes)
}

/**
 * Gives the session a new token when it comes to more rights, so that a token known before is worth nothing after.
 * The last statement of an action: those after it would act without a session.
 */
export const renewSession = (
  db: Write,
  oldHash: Buffer,
  newHash: Buffer,
  how: { proof: SessionProof; now: Date },
) =>
  db
    .updateTable('session')
    .set({ token_hash: newHash, proof: how.proof, proven_at: how.now, seen_at: how.now })
    .where('token_hash', '=', oldHash)
    .execute()

const rolesOfAccount = (db: Read, accountId: string) =>
  db.selectFrom('account_role').select('id').where('account_id', '=', accountId)

/** Ends the sessions that a password alone began, once more than a password is asked for; `kept` goes on. */
export const endPasswordSessions = (db: Write, accountId: string, kept: Buffer) =>
  db
    .deleteFrom('session')
    .where('account_role_id', 'in', rolesOfAccount(db, accountId))
    .where('proof', '=', 'password')
    .where('token_hash', '!=', kept)
    .execute()

const standingAccount = (db: Read, accountId: string) =>
  db
    .selectFrom('account as a')
    .innerJoin('account_role as r', 'r.account_id', 'a.id')
    .select(['a.id', 'a.name', 'a.email', 'a.password_hash', 'r.id as accountRoleId', 'r.role', 'a.language'])
    .where('a.id', '=', accountId)
    .where('a.ended_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .orderBy('r.created_at')

/** The account with the oldest of its roles; undefined when either has ended. */
export const findAccountById = (db: Read, accountId: string) =>
  standingAccount(db, accountId).executeTakeFirst()

/**
 * The account that signs in by its own factors, with the role it acts in first; undefined when either has ended. What
 * a provider's group gave is acted in only through that provider.
 */
export const findEntering = (db: Read, accountId: string) =>
  standingAccount(db, accountId).where('r.group_id', 'is', null).executeTakeFirst()

/** Whether any role that the account still holds asks for a second factor. */
export const needsFactor = async (db: Read, accountId: string): Promise<boolean> => {
  const roles = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  return roles.some(({ role }) => needsSecondFactor(role))
}

/** Lets others who change the same account wait until this action ends. */
export const lockAccount = (db: Write, accountId: string) =>
  db.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
