import { formatCode } from '../codes/rules.ts'
import type { Day } from '../lib/dates.ts'
import type { Card } from './cards.ts'
import type { Use } from './uses.ts'

/** The valid card with children on it that has been used most: what its holder knows, to try the holder's page with. */
export const pickHolder = (
  cards: readonly Card[],
  uses: readonly Use[],
  today: Day,
): { code: string; birthYear: number } => {
  const counts = new Map<string, number>()
  for (const { card } of uses) counts.set(card.code, (counts.get(card.code) ?? 0) + 1)
  const usesOf = ({ code }: Card) => counts.get(code) ?? 0
  const { code, holder } = cards
    .filter((card) => !card.closing && card.registered && card.registered.validUntil > today)
    .filter((card) => (card.holder?.children ?? 0) > 0)
    .reduce((most, card) => (usesOf(card) > usesOf(most) ? card : most))
  return { code: formatCode(code), birthYear: holder!.birthYear }
}
