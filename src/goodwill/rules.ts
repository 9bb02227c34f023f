import { type Day, monthOf, yearOf } from '../lib/dates.ts'
import type { UseKind } from '../uses/rules.ts'

/** What somebody without the card pays, in cents, tax included. */
export type Price = { adult: number; child: number }

/** A site's prices from a day on; a kind that is not on the list has no price while the list holds. */
export type PriceList = {
  id: number
  validFrom: Day
  prices: Partial<Record<UseKind, Price>>
  /** When somebody took it back as wrong; null while it stands. */
  takenBackAt: Date | null
}

/** A thousand euros: more is a slip of the finger. In cents. */
export const highestPrice = 100_000

/**
 * Euros as people type them, in cents: `12`, `12,5`, `12.50 €`.
 * @returns null for what is no price
 */
export const readEuros = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replace(/[\s\p{Cf}€]/gu, '')
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** Cents as a form shows them, so that `readEuros` reads them back: `12,50`. */
export const typedEuros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',')

const firstDay: Day = '2015-01-01'

/** Why a list cannot begin on a day: before the card was there, or more than a year ahead. */
export const fromProblem = (from: Day, today: Day): 'from-early' | 'from-far' | null => {
  if (from < firstDay) return 'from-early'
  const inAYear = `${yearOf(today) + 1}${today.slice(4)}`
  return from > inAYear ? 'from-far' : null
}

/** The standing lists from the latest day to the first, and where each stands on the day. */
export const arrangeLists = (
  lists: readonly PriceList[],
  today: Day,
): (PriceList & { time: 'coming' | 'now' | 'earlier' })[] => {
  const standing = lists
    .filter(({ takenBackAt }) => takenBackAt === null)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
  const now = standing.find(({ validFrom }) => validFrom <= today)
  return standing.map((list) => ({
    ...list,
    time: list === now ? 'now' : list.validFrom > today ? 'coming' : 'earlier',
  }))
}

/** The day that a new list most likely begins on: the first one covers this year, later ones this month. */
export const suggestedFrom = (lists: readonly PriceList[], today: Day): Day =>
  lists.some(({ takenBackAt }) => takenBackAt === null) ? monthOf(today) : `${yearOf(today)}-01-01`

/** What a site has given in a time. Tickets are an adult's or a child's; companions are not counted. */
export type Given = {
  tickets: number
  /** Of the tickets: those of children. */
  children: number
  /** Of the tickets: those obtained with a community card. */
  community: number
  /** What the tickets that have a price would have cost, in cents. */
  cents: number
  /** Tickets without a price on their day. */
  unpriced: number
}

export const nothingGiven: Given = { tickets: 0, children: 0, community: 0, cents: 0, unpriced: 0 }

export const sumGiven = (parts: readonly Given[]): Given =>
  parts.reduce(
    (sum, part) => ({
      tickets: sum.tickets + part.tickets,
      children: sum.children + part.children,
      community: sum.community + part.community,
      cents: sum.cents + part.cents,
      unpriced: sum.unpriced + part.unpriced,
    }),
    nothingGiven,
  )

/** What was given, in cents; null where no ticket has a price: that is not known, and not nothing. */
export const worthOf = ({ tickets, unpriced, cents }: Given): number | null =>
  tickets > 0 && unpriced === tickets ? null : cents

export type GivenMonth = Given & { month: Day }
export type GivenYear = Given & { year: number }

/** The years of a site with something given, the latest first. */
export const yearsOf = (months: readonly GivenMonth[]): GivenYear[] =>
  [...new Set(months.map(({ month }) => yearOf(month)))]
    .sort((a, b) => b - a)
    .map((year) => ({ year, ...sumGiven(months.filter(({ month }) => yearOf(month) === year)) }))

/** A year of an address, where there is such a one to show; else the latest. */
export const chosenYear = (asked: string | null, years: readonly number[]): number | null =>
  years.find((year) => String(year) === asked) ?? years[0] ?? null

/** How many of several lack the price of some ticket: what a total leaves out. */
export const unpricedAmong = (several: readonly Given[]): number =>
  several.filter(({ unpriced }) => unpriced > 0).length
