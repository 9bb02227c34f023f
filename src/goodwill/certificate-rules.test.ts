import { describe, expect, it } from 'vitest'
import type { Figure, Publication } from '../publications/rules.ts'
import { closedOf, type Priced, type Told, tellClosed, worthOfTold } from './certificate-rules.ts'

const publication = (number: number, period: string): Publication => ({
  ...{ number, period, digest: '' },
  ...{ asOf: new Date(0), publishedAt: new Date(0) },
})
const figure = (part: string, count: number | null): Figure => ({
  ...{ measure: 'tickets', part, level: 'site', placeId: 7, count },
  division: part === 'all' ? 'all' : 'audience',
})
const counted = (all: number | null, adults?: number | null, children?: number | null) => [
  figure('all', all),
  ...(adults === undefined ? [] : [figure('adults', adults)]),
  ...(children === undefined ? [] : [figure('children', children)]),
]
const quarters = (...figures: Figure[][]) =>
  figures.map((some, index) => ({ of: publication(index + 1, `2026-Q${index + 1}`), figures: some }))

describe('what is closed of a year', () => {
  const all = ['2025-Q4', '2026-Q2', '2026-Q1', '2025', '20250'].map((period, n) => publication(n, period))
  it.each([
    [2025, ['2025']],
    [2026, ['2026-Q1', '2026-Q2']],
    [2024, []],
  ])('%s: the year itself, or its quarters in order', (year, periods) =>
    expect(closedOf(year, all).map(({ period }) => period)).toEqual(periods),
  )
})

describe('a certificate, which hangs on a wall', () => {
  it.each<[string, Figure[][], Pick<Told, 'tickets' | 'split'> | null]>([
    ['tells nothing before anything is closed', [], null],
    ['tells what is closed', [counted(30, 20, 10)], { tickets: 30, split: { adults: 20, children: 10 } }],
    ['tells nothing that is hidden', [counted(null, null, null)], null],
    ['nor a sum of which a part is hidden', [counted(30, 20, 10), counted(null, null, null)], null],
    ['nor who they were where that is hidden', [counted(30, null, null)], { tickets: 30, split: null }],
    ['nor where half of it is', [counted(30, 26, null)], { tickets: 30, split: null }],
    [
      'adds quarters; what is not there is nothing',
      [counted(30, 20, 10), [], counted(6, 6)],
      { tickets: 36, split: { adults: 26, children: 10 } },
    ],
    ['tells no nothing', [[]], null],
  ])('%s', (_, figures, wanted) => {
    const told = tellClosed(quarters(...figures))
    expect(told && { tickets: told.tickets, split: told.split }).toEqual(wanted)
  })

  it('says of which days it tells, and by which publications', () =>
    expect(tellClosed(quarters(counted(9), counted(8)))).toMatchObject({
      ...{ from: '2026-01-01', until: '2026-06-30', publications: [1, 2] },
    }))
})

describe('the value of what is told', () => {
  const told = (split: Told['split']): Told => ({
    ...{ from: '2026-01-01', until: '2026-12-31', publications: [1], tickets: 30, split },
  })
  const split = { adults: 20, children: 10 }
  const now: Priced = { adults: 20, adultCents: 40_000, children: 10, childCents: 5_050, unpriced: 0 }
  it.each<[string, Told['split'], Priced, number | null]>([
    ['is in whole euros', split, now, 45_100],
    ['is told with adults and children only', null, now, null],
    ['needs all prices', split, { ...now, unpriced: 1 }, null],
    ['tells nothing of what was corrected since', split, { ...now, adults: 21, adultCents: 42_000 }, 45_100],
    ['needs a mean price of each', split, { ...now, children: 0, childCents: 0 }, null],
    ['but not of nobody', { adults: 20, children: 0 }, { ...now, children: 0, childCents: 0 }, 40_000],
  ])('%s', (_, told_, priced, wanted) => expect(worthOfTold(told(told_), priced)).toBe(wanted))
})
