import { expect, test } from 'vitest'
import { randomFrom } from '../demo/random.ts'
import { curveOf, type Followed, grid } from './rules.ts'

/*
 * Cohorts whose truth is known: first uses by a Weibull distribution, registered evenly over a year, followed until a day
 * that is the same for all, some closed at random before. What the curve finds is compared with the truth.
 */
type Truth = { name: string; shape: number; scale: number; cards: number; closing: number }
const cohorts = 1_200

const shareBy = ({ shape, scale }: Truth, day: number) => 1 - Math.exp(-((day / scale) ** shape))

const cohortOf = (random: ReturnType<typeof randomFrom>, truth: Truth): Followed[] =>
  Array.from({ length: truth.cards }, () => {
    const first = truth.scale * (-Math.log(1 - random.fraction())) ** (1 / truth.shape)
    const asOf = 90 + random.fraction() * 365
    const closed = -Math.log(1 - random.fraction()) / truth.closing
    const end = Math.min(asOf, closed, 365)
    // A day is counted as its last moment: day 1 is the time until 1.
    return { days: Math.ceil(Math.min(first, end)), used: first <= end, count: 1 }
  })

const judge = (truth: Truth, seed: number) => {
  const random = randomFrom(seed)
  const found = grid.map(() => ({ bias: 0, covered: 0, told: 0 }))
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const { points } = curveOf(cohortOf(random, truth))
    for (const [index, { day, share, low, high, unused }] of points.entries()) {
      // As on the page: where fewer than five are followed, nothing is said. None and all have no interval.
      if (unused < 5 || low === null || high === null) continue
      const expected = shareBy(truth, day)
      const at = found[index]!
      at.bias += share - expected
      at.told++
      if (low <= expected && expected <= high) at.covered++
    }
  }
  return found.map(({ bias, covered, told }, index) => ({
    day: grid[index]!,
    told,
    bias: (100 * bias) / told,
    coverage: (100 * covered) / told,
  }))
}

const truths: Truth[] = [
  { name: 'exponential, 60 cards', shape: 1, scale: 120, cards: 60, closing: 1 / 2_000 },
  { name: 'exponential, 400 cards', shape: 1, scale: 120, cards: 400, closing: 1 / 2_000 },
  { name: 'Weibull 0.6, 60 cards', shape: 0.6, scale: 150, cards: 60, closing: 1 / 2_000 },
  { name: 'Weibull 0.6, 200 cards, a third closed', shape: 0.6, scale: 150, cards: 200, closing: 1 / 600 },
]

/** docs/methods.md quotes what this prints with `PRINT=1`. */
test.each(truths)('the curve finds the truth: $name', (truth) => {
  const found = judge(truth, 20_260)
  if (process.env.PRINT) console.table(found)
  // Told in nearly all cohorts: where only some have five cards left, these are the ones with the fewest uses.
  const told = found.filter((at) => at.told >= cohorts * 0.9)
  expect(told.length).toBeGreaterThanOrEqual(6)
  for (const { bias, coverage } of told) {
    expect(Math.abs(bias)).toBeLessThan(0.5)
    expect(coverage).toBeGreaterThan(92)
    expect(coverage).toBeLessThan(98)
  }
})

test('the plain share of used cards would not find it: what was not seen is not what did not happen', () => {
  const truth = truths[0]!
  const random = randomFrom(4)
  const shares = Array.from({ length: 200 }, () => {
    const cards = cohortOf(random, truth)
    return cards.filter(({ days, used }) => used && days <= 180).length / cards.length
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  expect(shareBy(truth, 180) - mean).toBeGreaterThan(0.03)
})
