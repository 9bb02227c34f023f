import type { Read, Write } from '../db/db.ts'
import { sessionIdleFrom } from './rules.ts'

export type OwnSession = { id: string; browser: string | null; startedAt: Date; seenAt: Date }

/** The sessions of a person that are still open, the latest seen first. */
export const listSessions = (db: Read, accountId: string, now: Date): Promise<OwnSession[]> =>
  db
    .selectFrom('session as s')
    .innerJoin('account_role as r', 'r.id', 's.account_role_id')
    .select(['s.id', 's.browser', 's.started_at as startedAt', 's.seen_at as seenAt'])
    .where('r.account_id', '=', accountId)
    .where('s.expires_at', '>', now)
    .where('s.seen_at', '>', sessionIdleFrom(now))
    .orderBy('s.seen_at', 'desc')
    .orderBy('s.id')
    .execute()

const rolesOf = (db: Write, accountId: string) =>
  db.selectFrom('account_role').select('id').where('account_id', '=', accountId)

/** @returns false when the person has no such session */
export const endOwnSession = async (db: Write, accountId: string, sessionId: string): Promise<boolean> => {
  const ended = await db
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('account_role_id', 'in', rolesOf(db, accountId))
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/**
 * Ends all sessions of a person, and sign-ins whose password was right and whose second factor is still to come.
 * @param keep the hash of the token whose session goes on
 */
export const endSessions = async (db: Write, accountId: string, keep?: Buffer) => {
  await db
    .deleteFrom('session')
    .where('account_role_id', 'in', rolesOf(db, accountId))
    .$if(keep !== undefined, (query) => query.where('token_hash', '!=', keep!))
    .execute()
  await db.deleteFrom('sign_in_step').where('account_id', '=', accountId).execute()
}

/** Ends the sessions that act in one role. */
export const endSessionsOfRole = (db: Write, accountRoleId: string) =>
  db.deleteFrom('session').where('account_role_id', '=', accountRoleId).execute()

/**
 * Lets a session go on in another role of the same person, under a new token: what the old role opened stays with it.
 * How the person proved who they are, and when the session ends, stay as they were.
 * @returns false when the role is another's or has ended
 */
export const actInRole = async (
  db: Write,
  session: { tokenHash: Buffer },
  { accountId, accountRoleId, tokenHash }: { accountId: string; accountRoleId: string; tokenHash: Buffer },
): Promise<boolean> => {
  const moved = await db
    .updateTable('session')
    .set({ account_role_id: accountRoleId, token_hash: tokenHash })
    .where('token_hash', '=', session.tokenHash)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('account_role as r')
          .select('r.id')
          .where('r.id', '=', accountRoleId)
          .where('r.account_id', '=', accountId)
          .where('r.ended_at', 'is', null),
      ),
    )
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

/** A new token for the same session, after something that a thief of the old one must not outlive. */
export const renewToken = (db: Write, session: { tokenHash: Buffer }, tokenHash: Buffer) =>
  db
    .updateTable('session')
    .set({ token_hash: tokenHash })
    .where('token_hash', '=', session.tokenHash)
    .execute()
