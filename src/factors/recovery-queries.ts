import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { keyFor, sealed, unsealed } from '../lib/sealed.ts'
import { hashRecoveryCode, newRecoveryCode, plainRecoveryCode, recoveryCount, shownSince } from './rules.ts'

const hashKey = (keys: Keys) => keyFor(keys, 'recovery codes')
const purposeOf = (accountId: string) => `recovery code ${accountId}`

/** Makes ten new codes; those made before stop working. They can be shown until they are said to be saved. */
export const makeRecoveryCodes = async (db: Write, keys: Keys, accountId: string, now: Date) => {
  await removeRecoveryCodes(db, accountId)
  const codes = Array.from({ length: recoveryCount }, newRecoveryCode)
  await db
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        account_id: accountId,
        code_hash: hashRecoveryCode(hashKey(keys), accountId, plainRecoveryCode(code)!),
        code_sealed: sealed(keys, purposeOf(accountId), Buffer.from(code)),
        made_at: now,
      })),
    )
    .execute()
}

export const removeRecoveryCodes = (db: Write, accountId: string) =>
  db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()

/** The codes that were just made; none once they are saved, or after half an hour. */
export const listNewCodes = async (db: Read, keys: Keys, accountId: string, now: Date): Promise<string[]> => {
  const rows = await db
    .selectFrom('recovery_code')
    .select('code_sealed')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('made_at', '>', shownSince(now))
    .orderBy('code_hash')
    .execute()
  return rows.flatMap((row) =>
    row.code_sealed ? [unsealed(keys, purposeOf(accountId), row.code_sealed).toString()] : [],
  )
}

/** From here on the codes can only be used. */
export const hideCodes = (db: Write, accountId: string) =>
  db.updateTable('recovery_code').set({ code_sealed: null }).where('account_id', '=', accountId).execute()

/** Whether it is a code of the account that nobody has used; it is spent in the same statement. */
export const useRecoveryCode = async (
  db: Write,
  keys: Keys,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> => {
  const plain = plainRecoveryCode(typed)
  if (plain === null) return false
  const spent = await db
    .updateTable('recovery_code')
    .set({ used_at: now, code_sealed: null })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashRecoveryCode(hashKey(keys), accountId, plain))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return spent !== undefined
}
