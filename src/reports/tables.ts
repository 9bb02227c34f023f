import type { Language } from '../i18n/translated.ts'
import type { ChartData } from '../web/components/chart.tsx'
import { definitionWords } from './definition-words.ts'
import { greatestOf, partIn, type Value } from './figure-rules.ts'
import { divisionNames, partName, wholePartName } from './part-words.ts'
import { periodName } from './period-words.ts'
import { type Breakdown, breakdowns, inOrder, isDrawn, keyMeasures } from './plan-rules.ts'
import type { Column, Facts, Published, ReportTable, Row } from './report-shape.ts'
import { reportWords } from './report-words.ts'

const isPublished = (values: readonly Value[]) => values.some((value) => value !== undefined)

/** The period of the report first, then those that it is compared with. */
const publishedOf = ({ current, quarterBefore, yearBefore }: Facts): Published[] =>
  [current, quarterBefore, yearBefore].filter((one): one is Published => one !== null)

const yearBeforeIn = (published: readonly Published[], { yearBefore }: Facts): number | null =>
  yearBefore && published.indexOf(yearBefore)

const columnOf = (language: Language, { publication }: Published): Column => ({
  label: periodName(language, publication.period),
  publication,
})

/** The main figures of the place, one a row. */
export const keyTable = (language: Language, facts: Facts): ReportTable => {
  const published = publishedOf(facts)
  const row = (measure: Row['measure']): Row => ({
    ...{ measure, division: 'all', part: 'all', label: definitionWords[language][measure].name },
    values: published.map(({ sheet }) => sheet.get(measure)),
  })
  const t = reportWords[language]
  return {
    ...{ id: 'key', measure: null, division: 'all', chart: null },
    ...{ title: t.keyFigures, caption: t.keyFigures, head: t.figure },
    columns: published.map((one) => columnOf(language, one)),
    yearBefore: yearBeforeIn(published, facts),
    rows: keyMeasures[facts.kind].map(row).filter(({ values }) => isPublished(values)),
  }
}

const rowsOf = (
  language: Language,
  published: readonly Published[],
  { measure, division }: Breakdown,
): Row[] =>
  inOrder(division, published[0]!.sheet.parts(measure, division)).map((part) => ({
    ...{ measure, division, part, label: partName(language, division, part) },
    values: published.map(({ publication, sheet }) =>
      sheet.get(measure, division, partIn(division, part, publication.period.slice(0, 4))),
    ),
  }))

/** Bars of the period alone: what it is compared with stands in the table. */
const chartOf = (name: string, rows: readonly Row[]): ChartData => ({
  categories: rows.map(({ label }) => ({ label })),
  series: [{ name, values: rows.map(({ values }) => values[0] ?? null) }],
})

const breakdownTable = (language: Language, facts: Facts, wanted: Breakdown): ReportTable | null => {
  const { measure, division } = wanted
  // The months of the quarter before are other months.
  const published = publishedOf(division === 'month' ? { ...facts, quarterBefore: null } : facts)
  const rows = rowsOf(language, published, wanted)
  if (rows.length === 0) return null
  const t = reportWords[language]
  const { name } = definitionWords[language][measure]
  const greatest = greatestOf(rows.map(({ part, values }) => ({ part, value: values[0] })))
  const caption = t.by(name, divisionNames[language][division])
  return {
    ...{ id: `${measure}-${division}`, measure, division, caption, rows },
    title: greatest
      ? t.most(name, wholePartName(language, division, greatest.part), greatest.value)
      : caption,
    head: divisionNames[language][division],
    columns: published.map((one) => columnOf(language, one)),
    yearBefore: yearBeforeIn(published, facts),
    chart: isDrawn(division) && rows.some(({ values }) => values[0] !== null) ? chartOf(name, rows) : null,
  }
}

/** What the kind of report divides, where it was published of the place. */
export const breakdownTables = (language: Language, facts: Facts): ReportTable[] =>
  breakdowns[facts.kind]
    .map((wanted) => breakdownTable(language, facts, wanted))
    .filter((table) => table !== null)
