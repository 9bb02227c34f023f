import ICAL from 'ical.js'
import { addDays, type Day } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { clockIn, instantInZone, isZone } from '../lib/zone-time.ts'
import { endOfDay } from './rules.ts'

/** The clocks that a calendar's time is told by: a name of the tz database, or what the file explains itself. */
export type Zone = string | ICAL.Timezone

const finnish = 'Europe/Helsinki'

/** The time zones that the file explains. */
export const zonesOf = (head: string): Map<string, ICAL.Timezone> => {
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

/** `Europe/Stockholm`, also in `/freeassociation.sourceforge.net/Europe/Stockholm`. */
const knownName = (name: string): string | undefined => {
  const parts = name.split('/').filter((part) => part !== '')
  return [parts, parts.slice(-3), parts.slice(-2)].map((tail) => tail.join('/')).find(isZone)
}

/** A time without a zone, and one of a zone that nobody explains, is Finnish time. Known zones we know better. */
export const zoneNamed = (name: string, explained: ReadonlyMap<string, ICAL.Timezone>): Zone =>
  /helsinki|^FLE/i.test(name) ? finnish : (knownName(name) ?? explained.get(name) ?? finnish)

const two = (value: number) => String(value).padStart(2, '0')
export const dayIn = ({ year, month, day }: ICAL.Time): Day => `${year}-${two(month)}-${two(day)}`

const isUtc = (time: ICAL.Time) => time.zone === ICAL.Timezone.utcTimezone

/** The instant of a time that the clocks of the zone show, unless it says itself that it is UTC. */
export const instantIn = (time: ICAL.Time, zone: Zone): Date => {
  if (time.isDate) return instantOf(dayIn(time), 0)
  if (isUtc(time)) return new Date(time.toUnixTime() * 1000)
  const seconds = time.hour * 3600 + time.minute * 60 + time.second
  if (zone === finnish) return instantOf(dayIn(time), seconds)
  if (typeof zone === 'string') return instantInZone(zone, Date.parse(dayIn(time)) + seconds * 1000)
  const there = time.clone()
  there.zone = zone
  return new Date(there.toUnixTime() * 1000)
}

/** What the clocks of the zone show at an instant, as a time of the series that began with `start`. */
const timeAt = (at: Date, start: ICAL.Time, zone: Zone): ICAL.Time => {
  const utc = ICAL.Time.fromJSDate(at, true)
  if (isUtc(start)) return utc
  if (typeof zone === 'string') return bare(ICAL.Time.fromJSDate(new Date(clockIn(zone, at.getTime())), true))
  return bare(utc.convertToZone(zone))
}
const bare = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone)

/**
 * A rule ends at an instant, mostly told in UTC, while its times are told by the clocks of a zone: put into the same
 * terms, since the last time is lost otherwise. A day alone counts whole.
 */
export const alignUntil = (rule: ICAL.Recur, start: ICAL.Time, zone: Zone): void => {
  const { until } = rule
  if (!until || start.isDate) return
  const at = until.isDate ? endOfDay(dayIn(until)) : instantIn(until, zone)
  rule.until = timeAt(at, start, zone)
}

type ZoneOf = (property: ICAL.Property) => Zone

/** Whether a time of the series is left out, in whatever zone that is said; a day alone leaves out its times. */
export const leftOut = (part: ICAL.Component, zoneOf: ZoneOf): ((time: ICAL.Time, at: Date) => boolean) => {
  const told = part
    .getAllProperties('exdate')
    .flatMap((property) =>
      (property.getValues() as ICAL.Time[]).map((time) => ({ time, zone: zoneOf(property) })),
    )
  const days = new Set(told.filter(({ time }) => time.isDate).map(({ time }) => dayIn(time)))
  const instants = new Set(
    told.filter(({ time }) => !time.isDate).map(({ time, zone }) => instantIn(time, zone).getTime()),
  )
  return (time, at) => days.has(dayIn(time)) || (!time.isDate && instants.has(at.getTime()))
}

/**
 * How the end follows from a start. An end that is told keeps its distance in time; a duration of days keeps the
 * clock, and its hours are hours (RFC 5545 §3.3.6, §3.8.5.3).
 * @returns null for a timed event without an end, or with one before its start
 */
export const endOf = (part: ICAL.Component, start: ICAL.Time, zoneOf: ZoneOf) => {
  const from = part.getFirstProperty('dtstart')!
  const end = part.getFirstProperty('dtend')
  const duration = part.getFirstPropertyValue('duration') as ICAL.Duration | null
  if (start.isDate) {
    const days = Math.round(new ICAL.Event(part).duration.toSeconds() / 86_400)
    return (time: ICAL.Time) => endOfDay(addDays(dayIn(time), Math.max(1, days) - 1))
  }
  if (end) {
    const first = instantIn(start, zoneOf(from))
    const length = instantIn(end.getFirstValue() as ICAL.Time, zoneOf(end)).getTime() - first.getTime()
    return (_: ICAL.Time, at: Date) => (length > 0 ? new Date(at.getTime() + length) : null)
  }
  if (!duration || duration.toSeconds() <= 0) return () => null
  const { weeks, days, hours, minutes, seconds } = duration
  return (time: ICAL.Time) => {
    const later = time.clone()
    later.adjust(weeks * 7 + days, 0, 0, 0)
    return new Date(instantIn(later, zoneOf(from)).getTime() + (hours * 3600 + minutes * 60 + seconds) * 1000)
  }
}
