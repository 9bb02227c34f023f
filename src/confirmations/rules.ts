import { addDays, type Day, yearOf } from '../lib/dates.ts'

/**
 * "Perehdytys at least once a year" (Kaikukortti's instructions). The rest of this file is our own choice, easy to
 * change: a letter when somebody sends one at most every two weeks, and from September on one a month by itself.
 */
export const daysBetweenReminders = 14
export const daysBetweenAutomatic = 30
/** The month from which on whoever has not confirmed is reminded without anybody asking for it. 1–12. */
const firstAutomaticMonth = 9
/** A reminder that waited longer for a mail server says nothing useful any more. */
export const reminderLifeDays = 30

export type DayProblem = 'instructed-missing' | 'instructed-future' | 'instructed-old'

/** Why the staff's latest instruction does not do for this year, or null. A year ago to the day is still a year. */
export const instructedProblem = (instructedOn: Day, today: Day): DayProblem | null => {
  if (instructedOn > today) return 'instructed-future'
  const yearAgo = `${yearOf(today) - 1}${today.slice(4)}`
  return instructedOn < yearAgo ? 'instructed-old' : null
}

/** Letters go out by themselves only in the last months of the year, for what should be confirmed within it. */
export const remindsByItself = (today: Day): boolean => Number(today.slice(5, 7)) >= firstAutomaticMonth

/**
 * @param latestOn the day of the place's latest letter, or null
 * @param between how many days must lie between two
 */
export const mayRemind = (latestOn: Day | null, today: Day, between: number): boolean =>
  latestOn === null || addDays(latestOn, between) <= today

/** What a list of places may be narrowed to. */
export const placeKinds = ['unit', 'site'] as const
export type PlaceKind = (typeof placeKinds)[number]
