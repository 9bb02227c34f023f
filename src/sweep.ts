import { forgetSessions } from './accounts/queries.ts'
import type { Pool } from './db/db.ts'
import { forgetChecks } from './desk/queries.ts'
import { forgetMails } from './mail/queries.ts'
import { forgetAnswers } from './uses/queries.ts'

/** Removes what is only kept for a time: ended sessions, old tries, card checks, answers to keys and mails. */
export const forgetPast = async (db: Pool, now: Date) => {
  await forgetSessions(db, now)
  await forgetChecks(db, now)
  await forgetAnswers(db, now)
  await forgetMails(db, now)
}
