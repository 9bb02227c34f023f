import { addDays, type Day, yearOf } from '../lib/dates.ts'
import type { Period } from './rules.ts'

/**
 * Days from the end of a quarter until it is closed: a desk keeps what it records without network for 14 days and sends
 * it then. Our own choice (docs/our-choices.md).
 */
export const daysUntilClosed = 15

const two = (month: number) => String(month).padStart(2, '0')
/** The first day of a month, counted from January of the year as 1; 13 is the next January. */
const firstOf = (year: number, month: number): Day =>
  month > 12 ? `${year + 1}-${two(month - 12)}-01` : `${year}-${two(month)}-01`

/** First and last day of a quarter or a year. */
export const daysOf = (period: Period): { from: Day; until: Day } => {
  const year = Number(period.slice(0, 4))
  const quarter = period.length > 4 ? Number(period.at(-1)) : null
  const [first, months] = quarter === null ? [1, 12] : [quarter * 3 - 2, 3]
  return { from: firstOf(year, first), until: addDays(firstOf(year, first + months), -1) }
}

export const isYear = (period: Period): boolean => period.length === 4
export const quartersOf = (year: Period): Period[] => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
const yearOfPeriod = (period: Period): Period => period.slice(0, 4)

/** The quarters of a period: of a quarter, itself. */
export const quartersIn = (period: Period): Period[] => (isYear(period) ? quartersOf(period) : [period])

/** The quarter of a day. */
export const quarterOf = (day: Day): Period => `${yearOf(day)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The day on which a period may be closed. */
export const closesOn = (period: Period): Day => addDays(daysOf(period).until, daysUntilClosed)

/** The morning of that day. */
export const closesAt = (period: Period): Date => new Date(`${closesOn(period)}T06:00:00Z`)

/** So far back a register cannot have begun by itself: its past was imported. */
const daysOfPast = 200

/**
 * Whether people begin the closing: an imported past is published once, and for good, so somebody says when all of it is in.
 * A register that began empty closes its first quarter by itself.
 * @param first the first day with a registered card or a use
 */
export const isPastByHand = (first: Day | null, today: Day): boolean =>
  first !== null && first < addDays(today, -daysOfPast)

const nextQuarter = (quarter: Period) => quarterOf(addDays(daysOf(quarter).until, 1))

/**
 * What is to be closed next, or null: each quarter in turn from that of the first day with something recorded, and each
 * year right after its fourth, where all four were closed.
 * @param first the first day with a registered card or a use, null while there is none
 * @param closed the periods that are closed
 */
export const nextToClose = (first: Day | null, closed: readonly Period[], today: Day): Period | null => {
  if (first === null) return null
  const known = new Set(closed)
  for (let quarter = quarterOf(first); closesOn(quarter) <= today; quarter = nextQuarter(quarter)) {
    if (!known.has(quarter)) return quarter
    const year = yearOfPeriod(quarter)
    const isWhole = quartersOf(year).every((one) => known.has(one))
    if (isWhole && !known.has(year)) return year
  }
  return null
}

/**
 * How the closing stands: a due period is on its way (`closing`), an imported past waits for people (`waits`), or the
 * next one is to come.
 */
export type ClosingState =
  | { kind: 'closing' | 'waits'; period: Period }
  | { kind: 'coming'; period: Period; on: Day }

/** The quarter that is the next to be closed when all that is due is, and its day. */
const comingQuarter = (today: Day): { period: Period; on: Day } => {
  const current = quarterOf(today)
  const before = quarterOf(addDays(daysOf(current).from, -1))
  const period = closesOn(before) > today ? before : current
  return { period, on: closesOn(period) }
}

/** @param closesByItself an imported past too, as in a demo */
export const closingStateOf = (
  {
    first,
    closed,
    closesByItself,
  }: { first: Day | null; closed: readonly Period[]; closesByItself: boolean },
  today: Day,
): ClosingState => {
  const due = nextToClose(first, closed, today)
  if (due === null) return { kind: 'coming', ...comingQuarter(today) }
  const waits = closed.length === 0 && !closesByItself && isPastByHand(first, today)
  return { kind: waits ? 'waits' : 'closing', period: due }
}
