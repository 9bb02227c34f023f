import { v7 as newId } from 'uuid'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import type { Card } from './cards.ts'
import { insertRows, useRow } from './makers.ts'
import type { WorldSite } from './network.ts'
import type { Random } from './random.ts'

/** Two tickets of one card on an evening without a network: how many minutes apart, and how many days ago. */
const pairs = [
  { days: 1, apart: 4, children: 1 },
  { days: 3, apart: 95, children: 0 },
]

/** At the demo venue a phone was without a network: two records look repeated, and wait for somebody to say. */
export const makeRepeats = async (
  db: Write,
  cards: readonly Card[],
  idOf: ReadonlyMap<string, number>,
  { random, demoSite, actor, now }: { random: Random; demoSite: WorldSite; actor: string; now: Date },
) => {
  const today = dayOf(now)
  const good = cards.filter(
    ({ type, unit, registered, closing, holder }) =>
      type === 'personal' &&
      closing === undefined &&
      unit.areaId === demoSite.areaId &&
      registered !== null &&
      registered.on < addDays(today, -10) &&
      registered.validUntil > today &&
      (holder?.children ?? 0) >= 1,
  )
  const rows = pairs.flatMap(({ days, apart, children }, nth) => {
    // Neither the first, which visitors try things with, nor the last, which have bookings.
    const card = good.at(-20 - nth)
    if (!card) return []
    const first = new Date(now.getTime() - days * 86_400_000)
    const times = [first, new Date(first.getTime() + apart * 60_000)]
    return [
      times.map((usedAt) =>
        useRow({
          ...{
            id: newId({ msecs: usedAt.getTime(), random: random.bytes(16) }),
            cardId: idOf.get(card.code)!,
            siteId: demoSite.id,
          },
          ...{ usedAt, adults: 1, children, companions: 0, category: demoSite.category, kind: 'ticket' },
          ...{ event: 'Klubi-ilta', source: 'offline', recordedBy: actor },
        }),
      ),
    ]
  })
  await insertRows(db, 'use', rows.flat())
  const seconds = rows.map(([, second]) => second!)
  await insertRows(
    db,
    'use_repeat',
    seconds.map((use) => ({ use_id: use.id, used_on: use.used_on, site_id: demoSite.id, found_at: now })),
  )
}
