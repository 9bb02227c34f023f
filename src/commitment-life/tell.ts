import type { Pool, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { type Letter, queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import {
  type Ending,
  findActorEmail,
  findNames,
  listEnding,
  listReaders,
  listUntold,
  lockLetters,
  noteTold,
  type Reader,
  type ToTell,
} from './letter-queries.ts'
import { lifeLetters } from './letter-words.ts'
import { paths } from './words.ts'

type By = { now: Date; origin: string }

/** Told to those who keep it half a year and two months before the last day, to the parties two months before. */
const warnings = [
  { months: 2, audience: 'keepers' },
  { months: 6, audience: 'keepers' },
  { months: 2, audience: 'parties' },
] as const satisfies Pick<Ending, 'months' | 'audience'>[]

const lifeDays = 14
const isExpired = (now: Date) => new Date(now.getTime() + lifeDays * 86_400_000)

const urlFor = ({ origin }: By, reader: Reader, commitment: number) =>
  origin + fill(paths.life[reader.language], { commitment })

/** Who has no account could not open the page: they are told whom to ask instead. */
const forReader = ({ language, hasAccount }: Reader, { link, ...letter }: Letter): Letter =>
  hasAccount && link
    ? { ...letter, link }
    : { ...letter, after: [...(letter.after ?? []), lifeLetters[language].ask] }

const nameLine = (parties: readonly { name: string }[]) => parties.map(({ name }) => name).join(' · ')

/** A taking back of what nobody has been told yet: neither needs a letter. */
const cancelsOut = (untold: readonly ToTell[], one: ToTell) => {
  const own = untold.filter(({ commitmentId }) => commitmentId === one.commitmentId)
  const isTakenBack = (ending: ToTell, back: ToTell | undefined) =>
    back?.kind === 'notice-withdrawn' && (ending.kind === 'notice' || ending.kind === 'ended')
  const at = own.indexOf(one)
  return isTakenBack(one, own[at + 1]) || (at > 0 && isTakenBack(own[at - 1]!, one))
}

const tellOfEvent = async (db: Write, event: ToTell, by: By): Promise<number> => {
  const { commitmentId, kind, partyId, day } = event
  const { parties } = await findNames(db, commitmentId)
  const doer = await findActorEmail(db, event.actor)
  const readers = (await listReaders(db, commitmentId)).filter(({ email }) => email !== doer)
  const party = parties.find(({ id }) => id === partyId)?.name ?? ''
  for (const reader of readers)
    await queueMail(db, {
      ...{ kind: `commitment-${kind}`, to: reader.email, language: reader.language, now: by.now },
      expiresAt: isExpired(by.now),
      letter: forReader(
        reader,
        lifeLetters[reader.language].event[kind]({
          ...{ parties: nameLine(parties), party, day, url: urlFor(by, reader, commitmentId) },
        }),
      ),
    })
  return readers.length
}

const tellOfEnding = async (db: Write, ending: Ending, by: By): Promise<number> => {
  const { commitmentId, day, audience } = ending
  const { parties } = await findNames(db, commitmentId)
  const isKeeper = ({ partyId }: Reader) => partyId === null
  const readers = (await listReaders(db, commitmentId)).filter(
    (reader) => isKeeper(reader) === (audience === 'keepers'),
  )
  for (const reader of readers) {
    const words = lifeLetters[reader.language]
    const write = audience === 'keepers' ? words.keepersEnd : words.partiesEnd
    await queueMail(db, {
      ...{ kind: 'commitment-ends', to: reader.email, language: reader.language, now: by.now },
      expiresAt: isExpired(by.now),
      letter: forReader(
        reader,
        write({ parties: nameLine(parties), day, url: urlFor(by, reader, commitmentId) }),
      ),
    })
  }
  return readers.length
}

/**
 * Tells the parties what happened to their commitments, and warns before a last day. It may be run as often as one likes:
 * each is told once, and what was taken back before anybody was told is not told at all. A last day that came near at
 * once is told by the nearest warning alone.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const tellOfCommitments = (pool: Pool, now: Date, origin: string): Promise<number> =>
  pool.transaction().execute(async (db) => {
    await lockLetters(db)
    const by = { now, origin }
    let sum = 0
    const untold = await listUntold(db)
    for (const event of untold) {
      const letters = cancelsOut(untold, event) ? 0 : await tellOfEvent(db, event, by)
      sum += letters
      const { commitmentId, number } = event
      await noteTold(db, { commitmentId, event: number, letters, now, audience: 'parties' })
    }
    for (const warning of warnings)
      for (const ending of await listEnding(db, warning, dayOf(now))) {
        const letters = await tellOfEnding(db, ending, by)
        sum += letters
        await noteTold(db, { ...ending, letters, now })
      }
    return sum
  })
