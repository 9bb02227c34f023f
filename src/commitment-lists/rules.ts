import { type Commitment, isInForce, type Party, signedCount } from '../commitments/rules.ts'
import { addMonths, type Day } from '../lib/dates.ts'

/** So long before its last day a commitment is said to end, and is in the list of those to renew. */
export const endingMonths = 6

/** Where a commitment stands, in the order of its life. */
export const standingKinds = [
  ...(['draft', 'waiting', 'coming', 'in-force', 'ending', 'ended', 'declined', 'expired'] as const),
  'cancelled',
] as const
export type StandingKind = (typeof standingKinds)[number]
export type Standing =
  | { kind: Exclude<StandingKind, 'waiting' | 'coming' | 'ending'> }
  /** `missing`: how many of the parties have not signed. */
  | { kind: 'waiting'; missing: number }
  /** In force from a day on. */
  | { kind: 'coming'; from: Day }
  /** By notice, by agreement, or since its time is over within `endingMonths`. */
  | { kind: 'ending'; on: Day }

/** Its last day; null until further notice. */
export const lastDayOf = ({ until, endedOn }: Pick<Commitment, 'until' | 'endedOn'>): Day | null =>
  [until, endedOn].filter((day) => day !== null).sort()[0] ?? null

type Facts = Pick<Commitment, 'state' | 'from' | 'until' | 'endedOn'>

/** Where a commitment stands on a day. What will end says so, also before it begins. */
export const standingOf = (
  commitment: Facts,
  parties: readonly Pick<Party, 'signedAt'>[],
  today: Day,
): Standing => {
  const { state, from, endedOn } = commitment
  if (state === 'waiting') return { kind: 'waiting', missing: parties.length - signedCount(parties) }
  if (state !== 'signed') return { kind: state }
  const last = lastDayOf(commitment)
  if (last !== null && last < today) return { kind: 'ended' }
  if (last !== null && (endedOn !== null || (from <= today && last <= addMonths(today, endingMonths))))
    return { kind: 'ending', on: last }
  return isInForce(commitment, today) ? { kind: 'in-force' } : { kind: 'coming', from }
}

/** The parts of a partner's list: what waits for their own signature comes first. */
export const ownParts = ['mine', 'others', 'in-force', 'past'] as const
export type OwnPart = (typeof ownParts)[number]

export const ownPartOf = ({ kind }: Standing, hasSigned: boolean): OwnPart => {
  if (kind === 'waiting') return hasSigned ? 'others' : 'mine'
  return kind === 'in-force' || kind === 'coming' || kind === 'ending' ? 'in-force' : 'past'
}
