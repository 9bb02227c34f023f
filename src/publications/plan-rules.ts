import type { Cell } from '../disclosure/rules.ts'
import { type Counted, type Grain, nodeOf, type Plan } from './counted-rules.ts'
import { isExact, isSum, lattice, thresholdOf } from './lattice-rules.ts'
import type { Figure, Level, Measure } from './rules.ts'
import { bindSubsets } from './subset-rules.ts'

/** How readers stand to a figure before the run; null is a count that no table shows. */
export type FateOf = (figure: Omit<Figure, 'count'> | null) => Cell['fate']
const undecided =
  (of: 'quarter' | 'year'): FateOf =>
  (figure) => {
    if (figure === null) return 'unpublished'
    return isExact(figure.measure, figure.division, figure.level, of) ? 'shown' : 'open'
  }

const ofCards: readonly Measure[] = ['registered', 'taken-into-use', 'valid', 'renewed', 'expiring']
const levelOf = ({ grain, measure }: Counted): Level | null => {
  if (grain === 'spot' || grain === 'municipality-in-area') return null
  if (grain !== 'place') return grain
  return ofCards.includes(measure) ? 'unit' : 'site'
}
const placeIdOf = (one: Counted): number | null =>
  ({
    ...{ spot: null, place: one.spotId, 'municipality-in-area': null, municipality: one.municipalityId },
    ...{ area: one.areaId, county: one.countyId, country: null },
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

/** A ticket count that one card makes more than half of tells of that card. */
const isDominated = ({ measure, count, largest }: Counted) => measure === 'tickets' && largest * 2 > count

type Work = { plan: Plan; levels: readonly Level[]; fateOf: FateOf }

const figureOf = ({ levels }: Work, one: Counted): Omit<Figure, 'count'> | null => {
  const level = levelOf(one)
  const placeId = placeIdOf(one)
  if (level === null || !levels.includes(level) || (level !== 'country' && placeId === null)) return null
  return { measure: one.measure, division: one.division, part: one.part, level, placeId }
}

const add = (work: Work, one: Counted): number => {
  const { plan, fateOf } = work
  const figure = figureOf(work, one)
  const index = plan.cells.length
  plan.cells.push({
    ...{ count: one.count, cards: one.cards, fate: fateOf(figure), tells: isDominated(one) },
    threshold: thresholdOf(one.division, levelOf(one) ?? 'municipality'),
    cost: figure ? costOf(figure.level, one.count) : 0,
  })
  if (figure) plan.figures.push({ ...figure, cell: index })
  plan.nodes.set(nodeOf(one), index)
  return index
}

const groups = <T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> => {
  const found = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = found.get(key)
    if (known) known.push(row)
    else found.set(key, [row])
  }
  return found
}

/** Adds what divides a count further; where it is one part only, that part is the count itself. */
const divide = (work: Work, total: Counted, parts: readonly Counted[]): void => {
  const index = add(work, total)
  if (parts.length === 1) work.plan.nodes.set(nodeOf(parts[0]!), index)
  else work.plan.sums.push({ total: index, parts: parts.map((part) => add(work, part)) })
}

const inArea = ({ municipalityId, areaId }: Counted) => `${municipalityId} ${areaId}`

/** The places of one class of one table: spots in their units and municipalities, these in areas and counties. */
const addPlaces = (work: Work, rows: readonly Counted[]): void => {
  const { plan, levels } = work
  const of = (grain: Grain) => rows.filter((row) => row.grain === grain)
  const index = (row: Counted) => plan.nodes.get(nodeOf(row))!
  const hasSpots = levels.includes('unit') || levels.includes('site')
  const spots = hasSpots ? of('spot') : []
  const spotsOf = groups(spots, ({ spotId }) => spotId)
  for (const place of hasSpots ? of('place') : []) divide(work, place, spotsOf.get(place.spotId) ?? [])

  const pieces = of('municipality-in-area').filter(({ municipalityId }) => municipalityId !== null)
  const piecesOf = groups(pieces, ({ municipalityId }) => municipalityId)
  const municipalities = of('municipality').filter(({ municipalityId }) => municipalityId !== null)
  for (const one of municipalities) divide(work, one, piecesOf.get(one.municipalityId) ?? [])
  const spotsIn = groups(spots, inArea)
  for (const piece of hasSpots ? pieces : [])
    plan.sums.push({ total: index(piece), parts: (spotsIn.get(inArea(piece)) ?? []).map(index) })

  const piecesIn = groups(pieces, ({ areaId }) => areaId)
  const areas = of('area').map((area) => {
    const total = add(work, area)
    const parts =
      area.areaId === null ? spots.filter(({ areaId }) => areaId === null) : piecesIn.get(area.areaId)
    if (parts && parts.length > 0) plan.sums.push({ total, parts: parts.map(index) })
    return { ...area, total }
  })
  const municipalitiesIn = groups(municipalities, ({ countyId }) => countyId)
  const counties = of('county')
    .filter(({ countyId }) => countyId !== null)
    .map((county) => {
      const total = add(work, county)
      plan.sums.push({ total, parts: (municipalitiesIn.get(county.countyId) ?? []).map(index) })
      return total
    })
  for (const country of of('country')) {
    const total = add(work, country)
    plan.sums.push({ total, parts: areas.map((area) => area.total) })
    const elsewhere = [
      ...(municipalitiesIn.get(null) ?? []).map(index),
      ...areas.filter(({ areaId }) => areaId === null).map((area) => area.total),
    ]
    plan.sums.push({ total, parts: [...counties, ...elsewhere] })
  }
}

const classOf = ({ measure, division, part }: Counted) => `${measure}|${division}|${part}`
const tableOf = ({ measure, division }: Pick<Counted, 'measure' | 'division'>) => `${measure}|${division}`

/** The classes of a division add up to all, wherever both are counted. A whole group in one class tells of each. */
const bindClasses = (plan: Plan, rows: readonly Counted[]): void => {
  const wholeOf = (row: Counted) => plan.nodes.get(nodeOf({ ...row, division: 'all', part: 'all' }))
  const divided = rows.filter((row) => row.division !== 'all' && isSum(row.measure))
  const parts = groups(divided, (row) => nodeOf({ ...row, part: '' }))
  const bound = new Set<string>()
  for (const group of parts.values()) {
    const total = wholeOf(group[0]!)
    const cells = group.flatMap((row) => plan.nodes.get(nodeOf(row)) ?? [])
    if (total === undefined || cells.length < group.length) continue
    for (const row of group)
      if (row.division === 'situation' && row.count === plan.cells[total]!.count)
        plan.cells[plan.nodes.get(nodeOf(row))!]!.tells = true
    // A place and its only spot are one cell: their sum is told once.
    const name = `${total}=${cells.join('+')}`
    if (!bound.has(name)) plan.sums.push({ total, parts: cells })
    bound.add(name)
  }
}

/**
 * Adds all tables of a period to a plan.
 * @param counted every count of the period, at every grain; what is not there is 0
 * @param of decides at which levels a table is published
 */
export const addPeriod = (
  plan: Plan,
  counted: readonly Counted[],
  of: 'quarter' | 'year',
  fateOf: FateOf = undecided(of),
): void => {
  const byClass = groups(counted, classOf)
  const tables = new Map(lattice.map((table) => [tableOf(table), table]))
  const used: Counted[] = []
  for (const rows of byClass.values()) {
    const table = tables.get(tableOf(rows[0]!))
    if (!table) continue
    const levels = table[of]
    if (levels.length === 0) continue
    const work = { plan, levels, fateOf }
    if (isSum(table.measure)) addPlaces(work, rows)
    else for (const row of rows) if (figureOf(work, row)) add(work, row)
    used.push(...rows)
  }
  bindClasses(plan, used)
  bindSubsets(plan, used)
}
