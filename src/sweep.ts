import { forgetSessions } from './accounts/queries.ts'
import { remindOfConfirmations } from './confirmations/remind.ts'
import type { Pool } from './db/db.ts'
import { forgetChecks } from './desk/queries.ts'
import { forgetPairings } from './devices/pairing-queries.ts'
import { forgetUnfinishedFactors } from './factors/queries.ts'
import { dayOf } from './lib/dates.ts'
import { forgetMails } from './mail/queries.ts'
import { applyDueChanges } from './places/period-queries.ts'
import { forgetRequests } from './providers/sign-in-queries.ts'
import { forgetSeeds } from './stock/run-queries.ts'
import { forgotten } from './stock/run-rules.ts'
import { forgetAnswers } from './uses/answer-queries.ts'

/**
 * Lets what was planned for today come true, and removes what is only kept for a time: ended sessions, old tries,
 * unfinished factors, card checks, answers to keys, mails, sign-ins that never came back, and
 * the seeds of codes that nobody printed in time.
 */
export const forgetPast = async (db: Pool, now: Date) => {
  await applyDueChanges(db, dayOf(now))
  await forgetSessions(db, now)
  await forgetUnfinishedFactors(db, now)
  await forgetChecks(db, now)
  await forgetPairings(db, now)
  await forgetAnswers(db, now)
  await forgetRequests(db, now)
  await forgetMails(db, now)
  await forgetSeeds(db, forgotten(now))
}

/** What the program does by itself every hour: forgets what is past, and reminds of what the year still asks. */
export const keepHouse = async (db: Pool, now: Date, origin: string) => {
  await forgetPast(db, now)
  await remindOfConfirmations(db, now, origin)
}
