import type { PlaceName } from '../open-data/rules.ts'
import { isTold, partsOf } from '../publications/part-rules.ts'
import type { Division, Figure, Measure, Period } from '../publications/rules.ts'
import { countyTiles } from './county-tiles-rules.ts'

/** Something counted under a name; null where it is hidden. */
export type Counted<Key> = { key: Key; count: number | null }
export type CountyFigure = { place: PlaceName; short: string; col: number; row: number; count: number | null }

/** What was read of a period. */
type Read = { period: Period; figures: readonly Figure[] }

type Asked = { measure: Measure; division?: Division; part?: string }

/** A figure of a place among those read; what is not there is 0, and null is hidden. */
const countOf = (
  figures: readonly Figure[],
  { level, placeId }: Pick<Figure, 'level' | 'placeId'>,
  { measure, division = 'all', part = 'all' }: Asked,
): number | null => {
  const found = figures.find(
    (one) =>
      one.level === level &&
      one.placeId === placeId &&
      one.measure === measure &&
      one.division === division &&
      one.part === part,
  )
  return found ? found.count : 0
}

/** A figure of the whole country. */
export const nationalOf = (figures: readonly Figure[], asked: Asked): number | null =>
  countOf(figures, { level: 'country', placeId: null }, asked)

/** The whole country by the fixed classes of a division; none where such a period has no such table. */
export const byPart = (
  { period, figures }: Read,
  measure: Measure,
  division: Division,
): Counted<string>[] => {
  if (!isTold(period, measure, division, 'country')) return []
  return (partsOf[division] ?? []).map((part) => ({
    key: part,
    count: nationalOf(figures, { measure, division, part }),
  }))
}

/** Tickets of each county that has a place on the map, by name; none where such a period has no such table. */
export const byCounty = ({ period, figures }: Read, places: readonly PlaceName[]): CountyFigure[] =>
  places
    .flatMap((place) => {
      const tile = place.code === null ? undefined : countyTiles[place.code]
      if (!tile || !['county', 'municipality'].includes(place.level)) return []
      if (!isTold(period, 'tickets', 'all', place.level)) return []
      return [{ place, ...tile, count: countOf(figures, place, { measure: 'tickets' }) }]
    })
    .sort((a, b) => a.place.nameFi.localeCompare(b.place.nameFi, 'fi'))

/** Which of some figures is the largest that is shown, and whether any is hidden: then it is the largest of the shown. */
export type Largest<Row> = { row: Row; count: number; isAmongShown: boolean }

/** @returns null where nothing above 0 is shown */
export const largestOf = <Row extends { count: number | null }>(
  rows: readonly Row[],
): Largest<Row> | null => {
  const isAmongShown = rows.some(({ count }) => count === null)
  let best: Largest<Row> | null = null
  for (const row of rows)
    if (row.count !== null && row.count > (best?.count ?? 0)) best = { row, count: row.count, isAmongShown }
  return best
}
