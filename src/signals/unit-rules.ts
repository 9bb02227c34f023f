import { addDays, type Day } from '../lib/dates.ts'
import { lowerLimitOfUsed, upperLimit } from './count-rules.ts'
import { chanceOfOne, type Limits } from './limit-rules.ts'
import { type Noticed, spans } from './rules.ts'

/** A unit's cards that were used before they were registered: in four weeks, and in the eight before. */
export type UnitEarly = { unitId: number; week: Day; seen: number; before: number; registered: number }

/** Of few cards one week is like any other only by chance: never steadier than this. */
const earlySize = 4

/** A unit's cards used before registration, more than what its last weeks let one expect. */
export const earlyOf = (
  { unitId, week, seen, before, registered }: UnitEarly,
  limits: Limits,
): Noticed | null => {
  const mean = (before + 1) / 2
  const limit = Math.max(limits.earlyLeast, upperLimit({ mean, size: earlySize }, chanceOfOne(limits, 52)))
  if (seen < limit) return null
  const numbers = { seen, registered, usual: Math.round(before / 2), limit }
  const from = addDays(week, -7 * (spans.quiet - 1))
  return { kind: 'early', placeId: unitId, from, until: addDays(week, 6), numbers }
}

/**
 * The cards that a unit registered in a quarter and how many of them were used within thirteen weeks; and the same of
 * the four quarters before, of the unit and of all units.
 */
export type UnitCohort = {
  unitId: number
  from: Day
  until: Day
  registered: number
  used: number
  before: { registered: number; used: number }
  nationwide: { registered: number; used: number }
}

/** How many cards of all units stand for a unit's own earlier ones, and how many of its own count at most. */
const borrowedCards = 20
const mostOwn = 60

/** A unit most of whose new cards are not used, though its earlier cards were. */
export const unusedOf = (unit: UnitCohort, limits: Limits): Noticed | null => {
  const { unitId, from, until, registered, used, before, nationwide } = unit
  if (registered < limits.unusedLeast || nationwide.registered === 0) return null
  const scale = before.registered > mostOwn ? mostOwn / before.registered : 1
  const borrowed = (borrowedCards * nationwide.used) / nationwide.registered
  const known = { cards: before.registered * scale + borrowedCards, used: before.used * scale + borrowed }
  if (known.used <= 0 || known.used >= known.cards) return null
  const usual = known.used / known.cards
  const limit = Math.min(
    lowerLimitOfUsed(registered, known.used, known.cards, chanceOfOne(limits, 4)),
    Math.floor((registered * usual) / 2),
  )
  if (used > limit) return null
  const numbers = { registered, used, usual: Math.round(registered * usual), limit }
  return { kind: 'unused', placeId: unitId, from, until, numbers }
}
