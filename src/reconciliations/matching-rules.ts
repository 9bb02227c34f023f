import type { Day } from '../lib/dates.ts'
import { eventsMeant } from './event-rules.ts'
import {
  type Circle,
  eventMinutes,
  type Known,
  near,
  onDayOf,
  type Sale,
  type State,
  settle,
  stateOf,
  windowMinutes,
} from './matching-state-rules.ts'
import { pairByTime, type Timed } from './pairing-rules.ts'
import { findUnclear, type Unclear } from './unclear-rules.ts'

export type Matching = {
  matched: { sale: Sale; uses: Known[] }[]
  /** What no use was found for. `tickets`: how many of the sale's are missing, where only some were recorded. */
  missing: { sale: Sale; tickets: number; uses: Known[] }[]
  unclear: Unclear[]
  /** Uses that the till does not know. */
  unsold: Known[]
}

const circlesOf = (sales: readonly Sale[], all: readonly { event: string | null }[]): Circle[] => {
  const names = (named: readonly { event: string | null }[]) => [
    ...new Set(named.flatMap(({ event }) => (event === null ? [] : [event]))),
  ]
  const events = names(all)
  const meant = eventsMeant(names(sales), events)
  const means = (sale: Sale) => (sale.event === null ? undefined : meant.get(sale.event))
  return [
    ...events.map((event) => ({
      sales: (sale: Sale) => means(sale)?.has(event) ?? false,
      uses: (use: Known) => use.event === event,
      minutes: eventMinutes,
    })),
    { sales: () => true, uses: (use) => use.event === null, minutes: windowMinutes },
    { sales: (sale) => means(sale) === undefined, uses: () => true, minutes: windowMinutes },
  ]
}

const minutesOfDay = 24 * 60

/**
 * An export that names the card is believed before all else: the uses of that card on the same day, of as many tickets
 * and of no other event, by time.
 */
const matchCards = (state: State, circle: Circle) => {
  const groups = new Map<string, Sale[]>()
  for (const sale of state.sales)
    if (sale.card !== null && circle.sales(sale)) {
      const key = `${sale.day} ${sale.card} ${sale.tickets}`
      groups.set(key, [...(groups.get(key) ?? []), sale])
    }
  for (const sales of groups.values()) {
    const { card, tickets } = sales[0]!
    const own = onDayOf(state, sales[0]!).filter(
      (use) =>
        use.card === card &&
        circle.uses(use) &&
        (use.tickets === tickets || use.tickets + use.companions === tickets),
    )
    const pairs = pairByTime(
      sales.map((sale) => ({ at: sale.at, sale })),
      own.map((use) => ({ at: use.at, use })),
      minutesOfDay,
    )
    for (const [{ sale }, { use }] of pairs) settle(state, sale, [use])
  }
}

/** An export without times is compared day by day: all of a day is then at its noon. */
const noonOf = (day: Day) => Date.parse(`${day}T12:00:00Z`) / 60_000

/** A sale, or one ticket of a sale to several: those stand back where there are not uses enough. */
type Part = Timed & { sale: Sale }
const wholeOf = (sale: Sale): Part[] => [{ at: sale.hasTime ? sale.at : noonOf(sale.day), sale }]
const partsOf = (sale: Sale): Part[] =>
  Array.from({ length: sale.tickets }, () => ({ ...wholeOf(sale)[0]!, worthLess: sale.tickets > 1 }))

/**
 * Pairs sales, or their single tickets, with uses of a circle by time. A line that names a card belongs to no other
 * card's use, and is paired with uses that are tied to none.
 */
const pairIn = (
  circle: Circle,
  sales: readonly Sale[],
  uses: readonly Known[],
  split: (sale: Sale) => Part[],
): Map<Sale, Known[]> => {
  const left = new Set(uses.filter(circle.uses))
  const found = new Map<Sale, Known[]>()
  for (const hasTime of [true, false])
    for (const hasCard of [true, false]) {
      const ones = sales.filter(
        (sale) => circle.sales(sale) && sale.hasTime === hasTime && (sale.card !== null) === hasCard,
      )
      if (ones.length === 0) continue
      const others = [...left].filter(({ card }) => !hasCard || card === null)
      const pairs = pairByTime(
        ones.flatMap(split),
        others.map((use) => ({ at: hasTime ? use.at : noonOf(use.day), use })),
        hasTime ? circle.minutes : 0,
      )
      for (const [{ sale }, { use }] of pairs) {
        left.delete(use)
        found.set(sale, [...(found.get(sale) ?? []), use])
      }
    }
  return found
}

