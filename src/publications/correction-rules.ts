import { createHash } from 'node:crypto'
import type { Cell } from '../disclosure/rules.ts'
import { figureName } from './closing-rules.ts'
import { type Counted, emptyPlan, type Plan } from './counted-rules.ts'
import { isExact, lattice, nearest, threshold } from './lattice-rules.ts'
import { isYear } from './period-rules.ts'
import { addPlaces, type FateOf, groups } from './place-rules.ts'
import { hiddenIn, type Protect } from './protecting-rules.ts'
import type { Correction, Division, Figure, Level, Measure, Period, Publication } from './rules.ts'

/*
 * Which corrections are told: `docs/decisions/0029-corrections.md`. What came and what went are protected each by itself, by
 * the same moves as tables are, so that a net change never hides a small one.
 */

/** How many quarters before a closing it corrects: two years. */
const quartersCorrected = 8

/** The quarters that a closing corrects, the oldest first. */
export const correctedBy = (period: Period, publications: readonly Publication[]): Publication[] =>
  publications
    .filter((one) => !isYear(one.period) && one.period < period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .slice(-quartersCorrected)

/** A quarter with what came and went in the window, and what readers know of it. */
export type Corrected = {
  period: Period
  added: readonly Counted[]
  removed: readonly Counted[]
  /** Its figures as they were closed. */
  figures: readonly Figure[]
  /** What earlier closings told of it. */
  told: readonly Correction[]
  /** What of it stands now, after all that went: so few must not be left that they can be told. */
  standing: readonly Counted[]
}

type Side = 'added' | 'removed'
const sides: readonly Side[] = ['added', 'removed']

/** Divided they are told of the country alone, whose classes are exact: of a place, classes less all would tell the rest. */
const ofCountry: readonly Division[] = ['audience', 'month']
const levels: readonly Level[] = ['country', 'county', 'area']
const levelsOf = (measure: Measure): Level[] => {
  const table = lattice.find((one) => one.measure === measure && one.division === 'all')
  return levels.filter((level) => table?.quarter.includes(level) ?? false)
}

const sumOf = (rows: readonly number[]) => rows.reduce((sum, one) => sum + one, 0)

/** How far a number to the nearest five may be from what was counted. */
const slack = 2

/** Whether a count is the one that a figure tells. */
const isOf = (row: Counted, { measure, division, part, level, placeId }: Omit<Figure, 'count'>): boolean =>
  row.measure === measure &&
  row.division === division &&
  row.part === part &&
  row.grain === level &&
  (level === 'country' || (level === 'area' ? row.areaId : row.countyId) === placeId)

/** First uses that went left the card with its other uses: what is left of them is what figures and corrections say. */
const isEnoughLeft = ({ standing }: Corrected, figure: Omit<Figure, 'count'>): boolean => {
  if (figure.measure === 'taken-into-use') return true
  return (standing.find((row) => isOf(row, figure))?.cards ?? 0) >= threshold
}

/**
 * Whether what went may be told at all. It was part of what was closed or told before: it must leave enough there, and must
 * not tell how much at least a hidden figure or correction was.
 */
export const mayTellRemoved = (
  corrected: Corrected,
  figure: Omit<Figure, 'count'>,
  count: number,
): boolean => {
  const closed = corrected.figures.find((one) => figureName(one) === figureName(figure))
  if (!closed || closed.count === null) return false
  const told = corrected.told.filter((one) => figureName(one) === figureName(figure))
  const known = sumOf(
    told.map(({ added, removed }) => (added ? added - slack : 0) - (removed ? removed + slack : 0)),
  )
  return closed.count + known - count - slack >= threshold && isEnoughLeft(corrected, figure)
}

/** What went of a measure is told of its places only where it may be of all: what is told of one bounds the others. */
const mayTellAll = (corrected: Corrected, rows: readonly Counted[]): boolean =>
  rows.every((row) => {
    const { measure, division, part, grain, areaId, countyId, count } = row
    const level = levelsOf(measure).find((one) => one === grain)
    const placeId = level === 'area' ? areaId : level === 'county' ? countyId : null
    // What lies in no area or county is no figure.
    if (!level || (level !== 'country' && placeId === null) || isExact(measure, division, level)) return true
    return mayTellRemoved(corrected, { measure, division, part, level, placeId }, count)
  })

/** One side of one quarter: where its figures stand in the plan. */
type Placed = { period: Period; side: Side; from: number; until: number }

const fateOf =
  (mayTell: boolean): FateOf =>
  (figure): Cell['fate'] => {
    if (figure === null) return 'unpublished'
    if (isExact(figure.measure, figure.division, figure.level)) return 'shown'
    return mayTell ? 'open' : 'hidden'
  }

/** Adds the places of each measure that came or went: tables that share no sum, so none costs the others anything. */
const addSide = (plan: Plan, corrected: Corrected, side: Side): Placed => {
  plan.nodes = new Map()
  const from = plan.figures.length
  const whole = corrected[side].filter(({ division }) => division === 'all')
  for (const [measure, rows] of groups(whole, (row) => row.measure)) {
    const mayTell = side === 'added' || mayTellAll(corrected, rows)
    addPlaces({ plan, levels: levelsOf(measure), depth: 'area', fateOf: fateOf(mayTell) }, rows)
  }
  return { period: corrected.period, side, from, until: plan.figures.length }
}

/** What is told of one side of one figure; null is not told, and so is 0 of a place. */
type ToldSide = { period: Period; side: Side; figure: Omit<Figure, 'count'>; count: number | null }

const toldOf = (figure: Omit<Figure, 'count'>, { count }: Cell, isHidden: boolean): number | null => {
  if (isHidden || count === 0) return null
  return isExact(figure.measure, figure.division, figure.level) ? count : nearest(count)
}

/** The country by class is known from the national table, day by day. */
const exactClasses = (corrected: Corrected, side: Side): ToldSide[] =>
  corrected[side]
    .filter(({ grain, division }) => grain === 'country' && ofCountry.includes(division))
    .map(({ measure, division, part, count }) => ({
      ...{ period: corrected.period, side, count },
      figure: { measure, division, part, level: 'country', placeId: null },
    }))

/** Both sides of a figure as one correction; of the country's exact figures a side without anything is 0. */
const together = (told: readonly ToldSide[]): Correction[] => {
  const found = groups(
    told.filter(({ count }) => count),
    ({ period, figure }) => `${period}|${figureName(figure)}`,
  )
  return [...found.values()].map(([first, second]) => {
    const { period, figure } = first!
    const none = isExact(figure.measure, figure.division, figure.level) ? 0 : null
    const correction: Correction = { ...figure, period, added: none, removed: none }
    for (const one of [first!, ...(second ? [second] : [])]) correction[one.side] = one.count
    return correction
  })
}

/** Decides what is told of all quarters that a closing corrects, in one run of the protection. */
export const decideCorrections = async (
  quarters: readonly Corrected[],
  protect: Protect,
): Promise<Correction[]> => {
  const plan = emptyPlan()
  const placed = quarters.flatMap((corrected) => sides.map((side) => addSide(plan, corrected, side)))
  const hidden = await hiddenIn(plan, protect)
  const told = placed.flatMap(({ period, side, from, until }) =>
    plan.figures.slice(from, until).map(({ cell, ...figure }): ToldSide => {
      return { period, side, figure, count: toldOf(figure, plan.cells[cell]!, hidden[cell]!) }
    }),
  )
  return together([
    ...told,
    ...quarters.flatMap((corrected) => sides.flatMap((side) => exactClasses(corrected, side))),
  ])
}

const lineOf = ({ period, added, removed, ...figure }: Correction) =>
  `${period}|${figureName(figure)}|${added ?? ''}|${removed ?? ''}`

/** By what the corrections of a publication are known: SHA-256 of its period, its instant and their lines in order. */
export const digestOfCorrections = (period: Period, asOf: Date, corrections: readonly Correction[]): Buffer =>
  createHash('sha256')
    .update([period, asOf.toISOString(), ...corrections.map(lineOf).sort()].join('\n'))
    .digest()

/** A correction that would be counted otherwise today. */
export type CorrectionDifference = { name: string; side: Side; told: number; now: number }

/** Of what was told: what would be counted otherwise today, as of its closing. Cards forgotten since are a reason. */
export const correctionDifferences = (
  corrections: readonly Correction[],
  quarters: readonly Corrected[],
): CorrectionDifference[] =>
  corrections.flatMap(({ period, added, removed, ...figure }) => {
    const name = `${period}|${figureName(figure)}`
    const corrected = quarters.find((one) => one.period === period)
    return sides.flatMap((side) => {
      const told = { added, removed }[side]
      const count = corrected?.[side].find((row) => isOf(row, figure))?.count ?? 0
      const now = isExact(figure.measure, figure.division, figure.level) ? count : nearest(count)
      return told === null || told === now ? [] : [{ name, side, told, now }]
    })
  })
