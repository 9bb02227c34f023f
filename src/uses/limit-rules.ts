import { addDays, type Day, yearOf } from '../lib/dates.ts'

/** In what time, or for what, a site gives so many: weeks begin on Monday. */
export const limitPeriods = ['day', 'week', 'month', 'term', 'calendar-year', 'event'] as const
export type LimitPeriod = (typeof limitPeriods)[number]

/** The first and last day of a period. */
export type Days = { from: Day; until: Day }

/** Monday of the day's week. 1 January 1970 was a Thursday. */
const mondayOf = (day: Day): Day => {
  const count = Date.parse(`${day}T00:00:00Z`) / 86_400_000
  return addDays(day, -((((count + 3) % 7) + 7) % 7))
}

const monthAfter = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`

/** The terms of schools differ by a week or two from place to place: these two are our own choice. */
const termOf = (day: Day): Days => {
  const year = yearOf(day)
  return day < `${year}-08-01`
    ? { from: `${year}-01-01`, until: `${year}-07-31` }
    : { from: `${year}-08-01`, until: `${year}-12-31` }
}

/** The day's own period of each length that the calendar knows. */
export const periodsAt = (day: Day): Record<Exclude<LimitPeriod, 'event'>, Days> => ({
  day: { from: day, until: day },
  week: { from: mondayOf(day), until: addDays(mondayOf(day), 6) },
  month: { from: `${day.slice(0, 7)}-01`, until: addDays(monthAfter(day), -1) },
  term: termOf(day),
  'calendar-year': { from: `${yearOf(day)}-01-01`, until: `${yearOf(day)}-12-31` },
})

/** The time that a limit counts in. An event is known by its name, on whatever days; without one, the day is the event. */
export const countedDays = (period: LimitPeriod, day: Day, event: string | null): Days | null => {
  if (period !== 'event') return periodsAt(day)[period]
  return event === null ? periodsAt(day).day : null
}

/** What a site lets one card have of a kind, and how many of them stand. */
export type LimitFacts = {
  volume: number
  period: LimitPeriod
  used: number
  /** Null for an event, which has no end that we know. */
  days: Days | null
}

/** How many more, or null where the site has no limit. */
export const remainingOf = (limit: LimitFacts | null): number | null =>
  limit && Math.max(0, limit.volume - limit.used)

/**
 * As far as a check tells it: how often a card has been here matters only where it decides, and of a card that is
 * refused for another reason it would tell what nobody needs.
 */
export const remainingTold = (limit: LimitFacts | null, reason: string | null): number | null =>
  reason === null || reason === 'limit-reached' ? remainingOf(limit) : null

/** The first day on which the card gets more; null when it gets no more for this event. */
export const resetsAt = ({ days }: LimitFacts): Day | null => days && addDays(days.until, 1)

/** A limit is the card's own: only the holder's ticket is held to it, since children and companions follow. */
export const limitProblem = (limit: LimitFacts | null, adults: number): 'limit-reached' | null =>
  limit !== null && adults > 0 && limit.used + adults > limit.volume ? 'limit-reached' : null
