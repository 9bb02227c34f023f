import { addDays, type Day } from '../lib/dates.ts'
import { birthYearProblem, type CardState, type CardType, type Policy, undoUntil } from './rules.ts'

/** The last thirty days, in which a unit can propose to renew the card together. Our own choice. */
export const soonDays = 30
/** A card registered this many days ago and never used: its holder may wish for company. Our own choice. */
export const unusedDays = 30

export const standings = ['valid', 'expiring', 'expired', 'replaced', 'lost', 'withdrawn', 'stock'] as const
export type Standing = (typeof standings)[number]

/** What to call the card on a day. `own-queries.ts` says the same in SQL, for lists. */
export const standingOn = (card: { state: CardState; validUntil: Day | null }, today: Day): Standing => {
  if (card.state !== 'registered' || card.validUntil === null)
    return card.state === 'registered' ? 'valid' : card.state
  if (card.validUntil < today) return 'expired'
  return card.validUntil <= addDays(today, soonDays) ? 'expiring' : 'valid'
}

/** Why a card is taken out of use. A fixed list, our own choice: nothing about a person can be told. */
const withdrawalReasons = ['asked', 'no-longer-client', 'misuse', 'died', 'other'] as const
export const closings = ['lost', ...withdrawalReasons] as const
export type Closing = (typeof closings)[number]

/** Nobody is a community card's holder: it gets lost, or is given up. */
export const closingsOf = (type: CardType): readonly Closing[] =>
  type === 'community' ? ['lost', 'misuse', 'other'] : closings

export type CloseProblem = 'not-open' | 'changed'

/** Why a card cannot be closed, or null. Also an expired one can: what is lost is then known to be. */
export const closeProblem = (
  card: { state: CardState; revision: number },
  revision: number,
): CloseProblem | null => {
  if (card.state !== 'registered') return 'not-open'
  return card.revision === revision ? null : 'changed'
}

export type ReopenProblem = 'reopen-replaced' | 'reopen-too-late' | 'reopen-not-closed'
/** The last closing of a card; `reason` is null for a lost one. */
export type ClosedBy = { at: Date; reason: string | null }

const isOurs = (reason: string | null): boolean =>
  reason === null || withdrawalReasons.some((name) => name === reason)

/**
 * Why a closing cannot be undone, or null: within the minutes of every undo, while no other card took its place. A card
 * that was closed for another reason than those of the list, such as a consent withdrawn, stays closed.
 */
export const reopenProblem = (
  card: { state: CardState },
  closed: ClosedBy | undefined,
  now: Date,
): ReopenProblem | null => {
  if (card.state === 'replaced') return 'reopen-replaced'
  if (card.state !== 'lost' && card.state !== 'withdrawn') return 'reopen-not-closed'
  if (!closed || !isOurs(closed.reason)) return 'reopen-too-late'
  return closed.at <= now && now <= undoUntil(closed.at) ? null : 'reopen-too-late'
}

/** Whether only the day of an event is kept: of a renewal the instant would tie the old card to the new one. */
export const isKnownByDay = ({ event, reason }: { event: unknown; reason: unknown }): boolean =>
  event === 'replaced' || (event === 'reopened' && reason === 'renewal-undone')

export type Answers = {
  birthYear: number
  postalCode: string
  children: number
  lifeSituation: string | null
  gender: string | null
}
/** What the register says of a client; an imported card may lack the first two. */
export type Background = Omit<Answers, 'birthYear' | 'postalCode'> & {
  birthYear: number | null
  postalCode: string | null
}

/** One field that is put right. What stood there before is kept in the audit log alone. */
export type Correction = { field: keyof Answers; from: string | number | null; to: string | number | null }

const answerNames = ['birthYear', 'postalCode', 'children', 'lifeSituation', 'gender'] as const

/** The fields in which the new answers differ, in the order of the form. */
export const correctionsOf = (before: Background, after: Answers): Correction[] =>
  answerNames
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }))

export type CorrectProblem = 'not-correctable' | 'changed'

/** Why a card's answers cannot be put right, or null. A closed card gives no tickets, and a community card has none. */
export const correctProblem = (
  card: { type: CardType; state: CardState; revision: number },
  revision: number,
): CorrectProblem | null => {
  if (card.type !== 'personal' || card.state !== 'registered') return 'not-correctable'
  return card.revision === revision ? null : 'changed'
}

/**
 * Why the corrected answers cannot be taken, by field. The rules of the registration day hold: whoever was old enough
 * for the card then has it by right.
 * @param policy the one of the day of registration
 */
export const correctedProblems = (
  { birthYear, children }: Pick<Answers, 'birthYear' | 'children'>,
  policy: Policy,
  registeredOn: Day,
): { birthYear?: 'too-young' | 'birth-year-impossible'; children?: 'too-many-children' } => {
  const birth = birthYearProblem(policy, birthYear, registeredOn)
  return {
    ...(birth && { birthYear: birth === 'impossible' ? ('birth-year-impossible' as const) : birth }),
    ...(children > policy.maximumChildren && { children: 'too-many-children' as const }),
  }
}
