import type { Cell, Sum } from '../disclosure/rules.ts'
import type { Division, Figure, Measure } from './rules.ts'

/** How wide a place a count is of: from one unit or site in one municipality of one area (`spot`) to the country. */
export type Grain =
  | 'spot'
  | 'place'
  | 'municipality-in-area'
  | 'municipality'
  /** What an area has in a county: added up from its municipalities, in plans alone. */
  | 'area-in-county'
  | 'area'
  | 'county'
  | 'country'

/**
 * A count at a grain of place. Where the grain has a kind of place, null means that there is none: a pop-up site has no
 * area, and some municipalities no county.
 */
export type Counted = {
  measure: Measure
  division: Division
  part: string
  grain: Grain
  spotId: number | null
  municipalityId: number | null
  areaId: number | null
  countyId: number | null
  count: number
  /** How many cards stand behind it. */
  cards: number
  /** The most that one card makes of it. */
  largest: number
}

/** A figure before it is decided whether it shows, with the cell that decides. */
type Planned = Omit<Figure, 'count'> & { cell: number }

/**
 * The tables of a run: what is to be protected, the figures that show it, and where each count went. What is no sum stands
 * `apart`, decided already.
 */
export type Plan = {
  cells: Cell[]
  sums: Sum[]
  figures: Planned[]
  nodes: Map<string, number>
  apart: Figure[]
}
export const emptyPlan = (): Plan => ({ cells: [], sums: [], figures: [], nodes: new Map(), apart: [] })

/** A count's name, the same from one period to the next. */
export const nodeOf = (one: Counted): string =>
  [
    ...[one.measure, one.division, one.part, one.grain],
    ...[one.spotId, one.municipalityId, one.areaId, one.countyId],
  ].join('|')
