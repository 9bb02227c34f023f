import { type Day, yearOf } from '../lib/dates.ts'

/** Tickets of a time: an adult's and a child's; companions are not counted. */
export type Tickets = { adults: number; children: number }

const noTickets: Tickets = { adults: 0, children: 0 }
export const ticketsOf = ({ adults, children }: Tickets): number => adults + children
export const sumTickets = (parts: readonly Tickets[]): Tickets =>
  parts.reduce<Tickets>(
    (sum, part) => ({ adults: sum.adults + part.adults, children: sum.children + part.children }),
    noTickets,
  )

export const daysOfYear = (year: number): { from: Day; until: Day } => ({
  from: `${year}-01-01`,
  until: `${year}-12-31`,
})

/** The months of a year and of the one before, those to come left out. */
export const monthsShown = (year: number, today: Day): Day[] =>
  [year - 1, year]
    .flatMap((one) =>
      Array.from({ length: 12 }, (_, index) => `${one}-${String(index + 1).padStart(2, '0')}-01`),
    )
    .filter((month) => month <= today)

/** A year of an address where there is such a one to show; else the latest. Null where there is none. */
export const chosenYear = (asked: string | null, years: readonly number[]): number | null =>
  years.find((year) => String(year) === asked) ?? years[0] ?? null

/** What is counted by month: its first day and how much. */
export type MonthCount = { month: Day; count: number }

/** How a year stands beside the one before, said as the title of its months. */
export type Finding =
  | { kind: 'none' }
  | { kind: 'peak'; month: Day; count: number }
  | { kind: 'more' | 'fewer' | 'same'; percent: number; months: number; count: number; before: number }

/** Under this many a change in per cent says more about chance than about the card. */
const enoughToCompare = 100

const countIn = (months: readonly MonthCount[], year: number, upTo: number) =>
  months
    .filter(({ month }) => yearOf(month) === year && Number(month.slice(5, 7)) <= upTo)
    .reduce((sum, { count }) => sum + count, 0)

/**
 * Compares the whole months of the year with the same months a year before, where there is enough in both; names the
 * busiest month of the year otherwise.
 */
export const findingOf = (months: readonly MonthCount[], year: number, today: Day): Finding => {
  const whole = year < yearOf(today) ? 12 : Number(today.slice(5, 7)) - 1
  const [count, before] = [countIn(months, year, whole), countIn(months, year - 1, whole)]
  if (Math.min(count, before) >= enoughToCompare) {
    const percent = Math.round((100 * Math.abs(count - before)) / before)
    const kind = percent === 0 ? 'same' : count > before ? 'more' : 'fewer'
    return { kind, percent, months: whole, count, before }
  }
  const peak = months
    .filter(({ month }) => yearOf(month) === year)
    .reduce<MonthCount | null>((best, one) => (best === null || one.count > best.count ? one : best), null)
  return peak === null || peak.count === 0 ? { kind: 'none' } : { kind: 'peak', ...peak }
}

/** The largest of several; undefined where all are nothing, and where two are equally large: neither is the most. */
export const largestOf = <Item>(
  items: readonly Item[],
  countOf: (item: Item) => number,
): Item | undefined => {
  const [first, second] = items.toSorted((a, b) => countOf(b) - countOf(a))
  if (first === undefined || countOf(first) === 0) return undefined
  return second !== undefined && countOf(second) === countOf(first) ? undefined : first
}

/** How many came in an hour of a day of the week; 1 is Monday. */
export type HourCount = { weekday: number; hour: number; count: number }
export type HourRow = { hour: number; counts: number[] }

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A row for every hour from the first to the last with anything, a count for every day of the week. */
export const hourRows = (counts: readonly HourCount[]): HourRow[] => {
  const some = counts.filter(({ count }) => count > 0)
  if (some.length === 0) return []
  const hours = some.map(({ hour }) => hour)
  const first = Math.min(...hours)
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => {
    const hour = first + index
    const at = (weekday: number) =>
      some.find((one) => one.hour === hour && one.weekday === weekday)?.count ?? 0
    return { hour, counts: weekdays.map(at) }
  })
}

/** How strong a cell is drawn: 0 for nothing, 4 for the most and what comes near. */
export const shadeOf = (count: number, most: number): 0 | 1 | 2 | 3 | 4 =>
  count === 0 ? 0 : (Math.min(4, Math.ceil((4 * count) / most)) as 1 | 2 | 3 | 4)

/** Ages as they are published (src/publications): ten years each, the first from 16 to 19. */
export const ageGroups = ['16-19', '20-29', '30-39', '40-49', '50-59', '60-69', '70-79', '80+'] as const
export type AgeGroup = (typeof ageGroups)[number]

export const ageGroupOf = (age: number): AgeGroup =>
  age < 20 ? '16-19' : (ageGroups[Math.min(Math.floor(age / 10), 8) - 1] as AgeGroup)

export const childGroups = ['0', '1', '2', '3+'] as const
export const childGroupOf = (children: number): (typeof childGroups)[number] =>
  childGroups[Math.min(children, 3)] as (typeof childGroups)[number]
