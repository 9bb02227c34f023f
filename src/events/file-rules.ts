import { type Day, dayOf } from '../lib/dates.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'
import { instantOf, readTime } from '../lib/local-time.ts'
import { readDay } from '../lib/typed-day.ts'
import { daysAhead, endOfDay, type Incoming, isToCome, limits, mostEvents } from './rules.ts'
import { plainText, webAddress } from './text-rules.ts'

/** What can be wrong with a line, or with the whole of a file. */
export type LineProblem =
  | 'unreadable'
  | 'name-missing'
  | 'start-missing'
  | 'start-form'
  | 'end-form'
  | 'end-early'
  | 'far'
  | 'url-form'
  | 'tickets-form'
  | 'yes-form'
  | 'id-long'
  | 'twice'
  | 'identifier'
  | 'no-events'
  | 'too-many'
  | 'columns-missing'

/** What a file holds. With problems nothing of it is taken in; each names its line, counted from 1. */
export type FileRead = { events: Incoming[]; problems: { line: number; problem: LineProblem }[] }

/** What a column may be called: in the file that we hand out, and as people name it themselves. */
const columns = {
  id: ['id', 'tunniste', 'tunnus'],
  fi: ['nimi', 'nimi fi', 'name fi', 'tapahtuma', 'name', 'otsikko'],
  sv: ['nimi sv', 'namn', 'name sv', 'namn sv'],
  en: ['nimi en', 'name en'],
  day: ['päivä', 'pvm', 'päivämäärä', 'alkupäivä', 'date', 'datum', 'start date'],
  start: ['alkaa', 'kello', 'klo', 'aika', 'start', 'time', 'börjar', 'tid'],
  lastDay: ['loppupäivä', 'päättymispäivä', 'end date', 'slutdatum'],
  end: ['päättyy', 'loppuu', 'end', 'slutar'],
  place: ['paikka', 'sali', 'place', 'plats'],
  tickets: ['liput', 'lippuja', 'tickets', 'biljetter'],
  children: ['lapsille', 'children', 'for children', 'för barn'],
  accessible: ['esteetön', 'accessible', 'tillgänglig'],
  booking: ['varaus', 'booking', 'bokning'],
  how: ['lipun saa', 'miten', 'how', 'hur'],
  url: ['linkki', 'verkko-osoite', 'link', 'url', 'länk'],
  cancelled: ['peruttu', 'cancelled', 'inställd'],
} as const
type Column = keyof typeof columns

const plainName = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim()

const columnsIn = (header: readonly string[]): Partial<Record<Column, number>> => {
  const names = header.map(plainName)
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, known]) => {
      const at = names.findIndex((name) => (known as readonly string[]).includes(name))
      return at === -1 ? [] : [[column, at]]
    }),
  )
}

const yes = ['kyllä', 'k', 'x', 'yes', 'y', 'ja', 'j', '1', 'true', 'on']
const no = ['ei', 'e', 'no', 'n', 'nej', '0', 'false', '-']
/** @returns null for an empty cell, undefined for one that is neither yes nor no */
const readYes = (cell: string): boolean | null | undefined => {
  const text = cell.toLowerCase()
  if (text === '') return null
  if (yes.includes(text)) return true
  return no.includes(text) ? false : undefined
}

type Cells = (column: Column) => string

/** A cell may hold the day and the time: `14.3.2027 klo 18.00`, `2027-03-14T18:00`. */
const splitTime = (cell: string): [day: string, time: string] => {
  const [, day, time] = /^(\S+?)(?:T|\s+(?:klo\s*)?)(\d{1,2}[:.]\d{2}(?::\d{2})?)$/i.exec(cell) ?? []
  return day === undefined ? [cell, ''] : [day, time!]
}

const timesOf = (cell: Cells, today: Day): Pick<Incoming, 'startsAt' | 'endsAt' | 'allDay'> | LineProblem => {
  const [dayText, inDay] = splitTime(cell('day'))
  if (dayText === '') return 'start-missing'
  const day = readDay(dayText)
  const start = cell('start') || inDay
  const seconds = start === '' ? null : readTime(start)
  if (!day || (start !== '' && seconds === null)) return 'start-form'
  const [lastText, inLast] = splitTime(cell('lastDay'))
  const last = lastText === '' ? day : readDay(lastText)
  const end = cell('end') || inLast
  const endSeconds = end === '' ? null : readTime(end)
  if (!last || (end !== '' && endSeconds === null)) return 'end-form'
  const startsAt = instantOf(day, seconds ?? 0)
  if (Date.parse(day) > Date.parse(today) + daysAhead * 86_400_000) return 'far'
  const allDay = seconds === null
  const endsAt = endOf(last, day, endSeconds, { allDay, seconds: seconds ?? 0 })
  return endsAt && endsAt < startsAt ? 'end-early' : { startsAt, endsAt, allDay }
}

