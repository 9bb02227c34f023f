import { createHash } from 'node:crypto'
import type { Tables } from '../disclosure/rules.ts'
import { isPublic, isSum } from './lattice-rules.ts'
import {
  addPeriod,
  type Counted,
  emptyPlan,
  type FateOf,
  nodeOf,
  type Plan,
  undecided,
} from './plan-rules.ts'
import type { Figure, Period } from './rules.ts'

/** Decides which cells are hidden, given as the places of cells (`src/disclosure`). */
export type Protect = (tables: Tables) => ReadonlySet<number>

/** A quarter that was closed before: all that it counted, and what of it readers know. */
export type Closed = { counted: readonly Counted[]; figures: readonly Figure[] }

/** What a run decides: the figures of the period that is being closed. */
export type Decided = { counted: readonly Counted[]; figures: Figure[] }

const figuresOf = (plan: Plan, hidden: ReadonlySet<number>, from = 0): Figure[] =>
  plan.figures
    .slice(from)
    .map(({ cell, ...figure }) => ({ ...figure, count: hidden.has(cell) ? null : plan.cells[cell]!.count }))

/** Decides a quarter. */
export const decideQuarter = (counted: readonly Counted[], protect: Protect): Decided => {
  const plan = emptyPlan()
  addPeriod(plan, counted, ({ quarter }) => quarter)
  return { counted, figures: figuresOf(plan, protect(plan)) }
}

const figureName = ({ measure, division, part, level, placeId }: Omit<Figure, 'count'>) =>
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

/** Decides a year beside its four quarters, which stay as they are: together they give nothing away either. */
export const decideYear = (
  quarters: readonly Closed[],
  recounted: readonly Counted[],
  protect: Protect,
): Decided => {
  const plan = emptyPlan()
  const parts = quarters.map((quarter) => {
    plan.nodes = new Map()
    addPeriod(plan, quarter.counted, (table) => table.quarter, fateAsClosed(quarter))
    return plan.nodes
  })
  const before = plan.figures.length
  const counted = countsOfYear(quarters, recounted)
  plan.nodes = new Map()
  addPeriod(plan, counted, ({ year }) => year, undecided)
  for (const [node, total] of plan.nodes) {
    const cells = parts.flatMap((nodes) => nodes.get(node) ?? [])
    if (cells.length > 0) plan.sums.push({ total, parts: cells })
  }
  return { counted, figures: figuresOf(plan, protect(plan), before) }
}

const isOpen = ({ level }: Figure) => isPublic(level)
const lineOf = ({ count, ...figure }: Figure) => `${figureName(figure)}|${count ?? ''}`

/**
 * By what a publication is known: SHA-256 of its period, its instant and its public figures as lines of text in order, so
 * that everyone can make it again from the open data.
 */
export const digestOf = (period: Period, asOf: Date, figures: readonly Figure[]): Buffer =>
  createHash('sha256')
    .update([period, asOf.toISOString(), ...figures.filter(isOpen).map(lineOf).sort()].join('\n'))
    .digest()
