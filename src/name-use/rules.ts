import { addDays, type Day } from '../lib/dates.ts'

export const marks = ['name', 'logo', 'both'] as const
export type Mark = (typeof marks)[number]
export const purposes = ['web', 'poster', 'print', 'product', 'event', 'other'] as const
export type Purpose = (typeof purposes)[number]
export const steps = ['asked', 'answered', 'settled'] as const
export type Step = (typeof steps)[number]

/** So long before its last day a leave is said to end. */
export const endingDays = 60

/** Where a use of the name stands, what asks for something first. */
export const standings = [
  ...(['noticed', 'asked', 'answered', 'lapsed', 'ending', 'running', 'coming', 'settled', 'ended'] as const),
] as const
export type Standing = (typeof standings)[number]

/** A leave has its days; a use that was found without one has the last step that was taken about it. */
export type UseFacts =
  | { basis: 'leave'; from: Day; until: Day | null; endedOn: Day | null }
  | { basis: 'found'; lastStep: Step | null }

/** The last day of a leave, by its term or since it was ended; null until further notice. */
export const lastDayOf = ({ until, endedOn }: { until: Day | null; endedOn: Day | null }): Day | null =>
  [until, endedOn].filter((day) => day !== null).sort()[0] ?? null

/** Where a use stands on a day. A leave whose time is over has lapsed until somebody notes that the use has ended. */
export const standingOf = (use: UseFacts, today: Day): Standing => {
  if (use.basis === 'found') return use.lastStep ?? 'noticed'
  const last = lastDayOf(use)
  if (last !== null && last < today) return use.endedOn === null ? 'lapsed' : 'ended'
  if (use.from > today) return 'coming'
  return last !== null && last <= addDays(today, endingDays) ? 'ending' : 'running'
}

/** What the list can be narrowed to. */
export const groups = {
  running: ['running', 'ending', 'coming'],
  ending: ['ending'],
  without: ['noticed', 'asked', 'answered'],
  lapsed: ['lapsed'],
  over: ['settled', 'ended'],
} as const satisfies Record<string, readonly Standing[]>
export type Group = keyof typeof groups
export const groupNames = Object.keys(groups) as Group[]
export const isGroup = (text: string): text is Group => text in groups

/** On what ground a partner may use the name; `until` null: until further notice. */
export type Ground = { kind: 'commitment'; until: Day | null } | { kind: Mark; until: Day | null }

/** Whether a leave may be ended: once, and not before it has begun. */
export const endProblem = (leave: { from: Day; endedOn: Day | null }, day: Day): string | null => {
  if (leave.endedOn !== null) return 'ended-already'
  return day < leave.from ? 'day-early' : null
}

/** What is done about a use follows in days, not before the last of it, and not in days to come. */
export const stepProblem = (last: { step: Step | null; on: Day }, on: Day, today: Day): string | null => {
  if (last.step === 'settled') return 'settled-already'
  if (on > today) return 'day-to-come'
  return on < last.on ? 'day-early' : null
}

/** Who uses the name, as the register knows them: an organisation by its id, anybody else by name. */
export type Who = { organisationId: number } | { outsider: string }

type Use = { mark: Mark; purpose: Purpose; place: string }
/** What the centre allows, and in which role somebody there decided it. */
export type Leave = Use & {
  grantedBy: string
  grantedOn: Day
  recordNumber: string | null
  from: Day
  until: Day | null
  conditions: string | null
}
/** A use that was noticed and that nobody has allowed. */
export type Found = Use & { noticedOn: Day }

/** A user of the name in an address: `organisation-3`, or `party-` and the name in small letters. */
export const keyOf = (who: Who): string =>
  'organisationId' in who ? `organisation-${who.organisationId}` : `party-${who.outsider}`

/** The user that an address names; null when it names none. */
export const whoOf = (key: string): Who | null => {
  const id = /^organisation-(\d{1,9})$/.exec(key)?.[1]
  if (id) return { organisationId: Number(id) }
  const outsider = /^party-(.{1,200})$/.exec(key)?.[1]
  return outsider ? { outsider } : null
}