/** An end before the start of the same evening is in the small hours of the next day. */
const endOf = (
  last: Day,
  day: Day,
  end: number | null,
  { allDay, seconds }: { allDay: boolean; seconds: number },
): Date | null => {
  if (end === null) return allDay || last !== day ? endOfDay(last) : null
  const isNight = last === day && !allDay && end < seconds && end <= 6 * 3600
  return instantOf(last, end + (isNight ? 86_400 : 0))
}

const named = (cell: Cells) =>
  Object.fromEntries(
    (['fi', 'sv', 'en'] as const).flatMap((language) => {
      const text = plainText(cell(language), limits.name)
      return text === '' ? [] : [[language, text]]
    }),
  )

const holdsIdentifier = (texts: readonly string[], taken: readonly IdentifierKind[]) =>
  texts.some((text) => identifierIn(text, taken) !== null)

const reachable: readonly IdentifierKind[] = ['phone', 'e-mail', 'street-address']

const eventOf = (cell: Cells, today: Day): Incoming | LineProblem => {
  const names = named(cell)
  if (Object.keys(names).length === 0) return 'name-missing'
  const times = timesOf(cell, today)
  if (typeof times === 'string') return times
  const url = cell('url') === '' ? null : webAddress(cell('url'))
  if (cell('url') !== '' && url === null) return 'url-form'
  const tickets = cell('tickets') === '' ? null : Number(cell('tickets'))
  if (tickets !== null && !(Number.isInteger(tickets) && tickets > 0 && tickets <= limits.tickets))
    return 'tickets-form'
  const answers = (['children', 'accessible', 'booking', 'cancelled'] as const).map((name) =>
    readYes(cell(name)),
  )
  if (answers.includes(undefined)) return 'yes-form'
  const [children, accessible, booking, cancelled] = answers
  const how = plainText(cell('how'), limits.how)
  const place = plainText(cell('place'), limits.place)
  const texts = Object.values(names)
  if (holdsIdentifier(texts, []) || holdsIdentifier([place], ['street-address'])) return 'identifier'
  if (holdsIdentifier([how], reachable)) return 'identifier'
  const id =
    plainText(cell('id'), limits.outsideId) ||
    `${names.fi ?? names.sv ?? names.en} ${times.startsAt.toISOString()}`
  if (id.length > limits.outsideId) return 'id-long'
  return {
    ...{ ...times, outsideId: id, names, place: place || null, tickets, url },
    ...{ forChildren: children ?? false, accessible: accessible ?? false, booking: booking ?? null },
    ...{ how: how === '' ? null : { fi: how }, isCancelled: cancelled ?? false },
  }
}

/** Reads the rows of a table, each one event. @param first the line of the first row */
export const readEventTable = (
  { header, rows, first }: { header: readonly string[]; rows: readonly (readonly string[])[]; first: number },
  now: Date,
): FileRead => {
  const at = columnsIn(header)
  const read: FileRead = { events: [], problems: [] }
  if (at.day === undefined || (at.fi ?? at.sv ?? at.en) === undefined)
    return { events: [], problems: [{ line: first - 1, problem: 'columns-missing' }] }
  if (rows.length > mostEvents) return { events: [], problems: [{ line: 1, problem: 'too-many' }] }
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    if (row.every((text) => text.trim() === '')) continue
    const cell: Cells = (column) => {
      const place = at[column]
      return place === undefined ? '' : (row[place] ?? '').trim()
    }
    const event = eventOf(cell, dayOf(now))
    const line = first + index
    if (typeof event === 'string') read.problems.push({ line, problem: event })
    else if (seen.has(event.outsideId)) read.problems.push({ line, problem: 'twice' })
    else {
      seen.add(event.outsideId)
      if (isToCome(event, now)) read.events.push(event)
    }
  }
  return read
}
