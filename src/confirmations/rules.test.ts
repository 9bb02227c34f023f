import { describe, expect, test } from 'vitest'
import { instructedProblem, mayRemind, remindsByItself } from './rules.ts'

describe('the day of instruction', () => {
  test.each([
    ['today', '2026-05-04', null],
    ['a year ago to the day', '2025-05-04', null],
    ['a day more than a year ago', '2025-05-03', 'instructed-old'],
    ['tomorrow', '2026-05-05', 'instructed-future'],
  ])('%s', (_, day, problem) => expect(instructedProblem(day, '2026-05-04')).toBe(problem))

  test('a year back from a leap day is the end of February', () => {
    expect(instructedProblem('2027-03-01', '2028-02-29')).toBeNull()
    expect(instructedProblem('2027-02-28', '2028-02-29')).toBe('instructed-old')
  })
})

test.each([
  ['2026-08-31', false],
  ['2026-09-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('on %s letters go out by themselves: %s', (day, does) => expect(remindsByItself(day)).toBe(does))

test.each([
  ['never', null, true],
  ['13 days ago', '2026-05-05', false],
  ['14 days ago', '2026-05-04', true],
])('a letter after the latest, %s', (_, latest, may) => expect(mayRemind(latest, '2026-05-18', 14)).toBe(may))
