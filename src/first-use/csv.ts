import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { KeptCurve } from './queries.ts'
import { words } from './words.ts'

/** Curves as a file: a row for every day of every group. What is not shown says why. */
export const curvesCsv = (language: Language, curves: readonly KeptCurve[]): string => {
  const { columns: t, levels, country } = words[language]
  return spreadsheetCsv([
    [t.cohort, t.level, t.place, t.asOf, t.cards, t.day, t.share, t.low, t.high, t.note],
    ...curves.flatMap(({ cohort, level, name, asOf, cards, points }) =>
      points.map(({ day, share, low, high }) => [
        ...[cohort, levels[level], name ?? country, asOf, cards],
        ...[day, share, low, high, share === null ? t.hidden : null],
      ]),
    ),
  ])
}
