import { describe, expect, it, test } from 'vitest'
import { changeOf, greatestOf, partIn, sheetOf, tellingPeriod } from './figure-rules.ts'
import { inPeriod } from './period-words.ts'
import { isWorthARow } from './plan-rules.ts'
import { fits, keyOf, kindsFor, nextClosing, placeOf, quarterBefore, yearBefore } from './rules.ts'

test.each([
  ['2026-Q1', '2025-Q4', '2025-Q1'],
  ['2026-Q4', '2026-Q3', '2025-Q4'],
  ['2026', null, '2025'],
])('%s comes after %s and is compared with %s', (period, before, year) => {
  expect(quarterBefore(period)).toBe(before)
  expect(yearBefore(period)).toBe(year)
})

test.each([
  ['board', '2026-04-15', '2026-Q1', '2026-04-15'],
  ['board', '2026-04-16', '2026-Q2', '2026-07-15'],
  ['board', '2026-01-03', '2025-Q4', '2026-01-15'],
  ['annual', '2026-01-15', '2025', '2026-01-15'],
  ['grant', '2026-01-16', '2026', '2027-01-15'],
] as const)('on %s %s the next to close is %s, on %s', (kind, today, period, on) =>
  expect(nextClosing(kind, today)).toEqual({ period, on }),
)

test('a board reads quarters, all others years', () => {
  expect(fits('board', '2026-Q1')).toBe(true)
  expect(fits('board', '2026')).toBe(false)
  expect(fits('teaviisari', '2026')).toBe(true)
})

test('a wellbeing report is of municipalities, counties and areas', () => {
  expect(kindsFor('municipality')).toContain('wellbeing')
  for (const level of ['country', 'unit', 'site'] as const)
    expect(kindsFor(level)).toEqual(['board', 'annual', 'grant'])
})

test.each(['country', 'county-3', 'area-1', 'municipality-205', 'unit-9', 'site-12'])(
  '%s is a place',
  (key) => expect(keyOf(placeOf(key)!)).toBe(key),
)
test.each(['', 'country-1', 'area', 'area-x', 'planet-1', 'area-1234567890', 'area-1 '])(
  '“%s” is none',
  (key) => expect(placeOf(key)).toBeNull(),
)

test.each([
  [108, 100, { kind: 'more', percent: 8 }],
  [15, 20, { kind: 'fewer', percent: 25 }],
  [1001, 1000, { kind: 'same', percent: 0 }],
  [0, 20, { kind: 'fewer', percent: 100 }],
  [30, 19, null],
  [null, 100, null],
  [100, null, null],
  [100, undefined, null],
] as const)('from %s, before %s: %o', (now, before, change) => expect(changeOf(now, before)).toEqual(change))

test('a number to the nearest five is compared only where it is large', () => {
  expect(changeOf(25, 20, 'rounded')).toBeNull()
  expect(changeOf(110, 100, 'rounded')).toEqual({ kind: 'more', percent: 10 })
})

test('the greatest is told only when all are shown and one is greater than the others', () => {
  const rows = (...values: (number | null | undefined)[]) => values.map((value) => ({ value }))
  expect(greatestOf(rows(1, 3, 2))).toEqual({ value: 3 })
  for (const told of [rows(1, 3, null), rows(3, 3), rows(5), rows(), rows(undefined, 2, 3)])
    expect(greatestOf(told)).toBeNull()
})

describe('a sheet', () => {
  const figure = { division: 'all', part: 'all', level: 'area', placeId: 1 } as const
  const told = { ...figure, measure: 'tickets', count: null, period: '2025' } as const
  const end = { ...figure, measure: 'valid', count: 8, period: '2025-Q4' } as const
  const year = sheetOf({ period: '2025', level: 'area' }, [told, end])

  it('has null for what is hidden, 0 for what is not there, and undefined for what is told of no such period', () =>
    expect([year.get('tickets'), year.get('users'), year.get('tickets', 'month', '2025-01')]).toEqual([
      ...[null, 0, undefined],
    ]))
  it('takes what was on the last day of a year from its last quarter', () => {
    expect(year.get('valid')).toBe(8)
    expect(tellingPeriod({ period: '2025', level: 'area' }, 'valid', 'all')).toBe('2025-Q4')
    expect(tellingPeriod({ period: '2025', level: 'area' }, 'tickets', 'all')).toBe('2025')
  })
  it('knows every class that there is, and none where the table is not told', () => {
    expect(year.parts('tickets', 'audience')).toEqual(['adults', 'children'])
    expect(year.parts('tickets', 'month')).toEqual([])
  })
})

test('a class without anything has a row only where it tells something', () => {
  expect(isWorthARow('age', '80+', [0, 0])).toBe(true)
  expect(isWorthARow('age', 'unknown', [0, 0])).toBe(false)
  expect(isWorthARow('source', 'import', [0, undefined])).toBe(false)
  expect(isWorthARow('source', 'import', [0, 2])).toBe(true)
  expect(isWorthARow('home', 'unknown', [null])).toBe(true)
})

test('a month is compared with that of another year', () => {
  expect(partIn('month', '2026-03', '2025')).toBe('2025-03')
  expect(partIn('age', '20-29', '2025')).toBe('20-29')
})

test('a period stands in a sentence in three languages', () => {
  const of = (period: string) => (['fi', 'sv', 'en'] as const).map((language) => inPeriod(language, period))
  expect(of('2026-Q1')).toEqual(['tammi–maaliskuussa 2026', 'i januari–mars 2026', 'in January–March 2026'])
  expect(of('2026')).toEqual(['vuonna 2026', 'år 2026', 'in 2026'])
})
