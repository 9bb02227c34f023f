import { addDays, type Day, dayOf, isDay } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'

/** What a reader of the week asks for. An empty place is everywhere. */
export type WeekFilter = {
  /** Its Monday. */
  week: Day
  place: string
  children: boolean
  noBooking: boolean
  accessible: boolean
}

/** Weeks that one can turn to, counted from this one. */
const weeksAhead = 52
const longestPlace = 60

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Reads what an address asks for. What is not ours is left out: an old or mistyped link still shows this week. */
export const readWeek = (query: URLSearchParams, today: Day): WeekFilter => {
  const asked = query.get('week') ?? ''
  const [first, last] = [mondayOf(today), addDays(mondayOf(today), weeksAhead * 7)]
  const week = isDay(asked) ? mondayOf(asked) : first
  return {
    week: week < first || week > last ? first : week,
    place: (query.get('place') ?? '').slice(0, longestPlace).trim(),
    children: query.get('children') === 'yes',
    noBooking: query.get('booking') === 'no',
    accessible: query.get('accessible') === 'yes',
  }
}

/** What it is narrowed to besides its place, by the names that addresses have. */
export const onlyOf = ({ children, noBooking, accessible }: WeekFilter): Record<string, string> => ({
  ...(children ? { children: 'yes' } : {}),
  ...(noBooking ? { booking: 'no' } : {}),
  ...(accessible ? { accessible: 'yes' } : {}),
})

/** The address of a week again, with only what differs from the plain page. */
export const writeWeek = (filter: WeekFilter, today: Day | null): string => {
  const query = new URLSearchParams({
    ...(today !== null && filter.week !== mondayOf(today) ? { week: filter.week } : {}),
    ...(filter.place ? { place: filter.place } : {}),
    ...onlyOf(filter),
  })
  return query.size > 0 ? `?${query}` : ''
}

/** The Mondays before and after; null where one cannot turn to. */
export const weeksBeside = (week: Day, today: Day): { before: Day | null; after: Day | null } => {
  const first = mondayOf(today)
  return {
    before: week > first ? addDays(week, -7) : null,
    after: week < addDays(first, weeksAhead * 7) ? addDays(week, 7) : null,
  }
}

/** The days of the week that are shown: what is past of it is not. */
export const daysOfWeek = (week: Day, today: Day): { first: Day; last: Day } => ({
  first: week < today ? today : week,
  last: addDays(week, 6),
})

/** From the first moment of a day to the first moment after another. */
export const spanOf = (first: Day, last: Day): { from: Date; until: Date } => ({
  from: instantOf(first, 0),
  until: instantOf(addDays(last, 1), 0),
})

export type Timed = { startsAt: Date; endsAt: Date | null }

/** Those that begin on each day, in order, and apart those that began before and go on. */
export const byDay = <Event extends Timed>(
  events: readonly Event[],
  first: Day,
): { days: { day: Day; events: Event[] }[]; going: Event[] } => {
  const days = new Map<Day, Event[]>()
  const going: Event[] = []
  for (const event of events) {
    const day = dayOf(event.startsAt)
    if (day < first) going.push(event)
    else days.set(day, [...(days.get(day) ?? []), event])
  }
  return {
    days: [...days]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, events]) => ({ day, events })),
    going,
  }
}
