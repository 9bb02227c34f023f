import type { Cell } from '../disclosure/rules.ts'
import { type Counted, type Grain, nodeOf, type Plan } from './counted-rules.ts'
import { thresholdOf } from './lattice-rules.ts'
import type { Figure, Level, Measure } from './rules.ts'

/** How far down the sums of a table are told: to areas, municipalities, or single units and sites. */
export type Depth = 'area' | 'municipality' | 'spot'
export const depthOf = (levels: readonly Level[]): Depth => {
  if (levels.includes('unit') || levels.includes('site')) return 'spot'
  return levels.includes('municipality') ? 'municipality' : 'area'
}

/** How readers stand to a figure before the run; null is a count that no table shows. */
export type FateOf = (figure: Omit<Figure, 'count'> | null) => Cell['fate']
const ofCards: readonly Measure[] = ['registered', 'taken-into-use', 'valid', 'renewed', 'expiring']
const levelOf = ({ grain, measure }: Counted): Level | null => {
  if (grain === 'spot' || grain === 'municipality-in-area' || grain === 'area-in-county') return null
  if (grain !== 'place') return grain
  return ofCards.includes(measure) ? 'unit' : 'site'
}
const placeIdOf = (one: Counted): number | null =>
  ({
    ...{ spot: null, place: one.spotId, 'municipality-in-area': null, 'area-in-county': null },
    ...{ municipality: one.municipalityId, area: one.areaId, county: one.countyId, country: null },
  })[one.grain]

/** Where one must be hidden for another's sake, narrow places go first, and among them small counts. */
const costs: Record<Level, number> = {
  unit: 1,
  site: 1,
  municipality: 4,
  area: 40,
  county: 40,
  country: 1_000,
}
const costOf = (level: Level, count: number) => Math.round(costs[level] * (10 + Math.sqrt(count)))

/** One card may have tickets at several places; it is registered at one. */
const isShared = ({ measure }: Counted) => measure === 'tickets' || measure === 'community-tickets'

/** A ticket count that one card makes more than half of tells of that card. */
const isDominated = ({ measure, count, largest }: Counted) => measure === 'tickets' && largest * 2 > count

/** A hidden ticket count must not be known more closely than by what one card may make of it. */
const widthOf = ({ measure, cards, largest }: Counted, threshold: number) =>
  measure === 'tickets' && cards < threshold ? Math.max(threshold, largest) : threshold

/** A class of a table on its way into a plan. `depth`: how far down its sums must be told, published there or not. */
export type Work = { plan: Plan; levels: readonly Level[]; depth: Depth; fateOf: FateOf }

export const figureOf = ({ levels }: Work, one: Counted): Omit<Figure, 'count'> | null => {
  const level = levelOf(one)
  const placeId = placeIdOf(one)
  if (level === null || !levels.includes(level) || (level !== 'country' && placeId === null)) return null
  return { measure: one.measure, division: one.division, part: one.part, level, placeId }
}

const add = (work: Work, one: Counted): number => {
  const { plan, fateOf } = work
  const figure = figureOf(work, one)
  const index = plan.cells.length
  const threshold = thresholdOf(one.division, levelOf(one) ?? 'municipality')
  plan.cells.push({
    ...{ count: one.count, cards: one.cards, fate: fateOf(figure), tells: isDominated(one) },
    ...{ threshold, width: widthOf(one, threshold), shared: isShared(one) },
    cost: figure ? costOf(figure.level, one.count) : 0,
  })
  plan.divisions.push(one.division)
  if (figure) plan.figures.push({ ...figure, cell: index })
  plan.nodes.set(nodeOf(one), index)
  return index
}

/** Adds what divides a count further; where it is one part only, that part is the count itself. */
const divide = (work: Work, total: Counted, parts: readonly Counted[]): void => {
  const index = add(work, total)
  if (parts.length === 1) work.plan.nodes.set(nodeOf(parts[0]!), index)
  else work.plan.sums.push({ total: index, parts: parts.map((part) => add(work, part)) })
}

/** Rows that belong together, by what they have in common. */
export const groups = <T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> => {
  const found = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = found.get(key)
    if (known) known.push(row)
    else found.set(key, [row])
  }
  return found
}

const inArea = ({ municipalityId, areaId }: Counted) => `${municipalityId} ${areaId}`
const rowsOf = (rows: readonly Counted[], grain: Grain) => rows.filter((row) => row.grain === grain)
/** A pop-up site lies in no area, and some municipalities in no county: these count in the country alone. */
const isIn = (row: Counted, place: 'municipalityId' | 'areaId' | 'countyId') => row[place] !== null

/**
 * The places of one class of one table: spots in their units and municipalities, these in areas and counties.
 * @returns what areas have in counties, each a row with a cell of its own
 */
