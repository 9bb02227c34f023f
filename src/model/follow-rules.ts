import { type Commitment, isInForce } from '../commitments/rules.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { PlaceKind, Side } from './rules.ts'

/**
 * What a missing commitment leads to: a warning · no new cards registered · no new events entered · no new devices
 * paired. Checking and recording at a desk, and renewing a holder's card, nothing ever stops.
 */
const consequenceKinds = ['warn', 'no-new-cards', 'no-new-events', 'no-new-pairings'] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]
/** What is stopped. */
export type Stop = Exclude<ConsequenceKind, 'warn'>

export const kindsOf: Record<Side, readonly ConsequenceKind[]> = {
  issuers: ['warn', 'no-new-cards'],
  venues: ['warn', 'no-new-events', 'no-new-pairings'],
}

/** @property until the first day on which it does not hold any more; `versionFrom` the first day of the version */
export type Consequence = {
  id: number
  version: number
  side: Side
  kind: ConsequenceKind
  graceDays: number
  from: Day
  until: Day | null
  versionFrom: Day | null
}

/** The first day on which it bites; null while the version is a draft. */
export const bitesOn = ({ versionFrom, graceDays }: Pick<Consequence, 'versionFrom' | 'graceDays'>) =>
  versionFrom === null ? null : addDays(versionFrom, graceDays)

export const holdsOn = ({ from, until }: Pick<Consequence, 'from' | 'until'>, day: Day): boolean =>
  from <= day && (until === null || day < until)

/** What a place's organisation has signed, as far as the version and the days go. */
export type Signed = { model: number } & Pick<Commitment, 'state' | 'from' | 'until' | 'endedOn'>

/** @property until the last day on which nothing follows */
export type Extension = { version: number; until: Day }

/**
 * What follows at a place.
 * @property on the first day on which it bites, with more time counted in
 * @property bites whether that day has come
 */
export type Follow = { kind: ConsequenceKind; version: number; on: Day; bites: boolean }

/**
 * What follows at a place, the first day of each kind, and what bites first. A commitment to the version or to a newer one
 * turns all of it away, when it is in force on the day on which it would bite.
 * @param extensions the latest of each version
 */
export const followsAt = (
  consequences: readonly Consequence[],
  place: { kind: PlaceKind; signed: readonly Signed[]; extensions: readonly Extension[] },
  today: Day,
): Follow[] => {
  const side: Side = place.kind === 'unit' ? 'issuers' : 'venues'
  const found = consequences.flatMap((one): Follow[] => {
    const first = bitesOn(one)
    if (one.side !== side || first === null || !holdsOn(one, today)) return []
    const more = place.extensions.find(({ version }) => version === one.version)
    const on = more && more.until >= first ? addDays(more.until, 1) : first
    const day = on < today ? today : on
    const isCommitted = place.signed.some((signed) => signed.model >= one.version && isInForce(signed, day))
    return isCommitted ? [] : [{ kind: one.kind, version: one.version, on, bites: on <= today }]
  })
  return consequenceKinds.flatMap((kind) =>
    found
      .filter((follow) => follow.kind === kind)
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .slice(0, 1),
  )
}

/** Whether something new is stopped there now. */
export const isStopped = (follows: readonly Follow[], stop: Stop): boolean =>
  follows.some(({ kind, bites }) => kind === stop && bites)

/** What comes first, for the one line above the work: what stops something before a mere warning of the same day. */
export const firstOf = (follows: readonly Follow[]): Follow | undefined =>
  [...follows].sort(
    (a, b) =>
      Number(b.bites) - Number(a.bites) ||
      a.on.localeCompare(b.on) ||
      Number(a.kind === 'warn') - Number(b.kind === 'warn'),
  )[0]

/** Letters go out so many days before something bites. */
const reminderDays = { 'month-before': 30, 'week-before': 7 } as const
export type ReminderKind = keyof typeof reminderDays

/** The reminder whose time it is on a day; null when it is too early, or when it bites already. */
export const reminderOn = (bites: Day, today: Day): ReminderKind | null => {
  if (bites <= today) return null
  if (addDays(today, reminderDays['week-before']) >= bites) return 'week-before'
  return addDays(today, reminderDays['month-before']) >= bites ? 'month-before' : null
}
