import type { Paper } from '../lib/pdf.ts'
import {
  correctionColumns,
  correctionLines,
  correctionNotes,
  correctionWords,
} from '../publications/correction-words.ts'
import { cellOf, changeCell, hasChanges } from './lines.ts'
import type { Report, ReportTable } from './report-shape.ts'
import { reportWords } from './report-words.ts'
import { placeLine } from './sentence-words.ts'

/** The bar of a row: its share of the greatest number shown, 0–1. A hidden number has none. */
const barsOf = ({ rows, chart }: ReportTable): number[] | null => {
  if (!chart) return null
  const counts = rows.map(({ values }) => values[0] ?? 0)
  const most = Math.max(1, ...counts)
  return counts.map((count) => Math.round((1000 * count) / most) / 1000)
}

const tableOf = ({ language }: Report, table: ReportTable) => {
  const hasChange = hasChanges(table)
  return {
    title: table.title,
    caption: table.caption,
    head: [
      ...[table.head, ...table.columns.map(({ label }) => label)],
      ...(hasChange ? [reportWords[language].change] : []),
    ],
    rows: table.rows.map((row) => [
      ...[row.label, ...row.values.map((value) => cellOf(language, value))],
      ...(hasChange ? [changeCell(language, table, row)] : []),
    ]),
    bars: barsOf(table),
  }
}

/** Corrections as one more table, last of all; null while none are told. */
const correctionsOf = ({ language, corrections, place }: Report) => {
  const lines = correctionLines(language, corrections)
  if (lines.length === 0) return null
  const t = correctionWords[language]
  return {
    ...{ title: t.title, text: correctionNotes(language, place.level, corrections) },
    head: correctionColumns.map((column) => t[column]),
    rows: lines.map((line) => correctionColumns.map((column) => line[column])),
    bars: null,
  }
}

/** The report as a tagged PDF: its charts are bars beside the numbers of the tables. */
export const reportPaper = (report: Report): Paper => {
  const { language } = report
  const t = reportWords[language]
  return {
    template: new URL('./report.typ', import.meta.url),
    data: {
      ...{ title: report.title, lang: language, direction: 'ltr' },
      ...{ lead: report.lead, place: placeLine(language, report.place) },
      paragraphs: report.paragraphs.slice(1),
      tables: [report.key, ...report.tables].map((table) => tableOf(report, table)),
      hidden: report.hidden,
      definitionsTitle: t.definitions,
      definitions: report.definitions.map(({ name, meaning, unit }) => ({ name, meaning, unit })),
      source: report.source,
      corrections: correctionsOf(report),
    },
  }
}
