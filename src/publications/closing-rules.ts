import { createHash } from 'node:crypto'
import { type Counted, emptyPlan, nodeOf, type Plan } from './counted-rules.ts'
import { isPublic, isSum, isToldByQuarters } from './lattice-rules.ts'
import type { FateOf } from './place-rules.ts'
import { addPeriod } from './plan-rules.ts'
import { hiddenIn, type Protect } from './protecting-rules.ts'
import type { Figure, Period } from './rules.ts'

/** A quarter that was closed before: all that it counted, and what of it readers know. */
export type Closed = { counted: readonly Counted[]; figures: readonly Figure[] }

/** What a run decides: the figures of the period that is being closed. */
export type Decided = { counted: readonly Counted[]; figures: Figure[] }

/** Where the figures of the period that is to be decided begin in a plan. */
type First = { figure: number; apart: number }

/** The figures of a plan from there on, hidden or shown. */
const decide = async (plan: Plan, protect: Protect, from: First) => {
  const { cells, figures, apart } = plan
  const hidden = await hiddenIn(plan, protect)
  const decided = figures
    .slice(from.figure)
    .map(({ cell, ...figure }): Figure => ({ ...figure, count: hidden[cell] ? null : cells[cell]!.count }))
  // What is not there is 0.
  return [...decided, ...apart.slice(from.apart)].filter(({ count }) => count !== 0)
}

/** A figure by what it counts, without its count. */
export const figureName = ({ measure, division, part, level, placeId }: Omit<Figure, 'count'>) =>
  [measure, division, part, level, placeId].join('|')

/** What a quarter published stands as it was; the rest of what it counted stays unknown. */
const fateAsClosed = ({ figures }: Closed): FateOf => {
  const left = new Map(figures.map((figure) => [figureName(figure), figure.count]))
  return (figure) => {
    if (figure === null) return 'unpublished'
    const count = left.get(figureName(figure))
    return count === undefined || count === null ? 'hidden' : 'shown'
  }
}

/** Adds what was closed before, as readers know it. @returns its nodes */
const addClosed = (plan: Plan, closed: Closed): Map<string, number> => {
  plan.nodes = new Map()
  addPeriod(plan, closed.counted, 'quarter', fateAsClosed(closed))
  return plan.nodes
}

/** Adds the period that is to be decided. */
const addNew = (plan: Plan, counted: readonly Counted[], of: 'quarter' | 'year'): First => {
  plan.nodes = new Map()
  const first = { figure: plan.figures.length, apart: plan.apart.length }
  addPeriod(plan, counted, of)
  return first
}

/** Decides a quarter. */
export const decideQuarter = async (counted: readonly Counted[], protect: Protect): Promise<Decided> => {
  const plan = emptyPlan()
  const first = addNew(plan, counted, 'quarter')
  return { counted, figures: await decide(plan, protect, first) }
}

/**
 * A year's counts: the sums of its quarters as they were closed, so that the two never disagree. How many cards stand
 * behind each, and what is no sum, is counted anew.
 */
export const countsOfYear = (quarters: readonly Closed[], recounted: readonly Counted[]): Counted[] => {
  const sums = new Map<string, Counted>()
  for (const { counted } of quarters)
    for (const one of counted.filter(({ measure }) => isSum(measure))) {
      const known = sums.get(nodeOf(one))
      if (known) {
        known.count += one.count
        known.cards = Math.max(known.cards, one.cards)
        known.largest = Math.max(known.largest, one.largest)
      } else sums.set(nodeOf(one), { ...one })
    }
  const fresh = new Map(recounted.map((one) => [nodeOf(one), one]))
  for (const [node, sum] of sums) {
    const now = fresh.get(node)
    if (!now) continue
    // A card forgotten since is counted no more: as many as a quarter had are there at least.
    sum.cards = Math.min(sum.count, Math.max(sum.cards, now.cards))
    sum.largest = Math.max(sum.largest, now.largest)
  }
  return [...sums.values(), ...recounted.filter(({ measure }) => !isSum(measure))]
}

/** All that bears on a year: its four quarters as they were closed, whose counts add up to it. */
const planOfYear = (quarters: readonly Closed[], counted: readonly Counted[]) => {
  const plan = emptyPlan()
  const parts = quarters.map((quarter) => addClosed(plan, quarter))
  const first = addNew(plan, counted, 'year')
  for (const [node, total] of plan.nodes) {
    const cells = parts.flatMap((nodes) => nodes.get(node) ?? [])
    // What quarters and the year both tell; what only one of them counts binds nothing.
    if (cells.length > 0) plan.sums.push({ total, parts: cells })
  }
  return { plan, first }
}

/** What the quarters tell of a year: the sum where all four are shown, and nothing where one is hidden. */
export const toldByQuarters = (quarters: readonly Closed[]): Figure[] => {
  const sums = new Map<string, Figure>()
  for (const figure of quarters.flatMap(({ figures }) => figures.filter(isToldByQuarters))) {
    const known = sums.get(figureName(figure))
    const count = !known || known.count === null || figure.count === null ? null : known.count + figure.count
    sums.set(figureName(figure), known ? { ...known, count } : { ...figure })
  }
  return [...sums.values()]
}

/** Decides a year. Together with its quarters, which stay as they are, it gives nothing away either. */
export const decideYear = async (
  quarters: readonly Closed[],
  recounted: readonly Counted[],
  protect: Protect,
): Promise<Decided> => {
  const counted = countsOfYear(quarters, recounted)
  const { plan, first } = planOfYear(quarters, counted)
  return { counted, figures: [...(await decide(plan, protect, first)), ...toldByQuarters(quarters)] }
}

const lineOf = ({ count, ...figure }: Figure) => `${figureName(figure)}|${count ?? ''}`

/**
 * By what a publication is known: SHA-256 of its period, its instant and its public figures as lines of text in order.
 * Only those, so that everyone can make it again from what everyone may read.
 */
export const digestOf = (period: Period, asOf: Date, figures: readonly Figure[]): Buffer => {
  const lines = figures.filter(({ level }) => isPublic(level)).map(lineOf)
  return createHash('sha256')
    .update([period, asOf.toISOString(), ...lines.sort()].join('\n'))
    .digest()
}
