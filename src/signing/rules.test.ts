import { expect, test } from 'vitest'
import { rightText } from './event-words.ts'
import { type Status, statusOf } from './rules.ts'

const today = '2026-05-04'
type Facts = Parameters<typeof statusOf>[0]
const facts: Facts = {
  ...{ state: 'signed', from: '2026-01-01', until: null, endedOn: null, answerUntil: '2026-05-30' },
}

const cases: [string, Partial<Facts>, Status][] = [
  ['until further notice', {}, { kind: 'in-force' }],
  ['its term ends in six months', { until: '2026-11-04' }, { kind: 'ends', on: '2026-11-04' }],
  ['its term ends later', { until: '2026-11-05' }, { kind: 'in-force' }],
  ['notice was given', { endedOn: '2027-02-27' }, { kind: 'ends', on: '2027-02-27' }],
  [
    'notice, and a term that ends first',
    { endedOn: '2027-02-27', until: '2026-06-30' },
    { kind: 'ends', on: '2026-06-30' },
  ],
  ['its first day is to come', { from: '2026-06-01' }, { kind: 'coming', on: '2026-06-01' }],
  ['ended before its first day', { from: '2026-06-01', endedOn: '2026-05-20' }, { kind: 'never' }],
  ['ended before its first day, long ago', { from: '2026-04-01', endedOn: '2026-03-20' }, { kind: 'never' }],
  ['it ended yesterday', { endedOn: '2026-05-03' }, { kind: 'over' }],
  ['its last day is today', { endedOn: today }, { kind: 'ends', on: today }],
  ['one has not signed', { state: 'waiting' }, { kind: 'waiting', missing: 1 }],
  ['nobody can sign any more', { state: 'waiting', answerUntil: '2026-05-03' }, { kind: 'late' }],
  ['declined', { state: 'declined' }, { kind: 'declined' }],
]

test.each(cases)('how a commitment stands: %s', (_, changes, status) => {
  const parties = [{ signedAt: new Date('2026-01-02T10:00:00Z') }, { signedAt: null }]
  expect(statusOf({ ...facts, ...changes }, parties, today)).toEqual(status)
})

test('what was written beside the right to sign is read by who checks it, whatever the right rests on', () => {
  expect(rightText('fi', { basis: 'position', reference: null })).toBe('Oikeus perustuu asemaan.')
  expect(rightText('fi', { basis: 'position', reference: 'johtosääntö 4 §' })).toBe(
    'Oikeus perustuu asemaan: johtosääntö 4 §.',
  )
  expect(rightText('sv', { basis: 'decision', reference: '12/2026' })).toBe('Beslut: 12/2026.')
})
