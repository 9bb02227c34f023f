import type { Day } from '../lib/dates.ts'

/** What the till sold on the card at once. */
export type Sale = {
  index: number
  /** Minutes since 1970; of an export without times, noon of the day. */
  at: number
  day: Day
  hasTime: boolean
  event: string | null
  tickets: number
  /** The card, where the export names it and the register knows it. */
  card: string | null
}

/** A use that stands in the register. Companions are free: a till may have given them a ticket or not. */
export type Known = {
  id: string
  at: number
  day: Day
  event: string | null
  tickets: number
  companions: number
  card: string | null
}

/** How far a till's clock and the desk's may be from each other, with the time it takes from one to the other. */
export const windowMinutes = 30
/** Of an event that both name: its tickets are sold and given over an evening. */
export const eventMinutes = 90
/** So many uses can lie near one line before only the closest are tried together. */
const mostTogether = 14

/** The sales and uses that may belong together: of one event, or with nothing that tells the event. */
export type Circle = {
  sales: (sale: Sale) => boolean
  uses: (use: Known) => boolean
  minutes: number
}

/** What has no counterpart yet; the uses in order, so that those near a sale are found without going through all. */
export type State = {
  sales: Set<Sale>
  uses: Set<Known>
  byTime: readonly Known[]
  byDay: ReadonlyMap<Day, Known[]>
  matched: { sale: Sale; uses: Known[] }[]
}

export const stateOf = (sales: readonly Sale[], uses: readonly Known[]): State => {
  const byDay = new Map<Day, Known[]>()
  for (const use of uses) {
    const day = byDay.get(use.day)
    if (day) day.push(use)
    else byDay.set(use.day, [use])
  }
  const byTime = [...uses].sort((a, b) => a.at - b.at)
  return { sales: new Set(sales), uses: new Set(uses), byTime, byDay, matched: [] }
}

export const settle = (state: State, sale: Sale, uses: Known[]) => {
  state.sales.delete(sale)
  for (const use of uses) state.uses.delete(use)
  state.matched.push({ sale, uses })
}

/** A line that names a card belongs to no other card's use. */
export const fits = (sale: Sale, use: Known) =>
  sale.card === null || use.card === null || sale.card === use.card

const apart = (sale: Sale, use: Known) =>
  sale.hasTime ? Math.abs(sale.at - use.at) : sale.day === use.day ? 0 : Number.POSITIVE_INFINITY

/** Where in a list in the order of time the first one stands that is not before `at`. */
const firstFrom = (list: readonly Known[], at: number): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

const around = ({ byTime, byDay }: State, sale: Sale, minutes: number): readonly Known[] =>
  sale.hasTime
    ? byTime.slice(firstFrom(byTime, sale.at - minutes), firstFrom(byTime, sale.at + minutes + 1))
    : (byDay.get(sale.day) ?? [])

/** The uses of a circle that lie near a sale and have no counterpart yet, the closest first. */
export const near = (state: State, circle: Circle, sale: Sale): Known[] =>
  around(state, sale, circle.minutes)
    .filter((use) => state.uses.has(use) && circle.uses(use) && fits(sale, use))
    .filter((use) => apart(sale, use) <= circle.minutes)
    .sort((a, b) => apart(sale, a) - apart(sale, b))
    .slice(0, mostTogether)

/** The uses of a sale's day that have no counterpart yet. */
export const onDayOf = (state: State, sale: Sale): Known[] =>
  (state.byDay.get(sale.day) ?? []).filter((use) => state.uses.has(use))
