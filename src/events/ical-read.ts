import ICAL from 'ical.js'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import type { FileRead, LineProblem } from './file-rules.ts'
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

/** The time zones that the file explains. Finland’s own we know better. */
const zonesOf = (head: string): Map<string, ICAL.Timezone> => {
  try {
    const calendar = new ICAL.Component(ICAL.parse(head) as never)
    return new Map(
      calendar.getAllSubcomponents('vtimezone').map((zone) => {
        const known = new ICAL.Timezone(zone)
        return [known.tzid, known]
      }),
    )
  } catch {
    return new Map()
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const dayIn = ({ year, month, day }: ICAL.Time): Day => `${year}-${two(month)}-${two(day)}`

/** A time without a zone, and one of a zone that the file does not explain, is Finnish time. */
const instantIn = (time: ICAL.Time, zone: ICAL.Timezone | undefined): Date => {
  if (time.isDate) return instantOf(dayIn(time), 0)
  if (time.zone === ICAL.Timezone.utcTimezone) return new Date(time.toUnixTime() * 1000)
  if (!zone || /helsinki|^FLE/i.test(zone.tzid))
    return instantOf(dayIn(time), time.hour * 3600 + time.minute * 60 + time.second)
  const there = time.clone()
  there.zone = zone
  return new Date(there.toUnixTime() * 1000)
}

type Read = { event: Incoming; isOne: boolean }

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
  const event = new ICAL.Event(part)
  const zone = zones.get(String(part.getFirstProperty('dtstart')?.getParameter('tzid') ?? ''))
  const length = event.duration.toSeconds()
  const days = start.isDate ? Math.max(1, Math.round(length / 86_400)) : 0
  const language = String(part.getFirstProperty('summary')?.getParameter('language') ?? 'fi').slice(0, 2)
  const made = (time: ICAL.Time, outsideId: string): Incoming => {
    const startsAt = instantIn(time, zone)
    const lastDay = start.isDate ? addDays(dayIn(time), days - 1) : null
    const timedEnd = length > 0 ? new Date(startsAt.getTime() + length * 1000) : null
    return {
      ...{ outsideId, startsAt, endsAt: lastDay ? instantOf(lastDay, 86_399) : timedEnd },
      ...{ names: { [['fi', 'sv', 'en'].includes(language) ? language : 'fi']: name }, allDay: start.isDate },
      place: place || null,
      ...{ tickets: null, forChildren: false, accessible: false, booking: null, how: null },
      url: webAddress(told('url')),
      isCancelled: /^cancelled$/i.test(told('status')),
    }
  }
  const key = uid || `${name} ${start.toString()}`
  const recurrence = part.getFirstPropertyValue('recurrence-id') as ICAL.Time | null
  if (recurrence) return [{ event: made(start, `${key}#${recurrence.toString()}`), isOne: true }]
  if (!event.isRecurring()) return [{ event: made(start, key), isOne: false }]
  return repeatsOf(event, now).map((time) => ({
    event: made(time, `${key}#${time.toString()}`),
    isOne: false,
  }))
}

const repeatsOf = (event: ICAL.Event, now: Date): ICAL.Time[] => {
  const [first, last] = [addDays(dayOf(now), -1), addDays(dayOf(now), daysAhead)]
  const times: ICAL.Time[] = []
  const repeats = event.iterator()
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
  const taken = new Map<string, Incoming>()
  const single: Incoming[] = []
  for (const { line, text } of blocks) {
    const found = attempt(() => eventsOf(text, zones, now))
    if (typeof found === 'string') read.problems.push({ line, problem: found })
    else
      for (const { event, isOne } of found) {
        if (isOne) single.push(event)
        else taken.set(event.outsideId, event)
      }
  }
  // One day of a series that was moved or called off stands in a part of its own, before or after the series.
  for (const event of single) taken.set(event.outsideId, event)
  read.events = [...taken.values()].filter((event) => isToCome(event, now))
  if (blocks.length === 0) read.problems.push({ line: 1, problem: 'no-events' })
  if (read.events.length > mostEvents) read.problems.push({ line: 1, problem: 'too-many' })
  return read
}

const attempt = (read: () => Read[] | LineProblem): Read[] | LineProblem => {
  try {
    return read()
  } catch {
    return 'unreadable'
  }
}
