import { type Counted, nodeOf, type Plan } from './counted-rules.ts'
import { threshold } from './lattice-rules.ts'
import type { Division, Measure } from './rules.ts'

/*
 * Two published counts of which one is part of the other tell of the rest too: registered cards less the renewed ones are
 * new holders'. The rest stands in no table, and is protected as if it did.
 */

/** Each part lies wholly in its whole, at the same place and time. */
const subsets: readonly { whole: Measure; part: Measure }[] = [{ whole: 'registered', part: 'renewed' }]

const addRest = (plan: Plan, division: Division, count: number): number => {
  plan.divisions.push(division)
  return (
    plan.cells.push({
      ...{ count, cards: count, shared: false, threshold, width: threshold, tells: false },
      ...{ fate: 'unpublished', cost: 0 },
    }) - 1
  )
}

/** @param counted what was added to the plan last */
export const bindSubsets = (plan: Plan, counted: readonly Counted[]): void => {
  for (const { whole, part } of subsets)
    for (const one of counted.filter(({ measure, division }) => measure === part && division === 'all')) {
      const total = plan.nodes.get(nodeOf({ ...one, measure: whole }))
      const within = plan.nodes.get(nodeOf(one))
      if (total === undefined || within === undefined) continue
      const rest = plan.cells[total]!.count - one.count
      if (rest >= 0) plan.sums.push({ total, parts: [within, addRest(plan, 'all', rest)] })
    }
}
