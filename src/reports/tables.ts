import type { Language } from '../i18n/translated.ts'
import type { Division } from '../publications/rules.ts'
import { periodName, publicationWords } from '../publications/words.ts'
import type { ChartData } from '../web/components/chart.tsx'
import { greatestOf, partIn, type Value } from './figure-rules.ts'
import { countOf, measureName } from './lines.ts'
import { barName, rowName } from './part-words.ts'
import {
  type Breakdown,
  breakdowns,
  isDrawn,
  isFinding,
  isLeftOver,
  isWorthARow,
  keyMeasures,
} from './plan-rules.ts'
import type { Column, Facts, Published, ReportTable, Row } from './report-shape.ts'
import { reportWords } from './report-words.ts'

const isPublished = (values: readonly Value[]) => values.some((value) => value !== undefined)

/** The period of the report first, then those that it is compared with. */
const publishedOf = ({ current, quarterBefore, yearBefore }: Facts): Published[] =>
  [current, quarterBefore, yearBefore].filter((one): one is Published => one !== null)

const yearBeforeIn = (published: readonly Published[], { yearBefore }: Facts): number | null =>
  yearBefore && published.indexOf(yearBefore)

const columnOf = (language: Language, { publication, end }: Published): Column => ({
  label: periodName(language, publication.period),
  ...{ publication, end },
})

/** The main figures of the place, one a row. */
export const keyTable = (language: Language, facts: Facts): ReportTable => {
  const published = publishedOf(facts)
  const row = (measure: Row['measure']): Row => ({
    ...{ measure, division: 'all', part: 'all', label: measureName(language, measure) },
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

const yearOf = ({ publication }: Published) => publication.period.slice(0, 4)

/** The classes of all columns, those of the period first: a service that gave cards a year ago has its row. */
const partsOf = (published: readonly Published[], { measure, division }: Breakdown): string[] => {
  const [current, ...earlier] = published.map(({ sheet }) => sheet.parts(measure, division))
  return [...new Set([...current!, ...(division === 'month' ? [] : earlier.flat())])]
}

const rowsOf = (language: Language, published: readonly Published[], wanted: Breakdown): Row[] => {
  const { measure, division } = wanted
  return partsOf(published, wanted)
    .map((part) => ({
      ...{ measure, division, part, label: rowName(language, division, part) },
      values: published.map((one) => one.sheet.get(measure, division, partIn(division, part, yearOf(one)))),
    }))
    .filter(({ part, values }) => isWorthARow(division, part, values))
}

/** Bars of the period alone: what it is compared with stands in the table. */
const chartOf = (language: Language, name: string, rows: readonly Row[]): ChartData => ({
  categories: rows.map(({ division, part }) => ({ label: barName(language, division, part) })),
  series: [{ name, values: rows.map(({ values }) => values[0] ?? null) }],
})

/** Months and weekdays keep their capitals in English alone. */
const withinSentence = (language: Language, division: Division, label: string) =>
  language === 'en' && (division === 'month' || division === 'weekday') ? label : label.toLowerCase()

const greatestIn = (rows: readonly Row[]) =>
  greatestOf(
    rows.filter(({ part }) => !isLeftOver(part)).map(({ label, values }) => ({ label, value: values[0] })),
  )

const breakdownTable = (language: Language, facts: Facts, wanted: Breakdown): ReportTable | null => {
  const { measure, division } = wanted
  // The months of the quarter before are other months.
  const published = publishedOf(division === 'month' ? { ...facts, quarterBefore: null } : facts)
  const rows = rowsOf(language, published, wanted)
  if (!rows.some(({ values }) => values[0] !== 0)) return null
  const t = reportWords[language]
  const { divisions } = publicationWords[language]
  const { name } = publicationWords[language].measures[measure]
  const told = measureName(language, measure)
  const greatest = isFinding(division) ? greatestIn(rows) : null
  const caption = t.by(told, divisions[division].name)
  return {
    ...{ id: `${measure}-${division}`, measure, division, caption, rows },
    title: greatest
      ? t.most(
          name,
          withinSentence(language, division, greatest.label),
          countOf(language, measure, greatest.value),
        )
      : caption,
    head: divisions[division].name,
    columns: published.map((one) => columnOf(language, one)),
    yearBefore: yearBeforeIn(published, facts),
    chart:
      isDrawn(division) && rows.some(({ values }) => values[0] !== null)
        ? chartOf(language, told, rows)
        : null,
  }
}

/** What the kind of report divides, where it was published of the place. */
export const breakdownTables = (language: Language, facts: Facts): ReportTable[] =>
  breakdowns[facts.kind]
    .map((wanted) => breakdownTable(language, facts, wanted))
    .filter((table) => table !== null)
