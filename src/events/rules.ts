import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { clockIn } from '../lib/zone-time.ts'

/** The languages of a text, each under its code. The reader gets the nearest that is there. */
export type Texts = Partial<Record<string, string>>

/** Typed in, fetched from a feed, or brought in a file. */
export type Source = 'entered' | 'feed' | 'file'

/** What is known of an event, wherever it comes from. */
export type EventFacts = {
  names: Texts
  startsAt: Date
  endsAt: Date | null
  /** No time of day is known: it goes on through these days. */
  allDay: boolean
  /** Where in the site. */
  place: string | null
  /** How many tickets the card gives, where that is known. */
  tickets: number | null
  forChildren: boolean
  accessible: boolean
  /** Whether one has to book; null while nobody has said. */
  booking: boolean | null
  /** How one gets the ticket, where it is not as the site says of itself. */
  how: Texts | null
  url: string | null
  isCancelled: boolean
}

/** As a source tells it, under the source's own name. */
export type Incoming = EventFacts & { outsideId: string }
/** As it was taken from the source the last time. */
export type Known = Incoming & { id: number; isWithdrawn: boolean; cancelledByPerson: boolean }

export type Plan = {
  added: Incoming[]
  changed: { id: number; event: Incoming }[]
  /** No longer in the source. */
  ended: Known[]
  /** How many are as they were. */
  same: number
}

/** Days ahead of which nothing is taken in: further on, a date is a slip of the pen. */
export const daysAhead = 730
/** From one source at one time. */
export const mostEvents = 2_000

export const limits = { name: 200, place: 120, how: 300, url: 500, outsideId: 300, tickets: 9_999 } as const

const sorted = (texts: Texts | null) =>
  texts && Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1))

/** All that a reader could see, as one text: two that are alike have the same. */
const fingerprint = (event: EventFacts) =>
  JSON.stringify([
    ...[sorted(event.names), event.startsAt.getTime(), event.endsAt?.getTime() ?? null, event.allDay],
    ...[event.place, event.tickets, event.forChildren, event.accessible, event.booking, sorted(event.how)],
    ...[event.url, event.isCancelled],
  ])

/** What a person has cancelled stays so, whatever its source says. */
const asKept = (event: Incoming, known: Known): Incoming =>
  known.cancelledByPerson ? { ...event, isCancelled: true } : event

/**
 * What taking a source in would do: a second time nothing, and of one that has changed, exactly that.
 * @param known all that was taken from this source before
 * @param whole the source told all that it has: what is still to come and is not there has ended
 */
export const planOf = (
  known: readonly Known[],
  incoming: readonly Incoming[],
  { whole, now }: { whole: boolean; now: Date },
): Plan => {
  const byName = new Map(known.map((event) => [event.outsideId, event]))
  const told = new Map(incoming.map((event) => [event.outsideId, event]))
  const plan: Plan = { added: [], changed: [], ended: [], same: 0 }
  for (const event of told.values()) {
    const before = byName.get(event.outsideId)
    if (!before) plan.added.push(event)
    else if (before.isWithdrawn || fingerprint(asKept(event, before)) !== fingerprint(before))
      plan.changed.push({ id: before.id, event })
    else plan.same += 1
  }
  if (whole)
    plan.ended = known.filter(
      (event) => !told.has(event.outsideId) && !event.isWithdrawn && isToCome(event, now),
    )
  return plan
}

/** The end of what ends on a day at a time that nobody has said: the day's last second. */
export const endOfDay = (day: Day): Date => instantOf(day, 86_399)

/** Whether only the day of the end is known. */
export const isDayOnly = (endsAt: Date): boolean => endOfDay(dayOf(endsAt)).getTime() === endsAt.getTime()

/** Not over yet; one without an end is over when its day is. */
export const isToCome = (event: Pick<EventFacts, 'startsAt' | 'endsAt'>, now: Date): boolean =>
  event.endsAt ? event.endsAt >= now : dayOf(event.startsAt) >= dayOf(now)

/** Seconds since midnight that Finnish clocks show, also on a day when they are turned. */
const secondsOf = (at: Date) => (clockIn('Europe/Helsinki', at.getTime()) % 86_400_000) / 1000

/** The event on another day: its clocks stay as they are, and it lasts as many days. */
export const movedTo = (event: EventFacts, day: Day): EventFacts => {
  const { startsAt, endsAt } = event
  const days = (at: Date) => Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(startsAt))) / 86_400_000)
  return {
    ...event,
    startsAt: instantOf(day, secondsOf(startsAt)),
    endsAt: endsAt && instantOf(addDays(day, days(endsAt)), secondsOf(endsAt)),
  }
}

/** The text in the language wanted, or the nearest, and which that is. */
export const textIn = (
  texts: Texts,
  wanted: readonly string[],
): { text: string; language: string } | undefined => {
  const language = [...wanted, 'fi', 'sv', 'en', ...Object.keys(texts).sort()].find((one) => texts[one])
  return language === undefined ? undefined : { text: texts[language]!, language }
}
