export type PracticeCard = {
  name: string
  code: string
  /** The problem that it is refused with; null when tickets are given. */
  reason: string | null
  /** How many children the register has for it; undefined where the contract does not say. */
  children?: number | null
}

/** The practice cards of the contract. They are the same at every installation, and never change. */
const plain = [
  { name: 'valid', code: 'TEST0-001D5', reason: null, children: 0 },
  { name: 'validWithChildren', code: 'TEST0-0027X', reason: null, children: 2 },
  { name: 'community', code: 'TEST0-0031N', reason: null },
  { name: 'expired', code: 'TEST0-004K8', reason: 'card-expired' },
  { name: 'expiresToday', code: 'TEST0-005N0', reason: null },
  { name: 'withdrawn', code: 'TEST0-006ZR', reason: 'card-blocked' },
  { name: 'replaced', code: 'TEST0-007SG', reason: 'card-replaced' },
  { name: 'lost', code: 'TEST0-008Y7', reason: 'card-lost' },
  { name: 'unregistered', code: 'TEST0-009RF', reason: 'card-not-registered' },
  { name: 'otherAreaOnly', code: 'TEST0-010QR', reason: 'card-local-only' },
  { name: 'limitReached', code: 'TEST0-011HG', reason: 'limit-reached' },
] as const satisfies PracticeCard[]

/** Those that answer at once, by the rules of cards. */
export const plainCards: readonly PracticeCard[] = plain
export const slowCard: PracticeCard = { name: 'slow', code: 'TEST0-012V8', reason: null }
export const awayCard: PracticeCard = { name: 'unavailable', code: 'TEST0-013X0', reason: 'unavailable' }
export const allCards: readonly PracticeCard[] = [...plainCards, slowCard, awayCard]

/** The code of a practice card by its name. */
export const codeOf = (name: (typeof plain)[number]['name']): string =>
  plain.find((card) => card.name === name)!.code

/** A sound code that no card has. */
export const unknownCode = 'TEST9-999JN'

const looked = (text: string) =>
  text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
const canonical = allCards.map(({ code }) => looked(code))

/** Whether a text holds the code of a practice card in any form. */
export const holdsPracticeCode = (text: string): boolean => {
  const read = looked(text)
  return canonical.some((code) => read.includes(code))
}
