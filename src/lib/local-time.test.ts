import { expect, test } from 'vitest'
import { instantOf, readTime } from './local-time.ts'

test.each([
  ['2026-01-15', '12:00', '2026-01-15T10:00:00.000Z'],
  ['2026-05-04', '19.30', '2026-05-04T16:30:00.000Z'],
  ['2026-05-04', '00:00:05', '2026-05-03T21:00:05.000Z'],
  // The night when clocks are turned forward, and the one when they are turned back.
  ['2026-03-29', '02:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29', '04:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '04:00', '2026-10-25T02:00:00.000Z'],
])('%s %s in Finland is %s', (day, typed, instant) =>
  expect(instantOf(day, readTime(typed)!).toISOString()).toBe(instant),
)

test.each([
  ['klo 9.05', 9 * 3600 + 300],
  ['19:30:12', 70212],
  ['24:00', null],
  ['7', null],
  ['', null],
])('%s', (typed, seconds) => expect(readTime(typed)).toBe(seconds))
