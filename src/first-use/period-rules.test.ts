import { expect, test } from 'vitest'
import { cohortsAsOf, isDue, lastClosedDay } from './period-rules.ts'

test.each([
  ['2026-04-14', '2025-12-31'],
  ['2026-04-15', '2026-03-31'],
  ['2026-01-14', '2025-09-30'],
  ['2026-01-15', '2025-12-31'],
  ['2026-11-26', '2026-09-30'],
])('on %s the latest closed quarter ended on %s', (today, end) => {
  expect(lastClosedDay(today)).toBe(end)
})

test('two years of quarters and years are counted, and none that goes on', () => {
  const names = (asOf: string) => cohortsAsOf(asOf).map(({ name }) => name)
  expect(names('2025-12-31')).toEqual([
    ...['2023-Q4', '2023', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024'],
    ...['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2025'],
  ])
  expect(names('2026-03-31')[0]).toBe('2024-Q1')
  expect(names('2026-03-31').at(-1)).toBe('2026-Q1')
  expect(cohortsAsOf('2026-03-31').find(({ name }) => name === '2025-Q3')).toEqual({
    name: '2025-Q3',
    from: '2025-07-01',
    until: '2025-09-30',
  })
})

test.each([
  ['never counted', '2026-03-31', [], true],
  ['counted when it closed', '2026-03-31', ['2025-12-31'], false],
  ['a year later, once more', '2026-12-31', ['2025-12-31'], true],
  ['and then never again', '2027-03-31', ['2025-12-31', '2026-12-31'], false],
  ['first counted when it was followed already', '2027-03-31', ['2026-12-31'], false],
])('a cohort is counted twice: %s', (_, asOf, counted, due) => {
  expect(isDue({ name: '2025', from: '2025-01-01', until: '2025-12-31' }, asOf, counted)).toBe(due)
})
