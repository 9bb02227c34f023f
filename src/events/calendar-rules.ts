import { addDays, dayOf } from '../lib/dates.ts'
import { derivedId } from '../lib/derived-id.ts'

/** One event of a calendar or a feed of news, in one language. */
export type CalendarEvent = {
  id: number
  /** What has ids of its own beside events names itself. */
  uid?: string
  name: string
  /** The language of the name, where it is another than the whole's. */
  lang: string | undefined
  startsAt: Date
  endsAt: Date | null
  allDay: boolean
  isCancelled: boolean
  /** The hall, the site and the town. */
  location: string
  /** When it is, in words. */
  when: string
  /** How one gets the ticket, and the like; empty for nothing. */
  text: string
  url: string
  changedAt: Date
}

/** An event has one name for ever, in every calendar and language of this installation. */
export const eventUid = (origin: string, id: number) => derivedId(`${origin} event ${id}`)

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
const dayStamp = (day: string) => day.replaceAll('-', '')

/** RFC 5545 §3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

const encoder = new TextEncoder()
/** RFC 5545 §3.1: no line is longer than 75 octets, and no letter is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = []
  let [now, size] = ['', 0]
  for (const letter of line) {
    const octets = encoder.encode(letter).length
    if (size + octets > 75) {
      lines.push(now)
      ;[now, size] = [' ', 1]
    }
    now += letter
    size += octets
  }
  return [...lines, now].join('\r\n')
}

const timesOf = ({ startsAt, endsAt, allDay }: CalendarEvent): string[] => {
  if (!allDay)
    return [`DTSTART:${stamp(startsAt)}`, ...(endsAt && endsAt > startsAt ? [`DTEND:${stamp(endsAt)}`] : [])]
  // The end of days is the first day that is no longer one of them.
  const last = addDays(dayOf(endsAt ?? startsAt), 1)
  return [`DTSTART;VALUE=DATE:${dayStamp(dayOf(startsAt))}`, `DTEND;VALUE=DATE:${dayStamp(last)}`]
}

const eventLines = (origin: string, event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid ?? eventUid(origin, event.id)}`,
  `DTSTAMP:${stamp(event.changedAt)}`,
  `LAST-MODIFIED:${stamp(event.changedAt)}`,
  ...timesOf(event),
  `SUMMARY${event.lang ? `;LANGUAGE=${event.lang}` : ''}:${escaped(event.name)}`,
  `LOCATION:${escaped(event.location)}`,
  ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
  `URL:${event.url}`,
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

/** A calendar (RFC 5545) that programs may fetch again and again: the same events are the same text. */
export const writeCalendar = (origin: string, title: string, events: readonly CalendarEvent[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kaiku//Kaikukortti//FI', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `NAME:${escaped(title)}`, `X-WR-CALNAME:${escaped(title)}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...events.flatMap((event) => eventLines(origin, event)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
