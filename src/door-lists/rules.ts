import { fromScan, holdsCode, isNewCode, readCode } from '../codes/rules.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { instantOf, readTime } from '../lib/local-time.ts'
import { mostTickets, type UseRefusal } from '../uses/rules.ts'

/** The columns of a door list, in the order in which they stand on the paper. */
export const listColumns = ['code', 'adults', 'children', 'companions', 'time'] as const
export type ListColumn = (typeof listColumns)[number]
export type ListMapping = Record<ListColumn, number | null>

/** One line as it was written. `number` is its line in the file, or its row in the form. */
export type WrittenLine = Record<ListColumn, string> & { number: number }

/** What stands in the way of a line. */
export type LineProblem =
  | UseRefusal
  | 'code-form'
  | 'identity-code'
  | 'numbers'
  | 'time'
  | 'one-adult'
  | 'repeated'
  | 'later'

/** A line with what the register says of it. */
export type CheckedLine = WrittenLine & {
  state: 'good' | 'bad' | 'recorded' | 'dropped'
  problem: LineProblem | null
  /** The last four characters of the card's code; null while no card is found. */
  tail: string | null
  /** The code that was probably meant. */
  meant: string | null
  /** Somebody has said that it is another ticket, and not the same one twice. */
  again: boolean
}

/** A door has some hundred cards in an evening; longer lists are imported in parts. */
export const mostLines = 300

const headings: Record<ListColumn, RegExp> = {
  code: /tunnus|koodi|kod|code/i,
  adults: /aikui|vux|adult/i,
  children: /laps|laste|barn|child/i,
  companions: /avust|tulk|assist|companion/i,
  time: /kello|klo|aika|tid|kl|time/i,
}

/** What the columns of a list probably are; those of our own form are always found. */
export const guessListMapping = (header: readonly string[]): ListMapping => {
  const taken = new Set<number>()
  const found = (name: ListColumn) => {
    const at = header.findIndex((heading, index) => !taken.has(index) && headings[name].test(heading))
    if (at !== -1) taken.add(at)
    return at === -1 ? null : at
  }
  return Object.fromEntries(listColumns.map((name) => [name, found(name)])) as ListMapping
}

const isWritten = (line: WrittenLine) => listColumns.some((name) => line[name] !== '')

export const linesOf = (
  rows: readonly (readonly string[])[],
  mapping: ListMapping,
  first: number,
): WrittenLine[] =>
  rows
    .map((cells, index) => {
      const cell = (name: ListColumn) => {
        const at = mapping[name]
        return at === null ? '' : (cells[at] ?? '').trim().slice(0, 60)
      }
      return {
        number: first + index,
        ...{ code: cell('code'), adults: cell('adults'), children: cell('children') },
        ...{ companions: cell('companions'), time: cell('time') },
      }
    })
    .filter(isWritten)

/** A pasted line: the code first, then the numbers, parted by tabs, semicolons, commas or spaces. */
const parts = (line: string) => (/[\t;,]/.test(line) ? line.split(/[\t;,]/) : line.trim().split(/\s+/))

const ownOrder: ListMapping = { code: 0, adults: 1, children: 2, companions: 3, time: 4 }

/** Lines that somebody pasted or typed, with or without the headings of a table. */
export const pastedLines = (text: string): WrittenLine[] => {
  const rows = text.split(/\r\n|\n|\r/).map((line) => parts(line).map((cell) => cell.trim()))
  const at = rows.findIndex((cells) => cells.some((cell) => cell !== ''))
  if (at === -1) return []
  const first = rows[at]!
  const mapping = guessListMapping(first)
  const hasHeadings = mapping.code !== null && !first.some((cell) => holdsCode(cell))
  return hasHeadings ? linesOf(rows.slice(at + 1), mapping, at + 2) : linesOf(rows, ownOrder, 1)
}

const whole = (typed: string, empty: number): number | null => {
  if (typed === '') return empty
  const value = /^\d{1,3}([.,]0+)?$/.test(typed) ? Number.parseInt(typed, 10) : null
  return value !== null && value <= mostTickets ? value : null
}

export type Numbers = { adults: number; children: number; companions: number }

/** The tickets of a line: an empty number of adults is the holder alone, the others none. Null when one cannot be read. */
export const numbersOf = (line: WrittenLine): Numbers | null => {
  const [adults, children, companions] = [
    whole(line.adults, 1),
    whole(line.children, 0),
    whole(line.companions, 0),
  ]
  return adults === null || children === null || companions === null ? null : { adults, children, companions }
}

const noon = 12 * 3600

/** When the tickets were given: at the time of the line, else at noon; of today's list never later than now. */
export const usedAtOf = (line: WrittenLine, day: Day, now: Date): Date | null => {
  const seconds = line.time === '' ? noon : readTime(line.time)
  if (seconds === null) return null
  const at = instantOf(day, seconds)
  return line.time === '' && dayOf(now) === day && at > now ? now : at
}

/** What is wrong with a line before the register is asked, or null. */
export const formProblem = (line: WrittenLine, day: Day, now: Date): LineProblem | null => {
  const { legacy, problem } = readCode(line.code)
  if (problem === 'identity-code') return 'identity-code'
  if (legacy === '') return 'code-form'
  if (numbersOf(line) === null) return 'numbers'
  return usedAtOf(line, day, now) === null ? 'time' : null
}

/** Problems that somebody can set aside by saying that it is another ticket. */
export const canSayAgain = (problem: LineProblem | null) =>
  problem === 'repeated' || problem === 'duplicate-suspected'

/** What a line of a day says, by which the same list gives the same uses however often it comes. */
export const meaningOf = (
  line: WrittenLine,
  of: { siteId: number; day: Day; event: string | null; cardId: number },
): string => {
  const { adults, children, companions } = numbersOf(line) ?? {}
  const said = [of.siteId, of.day, of.event, of.cardId, adults, children, companions, line.time]
  return JSON.stringify(['door-list', ...said])
}

/** Whether a text in the field of a code may come back there: a personal identity code never does. */
export const shownCode = (code: string) => (readCode(code).problem === 'identity-code' ? '' : code)

/** What a scanner has read into a line, as the code alone. */
export const plainCode = (code: string) => (isNewCode(fromScan(code)) ? fromScan(code) : code)
