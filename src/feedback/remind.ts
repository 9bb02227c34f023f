import type { Pool, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { type StaffLetter, staffLetterWords } from './letter-words.ts'
import {
  listAnswerers,
  listOverdue,
  listToWarn,
  listUntold,
  lockReminders,
  noteTold,
  type Waiting,
} from './remind-queries.ts'
import { warnDays } from './rules.ts'
import { mailEnd } from './tell.ts'
import { paths, words } from './words.ts'

type By = { now: Date; origin: string }

/** Those of the area; where it has nobody, the centre. */
const readersOf = async (db: Write, areaId: number | null) => {
  const own = await listAnswerers(db, areaId)
  return own.length > 0 ? own : listAnswerers(db, null)
}

type About = { kind: StaffLetter; thread: Waiting; count: number; path: (language: Language) => string }

const write = async (
  db: Write,
  readers: readonly { email: string; language: Language }[],
  { kind, thread, count, path }: About,
  { now, origin }: By,
) => {
  for (const { email, language } of readers) {
    const place = thread.areaName ?? words[language].centre
    const letter = staffLetterWords[language][kind]({
      ...{ count, due: thread.dueOn, place },
      url: origin + path(language),
    })
    await queueMail(db, { kind, to: email, language, letter, now, expiresAt: mailEnd(now) })
  }
}

const onePath =
  ({ id }: Waiting) =>
  (language: Language) =>
    fill(paths.one[language], { feedback: id })

/** One letter for all that is new in an area, so that a busy day brings one an hour at most. */
const tellOfNew = async (db: Write, by: By) => {
  const untold = await listUntold(db)
  for (const areaId of new Set(untold.map((thread) => thread.areaId))) {
    const own = untold.filter((thread) => thread.areaId === areaId)
    const about = { kind: 'feedback-waiting', thread: own[0]!, count: own.length } as const
    const path = (language: Language) => paths.list[language]
    await write(db, await readersOf(db, areaId), { ...about, path }, by)
    await noteTold(db, own, 'told_at', by.now)
  }
}

const warn = async (db: Write, by: By) => {
  for (const thread of await listToWarn(db, addDays(dayOf(by.now), warnDays))) {
    const about = { kind: 'feedback-due', thread, count: 1, path: onePath(thread) } as const
    await write(db, await readersOf(db, thread.areaId), about, by)
    await noteTold(db, [thread], 'warned_at', by.now)
  }
}

const tellOfOverdue = async (db: Write, by: By) => {
  for (const thread of await listOverdue(db, dayOf(by.now))) {
    const about = { kind: 'feedback-overdue', thread, count: 1, path: onePath(thread) } as const
    await write(db, await listAnswerers(db, null), about, by)
    await noteTold(db, [thread], 'overdue_told_at', by.now)
  }
}

/**
 * Tells those who answer of what is new, warns before the clock of the Act (306/2019) ends, and tells the centre when it
 * has. It may be run as often as one likes: each is told once.
 * @param origin the address that people use, without a slash at the end
 */
export const remindOfFeedback = (pool: Pool, now: Date, origin: string): Promise<void> =>
  pool.transaction().execute(async (db) => {
    await lockReminders(db)
    await tellOfNew(db, { now, origin })
    await warn(db, { now, origin })
    await tellOfOverdue(db, { now, origin })
  })
