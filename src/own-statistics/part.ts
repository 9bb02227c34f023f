import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { ChartData } from '../web/components/chart.tsx'
import type { MadeFile } from '../web/route.tsx'

/** null is a number that is not shown. */
export type Cell = string | number | null
/** The first cell names the row. */
export type Row = readonly [name: string, ...rest: Cell[]]

/** One finding with its numbers: shown as a figure, kept as a file. */
export type Part = {
  /** Its name in addresses. */
  id: string
  /** The finding, as a sentence. */
  title: string
  /** What is counted, and of which day. */
  summary: string
  header: readonly string[]
  rows: readonly Row[]
  /** `bars` compares the first column of numbers, `heat` all of them; a chart has its table below it. */
  look: 'table' | 'bars' | 'heat' | ChartData
  note?: string
}

/** A head of figures, and parts. */
export type Statistics = {
  figures: { label: string; value: string; note?: string }[]
  parts: Part[]
}

/** A part as a file, with what it means below the table. A number that is not shown is blank. */
export const csvOf = (name: string, { id, header, rows, title, summary, note }: Part): MadeFile => ({
  type: 'text/csv; charset=utf-8',
  name: `${name}-${id}.csv`,
  body: spreadsheetCsv([header, ...rows, [], [title], [summary], ...(note ? [[note]] : [])]),
})
