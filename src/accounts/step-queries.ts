import type { Read, Write } from '../db/db.ts'
import { stepEnd } from './rules.ts'

type Step = { accountId: string; nextPath: string | null }

/** A password was right and a second factor is still to come: kept for ten minutes, under the hash of its token. */
export const startStep = (db: Write, tokenHash: Buffer, step: Step, now: Date) =>
  db
    .insertInto('sign_in_step')
    .values({
      token_hash: tokenHash,
      account_id: step.accountId,
      next_path: step.nextPath,
      made_at: now,
      expires_at: stepEnd(now),
    })
    .execute()

/** @param most tries after which the password is asked again */
export const findStep = (db: Read, tokenHash: Buffer, most: number, now: Date): Promise<Step | undefined> =>
  db
    .selectFrom('sign_in_step')
    .select(['account_id as accountId', 'next_path as nextPath'])
    .where('token_hash', '=', tokenHash)
    .where('tries', '<', most)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/**
 * Takes one try of the step, in one statement, so that many at once count exactly.
 * @returns undefined when it has ended or its tries are spent
 */
export const tryStep = (db: Write, tokenHash: Buffer, most: number, now: Date): Promise<Step | undefined> =>
  db
    .updateTable('sign_in_step')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('tries', '<', most)
    .where('expires_at', '>', now)
    .returning(['account_id as accountId', 'next_path as nextPath'])
    .executeTakeFirst()

/** A step works once; the others that the person had opened end with it. */
export const endSteps = (db: Write, accountId: string) =>
  db.deleteFrom('sign_in_step').where('account_id', '=', accountId).execute()
