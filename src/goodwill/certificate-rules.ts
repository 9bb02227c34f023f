import type { Day } from '../lib/dates.ts'
import { daysOf, isYear, quartersOf } from '../publications/period-rules.ts'
import type { Figure, Publication } from '../publications/rules.ts'

/*
 * A certificate hangs on a wall, beside tables that everyone may read. So it tells what closed periods tell of the site and
 * nothing else: they hide a number behind which there are fewer than five cards, and one that would give away another's.
 */

/** The closed year; before it is closed, its closed quarters, the first first. */
export const closedOf = (year: number, publications: readonly Publication[]): Publication[] => {
  const whole = publications.filter(({ period }) => isYear(period) && period === String(year))
  if (whole.length > 0) return whole
  const quarters = quartersOf(String(year))
  return publications
    .filter(({ period }) => quarters.includes(period))
    .toSorted((a, b) => a.period.localeCompare(b.period))
}

/** What a certificate tells of personal cards' tickets. Those of adults and of children are told both or neither. */
export type Told = {
  from: Day
  until: Day
  /** The numbers of the publications that tell it. */
  publications: number[]
  tickets: number
  split: { adults: number; children: number } | null
}

/** @returns null where something of the number is hidden, and where there is nothing to tell */
export const tellClosed = (
  closed: readonly { of: Publication; figures: readonly Figure[] }[],
): Told | null => {
  const [first, last] = [closed[0], closed.at(-1)]
  if (!first || !last) return null
  // What is not there is nothing; null is hidden, and hides the sum.
  const sum = (division: Figure['division'], part: string) =>
    closed.reduce<number | null>((total, { figures }) => {
      const wanted = (one: Figure) =>
        one.measure === 'tickets' && one.division === division && one.part === part
      const figure = figures.find(wanted)
      if (!figure) return total
      return total === null || figure.count === null ? null : total + figure.count
    }, 0)
  const tickets = sum('all', 'all')
  if (!tickets) return null
  const [adults, children] = [sum('audience', 'adults'), sum('audience', 'children')]
  return {
    ...{ from: daysOf(first.of.period).from, until: daysOf(last.of.period).until, tickets },
    publications: closed.map(({ of }) => of.number),
    split: adults === null || children === null ? null : { adults, children },
  }
}

/** Tickets as the ledger has them now, and what they would have cost, in cents. */
export type Priced = {
  adults: number
  adultCents: number
  children: number
  childCents: number
  unpriced: number
}

/**
 * What the tickets told would have cost, in whole euros as cents: each at the mean price of its kind of visitor. So what was
 * corrected since the closing shows in no sum. Null where adults and children are not told, for with the prices a sum
 * would tell them, and where a ticket has no price.
 */
export const worthOfTold = ({ split }: Told, now: Priced): number | null => {
  if (!split || now.unpriced > 0) return null
  if (now.adults < Math.min(1, split.adults) || now.children < Math.min(1, split.children)) return null
  const cost = (told: number, tickets: number, cents: number) =>
    tickets === 0 ? 0 : (told * cents) / tickets
  const cents =
    cost(split.adults, now.adults, now.adultCents) + cost(split.children, now.children, now.childCents)
  return Math.round(cents / 100) * 100
}
