import { type Counted, nodeOf, type Plan } from './counted-rules.ts'
import { threshold } from './lattice-rules.ts'
import type { Measure } from './rules.ts'

/*
 * Two published counts of which one is part of the other tell of the rest too: registered cards less the renewed ones are
 * new holders'. The rest stands in no table, and is protected as if it did.
 */

/** Each part lies wholly in its whole, at the same place and time. */
const subsets: readonly { whole: Measure; part: Measure }[] = [
  { whole: 'registered', part: 'renewed' },
  { whole: 'valid', part: 'expiring' },
]

const addRest = (plan: Plan, count: number): number =>
  plan.cells.push({
    ...{ count, cards: count, threshold, width: threshold, tells: false },
    ...{ fate: 'unpublished', cost: 0 },
  }) - 1

/** @param counted what was added to the plan last */
export const bindSubsets = (plan: Plan, counted: readonly Counted[]): void => {
  for (const { whole, part } of subsets)
    for (const one of counted.filter(({ measure, division }) => measure === part && division === 'all')) {
      const total = plan.nodes.get(nodeOf({ ...one, measure: whole }))
      const within = plan.nodes.get(nodeOf(one))
      if (total === undefined || within === undefined) continue
      const rest = plan.cells[total]!.count - one.count
      if (rest >= 0) plan.sums.push({ total, parts: [within, addRest(plan, rest)] })
    }
}

const nodeOfMeasure = (node: string, measure: Measure) => [measure, ...node.split('|').slice(1)].join('|')

/**
 * Cards that were valid before, and those registered since, are valid now or have ended: how many have ended at a place
 * follows from three published counts.
 * @param before the nodes of the quarter before, in the same plan
 */
export const bindEnded = (plan: Plan, before: ReadonlyMap<string, number>): void => {
  for (const [node, valid] of plan.nodes) {
    if (!node.startsWith('valid|')) continue
    const earlier = before.get(node)
    if (earlier === undefined) continue
    const registered = plan.nodes.get(nodeOfMeasure(node, 'registered'))
    const sources = registered === undefined ? [earlier] : [earlier, registered]
    const all = sources.reduce((sum, cell) => sum + plan.cells[cell]!.count, 0)
    const ended = all - plan.cells[valid]!.count
    // Where units have moved, what came cannot be told from what ended: then nothing follows.
    if (ended < 0) continue
    const total = addRest(plan, all)
    plan.sums.push({ total, parts: sources }, { total, parts: [valid, addRest(plan, ended)] })
  }
}
