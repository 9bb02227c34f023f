import { describe, expect, it } from 'vitest'
import {
  fillMonths,
  findingOf,
  firstMonth,
  isWithin,
  type MonthCounts,
  monthlyCsv,
  monthlySeries,
  type YearCounts,
  yearlyRow,
} from './rules.ts'

const counts: YearCounts = {
  year: 2021,
  registered: 7,
  takenIntoUse: 3,
  municipalities: 2,
  tickets: {
    culture: { adult: 4, child: 2 },
    education: { adult: 1, child: 0 },
    sports: { adult: 0, child: 5 },
  },
}

describe('a row of the national table', () => {
  it('leaves a half of a field blank when it has no tickets, also when the other half has some', () => {
    expect(yearlyRow(counts)).toEqual({
      year: 2021,
      cardsRegistered: 7,
      cardsTakenIntoUse: 3,
      adult: { culture: 4, education: 1, science: null, sports: null },
      child: { culture: 2, education: null, science: null, sports: 5 },
      total: 12,
      municipalities: 2,
    })
  })

  it('keeps totals, municipalities and cards as numbers where nothing was used', () => {
    const row = yearlyRow({ year: 2015, registered: 1, takenIntoUse: 0, municipalities: 1, tickets: null })
    const blank = { culture: null, education: null, science: null, sports: null }
    expect(row).toEqual({
      year: 2015,
      cardsRegistered: 1,
      cardsTakenIntoUse: 0,
      adult: blank,
      child: blank,
      total: 0,
      municipalities: 1,
    })
  })
})

describe('the months of the chart', () => {
  it.each([
    ['2026-05-04', '2024-06-01'],
    ['2026-12-31', '2025-01-01'],
    ['2026-01-01', '2024-02-01'],
  ])('end with the month of %s and begin with %s', (today, first) => {
    expect(firstMonth(today)).toBe(first)
    const months = fillMonths([], today)
    expect(months).toHaveLength(24)
    expect(months[0]!.month).toBe(first)
    expect(months.at(-1)!.month).toBe(`${today.slice(0, 7)}-01`)
  })

  it('keep what was counted, and are blank in the file where nothing was', () => {
    const months = fillMonths([{ month: '2026-04-01', adults: 3, children: 0 }], '2026-05-04')
    expect(monthlyCsv(months).split('\n').slice(-3)).toEqual(['2026-04,3,,3', '2026-05,,,', ''])
  })
})

/** 24 months ending in May 2026: the first year, then the second, then the month that is not over. */
const monthsOf = (before: number, after: number, current = 0): MonthCounts[] =>
  fillMonths([], '2026-05-04').map(({ month }, index) => ({
    month,
    adults: index === 23 ? current : index >= 12 ? after : index <= 10 ? before : 0,
    children: 0,
  }))

describe('the finding above the chart', () => {
  it.each([
    ['more', 100, 150, 50],
    ['fewer', 200, 150, 25],
    ['same', 1_000, 1_001, 0],
  ] as const)('says %s from %i to %i tickets a month', (kind, before, after, percent) => {
    expect(findingOf(monthsOf(before, after))).toMatchObject({
      kind,
      percent,
      from: '2025-06-01',
      until: '2026-04-01',
      tickets: after * 11,
      before: before * 11,
    })
  })

  it('does not take the month that is not over for a fall, nor the same month a year ago', () => {
    const months = monthsOf(100, 100, 1)
    months[11] = { month: months[11]!.month, adults: 9_999, children: 0 }
    expect(findingOf(months)).toMatchObject({ kind: 'same', tickets: 1_100, before: 1_100 })
  })

  it('names the best month instead when there are few tickets', () => {
    expect(findingOf(monthsOf(9, 50))).toEqual({ kind: 'peak', month: '2025-06-01', tickets: 50 })
    expect(findingOf(monthsOf(50, 9))).toEqual({ kind: 'peak', month: '2024-06-01', tickets: 50 })
    expect(findingOf(monthsOf(0, 0, 3))).toEqual({ kind: 'peak', month: '2026-05-01', tickets: 3 })
  })

  it.each([0, 10, 12, 22])('names the best month when month %i of those compared is blank', (index) => {
    const months = monthsOf(100, 500)
    months[index] = { month: months[index]!.month, adults: 0, children: 0 }
    expect(findingOf(months)).toMatchObject({ kind: 'peak', tickets: 500 })
  })

  it('says that there is nothing', () => {
    expect(findingOf(monthsOf(0, 0))).toEqual({ kind: 'none' })
  })
})

describe('a series', () => {
  it.each([
    ['2026-05', {}, true],
    ['2026-05', { from: '2026' }, true],
    ['2026-05', { from: '2026-06' }, false],
    ['2026-05', { until: '2026' }, true],
    ['2026-05', { until: '2026-04' }, false],
    ['2025-12', { from: '2026', until: '2026' }, false],
    ['2026', { from: '2026-05', until: '2026-06' }, true],
    ['2027', { until: '2026-12' }, false],
  ])('has %s within %o: %s', (period, span, isIn) => expect(isWithin(period, span)).toBe(isIn))

  it('has a row for each month, and blank where nothing was recorded', () =>
    expect(
      monthlySeries([
        { month: '2026-04-01', adults: 0, children: 0 },
        { month: '2026-05-01', adults: 2, children: 0 },
      ]),
    ).toEqual([
      { period: '2026-04', category: null, adults: null, children: null, total: 0 },
      { period: '2026-05', category: null, adults: 2, children: null, total: 2 },
    ]))
})
