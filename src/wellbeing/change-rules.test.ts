import { describe, expect, test } from 'vitest'
import { randomFrom } from '../demo/random.ts'
import {
  changeOf,
  type ItemSums,
  latestYear,
  type Sums,
  shownChanges,
  shownResponses,
} from './change-rules.ts'

const sumsOf = (differences: readonly number[]): Sums => ({
  persons: differences.length,
  sum: differences.reduce((sum, one) => sum + one, 0),
  squares: differences.reduce((sum, one) => sum + one * one, 0),
})

describe('a paired change', () => {
  /** Student's own example (1908, Cushny and Peebles): hours of sleep, R: t.test(extra, paired). */
  test('agrees with the textbook', () => {
    const { mean, low, high } = changeOf(sumsOf([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]))!
    expect([mean, low, high].map((value) => value.toFixed(2))).toEqual(['1.58', '0.70', '2.46'])
  })
  test('of one, of none and of people who all changed alike nothing is said', () => {
    expect([sumsOf([]), sumsOf([1]), sumsOf([1, 1, 1, 1])].map(changeOf)).toEqual([null, null, null])
  })
})

const rows = (areaId: number, persons: Partial<Record<ItemSums['stratum'], number>>): ItemSums[] =>
  Object.entries(persons).map(([stratum, count]) => ({
    ...{ item: 1, areaId, stratum: stratum as ItemSums['stratum'] },
    ...sumsOf(Array.from({ length: count }, (_, index) => (index % 3) - 0.5)),
  }))
const shown = (...all: ItemSums[][]) =>
  shownChanges(all.flat()).map(
    ({ areaId, stratum, persons }) => `${areaId ?? 'country'} ${stratum} ${persons}`,
  )

describe('what of the changes is shown', () => {
  test.each<[string, ItemSums[][], string[]]>([
    [
      'all large',
      [rows(1, { '0': 12, '1-4': 20, '5+': 17 })],
      ['country all 45', '1 all 45', 'country 0 10', 'country 1-4 20', 'country 5+ 15'],
    ],
    [
      'a small stratum takes the smallest other with it',
      [rows(1, { '0': 9, '1-4': 20, '5+': 17 })],
      ['country all 45', '1 all 45', 'country 1-4 20'],
    ],
    [
      'two small strata together are large',
      [rows(1, { '0': 9, '1-4': 3, '5+': 17 })],
      ['country all 25', '1 all 25', 'country 5+ 15'],
    ],
    [
      'a small area takes the smallest other with it',
      [rows(1, { '5+': 4 }), rows(2, { '5+': 30 }), rows(3, { '5+': 40 })],
      ['country all 70', '3 all 40', 'country 5+ 70'],
    ],
    ['nine persons: nothing', [rows(1, { '5+': 9 })], []],
  ])('%s', (_, all, expected) => {
    expect(shown(...all)).toEqual(expected)
  })
  test('one decimal, and no negative zero', () => {
    const [whole] = shownChanges([
      { ...{ item: 1, areaId: 1, stratum: '0' }, persons: 30, sum: -0.9, squares: 30 },
    ])
    expect(whole).toMatchObject({ mean: 0, low: -0.4, high: 0.3 })
    expect(Object.is(whole!.mean, 0)).toBe(true)
  })
})

test('responses are told to the five below, from ten on, and none follows from the others', () => {
  const of = (areaId: number, asked: number, before: number, bothTimes: number) => ({
    areaId,
    asked,
    before,
    bothTimes,
  })
  expect(shownResponses([of(1, 48, 31, 12), of(2, 33, 21, 9), of(3, 60, 50, 30)])).toEqual([
    { areaId: null, asked: 140, before: 100, bothTimes: 50 },
    { areaId: 1, asked: 45, before: 30, bothTimes: null },
    { areaId: 2, asked: 30, before: 20, bothTimes: null },
    { areaId: 3, asked: 60, before: 50, bothTimes: 30 },
  ])
})

test.each([
  ['2026-04-14', 2024],
  ['2026-04-15', 2025],
  ['2026-12-31', 2025],
])('on %s the latest year to be counted is %i', (today, year) => {
  expect(latestYear(today)).toBe(year)
})

/*
 * Groups whose truth is known: a mood of one's own, two answers on a scale of five, and a shift between them. The truth is
 * the mean difference of what such people answer, found from a million of them.
 */
const answer = (mood: number) => Math.min(5, Math.max(1, Math.round(mood)))
const differenceOf = (random: ReturnType<typeof randomFrom>, shift: number) => {
  const mood = 1.5 + random.fraction() * 3
  const noise = () => (random.fraction() + random.fraction() - 1) * 1.5
  return answer(mood + shift + noise()) - answer(mood + noise())
}

test.each([
  [10, 0],
  [10, 0.3],
  [25, 0.3],
  [100, 0.3],
  [100, -0.5],
])('of %i persons with a shift of %d the interval holds the truth in 93 to 97 of 100', (persons, shift) => {
  const [people, groups] = [300_000, 4_000]
  const random = randomFrom(1_908 + persons)
  let truth = 0
  for (let person = 0; person < people; person++) truth += differenceOf(random, shift) / people
  let [covered, told, bias] = [0, 0, 0]
  for (let group = 0; group < groups; group++) {
    const found = changeOf(sumsOf(Array.from({ length: persons }, () => differenceOf(random, shift))))
    if (!found) continue
    told++
    bias += found.mean - truth
    if (found.low <= truth && truth <= found.high) covered++
  }
  if (process.env.PRINT)
    console.log({ persons, shift, truth, bias: bias / told, coverage: (100 * covered) / told })
  expect(told).toBeGreaterThan(groups * 0.99)
  expect(Math.abs(bias / told)).toBeLessThan(0.02)
  expect((100 * covered) / told).toBeGreaterThan(93)
  expect((100 * covered) / told).toBeLessThan(97)
})
