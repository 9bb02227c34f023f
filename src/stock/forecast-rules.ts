import type { Day } from '../lib/dates.ts'

/*
 * How long the personal cards of a unit last: our own choice of numbers (docs/our-choices.md). Community cards are a
 * few a year, which is no rate.
 */

/** How far back the rate looks. A younger unit is measured by its own weeks. */
export const paceWeeks = 12
/** Fewer weeks left than this, and the unit is told to order. */
const lowWeeks = 4
/** More weeks than this are not counted out: “over half a year”. */
const longWeeks = 26
const fewestWeeks = 2
const fewestCards = 3

/** What the unit registered in the last `paceWeeks`, and the day of its first registration ever. */
export type Pace = { registered: number; since: Day | null }

export type Forecast =
  | { kind: 'none' }
  | { kind: 'unknown' }
  | { kind: 'weeks'; weeks: number }
  | { kind: 'long' }

const daysBetween = (from: Day, until: Day) => (Date.parse(until) - Date.parse(from)) / 86_400_000

/** @returns cards a week, or null while there is too little to tell from */
const rateOf = ({ registered, since }: Pace, today: Day): number | null => {
  if (since === null) return null
  const weeks = Math.min(paceWeeks, daysBetween(since, today) / 7)
  return weeks < fewestWeeks || registered < fewestCards ? null : registered / weeks
}

/**
 * How long what lies in the box lasts at the rate of the last weeks.
 * @param stock personal cards that can be handed out
 */
export const forecastOf = (stock: number, pace: Pace, today: Day): Forecast => {
  if (stock === 0) return { kind: 'none' }
  const rate = rateOf(pace, today)
  if (rate === null) return { kind: 'unknown' }
  const weeks = Math.floor(stock / rate)
  return weeks > longWeeks ? { kind: 'long' } : { kind: 'weeks', weeks }
}

/** Whether it is time to order. */
export const isLow = (forecast: Forecast): boolean =>
  forecast.kind === 'none' || (forecast.kind === 'weeks' && forecast.weeks < lowWeeks)

const box = 25
const mostSuggested = 500

/** How many to order: what the next `paceWeeks` take beyond what there is and what is coming, in boxes of 25. */
export const suggestedOrder = (have: number, pace: Pace, today: Day): number => {
  const needed = Math.ceil((rateOf(pace, today) ?? 0) * paceWeeks) - have
  return Math.min(mostSuggested, Math.max(1, Math.ceil(needed / box)) * box)
}
