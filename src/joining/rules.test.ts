import { expect, test } from 'vitest'
import { type KeptStep, nextStep, type StepFacts, stepNames, stepsOf } from './rules.ts'

const nothing: StepFacts = {
  ...{ talks: 0, cultureCoordinators: 0, soteCoordinators: 0, units: 0, thirdSectorUnits: 0 },
  ...{ organisationsWithoutContact: 0, sites: 0, sitesWithoutContact: 0, placesWithoutCommitment: 0 },
  ...{ cardOrders: 0, hasFinnishText: false, hasContact: false, placesWithoutAccount: 0 },
}
const kept = (given: Partial<KeptStep> & Pick<KeptStep, 'name'>): KeptStep => ({
  ...{ who: null, dueOn: null, note: null, state: 'open' },
  ...given,
})
const done = (facts: Partial<StepFacts>, ...said: KeptStep[]) =>
  stepsOf(said, { ...nothing, ...facts }, '2026-05-04')
    .filter(({ isDone }) => isDone)
    .map(({ name }) => name)

test.each([
  ['nothing yet', {}, []],
  ['a talk', { talks: 1 }, ['talk']],
  ['one of the pair', { cultureCoordinators: 1 }, []],
  ['the pair', { cultureCoordinators: 1, soteCoordinators: 2 }, ['pair']],
  [
    'a unit without a contact person, without an account or a commitment',
    { units: 1, organisationsWithoutContact: 1, placesWithoutAccount: 1, placesWithoutCommitment: 1 },
    [],
  ],
  ['a unit in order', { units: 1 }, ['issuers', 'commitments', 'accounts']],
  [
    'of the third sector',
    { units: 1, thirdSectorUnits: 1 },
    ['third-sector', 'issuers', 'commitments', 'accounts'],
  ],
  [
    'cards, page and mailbox',
    { cardOrders: 1, hasFinnishText: true, hasContact: true },
    ['printing', 'local-page', 'feedback'],
  ],
] as const)('%s', (_, facts, expected) => expect(done(facts)).toEqual(expected))

test('what people say counts: what only they know, and what is not needed here', () =>
  expect(
    done({}, kept({ name: 'agreement', state: 'done' }), kept({ name: 'printing', state: 'not-needed' })),
  ).toEqual(['agreement', 'printing']))

test('the next step is the first that is open; late is what should have been done', () => {
  const steps = stepsOf(
    [
      kept({ name: 'talk', state: 'done' }),
      kept({ name: 'pair', dueOn: '2026-05-03' }),
      kept({ name: 'sites', dueOn: '2026-05-04' }),
    ],
    nothing,
    '2026-05-04',
  )
  expect(nextStep(steps)?.name).toBe('pair')
  expect(steps.filter(({ isLate }) => isLate).map(({ name }) => name)).toEqual(['pair'])
  expect(
    nextStep(
      stepsOf(
        stepNames.map((name) => kept({ name, state: 'done' })),
        nothing,
        '2026-05-04',
      ),
    ),
  ).toBeNull()
})
