import type { Division, Figure, Measure } from '../publications/rules.ts'

/** What was published of something: its number, null where it is hidden, undefined where nothing was published. */
export type Value = number | null | undefined

/** The figures of one place in one publication, found by what they count. */
export type Sheet = {
  get: (measure: Measure, division?: Division, part?: string) => Value
  parts: (measure: Measure, division: Division) => string[]
}

export const sheetOf = (figures: readonly Figure[]): Sheet => {
  const nameOf = (measure: string, division: string, part: string) => `${measure} ${division} ${part}`
  const counts = new Map(
    figures.map(({ measure, division, part, count }) => [nameOf(measure, division, part), count]),
  )
  return {
    get: (measure, division = 'all', part = 'all') => counts.get(nameOf(measure, division, part)),
    parts: (measure, division) =>
      figures.filter((one) => one.measure === measure && one.division === division).map(({ part }) => part),
  }
}

export type Change = { kind: 'more' | 'fewer' | 'same'; percent: number }

/** From fewer than this, a change in per cent tells of chance. */
const enoughToCompare = 20

/** The change from an earlier figure in whole per cent. Only shown figures are compared, so nothing hidden follows from it. */
export const changeOf = (now: Value, before: Value): Change | null => {
  if (typeof now !== 'number' || typeof before !== 'number' || before < enoughToCompare) return null
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
