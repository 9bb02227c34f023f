import { figureName } from './closing-rules.ts'
import { type Counted, emptyPlan, nodeOf } from './counted-rules.ts'
import { isYear } from './period-rules.ts'
import { addPeriod } from './plan-rules.ts'
import type { Figure, Period } from './rules.ts'

/** A count that is no longer what it was when its period was closed. */
export type Difference = { node: string; closed: number; now: number }

/**
 * What of a closed period would be counted otherwise today. Uses that came later are not in it, since they are counted as
 * of the closing; a card corrected, merged or forgotten since is.
 */
export const differencesOf = (closed: readonly Counted[], now: readonly Counted[]): Difference[] => {
  const counts = new Map(now.map((one) => [nodeOf(one), one.count]))
  const known = new Set(closed.map(nodeOf))
  const changed = closed.flatMap((one) => {
    const node = nodeOf(one)
    const count = counts.get(node) ?? 0
    return count === one.count ? [] : [{ node, closed: one.count, now: count }]
  })
  const added = now.flatMap((one) =>
    known.has(nodeOf(one)) || one.count === 0 ? [] : [{ node: nodeOf(one), closed: 0, now: one.count }],
  )
  return [...changed, ...added]
}

/** A figure that says something else than what was counted: somebody has changed the database past its walls. */
export type Forged = { name: string; shown: number; counted: number }

/** @param counted what was counted when the period was closed */
export const forgedFigures = (
  period: Period,
  figures: readonly Figure[],
  counted: readonly Counted[],
): Forged[] => {
  const plan = emptyPlan()
  addPeriod(plan, counted, isYear(period) ? 'year' : 'quarter')
  const counts = new Map<string, number | null>([
    ...plan.figures.map(({ cell, ...figure }) => [figureName(figure), plan.cells[cell]!.count] as const),
    ...plan.apart.map(({ count, ...figure }) => [figureName(figure), count] as const),
  ])
  return figures.flatMap(({ count, ...figure }) => {
    const name = figureName(figure)
    const was = counts.get(name) ?? 0
    return count === null || count === was ? [] : [{ name, shown: count, counted: was }]
  })
}
