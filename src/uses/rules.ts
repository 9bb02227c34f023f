import {
  type CardFacts,
  type CardRefusal,
  childrenProblem,
  refusalOf as refusalOfCard,
} from '../cards/rules.ts'
import { noCode, type ReadCode } from '../codes/rules.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { type LimitFacts, limitProblem } from './limit-rules.ts'

export const useKinds = ['ticket', 'course-place', 'season-pass'] as const
export type UseKind = (typeof useKinds)[number]

/** More tickets than this in one acquisition is a slip of the finger; a school class comes with a community card. */
export const mostTickets = 100

/** What somebody wants to record: tickets of one card at one site, at the time of the scan. */
export type Acquisition = {
  adults: number
  children: number
  /** Assistants and interpreters: always free, never asked for proof, not counted. */
  companions: number
  kind: UseKind
  usedAt: Date
  /** Said by the site when it lets in more children than the register has, or goes over its own limit; kept with the use. */
  overrideReason: string | null
  /** The desk has seen that the same card was recorded a moment ago, and means another ticket. */
  confirmDuplicate: boolean
}

/** What the register knows when the question comes. */
export type UseFacts = {
  card: CardFacts | undefined
  site: SiteFacts
  /** Where the card is at home on the day of the use; null when there is no card. */
  home: Home | null
  /** A standing use of this card at this site and event, near in time. */
  recent: RecentUse | null
  /** The site's own limit for the kind, that day; null without one, and of community cards, which have none. */
  limit: SiteLimit | null
}
export type SiteLimit = LimitFacts & { kind: UseKind }
export type RecentUse = { adults: number; children: number; usedAt: Date }

/** An area, and whether the card of its municipality works in other areas and theirs in it. */
export type Home = { areaId: number; crossUse: boolean }
/** The site on the day of the use. One without an area is a pop-up site, outside the networks. */
export type SiteFacts = {
  allowsOverride: boolean
  areaId: number | null
  crossUse: boolean
  isClosed: boolean
  isPaused: boolean
  /** What the site gives with the card, tickets first. */
  kinds: readonly UseKind[]
}

export type PlaceRefusal = 'site-closed' | 'site-paused' | 'card-local-only'
export type UseRefusal =
  | CardRefusal
  | PlaceRefusal
  | 'children-exceed-card'
  | 'children-not-on-courses'
  | 'ticket-type-not-offered'
  | 'limit-reached'
  | 'duplicate-suspected'
  | 'recorded-in-future'
  | 'recorded-too-late'
  | 'nothing-to-record'

/** The same card for the same event within three hours is a question, never a refusal for good: uses are unlimited. */
export const repeatHours = 3

/** A clock may be a little ahead of ours. */
const aheadMinutes = 10
/** A desk without a network sends later, with the time of the scan; after this long, paper and an import are the way. */
const lateDays = 30

const timeRefusal = (usedAt: Date, now: Date): 'recorded-in-future' | 'recorded-too-late' | null => {
  const minutes = (now.getTime() - usedAt.getTime()) / 60_000
  if (minutes < -aheadMinutes) return 'recorded-in-future'
  return minutes > lateDays * 24 * 60 ? 'recorded-too-late' : null
}

/**
 * What may be looked up for a use of a time: nothing where none can be recorded then. Else a wrong time, which is refused
 * before the card is looked at, would be a way to try codes that costs nothing.
 */
export const codeToFind = (code: ReadCode, usedAt: Date, now: Date): ReadCode =>
  timeRefusal(usedAt, now) === null ? code : noCode

/**
 * Where a pilot is local only, its cards work at the sites of their own area and outsiders' cards do not work there.
 * A pop-up site, which has no area, takes no local-only cards: our own choice.
 */
export const crossUseProblem = (
  card: Home,
  site: Pick<SiteFacts, 'areaId' | 'crossUse'>,
): 'card-local-only' | null => {
  if (site.areaId === card.areaId) return null
  const isOpen = site.areaId === null || site.crossUse
  return card.crossUse && isOpen ? null : 'card-local-only'
}

/** Why no card, or not this one, can be used at the site that day; null when it can. */
export const placeRefusalOf = ({ site, home }: Pick<UseFacts, 'site' | 'home'>): PlaceRefusal | null => {
  if (site.isClosed) return 'site-closed'
  if (site.isPaused) return 'site-paused'
  return home && crossUseProblem(home, site)
}

/**
 * What only a reason can set aside, and only at a site that allows it: more children than the register has (terms of
 * use, 26.2.2025), or more tickets than the site's own limit.
 */
export const exceedsOf = (
  { card, limit }: Pick<UseFacts, 'card' | 'limit'>,
  { adults, children }: Pick<Acquisition, 'adults' | 'children'>,
): 'children-exceed-card' | 'limit-reached' | null =>
  (card ? childrenProblem(card, children) : null) ?? limitProblem(limit, adults)

/** What a site gives with the card it has said itself: nothing else is recorded there, whoever asks. */
export const offerProblem = (
  { kinds }: Pick<SiteFacts, 'kinds'>,
  kind: UseKind,
): 'ticket-type-not-offered' | null => (kinds.includes(kind) ? null : 'ticket-type-not-offered')

/** What a site gives when nobody has said which: tickets, where it gives any. */
export const usualKindOf = ({ kinds }: Pick<SiteFacts, 'kinds'>): UseKind => kinds[0] ?? 'ticket'

/** Children come along for free to the same event; a course has places for its own people only. */
const coursesProblem = ({ kind, children }: Acquisition) =>
  kind === 'course-place' && children > 0 ? 'children-not-on-courses' : null

/**
 * Why tickets cannot be given, or null. The card is judged on the day of the scan: a card that was valid then counts,
 * though it may have expired since, and though the ticket is for a later day.
 */
export const refusalOf = (facts: UseFacts, wanted: Acquisition, now: Date): UseRefusal | null => {
  const { card, site, recent } = facts
  const early =
    timeRefusal(wanted.usedAt, now) ?? refusalOfCard(card, usedOn(wanted)) ?? placeRefusalOf(facts)
  if (early) return early
  if (wanted.adults + wanted.children + wanted.companions === 0) return 'nothing-to-record'
  const notGiven = offerProblem(site, wanted.kind) ?? coursesProblem(wanted)
  if (notGiven) return notGiven
  const exceeds = exceedsOf(facts, wanted)
  const overridden = site.allowsOverride && wanted.overrideReason !== null
  if (exceeds && !overridden) return exceeds
  return recent && !wanted.confirmDuplicate ? 'duplicate-suspected' : null
}

/** The day that the use counts on: the day of the scan in Finland. */
export const usedOn = (wanted: { usedAt: Date }): Day => dayOf(wanted.usedAt)

/** The last day on which a use can be undone: its own, or that of the event it was got for. */
export const lastDayOf = (use: { usedOn: Day; eventOn: Day | null }): Day => use.eventOn ?? use.usedOn

/** A use can be undone until its day ends in Finland; a ticket for a later day until then. */
export const mayCancel = (day: Day, today: Day): boolean => day >= today

/** Tickets are sold for a season ahead, hardly for longer: further is a slip of the finger. */
const bookingDays = 400

/** Why a ticket cannot be for that day, or null. A ticket for today is no booking: its day is the day of the use. */
export const eventDayProblem = (eventOn: Day, day: Day): 'event-day-past' | 'event-day-far' | null => {
  if (eventOn < day) return 'event-day-past'
  return eventOn > addDays(day, bookingDays) ? 'event-day-far' : null
}
