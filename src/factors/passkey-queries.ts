import type { Pool, Read, Write } from '../db/db.ts'
import type { KnownPasskey } from './passkey-rules.ts'
import { challengeEnd } from './rules.ts'

/**
 * Keeps what a passkey is asked to sign, for five minutes.
 * @param accountId whose passkey is made; null where it is still to be told who signs in
 */
export const keepChallenge = (db: Pool, challenge: string, accountId: string | null, now: Date) =>
  db
    .insertInto('passkey_challenge')
    .values({ challenge, account_id: accountId, expires_at: challengeEnd(now) })
    .execute()

/** Takes a challenge out for good. @returns whether it was there, still good, and for this account (or for nobody) */
export const takeChallenge = async (
  db: Write,
  challenge: string,
  accountId: string | null,
  now: Date,
): Promise<boolean> => {
  const taken = await db
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .returning(['account_id', 'expires_at'])
    .executeTakeFirst()
  return taken !== undefined && taken.account_id === accountId && taken.expires_at > now
}

/** The row stays locked until the action ends: two answers of one passkey are looked at one after the other. */
export const findPasskey = async (
  db: Write,
  credentialId: string,
): Promise<(KnownPasskey & { accountId: string }) | undefined> => {
  const row = await db
    .selectFrom('passkey')
    .select(['credential_id', 'account_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.credential_id,
      accountId: row.account_id,
      publicKey: row.public_key,
      counter: row.counter,
      transports: row.transports,
    }
  )
}

export const markPasskeyUsed = (db: Write, credentialId: string, counter: number, now: Date) =>
  db.updateTable('passkey').set({ counter, used_at: now }).where('credential_id', '=', credentialId).execute()

/** @returns whether it is new: a passkey belongs to one account */
export const addPasskey = async (
  db: Write,
  accountId: string,
  given: KnownPasskey & { name: string },
  now: Date,
): Promise<boolean> => {
  const added = await db
    .insertInto('passkey')
    .values({
      credential_id: given.id,
      account_id: accountId,
      public_key: Buffer.from(given.publicKey),
      counter: given.counter,
      transports: given.transports,
      name: given.name,
      made_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('credential_id')
    .executeTakeFirst()
  return added !== undefined
}

export type PasskeyRow = { id: string; name: string; madeAt: Date; usedAt: Date | null }

export const listPasskeys = (db: Read, accountId: string): Promise<PasskeyRow[]> =>
  db
    .selectFrom('passkey')
    .select(['credential_id as id', 'name', 'made_at as madeAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('made_at')
    .orderBy('credential_id')
    .execute()

/** @returns whether there was one of this account */
export const removePasskey = async (db: Write, accountId: string, credentialId: string): Promise<boolean> => {
  const removed = await db
    .deleteFrom('passkey')
    .where('account_id', '=', accountId)
    .where('credential_id', '=', credentialId)
    .returning('credential_id')
    .executeTakeFirst()
  return removed !== undefined
}
