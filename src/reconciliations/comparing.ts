import type { SiteScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import { keyFor } from '../lib/sealed.ts'
import { listStandingUses, listStates, type StandingTicket } from '../uses/reconciled-queries.ts'
import { newComparison } from './event-rules.ts'
import { matchSales } from './matching-rules.ts'
import type { Known, Sale } from './matching-state-rules.ts'
import { type MissingWhy, whyMissing } from './missing-rules.ts'
import { listSettled, type SettledLine } from './queries.ts'
import { fingerprintOf, type SoldOnCard } from './sale-rules.ts'

export type Missing = {
  index: number
  adults: number
  children: number
  companions: number
  why: MissingWhy
  /** The uses of those of its tickets that were recorded. */
  partIds: string[]
}
type UnclearSale = { index: number; why: 'numbers' | 'time' | 'repeat'; use: StandingTicket | null }

/** What came of comparing sales with the register; each sale is named by its place in `sales`. */
export type Compared = {
  days: { from: Day; until: Day }
  sales: readonly SoldOnCard[]
  fingerprints: readonly Buffer[]
  /** Settled before: nothing is left to do for them. */
  settled: number
  matched: { index: number; useIds: string[] }[]
  missing: Missing[]
  unclear: UnclearSale[]
  unsold: StandingTicket[]
}

/** By whom, for which site, and which card each code in the export names. */
export type Comparison = {
  scope: SiteScope
  siteId: number
  keys: Keys
  sales: readonly SoldOnCard[]
  cards: Readonly<Record<string, number | null>>
}

const minutes = (at: Date) => at.getTime() / 60_000

const knownOf = (use: StandingTicket): Known => ({
  id: use.id,
  at: minutes(use.usedAt),
  day: use.usedOn,
  event: use.event,
  tickets: use.adults + use.children,
  companions: use.companions,
  card: use.cardId === null ? null : String(use.cardId),
})

const saleOf = (sale: SoldOnCard, index: number, cards: Comparison['cards']): Sale => {
  const card = sale.code === null ? null : cards[sale.code]
  return {
    ...{ index, at: minutes(sale.at), day: sale.day, hasTime: sale.hasTime, event: sale.event },
    tickets: sale.adults + sale.children,
    card: card ? String(card) : null,
  }
}

/** The tickets of a sale that were not recorded, adults first: some of them may have been. */
const leftOf = ({ adults, children, companions }: SoldOnCard, tickets: number) => {
  const isWhole = tickets === adults + children
  const left = Math.min(adults, tickets)
  return { adults: left, children: tickets - left, companions: isWhole ? companions : 0 }
}

/** The day's end of one thing is the beginning of the next: other requests are answered in between. */
const breathe = () => new Promise((resolve) => setImmediate(resolve))

/** Which settled lines still hold: one whose uses were undone is open again, one that was anonymised is not. */
const holding = async (db: Read, lines: readonly SettledLine[]): Promise<SettledLine[]> => {
  const states = await listStates(
    db,
    lines.flatMap(({ useIds }) => useIds),
  )
  return lines.filter(({ useIds }) => useIds.some((id) => states.get(id) !== 'undone'))
}

/** Compares the sales of an export with the uses that stand. Reads only. */
export const compare = async (db: Read, asked: Comparison): Promise<Compared> => {
  const { scope, siteId, keys, sales, cards } = asked
  const dayList = sales.map(({ day }) => day).sort()
  const days = { from: dayList[0]!, until: dayList.at(-1)! }
  const key = keyFor(keys, 'settled lines')
  const fingerprints = sales.map(({ meaning }) => fingerprintOf(key, siteId, meaning))
  await breathe()
  const settled = await holding(db, await listSettled(db, siteId, days))
  const settledPrints = new Set(settled.map(({ fingerprint }) => fingerprint.toString('hex')))
  const claimed = new Set(settled.flatMap(({ useIds }) => useIds))
  const all = await listStandingUses(db, scope, siteId, days)
  const uses = all.filter(({ id }) => !claimed.has(id))
  const useOf = new Map(uses.map((use) => [use.id, use]))
  await breathe()
  const open = sales
    .map((sale, index) => saleOf(sale, index, cards))
    .filter(({ index }) => !settledPrints.has(fingerprints[index]!.toString('hex')))
  const known = uses.map(knownOf)
  const found = matchSales(open, known, all)
  await breathe()
  const isOneEvent = newComparison()
  const isRepeat = ({ sale }: { sale: Sale }) => sales[sale.index]!.isRepeat
  return {
    days,
    sales,
    fingerprints,
    settled: sales.length - open.length,
    matched: found.matched.map((one) => ({ index: one.sale.index, useIds: one.uses.map(({ id }) => id) })),
    missing: found.missing
      .filter((one) => !isRepeat(one))
      .map((one) => ({
        index: one.sale.index,
        ...leftOf(sales[one.sale.index]!, one.tickets),
        why: whyMissing(one, known, isOneEvent),
        partIds: one.uses.map(({ id }) => id),
      })),
    unclear: [
      ...found.unclear.map(({ sale, use, why }) => ({ index: sale.index, why, use: useOf.get(use.id)! })),
      ...found.missing
        .filter(isRepeat)
        .map(({ sale }) => ({ index: sale.index, why: 'repeat' as const, use: null })),
    ],
    unsold: found.unsold.map(({ id }) => useOf.get(id)!),
  }
}
