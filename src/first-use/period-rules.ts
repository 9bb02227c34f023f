import { addDays, type Day, yearOf } from '../lib/dates.ts'

/** A quarter closes so many days after its end: desks keep what they record without a network for 14. */
const closesAfterDays = 15
/** Where nothing has been counted yet, cohorts of so many years are. Older cards have begun to be forgotten. */
const countedForYears = 2

/** Cards registered in a whole quarter or year: `2026-Q1`, `2026`. */
export type Cohort = { name: string; from: Day; until: Day }

const ends = ['03-31', '06-30', '09-30', '12-31'] as const

const quarterOf = (year: number, index: number): Cohort => ({
  name: `${year}-Q${index + 1}`,
  from: `${year}-${String(index * 3 + 1).padStart(2, '0')}-01`,
  until: `${year}-${ends[index]}`,
})
const wholeYear = (year: number): Cohort => ({
  name: String(year),
  from: `${year}-01-01`,
  until: `${year}-12-31`,
})

/** The last day of the latest quarter that has closed. */
export const lastClosedDay = (today: Day): Day => {
  const year = yearOf(today)
  const all = [year - 1, year].flatMap((one) => ends.map((end) => `${one}-${end}`))
  return all.findLast((end) => addDays(end, closesAfterDays) <= today)!
}

/** The quarters and years that have ended by a day and can be counted then, the oldest first. */
export const cohortsAsOf = (asOf: Day): Cohort[] => {
  const year = yearOf(asOf)
  const years = Array.from({ length: countedForYears + 1 }, (_, back) => year - countedForYears + back)
  return years
    .flatMap((one) => [...ends.map((_, index) => quarterOf(one, index)), wholeYear(one)])
    .filter(({ until }) => until <= asOf && until >= yearsAfter(asOf, -countedForYears))
}

const yearsAfter = (day: Day, years: number): Day => `${yearOf(day) + years}${day.slice(4)}`

/**
 * Whether a cohort is counted as of a day: once when its quarter or year has closed, and once more when all of its cards
 * have been followed for a year.
 * @param counted the days as of which it has been counted
 */
export const isDue = (cohort: Cohort, asOf: Day, counted: readonly Day[]): boolean => {
  const isFollowed = (day: Day) => day >= yearsAfter(cohort.until, 1)
  return counted.length === 0 || (isFollowed(asOf) && !counted.some(isFollowed))
}

/** Whether a cohort is a whole year: only these are shown by place. */
export const isYear = (cohort: string) => /^\d{4}$/.test(cohort)
