import { type Day, monthOf } from '../lib/dates.ts'
import { type Category, categories } from '../network/rules.ts'

/** What the register holds of one year: personal cards, and the uses of them that still stand. */
export type YearCounts = {
  year: number
  registered: number
  takenIntoUse: number
  municipalities: number
  /** Tickets by field; null or left out where nothing was recorded. */
  tickets: Partial<Record<Category, { adult: number; child: number }>> | null
}

type Cells = Record<Category, number | null>

/** A row of the national table: its names are the ones that the open data has. */
export type YearlyRow = {
  year: number
  cardsRegistered: number
  cardsTakenIntoUse: number
  adult: Cells
  child: Cells
  total: number
  municipalities: number
}

/** Blank is not 0: a cell without a ticket says that nothing was recorded, not that nobody came. */
const cellsOf = ({ tickets }: YearCounts, who: 'adult' | 'child'): Cells =>
  Object.fromEntries(categories.map((category) => [category, tickets?.[category]?.[who] || null])) as Cells

/** Tickets of all fields together. */
export const sumOf = (cells: Cells): number =>
  categories.reduce((sum, category) => sum + (cells[category] ?? 0), 0)

/** One year of the national table, from what was counted. */
export const yearlyRow = (counts: YearCounts): YearlyRow => {
  const adult = cellsOf(counts, 'adult')
  const child = cellsOf(counts, 'child')
  return {
    year: counts.year,
    cardsRegistered: counts.registered,
    cardsTakenIntoUse: counts.takenIntoUse,
    adult,
    child,
    total: sumOf(adult) + sumOf(child),
    municipalities: counts.municipalities,
  }
}

/** Every cell is a number or a name of ours, so nothing needs quoting. */
export const csvOf = (header: string[], rows: (number | string | null)[][]) =>
  [header, ...rows].map((cells) => `${cells.map((cell) => cell ?? '').join(',')}\n`).join('')

/** Tickets of one month; `month` is its first day. */
export type MonthCounts = { month: Day; adults: number; children: number }

const monthsShown = 24

/** The first day of the month that lies `back` months before the day's own. */
const monthBefore = (day: Day, back: number): Day => {
  const first = new Date(`${monthOf(day)}T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - back)
  return first.toISOString().slice(0, 10)
}

/** The first month of the chart: two years that end with the month we are in. */
export const firstMonth = (today: Day): Day => monthBefore(today, monthsShown - 1)

/** The months of the chart in order, those without a ticket as well. */
export const fillMonths = (counts: readonly MonthCounts[], today: Day): MonthCounts[] =>
  Array.from({ length: monthsShown }, (_, index) => {
    const month = monthBefore(today, monthsShown - 1 - index)
    return counts.find((count) => count.month === month) ?? { month, adults: 0, children: 0 }
  })

export const monthlyCsv = (months: readonly MonthCounts[]): string =>
  csvOf(
    ['month', 'tickets_adults', 'tickets_children', 'tickets_total'],
    months.map(({ month, adults, children }) => [
      month.slice(0, 7),
      adults || null,
      children || null,
      adults + children || null,
    ]),
  )

/** The months as a series, all fields together. */
export const monthlySeries = (months: readonly MonthCounts[]) =>
  months.map(({ month, adults, children }) => ({
    period: month.slice(0, 7),
    category: null,
    adults: adults || null,
    children: children || null,
    total: adults + children,
  }))

/** Whether a year or month lies between two others, each a year or a month; a whole year includes its months. */
export const isWithin = (
  period: string,
  { from, until }: { from?: string | undefined; until?: string | undefined },
): boolean =>
  (from === undefined || period >= from.slice(0, period.length)) &&
  (until === undefined || period.slice(0, until.length) <= until)

/** What the chart shows, said as its title. */
export type Finding =
  | { kind: 'none' }
  | { kind: 'peak'; month: Day; tickets: number }
  | {
      kind: 'more' | 'fewer' | 'same'
      /** Whole per cent of change. */
      percent: number
      /** The months that are compared: whole ones, so that the one we are in does not look like a fall. */
      from: Day
      until: Day
      tickets: number
      /** The same months a year before. */
      before: number
    }

/** Under this many tickets a change in per cent says more about chance than about the card. */
const enoughToCompare = 100

const ticketsOf = ({ adults, children }: MonthCounts) => adults + children

const sumOfMonths = (months: readonly MonthCounts[]) =>
  months.reduce((total, month) => total + ticketsOf(month), 0)

/**
 * Compares the whole months of the last year with the same months a year before. Where a month of them is blank
 * the record is not complete, and a change would only tell when the recording began: the best month is named then.
 */
export const findingOf = (months: readonly MonthCounts[]): Finding => {
  const year = monthsShown / 2
  const earlier = months.slice(0, year - 1)
  const later = months.slice(year, -1)
  const [before, tickets] = [sumOfMonths(earlier), sumOfMonths(later)]
  const isComplete = [...earlier, ...later].every((month) => ticketsOf(month) > 0)
  if (!isComplete || Math.min(tickets, before) < enoughToCompare) {
    const peak = months.reduce((best, month) => (ticketsOf(month) > ticketsOf(best) ? month : best))
    return ticketsOf(peak) === 0
      ? { kind: 'none' }
      : { kind: 'peak', month: peak.month, tickets: ticketsOf(peak) }
  }
  const percent = Math.round((100 * Math.abs(tickets - before)) / before)
  const kind = percent === 0 ? 'same' : tickets > before ? 'more' : 'fewer'
  return { kind, percent, from: later[0]!.month, until: later.at(-1)!.month, tickets, before }
}
