import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { unpacksWithin } from './zip-guard.ts'

/** A month of a busy till has some thousand lines. More rows are cut, more bytes refused. */
export const mostRows = 20_000
/** No till has more; what stands further to the right is left out, and so is what is longer than any name or note. */
export const mostColumns = 60
const longestCell = 500
/** A few bytes of a file can stand for any number of long cells: what is read is cut before it is copied. */
export const cutCell = (text: string): string => text.slice(0, longestCell)
const mostUnpacked = 64 * 1024 * 1024

type Cell = string | number | boolean | Date | null | undefined

const two = (value: number) => String(value).padStart(2, '0')

/** A spreadsheet keeps days and times as numbers without a zone: the reader gives them as if they were UTC. */
const dateText = (at: Date): string => {
  const day = at.toISOString().slice(0, 10)
  const seconds = at.getUTCSeconds() === 0 ? '' : `:${two(at.getUTCSeconds())}`
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}${seconds}`
  if (at.getUTCFullYear() < 1901) return time
  return time === '00:00' ? day : `${day} ${time}`
}

/** A cell as a person reads it: days as `2026-05-04`, times as `19:30`. */
const textOf = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  // Half a second up: a time of day is a fraction that no binary number holds exactly.
  if (cell instanceof Date) return dateText(new Date(Math.round(cell.getTime() / 1000) * 1000))
  return typeof cell === 'number' ? String(Number(cell.toPrecision(12))) : String(cell)
}

/**
 * The first sheet that is not hidden, as text.
 * @throws what is no workbook, or unpacks to more than 64 MB
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<string[][]> => {
  if (!unpacksWithin(bytes, mostUnpacked)) throw new Error('no workbook that may be read')
  let isFound = false
  const { sheets } = await readXlsx(bytes, {
    maxRows: mostRows + 1,
    sheets: ({ hidden, veryHidden }) => {
      const isWanted = !isFound && !hidden && !veryHidden
      isFound ||= isWanted
      return isWanted
    },
  })
  const rows = (sheets[0]?.rows ?? []) as Cell[][]
  return rows.map((cells) => cells.slice(0, mostColumns).map((cell) => cutCell(textOf(cell))))
}

/** @property rows numbers stay numbers; null is an empty cell */
export type Sheet = {
  name: string
  columns: readonly { header: string; width: number }[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** A workbook. Text stays text, whatever it begins with: no cell of it can be a formula. */
export const writeSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width }) => ({ width })),
      rows: [columns.map(({ header }) => header), ...rows.map((cells) => [...cells])],
    })),
  })

/** A workbook of one sheet. */
export const writeWorkbook = (
  name: string,
  columns: Sheet['columns'],
  rows: Sheet['rows'],
): Promise<Uint8Array> => writeSheets([{ name, columns, rows }])
