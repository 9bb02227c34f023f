import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { Publication } from '../publications/rules.ts'
import { definitionWords } from './definition-words.ts'
import { paragraphsOf } from './paragraphs.ts'
import { periodName } from './period-words.ts'
import { keyMeasures } from './plan-rules.ts'
import type { Facts, Report, ReportTable } from './report-shape.ts'
import { kindName, leadOf, reportWords } from './report-words.ts'
import { breakdownTables, keyTable } from './tables.ts'

const isHidden = ({ rows }: ReportTable) => rows.some(({ values }) => values.includes(null))

const sourceOf = (language: Language, { number, asOf, digest }: Publication): string[] => {
  const t = reportWords[language]
  return [t.source(number, formatDay(language, dayOf(asOf))), t.digest(digest)]
}

/** A report in one language: text, tables, charts, definitions, and what the numbers come from. */
export const reportOf = (language: Language, facts: Facts): Report => {
  const { kind, place, current } = facts
  const t = reportWords[language]
  const key = keyTable(language, facts)
  const tables = breakdownTables(language, facts)
  const told = new Set([...key.rows, ...tables.flatMap(({ rows }) => rows)].map(({ measure }) => measure))
  const hasHidden = [key, ...tables].some(isHidden)
  return {
    ...{ language, kind, place, key, publication: current.publication },
    title: `${kindName(language, kind, place.level)}: ${place.name}, ${periodName(language, current.publication.period)}`,
    lead: leadOf(language, kind, place.level),
    paragraphs: paragraphsOf(language, facts, hasHidden),
    tables: tables.map((table, index) => ({
      ...table,
      chart:
        table.chart && tables.slice(0, index).filter(({ chart }) => chart).length < 3 ? table.chart : null,
    })),
    definitions: [...new Set([...keyMeasures[kind], ...told])]
      .filter((measure) => told.has(measure))
      .map((measure) => ({ measure, ...definitionWords[language][measure] })),
    hidden: hasHidden ? t.hidden : null,
    source: sourceOf(language, current.publication),
  }
}
