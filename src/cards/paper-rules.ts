import { addDays, type Day } from '../lib/dates.ts'

/** How long ago a card on a paper form may have been handed over, in days: our own choice. */
export const paperDays = 60
/** A paper form is to be registered soon; after this many days it is told how long it took. */
const soonDays = 7

export type HandedOnProblem = 'handed-on-future' | 'handed-on-old' | 'handed-on-early'

/** The earliest hand-over day that is taken: not before the unit was agreed, where that is known. */
export const firstHandOver = (today: Day, agreedOn: Day | null): Day => {
  const first = addDays(today, -paperDays)
  return agreedOn !== null && agreedOn > first ? agreedOn : first
}

/** Why a hand-over day cannot be taken, or null. */
export const handedOnProblem = (
  day: Day,
  { today, agreedOn }: { today: Day; agreedOn: Day | null },
): HandedOnProblem | null => {
  if (day > today) return 'handed-on-future'
  if (day < addDays(today, -paperDays)) return 'handed-on-old'
  return day < firstHandOver(today, agreedOn) ? 'handed-on-early' : null
}

/** How many days ago the hand-over was, when that is worth saying; else null. */
export const daysLate = (day: Day, today: Day): number | null => {
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000)
  return days > soonDays ? days : null
}
