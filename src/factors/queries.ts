import { sql } from 'kysely'
import type { User } from '../access.ts'
import { isRecentlyProven } from '../accounts/proof-queries.ts'
import { sessionOf } from '../accounts/queries.ts'
import { endSessions } from '../accounts/session-queries.ts'
import { endStepsOf } from '../accounts/step-queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { forgetIdentities } from '../providers/sign-in-queries.ts'
import { type Factors, hasFactors, shownSince } from './rules.ts'

/** Which second factors the account has set up, and how many recovery codes are left. */
export const findFactors = async (db: Read, accountId: string): Promise<Factors & { codesLeft: number }> => {
  const { rows } = await sql<Factors & { codesLeft: number }>`select
    exists (select from totp where account_id = ${accountId} and confirmed_at is not null) as app,
    (select count(*)::int from passkey where account_id = ${accountId}) as passkeys,
    (select count(*)::int from recovery_code where account_id = ${accountId} and used_at is null) as "codesLeft"
  `.execute(db)
  return rows[0]!
}

/**
 * Whether to ask first who it is: after ten minutes, and always where a password or a provider alone began the session
 * of an account that has more: whoever has only that must not add a way in of their own.
 */
export const mustProve = (user: User, factors: Factors, now: Date): boolean => {
  const { proof, provenAt, startedAt } = sessionOf(user)
  const isHalf = proof === 'password' || (proof === 'provider' && provenAt.getTime() === startedAt.getTime())
  return !isRecentlyProven(user, now) || (isHalf && hasFactors(factors))
}

/**
 * Takes from an account all that opens it beside its password: second factors whose person has lost them, and links to
 * providers, which may be somebody else's. It is signed out everywhere. At the next sign-in the password is enough
 * again, and a role that needs more asks to set it up anew.
 */
export const forgetFactors = async (db: Write, accountId: string) => {
  await db.deleteFrom('totp').where('account_id', '=', accountId).execute()
  await db.deleteFrom('passkey').where('account_id', '=', accountId).execute()
  await db.deleteFrom('passkey_challenge').where('account_id', '=', accountId).execute()
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await forgetIdentities(db, accountId)
  await endStepsOf(db, accountId)
  await endSessions(db, accountId)
}

/** Sweeps out what waited in vain: challenges, secrets without a first code, and recovery codes still to be shown. */
export const forgetUnfinishedFactors = async (db: Pool, now: Date) => {
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute()
  await db
    .deleteFrom('totp')
    .where('confirmed_at', 'is', null)
    .where('next_at', '<=', shownSince(now))
    .execute()
  await db
    .updateTable('totp')
    .set({ next_sealed: null, next_at: null })
    .where('next_at', '<=', shownSince(now))
    .execute()
  await db
    .updateTable('recovery_code')
    .set({ code_sealed: null })
    .where('code_sealed', 'is not', null)
    .where('made_at', '<=', shownSince(now))
    .execute()
}
