import { type Counted, nodeOf, type Plan } from './counted-rules.ts'
import { isExact, isSum, lattice, nearest, threshold } from './lattice-rules.ts'
import { addPlaces, depthOf, type FateOf, figureOf, groups, type Work } from './place-rules.ts'
import { bindSubsets } from './subset-rules.ts'

const undecided =
  (of: 'quarter' | 'year'): FateOf =>
  (figure) => {
    if (figure === null) return 'unpublished'
    return isExact(figure.measure, figure.division, figure.level, of) ? 'shown' : 'open'
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

/** What is no sum is told apart, to the nearest five: no difference of two such counts is a group of people. */
const addApart = (work: Work, rows: readonly Counted[]) => {
  for (const row of rows) {
    const figure = figureOf(work, row)
    if (figure) work.plan.apart.push({ ...figure, count: row.count < threshold ? null : nearest(row.count) })
  }
}

/**
 * Adds all tables of a period to a plan.
 * @param counted every count of the period, at every grain; what is not there is 0
 * @param of decides at which levels a table is published
 * @param deeper whether sums are told as far down as a quarter or the year shows them, for a plan of both
 */
export const addPeriod = (
  plan: Plan,
  counted: readonly Counted[],
  of: 'quarter' | 'year',
  { fateOf = undecided(of), deeper = false }: { fateOf?: FateOf; deeper?: boolean } = {},
): void => {
  const byClass = groups(counted, classOf)
  const tables = new Map(lattice.map((table) => [tableOf(table), table]))
  const used: Counted[] = []
  for (const rows of byClass.values()) {
    const table = tables.get(tableOf(rows[0]!))
    if (!table || table[of].length === 0) continue
    const levels = table[of]
    const depth = depthOf(deeper ? [...table.quarter, ...table.year] : levels)
    const work = { plan, levels, depth, fateOf }
    if (isSum(table.measure)) used.push(...rows, ...addPlaces(work, rows))
    else addApart(work, rows)
  }
  bindClasses(plan, used)
  bindSubsets(plan, used)
}
