import { type Day, dayOf, isDay } from '../lib/dates.ts'
import { instantOf, readTime } from '../lib/local-time.ts'
import { remembered } from '../lib/remembered.ts'
import { readDay } from '../lib/typed-day.ts'
import { holdsWord, type Mapping, wordsOf } from './column-rules.ts'

/** One line of the export that was sold on the card. `number` is its line in the file, from 1. */
export type Line = {
  number: number
  day: Day
  at: Date
  hasTime: boolean
  event: string | null
  /** Negative for what was given back. */
  quantity: number
  kind: 'adult' | 'child' | 'companion'
  /** As the till writes it. */
  type: string
  code: string | null
  receipt: string | null
  /** All of the line as one text: two lines that say the same in every column. */
  whole: string
}
type LineProblem = { number: number; why: 'day' | 'quantity' }
export type Lines = { lines: Line[]; problems: LineProblem[]; others: number }

const longest = 120

/** A number as tills write it: `1`, `1,00`, `−2`, `1 234,50 €`. Null when it is none. */
export const readNumber = remembered((typed: string): number | null => {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s€]|eur(oa)?|kpl|st\.?|pcs/gi, '')
    .replace('\u2212', '-')
    .replace(/^(.*)-$/, '-$1')
    .replace(/^(-?)\.(\d)/, '$10.$2')
  const plain =
    /,\d{1,2}$/.test(text) || !text.includes('.')
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replaceAll(',', '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
})

/** The same few days stand on all lines of an export. */
const dayIn = remembered((text: string): Day | null => {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  const slashed = text.replace(/^(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})$/, '$1.$2.$3')
  const day = compact ? compact.slice(1).join('-') : readDay(slashed)
  return day && isDay(day) ? day : null
})

/** A day, or a day and a time, in one text: `4.5.2026 klo 19.30`, `2026-05-04T19:30:00+03:00`, `04/05/2026 19:30`. */
export const readMoment = (typed: string): { day: Day; at: Date | null } | null => {
  // Parts that cannot match in two ways: of these there are as many as lines, and a cell may hold anything.
  const text = typed.trim().replace(/\s+/g, ' ')
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? null : { day: dayOf(at), at }
  }
  const [, dayText = '', timeText] = /^([^T ]+)(?:[T ]+(?:klo?\.? ?)?(\d.*))?$/i.exec(text) ?? []
  const day = dayIn(dayText)
  if (!day) return null
  const seconds = timeText === undefined ? null : readTime(timeText)
  return { day, at: seconds === null ? null : instantOf(day, seconds) }
}

const companion = /avustaj|assistent|tulk|companion|interpret|saattaj/i
const child = /laps|laste|lasten|barn|child|kid|alle \d|under \d|junior|nuori/i

const kindOf = remembered((text: string): Line['kind'] =>
  companion.test(text) ? 'companion' : child.test(text) ? 'child' : 'adult',
)

const noon = 12 * 3600

const readLine = (cells: readonly string[], mapping: Mapping, number: number): Line | LineProblem => {
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? '').trim())
  const moment = readMoment(cell(mapping.day))
  if (!moment) return { number, why: 'day' }
  const seconds = mapping.time === null ? null : readTime(cell(mapping.time))
  const at = seconds === null ? moment.at : instantOf(moment.day, seconds)
  const quantity = mapping.quantity === null ? 1 : readNumber(cell(mapping.quantity))
  if (quantity === null || !Number.isInteger(quantity) || Math.abs(quantity) > 100)
    return { number, why: 'quantity' }
  const type = [cell(mapping.type), cell(mapping.note)].filter(Boolean).join(' ')
  return {
    number,
    day: moment.day,
    at: at ?? instantOf(moment.day, noon),
    hasTime: at !== null,
    event: cell(mapping.event).slice(0, longest) || null,
    quantity,
    kind: kindOf(`${type} ${mapping.type === null ? cell(mapping.event) : ''}`),
    type,
    code: cell(mapping.code) || null,
    receipt: cell(mapping.receipt) || null,
    whole: cells.join('\u001f'),
  }
}

/** Whether a line was sold on the card, as the site tells such lines from others. */
const isOnCard = (cells: readonly string[], mapping: Mapping): boolean => {
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''))
  const price = readNumber(cell(mapping.price))
  const isFree = price !== null && price === 0
  const isNamed = holdsWord(
    [cell(mapping.type), cell(mapping.note), cell(mapping.event)].join(' '),
    wordsOf(mapping.words),
  )
  if (mapping.rule === 'both') return isFree && isNamed
  return mapping.rule === 'zero' ? isFree : isNamed
}

/**
 * The lines of an export that were sold on the card. Others are only counted.
 * @param first the number of the first row's line in the file
 */
export const readLines = (rows: readonly (readonly string[])[], mapping: Mapping, first: number): Lines => {
  const read: Lines = { lines: [], problems: [], others: 0 }
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell === '')) continue
    if (!isOnCard(cells, mapping)) {
      read.others++
      continue
    }
    const line = readLine(cells, mapping, first + index)
    if ('why' in line) read.problems.push(line)
    else if (line.quantity !== 0) read.lines.push(line)
  }
  return read
}
