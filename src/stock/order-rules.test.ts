import { describe, expect, test } from 'vitest'
import {
  mayAnswer,
  mayCancel,
  mayForward,
  type OrderState,
  orderStates,
  partProblem,
  type Side,
  sendProblem,
  splitDelivery,
  suggestSerials,
  turnOf,
} from './order-rules.ts'
import type { StockRange } from './rules.ts'

describe('who may take which step', () => {
  const allowed = (may: (state: OrderState, side: Side) => boolean) =>
    (['unit', 'area', 'centre'] as const).map((side) =>
      [side, ...orderStates.filter((state) => may(state, side))].join(' '),
    )
  test('cancel', () =>
    expect(allowed(mayCancel)).toEqual(['unit asked', 'area asked forwarded', 'centre asked forwarded']))
  test('answer', () => expect(allowed(mayAnswer)).toEqual(['unit', 'area asked', 'centre asked forwarded']))
  test('forward', () => expect(orderStates.filter(mayForward)).toEqual(['asked']))
  test.each([
    ['asked', 7, 'area'],
    ['forwarded', 7, 'centre'],
    ['sent', 7, 'unit'],
    ['sent', null, 'area'],
    ['received', 7, null],
    ['declined', 7, null],
    ['cancelled', null, null],
  ] as const)('an order that is %s, unit %s: the turn is of %s', (state, unitId, side) =>
    expect(turnOf({ state, unitId })).toBe(side),
  )
})

const box = (first: number, last: number, more: Partial<StockRange> = {}): StockRange => ({
  ...{
    first,
    last,
    cardType: 'personal',
    place: 'area',
    areaId: 3,
    unitId: null,
    orderId: null,
    reason: null,
  },
  ...more,
})

describe('which numbers can be sent', () => {
  const order = { cardType: 'personal', areaId: 3 } as const
  test.each([
    ['all in one box', [1, 50], [box(1, 50)], null],
    ['in two boxes side by side', [1, 50], [box(1, 20), box(21, 50)], null],
    ['the last before the first', [50, 1], [], 'serials-turned'],
    ['more than a sending', [1, 5001], [box(1, 5001)], 'serials-many'],
    ['some gone', [1, 50], [box(1, 49)], 'serials-elsewhere'],
    [
      'some at a unit',
      [1, 50],
      [box(1, 40), box(41, 50, { place: 'unit', areaId: null, unitId: 9 })],
      'serials-elsewhere',
    ],
    ['some of another area', [1, 2], [box(1, 1), box(2, 2, { areaId: 4 })], 'serials-elsewhere'],
    ['some on their way already', [1, 2], [box(1, 1), box(2, 2, { place: 'way' })], 'serials-elsewhere'],
    [
      'some blocked',
      [1, 2],
      [box(1, 1), box(2, 2, { place: 'blocked', reason: 'lost' })],
      'serials-elsewhere',
    ],
    ['of the other kind', [1, 2], [box(1, 1), box(2, 2, { cardType: 'community' })], 'serials-type'],
  ] as const)('%s', (_, [first, last], pieces, problem) =>
    expect(sendProblem({ first, last }, pieces, order)).toBe(problem),
  )
  test('the centre sends from its own only', () => {
    const own = box(1, 2, { place: 'centre', areaId: null })
    expect(sendProblem({ first: 1, last: 2 }, [own], { cardType: 'personal', areaId: null })).toBeNull()
    expect(sendProblem({ first: 1, last: 2 }, [box(1, 2)], { cardType: 'personal', areaId: null })).toBe(
      'serials-elsewhere',
    )
  })
  test('the suggestion is the first box that holds all, else what the first holds', () => {
    expect(suggestSerials([box(1, 10), box(31, 90)], 50)).toEqual({ first: 31, last: 80 })
    expect(suggestSerials([box(1, 10), box(31, 60)], 50)).toEqual({ first: 1, last: 10 })
    expect(suggestSerials([], 50)).toBeNull()
  })
})

describe('a delivery of which only a part came', () => {
  const delivery = [
    { first: 1, last: 10 },
    { first: 21, last: 30 },
  ]
  test.each([
    [
      'the middle',
      { first: 5, last: 24 },
      [
        [5, 10],
        [21, 24],
      ],
      [
        [1, 4],
        [25, 30],
      ],
    ],
    ['one box', { first: 1, last: 10 }, [[1, 10]], [[21, 30]]],
    [
      'all',
      { first: 1, last: 30 },
      [
        [1, 10],
        [21, 30],
      ],
      [],
    ],
    [
      'nothing',
      null,
      [],
      [
        [1, 10],
        [21, 30],
      ],
    ],
  ] as const)('%s', (_, came, kept, missing) => {
    const pairs = (ranges: readonly { first: number; last: number }[]) =>
      ranges.map(({ first, last }) => [first, last])
    const parts = splitDelivery(delivery, came)
    expect([pairs(parts.came), pairs(parts.missing)]).toEqual([kept, missing])
  })
  test.each([
    [{ first: 5, last: 24 }, null],
    [{ first: 24, last: 5 }, 'serials-turned'],
    [{ first: 12, last: 15 }, 'part-outside'],
    [{ first: 5, last: 31 }, 'part-outside'],
    [{ first: 0, last: 5 }, 'part-outside'],
  ] as const)('%o is %s', (came, problem) => expect(partProblem(delivery, came)).toBe(problem))
})
