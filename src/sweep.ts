import { forgetSessions } from './accounts/queries.ts'
import type { Pool } from './db/db.ts'
import { forgetChecks } from './desk/queries.ts'
import { dayOf } from './lib/dates.ts'
import { applyDueChanges } from './places/period-queries.ts'
import { forgetAnswers } from './uses/queries.ts'

/** Lets what was planned for today come true, and removes what is only kept for a time: old sessions, checks, answers. */
export const forgetPast = async (db: Pool, now: Date) => {
  await applyDueChanges(db, dayOf(now))
  await forgetSessions(db, now)
  await forgetChecks(db, now)
  await forgetAnswers(db, now)
}
