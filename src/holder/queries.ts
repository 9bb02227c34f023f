import { sql } from 'kysely'
import { takeToken, takeTokens } from '../accounts/limit-queries.ts'
import { codeHash } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import { dayStart, type HolderCard, limitsOf, type Try, untilNextDay } from './rules.ts'

/** Whether sites take a card that is shown on a phone, by the rule that holds on the day. */
export const isPhoneCardAccepted = async (db: Read, day: Day): Promise<boolean> => {
  const rule = await db
    .selectFrom('policy')
    .select('phone_card as isAccepted')
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rule?.isAccepted ?? false
}

const findCard = async (
  db: Write,
  hash: Buffer,
  birthYear: number,
  today: Day,
): Promise<HolderCard | undefined> => {
  const { rows } = await sql<HolderCard>`/* holder.card */
    select h.valid_until as "validUntil", h.children, m.name_fi as "nameFi", m.name_sv as "nameSv", h.uses
    from card_of_holder(${hash}::bytea, ${birthYear}::integer, ${today}::date) h
    join municipality m on m.id = h.municipality_id`.execute(db)
  return rows[0]
}

/** Takes what a wrong pair costs. @returns seconds to wait when it cannot be paid, else 0 */
const takeTry = async (db: Write, keys: Keys, one: Try, now: Date): Promise<number> => {
  const { caller, network, card, everybody, crowded } = limitsOf(keys.cardCode, one)
  const wait = await takeTokens(db, [caller, network], now)
  if (wait > 0) return wait
  if ((await takeTokens(db, [card], dayStart(now))) > 0) return untilNextDay(now)
  if ((await takeToken(db, everybody.bucket, everybody.size, everybody.perHour, now)) === 0) return 0
  return takeTokens(db, [crowded], now)
}

export type Found = { wait: number } | { card: HolderCard | undefined }

/**
 * The card of a code and a birth year. The price of a wrong pair is paid first, so that tries at the same moment count
 * exactly, and a right pair gets it back as if it had never been: no row says that anybody looked.
 * @param code a new-style code in canonical form
 * @returns `wait` in seconds when there have been too many wrong ones: then nothing is looked up, and the caller lets
 * the transaction fail, so that waiting costs nothing
 */
export const findHolderCard = async (
  db: Write,
  keys: Keys,
  asked: { code: string; birthYear: number; network: string; caller: string },
  at: { now: Date; today: Day },
): Promise<Found> => {
  const { network, caller } = asked
  const hash = codeHash(keys.cardCode, asked.code)
  await sql`savepoint holder_try`.execute(db)
  const wait = await takeTry(db, keys, { network, caller, codeHash: hash }, at.now)
  if (wait > 0) return { wait }
  const card = await findCard(db, hash, asked.birthYear, at.today)
  if (card) await sql`rollback to savepoint holder_try`.execute(db)
  return { card }
}
