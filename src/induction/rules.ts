import { addDays, type Day, lastDayOfMonths } from '../lib/dates.ts'
import { type InductionRole, inductionRoles, lessonDays } from './lesson-rules.ts'

/** How long an induction done on or after `validFrom` holds, and how long before its end it is told. */
export type InductionPolicy = { validFrom: Day; validMonths: number; toldDays: number }

/** The numbers of a day. @throws when none held yet: the first row is older than the card */
const policyOn = (policies: readonly InductionPolicy[], day: Day): InductionPolicy => {
  const [latest] = policies
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  if (!latest) throw new Error(`No policy of inductions on ${day}`)
  return latest
}

/** `over`: it was done, and a new one is due. */
export type InductionState = 'missing' | 'done' | 'soon' | 'over'
/** @property lastDay the last day on which it holds; null of what was never done */
export type Standing = { state: InductionState; doneOn: Day | null; lastDay: Day | null }

/** Where somebody stands, by the numbers of the day on which it was done ("at least once a year"). */
export const standingOf = (
  doneOn: Day | null,
  policies: readonly InductionPolicy[],
  today: Day,
): Standing => {
  if (doneOn === null) return { state: 'missing', doneOn, lastDay: null }
  const { validMonths, toldDays } = policyOn(policies, doneOn)
  const lastDay = lastDayOfMonths(doneOn, validMonths)
  if (lastDay < today) return { state: 'over', doneOn, lastDay }
  return { state: addDays(lastDay, -toldDays) <= today ? 'soon' : 'done', doneOn, lastDay }
}

/** Whether it has to be gone through now. */
export const isDue = ({ state }: Standing): boolean => state === 'missing' || state === 'over'

export const inductionRoleOf = (role: string): InductionRole | null =>
  inductionRoles.find((one) => one === role) ?? null

export type LessonDone = { lesson: string; textOn: Day; doneAt: Date }
/** @property changed its text is newer than the one that was gone through */
export type LessonState = { lesson: string; isDone: boolean; isChanged: boolean }

/** The day of the newest text of a role's lessons: what an induction says it was made of. */
export const editionOf = (role: InductionRole): Day => Object.values(lessonDays[role]).toSorted().at(-1)!

/**
 * The lessons in their order. One counts as done while its text is still the same, and for as long as an induction holds.
 * @param latest the latest induction, or null
 * @param done what has been gone through since; finishing an induction empties it
 * @param since the first instant that counts
 */
export const lessonStates = (
  days: Readonly<Record<string, Day>>,
  latest: { editionOn: Day } | null,
  done: readonly LessonDone[],
  since: Date,
): LessonState[] =>
  Object.entries(days).map(([lesson, textOn]) => {
    const own = done.find((one) => one.lesson === lesson && one.doneAt >= since)
    const isDone = own !== undefined && own.textOn >= textOn
    return { lesson, isDone, isChanged: latest !== null && textOn > latest.editionOn && !isDone }
  })

/** The lesson to go on with: the first that is not done, or null. */
export const nextLesson = (states: readonly LessonState[]): string | null =>
  states.find(({ isDone }) => !isDone)?.lesson ?? null

/** How many people of a place stand where. */
export type Counted = { done: number; soon: number; missing: number }

/** Months in which a place's contact persons are written to: once each. */
export const reminderMonthOf = (today: Day): Day => `${today.slice(0, 7)}-01`
/** Whoever has just come is not reminded of at once. Days; our own choice. */
export const daysInPeace = 14
/** A reminder that waited longer for a mail server says nothing useful any more. */
export const reminderLifeDays = 30
