import { forgetSessions } from './accounts/queries.ts'
import type { Pool } from './db/db.ts'
import { forgetChecks } from './desk/queries.ts'
import { forgetPairings } from './devices/pairing-queries.ts'
import { forgetAnswers } from './uses/queries.ts'

/** Removes what is only kept for a time: ended sessions, old tries, card checks and answers to keys. */
export const forgetPast = async (db: Pool, now: Date) => {
  await forgetSessions(db, now)
  await forgetChecks(db, now)
  await forgetPairings(db, now)
  await forgetAnswers(db, now)
}
