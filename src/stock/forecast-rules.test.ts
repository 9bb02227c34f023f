import { describe, expect, test } from 'vitest'
import { forecastOf, isLow, type Pace, suggestedOrder } from './forecast-rules.ts'

const today = '2026-05-04'
const old = '2024-01-08'
const pace = (registered: number, since: string | null = old): Pace => ({ registered, since })

describe('how long the cards last', () => {
  test.each([
    ['12 a week for 12 weeks, 60 left', 60, pace(144), { kind: 'weeks', weeks: 5 }],
    ['one a week, 5 left', 5, pace(12), { kind: 'weeks', weeks: 5 }],
    ['weeks are rounded down, for nobody should wait too long', 11, pace(24), { kind: 'weeks', weeks: 5 }],
    ['less than a week', 3, pace(60), { kind: 'weeks', weeks: 0 }],
    ['26 weeks are counted out', 26, pace(12), { kind: 'weeks', weeks: 26 }],
    ['more than that is over half a year', 27, pace(12), { kind: 'long' }],
    ['an empty box needs no rate', 0, pace(0, null), { kind: 'none' }],
    ['a unit that has given out nothing', 40, pace(0, null), { kind: 'unknown' }],
    ['two cards in twelve weeks tell nothing', 40, pace(2), { kind: 'unknown' }],
    [
      'a unit of four weeks is measured by its own weeks',
      20,
      pace(20, '2026-04-06'),
      { kind: 'weeks', weeks: 4 },
    ],
    ['a unit of one week is too young', 20, pace(20, '2026-04-27'), { kind: 'unknown' }],
    ['a unit of exactly two weeks is old enough', 20, pace(20, '2026-04-20'), { kind: 'weeks', weeks: 2 }],
  ] as const)('%s', (_, stock, given, forecast) => expect(forecastOf(stock, given, today)).toEqual(forecast))
})

describe('when to order', () => {
  test.each([
    ['no cards', 0, pace(0), true],
    ['under four weeks', 3, pace(12), true],
    ['four weeks', 4, pace(12), false],
    ['nobody knows', 4, pace(1), false],
    ['half a year', 100, pace(12), false],
  ] as const)('%s', (_, stock, given, low) => expect(isLow(forecastOf(stock, given, today))).toBe(low))
})

describe('how many to order', () => {
  test.each([
    ['twelve weeks more, in boxes of 25', 0, pace(60), 75],
    ['what there is counts', 20, pace(60), 50],
    ['a box at least', 400, pace(12), 25],
    ['a box where nobody knows', 0, pace(0, null), 25],
    ['never more than 500', 0, pace(3000), 500],
  ] as const)('%s', (_, have, given, cards) => expect(suggestedOrder(have, given, today)).toBe(cards))
})
