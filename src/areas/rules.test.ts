import { expect, test } from 'vitest'
import { checklistOf, type Findings, nextPhase } from './rules.ts'

const full: Findings = {
  cultureCoordinators: 1,
  soteCoordinators: 2,
  units: 3,
  thirdSectorUnits: 1,
  sites: 4,
  organisationsWithoutContact: 0,
  sitesWithoutContact: 0,
  hasFinnishText: true,
}
const missingOf = (given: Partial<Findings>) =>
  checklistOf({ ...full, ...given })
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name)

test.each<[string, Partial<Findings>, string[]]>([
  ['all is in order', {}, []],
  ['no coordinator for culture', { cultureCoordinators: 0 }, ['culture']],
  ['none for sote', { soteCoordinators: 0 }, ['sote']],
  ['no third-sector issuer', { thirdSectorUnits: 0 }, ['third-sector']],
  ['no unit: then its contact person is missing too', { units: 0 }, ['unit', 'organisation-contacts']],
  ['no site', { sites: 0 }, ['site', 'site-contacts']],
  ['an organisation without a contact person', { organisationsWithoutContact: 1 }, ['organisation-contacts']],
  ['sites without one', { sitesWithoutContact: 2 }, ['site-contacts']],
  ['no text', { hasFinnishText: false }, ['text']],
])('%s', (_, given, missing) => expect(missingOf(given)).toEqual(missing))

test('tells how many contact persons are missing', () =>
  expect(
    checklistOf({ ...full, sitesWithoutContact: 2 }).find(({ name }) => name === 'site-contacts'),
  ).toEqual({
    ...{ name: 'site-contacts', isDone: false, missing: 2 },
  }))

test('each phase has a next one, but for the last', () =>
  expect(
    [null, 'interest', 'preparing', 'pilot', 'permanent', 'ended'].map((phase) => nextPhase(phase as never)),
  ).toEqual(['pilot', 'preparing', 'pilot', 'permanent', null, 'pilot']))
