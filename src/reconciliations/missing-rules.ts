import { type Known, type Sale, windowMinutes } from './matching-state-rules.ts'

/** Why no use was found for a sale. */
export type MissingWhy = 'in-part' | 'card-unused' | 'nothing-near' | 'other-event' | 'others-taken'

/**
 * Why a sale was matched with nothing, in the order in which a person would look.
 * @param isOneEvent whether the till's name and the register's may be of one event
 */
export const whyMissing = (
  { sale, uses }: { sale: Sale; uses: readonly Known[] },
  known: readonly Known[],
  isOneEvent: (till: string, register: string) => boolean,
): MissingWhy => {
  if (uses.length > 0) return 'in-part'
  if (sale.card !== null) return 'card-unused'
  const near = known.filter((use) =>
    sale.hasTime ? Math.abs(use.at - sale.at) <= windowMinutes : use.day === sale.day,
  )
  if (near.length === 0) return 'nothing-near'
  const { event } = sale
  const isOfIt = (use: Known) => event === null || use.event === null || isOneEvent(event, use.event)
  return near.some(isOfIt) ? 'others-taken' : 'other-event'
}
