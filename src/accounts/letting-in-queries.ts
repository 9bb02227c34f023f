import type { Write } from '../db/db.ts'
import { endPairingsOf } from '../devices/pairing-queries.ts'

/**
 * What a person has opened to let others in, and nobody has taken, is over: invitations and pairings of phones. Neither
 * says in which role it was opened, so the end of one role ends them all; who has others opens them again.
 */
export const endLettingIn = async (db: Write, accountId: string, now: Date) => {
  const actor = `account:${accountId}`
  await db
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('invited_by', '=', actor)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  await endPairingsOf(db, actor, now)
}
