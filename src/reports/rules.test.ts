import { expect, test } from 'vitest'
import { changeOf, greatestOf, partIn, sheetOf } from './figure-rules.ts'
import { inPeriod, periodName } from './period-words.ts'
import { inOrder } from './plan-rules.ts'
import { fits, keyOf, kindsFor, lastDayOf, nextClosing, placeOf, quarterBefore, yearBefore } from './rules.ts'

test.each([
  ['2026-Q1', '2025-Q4', '2025-Q1', '2026-03-31'],
  ['2026-Q4', '2026-Q3', '2025-Q4', '2026-12-31'],
  ['2026', null, '2025', '2026-12-31'],
])('%s comes after %s and is compared with %s', (period, before, year, last) => {
  expect(quarterBefore(period)).toBe(before)
  expect(yearBefore(period)).toBe(year)
  expect(lastDayOf(period)).toBe(last)
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

test('the greatest is told only when all are shown and one is greater than the others', () => {
  const rows = (...values: (number | null | undefined)[]) => values.map((value) => ({ value }))
  expect(greatestOf(rows(1, 3, 2))).toEqual({ value: 3 })
  for (const told of [rows(1, 3, null), rows(3, 3), rows(5), rows(), rows(undefined, 2, 3)])
    expect(greatestOf(told)).toBeNull()
})

test('what was not published is undefined, what is hidden is null', () => {
  const figure = { division: 'all', part: 'all', level: 'country', placeId: null } as const
  const { get } = sheetOf([
    { ...figure, measure: 'tickets', count: null },
    { ...figure, measure: 'users', count: 0 },
  ])
  expect([get('tickets'), get('users'), get('valid')]).toEqual([null, 0, undefined])
})

test('parts stand in the order that people expect', () => {
  expect(inOrder('age', ['80+', 'none', '20-29', '16-19'])).toEqual(['16-19', '20-29', '80+', 'none'])
  expect(inOrder('hour', ['18', '9', '20'])).toEqual(['9', '18', '20'])
  expect(partIn('month', '2026-03', '2025')).toBe('2025-03')
  expect(partIn('age', '20-29', '2025')).toBe('20-29')
})

test('a period begins a sentence in three languages', () => {
  const of = (period: string) => (['fi', 'sv', 'en'] as const).map((language) => inPeriod(language, period))
  expect(of('2026-Q1')).toEqual(['Tammi–maaliskuussa 2026', 'I januari–mars 2026', 'In January–March 2026'])
  expect(of('2026')).toEqual(['Vuonna 2026', 'År 2026', 'In 2026'])
  expect(periodName('fi', '2025-Q4')).toBe('loka–joulukuu 2025')
})
