import type { Day } from '../lib/dates.ts'

/** How far a municipality's interest has come. */
const interestStates = ['new', 'talking', 'opened', 'declined'] as const
export type InterestState = (typeof interestStates)[number]

/** What an interest may become, of each state; what was opened or declined stays. */
export const isOpenInterest = (state: InterestState): boolean => state === 'new' || state === 'talking'

/**
 * What is done before a pilot, in this order (page “Käyttöönotto” of kaikukortti.fi and the coordinators' tasks: a
 * working pair, county and municipality agree, an issuer of the third sector, sites, printing, page, accounts, training).
 */
export const stepNames = [
  'talk',
  'pair',
  'agreement',
  'third-sector',
  'issuers',
  'sites',
  'commitments',
  'printing',
  'local-page',
  'feedback',
  'accounts',
  'training',
] as const
export type StepName = (typeof stepNames)[number]
export const stepStates = ['open', 'done', 'not-needed'] as const
export type StepState = (typeof stepStates)[number]

/** What people said of a step: who does it by when. */
export type KeptStep = {
  name: StepName
  who: string | null
  dueOn: Day | null
  note: string | null
  state: StepState
}

/** What the register sees of an area by itself. */
export type StepFacts = {
  talks: number
  cultureCoordinators: number
  soteCoordinators: number
  units: number
  thirdSectorUnits: number
  organisationsWithoutContact: number
  sites: number
  sitesWithoutContact: number
  placesWithoutCommitment: number
  cardOrders: number
  hasFinnishText: boolean
  hasContact: boolean
  placesWithoutAccount: number
}

/**
 * @property missing how many still lack what the step is about; 0 where it is not of that kind
 * @property isSeen the register sees by itself whether it is done
 */
export type Step = KeptStep & { isDone: boolean; isSeen: boolean; missing: number; isLate: boolean }

type Seen = { isDone: boolean; missing: number }
const have = (isDone: boolean): Seen => ({ isDone, missing: 0 })
const lack = (missing: number, isBegun: boolean): Seen => ({ isDone: isBegun && missing === 0, missing })

/** What the register sees of each step; undefined of what only people know. */
const seenOf = (facts: StepFacts): Partial<Record<StepName, Seen>> => ({
  talk: have(facts.talks > 0),
  pair: have(facts.cultureCoordinators > 0 && facts.soteCoordinators > 0),
  'third-sector': have(facts.thirdSectorUnits > 0),
  issuers: lack(facts.organisationsWithoutContact, facts.units > 0),
  sites: lack(facts.sitesWithoutContact, facts.sites > 0),
  commitments: lack(facts.placesWithoutCommitment, facts.units + facts.sites > 0),
  printing: have(facts.cardOrders > 0),
  'local-page': have(facts.hasFinnishText),
  feedback: have(facts.hasContact),
  accounts: lack(facts.placesWithoutAccount, facts.units + facts.sites > 0),
})

const untouched = (name: StepName): KeptStep => ({ name, who: null, dueOn: null, note: null, state: 'open' })

/** The steps of a plan, in their order: what people say of one counts before what the register sees. */
export const stepsOf = (kept: readonly KeptStep[], facts: StepFacts, today: Day): Step[] => {
  const seen = seenOf(facts)
  return stepNames.map((name) => {
    const step = kept.find((one) => one.name === name) ?? untouched(name)
    const one = seen[name]
    const isDone = step.state !== 'open' || (one?.isDone ?? false)
    const isLate = !isDone && step.dueOn !== null && step.dueOn < today
    return { ...step, isDone, isSeen: one !== undefined, missing: one?.missing ?? 0, isLate }
  })
}

/** The step that comes next; null when all is done. */
export const nextStep = (steps: readonly Step[]): Step | null => steps.find(({ isDone }) => !isDone) ?? null
