import { spreadsheetCsv } from '../lib/csv-write.ts'
import { dayOf } from '../lib/dates.ts'
import { type Sheet, writeSheets } from '../lib/xlsx.ts'
import { periodName } from '../publications/words.ts'
import { correctionSheets, correctionsPart } from './correction-files.ts'
import { linesOf } from './lines.ts'
import type { Report } from './report-shape.ts'
import { reportWords } from './report-words.ts'
import { keyOf } from './rules.ts'
import { placeLine } from './sentence-words.ts'

const why = (report: Report, value: number | null) =>
  value === null ? reportWords[report.language].hiddenCell : null

/** One row a figure, with names for programs: they are the same in every language. */
export const reportCsv = (report: Report): string =>
  spreadsheetCsv([
    [
      ...[
        'place',
        'period',
        'measure',
        'division',
        'part',
        'name',
        'part_name',
        'unit',
        'value',
        'suppressed',
      ],
      ...['publication', 'as_of'],
    ],
    ...linesOf(report).map(({ measure, division, part, names, unit, publication, value }) => [
      ...[keyOf(report.place), publication.period, measure, division, part, names.measure, names.part, unit],
      ...[value, value === null, publication.number, dayOf(publication.asOf)],
    ]),
  ])

/** Everything of a report as data. A hidden figure is null and says so. */
export const reportJson = (report: Report) => ({
  title: report.title,
  language: report.language,
  kind: report.kind,
  place: { level: report.place.level, id: report.place.id, name: report.place.name },
  period: report.publication.period,
  publication: {
    number: report.publication.number,
    asOf: report.publication.asOf.toISOString(),
    publishedAt: report.publication.publishedAt.toISOString(),
    digest: report.publication.digest,
  },
  text: report.paragraphs,
  figures: linesOf(report).map(({ measure, division, part, unit, publication, value }) => ({
    ...{ measure, division, part, unit, period: publication.period, publication: publication.number },
    ...{ value, suppressed: value === null },
  })),
  suppression: report.hidden,
  definitions: report.definitions,
  ...correctionsPart(report),
})

const figureSheet = (report: Report): Sheet => {
  const t = reportWords[report.language]
  const name = (period: string) => periodName(report.language, period)
  return {
    name: t.numbers,
    columns: [
      ...[t.figure, t.division, t.part, t.period].map((header) => ({ header, width: 26 })),
      { header: t.value, width: 10 },
      ...[t.unit, t.why].map((header) => ({ header, width: 16 })),
      ...[t.publication, t.asOf].map((header) => ({ header, width: 12 })),
    ],
    rows: linesOf(report).map(({ names, unit, publication, value }) => [
      ...[names.measure, names.division || null, names.part || null, name(publication.period), value, unit],
      ...[why(report, value), publication.number, dayOf(publication.asOf)],
    ]),
  }
}

const definitionSheet = (report: Report): Sheet => {
  const t = reportWords[report.language]
  return {
    name: t.definitionsSheet,
    columns: [
      { header: t.figure, width: 30 },
      { header: t.definition, width: 90 },
      { header: t.unit, width: 12 },
    ],
    rows: report.definitions.map(({ name, meaning, unit }) => [name, meaning, unit]),
  }
}

const textSheet = (report: Report): Sheet => {
  const t = reportWords[report.language]
  return {
    name: t.text,
    columns: [{ header: report.title, width: 110 }],
    rows: [
      ...[placeLine(report.language, report.place), ...report.paragraphs.slice(1)],
      ...(report.hidden ? [report.hidden] : []),
      ...report.source,
    ].map((line) => [line]),
  }
}

/** A workbook of three sheets: the figures as numbers, what they mean, and the text; and corrections where any are told. A hidden figure is an empty cell with its reason. */
export const reportXlsx = (report: Report): Promise<Uint8Array> =>
  writeSheets([
    ...[figureSheet(report), definitionSheet(report), textSheet(report)],
    ...correctionSheets(report),
  ])
