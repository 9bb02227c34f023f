import type { Pool } from '../db/db.ts'
import { queueMail } from '../mail/queries.ts'
import { quietLetter } from './letter-words.ts'
import { endQuietThreads } from './queries.ts'
import { mailEnd } from './tell.ts'

/**
 * Ends the threads that nobody has gone on with for so many days. Who gave an address hears of it once more, and the
 * address goes with the same deed; the others see it on their page.
 */
export const endQuietFeedback = (pool: Pool, now: Date, days: number): Promise<void> =>
  pool.transaction().execute(async (db) => {
    for (const { email, language: reader } of await endQuietThreads(db, now, days)) {
      const { language, letter } = quietLetter(reader)
      await queueMail(db, {
        kind: 'feedback-quiet',
        to: email,
        ...{ language, letter, now, expiresAt: mailEnd(now) },
      })
    }
  })
