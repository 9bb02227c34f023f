import type { Day } from '../lib/dates.ts'

/** The time in which an area serves people of a municipality outside; an open end is null. */
export type HomeTime = { from: Day; until: Day | null }

export const isOver = ({ until }: HomeTime, today: Day): boolean => until !== null && until < today

/** Two times that share a day. */
const overlap = (one: HomeTime, other: HomeTime): boolean =>
  one.from <= (other.until ?? '9999-12-31') && other.from <= (one.until ?? '9999-12-31')

export type HomeProblem = 'until-before' | 'from-past' | 'taken' | 'area-missing' | 'municipality-missing'

/** Why a time cannot be added, by field, or null. It begins today at the earliest: decisions made stay explained. */
export const homeTimeProblems = (
  time: HomeTime,
  others: readonly HomeTime[],
  today: Day,
): Record<string, HomeProblem> | null => {
  if (time.from < today) return { from: 'from-past' }
  if (time.until !== null && time.until < time.from) return { until: 'until-before' }
  return others.some((other) => overlap(time, other)) ? { municipality: 'taken' } : null
}
