import { addDays, type Day } from '../lib/dates.ts'

/** What becomes of a wish to come. */
export const visitStates = ['asked', 'accepted', 'declined', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

/** Why a site cannot take the group: chosen from a list, so that nobody has to find words for a no. */
export const declineReasons = ['full', 'not-offered', 'other-day', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** A school class fits; more than this is arranged by telephone. */
export const mostPeople = 100

/** A visit is asked for at most a year ahead. */
const daysAhead = 366

/** Why no visit can be asked for on that day, or null. */
export const dayProblem = (day: Day, today: Day): 'visitOn-past' | 'visitOn-far' | null => {
  if (day < today) return 'visitOn-past'
  return day > addDays(today, daysAhead) ? 'visitOn-far' : null
}

/** The unit can call it off until its day ends, whatever the site has answered. */
export const mayCancel = (visit: { state: VisitState; visitOn: Day }, today: Day): boolean =>
  (visit.state === 'asked' || visit.state === 'accepted') && visit.visitOn >= today

/** The site answers until the day ends, and may change its mind. */
export const mayAnswer = (visit: { state: VisitState; visitOn: Day }, today: Day): boolean =>
  visit.state !== 'cancelled' && visit.visitOn >= today
