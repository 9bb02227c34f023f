import { expect, test } from 'vitest'
import type { State } from '../commitments/rules.ts'
import { ownPartOf, type Standing, standingOf } from './rules.ts'

const today = '2026-11-26'
const at = new Date('2026-11-01T10:00:00Z')
const signed = { signedAt: at }
const missing = { signedAt: null }

const cases: [
  what: string,
  given: { state?: State; from?: string; until?: string | null; endedOn?: string | null },
  parties: { signedAt: Date | null }[],
  standing: Standing,
][] = [
  ['a draft', { state: 'draft' }, [missing, missing], { kind: 'draft' }],
  ['sent, nobody has signed', { state: 'waiting' }, [missing, missing], { kind: 'waiting', missing: 2 }],
  [
    'sent, one of three is missing',
    { state: 'waiting' },
    [signed, missing, signed],
    { kind: 'waiting', missing: 1 },
  ],
  ['declined', { state: 'declined' }, [signed, missing], { kind: 'declined' }],
  ['too late', { state: 'expired' }, [signed, missing], { kind: 'expired' }],
  ['cancelled', { state: 'cancelled' }, [missing, missing], { kind: 'cancelled' }],
  ['in force until further notice', {}, [signed, signed], { kind: 'in-force' }],
  ['from today on', { from: today }, [signed], { kind: 'in-force' }],
  ['from tomorrow on', { from: '2026-11-27' }, [signed], { kind: 'coming', from: '2026-11-27' }],
  ['from next June on', { from: '2027-06-01' }, [signed], { kind: 'coming', from: '2027-06-01' }],
  [
    'from tomorrow on for a month',
    { from: '2026-11-27', until: '2026-12-26' },
    [],
    { kind: 'coming', from: '2026-11-27' },
  ],
  ['the last day is far', { until: '2027-05-27' }, [signed], { kind: 'in-force' }],
  ['the last day is in six months', { until: '2027-05-26' }, [signed], { kind: 'ending', on: '2027-05-26' }],
  ['the last day is today', { until: today }, [signed], { kind: 'ending', on: today }],
  ['the last day was yesterday', { until: '2026-11-25' }, [signed], { kind: 'ended' }],
  ['notice was given', { endedOn: '2026-12-31' }, [signed], { kind: 'ending', on: '2026-12-31' }],
  ['notice for a far day', { endedOn: '2028-12-31' }, [signed], { kind: 'ending', on: '2028-12-31' }],
  [
    'notice before it begins',
    { from: '2027-01-01', endedOn: '2027-03-01' },
    [signed],
    { kind: 'ending', on: '2027-03-01' },
  ],
  ['it ended by notice yesterday', { endedOn: '2026-11-25' }, [signed], { kind: 'ended' }],
  ['it ends by notice today', { endedOn: today }, [signed], { kind: 'ending', on: today }],
  [
    'its time is over before the notice is',
    { until: '2026-12-01', endedOn: '2026-12-31' },
    [signed],
    { kind: 'ending', on: '2026-12-01' },
  ],
]

test.each(cases)('%s', (_, given, parties, standing) =>
  expect(
    standingOf({ state: 'signed', from: '2026-01-01', until: null, endedOn: null, ...given }, parties, today),
  ).toEqual(standing),
)

test.each<[string, Standing, boolean, string]>([
  ['my own signature is missing', { kind: 'waiting', missing: 1 }, false, 'mine'],
  ['another’s is', { kind: 'waiting', missing: 1 }, true, 'others'],
  ['in force', { kind: 'in-force' }, true, 'in-force'],
  ['still to come', { kind: 'coming', from: today }, true, 'in-force'],
  ['about to end', { kind: 'ending', on: today }, true, 'in-force'],
  ['over', { kind: 'ended' }, true, 'past'],
  ['declined', { kind: 'declined' }, false, 'past'],
  ['nobody signed in time', { kind: 'expired' }, false, 'past'],
])('in a partner’s list: %s', (_, standing, hasSigned, part) =>
  expect(ownPartOf(standing, hasSigned)).toBe(part),
)
