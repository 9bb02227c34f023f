import { type CsvFault, type CsvRow, readCsv } from './csv.ts'
import type { Day } from './dates.ts'
import { looksLikeIdentityCode } from './identity-code.ts'

/** What is wrong with a line. No reason ever repeats a cell: it may hold a card code or a personal identity code. */
export type Problem = { line: number; column: string | null; reason: string }

/** The file as far as it was read: its column names, the number of its rows, all that is wrong with it. */
export type Table = { header: string[]; rows: number; problems: Problem[] }
export const newTable = (): Table => ({ header: [], rows: 0, problems: [] })

export const refuse = (table: Table, line: number, column: string | null, reason: string): void => {
  table.problems.push({ line, column, reason })
}

/** In the order of the file: by line, then as the columns stand in the header. */
const sortProblems = ({ header, problems }: Table): Problem[] =>
  problems.sort((a, b) => a.line - b.line || header.indexOf(a.column ?? '') - header.indexOf(b.column ?? ''))

export type Columns<Name extends string> = { required: readonly Name[]; optional: readonly Name[] }

/** One row of the file. A plain record read by functions: hundreds of thousands of them come and go. */
export type Cells<Name extends string> = {
  readonly table: Table
  readonly line: number
  readonly fields: readonly string[]
  /** Columns that are refused already, whatever they say. */
  readonly damaged: readonly (Name | string)[]
  isBad: boolean
}

/** The text, tidied; null when the cell is empty or its column left out, undefined when it is already refused. */
export const textOf = <Name extends string>(cells: Cells<Name>, column: Name): string | null | undefined => {
  if (cells.damaged.length > 0 && cells.damaged.includes(column)) return undefined
  const at = cells.table.header.indexOf(column)
  return (at === -1 ? '' : tidy(cells.fields[at]!)) || null
}

export const refuseCell = <Name extends string>(
  cells: Cells<Name>,
  column: Name | null,
  reason: string,
): void => {
  cells.isBad = true
  refuse(cells.table, cells.line, column, reason)
}

/** One form for what looks alike: composed letters, single spaces, none at the ends. */
export const tidy = (text: string): string => {
  const trimmed = text.trim()
  return /^[ -~]*$/.test(trimmed) && !trimmed.includes('  ')
    ? trimmed
    : trimmed.normalize('NFC').replace(/\s+/gu, ' ')
}

const unreadable = /(?![\n\r\t])\p{Cc}/u

/** The full test costs more than all the rest of a row; Latin text without six digits in reach cannot pass it. */
const holdsIdentityCode = (text: string) =>
  (!/^[\n\r\t -~\u00c0-\u017f]*$/.test(text) || /\d\d[ .]?\d\d[ .]?\d\d/.test(text)) &&
  looksLikeIdentityCode(text)

/** Why a cell of any column is refused whatever it should hold, or null. */
const damageOf = (text: string): string | null => {
  if (text.includes('\ufffd')) return 'is not UTF-8; save the file as CSV UTF-8'
  if (unreadable.test(text)) return 'has characters that cannot be kept'
  return holdsIdentityCode(text) ? 'looks like a personal identity code, which is never kept' : null
}

const faults: Record<CsvFault, string> = {
  'stray-quote': 'has a quotation mark in a wrong place',
  'open-quote': 'opens a quotation mark that is never closed',
  'too-long': 'is too long to be a row',
}

const spreadsheet = 'the file is a spreadsheet; save it as CSV UTF-8'
const signatures = [
  { bytes: [0xff, 0xfe], reason: 'the file is UTF-16; save it as CSV UTF-8' },
  { bytes: [0xfe, 0xff], reason: 'the file is UTF-16; save it as CSV UTF-8' },
  { bytes: [0x50, 0x4b, 3, 4], reason: spreadsheet },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], reason: spreadsheet },
]

/** Stops at the first bytes of a file that is of another kind altogether, and tells which. */
const sniffed = async function* (chunks: AsyncIterable<Uint8Array>, table: Table) {
  let isFirst = true
  for await (const chunk of chunks) {
    const other = signatures.find(({ bytes }) => bytes.every((byte, at) => chunk[at] === byte))
    if (isFirst && other) {
      refuse(table, 1, null, other.reason)
      return
    }
    isFirst = false
    yield chunk
  }
}

/**
 * The names in the header, lower case. Says what is wrong with them.
 * @returns false when the rows below cannot be read by them
 */
