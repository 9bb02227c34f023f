import { forgetSessions } from './accounts/queries.ts'
import { remindOfConfirmations } from './confirmations/remind.ts'
import type { Pool } from './db/db.ts'
import { forgetChecks } from './desk/queries.ts'
import { forgetAnswers } from './uses/queries.ts'

/** Removes what is only kept for a time: ended sessions, old tries, card checks and answers to keys. */
export const forgetPast = async (db: Pool, now: Date) => {
  await forgetSessions(db, now)
  await forgetChecks(db, now)
  await forgetAnswers(db, now)
}

/** What the program does by itself every hour: forgets what is past, and reminds of what the year still asks. */
export const keepHouse = async (db: Pool, now: Date, origin: string) => {
  await forgetPast(db, now)
  await remindOfConfirmations(db, now, origin)
}
