import { describe, expect, test } from 'vitest'
import { dueReminder, hasRoomForKey, keyEnd, keyStateOf, readKeyStart } from './rules.ts'

const now = new Date('2026-05-31T09:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

test('two keys work at once, not three; those that ended or expired take no room', () => {
  const works = { expiresAt: inDays(1), endedAt: null }
  const ended = { expiresAt: inDays(1), endedAt: now }
  const expired = { expiresAt: now, endedAt: null }
  expect([works, ended, expired].map((key) => keyStateOf(key, now))).toEqual(['works', 'ended', 'expired'])
  expect(hasRoomForKey([works, ended, expired], now)).toBe(true)
  expect(hasRoomForKey([works, works, ended], now)).toBe(false)
})

test.each([
  [3, '2026-08-31T09:00:00.000Z'],
  [6, '2026-11-30T09:00:00.000Z'],
  [12, '2027-05-31T09:00:00.000Z'],
])('a key of %i months ends on %s', (months, end) => expect(keyEnd(now, months).toISOString()).toBe(end))

describe('the letters before the end of a key', () => {
  test.each([
    [31, null, null],
    [30, null, 30],
    [29, 30, null],
    [7, 30, 7],
    [7, null, 7],
    [6, 7, null],
    [0, null, null],
  ] as const)('%i days before, after the letter of %s days: %s', (days, reminded, due) =>
    expect(dueReminder(inDays(days), reminded, now)).toBe(due),
  )
})

test.each([
  ['kk_live_1a2b3c4d', 'kk_live_1a2b3c4d'],
  [' KK_TEST_1A2B3C4D ', 'kk_test_1a2b3c4d'],
  [`kk_live_1a2b3c4d_${'x'.repeat(43)}_00000000`, 'kk_live_1a2b3c4d'],
  ['kk_live_1a2b', null],
  ['1a2b3c4d', null],
  ['', null],
])('of %s the start is %s', (typed, start) => expect(readKeyStart(typed)).toBe(start))
