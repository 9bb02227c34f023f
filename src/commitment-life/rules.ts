import type { NewEvent } from '../commitments/event-rules.ts'
import type { Commitment, Party } from '../commitments/rules.ts'
import { addMonths, type Day } from '../lib/dates.ts'

/** What can happen to a commitment that all have signed. */
export type LifeEvent = DistributiveOmit<Extract<NewEvent, { kind: LifeKind }>, 'actor' | 'at'>
export const lifeKinds = [
  ...(['notice', 'notice-withdrawn', 'ended', 'extended', 'made-permanent', 'succeeded'] as const),
] as const
export type LifeKind = (typeof lifeKinds)[number]
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/**
 * @property notice who gave it, and the last day that it names
 * @property agreedEnd the last day that the parties agreed on; it stands before a notice
 * @property sentOn the day whose terms hold for it
 */
export type Life = Pick<Commitment, 'id' | 'kind' | 'areaId' | 'state' | 'from' | 'until' | 'content'> & {
  notice: { partyId: number; endsOn: Day } | null
  agreedEnd: Day | null
  sentOn: Day | null
}

/** The commitment that takes another's place, as far as it has come. */
export type FollowOn = { id: number; state: 'draft' | 'waiting' | 'signed' }

/** The day that a notice or an agreement ends it; null while neither does. */
export const endingOf = ({ notice, agreedEnd }: Pick<Life, 'notice' | 'agreedEnd'>): Day | null =>
  agreedEnd ?? notice?.endsOn ?? null

/** Its last day, by whatever comes first; null: until further notice. */
export const lastDayOf = (life: Pick<Life, 'until' | 'notice' | 'agreedEnd'>): Day | null =>
  [life.until, endingOf(life)].filter((day) => day !== null).sort()[0] ?? null

/** The first last day that a notice given on a day may name. */
export const earliestEnd = ({ from }: Pick<Life, 'from'>, today: Day, noticeMonths: number): Day =>
  [addMonths(today, noticeMonths), from].sort()[1]!

/**
 * @property noticeMonths of the commitment
 * @property isAreaPermanent whether a municipality of its area is in permanent use, or is to be
 * @property isSuccessorThere whether the organisation is in the register, with the unit or site that is named
 */
export type Facts = {
  today: Day
  noticeMonths: number
  isAreaPermanent: boolean
  isSuccessorThere: boolean
}

export const lifeRefusals = [
  ...(['not-signed', 'over', 'ending-already', 'notice-short', 'before-start', 'ends-anyway'] as const),
  ...(['reason-missing', 'day-past', 'not-ending', 'agreed-first', 'no-end', 'not-later'] as const),
  ...(['not-a-pilot', 'area-not-permanent', 'successor-missing', 'same-party', 'side-stays'] as const),
] as const
export type LifeRefusal = (typeof lifeRefusals)[number]

type Of<K extends LifeKind> = Extract<LifeEvent, { kind: K }>

const noticeRefusal = (life: Life, { details }: Of<'notice'>, { today, noticeMonths }: Facts) => {
  if (endingOf(life) !== null) return 'ending-already'
  if (details.endsOn < addMonths(today, noticeMonths)) return 'notice-short'
  if (details.endsOn < life.from) return 'before-start'
  return life.until !== null && details.endsOn >= life.until ? 'ends-anyway' : null
}

const endedRefusal = (life: Life, { details }: Of<'ended'>, { today }: Facts) => {
  if (life.agreedEnd !== null) return 'ending-already'
  if (!details.reason) return 'reason-missing'
  if (details.endsOn < today) return 'day-past'
  return life.until !== null && details.endsOn >= life.until ? 'ends-anyway' : null
}

const withdrawnRefusal = (life: Life, { party }: Of<'notice-withdrawn'>) => {
  if (party === null) return life.agreedEnd === null ? 'not-ending' : null
  if (life.agreedEnd !== null) return 'agreed-first'
  return life.notice?.partyId === party ? null : 'not-ending'
}

const extendedRefusal = (life: Life, { details }: Of<'extended'>) => {
  if (life.until === null) return 'no-end'
  if (endingOf(life) !== null) return 'ending-already'
  if (!details.reason) return 'reason-missing'
  return details.until <= life.until ? 'not-later' : null
}

const permanentRefusal = (life: Life, { isAreaPermanent }: Facts) => {
  if (life.kind !== 'pilot') return 'not-a-pilot'
  if (life.until === null) return 'no-end'
  if (endingOf(life) !== null) return 'ending-already'
  return isAreaPermanent ? null : 'area-not-permanent'
}

type Succeeding = Pick<Party, 'id' | 'side' | 'organisationId' | 'unitId' | 'siteId'>

/** An area and the national centre sign as what they are: no organisation comes in their place. */
export const maySucceed = ({ side }: Pick<Party, 'side'>): boolean => side !== 'area' && side !== 'centre'

const succeededRefusal = (
  parties: readonly Succeeding[],
  { party, details }: Of<'succeeded'>,
  { isSuccessorThere }: Facts,
) => {
  const now = parties.find(({ id }) => id === party)
  if (now && !maySucceed(now)) return 'side-stays'
  if (!now || !isSuccessorThere) return 'successor-missing'
  const isSame =
    now.organisationId === details.organisation && now.unitId === details.unit && now.siteId === details.site
  return isSame ? 'same-party' : null
}

/**
 * Why an event of life cannot happen today; null when it can. What is over never comes back. The database holds every
 * event to the same (migration 0072).
 */
export const lifeRefusal = (
  life: Life,
  parties: readonly Succeeding[],
  event: LifeEvent,
  facts: Facts,
): LifeRefusal | null => {
  if (life.state !== 'signed') return 'not-signed'
  const last = lastDayOf(life)
  if (last !== null && last < facts.today) return 'over'
  switch (event.kind) {
    case 'notice':
      return noticeRefusal(life, event, facts)
    case 'ended':
      return endedRefusal(life, event, facts)
    case 'notice-withdrawn':
      return withdrawnRefusal(life, event)
    case 'extended':
      return extendedRefusal(life, event)
    case 'made-permanent':
      return permanentRefusal(life, facts)
    case 'succeeded':
      return succeededRefusal(parties, event, facts)
  }
}
