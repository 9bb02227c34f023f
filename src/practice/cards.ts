/** The cards with which the desk is practised: sound codes that no print run makes on purpose. Nobody has one. */
import { canonicalNew } from '../codes/shape-rules.ts'
import type { CheckAnswer } from '../desk-queue/wire.ts'

export const practiceCards = {
  valid: 'HARJ0AA18Y',
  children: 'HARJ0BB298',
  community: 'YHARJCC3YD',
  expired: 'HARJ0DD42W',
  'not-registered': 'HARJ0EE5S6',
  replaced: 'HARJ0FF6RG',
  // One character of a sound code is wrong, so that the desk asks what was meant.
  typo: 'HARJ0GG8SK',
  offline: 'HARJ0HH8NA',
} as const
export type PracticeCard = keyof typeof practiceCards
export const practiceNames = Object.keys(practiceCards) as PracticeCard[]

/** What the typing error was meant to be. */
const meant = 'HARJ0GG7SK'

/** Which of the cards a code is; undefined for any other, which is never looked up anywhere. */
export const practiceCardOf = (typed: string): PracticeCard | undefined => {
  const code = canonicalNew(typed)
  return code === meant ? 'valid' : practiceNames.find((name) => practiceCards[name] === code)
}

const day = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

export const practiceChildren = 3
export const practiceAge = 18

/** The last day that a practice card says. */
export const practiceLastDay = (name: PracticeCard, now: Date): string =>
  day(now, name === 'expired' ? -40 : 200)

/** The answer of a register that holds the practice cards alone. @param unit to whom the community card belongs */
export const practiceAnswer = (name: PracticeCard | undefined, now: Date, unit: string): CheckAnswer => {
  const none = { booking: null, recent: null, remaining: null, explained: null, notice: null }
  const no = (reason: CheckAnswer['reason'], card: CheckAnswer['card'] = null): CheckAnswer => ({
    ...{ allowed: false, reason, card, ...none },
  })
  if (name === undefined || name === 'typo') return no('card-unknown')
  const card: NonNullable<CheckAnswer['card']> = {
    type: name === 'community' ? 'community' : 'personal',
    tail: practiceCards[name].slice(-4),
    validUntil: practiceLastDay(name, now),
    children: name === 'children' ? practiceChildren : 0,
    childAge: practiceAge,
    unit: name === 'community' ? unit : null,
  }
  if (name === 'expired') return no('card-expired', card)
  if (name === 'replaced') return no('card-replaced', card)
  if (name === 'not-registered') return no('card-not-registered')
  return { allowed: true, reason: null, card, ...none }
}
