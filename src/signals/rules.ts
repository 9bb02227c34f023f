import { addDays, type Day } from '../lib/dates.ts'

/** What can be noticed of a site. */
const siteKinds = ['busy', 'quiet', 'children', 'sequence', 'hours', 'repeats'] as const
/** What can be noticed of a unit that issues cards. */
const unitKinds = ['early', 'unused'] as const
export const kinds = [...siteKinds, ...unitKinds] as const
export type Kind = (typeof kinds)[number]

export const isUnitKind = (kind: Kind): boolean => unitKinds.some((one) => one === kind)

/**
 * The numbers that explain a signal: counts of uses, checks or cards, never which.
 * `usual` is what the place's own history lets one expect, `limit` the least that would have been noticed (of `quiet` the
 * most); `weeks` the weeks of history behind it, or of what came again and again the weeks in which it did.
 */
export type Numbers = {
  busy: { seen: number; usual: number; busiest: number; limit: number; weeks: number }
  quiet: { seen: number; usual: number; lastYear: number; limit: number; weeks: number }
  children: { seen: number; uses: number; usual: number; limit: number; weeks: number }
  sequence: { seen: number; unknown: number; minutes: number; limit: number }
  hours: { seen: number; days: number; first: number; last: number; before: number; limit: number }
  repeats: { seen: number; uses: number; usual: number; limit: number; weeks: number }
  early: { seen: number; registered: number; usual: number; limit: number }
  unused: { registered: number; used: number; usual: number; limit: number }
}

/** What was noticed of one place in some days. */
export type Noticed = {
  [K in Kind]: { kind: K; placeId: number; from: Day; until: Day; numbers: Numbers[K] }
}[Kind]

/** A signal stands while it is open or watched. */
const states = ['open', 'watched', 'explained', 'followed-up', 'lapsed'] as const
export type State = (typeof states)[number]
export const isStanding = (state: State): boolean => state === 'open' || state === 'watched'

/** What somebody may decide of one that stands. */
export const decisions = ['explained', 'followed-up', 'watched'] as const
export type Decision = (typeof decisions)[number]

/** Days from today that a signal may be watched, or none be made of what is known. */
export const longestWatch = 180
export const longestMute = 400

/** Why a day cannot be the last of a watch or a mute, or null. */
export const untilProblem = (until: Day, today: Day, longest: number): 'until-past' | 'until-far' | null => {
  if (until <= today) return 'until-past'
  return until > addDays(today, longest) ? 'until-far' : null
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/**
 * The latest week that is over since two days at least, by its Monday: a phone that was without a network has sent what
 * it kept.
 */
export const weekToLookAt = (today: Day): Day => addDays(mondayOf(addDays(today, -2)), -7)

/** The weeks of history that a place is held against, and those that a quiet time or a habit takes. */
export const spans = { history: 52, quiet: 4, habit: 8, season: 2 } as const

/** The first Monday of all that is needed to judge a week. */
export const firstWeekFor = (week: Day): Day =>
  addDays(week, -7 * (spans.history + spans.quiet + spans.season + 1))

const quarterFrom = (day: Day): Day => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** Days in which a card has had its time to be used. */
export const timeToBeUsed = 91

/** The latest quarter all of whose cards have had their time: its first day and its last. */
export const cohortToLookAt = (today: Day): { from: Day; until: Day } => {
  const until = addDays(quarterFrom(addDays(today, -timeToBeUsed)), -1)
  return { from: quarterFrom(until), until }
}
