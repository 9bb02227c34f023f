import { correctedProblems } from '../cards/life-rules.ts'
import {
  areaProblem,
  type CardState,
  type CardType,
  type OwnStockPlace,
  type Policy,
  stockProblem,
  type UnitFacts,
  unitProblem,
} from '../cards/rules.ts'
import type { Day } from '../lib/dates.ts'

/** For how long the old card that was read stays in hand; then it is read again. Our own choice. */
const handMinutes = 60

export const isInHand = (checkedAt: Date, now: Date): boolean =>
  now.getTime() - checkedAt.getTime() <= handMinutes * 60_000

export type RenewalRefusal = 'withdrawn' | 'replaced' | 'not-personal'

/**
 * Why an old card cannot be renewed, or null. Valid, expired and lost ones can: a new card takes their place.
 * @param card `isRenewed` also tells of an expired card that another followed without closing it, as old lists have it
 */
export const renewalRefusal = (card: {
  type: CardType
  state: CardState
  isRenewed: boolean
}): RenewalRefusal | null => {
  if (card.type === 'community') return 'not-personal'
  if (card.state === 'replaced' || card.isRenewed) return 'replaced'
  return card.state === 'withdrawn' ? 'withdrawn' : null
}

export type NewCardProblem = 'new-is-old' | 'new-in-use' | 'new-closed' | 'new-other-unit' | 'new-community'
export type RenewalProblem = NewCardProblem | 'changed' | 'stale' | 'children-unclear'

/** The card of the new code, as far as the unit may know it. */
type FoundCard =
  | { own: false }
  | { own: true; id: number; type: CardType; state: CardState; place?: OwnStockPlace | null }

/** Why this card cannot take the old one's place, or null: it comes from the unit's own stock. */
export const newCardProblem = (
  card: FoundCard,
  old: { id: number; type: CardType },
): NewCardProblem | ReturnType<typeof stockProblem> => {
  if (!card.own) return 'new-other-unit'
  if (card.id === old.id) return 'new-is-old'
  if (old.type === 'personal' && card.type === 'community') return 'new-community'
  if (card.state === 'registered') return 'new-in-use'
  return card.state === 'stock' ? stockProblem(card.place) : 'new-closed'
}

/**
 * Why the answers of a renewal cannot be taken today, by field. The empty name is the whole form. The policy of the day
 * of renewal holds; the year of birth was judged when the card was first given, and is only asked where it is missing.
 */
export const answerProblems = (
  answers: { birthYear: number | null; children: number },
  old: { birthYear: number | null },
  { policy, today, unit }: { policy: Policy; today: Day; unit: UnitFacts },
): Record<string, string> => {
  const { birthYear } = answers
  const asked = birthYear === null ? null : correctedProblems({ ...answers, birthYear }, policy, today)
  const problems: Record<string, string> = {
    ...(answers.children > policy.maximumChildren && { children: 'too-many-children' }),
    ...(birthYear === null && { birthYear: 'birth-year-form' }),
    ...(old.birthYear === null && asked?.birthYear && { birthYear: asked.birthYear }),
  }
  const place = unitProblem(unit) ?? areaProblem(unit.term, today)
  return place ? { ...problems, '': place } : problems
}
