import { type Day, lastDayOfMonths, yearOf } from '../lib/dates.ts'
import type { Phase } from '../network/rules.ts'

/**
 * The numbers of the scheme from a day on. They are dated, so that yesterday's rule still explains
 * yesterday's use: children, for one, were under 16 on older pages and are under 18 now.
 */
export type Policy = {
  validFrom: Day
  validityMonths: number
  minimumAge: number
  childAge: number
  maximumChildren: number
  /** With a community card, the unit's clients under this age come along. */
  communityChildAge: number
  communityValidityMonths: number
  /** Whether a desk takes a card shown on a phone: it bears no name to compare. */
  phoneCard: boolean
}

/**
 * The policy in force on a day, whatever the order of the list.
 * @throws when none has begun by that day: the register is then without its first policy, which is a bug
 */
export const policyOn = (policies: readonly Policy[], day: Day): Policy => {
  const begun = policies.filter((policy) => policy.validFrom <= day)
  if (begun.length === 0) throw new Error(`No policy is in force on ${day}`)
  return begun.reduce((latest, policy) => (policy.validFrom > latest.validFrom ? policy : latest))
}

export type CardType = 'personal' | 'community'
export type CardState = 'stock' | 'registered' | 'replaced' | 'lost' | 'withdrawn'

/** One phase of a municipality, from its first day through its last; null where that is open or unknown. */
export type AreaTerm = { phase: Phase; from: Day | null; until: Day | null }
export type AreaProblem = 'area-not-started' | 'area-ended' | 'pilot-ended'

/**
 * Why no card is registered in a municipality on a day, or null.
 * @param term the one that has begun last, else the first to come; null where the municipality never had one.
 *   The card then counts as permanent there, our own choice: the unit's area may serve it.
 */
export const areaProblem = (term: AreaTerm | null, day: Day): AreaProblem | null => {
  if (term === null) return null
  const { phase, from, until } = term
  if (from !== null && day < from) return 'area-not-started'
  if (until !== null && until < day) return phase === 'pilot' ? 'pilot-ended' : 'area-ended'
  if (phase === 'interest' || phase === 'preparing') return 'area-not-started'
  return phase === 'ended' ? 'area-ended' : null
}

/** Where a card in the unit's own stock lies: ready, still on its way, or blocked. */
export type OwnStockPlace = 'unit' | 'way' | 'blocked'

/** Why a card of the unit's own stock cannot be given out yet, or null. */
export const stockProblem = (
  place: OwnStockPlace | null | undefined,
): 'stock-on-way' | 'stock-blocked' | null => {
  if (place === 'way') return 'stock-on-way'
  return place === 'blocked' ? 'stock-blocked' : null
}

/** What of the unit bears on a registration. */
export type UnitFacts = { term: AreaTerm | null; isAgreed: boolean; isClosed: boolean; isPaused: boolean }

/**
 * A new issuer is first agreed with the national centre. A closed unit's cards stay valid, but it hands out no new
 * ones; a paused one does so again later.
 */
export const unitProblem = ({
  isAgreed,
  isClosed,
  isPaused,
}: UnitFacts): 'unit-not-agreed' | 'unit-closed' | 'unit-paused' | null => {
  if (!isAgreed) return 'unit-not-agreed'
  if (isClosed) return 'unit-closed'
  return isPaused ? 'unit-paused' : null
}

/**
 * The last day without regard to a pilot or an exception, what the card returns to when those move: twelve months
 * that count the registration day as the first (15.3.2026 → 14.3.2027).
 */
export const ownUntil = (policy: Policy, registeredOn: Day, type: CardType = 'personal'): Day =>
  lastDayOfMonths(registeredOn, type === 'community' ? policy.communityValidityMonths : policy.validityMonths)

/** An exception that prolongs cards: those valid on its first day are valid through `cardsUntil` at least. */
export type Prolongation = { from: Day; cardsUntil: Day }

/**
 * The last day that counts: the card's own, not past its pilot's end, moved on by each exception that finds it valid.
 * The database says the same in `cards_due` (migration 0006), for many cards at once.
 * @param exceptions those on the card's unit that began no earlier than its registration
 */
export const effectiveUntil = (own: Day, pilotEnd: Day | null, exceptions: readonly Prolongation[]): Day => {
  let last = pilotEnd !== null && pilotEnd < own ? pilotEnd : own
  for (const { from, cardsUntil } of [...exceptions].sort((a, b) => (a.from < b.from ? -1 : 1)))
    if (last >= from && cardsUntil > last) last = cardsUntil
  return last
}

