import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import type { Card } from './cards.ts'

/** How many days ago each ticket was given, on a card in stock or on a code that no card has. */
const waiting = [
  { days: 0, adults: 1, children: 2, event: 'Lumikuningatar', isKnown: true },
  { days: 1, adults: 1, children: 0, event: 'Talvipäivän konsertti', isKnown: true },
  { days: 6, adults: 1, children: 1, event: null, isKnown: false },
]
/** And those that no registration covered. */
const dropped = [
  { days: 12, adults: 1, children: 0, event: 'Lumikuningatar', why: 'before-registration' },
  { days: 101, adults: 1, children: 0, event: null, why: 'too-old' },
] as const

/** The demo venue gives tickets before cards are registered: some wait, and a few never became uses. */
export const makeUnrecognised = async (
  db: Write,
  cards: readonly Card[],
  idOf: Map<string, number>,
  by: { siteId: number; actor: string; now: Date },
) => {
  const { siteId, actor, now } = by
  await db
    .updateTable('site')
    .set({ keeps_unrecognised: true, keeps_unrecognised_from: addDays(dayOf(now), -120) })
    .where('id', '=', siteId)
    .execute()
  // The last in stock: the first ones are what visitors try things with.
  const stock = cards.filter(({ registered, type }) => !registered && type === 'personal').slice(-2)
  const unknown = () => {
    const hash = randomBytes(32)
    return { card_id: null, legacy_hash: hash, fresh_hash: hash, code_tail: 'X4T2' }
  }
  const known = (card: Card | undefined) =>
    card ? { card_id: idOf.get(card.code)!, code_tail: card.code.slice(-4) } : unknown()
  const ticket = ({ days, adults, children, event }: Omit<(typeof waiting)[number], 'isKnown'>) => {
    const at = new Date(now.getTime() - days * 86_400_000 - 40 * 60_000)
    return {
      ...{ id: newId(), site_id: siteId, event, used_on: dayOf(at), used_at: at, received_at: at },
      ...({ adults, children, companions: 0, category: 'culture', kind: 'ticket', source: 'desk' } as const),
      recorded_by: actor,
    }
  }
  for (const given of waiting)
    await db
      .insertInto('unrecognised_use')
      .values({ ...ticket(given), ...(given.isKnown ? known(stock.pop()) : unknown()) })
      .execute()
  for (const { why, ...given } of dropped)
    await db
      .insertInto('unrecognised_use')
      .values({ ...ticket(given), ...unknown(), state: 'dropped', why, decided_at: now })
      .execute()
}
