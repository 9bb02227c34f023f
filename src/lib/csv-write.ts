type Cell = string | number | boolean | null

/** A spreadsheet runs a cell that begins like this as a formula (OWASP, CSV injection); an apostrophe makes it text. */
const asText = (cell: string) => (/^[=+\-@\t\r]/.test(cell.trimStart()) ? `'${cell}` : cell)

const printCell = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = asText(cell)
  return /[";,\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A table for people's spreadsheets: semicolons, which Finnish and Swedish ones part cells by, and a byte order mark,
 * without which they misread ä and ö. `lib/csv.ts` reads it back.
 */
export const spreadsheetCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(printCell).join(';')}\r\n`).join('')}`

/** A table for programs (RFC 4180): commas, and no byte order mark. `lib/csv.ts` reads it back. */
export const commaCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(printCell).join(',')}\r\n`).join('')
