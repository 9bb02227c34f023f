import type { Pool, Write } from '../db/db.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { listOnWay, listUntold, lockLetters, noteReminded, noteTold } from './letter-queries.ts'
import { letterWords } from './letter-words.ts'
import { progressOf, reminderDays, stepToRemindOf } from './rules.ts'
import { paths } from './words.ts'

/** How long a letter waits for a mail server. */
const lifeDays = 14
type Telling = { now: Date; today: Day; origin: string; expiresAt: Date }

const tellKeepers = async (db: Write, { now, today, origin, expiresAt }: Telling) => {
  const untold = await listUntold(db, today)
  if (untold.length === 0) return
  for (const { id, kind, place, readers } of untold)
    for (const { email, language } of readers) {
      const url = `${origin}${fill(paths.one[language], { request: id })}`
      const letter = letterWords[language].told(kind, place, url)
      await queueMail(db, { kind: 'place-request', to: email, language, letter, now, expiresAt })
    }
  await noteTold(
    db,
    untold.map(({ id }) => id),
    now,
  )
}

/** Of an induction the place's contact persons may have had a letter already: not two of the same within two weeks. */
const isToldElsewhere = (step: string, toldOn: Day | null, today: Day) =>
  step === 'induction' && toldOn !== null && addDays(toldOn, reminderDays) > today

const remindAskers = async (db: Write, { now, today, origin, expiresAt }: Telling) => {
  for (const one of await listOnWay(db, { now, today })) {
    const step = stepToRemindOf(progressOf(one.facts), today)
    if (step === null || one.reminded.includes(step)) continue
    if (isToldElsewhere(step, one.inductionToldOn, today)) continue
    const { email, language, place } = one
    const letter = letterWords[language].waits(step, place, `${origin}${paths.own[language]}`)
    await queueMail(db, { kind: 'newcomer-step', to: email, language, letter, now, expiresAt })
    await noteReminded(db, one.id, step, now)
  }
}

/**
 * Tells keepers of new requests, and those who asked of a step of theirs that has waited: each once. It may be run as
 * often as one likes.
 * @param origin the address that people use, without a slash at the end
 */
export const tellOfNewcomers = (db: Pool, now: Date, origin: string): Promise<void> =>
  db.transaction().execute(async (write) => {
    await lockLetters(write)
    const expiresAt = new Date(now.getTime() + lifeDays * 86_400_000)
    const telling = { now, today: dayOf(now), origin, expiresAt }
    await tellKeepers(write, telling)
    await remindAskers(write, telling)
  })
