import type { Pool, Write } from '../db/db.ts'
import { dayOf, yearOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { listAllToRemind, type ToRemind } from './list-queries.ts'
import { lockReminders, recordReminder } from './queries.ts'
import { daysBetweenAutomatic, mayRemind, reminderLifeDays, remindsByItself } from './rules.ts'
import { letterWords, paths } from './words.ts'

export type Reminded = {
  /** Places that get a letter, and how many letters that is. */
  places: ToRemind[]
  letters: number
  /** Places that had one a short while ago. */
  recent: number
  /** Places whose contact persons have no address, or that have no contact person. */
  addressless: number
}

/** Who would get a letter today, and why the others would not. */
export const sortOut = (waiting: readonly ToRemind[], now: Date, between: number): Reminded => {
  const today = dayOf(now)
  const isDue = ({ remindedAt }: ToRemind) => mayRemind(remindedAt && dayOf(remindedAt), today, between)
  const reachable = waiting.filter(({ people }) => people.length > 0)
  const places = reachable.filter(isDue)
  return {
    places,
    letters: places.reduce((sum, { people }) => sum + people.length, 0),
    recent: reachable.length - places.length,
    addressless: waiting.length - reachable.length,
  }
}

/** Puts a letter to each contact person in the queue, and writes down that the place has been asked. */
export const sendReminders = async (
  db: Write,
  places: readonly ToRemind[],
  { now, by, origin }: { now: Date; by: string; origin: string },
) => {
  const year = yearOf(dayOf(now))
  const expiresAt = new Date(now.getTime() + reminderLifeDays * 86_400_000)
  for (const place of places) {
    for (const { email, language } of place.people)
      await queueMail(db, {
        kind: 'confirmation-reminder',
        to: email,
        language,
        letter: letterWords[language](place.name, year, `${origin}${paths.confirm[language]}`),
        now,
        expiresAt,
      })
    await recordReminder(db, place, { now, by, letters: place.people.length })
  }
}

/**
 * Reminds by itself those who have not confirmed: in the last months of the year, once a month at most. It may be run
 * as often as one likes.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const remindOfConfirmations = async (db: Pool, now: Date, origin: string): Promise<number> => {
  const today = dayOf(now)
  if (!remindsByItself(today)) return 0
  return db.transaction().execute(async (write) => {
    await lockReminders(write)
    const { places, letters } = sortOut(await listAllToRemind(write, today), now, daysBetweenAutomatic)
    await sendReminders(write, places, { now, by: 'program', origin })
    return letters
  })
}
