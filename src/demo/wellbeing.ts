import { v4 } from 'uuid'
import type { Write } from '../db/db.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { publishMeans } from '../wellbeing/instrument-queries.ts'
import type { Card } from './cards.ts'
import { insertRows } from './makers.ts'
import type { Random } from './random.ts'

/** Our placeholder set has been in force since this day. */
const asksFrom = '2025-01-01'
const items = 10
/** The item where much is bad. */
const worries = 8

const firstShare = 0.45
const againShare = 0.8
const skipShare = 0.06

/** The cards of one holder, the first before those that renew it. */
const lineOf = (card: Card): Card[] => (card.renews ? [...lineOf(card.renews), card] : [card])

const clamp = (points: number) => Math.min(5, Math.max(1, Math.round(points)))

/** Somebody who goes to things is a little gladder a year later; nobody is glad in everything. */
const answersOf = (random: Random, mood: number, wave: number) =>
  Array.from({ length: items }, (_, index) => {
    if (random.chance(skipShare)) return null
    const points = clamp(mood + 0.25 * wave + random.fraction() * 2.4 - 1.2)
    return index + 1 === worries ? 6 - points : points
  })

/**
 * What invented holders have answered: at issue nearly half of them, and most of those again with the card that renewed
 * theirs. Consents go with it. The set of chance is one of its own, so that the rest of the world stays as it is.
 */
export const makeWellbeing = async (
  db: Write,
  random: Random,
  cards: readonly Card[],
  idOf: ReadonlyMap<string, number>,
  today: Day,
) => {
  const { id: instrument_id } = await db
    .selectFrom('instrument')
    .select('id')
    .where('is_placeholder', '=', true)
    .executeTakeFirstOrThrow()
  const moods = new Map<string, number>()
  const asked = cards.flatMap((card) => {
    const { registered, holder } = card
    if (!registered || !holder || registered.on < asksFrom) return []
    const first = lineOf(card)[0]!.code
    const before = moods.get(first)
    if (!random.chance(before === undefined ? firstShare : againShare)) return []
    const mood = before ?? 2 + random.fraction() * 2
    moods.set(first, mood)
    const wave = lineOf(card).length - 1
    return [
      { card, at: registered.at, language: holder.language, wave, answers: answersOf(random, mood, wave) },
    ]
  })
  const rounds = asked.map(({ card, at, language, wave }) => ({
    id: v4({ random: random.bytes(16) }),
    card_id: idOf.get(card.code)!,
    instrument_id,
    wave,
    way: random.pick(['screen', 'phone'] as const),
    language,
    token_hash: Buffer.from(random.bytes(32)),
    begun_at: at,
    expires_at: new Date(at.getTime() + 86_400_000),
    finished_at: new Date(at.getTime() + random.between(3, 14) * 60_000),
  }))
  const answers = asked.flatMap((one, index) =>
    one.answers.map((points, item) => ({ round_id: rounds[index]!.id, item: item + 1, points })),
  )
  const consents = asked.map(({ card, at, language }) => ({
    card_id: idOf.get(card.code)!,
    kind: 'wellbeing' as const,
    text_version: '2025-01',
    language,
    given_on: dayOf(at),
    given_at: at,
    unit_id: card.unit.id,
  }))
  await insertRows(db, 'consent', consents)
  await insertRows(db, 'wellbeing_round', rounds)
  await insertRows(db, 'wellbeing_answer', answers)
  await publishMeans(db, today)
}
