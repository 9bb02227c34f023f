import { noteReminded } from '../accounts/key-queries.ts'
import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { keyEndsLetter } from './letter-words.ts'
import { type EndingKey, listKeepers, lockEndingKeys } from './remind-queries.ts'
import { dueReminder, longestReminder } from './rules.ts'
import { paths } from './words.ts'

/**
 * Writes to the people of a program 30 and 7 days before one of its keys ends. It may be run as often as one likes.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const remindOfKeys = (pool: Pool, now: Date, origin: string): Promise<number> =>
  pool.transaction().execute(async (db) => {
    const tell = async (key: EndingKey) => {
      const days = dueReminder(key.expiresAt, key.reminded, now)
      if (days === null) return 0
      const keepers = await listKeepers(db, key.clientId)
      for (const { email, language } of keepers)
        await queueMail(db, {
          ...{ kind: 'key-ends', to: email, language, now, expiresAt: key.expiresAt },
          letter: keyEndsLetter[language]({
            program: key.program,
            start: key.shownStart,
            ends: dayOf(key.expiresAt),
            days: Math.ceil((key.expiresAt.getTime() - now.getTime()) / 86_400_000),
            url: origin + fill(paths.one[language], { program: key.clientId }),
          }),
        })
      await noteReminded(db, key.id, days)
      return keepers.length
    }
    const before = new Date(now.getTime() + longestReminder * 86_400_000)
    let letters = 0
    for (const key of await lockEndingKeys(db, now, before)) letters += await tell(key)
    return letters
  })
