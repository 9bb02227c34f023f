import { isTold, partsIn } from '../publications/part-rules.ts'
import { isYear, quartersOf } from '../publications/period-rules.ts'
import type { Division, Figure, Level, Measure, Period } from '../publications/rules.ts'

/** What was published of something: its number, null where it is hidden, undefined where such a period does not tell it. */
export type Value = number | null | undefined

/** Counts of the last day of a period: the last quarter of a year tells them for the year. */
const atEnd: readonly Measure[] = ['valid', 'expiring']

/** The period whose publication tells a table for a period; null where none does. */
export const tellingPeriod = (
  { period, level }: { period: Period; level: Level },
  measure: Measure,
  division: Division,
): Period | null => {
  if (isTold(period, measure, division, level)) return period
  const last = isYear(period) && atEnd.includes(measure) ? quartersOf(period)[3]! : null
  return last !== null && isTold(last, measure, division, level) ? last : null
}

/** The figures of one place in one period, found by what they count. */
export type Sheet = {
  get: (measure: Measure, division?: Division, part?: string) => Value
  /** The classes of a table; none where such a period does not tell it. */
  parts: (measure: Measure, division: Division) => string[]
}

/** @param figures those of the period, and of its last quarter too where it is a year; what is not there is 0 */
export const sheetOf = (
  of: { period: Period; level: Level },
  figures: readonly (Figure & { period: Period })[],
): Sheet => {
  const nameOf = (...name: readonly (string | null)[]) => name.join(' ')
  const counts = new Map(
    figures.map(({ period, measure, division, part, count }) => [
      nameOf(period, measure, division, part),
      count,
    ]),
  )
  return {
    get: (measure, division = 'all', part = 'all') => {
      const teller = tellingPeriod(of, measure, division)
      if (teller === null) return undefined
      const count = counts.get(nameOf(teller, measure, division, part))
      return count === undefined ? 0 : count
    },
    parts: (measure, division) => {
      const teller = tellingPeriod(of, measure, division)
      const own = (one: Figure & { period: Period }) =>
        one.period === teller && one.measure === measure && one.division === division
      return teller === null ? [] : partsIn(teller, division, figures.filter(own))
    },
  }
}

export type Change = { kind: 'more' | 'fewer' | 'same'; percent: number }

/** From fewer than this, a change in per cent tells of chance, and of a number to the nearest five, of rounding. */
const enough = { exact: 20, rounded: 100 }

/** The change from an earlier figure in whole per cent. Only shown figures are compared, so nothing hidden follows from it. */
export const changeOf = (now: Value, before: Value, told: keyof typeof enough = 'exact'): Change | null => {
  if (typeof now !== 'number' || typeof before !== 'number' || before < enough[told]) return null
  const percent = Math.round((100 * Math.abs(now - before)) / before)
  return { kind: percent === 0 ? 'same' : now > before ? 'more' : 'fewer', percent }
}

/**
 * The part with the greatest number. Null where a part is hidden, since naming another would tell that the hidden one
 * is smaller; where two are equal; and where all are zero.
 */
export const greatestOf = <Row extends { value: Value }>(
  rows: readonly Row[],
): (Row & { value: number }) | null => {
  const shown = rows.filter((row): row is Row & { value: number } => typeof row.value === 'number')
  if (shown.length < rows.length || shown.length < 2) return null
  const [first, second] = shown.toSorted((a, b) => b.value - a.value)
  return first!.value > second!.value ? first! : null
}

/** The part of another year that a part is compared with: of `2026-03` the month `2025-03`, of all else the same. */
export const partIn = (division: Division, part: string, year: string): string =>
  division === 'month' ? part.replace(/^\d{4}(?=-)/, year) : part
