import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { listToRemind, recordReminder } from './place-queries.ts'
import { reminderLetter } from './place-words.ts'
import { reminderLifeDays, reminderMonthOf } from './rules.ts'
import { paths } from './words.ts'

/**
 * Writes to the contact persons of places where somebody's induction is missing or over: once a month, however often it
 * is run.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const remindOfInductions = (db: Pool, now: Date, origin: string): Promise<number> =>
  db.transaction().execute(async (write) => {
    const today = dayOf(now)
    const month = reminderMonthOf(today)
    const expiresAt = new Date(now.getTime() + reminderLifeDays * 86_400_000)
    let letters = 0
    for (const place of await listToRemind(write, today, month)) {
      if (!(await recordReminder(write, place, { month, now }))) continue
      for (const { email, language } of place.people) {
        const url = `${origin}${paths.colleagues[language]}`
        const letter = reminderLetter[language]({ place: place.name, missing: place.missing, url })
        await queueMail(write, { kind: 'induction-reminder', to: email, language, letter, now, expiresAt })
        letters += 1
      }
    }
    return letters
  })
