import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { CountedYear } from './change-queries.ts'
import { changeWords } from './change-words.ts'
import type { KeptInstrument } from './instrument-queries.ts'
import { textIn } from './rules.ts'

const oneDecimal = (language: Language, value: number) =>
  language === 'en' ? value.toFixed(1) : value.toFixed(1).replace('.', ',')

/** The changes of every year that are shown, as a file: a row for an item of a group, marked with its set of questions. */
export const changesCsv = (
  language: Language,
  years: readonly CountedYear[],
  instruments: readonly KeptInstrument[],
  areas: readonly { id: number; name: string }[],
): string => {
  const t = changeWords[language]
  const { csv } = t
  const rowsOf = ({ year, instrumentId, countedOn, changes }: CountedYear) => {
    const instrument = instruments.find(({ id }) => id === instrumentId)!
    const isPlaceholder = instrument.isPlaceholder ? csv.yes : csv.no
    return changes.map(({ areaId, stratum, item, persons, mean, low, high }) => [
      ...[year, instrument.name, instrument.version, isPlaceholder],
      areas.find(({ id }) => id === areaId)?.name ?? t.country,
      ...[t.strata[stratum], item || null],
      item === 0 ? t.total : textIn(instrument.items[item - 1]!, language, language),
      ...[
        persons,
        oneDecimal(language, mean),
        oneDecimal(language, low),
        oneDecimal(language, high),
        countedOn,
      ],
    ])
  }
  return spreadsheetCsv([
    [
      ...[csv.year, csv.instrument, csv.version, csv.placeholder, csv.area, csv.stratum, csv.number],
      ...[t.question, t.group, t.mean, csv.low, csv.high, csv.countedOn],
    ],
    ...years.flatMap(rowsOf),
  ])
}
