import { hiddenGroups, hideUntilSafe } from '../disclosure/group-rules.ts'
import { type Curve, curveOf, type Followed, type Point } from './rules.ts'

/** A curve is shown of so many cards at least: of fewer, one card moves it by more than five per cent. */
const leastCards = 20
/** No step of a curve, and no difference of two, stands for fewer cards than this. */
const leastStep = 5

/** In whole per cent; null where a few cards would show. */
export type ShownPoint = { day: number; share: number | null; low: number | null; high: number | null }

export type ShownCurve = {
  /** To the five below. */
  cards: number
  points: ShownPoint[]
  /** In whole weeks; null where half is not reached, or not shown to be. */
  medianWeeks: number | null
}

const percent = (share: number) => Math.round(share * 100)
const toFive = (count: number) => Math.floor(count / 5) * 5

const shownPoint = ({ day, share, low, high }: Point): ShownPoint => ({
  day,
  share: percent(share),
  low: low === null ? null : percent(low),
  high: high === null ? null : percent(high),
})

/**
 * The curve as it is told: a day whose step is of one to four cards waits for the next, and where fewer than five are still
 * followed and unused, nothing is said.
 */
export const shownCurve = (curve: Curve): ShownCurve => {
  let told = 0
  const points = curve.points.map((point) => {
    const step = point.used - told
    if (point.unused < leastStep || (step > 0 && step < leastStep))
      return { day: point.day, share: null, low: null, high: null }
    told = point.used
    return shownPoint(point)
  })
  const reachesHalf = points.some(({ share }) => share !== null && share >= 50)
  return {
    cards: toFive(curve.cards),
    points,
    medianWeeks: reachesHalf && curve.medianDay !== null ? Math.ceil(curve.medianDay / 7) : null,
  }
}

export type GroupLevel = 'country' | 'area' | 'municipality' | 'unit'

/** Cards alike of one unit. */
export type UnitFollowed = Followed & { unitId: number; municipalityId: number; areaId: number }

/** What a count said of a group: how many cards, how many used by each day, and whether its curve was hidden. */
export type Counted = { cards: number; used: number[]; isHidden: boolean }

export type CountedGroup = Counted & { level: GroupLevel; placeId: number | null; shown: ShownCurve | null }

type Node = { level: GroupLevel; placeId: number | null; within: number | null; cards: Followed[] }
export const keyOf = (level: GroupLevel, placeId: number | null) => `${level} ${placeId ?? ''}`

/** The country, its areas, the municipalities of each, and their units: each lies in one other. */
const treeOf = (rows: readonly UnitFollowed[]): Node[] => {
  const nodes: Node[] = [{ level: 'country', placeId: null, within: null, cards: [] }]
  const places = new Map<string, number>()
  const put = (level: GroupLevel, placeId: number, within: number, row: Followed) => {
    const key = `${within} ${keyOf(level, placeId)}`
    const at = places.get(key) ?? nodes.push({ level, placeId, within, cards: [] }) - 1
    places.set(key, at)
    nodes[at]!.cards.push(row)
    return at
  }
  for (const row of rows) {
    nodes[0]!.cards.push(row)
    const area = put('area', row.areaId, 0, row)
    put('unit', row.unitId, put('municipality', row.municipalityId, area, row), row)
  }
  return nodes
}

/** By how much a group differs from its first count: in cards, and in cards used by each day. */
const changeOf = (now: Counted, before: Counted | undefined) => [
  now.cards - (before?.cards ?? 0),
  ...now.used.map((used, index) => used - (before?.used[index] ?? 0)),
]
const isFewCards = (cards: number) => cards !== 0 && Math.abs(cards) < leastStep

/**
 * Counts the groups of one cohort, and says which curves are shown. A municipality with units of two areas is left out.
 * @param before the first count of each group, by `keyOf`; empty when this is the first. What was not shown then is not
 *   shown now; and a curve that, taken from the first, would tell of a few cards gives way: the first one stands
 */
export const countGroups = (
  rows: readonly UnitFollowed[],
  before: ReadonlyMap<string, Counted>,
): CountedGroup[] => {
  const nodes = treeOf(rows)
  const curves = nodes.map(({ cards }) => curveOf(cards))
  const keys = nodes.map(({ level, placeId }) => keyOf(level, placeId))
  const isSplit = (index: number) => keys.indexOf(keys[index]!) !== keys.lastIndexOf(keys[index]!)
  const counted = nodes.map(({ level, placeId }, index) => {
    const { cards, points } = curves[index]!
    return { level, placeId, cards, used: points.map(({ used }) => used) }
  })
  const isClosed = (index: number) =>
    isSplit(index) || (before.size > 0 && (before.get(keys[index]!)?.isHidden ?? true))
  const groups = nodes.map(({ within }, index) => ({
    size: counted[index]!.cards,
    within,
    isHidden: isClosed(index),
  }))
  const small = hiddenGroups(groups, { atLeast: leastCards, besideOne: leastStep })
  const changes = counted.map((now, index) => ({
    values: changeOf({ ...now, isHidden: false }, before.get(keys[index]!)),
    within: nodes[index]!.within,
  }))
  const hidden =
    before.size === 0 ? small : hideUntilSafe(changes, small, (values) => !values.some(isFewCards))
  return counted.flatMap((one, index) => {
    const isHidden = hidden.has(index)
    return isSplit(index) ? [] : [{ ...one, isHidden, shown: isHidden ? null : shownCurve(curves[index]!) }]
  })
}

/** The last day of which something is shown. */
export const lastShown = (points: readonly ShownPoint[]): (ShownPoint & { share: number }) | null =>
  points.findLast((point): point is ShownPoint & { share: number } => point.share !== null) ?? null
