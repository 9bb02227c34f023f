import { addDays, type Day } from '../lib/dates.ts'

/** What a request asks to become: a unit that gives cards, or a site that takes them. */
export const placeKinds = ['unit', 'site'] as const
export type PlaceKind = (typeof placeKinds)[number]
export type RequestState = 'asked' | 'accepted' | 'declined'

/** The steps of the way in, in their order; some are only of one kind of place. */
export type StepName = 'answer' | 'approval' | 'commitment' | 'account' | 'induction' | 'cards' | 'desk'
export const stepsOfKind: Record<PlaceKind, readonly StepName[]> = {
  unit: ['answer', 'approval', 'commitment', 'account', 'induction', 'cards'],
  site: ['answer', 'commitment', 'account', 'induction', 'desk'],
}

/** Who acts next: the place's own people, its keepers, the national centre, or nobody, where a day is waited for. */
export type Doer = 'place' | 'keeper' | 'centre' | 'nobody'

/** Where an unfinished step stands: what exactly is missing, and who acts. */
const doers = {
  'answer-waits': 'keeper',
  'approval-waits': 'centre',
  'approval-declined': 'keeper',
  'commitment-missing': 'keeper',
  'commitment-ours': 'place',
  'commitment-others': 'keeper',
  'commitment-later': 'nobody',
  'account-missing': 'keeper',
  'account-invited': 'place',
  'induction-missing': 'place',
  'cards-missing': 'place',
  'cards-ordered': 'keeper',
  'cards-on-way': 'place',
  'desk-missing': 'place',
} as const satisfies Record<string, Doer>
export type Situation = keyof typeof doers

/**
 * What the register has of a newcomer (function `newcomer_days` of migration 0068): days in Finland, null of what is not.
 * @property bindsFrom of a commitment that all have signed and that comes into force later
 * @property waitingId of a commitment that waits for signatures
 * @property accountOn when the first of its people came; `hasAccount`: somebody is there now
 */
export type Facts = {
  kind: PlaceKind
  askedOn: Day
  answeredOn: Day | null
  unitState: 'proposed' | 'declined' | 'active' | null
  approvedOn: Day | null
  committedOn: Day | null
  bindsFrom: Day | null
  waitingId: number | null
  sentOn: Day | null
  isOursToSign: boolean
  accountOn: Day | null
  hasAccount: boolean
  invitedOn: Day | null
  inductionOn: Day | null
  orderState: 'asked' | 'forwarded' | 'sent' | 'received' | 'declined' | 'cancelled' | null
  orderChangedOn: Day | null
  cardsOn: Day | null
  deskOn: Day | null
}

/** @property since when the situation began, where the register says so by itself */
type Missing = { situation: Situation; since: Day | null }
const missing = (situation: Situation, since: Day | null = null): Missing => ({ situation, since })

const commitmentOf = (facts: Facts): Missing => {
  if (facts.bindsFrom !== null) return missing('commitment-later')
  if (facts.waitingId === null) return missing('commitment-missing')
  return missing(facts.isOursToSign ? 'commitment-ours' : 'commitment-others', facts.sentOn)
}

const cardsOf = ({ orderState, orderChangedOn }: Facts): Missing => {
  if (orderState === 'asked' || orderState === 'forwarded') return missing('cards-ordered', orderChangedOn)
  return orderState === 'sent' ? missing('cards-on-way', orderChangedOn) : missing('cards-missing')
}

/** What each step lacks while it is not done. */
const missingOf: Record<StepName, (facts: Facts) => Missing> = {
  answer: () => missing('answer-waits'),
  approval: ({ unitState }) => missing(unitState === 'declined' ? 'approval-declined' : 'approval-waits'),
  commitment: commitmentOf,
  account: ({ invitedOn }) =>
    invitedOn === null ? missing('account-missing') : missing('account-invited', invitedOn),
  induction: () => missing('induction-missing'),
  cards: cardsOf,
  desk: () => missing('desk-missing'),
}

/**
 * The day on which each step was done, or null. A place whose people have all left has no account any more: its step is
 * open again while others are, and stays done once the place has joined.
 */
const doneDays = (facts: Facts): Record<StepName, Day | null> => {
  const { inductionOn, committedOn } = facts
  const last = facts.kind === 'unit' ? facts.cardsOn : facts.deskOn
  const isJoined = inductionOn !== null && committedOn !== null && last !== null
  return {
    answer: facts.answeredOn,
    approval: facts.approvedOn,
    commitment: committedOn,
    account: facts.hasAccount || isJoined ? facts.accountOn : null,
    induction: inductionOn,
    cards: facts.cardsOn,
    desk: facts.deskOn,
  }
}

export type DoneStep = { name: StepName; doneOn: Day }
/** @property waitedSince the day from which it has waited */
type NextStep = { name: StepName; situation: Situation; doer: Doer; waitedSince: Day }
/** @property next null when all is done: the place has joined on `joinedOn` */
export type Progress = { done: DoneStep[]; next: NextStep | null; left: StepName[]; joinedOn: Day | null }

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

/** The way in of one newcomer: what is done, in the order of the steps, and the one step that is next. */
export const progressOf = (facts: Facts): Progress => {
  const names = stepsOfKind[facts.kind]
  const days = doneDays(facts)
  const done = names.flatMap((name) => {
    const doneOn = days[name]
    return doneOn === null ? [] : [{ name, doneOn }]
  })
  const left = names.filter((name) => days[name] === null)
  const [name] = left
  if (name === undefined)
    return { done, next: null, left, joinedOn: latest(done.map(({ doneOn }) => doneOn)) }
  const { situation, since } = missingOf[name](facts)
  const before = names.slice(0, names.indexOf(name)).map((one) => days[one])
  const waitedSince = latest([facts.askedOn, ...before, since])!
  return { done, next: { name, situation, doer: doers[situation], waitedSince }, left, joinedOn: null }
}

/** How many days a step of theirs waits before whoever asked is written to. Our own choice (docs/our-choices.md). */
export const reminderDays = 14

/** The steps that somebody of the place can be written of: a letter of its own tells of a commitment that waits. */
const remindedSteps = ['account', 'induction', 'cards', 'desk'] as const
export type RemindedStep = (typeof remindedSteps)[number]

/** The step of which whoever asked is to be written to today; null when none waits for them that long. */
export const stepToRemindOf = ({ next }: Progress, today: Day): RemindedStep | null => {
  if (next === null || next.doer !== 'place') return null
  if (addDays(next.waitedSince, reminderDays) > today) return null
  return remindedSteps.find((name) => name === next.name) ?? null
}

/** Whole days from one to the other. */
export const daysWaited = (since: Day, today: Day): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000))
