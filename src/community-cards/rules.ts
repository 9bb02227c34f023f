import { type CardState, type CardType, type OwnStockPlace, stockProblem } from '../cards/rules.ts'

export type TakeProblem = 'other-unit' | 'personal-card' | 'in-use' | 'closed'

/** The card of a code, as far as the unit may know it. */
type FoundCard =
  | { own: false }
  | { own: true; type: CardType; state: CardState; place?: OwnStockPlace | null }

/** Why this card cannot be taken into use for the unit, or null: it is a community card of the unit's own stock. */
export const takeProblem = (card: FoundCard): TakeProblem | ReturnType<typeof stockProblem> => {
  if (!card.own) return 'other-unit'
  if (card.type === 'personal') return 'personal-card'
  if (card.state === 'registered') return 'in-use'
  return card.state === 'stock' ? stockProblem(card.place) : 'closed'
}

/** A valid, expired or lost community card can be replaced by a new one, once. */
export const isReplaceable = (card: { type: CardType; state: CardState }): boolean =>
  card.type === 'community' && (card.state === 'registered' || card.state === 'lost')
