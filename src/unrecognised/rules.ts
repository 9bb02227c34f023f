import { type Acquisition, offerProblem, placeRefusalOf, refusalOf, type UseFacts } from '../uses/rules.ts'

/** What becomes of a ticket that was given before its card was registered. */
export type UnrecognisedState = 'waiting' | 'became-use' | 'dropped'

/** Why a ticket never became a use. The first two are ours; the rest say what the registration did not cover. */
export type DropReason =
  | 'undone'
  | 'too-old'
  | 'before-registration'
  | 'card-closed'
  | 'card-expired'
  | 'card-local-only'

/** A registration that has not come in three months will not come any more: our own choice. */
export const waitDays = 90

/** A program that says a ticket was given this long ago has had no network, and nobody was there to refuse it. */
const offlineMinutes = 5

export const isOffline = (usedAt: Date, now: Date): boolean =>
  now.getTime() - usedAt.getTime() > offlineMinutes * 60_000

/**
 * Whether a ticket can be kept until the card is registered: nothing else may stand against it but that. A card whose
 * registration has come and does not reach back to the day is refused like any other.
 */
export const canWait = (facts: UseFacts, wanted: Acquisition, now: Date): boolean => {
  const refusal = refusalOf(facts, wanted, now)
  const isUnrecognised =
    refusal === 'card-unknown' || (refusal === 'card-not-registered' && facts.card?.state === 'stock')
  const tickets = wanted.adults + wanted.children + wanted.companions
  const { site } = facts
  const isGiven = placeRefusalOf({ site, home: null }) === null && offerProblem(site, wanted.kind) === null
  return isUnrecognised && tickets > 0 && isGiven
}
