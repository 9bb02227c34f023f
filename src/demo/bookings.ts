import { v7 as newId } from 'uuid'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import type { Card } from './cards.ts'
import { insertRows, useRow } from './makers.ts'
import type { WorldSite } from './network.ts'
import type { Random } from './random.ts'

/** Tickets got some days ago for a day near today: `for` counts from today. */
const booked = [
  { ago: 3, for: -1, children: 0, event: 'Talvipäivän konsertti', hasCome: true },
  { ago: 4, for: -1, children: 1, event: 'Talvipäivän konsertti', hasCome: false },
  { ago: 2, for: 0, children: 2, event: 'Lumikuningatar', hasCome: true },
  { ago: 5, for: 0, children: 0, event: 'Lumikuningatar', hasCome: false },
  { ago: 1, for: 1, children: 1, event: 'Lumikuningatar', hasCome: false },
  { ago: 6, for: 3, children: 0, event: 'Klubi-ilta', hasCome: false },
  { ago: 2, for: 9, children: 3, event: 'Klubi-ilta', hasCome: false },
]

type By = { random: Random; demoSite: WorldSite; sites: readonly WorldSite[]; actor: string; now: Date }

/**
 * Bookings at the demo venue, one with a holder who has come today; and a hall of the same area that gives one ticket a
 * day. The limit holds from today on: what was recorded before it was not judged by it.
 */
export const makeBookings = async (
  db: Write,
  cards: readonly Card[],
  idOf: ReadonlyMap<string, number>,
  { random, demoSite, sites, actor, now }: By,
) => {
  const today = dayOf(now)
  // The last ones that are good: the first are what visitors try things with.
  const good = cards.filter(
    ({ type, unit, registered, closing, holder }) =>
      type === 'personal' &&
      closing === undefined &&
      unit.areaId === demoSite.areaId &&
      registered !== null &&
      registered.on < addDays(today, -10) &&
      registered.validUntil > today &&
      (holder?.children ?? 0) >= 3,
  )
  const rows = booked.flatMap((booking, nth) => {
    const card = good.at(-1 - nth)
    if (!card) return []
    const usedAt = new Date(now.getTime() - booking.ago * 86_400_000)
    const use = useRow({
      ...{
        id: newId({ msecs: usedAt.getTime(), random: random.bytes(16) }),
        cardId: idOf.get(card.code)!,
        siteId: demoSite.id,
        usedAt,
      },
      ...{
        adults: 1,
        children: booking.children,
        companions: 0,
        category: demoSite.category,
        kind: 'ticket',
      },
      ...{ event: booking.event, source: 'desk', recordedBy: actor },
    })
    return [{ use: { ...use, event_on: addDays(today, booking.for) }, booking }]
  })
  await insertRows(
    db,
    'use',
    rows.map(({ use }) => use),
  )
  const arrived_at = (days: number) => new Date(now.getTime() + days * 86_400_000 - 20 * 60_000)
  await insertRows(
    db,
    'arrival',
    rows
      .filter(({ booking }) => booking.hasCome)
      .map(({ use, booking }) => ({
        ...{ use_id: use.id, used_on: use.used_on, arrived_at: arrived_at(booking.for), arrived_by: actor },
      })),
  )
  const hall = sites.find(
    ({ id, areaId, category }) => id !== demoSite.id && areaId === demoSite.areaId && category === 'sports',
  )
  if (hall)
    await insertRows(db, 'site_limit', [
      { site_id: hall.id, kind: 'ticket', volume: 1, period: 'day', limit_from: today },
    ])
}
