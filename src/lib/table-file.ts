import { readCsv } from './csv.ts'
import { startThread } from './thread.ts'
import { cutCell, mostColumns, mostRows } from './xlsx.ts'

/** A table as somebody's program wrote it. `first` is the number of the first row's line in the file, from 1. */
export type FileTable = { header: string[]; rows: string[][]; first: number }
export type TableProblem = 'old-workbook' | 'no-table' | 'empty' | 'unreadable' | 'too-many-rows'
export type TableRead = { table: FileTable } | { problem: TableProblem }

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/** What a file is, by its first bytes: its name may say anything. */
const kindOf = (bytes: Uint8Array): 'workbook' | 'text' | TableProblem => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return 'workbook'
  // The old Excel format, and also a workbook with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-workbook'
  return /^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|<!doctype|<html|<\?xml)/i.test(
    Buffer.from(bytes.subarray(0, 16)).toString('latin1'),
  )
    ? 'no-table'
    : 'text'
}

/** Every second byte is empty in Latin text of two bytes a letter. */
const halfEmpty = (bytes: Uint8Array, odd: 0 | 1) => {
  const seen = bytes.subarray(0, 400)
  const empty = seen.filter((byte, index) => byte === 0 && index % 2 === odd).length
  return empty > seen.length * 0.3
}

/** The text of a file in the encodings that tills and spreadsheets write: UTF-8, UTF-16, Windows-1252. */
const decodeText = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe) || halfEmpty(bytes, 1)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff) || halfEmpty(bytes, 0)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length

/** Exports begin with a title now and then: the header is the first row that is nearly as wide as the widest. */
const headerAt = (widths: readonly number[]): number => {
  const widest = Math.max(...widths)
  return widths.findIndex((width) => width >= Math.max(1, widest * 0.6))
}

/** In bytes. */
const piece = 64 * 1024

const parse = async (text: string): Promise<string[][]> => {
  const rows: string[][] = []
  const lines = text.split('\n')
  const bytes = (async function* () {
    // In pieces, so that what is beyond the last row is never read.
    const whole = new TextEncoder().encode(text)
    for (let at = 0; at < whole.length; at += piece) yield whole.subarray(at, at + piece)
  })()
  for await (const batch of readCsv(bytes)) {
    // A line with a stray quote is kept as one cell: it is shown, and not lost.
    for (const row of batch)
      rows[row.line - 1] = (row.fields ?? [lines[row.line - 1] ?? '']).slice(0, mostColumns)
    if (rows.length > mostRows + 100) break
  }
  return Array.from(rows, (row) => row ?? [])
}

const readTextRows = async (text: string): Promise<{ rows: string[][]; skipped: number }> => {
  const lines = text.split(/\r\n|\n|\r/)
  const parts = (line: string) => Math.max(...[',', ';', '\t'].map((mark) => line.split(mark).length))
  const skipped = Math.max(0, headerAt(lines.slice(0, 30).map(parts)))
  return { rows: await parse(lines.slice(skipped).join('\n')), skipped }
}

const longestMs = 15_000

/** One after another, so that ten uploads at once take the memory of one. */
let last: Promise<unknown> = Promise.resolve()
const readWorkbookRows = (bytes: Uint8Array): Promise<string[][] | null> => {
  const read = last.then(() => readInThread(bytes))
  last = read
  return read
}

/** Reads a workbook in a thread with little memory of its own; null when it cannot be read. */
const readInThread = (bytes: Uint8Array): Promise<string[][] | null> =>
  new Promise((resolve) => {
    const thread = startThread(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    thread.ref()
    const end = (rows: string[][] | null) => {
      clearTimeout(limit)
      void thread.terminate()
      resolve(rows)
    }
    const limit = setTimeout(() => end(null), longestMs)
    thread.once('message', ({ rows }: { rows: string[][] | null }) => end(rows))
    thread.once('error', () => end(null))
    thread.once('exit', () => end(null))
  })

/** The table in rows that still have a title, empty rows and ragged ends. */
const tableOf = (all: readonly string[][], skipped = 0): TableRead => {
  const at = headerAt(all.slice(0, 30).map(filled))
  if (at === -1) return { problem: 'empty' }
  const header = all[at]!.slice(0, mostColumns).map((cell) => cutCell(cell.trim()))
  while (header.at(-1) === '') header.pop()
  const rows = all
    .slice(at + 1)
    .map((cells) => header.map((_, index) => cutCell((cells[index] ?? '').trim())))
  while (rows.length > 0 && filled(rows.at(-1)!) === 0) rows.pop()
  if (rows.length > mostRows) return { problem: 'too-many-rows' }
  return rows.length === 0 ? { problem: 'empty' } : { table: { header, rows, first: skipped + at + 2 } }
}

/** Reads a table from text that somebody pasted or a program wrote. */
const readTableText = async (text: string): Promise<TableRead> => {
  const { rows, skipped } = await readTextRows(text)
  return tableOf(rows, skipped)
}

/** Reads a table from a file: CSV in any usual form, or a workbook (XLSX). What it is, its content tells. */
export const readTableFile = async (bytes: Uint8Array): Promise<TableRead> => {
  const kind = kindOf(bytes)
  if (kind === 'text') {
    const text = decodeText(bytes)
    return text.includes('\0') ? { problem: 'no-table' } : readTableText(text)
  }
  if (kind !== 'workbook') return { problem: kind }
  const rows = await readWorkbookRows(bytes)
  return rows === null ? { problem: 'unreadable' } : tableOf(rows)
}
