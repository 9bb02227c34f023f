import { type Counted, nodeOf, type Plan } from './counted-rules.ts'
import {
  isExact,
  isSum,
  isToldByQuarters,
  lattice,
  nearest,
  threshold,
  thresholdOf,
} from './lattice-rules.ts'
import { addPlaces, depthOf, type FateOf, figureOf, groups, type Work } from './place-rules.ts'
import { bindSubsets } from './subset-rules.ts'

const undecided: FateOf = (figure) => {
  if (figure === null) return 'unpublished'
  return isExact(figure.measure, figure.division, figure.level) ? 'shown' : 'open'
}

const classOf = ({ measure, division, part }: Counted) => `${measure}|${division}|${part}`
const tableOf = ({ measure, division }: Pick<Counted, 'measure' | 'division'>) => `${measure}|${division}`

const totalOf = (row: Counted) => nodeOf({ ...row, division: 'all', part: 'all' })

/** A class may be anything up to its whole, and no more: where that is small, it cannot be kept wider. */
const limitWidth = ({ cells }: Plan, cell: number, whole: number) => {
  const { width } = cells[cell]!
  cells[cell]!.width = Math.max(threshold, Math.min(width, whole))
}

/** The classes of a division add up to all, wherever both are counted. A whole group in one class tells of each. */
const bindClasses = (plan: Plan, rows: readonly Counted[]): void => {
  const wholeOf = (row: Counted) => plan.nodes.get(totalOf(row))
  const divided = rows.filter((row) => row.division !== 'all' && isSum(row.measure))
  const parts = groups(divided, (row) => nodeOf({ ...row, part: '' }))
  const bound = new Set<string>()
  for (const group of parts.values()) {
    const total = wholeOf(group[0]!)
    const cells = group.flatMap((row) => plan.nodes.get(nodeOf(row)) ?? [])
    if (total === undefined || cells.length < group.length) continue
    for (const cell of cells) limitWidth(plan, cell, plan.cells[total]!.count)
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
 * The counts of nobody too: a class that is missing at a place would tell that nobody is in it, even where the place's other
 * classes and its total are hidden.
 */
const withZeros = (counted: readonly Counted[]): Counted[] => {
  const known = new Set(counted.map(nodeOf))
  const totals = groups(
    counted.filter(({ division }) => division === 'all'),
    ({ measure }) => measure,
  )
  const classes = new Map(
    counted
      .filter(({ grain, division, measure }) => grain === 'country' && division !== 'all' && isSum(measure))
      .map(({ measure, division, part }) => [`${measure}|${division}|${part}`, { measure, division, part }]),
  )
  const zeros = [...classes.values()].flatMap(({ measure, ...of }) =>
    (totals.get(measure) ?? []).map((total) => ({ ...total, ...of, count: 0, cards: 0, largest: 0 })),
  )
  return [...counted, ...zeros.filter((zero) => !known.has(nodeOf(zero)))]
}

/** What is no sum is told apart, to the nearest five. A whole group in one class tells of each, as above. */
const addApart = (work: Work, rows: readonly Counted[], totals: ReadonlyMap<string, number>) => {
  for (const row of rows) {
    const figure = figureOf(work, row)
    if (!figure) continue
    const isTelling = row.division === 'situation' && row.count === totals.get(totalOf(row))
    const isHidden = isTelling || row.count < thresholdOf(row.division, figure.level)
    work.plan.apart.push({ ...figure, count: isHidden ? null : nearest(row.count) })
  }
}

/**
 * Adds all tables of a period to a plan; of a year without those that its quarters tell.
 * @param counted every count of the period, at every grain; what is not there is 0
 * @param of decides at which levels a table is published
 */
export const addPeriod = (
  plan: Plan,
  counted: readonly Counted[],
  of: 'quarter' | 'year',
  fateOf: FateOf = undecided,
): void => {
  const byClass = groups(withZeros(counted), classOf)
  const wholes = counted.filter(({ division }) => division === 'all')
  const totals = new Map(wholes.map((one) => [nodeOf(one), one.count]))
  const tables = new Map(
    lattice
      .filter((table) => table[of].length > 0 && !(of === 'year' && isToldByQuarters(table)))
      .map((table) => [tableOf(table), table]),
  )
  const used: Counted[] = []
  for (const rows of byClass.values()) {
    const table = tables.get(tableOf(rows[0]!))
    if (!table) continue
    const levels = table[of]
    const work = { plan, levels, depth: depthOf(levels), fateOf }
    if (isSum(table.measure)) used.push(...rows, ...addPlaces(work, rows))
    else addApart(work, rows, totals)
  }
  bindClasses(plan, used)
  bindSubsets(plan, used)
}
