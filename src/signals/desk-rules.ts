import { addDays, type Day } from '../lib/dates.ts'
import type { Limits } from './limit-rules.ts'
import { type Noticed, spans } from './rules.ts'

/** The hours of a site: the uses of its closed quarters by hour of the day, and those of the last four weeks. */
export type SiteHours = {
  siteId: number
  week: Day
  /** 24 counts, of what was recorded as it happened. */
  before: readonly number[]
  recent: readonly { hour: number; day: Day; uses: number }[]
}

/** So many uses tell which hours a site keeps: what never came in 200 is rarer than one in 65 (rule of three). */
const leastBefore = 200
/** One late evening is an event; two are a habit. */
const leastDays = 2

/** Recording at hours at which the site has never recorded, nor in the hours beside them. */
export const hoursOf = ({ siteId, week, before, recent }: SiteHours, limits: Limits): Noticed | null => {
  const known = before.reduce((a, b) => a + b, 0)
  if (known < leastBefore) return null
  const isStrange = (hour: number) => [-1, 0, 1].every((beside) => !before[(hour + beside + 24) % 24])
  const strange = recent.filter(({ hour }) => isStrange(hour))
  const seen = strange.reduce((sum, { uses }) => sum + uses, 0)
  const days = new Set(strange.map(({ day }) => day)).size
  if (seen < limits.hoursLeast || days < leastDays) return null
  const hours = strange.map(({ hour }) => hour)
  const numbers = {
    ...{ seen, days, first: Math.min(...hours), last: Math.max(...hours) },
    ...{ before: known, limit: limits.hoursLeast },
  }
  const from = addDays(week, -7 * (spans.quiet - 1))
  return { kind: 'hours', placeId: siteId, from, until: addDays(week, 6), numbers }
}

/** One check of a card at a desk: where the card stands in stock, or that no card has the code. */
export type Check = { at: Date; serial: number | null; isUnknown: boolean; nth: number }
export type DeskChecks = { siteId: number; week: Day; checks: readonly Check[] }

/** Milliseconds from one code to the next of the same row of codes. */
const pause = 10 * 60_000
/** How far serial numbers may lie apart and still be neighbours: a number may be left out. */
const neighbours = 2

type Row = { codes: Set<string>; unknown: number; serial: number | null; from: Date; until: Date }

const codeOf = ({ serial, isUnknown, nth }: Check) => (isUnknown ? `?${nth}` : `${serial}`)

const begin = (check: Check): Row => ({
  ...{ codes: new Set([codeOf(check)]), unknown: check.isUnknown ? 1 : 0 },
  ...{ serial: check.serial, from: check.at, until: check.at },
})

const goesOn = ({ serial }: Row, check: Check) =>
  check.isUnknown || serial === null || Math.abs(check.serial! - serial) <= neighbours

const take = (row: Row, check: Check) => {
  if (check.isUnknown && !row.codes.has(codeOf(check))) row.unknown += 1
  row.codes.add(codeOf(check))
  row.until = check.at
  row.serial = check.serial ?? row.serial
}

/**
 * Codes in sequence at one desk: card after card whose serial numbers are neighbours, or codes that no card has; another
 * card between them breaks nothing. A code that is read again counts once. Nothing is known of the codes themselves: only
 * where the cards lie in stock.
 */
export const sequenceOf = ({ siteId, week, checks }: DeskChecks, limits: Limits): Noticed | null => {
  let open: Row[] = []
  let longest: Row | null = null
  // A card that was never in stock has no neighbours.
  for (const check of checks.filter(({ isUnknown, serial }) => isUnknown || serial !== null)) {
    open = open.filter(({ until }) => check.at.getTime() - until.getTime() <= pause)
    const row = open.findLast((one) => goesOn(one, check)) ?? begin(check)
    take(row, check)
    // The row that went on last is the first to take what has no number.
    open = [...open.filter((one) => one !== row), row]
    if (!longest || row.codes.size > longest.codes.size) longest = row
  }
  if (!longest || longest.codes.size < limits.sequenceLeast) return null
  const minutes = Math.max(1, Math.round((longest.until.getTime() - longest.from.getTime()) / 60_000))
  const numbers = { seen: longest.codes.size, unknown: longest.unknown, minutes, limit: limits.sequenceLeast }
  return { kind: 'sequence', placeId: siteId, from: week, until: addDays(week, 6), numbers }
}
