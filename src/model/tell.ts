import type { Pool, Write } from '../db/db.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { listConsequences } from './follow-queries.ts'
import { bitesOn, type Consequence, holdsOn, reminderOn, type Stop } from './follow-rules.ts'
import { type LetterKind, listReaders, lockLetters, noteTold, type Reader } from './letter-queries.ts'
import { letterWords } from './letter-words.ts'
import { findNewestModel } from './queries.ts'
import { countedOn, placeKinds, sideOf, type Version } from './rules.ts'
import { publicPaths } from './words.ts'

/** A letter that waited longer for a mail server says nothing useful any more. */
const letterLifeDays = 30
/** Who was told of the version within a week is not reminded yet. */
const restDays = 7

type By = { now: Date; origin: string }
type ToTell = Reader & { letter: LetterKind; bites: Day | null; stops: Stop[] }

/** The day on which something follows first at a place, with more time counted in. */
const biteAt = (consequences: readonly Consequence[], { kind, moreUntil }: Reader) => {
  const own = consequences.filter(({ side }) => side === sideOf(kind))
  const days = own.flatMap((one) => bitesOn(one) ?? []).sort()
  const first = days[0]
  if (first === undefined) return { bites: null, stops: [] }
  const bites = moreUntil !== null && moreUntil >= first ? addDays(moreUntil, 1) : first
  const stops = own.flatMap(({ kind: what, ...one }) =>
    what !== 'warn' && bitesOn(one)! <= bites ? [what] : [],
  )
  return { bites, stops }
}

const letterFor = (told: { toldAt: Date | null; bites: Day | null }, now: Date): LetterKind | null => {
  if (told.toldAt === null) return 'published'
  const isRested = addDays(dayOf(told.toldAt), restDays) <= dayOf(now)
  return told.bites && isRested ? reminderOn(told.bites, dayOf(now)) : null
}

/** One letter to each person and of each kind, about all the places that they answer for. */
const write = async (db: Write, version: Version & { from: Day }, readers: readonly ToTell[], by: By) => {
  const groups = new Map<string, ToTell[]>()
  for (const reader of readers) {
    const { contactId, letter, bites } = reader
    const told = { version: version.number, contactId, kind: letter }
    if (!(await noteTold(db, { ...told, bitesOn: letter === 'published' ? null : bites }, by.now))) continue
    const key = [reader.email.toLowerCase(), letter, bites].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), reader])
  }
  for (const own of groups.values()) {
    const { email, language, letter, bites } = own[0]!
    const url = by.origin + fill(publicPaths.changes[language], { model: version.number })
    await queueMail(db, {
      kind: letter === 'published' ? 'model-published' : 'model-reminder',
      ...{ to: email, language, now: by.now },
      letter: letterWords[language]({
        ...{ version: version.number, from: version.from, url, bites },
        places: [...new Set(own.map(({ place }) => place))],
        stops: [...new Set(own.flatMap(({ stops }) => stops))],
        isReminder: letter !== 'published',
      }),
      expiresAt: new Date(by.now.getTime() + letterLifeDays * 86_400_000),
    })
  }
  return groups.size
}

/**
 * Tells the contact persons of places that have not committed to the newest version of the operating model: on the day
 * after it was published, so that there is a day for taking it back, and 30 and 7 days before something follows. It may
 * be run as often as one likes: each is told once. Of the first version, which is shipped, nobody is told.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const tellOfModel = (pool: Pool, now: Date, origin: string): Promise<number> =>
  pool.transaction().execute(async (db) => {
    const version = await findNewestModel(db)
    const today = dayOf(now)
    if (!version?.from || !version.publishedAt || version.number === 1) return 0
    if (dayOf(version.publishedAt) >= today) return 0
    await lockLetters(db)
    const consequences = (await listConsequences(db)).filter(
      (one) => one.version === version.number && holdsOn(one, today),
    )
    const day = countedOn(version, today)
    const readers: ToTell[] = []
    for (const kind of placeKinds)
      for (const reader of await listReaders(db, kind, { version: version.number, day, today })) {
        const { bites, stops } = biteAt(consequences, reader)
        const letter = letterFor({ ...reader, bites }, now)
        if (letter !== null) readers.push({ ...reader, letter, bites, stops })
      }
    return write(db, { ...version, from: version.from }, readers, { now, origin })
  })
