import {
  type CardFacts,
  type CardRefusal,
  childrenProblem,
  refusalOf as refusalOfCard,
} from '../cards/rules.ts'
import { type Day, dayOf } from '../lib/dates.ts'

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
  usedAt: Date
  /** Said by the site when it lets in more children than the register has; kept beside the use. */
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
}
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
}

export type PlaceRefusal = 'site-closed' | 'site-paused' | 'card-local-only'
export type UseRefusal =
  | CardRefusal
  | PlaceRefusal
  | 'children-exceed-card'
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

const timeRefusal = (usedAt: Date, now: Date): UseRefusal | null => {
  const minutes = (now.getTime() - usedAt.getTime()) / 60_000
  if (minutes < -aheadMinutes) return 'recorded-in-future'
  return minutes > lateDays * 24 * 60 ? 'recorded-too-late' : null
}

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
 * Why tickets cannot be given, or null. The card is judged on the day of the scan: a card that was valid then counts,
 * though it may have expired since. The number of children in the register is the limit (terms of use, 26.2.2025);
 * a site that allows it may let more in, with a reason.
 */
export const refusalOf = (facts: UseFacts, wanted: Acquisition, now: Date): UseRefusal | null => {
  const { card, site, recent } = facts
  const early =
    timeRefusal(wanted.usedAt, now) ?? refusalOfCard(card, usedOn(wanted)) ?? placeRefusalOf(facts)
  if (early) return early
  if (wanted.adults + wanted.children + wanted.companions === 0) return 'nothing-to-record'
  const overridden = site.allowsOverride && wanted.overrideReason !== null
  const children = childrenProblem(card!, wanted.children)
  if (children && !overridden) return children
  return recent && !wanted.confirmDuplicate ? 'duplicate-suspected' : null
}

/** The day that the use counts on: the day of the scan in Finland. */
export const usedOn = (wanted: { usedAt: Date }): Day => dayOf(wanted.usedAt)

/** A use can be undone until its day ends in Finland; a ticket for a later day until then. */
export const mayCancel = (day: Day, today: Day): boolean => day >= today
