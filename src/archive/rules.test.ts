import { expect, test } from 'vitest'
import { classesOn, endOf, keptUntil, type RetentionClass, standingOf } from './rules.ts'

const madeAt = new Date(0)
const entry = { recordNumber: 'A/1', retentionClass: 'ten', madeAt, madeBy: 'test' }
const kept = (day: string) =>
  ({ decision: 'kept', keptUntil: day, reason: 'x', madeAt, madeBy: 'test' }) as const
const facts = { entry, decision: null, years: 10, until: '2028-05-31', endedOn: null }

test.each<[string, Partial<Parameters<typeof standingOf>[0]>, string, string]>([
  ['its last day of keeping', {}, '2038-05-31', 'kept'],
  ['the day after it', {}, '2038-06-01', 'due'],
  ['ended before its term', { endedOn: '2027-01-31' }, '2037-02-01', 'due'],
  ['a notice after its term', { endedOn: '2030-01-31' }, '2038-06-01', 'due'],
  ['until further notice', { until: null }, '2099-01-01', 'kept'],
  ['kept longer', { decision: kept('2045-12-31') }, '2045-12-31', 'kept'],
  ['and that is over too', { decision: kept('2045-12-31') }, '2046-01-01', 'due'],
  ['for ever', { years: null }, '2099-01-01', 'permanent'],
  ['without a number', { entry: null }, '2099-01-01', 'unrecorded'],
  [
    'disposed of',
    { decision: { ...kept('2045-12-31'), decision: 'disposed', keptUntil: null } },
    '2099-01-01',
    'disposed',
  ],
])('%s', (_, given, today, standing) => expect(standingOf({ ...facts, ...given }, today)).toBe(standing))

test('time is counted from the earlier end, and a leap day has its own', () => {
  expect(endOf({ until: '2028-05-31', endedOn: '2027-01-31' })).toBe('2027-01-31')
  expect(endOf({ until: null, endedOn: null })).toBeNull()
  expect(keptUntil('2028-02-29', 10)).toBe('2038-02-28')
})

test('of each class the row that has begun last holds', () => {
  const row = (code: string, from: string, years: number): RetentionClass => ({
    ...{ code, from, years, name: { fi: code, sv: code, en: code }, source: { fi: 'x', sv: 'x', en: 'x' } },
  })
  const rows = [row('ten', '2026-01-01', 10), row('ten', '2030-01-01', 12), row('six', '2031-01-01', 6)]
  expect(classesOn(rows, '2029-12-31').map(({ years }) => years)).toEqual([10])
  expect(classesOn(rows, '2030-01-01').map(({ years }) => years)).toEqual([12])
})
