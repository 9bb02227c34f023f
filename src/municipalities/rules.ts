import { type Day, yearOf } from '../lib/dates.ts'

/** Municipalities merge on New Year’s Day, of a year to come. */
export const mergerDay = (year: number): Day => `${year}-01-01`
const yearsAhead = 5
export const mergerYears = (today: Day): number[] =>
  Array.from({ length: yearsAhead }, (_, index) => yearOf(today) + 1 + index)

export type MergerProblem =
  | 'into-missing'
  | 'into-itself'
  | 'into-merged'
  | 'merged-already'
  | 'year-missing'
  | 'name-clash'
type Municipality = { id: number; mergedOn: Day | null }

/** Why a municipality cannot merge into another, by field, or null. */
export const mergerProblem = (
  one: Municipality,
  into: Municipality | undefined,
  year: number | null,
  today: Day,
): Partial<Record<'' | 'into' | 'year', MergerProblem>> | null => {
  if (one.mergedOn !== null) return { '': 'merged-already' }
  if (!into) return { into: 'into-missing' }
  if (into.id === one.id) return { into: 'into-itself' }
  if (into.mergedOn !== null) return { into: 'into-merged' }
  return year !== null && mergerYears(today).includes(year) ? null : { year: 'year-missing' }
}

/** By name in either language, or by the start of the code; any spelling of letters. */
export const searchMunicipalities = <
  M extends { nameFi: string; nameSv: string | null; code: string | null },
>(
  all: readonly M[],
  typed: string,
): M[] => {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const wanted = plain(typed.trim())
  if (wanted === '') return [...all]
  return all.filter(
    ({ nameFi, nameSv, code }) =>
      plain(nameFi).includes(wanted) || plain(nameSv ?? '').includes(wanted) || code?.startsWith(wanted),
  )
}
