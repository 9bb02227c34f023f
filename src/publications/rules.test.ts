import { expect, test } from 'vitest'
import { hideSmall } from '../../test/stand-in-protect.ts'
import { forgedFigures } from './check-rules.ts'
import { countsOfYear, decideQuarter, decideYear, digestOf } from './closing-rules.ts'
import { type Counted, emptyPlan } from './counted-rules.ts'
import { closesOn, closingStateOf, daysOf, isPastByHand, nextToClose, quarterOf } from './period-rules.ts'
import { addPeriod } from './plan-rules.ts'

test('quarters and years are whole', () => {
  expect(daysOf('2026-Q1')).toEqual({ from: '2026-01-01', until: '2026-03-31' })
  expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2026-12-31' })
  expect(daysOf('2028')).toEqual({ from: '2028-01-01', until: '2028-12-31' })
  expect(quarterOf('2026-09-30')).toBe('2026-Q3')
  expect(closesOn('2026-Q1')).toBe('2026-04-15')
})

test('quarters are closed in turn, a year after its fourth, and nothing before its day', () => {
  expect(nextToClose(null, [], '2026-05-01')).toBe(null)
  expect(nextToClose('2026-02-01', [], '2026-04-14')).toBe(null)
  expect(nextToClose('2026-02-01', [], '2026-04-15')).toBe('2026-Q1')
  const four = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']
  expect(nextToClose('2025-01-01', four.slice(0, 3), '2026-04-15')).toBe('2025-Q4')
  expect(nextToClose('2025-01-01', four, '2026-04-15')).toBe('2025')
  expect(nextToClose('2025-01-01', [...four, '2025'], '2026-04-15')).toBe('2026-Q1')
  // A year that the register did not see from its first quarter is never closed as a whole.
  expect(nextToClose('2025-05-01', four.slice(1), '2026-04-15')).toBe('2026-Q1')
})

const nowhere = { spotId: null, municipalityId: null, areaId: null, countyId: null }
/** Registered cards of one unit in each of some municipalities, at every grain; all in area 1 and county 1. */
const registered = (cards: number[]): Counted[] => {
  const one = (grain: Counted['grain'], count: number, place: Partial<Counted>): Counted => ({
    ...{ measure: 'registered', division: 'all', part: 'all', grain, count, cards: count, largest: 1 },
    ...{ ...nowhere, ...place },
  })
  const sum = cards.reduce((total, count) => total + count, 0)
  return [
    ...cards.flatMap((count, index) => {
      const where = { municipalityId: index + 1, areaId: 1, countyId: 1 }
      return [
        one('spot', count, { ...where, spotId: index + 10 }),
        one('place', count, { spotId: index + 10 }),
        one('municipality-in-area', count, where),
        one('municipality', count, { municipalityId: index + 1, countyId: 1 }),
      ]
    }),
    one('area', sum, { areaId: 1 }),
    one('county', sum, { countyId: 1 }),
    one('country', sum, {}),
  ]
}

test.each([
  // What is recorded since, what is closed, today: what readers are told.
  [null, [], '2026-04-20', { kind: 'coming', period: '2026-Q2', on: '2026-07-15' }],
  ['2026-03-02', [], '2026-04-14', { kind: 'coming', period: '2026-Q1', on: '2026-04-15' }],
  ['2026-03-02', [], '2026-04-15', { kind: 'closing', period: '2026-Q1' }],
  ['2026-03-02', ['2026-Q1'], '2026-04-15', { kind: 'coming', period: '2026-Q2', on: '2026-07-15' }],
  ['2015-06-01', [], '2026-04-14', { kind: 'waits', period: '2015-Q2' }],
  ['2026-01-01', ['2026-Q1'], '2027-01-02', { kind: 'closing', period: '2026-Q2' }],
  [
    '2026-01-01',
    ['2026-Q1', '2026-Q2', '2026-Q3'],
    '2027-01-02',
    { kind: 'coming', period: '2026-Q4', on: '2027-01-15' },
  ],
] as const)('recorded since %s, closed %s, on %s: %o', (first, closed, today, state) =>
  expect(closingStateOf({ first, closed, closesByItself: false }, today)).toEqual(state),
)

test('a demo closes its past by itself', () =>
  expect(closingStateOf({ first: '2015-06-01', closed: [], closesByItself: true }, '2026-04-14').kind).toBe(
    'closing',
  ))

test('every sum of a plan adds up', () => {
  const plan = emptyPlan()
  addPeriod(plan, registered([3, 12, 40]), 'quarter')
  expect(plan.sums.length).toBeGreaterThan(6)
  for (const { total, parts } of plan.sums)
    expect(parts.reduce((sum, part) => sum + plan.cells[part]!.count, 0)).toBe(plan.cells[total]!.count)
})

test('a year is the sum of its quarters as they were closed, whatever is counted later', async () => {
  const quarters = await Promise.all(
    [
      [3, 12, 40],
      [4, 11, 30],
      [2, 9, 20],
      [1, 8, 10],
    ].map((cards) => decideQuarter(registered(cards), hideSmall)),
  )
  const later = registered([10, 41, 180])
  const counts = countsOfYear(quarters, later)
  expect(counts.find(({ grain }) => grain === 'country')?.count).toBe(150)
  const { figures } = await decideYear(quarters, later, hideSmall)
  expect(figures.find(({ level, placeId }) => level === 'unit' && placeId === 10)?.count).toBe(10)
  expect(figures.find(({ level }) => level === 'country')?.count).toBe(150)
  expect(figures.every(({ measure }) => measure === 'registered')).toBe(true)
})

test('a digest is of the figures, in whatever order they come', async () => {
  const { counted, figures } = await decideQuarter(registered([3, 12, 40]), hideSmall)
  const asOf = new Date('2026-04-15T00:00:00Z')
  const digest = digestOf('2026-Q1', asOf, figures)
  expect(digestOf('2026-Q1', asOf, [...figures].reverse())).toEqual(digest)
  const forged = figures.map((one) => (one.level === 'area' ? { ...one, count: 56 } : one))
  expect(digestOf('2026-Q1', asOf, forged)).not.toEqual(digest)
  expect(forgedFigures('2026-Q1', figures, counted)).toEqual([])
  expect(forgedFigures('2026-Q1', forged, counted)).toEqual([
    { name: 'registered|all|all|area|1', shown: 56, counted: 55 },
  ])
})

test('an imported past waits for people, a register that began empty does not', () => {
  expect(isPastByHand(null, '2026-11-26')).toBe(false)
  expect(isPastByHand('2026-07-01', '2026-11-26')).toBe(false)
  expect(isPastByHand('2015-06-01', '2026-11-26')).toBe(true)
})
