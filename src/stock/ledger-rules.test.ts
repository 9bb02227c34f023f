import { expect, test } from 'vitest'
import {
  blockProblem,
  destinationOf,
  type Held,
  homeOf,
  moveProblem,
  placeKeyOf,
  readPlaceKey,
  readSerial,
  readSerials,
  stateOf,
  unblockProblem,
} from './ledger-rules.ts'
import type { StockRange } from './rules.ts'

test.each([
  ['1001', 1001],
  [' 1 001 ', 1001],
  ['Nro 1001', 1001],
  ['no. 7', 7],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['1001-1050', null],
  ['9999999999999', null],
  ['K7PQ2X9D4F', null],
  ['', null],
])('the number %j is read as %j', (typed, serial) => expect(readSerial(typed)).toBe(serial))

test.each([
  ['5', '9', { serials: { first: 5, last: 9 } }],
  ['5', '', { serials: { first: 5, last: 5 } }],
  ['', '9', { problems: { first: 'first-missing' } }],
  ['5', 'x', { problems: { last: 'last-missing' } }],
  ['9', '5', { problems: { last: 'last-before' } }],
  ['1', '1000000', { serials: { first: 1, last: 1_000_000 } }],
  ['1', '1000001', { problems: { last: 'range-long' } }],
])('%j to %j', (first, last, read) => expect(readSerials(first, last)).toEqual(read))

test.each(['centre', 'area-3', 'unit-7'])('%s names a place, there and back', (text) =>
  expect(placeKeyOf(readPlaceKey(text)!)).toBe(text),
)
test.each(['', 'unit-0', 'unit-x', 'way-1', 'area-1234567890', 'centre-1'])('%j names none', (text) =>
  expect(readPlaceKey(text)).toBeNull(),
)

test('what one sends to oneself is there at once, and to others goes by way', () => {
  expect(destinationOf({ kind: 'area', id: 3 }, 3)).toEqual({ place: 'area', areaId: 3 })
  expect(destinationOf({ kind: 'area', id: 3 }, null)).toEqual({ place: 'way', areaId: 3, orderId: null })
  expect(destinationOf({ kind: 'unit', id: 7 }, 3)).toEqual({ place: 'way', unitId: 7, orderId: null })
  expect(destinationOf({ kind: 'centre' }, null)).toEqual({ place: 'centre' })
})

const piece = (more: Partial<StockRange>): StockRange => ({
  ...{
    first: 1,
    last: 5,
    cardType: 'personal',
    place: 'unit',
    areaId: null,
    unitId: 7,
    orderId: null,
    reason: null,
  },
  ...more,
})
const held = (...pieces: StockRange[]): Held => ({ pieces, given: [] })
const blocked = piece({ first: 6, last: 9, place: 'blocked', reason: 'lost' })
const toUnit8 = { place: 'way', unitId: 8, orderId: null } as const

test('why numbers cannot be moved', () => {
  expect(moveProblem(held(piece({})), toUnit8)).toBeNull()
  expect(moveProblem(held(), toUnit8)).toBe('none-here')
  expect(moveProblem(held(piece({}), blocked), toUnit8)).toBe('blocked')
  expect(moveProblem(held(piece({ place: 'way', orderId: 4 })), toUnit8)).toBe('on-order')
  expect(moveProblem(held(piece({ place: 'way', unitId: 8 })), toUnit8)).toBe('there-already')
  expect(moveProblem(held(piece({ unitId: 8 })), toUnit8)).toBe('there-already')
  expect(
    moveProblem(held(piece({ place: 'way', unitId: 8 }), piece({ first: 6, last: 6 })), toUnit8),
  ).toBeNull()
})

test('why numbers cannot be blocked or unblocked', () => {
  expect(blockProblem(held(piece({}), piece({ first: 6, last: 7, place: 'way', orderId: 4 })))).toBeNull()
  expect(blockProblem(held())).toBe('none-here')
  expect(blockProblem(held(piece({}), blocked))).toBe('blocked-already')
  expect(unblockProblem(held(blocked))).toBeNull()
  expect(unblockProblem(held(blocked, piece({})))).toBe('not-blocked')
  expect(unblockProblem(held())).toBe('none-here')
})

test('unblocked cards go back to whose they were', () => {
  expect(homeOf(blocked)).toEqual({ place: 'unit', unitId: 7 })
  expect(homeOf({ ...blocked, unitId: null, areaId: 3 })).toEqual({ place: 'area', areaId: 3 })
  expect(homeOf({ ...blocked, unitId: null })).toEqual({ place: 'centre' })
})

test('any change of what lies where is another state, of the same count too', () => {
  const before = held(piece({}))
  const others: Held[] = [
    held(piece({ unitId: 8 })),
    held(piece({ first: 2, last: 6 })),
    { ...before, given: [{ first: 6, last: 6 }] },
    held(piece({ first: 1, last: 2 }), piece({ first: 3, last: 5, place: 'way' })),
  ]
  for (const other of others) expect(stateOf(other)).not.toBe(stateOf(before))
  expect(stateOf(held(piece({})))).toBe(stateOf(before))
})
