import { describe, expect, test } from 'vitest'
import { languages } from '../i18n/translated.ts'
import {
  countedDays,
  type LimitFacts,
  limitPeriods,
  limitProblem,
  periodsAt,
  remainingOf,
  resetsAt,
} from './limit-rules.ts'
import { limitText, onDay } from './limit-words.ts'
import { useKinds } from './rules.ts'

test.each([
  ['a Monday begins its week', '2026-11-23', 'week', '2026-11-23', '2026-11-29'],
  ['a Sunday ends it', '2026-11-29', 'week', '2026-11-23', '2026-11-29'],
  ['a week goes over the new year', '2027-01-01', 'week', '2026-12-28', '2027-01-03'],
  ['a day before the counting of days began', '1969-12-31', 'week', '1969-12-29', '1970-01-04'],
  ['February of a leap year', '2028-02-29', 'month', '2028-02-01', '2028-02-29'],
  ['December', '2026-12-31', 'month', '2026-12-01', '2026-12-31'],
  ['the last day of spring', '2026-07-31', 'term', '2026-01-01', '2026-07-31'],
  ['the first day of autumn', '2026-08-01', 'term', '2026-08-01', '2026-12-31'],
  ['a year', '2026-06-15', 'calendar-year', '2026-01-01', '2026-12-31'],
  ['a day', '2026-03-29', 'day', '2026-03-29', '2026-03-29'],
] as const)('%s', (_, day, period, from, until) => expect(periodsAt(day)[period]).toEqual({ from, until }))

test('an event is its name, on whatever days; without one, the day is the event', () => {
  expect(countedDays('event', '2026-05-04', 'Lumikuningatar')).toBeNull()
  expect(countedDays('event', '2026-05-04', null)).toEqual({ from: '2026-05-04', until: '2026-05-04' })
})

describe('two a week', () => {
  const week = { from: '2026-11-23', until: '2026-11-29' }
  const limit = (used: number): LimitFacts => ({ volume: 2, period: 'week', used, days: week })
  test.each([
    ['the first', 0, 1, null, 2],
    ['the second', 1, 1, null, 1],
    ['the third', 2, 1, 'limit-reached', 0],
    ['two at once after one', 1, 2, 'limit-reached', 1],
    ['children whose adult has a ticket', 2, 0, null, 0],
    ['after the limit was lowered', 3, 1, 'limit-reached', 0],
  ] as const)('%s', (_, used, adults, problem, remaining) => {
    expect(limitProblem(limit(used), adults)).toBe(problem)
    expect(remainingOf(limit(used))).toBe(remaining)
  })
  test('the next week begins on Monday', () => expect(resetsAt(limit(2))).toBe('2026-11-30'))
  test('an event gives no more later', () =>
    expect(resetsAt({ volume: 1, period: 'event', used: 1, days: null })).toBeNull())
})

test('without a limit there is nothing to reach', () => {
  expect(limitProblem(null, 99)).toBeNull()
  expect(remainingOf(null)).toBeNull()
})

test('a limit is said in every language, and the next day with its weekday', () => {
  expect(limitText('fi', 'ticket', { volume: 2, period: 'week' })).toBe('Enintään 2 lippua viikossa.')
  expect(limitText('sv', 'course-place', { volume: 1, period: 'term' })).toBe('Högst 1 kurs per termin.')
  expect(limitText('en', 'ticket', { volume: 1, period: 'event' })).toBe('At most 1 ticket an event.')
  const all = languages.flatMap((language) =>
    useKinds.flatMap((kind) =>
      limitPeriods.map((period) => limitText(language, kind, { volume: 3, period })),
    ),
  )
  expect(new Set(all).size).toBe(languages.length * useKinds.length * limitPeriods.length)
  expect(onDay('fi', '2026-11-30')).toBe('maanantaina 30.11.2026')
  expect(onDay('fi', '2026-12-02')).toBe('keskiviikkona 2.12.2026')
  expect(onDay('sv', '2026-11-30')).toBe('måndag 30.11.2026')
  expect(onDay('en', '2026-11-30')).toBe('Monday 30 November 2026')
})