export const addPlaces = (work: Work, rows: readonly Counted[]): Counted[] => {
  const spots = work.depth === 'spot' ? addSpots(work, rows) : []
  if (work.depth !== 'area') addMunicipalities(work, rows, spots)
  const pieces = addAreasInCounties(work, rows)
  addCountry(work, rows, pieces, spots)
  return pieces
}

/** @returns what a unit or site has in a municipality and an area, each a row with a cell of its own */
const addSpots = (work: Work, rows: readonly Counted[]): Counted[] => {
  const spots = rowsOf(rows, 'spot')
  const spotsOf = groups(spots, ({ spotId }) => spotId)
  for (const place of rowsOf(rows, 'place')) divide(work, place, spotsOf.get(place.spotId) ?? [])
  return spots
}

const cellOf = ({ plan }: Work, row: Counted) => plan.nodes.get(nodeOf(row))!

const piecesOfMunicipalities = (rows: readonly Counted[]) =>
  rowsOf(rows, 'municipality-in-area').filter((row) => isIn(row, 'municipalityId'))

const addMunicipalities = (work: Work, rows: readonly Counted[], spots: readonly Counted[]): void => {
  const pieces = piecesOfMunicipalities(rows)
  const piecesOf = groups(pieces, ({ municipalityId }) => municipalityId)
  for (const one of rowsOf(rows, 'municipality').filter((row) => isIn(row, 'municipalityId')))
    divide(work, one, piecesOf.get(one.municipalityId) ?? [])
  const spotsIn = groups(spots, inArea)
  for (const piece of work.depth === 'spot' ? pieces : []) {
    const parts = (spotsIn.get(inArea(piece)) ?? []).map((spot) => cellOf(work, spot))
    work.plan.sums.push({ total: cellOf(work, piece), parts })
  }
}

/** @returns what an area has in a county, which is the area itself where it lies in one */
const addAreasInCounties = (work: Work, rows: readonly Counted[]): Counted[] => {
  const within = piecesOfMunicipalities(rows).filter((row) => isIn(row, 'areaId'))
  const parts = [...groups(within, ({ areaId, countyId }) => `${areaId} ${countyId}`).values()]
  const pieces = parts.map(together)
  const piecesIn = groups(pieces, ({ areaId }) => areaId)
  for (const area of rowsOf(rows, 'area').filter((row) => isIn(row, 'areaId')))
    divide(work, area, piecesIn.get(area.areaId) ?? [])
  if (work.depth === 'area') return pieces
  for (const [index, piece] of pieces.entries()) {
    const municipalities = parts[index]!.map((part) => cellOf(work, part))
    work.plan.sums.push({ total: cellOf(work, piece), parts: municipalities })
  }
  return pieces
}

/** Municipalities of an area as one. One card's tickets may lie in several: as few cards as there may be are told. */
const together = (rows: Counted[]): Counted => {
  const [first] = rows
  const sum = (of: (row: Counted) => number) => rows.reduce((all, row) => all + of(row), 0)
  const most = (of: (row: Counted) => number) => Math.max(...rows.map(of))
  return {
    ...{ ...first!, grain: 'area-in-county', municipalityId: null, count: sum(({ count }) => count) },
    cards: isShared(first!) ? most(({ cards }) => cards) : sum(({ cards }) => cards),
    largest: most(({ largest }) => largest),
  }
}

/** Areas, counties and the country, of pieces that each lie in one area and one county. */
const addCountry = (
  work: Work,
  rows: readonly Counted[],
  pieces: readonly Counted[],
  spots: readonly Counted[],
): void => {
  const { plan } = work
  const cellsOf = (parts: readonly Counted[]) => parts.map((part) => cellOf(work, part))
  const nowhere = spots.filter((row) => !isIn(row, 'areaId'))
  const areas = rowsOf(rows, 'area').map((area) => {
    if (isIn(area, 'areaId')) return { ...area, cell: cellOf(work, area) }
    const cell = add(work, area)
    if (nowhere.length > 0) plan.sums.push({ total: cell, parts: cellsOf(nowhere) })
    return { ...area, cell }
  })
  const piecesOf = groups(pieces, ({ countyId }) => countyId)
  const counties = rowsOf(rows, 'county')
    .filter((row) => isIn(row, 'countyId'))
    .map((county) => {
      const cell = add(work, county)
      plan.sums.push({ total: cell, parts: cellsOf(piecesOf.get(county.countyId) ?? []) })
      return cell
    })
  const elsewhere = [
    ...cellsOf(piecesOf.get(null) ?? []),
    ...areas.filter((row) => !isIn(row, 'areaId')).map(({ cell }) => cell),
  ]
  for (const country of rowsOf(rows, 'country')) {
    const total = add(work, country)
    plan.sums.push(
      { total, parts: areas.map(({ cell }) => cell) },
      { total, parts: [...counties, ...elsewhere] },
    )
  }
}
