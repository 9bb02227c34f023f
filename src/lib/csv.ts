import { CsvError, parse } from 'csv-parse/sync'

/**
 * A row of a CSV file, or a line that cannot be read as one. `line` counts the lines of the file from 1 and is
 * where the row begins; a quoted cell may run over several. `field` counts cells from 0, null when unknown.
 */
export type CsvRow =
  | { line: number; fields: string[]; fault: null }
  | { line: number; fields: null; fault: CsvFault; field: number | null }
export type CsvFault = 'stray-quote' | 'open-quote' | 'too-long'

/** Longer rows are a quote that was never closed, or no CSV at all. Characters, and lines of one quoted row. */
const longestRow = 100_000
const mostLines = 100

type Delimiter = ',' | ';' | '\t'
type Entry = { line: number; text: string }
/** What the header tells of the rows after it. */
type Shape = { delimiter: Delimiter; width: number | null }

/** Cells between quotes do not tell what parts the cells. */
const delimiterOf = (header: string): Delimiter => {
  const bare = header.replace(/"[^"]*"/g, '')
  const count = (delimiter: Delimiter) => bare.split(delimiter).length
  const found = count(';') > count(',') ? ';' : ','
  return count('\t') > count(found) ? '\t' : found
}

const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text)

const parseRows = (text: string, delimiter: Delimiter): string[][] =>
  parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true })

/** Reads one row alone: the parser's own messages repeat what the cell holds, so only its kind is kept. */
const parseOne = ({ line, text }: Entry, delimiter: Delimiter): CsvRow => {
  if (text.length > longestRow) return { line, fields: null, fault: 'too-long', field: null }
  try {
    const [fields] = parseRows(text, delimiter)
    return { line, fields: fields ?? [''], fault: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const fault = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'stray-quote'
    return { line, fields: null, fault, field: typeof error.column === 'number' ? error.column : null }
  }
}

/** Many rows at once are ten times as quick; only when one of them is broken is each read alone. */
const parseAll = (entries: readonly Entry[], delimiter: Delimiter): CsvRow[] => {
  if (entries.every(({ text }) => text.length <= longestRow)) {
    try {
      const rows = parseRows(entries.map(({ text }) => text).join('\n'), delimiter)
      if (rows.length === entries.length)
        return rows.map((fields, index) => ({ line: entries[index]!.line, fields, fault: null }))
    } catch {}
  }
  return entries.map((entry) => parseOne(entry, delimiter))
}

/** A header that cannot be read alone says nothing of the width. Undefined while all lines are blank. */
const shapeOf = (lines: readonly string[]): Shape | undefined => {
  const at = lines.findIndex((line) => line.trim() !== '')
  if (at === -1) return undefined
  const delimiter = delimiterOf(lines[at]!)
  const header = parseOne({ line: at, text: withoutReturn(lines[at]!) }, delimiter)
  return { delimiter, width: header.fields?.length ?? null }
}

const hasOddQuotes = (text: string): boolean => {
  let isOdd = false
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOdd = !isOdd
  return isOdd
}

/** How many lines the row that begins at `start` takes until its quotes pair up; null when they do not. */
const linesOfRow = (lines: readonly string[], start: number): number | 'more' | null => {
  let isOpen = false
  let length = 0
  for (let at = start; at < lines.length; at += 1) {
    isOpen = isOpen !== hasOddQuotes(lines[at]!)
    length += lines[at]!.length
    if (!isOpen) return at - start + 1
    if (at - start >= mostLines || length > longestRow) return null
  }
  return 'more'
}

/**
 * Cuts lines into rows. A row whose quotes do not pair up is one bad line, and reading goes on at the very next
 * line: a quote that somebody forgot to close must not hide the bad lines after it. So it is with a row that runs
 * over several lines and then has not as many cells as the header: two forgotten quotes make such rows.
 * @returns the rows, and how many lines they took; the rest waits for more of the file
 */
const cut = (
  lines: readonly string[],
  first: number,
  { delimiter, width }: Shape,
  isEnd: boolean,
): { rows: CsvRow[]; taken: number } => {
  const entries: Entry[] = []
  const broken: CsvRow[] = []
  let at = 0
  while (at < lines.length) {
    const entry = { line: first + at, text: withoutReturn(lines[at]!) }
    const size = linesOfRow(lines, at)
    if (size === 'more' && !isEnd) break
    const count = typeof size === 'number' ? size : 1
    if (count > 1) {
      const whole = { line: entry.line, text: withoutReturn(lines.slice(at, at + count).join('\n')) }
      const { fields } = parseOne(whole, delimiter)
      const isRow = fields !== null && (width === null || fields.length === width)
      if (isRow) entries.push(whole)
      else broken.push(parseOne(entry, delimiter))
      at += isRow ? count : 1
      continue
    }
    if (typeof size !== 'number') broken.push(parseOne(entry, delimiter))
    else if (entry.text.trim() !== '') entries.push(entry)
    at += 1
  }
  const rows = [...parseAll(entries, delimiter), ...broken]
  return { rows: broken.length === 0 ? rows : rows.sort((a, b) => a.line - b.line), taken: at }
}

/**
 * Reads a CSV file as it comes, in batches. UTF-8, with or without a byte order mark; bytes that are no UTF-8
 * come out as U+FFFD. Whether commas, semicolons or tabs part the cells, the first
 * line tells. Blank lines are left out.
 * Memory stays flat whatever the file holds, and nothing in it makes this throw.
 */
export const readCsv = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow[]> {
  const decoder = new TextDecoder()
  let waiting: string[] = []
  let rest = ''
  let first = 1
  let shape: Shape | undefined

  const take = (lines: string[], isEnd: boolean): CsvRow[] => {
    shape ??= shapeOf(lines)
    if (!shape) {
      first += lines.length
      return []
    }
    const { rows, taken } = cut(lines, first, shape, isEnd)
    waiting = lines.slice(taken)
    first += taken
    return rows
  }

  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!.slice(0, longestRow + 1)
    const rows = take(waiting.length > 0 ? [...waiting, ...lines] : lines, false)
    if (rows.length > 0) yield rows
  }
  const rows = take([...waiting, rest + decoder.decode()], true)
  if (rows.length > 0) yield rows
}
