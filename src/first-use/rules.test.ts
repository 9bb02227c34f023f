import { describe, expect, test } from 'vitest'
import { curveOf, type Followed, grid } from './rules.ts'

const used = (days: number, count = 1): Followed => ({ days, used: true, count })
const unused = (days: number, count = 1): Followed => ({ days, used: false, count })
const at = (cards: Followed[], day: number) => curveOf(cards).points.find((point) => point.day === day)!

describe('a curve', () => {
  test('without censoring is the plain share', () => {
    const cards = [used(3, 10), used(20, 20), unused(365, 70)]
    expect(at(cards, 7).share).toBeCloseTo(0.1)
    expect(at(cards, 30).share).toBeCloseTo(0.3)
    expect(at(cards, 365)).toMatchObject({ used: 30, unused: 70 })
    expect(curveOf(cards).medianDay).toBeNull()
  })

  /** Remission under 6-MP, Freireich et al. 1963, the textbook example (Kalbfleisch and Prentice; Collett). */
  test('agrees with the textbook', () => {
    const events = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((week) => used(week))
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((week) => unused(week))
    const cards = [...events, ...censored]
    const [first, , month] = curveOf(cards).points
    expect(1 - first!.share).toBeCloseTo(0.8067, 4)
    expect(1 - month!.share).toBeCloseTo(0.4482, 4)
    // R, survfit(conf.type = "log-log"): at 6 and 23 weeks.
    expect(1 - at([...events.slice(0, 3), ...events.slice(3), ...censored], 7).share).toBeCloseTo(0.8067, 4)
    expect([1 - month!.high!, 1 - month!.low!].map((value) => value.toFixed(3))).toEqual(['0.188', '0.680'])
    expect(curveOf(cards).medianDay).toBe(23)
  })

  test('a use on the day when the following ends comes before the end', () => {
    expect(at([used(5), unused(5)], 7).share).toBeCloseTo(0.5)
  })

  test('grouped and single cards give the same', () => {
    const grouped = [used(4, 3), unused(9, 2), used(40, 5), unused(100, 10)]
    const single = grouped.flatMap(({ count, ...one }) =>
      Array.from({ length: count }, () => ({ ...one, count: 1 })),
    )
    expect(curveOf(grouped)).toEqual(curveOf(single))
  })

  test('none used, all used, and no card: no interval and no number that is none', () => {
    expect(at([unused(365, 30)], 365)).toMatchObject({ share: 0, low: null, high: null })
    expect(at([used(2, 30)], 7)).toMatchObject({ share: 1, low: null, high: null })
    expect(curveOf([]).points).toHaveLength(grid.length)
    expect(curveOf([]).cards).toBe(0)
  })
})
