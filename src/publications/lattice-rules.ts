import type { Division, Level, Measure } from './rules.ts'

/** Fewer cards than this, but some, are hidden. */
export const threshold = 5
/** Where a life situation meets a municipality (shared rules: RELIABILITY §5.2; ours, docs/our-choices.md). */
const tellingThreshold = 10

/** One published table: a measure in its classes, at some levels of places. */
export type Table = {
  measure: Measure
  division: Division
  quarter: readonly Level[]
  year: readonly Level[]
}

const wide = ['country', 'county', 'area'] as const
const places = [...wide, 'municipality'] as const
const units = [...places, 'unit'] as const
const sites = [...places, 'site'] as const

const table = (
  measure: Measure,
  division: Division,
  quarter: readonly Level[],
  year: readonly Level[] = quarter,
): Table => ({ measure, division, quarter, year })

/**
 * All that is ever published of a closed period: a fixed list, so that no choice of filters can be turned against it.
 * What counts at the end of a period, such as valid cards, is that of the fourth quarter for the year too.
 */
export const lattice: readonly Table[] = [
  table('registered', 'all', units),
  table('registered', 'month', ['country', 'area'], []),
  ...(['age', 'gender', 'children', 'situation', 'issuer'] as const).map((division) =>
    table('registered', division, wide, places),
  ),
  table('taken-into-use', 'all', units),
  table('valid', 'all', units, []),
  table('renewed', 'all', places),
  table('expiring', 'all', places, []),
  table('tickets', 'all', sites),
  table('tickets', 'audience', sites),
  table('tickets', 'category', places),
  table('tickets', 'month', ['country', 'area'], []),
  ...(['weekday', 'hour', 'home', 'source'] as const).map((division) => table('tickets', division, wide)),
  table('users', 'all', sites),
  table('new-audience', 'all', ['area', 'municipality', 'site']),
  table('community-tickets', 'all', ['country', 'area']),
]

/** Counts of cards that are no sum: a card that is used at two sites is one user. */
export const isSum = (measure: Measure): boolean => measure !== 'users' && measure !== 'new-audience'

/** Such counts overlap, so that two of them could tell of the few between: they are told to the nearest five. */
export const nearest = (count: number): number => Math.round(count / 5) * 5

/** What everyone may read; units and sites are for those who keep them. */
export const isPublic = (level: Level): boolean => level !== 'unit' && level !== 'site'

/**
 * What the national table says by the year, and its months for two years, is published exactly, as it always has been:
 * tickets by month of adults and children, so by quarter too; by field, and registered cards, by the year.
 */
const exactly: Partial<Record<Measure, Partial<Record<Division, readonly ('quarter' | 'year')[]>>>> = {
  tickets: {
    ...{ all: ['quarter', 'year'], audience: ['quarter', 'year'], month: ['quarter'], category: ['year'] },
  },
  registered: { all: ['year'] },
}
export const isExact = (
  measure: Measure,
  division: Division,
  level: Level,
  of: 'quarter' | 'year',
): boolean => level === 'country' && (exactly[measure]?.[division]?.includes(of) ?? false)

export const thresholdOf = (division: Division, level: Level): number =>
  division === 'situation' && level === 'municipality' ? tellingThreshold : threshold
