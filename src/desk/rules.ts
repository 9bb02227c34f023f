import type { Day } from '../lib/dates.ts'

/** A check answers for the card in hand; after half an hour the card is read again. */
export const checkMinutes = 30

export const isFresh = (checkedAt: Date, now: Date): boolean =>
  now.getTime() - checkedAt.getTime() <= checkMinutes * 60_000

/** Nobody can be written to about a card that ends soon, so the desk is told to say it. */
const tellDays = 30

/** Days from today to the card's last day when the customer should hear of it, else null. 0 is today. */
export const daysToTell = (validUntil: Day, today: Day): number | null => {
  const days = (Date.parse(`${validUntil}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000
  return days >= 0 && days <= tellDays ? days : null
}

export const mostChips = 4

/** The numbers that have a chip: no more than the register allows, and never so many that they hide the button. */
export const childChips = (registered: number): number[] =>
  Array.from({ length: Math.min(registered, mostChips) + 1 }, (_, count) => count)

/**
 * A personal card brings one adult at a time: its holder. Other adults have cards of their own.
 * A second ticket for the same event may be for children alone.
 */
export const adultsProblem = (type: 'personal' | 'community', adults: number): 'one-adult' | null =>
  type === 'personal' && adults > 1 ? 'one-adult' : null

/** Why a site lets in more children than the register has. A fixed list: nothing about a person can be told. */
export const overrideReasons = ['paper-card', 'other'] as const
/** Why a site goes over its own limit. */
export const limitReasons = ['agreed', 'earlier-unused', 'limit-other'] as const
export type OverrideReason = (typeof overrideReasons)[number] | (typeof limitReasons)[number]

/** The mark of a ticket over the limit that was given without a network: nobody could be asked for a reason. */
export const limitOffline = 'limit-offline'

/** Whether a use was let over the site's limit, rather than with more children than the register has. */
export const isOverLimit = (reason: string): boolean =>
  [...limitReasons, limitOffline].some((known) => known === reason)

/**
 * Codes that no card has, an hour. Guessing is held here: old codes of two letters and five digits would
 * give a card after 2,300 tries, and an account gets 20 an hour.
 */
export const missesPerHour = { account: 20, site: 60 }

type Place = { id: number }
type Choice = { siteId: number; event: string | null }

/**
 * What a desk is working for: the site it named, else the one chosen today, else its only one.
 * The remembered event belongs to its site. Undefined when there are several sites and none is chosen.
 */
export const standing = <Site extends Place>(
  sites: readonly Site[],
  choice: Choice | undefined,
  named: number | null,
): { site: Site; event: string | null } | undefined => {
  const wanted = named ?? choice?.siteId
  const site =
    sites.find(({ id }) => id === wanted) ?? (named === null && sites.length === 1 ? sites[0] : undefined)
  return site && { site, event: choice?.siteId === site.id ? choice.event : null }
}

/** So few tickets left that it is worth telling: more than this is of no use to a customer, and a line more to read. */
export const fewLeft = 5