const readHeader = <Name extends string>(row: CsvRow, columns: Columns<Name>, table: Table): boolean => {
  if (row.fault) {
    refuse(table, row.line, null, `the header ${faults[row.fault]}`)
    return false
  }
  table.header = row.fields.map(nameOf)
  const known: readonly string[] = [...columns.required, ...columns.optional]
  // A file without a header has data here, which may be a card code: so nothing of it is repeated.
  if (!table.header.some((name) => known.includes(name))) {
    refuse(table, row.line, null, `there is no header row; it names the columns: ${known.join(', ')}`)
    return false
  }
  for (const [at, name] of table.header.entries()) {
    const isKnown = known.includes(name)
    if (name === '') refuse(table, row.line, null, 'a column has no name')
    else if (damageOf(name)) refuse(table, row.line, null, `a column name ${damageOf(name)}`)
    else if (!isKnown) refuse(table, row.line, sayableOf(name, at), 'is no column of this file')
    else if (table.header.indexOf(name) !== at) refuse(table, row.line, name, 'is there twice')
    if (!isKnown) table.header[at] = sayableOf(name, at)
  }
  const missing = columns.required.filter((name) => !table.header.includes(name))
  for (const name of missing) refuse(table, row.line, name, 'is missing from the header')
  return missing.length === 0
}

const nameOf = (field: string) => tidy(field).toLowerCase()

/** A header that ran together with a row holds data: what has digits may be a code, and is not repeated. */
const sayableOf = (name: string, at: number) =>
  /\d/.test(name) || damageOf(name) ? `column ${at + 1}` : name.slice(0, 60)

const undamaged: readonly string[] = []

const cellsOf = <Name extends string>(line: number, fields: string[], table: Table): Cells<Name> => {
  let damaged = undamaged
  for (let at = 0; at < fields.length; at += 1) {
    const damage = damageOf(fields[at]!)
    if (damage === null) continue
    damaged = [...damaged, table.header[at]!]
    refuse(table, line, table.header[at]!, damage)
  }
  return { table, line, fields, damaged, isBad: damaged.length > 0 }
}

const isBlank = (fields: string[]) => fields.every((field) => field.trim() === '')

/**
 * Reads the rows of an import file in batches, and notes in the table what is wrong with the header and with lines
 * that are no rows. Rows without any text are left out. Every row that has the right number of cells is handed on,
 * a bad one too, so that one mistake does not hide another.
 * @param columnsOf the columns that a file with this header should have
 */
export const readRows = async function* <Name extends string>(
  chunks: AsyncIterable<Uint8Array>,
  columnsOf: (header: readonly string[]) => Columns<Name>,
  table: Table,
): AsyncGenerator<Cells<Name>[]> {
  let hasHeader = false
  for await (const batch of readCsv(sniffed(chunks, table))) {
    const rows = [...batch]
    if (!hasHeader) {
      const header = rows.shift()!
      if (!readHeader(header, columnsOf((header.fields ?? []).map(nameOf)), table)) return
      hasHeader = true
    }
    const cells: Cells<Name>[] = []
    for (const row of rows) {
      if (row.fault === null && isBlank(row.fields)) continue
      table.rows += 1
      const width = table.header.length
      if (row.fault) {
        refuse(
          table,
          row.line,
          row.field === null ? null : (table.header[row.field] ?? null),
          faults[row.fault],
        )
      } else if (row.fields.length !== width) {
        refuse(table, row.line, null, `has ${row.fields.length} cells where the header has ${width}`)
      } else cells.push(cellsOf(row.line, row.fields, table))
    }
    yield cells
  }
  if (!hasHeader && table.problems.length === 0) refuse(table, 1, null, 'the file is empty')
}

/** What an import is handed beside the open transaction. */
export type ImportRun = {
  chunks: AsyncIterable<Uint8Array>
  /** Another file of the same folder, or null when it is not there. */
  beside: (name: string) => AsyncIterable<Uint8Array> | null
  keys: { version: number; cardCode: Uint8Array }
  today: Day
  /** False for a trial: everything is checked, nothing is written. */
  isTrial: boolean
  /** `share` of the work in `doing` that is done, 0 to 1. */
  progress: (doing: 'reading' | 'checking' | 'writing', share: number) => void
}

/** `added` and `unchanged` count rows of the file; with problems nothing was written and both are 0. */
export type ImportResult = {
  rows: number
  added: number
  unchanged: number
  /** Rows taken though they break a rule of today, counted by kind. */
  exceptions: Record<string, number>
  problems: Problem[]
}

export const refusedResult = (table: Table): ImportResult => ({
  rows: table.rows,
  added: 0,
  unchanged: 0,
  exceptions: {},
  problems: sortProblems(table),
})
