import { expect, test } from 'vitest'
import {
  endProblem,
  groups,
  keyOf,
  type Standing,
  standingOf,
  standings,
  stepProblem,
  type UseFacts,
  whoOf,
} from './rules.ts'

const today = '2026-11-26'
const leave = (given: Partial<Extract<UseFacts, { basis: 'leave' }>>): UseFacts => ({
  ...{ basis: 'leave', from: '2026-01-01', until: null, endedOn: null },
  ...given,
})

test.each<[string, UseFacts, Standing]>([
  ['until further notice', leave({}), 'running'],
  ['from today on', leave({ from: today }), 'running'],
  ['from tomorrow on', leave({ from: '2026-11-27' }), 'coming'],
  ['the last day is in 61 days', leave({ until: '2027-01-26' }), 'running'],
  ['the last day is in 60 days', leave({ until: '2027-01-25' }), 'ending'],
  ['the last day is today', leave({ until: today }), 'ending'],
  [
    'the last day was yesterday, and nobody knows whether it stopped',
    leave({ until: '2026-11-25' }),
    'lapsed',
  ],
  ['it was over, and noted as ended later', leave({ until: '2026-11-01', endedOn: '2026-11-20' }), 'ended'],
  ['noted today as ended, over since long', leave({ until: '2026-11-01', endedOn: today }), 'ended'],
  ['ended yesterday before its time', leave({ until: '2027-12-31', endedOn: '2026-11-25' }), 'ended'],
  ['ends today before its time', leave({ until: '2027-12-31', endedOn: today }), 'ending'],
  ['ends far away before its time', leave({ until: '2028-12-31', endedOn: '2027-12-31' }), 'running'],
  ['noticed', { basis: 'found', lastStep: null }, 'noticed'],
  ['asked', { basis: 'found', lastStep: 'asked' }, 'asked'],
  ['settled', { basis: 'found', lastStep: 'settled' }, 'settled'],
])('%s', (_, use, standing) => expect(standingOf(use, today)).toBe(standing))

test('each standing is in one group, but what ends soon, which runs too', () => {
  const grouped = Object.values(groups).flat()
  expect([...new Set(grouped)].sort()).toEqual([...standings].sort())
  expect(grouped.filter((one, at) => grouped.indexOf(one) !== at)).toEqual(['ending'])
})

test('a leave is ended once, not before it began', () => {
  expect(endProblem({ from: '2026-01-01', endedOn: null }, '2025-12-31')).toBe('day-early')
  expect(endProblem({ from: '2026-01-01', endedOn: null }, '2026-01-01')).toBeNull()
  expect(endProblem({ from: '2026-01-01', endedOn: '2026-02-01' }, today)).toBe('ended-already')
})

test('what is done about a use has its order', () => {
  const last = { step: 'asked', on: '2026-11-20' } as const
  expect(stepProblem(last, '2026-11-19', today)).toBe('day-early')
  expect(stepProblem(last, '2026-11-20', today)).toBeNull()
  expect(stepProblem(last, '2026-11-27', today)).toBe('day-to-come')
  expect(stepProblem({ ...last, step: 'settled' }, today, today)).toBe('settled-already')
})

test('a user of the name is found again by its key', () => {
  for (const who of [{ organisationId: 12 }, { outsider: 'esimerkkilän kaupunki' }])
    expect(whoOf(keyOf(who))).toEqual(who)
  for (const key of ['', 'organisation-x', 'party-', 'site-3']) expect(whoOf(key)).toBeNull()
})
