import { randomBytes } from 'node:crypto'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { sealed, unsealed } from '../lib/sealed.ts'
import { shownSince } from './rules.ts'
import { secretBytes, stepOf } from './totp-rules.ts'

/** Sealed for its own row: it opens for no other account. */
const purposeOf = (accountId: string) => `totp ${accountId}`

/** Makes a secret for an app to learn. One that is in use goes on working until the new one is confirmed. */
export const startTotp = (db: Write, keys: Keys, accountId: string, now: Date) => {
  const next = { next_sealed: sealed(keys, purposeOf(accountId), randomBytes(secretBytes)), next_at: now }
  return db
    .insertInto('totp')
    .values({ account_id: accountId, ...next })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(next))
    .execute()
}

/** The secret that waits for its first code; undefined when there is none, or it has waited too long. */
export const findNextSecret = async (db: Read, keys: Keys, accountId: string, now: Date) => {
  const row = await db
    .selectFrom('totp')
    .select('next_sealed')
    .where('account_id', '=', accountId)
    .where('next_at', '>', shownSince(now))
    .executeTakeFirst()
  return row?.next_sealed ? unsealed(keys, purposeOf(accountId), row.next_sealed) : undefined
}

/** Takes the waiting secret into use when the code is of it; the code is then spent. */
export const confirmTotp = async (
  db: Write,
  keys: Keys,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> => {
  const secret = await findNextSecret(db, keys, accountId, now)
  const step = secret && stepOf(secret, code, now, null)
  if (!secret || step === null) return false
  await db
    .updateTable('totp')
    .set({
      secret_sealed: sealed(keys, purposeOf(accountId), secret),
      confirmed_at: now,
      last_step: step,
      next_sealed: null,
      next_at: null,
    })
    .where('account_id', '=', accountId)
    .execute()
  return true
}

/** Whether the code is right now; it is spent in one statement, so that of two who come at once one is right. */
export const useTotp = async (
  db: Write,
  keys: Keys,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> => {
  const row = await db
    .selectFrom('totp')
    .select(['secret_sealed', 'last_step'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row?.secret_sealed) return false
  const step = stepOf(unsealed(keys, purposeOf(accountId), row.secret_sealed), code, now, row.last_step)
  if (step === null) return false
  const spent = await db
    .updateTable('totp')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .returning('account_id')
    .executeTakeFirst()
  return spent !== undefined
}

/** @returns whether an app was in use */
export const removeTotp = async (db: Write, accountId: string): Promise<boolean> => {
  const removed = await db
    .deleteFrom('totp')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .returning('account_id')
    .executeTakeFirst()
  return removed !== undefined
}
