import { addDays, type Day } from '../lib/dates.ts'

/** An issuing unit or a site: what has a name and a municipality by day, pauses, closes and merges. */
export type PlaceKind = 'unit' | 'site'

/** What a keeper should look at, the most serious first. */
export const attentions = ['contact', 'silent', 'confirmation'] as const
export type Attention = (typeof attentions)[number]

/** So long without a registered card or a recorded use, and somebody should ask how they are. */
export const silentDays = 60

/** Plans further away than this are typing errors. */
const farthestDays = 2 * 366

const isFar = (day: Day, today: Day) => day > addDays(today, farthestDays)

/** What a place is called and where it lies. */
export type PlaceNames = {
  name: string
  organisationId: number
  municipalityId: number
  areaId: number | null
}

const isSame = (a: PlaceNames, b: PlaceNames) =>
  a.name === b.name && a.organisationId === b.organisationId && a.municipalityId === b.municipalityId

/**
 * Why a change cannot begin on the day, by field; empty when it can. What has been counted to a municipality stays
 * there, so a move begins tomorrow at the earliest; a name may have changed long ago.
 * @param begun the first day of what holds now, null when nobody knows it
 */
export const changeProblems = (
  was: PlaceNames,
  to: PlaceNames,
  { from, begun, hasPending, today }: { from: Day; begun: Day | null; hasPending: boolean; today: Day },
) => {
  if (hasPending) return { '': 'change-pending' } as const
  if (isSame(was, to)) return { '': 'nothing-changed' } as const
  if (was.municipalityId !== to.municipalityId && from <= today) return { from: 'move-past' } as const
  if (begun !== null && from < begun) return { from: 'before-history' } as const
  return isFar(from, today) ? ({ from: 'day-far' } as const) : {}
}

export type Pause = { id: number; from: Day; until: Day | null; reason: string | null }

const overlaps = (a: Pick<Pause, 'from' | 'until'>, b: Pick<Pause, 'from' | 'until'>) =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until)

/** Why a pause cannot be, by field; empty when it can. */
export const pauseProblems = (
  wanted: Pick<Pause, 'from' | 'until'>,
  others: readonly Pause[],
  today: Day,
) => {
  if (wanted.from < today) return { from: 'day-past' } as const
  if (isFar(wanted.from, today)) return { from: 'day-far' } as const
  if (wanted.until !== null && wanted.until < wanted.from) return { until: 'until-early' } as const
  if (wanted.until !== null && isFar(wanted.until, today)) return { until: 'day-far' } as const
  return others.some((other) => overlaps(wanted, other)) ? ({ from: 'pause-overlap' } as const) : {}
}

/** The pause that holds on the day, or the next one to come. */
export const nextPause = (pauses: readonly Pause[], today: Day): Pause | undefined =>
  pauses
    .filter(({ until }) => until === null || until >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]

/** Why a place cannot be closed on the day, or null. */
export const closingProblem = (on: Day, today: Day) =>
  on < today ? 'day-past' : isFar(on, today) ? 'day-far' : null

/** `closed_on` is the first day on which the place is no longer in use. */
export const isClosed = (closedOn: Day | null, today: Day): boolean => closedOn !== null && closedOn <= today
