import { dayOf } from '../lib/dates.ts'
import type { Sheet } from '../lib/xlsx.ts'
import { correctionNotes, correctionWords } from '../publications/correction-words.ts'
import { periodName, publicationWords } from '../publications/words.ts'
import type { Report } from './report-shape.ts'
import { reportWords } from './report-words.ts'

/** Corrections as data, in a part of their own that names who tells them; nothing while none are told. */
export const correctionsPart = ({ corrections }: Report) =>
  corrections.length > 0
    ? {
        corrections: corrections.map(({ asOf, publication, ...correction }) => {
          const { period, measure, division, part, added, removed } = correction
          return { publication, asOf: asOf.toISOString(), period, measure, division, part, added, removed }
        }),
      }
    : {}

/** A sheet of corrections, where there are any: a number that is not told is an empty cell. */
export const correctionSheets = ({ language, corrections, place }: Report): Sheet[] => {
  const all = corrections.filter(({ division }) => division === 'all')
  if (all.length === 0) return []
  const t = correctionWords[language]
  const { publication, asOf } = reportWords[language]
  return [
    {
      name: t.title.slice(0, 31),
      columns: [
        ...[t.figure, t.period].map((header) => ({ header, width: 26 })),
        ...[t.added, t.removed, publication, asOf].map((header) => ({ header, width: 12 })),
        { header: correctionNotes(language, place.level, all), width: 90 },
      ],
      rows: all.map((one) => [
        ...[publicationWords[language].measures[one.measure].name, periodName(language, one.period)],
        ...[one.added, one.removed, one.publication, dayOf(one.asOf), null],
      ]),
    },
  ]
}
