import { lockCommitment } from '../commitments/event-queries.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import type { Commitment, Party } from '../commitments/rules.ts'
import type { Pool, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { askParties, listReaders, listSenderNames } from '../signing/asking-queries.ts'
import { askingLetters } from '../signing/letter-words.ts'
import { writeAudit } from '../web/audit.ts'
import { expiredLetter, reminderLetter } from './letter-words.ts'
import {
  expire,
  findLatestReminder,
  type Keeper,
  listKeepers,
  listNearTheirEnd,
  listOverdue,
  recordReminder,
} from './remind-queries.ts'
import {
  dueReminder,
  isReminded,
  mayRemindFrom,
  type ReminderKind,
  reminderLifeDays,
} from './remind-rules.ts'
import { toldCodes } from './rules.ts'

type Reminding = { kind: ReminderKind; dueOn: string; now: Date; by: string; origin: string }
const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/** One letter a party, or one each where several can sign there; an address that answers for two parties gets one. */
const remindParties = async (
  db: Write,
  commitment: Commitment,
  parties: readonly Party[],
  reminding: Reminding,
): Promise<number> => {
  const { now, origin } = reminding
  const readers = await listReaders(db, commitment)
  const from = await listSenderNames(db, commitment.areaId)
  const written = new Set<string>()
  let letters = 0
  for (const party of parties) {
    const own = readers.filter(({ partyId }) => partyId === party.id)
    if (own.length === 0 || !(await recordReminder(db, commitment, party, reminding))) continue
    for (const { email, language } of own) {
      if (written.has(email.toLowerCase())) continue
      written.add(email.toLowerCase())
      const { content, answerUntil } = commitment
      const facts = { title: content.title[language], party: party.name, from: from[language], answerUntil }
      const about = { origin, commitmentId: commitment.id }
      await queueMail(db, {
        ...{ kind: 'commitment-reminder', to: email, language, now },
        letter: reminderLetter(language, { ...facts, way: party.way }, about),
        expiresAt: daysAfter(now, reminderLifeDays),
      })
      letters += 1
    }
  }
  return letters
}

const remindOne = async (db: Write, id: number, now: Date, origin: string): Promise<number> => {
  await lockCommitment(db, id)
  const commitment = await findCommitment(db, id)
  if (commitment?.state !== 'waiting' || commitment.sentAt === null) return 0
  const { answerUntil, sentAt } = commitment
  const kind = dueReminder({ answerUntil, sentOn: dayOf(sentAt) }, dayOf(now))
  if (kind === null) return 0
  const parties = (await listParties(db, id)).filter((party) => isReminded(commitment.kind, party))
  return remindParties(db, commitment, parties, { kind, dueOn: answerUntil, now, by: 'kaiku', origin })
}

/**
 * Reminds the parties whose last day for signing is a week or a day away, each once. It may be run as often as one likes,
 * and stopped anywhere: a letter is kept together with the row that says it was written.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const remindOfCommitments = async (db: Pool, now: Date, origin: string): Promise<number> => {
  let letters = 0
  for (const id of await listNearTheirEnd(db, dayOf(now)))
    letters += await db.transaction().execute((write) => remindOne(write, id, now, origin))
  return letters
}

type ByHand = { keys: Keys; now: Date; by: string; origin: string }
type RemindedByHand = { letters: number; codes: { party: string; code: string }[] }

/**
 * Reminds the parties of one commitment because a keeper asked. Who signs by a link gets a new one, whose code the keeper
 * tells them anew, for the old one has most likely run out.
 * @returns why nobody was reminded, or what went out
 */
export const remindByHand = async (
  db: Write,
  id: number,
  { keys, now, by, origin }: ByHand,
): Promise<RemindedByHand | 'not-waiting' | 'reminded-lately' | 'nobody-to-remind'> => {
  await lockCommitment(db, id)
  const commitment = await findCommitment(db, id)
  const today = dayOf(now)
  if (commitment?.state !== 'waiting' || commitment.sentAt === null || commitment.answerUntil < today)
    return 'not-waiting'
  const remindedAt = await findLatestReminder(db, commitment)
  if (today < mayRemindFrom({ sentAt: commitment.sentAt, remindedAt })) return 'reminded-lately'
  const parties = (await listParties(db, id)).filter((party) => isReminded(commitment.kind, party))
  const reminding: Reminding = { kind: 'by-hand', dueOn: today, now, by, origin }
  const byLink = parties.filter(({ way }) => way === 'link')
  for (const party of byLink) await recordReminder(db, commitment, party, reminding)
  const partyIds = byLink.map((party) => party.id)
  const codes = await askParties(db, {
    ...{ commitmentId: id, keys, origin, now, letters: askingLetters, partyIds },
  })
  const others = parties.filter(({ way }) => way !== 'link')
  const letters = codes.length + (await remindParties(db, commitment, others, reminding))
  if (letters === 0) return 'nobody-to-remind'
  return { letters, codes: toldCodes(parties, codes) }
}

const actor = 'kaiku'

/**
 * Lets commitments expire whose last day for signing is over, and tells their keepers: one letter for all of them.
 * @returns how many expired
 */
export const expireCommitments = (db: Pool, now: Date, origin: string): Promise<number> =>
  db.transaction().execute(async (write) => {
    const today = dayOf(now)
    const told = new Map<string, { keeper: Keeper; titles: string[] }>()
    let count = 0
    for (const id of await listOverdue(write, today)) {
      const done = await expire(write, id, { now, today, actor })
      if (!done) continue
      count += 1
      await writeAudit(write, {
        ...{ at: now, actor, role: null, permission: 'commitments.expire', outcome: 'done' },
        subject: { commitment: id, event: done.event, hash: done.hash },
      })
      for (const keeper of await listKeepers(write, id)) {
        const own = told.get(keeper.email) ?? { keeper, titles: [] }
        own.titles.push(done.commitment.content.title[keeper.language])
        told.set(keeper.email, own)
      }
    }
    for (const { keeper, titles } of told.values())
      await queueMail(write, {
        ...{ kind: 'commitment-expired', to: keeper.email, language: keeper.language, now },
        letter: expiredLetter(keeper.language, titles, origin),
        expiresAt: daysAfter(now, 14),
      })
    return count
  })