/** At least 16, or turning 16 this calendar year (terms of use, 26.2.2025): the year of birth decides alone. */
export const isOldEnough = (policy: Policy, birthYear: number, today: Day): boolean =>
  yearOf(today) - birthYear >= policy.minimumAge

const greatestAge = 120

/** Why a birth year cannot be taken: not a year that anyone living was born in, or too late for a card. */
export const birthYearProblem = (
  policy: Policy,
  birthYear: number,
  today: Day,
): 'too-young' | 'impossible' | null => {
  const age = yearOf(today) - birthYear
  if (!Number.isInteger(birthYear) || age < 0 || age > greatestAge) return 'impossible'
  return isOldEnough(policy, birthYear, today) ? null : 'too-young'
}

/**
 * What a decision about a card needs. Days are Helsinki days. The first two are null while the card is in stock,
 * `closedOn` while it is not replaced, lost or withdrawn.
 */
export type CardFacts = {
  type: CardType
  state: CardState
  registeredOn: Day | null
  validUntil: Day | null
  closedOn: Day | null
  children: number
}

export type CardRefusal =
  | 'card-unknown'
  | 'card-not-registered'
  | 'card-expired'
  | 'card-replaced'
  | 'card-lost'
  | 'card-blocked'

/**
 * Why a card cannot be used on a day, or null when it can: from its registration day through its last day.
 * The site learns no more than it needs: never why a card was withdrawn, but that it was lost, since somebody may have
 * found it. A closed card is told as closed even when it has expired too: renewing it would not help. Until the day of
 * its closing it is judged as if it were open, so that a scan which comes late counts as it did on its day.
 */
export const refusalOf = (card: CardFacts | undefined, day: Day): CardRefusal | null => {
  if (!card) return 'card-unknown'
  const wasOpen = card.closedOn !== null && day < card.closedOn
  if (card.state === 'replaced' && !wasOpen) return 'card-replaced'
  if (card.state === 'lost' && !wasOpen) return 'card-lost'
  if (card.state === 'withdrawn' && !wasOpen) return 'card-blocked'
  if (card.state === 'stock' || card.registeredOn === null || card.validUntil === null)
    return 'card-not-registered'
  if (day < card.registeredOn) return 'card-not-registered'
  return day > card.validUntil ? 'card-expired' : null
}

/**
 * Child tickets in one acquisition: at most the children in the register, which wins over the paper card.
 * A community card brings the unit's clients under 16, whom no register counts, so it has no such limit.
 */
export const childrenProblem = (
  card: Pick<CardFacts, 'type' | 'children'>,
  children: number,
): 'children-exceed-card' | null =>
  card.type === 'personal' && children > card.children ? 'children-exceed-card' : null

const undoMinutes = 15

/** The last instant at which a registration can still be undone, by the one who made it or a colleague of the unit. */
export const undoUntil = (registeredAt: Date): Date => new Date(registeredAt.getTime() + undoMinutes * 60_000)

/** Not before the registration either: an import may bring one of a later day. */
export const mayUndo = (registeredAt: Date, now: Date): boolean =>
  registeredAt <= now && now <= undoUntil(registeredAt)

const postalPattern = /^(?:(?:FIN?|AX|SE?)-?)?(\d{5})$/

/**
 * The five digits of a postal code as people write it: `87100`, `FI-87100`, and for Haaparanta `953 31` or
 * `SE-953 31`. Form only: a code that no table knows is still somebody's home.
 * @returns null when it is not of that form
 */
export const postalCode = (typed: string): string | null => {
  const compact = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
  return postalPattern.exec(compact)?.[1] ?? null
}

/**
 * Both lists are our own choice: the official ones are not public. Life situations follow the kinds of
 * offices that hand out cards. Answering is voluntary; "prefers not to say" is null, not a value.
 */
export const lifeSituations = [
  'unemployed',
  'rehabilitative-work',
  'student',
  'pensioner',
  'family-leave',
  'carer',
  'asylum-or-migrant',
  'long-term-illness',
  'other',
] as const
export type LifeSituation = (typeof lifeSituations)[number]

export const genders = ['woman', 'man', 'other'] as const
export type Gender = (typeof genders)[number]