/** Sales and uses of as many tickets, the larger first: there are few of those, and they fit nowhere else. */
const matchEqual = (state: State, circle: Circle, from: number, ticketsOf: (use: Known) => number) => {
  const sizes = new Set([...state.sales].map(({ tickets }) => tickets))
  for (const size of [...sizes].filter((tickets) => tickets >= from).sort((a, b) => b - a)) {
    const sales = [...state.sales].filter(({ tickets }) => tickets === size)
    const uses = [...state.uses].filter((use) => ticketsOf(use) === size)
    for (const [sale, used] of pairIn(circle, sales, uses, wholeOf)) settle(state, sale, used)
  }
}

/** So many sets of uses are tried for the lines of one event before the rest is left to a person. */
const mostTries = 200_000

/** The closest uses that together have exactly so many tickets; null when none do. */
const together = (uses: readonly Known[], tickets: number, tries: { left: number }): Known[] | null => {
  if (tickets === 0) return []
  if (tries.left-- <= 0) return null
  for (const [index, use] of uses.entries()) {
    if (use.tickets > tickets) continue
    const rest = together(uses.slice(index + 1), tickets - use.tickets, tries)
    if (rest) return [use, ...rest]
  }
  return null
}

/** One line of the till for several customers, one of whom had more tickets than one. */
const matchMerged = (state: State, circle: Circle) => {
  const tries = { left: mostTries }
  const several = [...state.sales].filter((sale) => sale.tickets > 2 && circle.sales(sale))
  for (const sale of several.sort((a, b) => a.at - b.at)) {
    const close = near(state, circle, sale)
    if (!close.some(({ tickets }) => tickets > 1)) continue
    const uses = together(
      [...close].sort((a, b) => b.tickets - a.tickets),
      sale.tickets,
      tries,
    )
    if (uses && uses[0]!.tickets > 1) settle(state, sale, uses)
  }
}

/** Single tickets, those of the lines for several customers too; what is left of such a line is missing. */
const matchSingles = (state: State, circle: Circle, inPart: Map<Sale, Known[]>) => {
  const uses = [...state.uses].filter(({ tickets }) => tickets === 1)
  for (const [sale, used] of pairIn(circle, [...state.sales], uses, partsOf))
    if (used.length === sale.tickets) settle(state, sale, used)
    else inPart.set(sale, used)
  for (const used of inPart.values()) for (const use of used) state.uses.delete(use)
}

const byTime = (a: { sale: Sale }, b: { sale: Sale }) => a.sale.at - b.sale.at || a.sale.index - b.sale.index

/**
 * Compares what a till has sold on the card with what has been recorded. A use belongs to one sale at most. First the
 * card, where the export names it; then, event by event, sales and uses of as many tickets, as many as can be and as
 * close in time as can be, and lines that were sold to several at once. What is left is missing, unclear or unsold.
 * @param all uses by which the names of events are understood, where some of them belong to earlier sales already
 */
export const matchSales = (
  sales: readonly Sale[],
  uses: readonly Known[],
  all: readonly { event: string | null }[] = uses,
): Matching => {
  const state = stateOf(sales, uses)
  const inPart = new Map<Sale, Known[]>()
  const circles = circlesOf(sales, all)
  for (const circle of circles) matchCards(state, circle)
  for (const circle of circles) {
    matchEqual(state, circle, 2, (use) => use.tickets)
    matchMerged(state, circle)
    matchSingles(state, circle, inPart)
    for (const sale of inPart.keys()) state.sales.delete(sale)
    matchEqual(state, circle, 1, (use) => use.tickets + use.companions)
  }
  const unclear = findUnclear(state, circles)
  const missing = [
    ...[...inPart].map(([sale, used]) => ({ sale, tickets: sale.tickets - used.length, uses: used })),
    ...[...state.sales].map((sale) => ({ sale, tickets: sale.tickets, uses: [] })),
  ]
  return {
    matched: state.matched.sort(byTime),
    missing: missing.sort(byTime),
    unclear: unclear.sort(byTime),
    unsold: [...state.uses].sort((a, b) => a.at - b.at),
  }
}
