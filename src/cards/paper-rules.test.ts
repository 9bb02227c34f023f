import { expect, test } from 'vitest'
import { daysLate, firstHandOver, handedOnProblem } from './paper-rules.ts'

const today = '2026-05-04'
test.each([
  ['today is taken', '2026-05-04', null, null],
  ['tomorrow is not', '2026-05-05', null, 'handed-on-future'],
  ['60 days ago is taken', '2026-03-05', null, null],
  ['61 days ago is too long', '2026-03-04', null, 'handed-on-old'],
  ['the day when the unit was agreed is taken', '2026-05-01', '2026-05-01', null],
  ['the day before it is not', '2026-04-30', '2026-05-01', 'handed-on-early'],
  ['a unit agreed long ago changes nothing', '2026-03-05', '2020-01-01', null],
  ['too long ago is told first', '2026-01-01', '2026-05-01', 'handed-on-old'],
] as const)('%s', (_, day, agreedOn, problem) =>
  expect(handedOnProblem(day, { today, agreedOn })).toBe(problem),
)

test('the earliest day is the later of the two', () => {
  expect(firstHandOver(today, null)).toBe('2026-03-05')
  expect(firstHandOver(today, '2020-01-01')).toBe('2026-03-05')
  expect(firstHandOver(today, '2026-04-20')).toBe('2026-04-20')
})

test.each([
  ['2026-05-04', null],
  ['2026-04-27', null],
  ['2026-04-26', 8],
  ['2026-03-05', 60],
] as const)('a hand-over on %s is told as late by %s days', (day, days) =>
  expect(daysLate(day, today)).toBe(days),
)
