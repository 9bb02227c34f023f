import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { KeptInstrument } from './instrument-queries.ts'
import { type PublishedMean, textIn } from './rules.ts'
import { words } from './words.ts'

/** As spreadsheets of the language read it: `3,4` in Finnish and Swedish. */
const oneDecimal = (language: Language, mean: number | null) =>
  mean === null ? null : language === 'en' ? mean.toFixed(1) : mean.toFixed(1).replace('.', ',')

/**
 * Means before and after as a file: a row for every question of every set and wave, marked with the set's version and
 * with whether it is a placeholder. What is hidden says why.
 */
export const meansCsv = (
  language: Language,
  instruments: readonly KeptInstrument[],
  means: readonly PublishedMean[],
): string => {
  const { csv: t, version } = words[language]
  const rowsOf = (instrument: KeptInstrument) => {
    const own = means.filter(({ instrumentId }) => instrumentId === instrument.id)
    const waves = [...new Set([1, ...own.map(({ wave }) => wave)])].sort((a, b) => a - b)
    const asked = instrument.items.map((texts, index) => ({
      number: index + 1,
      question: textIn(texts, language, language),
    }))
    const total = instrument.scoring.total ? [{ number: 0, question: t.total }] : []
    return waves.flatMap((wave) =>
      [...asked, ...total].map(({ number, question }) => {
        const mean = own.find((one) => one.wave === wave && one.item === number)
        const shown = mean && mean.before !== null ? mean : null
        const isReversed = instrument.scoring.reversed.includes(number)
        return [
          ...[instrument.name, instrument.version, instrument.isPlaceholder ? t.yes : t.no],
          ...['t0', `t${wave}`, number || null, question],
          ...[shown?.persons ?? null, oneDecimal(language, shown?.before ?? null)],
          oneDecimal(language, shown?.after ?? null),
          shown ? (isReversed ? t.reversed : null) : t.hidden,
          own.find((one) => one.wave === wave)?.countedOn ?? null,
        ]
      }),
    )
  }
  return spreadsheetCsv([
    [
      ...[t.instrument, version, t.placeholder, t.before, t.after, t.number, t.question],
      ...[t.persons, t.meanBefore, t.meanAfter, t.note, t.countedOn],
    ],
    ...instruments.flatMap(rowsOf),
  ])
}
