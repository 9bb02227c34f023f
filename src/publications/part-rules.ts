import { genders, lifeSituations } from '../cards/rules.ts'
import { categories } from '../network/rules.ts'
import { lattice } from './lattice-rules.ts'
import { daysOf, isYear } from './period-rules.ts'
import type { Division, Figure, Level, Measure, Period } from './rules.ts'

/** The classes of a division that are there whatever was counted; a blank answer is a class of its own. */
export const partsOf: Partial<Record<Division, readonly string[]>> = {
  age: ['16-19', '20-29', '30-39', '40-49', '50-59', '60-69', '70-79', '80+', 'unknown'],
  gender: [...genders, 'unknown'],
  children: ['0', '1', '2', '3+'],
  situation: [...lifeSituations, 'unknown'],
  audience: ['adults', 'children'],
  category: categories,
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  hour: ['0-9', '10-11', '12-13', '14-15', '16-17', '18-19', '20-23'],
  home: ['own-area', 'other-area', 'no-area', 'unknown'],
  source: ['desk', 'offline', 'api', 'reconciled', 'import'],
}

/** The months of a period: `2026-01`, `2026-02`, `2026-03`. */
const monthsOf = (period: Period): string[] => {
  const { from, until } = daysOf(period)
  return Array.from({ length: 12 }, (_, index) => `${from.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`)
    .filter((month) => month >= from.slice(0, 7))
    .filter((month) => month <= until)
}

/** The classes of a division in their order: the fixed ones, and what else the figures have. */
export const partsIn = (
  period: Period,
  division: Division,
  figures: readonly Pick<Figure, 'part'>[],
): string[] => {
  const fixed = division === 'month' ? monthsOf(period) : (partsOf[division] ?? [])
  const found = figures.map(({ part }) => part).sort()
  return [...new Set([...fixed, ...found, ...(division === 'all' ? ['all'] : [])])]
}

/** The levels at which a table of a period is published; none where it is not. */
const levelsOf = (period: Period, measure: Measure, division: Division): readonly Level[] => {
  const table = lattice.find((one) => one.measure === measure && one.division === division)
  return table?.[isYear(period) ? 'year' : 'quarter'] ?? []
}

/** Whether a figure that is not there is 0: of a table that is not published nothing is known. */
export const isTold = (period: Period, measure: Measure, division: Division, level: Level): boolean =>
  levelsOf(period, measure, division).includes(level)
