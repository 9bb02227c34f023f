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
  year: readonly Level[],
): Table => ({
  ...{ measure, division, quarter, year },
})
const always = (measure: Measure, division: Division, levels: readonly Level[]) =>
  table(measure, division, levels, levels)

/** What is known of holders. Who holds a card is told each quarter, whose cards were registered each year. */
const background = ['age', 'gender', 'children', 'situation', 'issuer'] as const

/**
 * All that is ever published of a closed period: a fixed list, so that no choice of filters can be turned against it.
 * What counts at the end of a period, such as valid cards, is that of the fourth quarter for the year too.
 *
 * A class that were told by the quarter and again by the year, of every place, would be bound in three ways at once (to its
 * place, its class and its year), and hiding one would hide very many. So each division is told by the quarter or by the
 * year; the three that are told by both are told for the year where all its quarters are.
 */
export const lattice: readonly Table[] = [
  always('registered', 'all', units),
  table('registered', 'month', ['country', 'area'], []),
  ...background.map((division) => table('registered', division, [], places)),
  always('renewed', 'all', places),
  always('taken-into-use', 'all', units),
  table('valid', 'all', units, []),
  ...background.map((division) => table('valid', division, wide, [])),
  table('expiring', 'all', places, []),
  always('tickets', 'all', sites),
  always('tickets', 'audience', sites),
  always('tickets', 'category', places),
  table('tickets', 'month', ['country', 'area'], []),
  ...(['weekday', 'hour', 'home', 'source'] as const).map((division) => table('tickets', division, [], wide)),
  always('users', 'all', sites),
  always('new-audience', 'all', ['area', 'municipality', 'site']),
  always('community-tickets', 'all', ['country', 'area']),
]

const bothTold: readonly string[] = ['renewed all', 'tickets audience', 'tickets category']
/** Told for a year only where all its quarters are, so that the year tells nothing new. */
export const isToldByQuarters = ({ measure, division }: Pick<Table, 'measure' | 'division'>): boolean =>
  bothTold.includes(`${measure} ${division}`)

/**
 * What happened adds up, over places and over time. How many cards are valid, or were used, does not: a card that is used at
 * two sites is one user, and one that is valid today was valid yesterday.
 */
const states: readonly Measure[] = ['valid', 'expiring', 'users', 'new-audience']
export const isSum = (measure: Measure): boolean => !states.includes(measure)

/**
 * Two states that overlap would tell of the few between: who came in or fell out since, who was at this site but at no
 * other. So they are told to the nearest five.
 */
export const nearest = (count: number): number => Math.round(count / 5) * 5

/** What everyone may read; units and sites are for those who keep them. */
export const isPublic = (level: Level): boolean => level !== 'unit' && level !== 'site'

/**
 * What the national table says is published exactly, as it always has been: tickets by audience and category, and registered
 * cards. It is kept up day by day, so whoever reads it often knows its quarters and months too.
 */
const exactly: Partial<Record<Measure, readonly Division[]>> = {
  tickets: ['all', 'audience', 'category', 'month'],
  registered: ['all'],
}
export const isExact = (measure: Measure, division: Division, level: Level): boolean =>
  level === 'country' && (exactly[measure]?.includes(division) ?? false)

export const thresholdOf = (division: Division, level: Level): number =>
  division === 'situation' && level === 'municipality' ? tellingThreshold : threshold
