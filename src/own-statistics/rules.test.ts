import { describe, expect, it } from 'vitest'
import {
  ageGroupOf,
  childGroupOf,
  chosenYear,
  findingOf,
  hourRows,
  largestOf,
  monthsShown,
  shadeOf,
} from './rules.ts'

const everyMonth = (year: number, count: number) =>
  Array.from({ length: 12 }, (_, index) => ({
    month: `${year}-${String(index + 1).padStart(2, '0')}-01`,
    count,
  }))

describe('the months of a page', () => {
  it.each([
    [2025, '2026-11-26', 24, '2024-01-01', '2025-12-01'],
    [2026, '2026-11-26', 23, '2025-01-01', '2026-11-01'],
    [2026, '2026-01-01', 13, '2025-01-01', '2026-01-01'],
  ])('of %i on %s are %i, from %s to %s', (year, today, count, first, last) => {
    const months = monthsShown(year, today)
    expect([months.length, months[0], months.at(-1)]).toEqual([count, first, last])
  })

  it('are of a year that is there, else of the latest', () => {
    expect(chosenYear('2025', [2026, 2025])).toBe(2025)
    for (const asked of [null, '2020', '', '2025 ', "1' or"])
      expect(chosenYear(asked, [2026, 2025])).toBe(2026)
    expect(chosenYear('2025', [])).toBeNull()
  })
})

describe('the finding of a year', () => {
  it('compares whole months alone: the one we are in does not look like a fall', () => {
    const months = [
      ...everyMonth(2025, 20),
      ...everyMonth(2026, 30).slice(0, 10),
      { month: '2026-11-01', count: 1 },
    ]
    expect(findingOf(months, 2026, '2026-11-02')).toEqual({
      ...{ kind: 'more', percent: 50, months: 10, count: 300, before: 200 },
    })
  })

  it.each([
    [20, 10, 'fewer'],
    [20, 20, 'same'],
    [1000, 1001, 'same'],
  ])('from %i to %i a month is %s', (before, now, kind) => {
    expect(findingOf([...everyMonth(2024, before), ...everyMonth(2025, now)], 2025, '2026-05-04').kind).toBe(
      kind,
    )
  })

  it('names the busiest month of the year where there is too little to compare, or nothing', () => {
    const few = [
      ...everyMonth(2025, 50),
      { month: '2026-02-01', count: 3 },
      { month: '2026-03-01', count: 7 },
    ]
    expect(findingOf(few, 2026, '2026-05-04')).toEqual({ kind: 'peak', month: '2026-03-01', count: 7 })
    expect(findingOf(everyMonth(2025, 50), 2026, '2026-05-04')).toEqual({ kind: 'none' })
    expect(findingOf([], 2026, '2026-01-04')).toEqual({ kind: 'none' })
  })
})

describe('hours of the week', () => {
  it('are rows from the first hour to the last with anything, without a gap', () => {
    const rows = hourRows([
      { weekday: 7, hour: 12, count: 2 },
      { weekday: 1, hour: 14, count: 5 },
      { weekday: 1, hour: 23, count: 0 },
    ])
    expect(rows).toEqual([
      { hour: 12, counts: [0, 0, 0, 0, 0, 0, 2] },
      { hour: 13, counts: [0, 0, 0, 0, 0, 0, 0] },
      { hour: 14, counts: [5, 0, 0, 0, 0, 0, 0] },
    ])
    expect(hourRows([{ weekday: 1, hour: 9, count: 0 }])).toEqual([])
  })

  it('are drawn the stronger the more there is, and nothing is not drawn', () => {
    expect([0, 1, 25, 26, 50, 75, 76, 100].map((count) => shadeOf(count, 100))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 4,
    ])
    expect(shadeOf(1, 1)).toBe(4)
  })
})

describe('classes', () => {
  it.each([
    [15, '16-19'],
    [19, '16-19'],
    [20, '20-29'],
    [79, '70-79'],
    [80, '80+'],
    [104, '80+'],
  ])('age %i is in %s', (age, group) => {
    expect(ageGroupOf(age)).toBe(group)
  })

  it('put three children and more together', () => {
    expect([0, 1, 2, 3, 9].map(childGroupOf)).toEqual(['0', '1', '2', '3+', '3+'])
  })

  it('have a largest one only where there is anything, and no other is as large', () => {
    const of = (...counts: number[]) => largestOf(counts, (count) => count)
    expect([of(1, 3, 2), of(4), of(3, 3, 1), of(0), of()]).toEqual([3, 4, undefined, undefined, undefined])
  })
})
