import { likeness } from './event-rules.ts'
import { type Known, type Sale, windowMinutes } from './matching-state-rules.ts'

/** Why no use was found for a sale. */
export type MissingWhy = 'in-part' | 'card-unused' | 'nothing-near' | 'other-event' | 'others-taken'

/** From which likeness on two names may be of one event (`eventsMeant` asks for the best one as well). */
const alikeFrom = 0.6

/** Why a sale was matched with nothing, in the order in which a person would look. */
export const whyMissing = (
  { sale, uses }: { sale: Sale; uses: readonly Known[] },
  known: readonly Known[],
): MissingWhy => {
  if (uses.length > 0) return 'in-part'
  if (sale.card !== null) return 'card-unused'
  const near = known.filter((use) =>
    sale.hasTime ? Math.abs(use.at - sale.at) <= windowMinutes : use.day === sale.day,
  )
  if (near.length === 0) return 'nothing-near'
  const { event } = sale
  const isOfIt = (use: Known) =>
    event === null || use.event === null || likeness(event, use.event) >= alikeFrom
  return near.some(isOfIt) ? 'others-taken' : 'other-event'
}
