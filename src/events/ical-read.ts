import ICAL from 'ical.js'
import { addDays, dayOf } from '../lib/dates.ts'
import type { FileRead, LineProblem } from './file-rules.ts'
import { alignUntil, dayIn, endOf, instantIn, leftOut, type Zone, zoneNamed, zonesOf } from './ical-times.ts'
import { daysAhead, type Incoming, isToCome, limits, mostEvents } from './rules.ts'
import { plainText, saysSecret, webAddress } from './text-rules.ts'

/** A part of the file between its BEGIN and END, and the line where it begins, from 1. */
type Block = { line: number; text: string }

/** Cut by hand, so that one broken event is told by its line, and does not hide the others. */
const blocksOf = (text: string): { head: string; events: Block[] } => {
  const lines = text.split(/\r\n|\n|\r/)
  const head: string[] = []
  const events: Block[] = []
  let open: { line: number; lines: string[] } | null = null
  for (const [index, line] of lines.entries()) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) open = { line: index + 1, lines: [] }
    if (open) open.lines.push(line)
    else if (line !== '') head.push(line)
    if (open && /^END:VEVENT\s*$/i.test(line)) {
      events.push({ line: open.line, text: open.lines.join('\r\n') })
      open = null
    }
  }
  if (open) events.push({ line: open.line, text: open.lines.join('\r\n') })
  return { head: head.join('\r\n'), events }
}

/** An event, and the names of its day in its series; whether it is one day of a series in a part of its own. */
type Read = { event: Incoming; days: string[]; isOne: boolean }

/** Repeats are counted from the first; one that began long ago runs through the years before it is now. */
const [mostRepeats, mostSteps] = [200, 4_000]

const eventsOf = (text: string, zones: Map<string, ICAL.Timezone>, now: Date): Read[] | LineProblem => {
  const calendar = new ICAL.Component(
    ICAL.parse(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${text}\r\nEND:VCALENDAR`) as never,
  )
  const part = calendar.getFirstSubcomponent('vevent')
  if (!part) return 'unreadable'
  const told = (name: string) => {
    const value = part.getFirstPropertyValue(name)
    return value === null ? '' : String(value)
  }
  const name = plainText(told('summary'), limits.name)
  const place = plainText(told('location'), limits.place)
  const uid = plainText(told('uid'), limits.outsideId)
  const start = part.getFirstPropertyValue('dtstart') as ICAL.Time | null
  if (name === '') return 'name-missing'
  if (!start) return 'start-missing'
  if (saysSecret(name) || saysSecret(place)) return 'identifier'
  if (uid.length > limits.outsideId - 40) return 'id-long'
  const zoneOf = (property: ICAL.Property | null): Zone =>
    zoneNamed(String(property?.getParameter('tzid') ?? ''), zones)
  const zone = zoneOf(part.getFirstProperty('dtstart'))
  const ends = endOf(part, start, zoneOf)
  const language = String(part.getFirstProperty('summary')?.getParameter('language') ?? 'fi').slice(0, 2)
  const made = (time: ICAL.Time, outsideId: string): Incoming => {
    const startsAt = instantIn(time, zone)
    return {
      ...{ outsideId, startsAt, endsAt: ends(time, startsAt), allDay: start.isDate },
      names: { [['fi', 'sv', 'en'].includes(language) ? language : 'fi']: name },
      place: place || null,
      ...{ tickets: null, forChildren: false, accessible: false, booking: null, how: null },
      url: webAddress(told('url')),
      isCancelled: /^cancelled$/i.test(told('status')),
    }
  }
  const key = uid || `${name} ${start.toString()}`
  const daysOf = (time: ICAL.Time, zone: Zone) => [
    ...(time.isDate ? [] : [`${key} ${instantIn(time, zone).toISOString()}`]),
    `${key} ${dayIn(time)}`,
  ]
  const property = part.getFirstProperty('recurrence-id')
  if (property) {
    const time = property.getFirstValue() as ICAL.Time
    const event = made(start, `${key}#${time.toString()}`)
    return [{ event, days: daysOf(time, zoneOf(property)).slice(0, 1), isOne: true }]
  }
  if (!new ICAL.Event(part).isRecurring()) return [{ event: made(start, key), days: [], isOne: false }]
  const isLeftOut = leftOut(part, zoneOf)
  return repeatsOf(part, start, zone, now)
    .filter((time) => !isLeftOut(time, instantIn(time, zone)))
    .map((time) => ({
      event: made(time, `${key}#${time.toString()}`),
      days: daysOf(time, zone),
      isOne: false,
    }))
}

const repeatsOf = (part: ICAL.Component, start: ICAL.Time, zone: Zone, now: Date): ICAL.Time[] => {
  const [first, last] = [addDays(dayOf(now), -1), addDays(dayOf(now), daysAhead)]
  const times: ICAL.Time[] = []
  for (const property of part.getAllProperties('rrule'))
    alignUntil(property.getFirstValue() as ICAL.Recur, start, zone)
  const repeats = new ICAL.Event(part).iterator()
  for (let step = 0; step < mostSteps && times.length < mostRepeats; step += 1) {
    const time = repeats.next()
    if (!time || dayIn(time) > last) break
    if (dayIn(time) >= first) times.push(time)
  }
  return times
}

/** Every event of a calendar (RFC 5545) that is still to come, or what is wrong in which line. */
export const readCalendar = (text: string, now: Date): FileRead => {
  const { head, events: blocks } = blocksOf(text)
  const read: FileRead = { events: [], problems: [] }
  const zones = zonesOf(head)
  const all: Read[] = []
  for (const { line, text } of blocks) {
    const found = attempt(() => eventsOf(text, zones, now))
    if (typeof found === 'string') read.problems.push({ line, problem: found })
    else all.push(...found)
  }
  read.events = withChanges(all).filter((event) => isToCome(event, now))
  if (blocks.length === 0) read.problems.push({ line: 1, problem: 'no-events' })
  if (read.events.length > mostEvents) read.problems.push({ line: 1, problem: 'too-many' })
  return read
}

/**
 * One day of a series that was moved or called off stands in a part of its own, before or after the series, and may name
 * its day by other clocks than the series does. It takes the place of that day, and its name.
 */
const withChanges = (all: readonly Read[]): Incoming[] => {
  const taken = new Map<string, Incoming>()
  const names = new Map<string, string>()
  for (const { event, days, isOne } of all) {
    if (isOne) continue
    taken.set(event.outsideId, event)
    for (const day of days) names.set(day, event.outsideId)
  }
  for (const { event, days, isOne } of all) {
    if (!isOne) continue
    const outsideId = names.get(days[0]!) ?? event.outsideId
    taken.set(outsideId, { ...event, outsideId })
  }
  return [...taken.values()]
}

const attempt = (read: () => Read[] | LineProblem): Read[] | LineProblem => {
  try {
    return read()
  } catch {
    return 'unreadable'
  }
}
