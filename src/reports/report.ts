import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { threshold, thresholdOf } from '../publications/lattice-rules.ts'
import type { Publication } from '../publications/rules.ts'
import { unitOf } from '../publications/unit-rules.ts'
import { publicationWords } from '../publications/words.ts'
import { tellingPeriod } from './figure-rules.ts'
import { paragraphsOf } from './paragraphs.ts'
import { keyMeasures } from './plan-rules.ts'
import type { Facts, Report, ReportTable } from './report-shape.ts'
import { leadOf, reportWords, titleOf } from './report-words.ts'
import { breakdownTables, keyTable } from './tables.ts'

/** A table that is nearly all hidden is no table: of so many shown classes at least, and for each two hidden at most. */
const [fewestShown, hiddenForEach] = [2, 2]
const showsSomething = ({ rows }: ReportTable) => {
  const shown = rows.filter(({ values }) => (values[0] ?? 0) > 0).length
  const hidden = rows.filter(({ values }) => values[0] === null).length
  return hidden === 0 ? shown > 0 : shown >= fewestShown && hidden <= hiddenForEach * shown
}
const isHidden = ({ rows }: ReportTable) => rows.some(({ values }) => values.includes(null))

const sourceOf = (language: Language, { number, asOf, digest }: Publication): string[] => {
  const t = reportWords[language]
  return [t.source(number, formatDay(language, dayOf(asOf))), t.digest(digest)]
}

/** The publications that the period of the report is told by: of a year its last quarter too, where it tells something. */
const sourcesOf = ({ place, current: { publication, end } }: Facts, tables: readonly ReportTable[]) => {
  const of = { period: publication.period, level: place.level }
  const isUsed = tables.some(({ rows }) =>
    rows.some(({ measure, division }) => tellingPeriod(of, measure, division) === end?.period),
  )
  return end && isUsed ? [end, publication] : [publication]
}

/** Why something is hidden, and which tables show nothing for that reason. */
const hiddenOf = (language: Language, blank: readonly ReportTable[]): string => {
  const t = reportWords[language]
  const why = t.hidden(threshold, thresholdOf('situation', 'municipality'))
  return blank.length === 0 ? why : `${why} ${t.blank(blank.map(({ caption }) => caption).join('; '))}`
}

/** A report in one language: text, tables, charts, definitions, and what the numbers come from. */
export const reportOf = (language: Language, facts: Facts): Report => {
  const { kind, place, current } = facts
  const { measures, units } = publicationWords[language]
  const key = keyTable(language, facts)
  const all = breakdownTables(language, facts)
  const tables = all.filter(showsSomething)
  const blank = all.filter((table) => !showsSomething(table))
  const told = new Set([...key.rows, ...all.flatMap(({ rows }) => rows)].map(({ measure }) => measure))
  const sources = sourcesOf(facts, [key, ...all])
  const hasHidden = [key, ...all].some(isHidden)
  return {
    ...{ language, kind, place, key, blank, publication: current.publication },
    title: titleOf(language, { kind, place, period: current.publication.period }),
    lead: leadOf(language, kind, place.level),
    paragraphs: paragraphsOf(language, facts, { sources: sources.map(({ number }) => number), hasHidden }),
    tables: tables.map((table, index) => ({
      ...table,
      chart:
        table.chart && tables.slice(0, index).filter(({ chart }) => chart).length < 3 ? table.chart : null,
    })),
    definitions: [...new Set([...keyMeasures[kind], ...told])]
      .filter((measure) => told.has(measure))
      .map((measure) => ({ measure, ...measures[measure], unit: units[unitOf(measure)] })),
    hidden: hasHidden ? hiddenOf(language, blank) : null,
    source: sources.flatMap((one) => sourceOf(language, one)),
    corrections: [],
  }
}
