import { describe, expect, test } from 'vitest'
import { firstLimits } from '../../test/signal-patterns.ts'
import { chanceOfAtMost, lowerLimitOfUsed, spreadOf, upperLimit } from './count-rules.ts'
import { type Check, hoursOf, sequenceOf } from './desk-rules.ts'
import { limitProblems, limitsOn } from './limit-rules.ts'
import { cohortToLookAt, firstWeekFor, mondayOf, untilProblem, weekToLookAt } from './rules.ts'
import { busyOf, childrenOf, noticeWeeks, quietOf, type SiteWeeks } from './site-rules.ts'
import { earlyOf, unusedOf } from './unit-rules.ts'

const weeks = 60
const zeros = new Array<number>(weeks).fill(0)
const site = (uses: readonly number[], more: Partial<SiteWeeks> = {}): SiteWeeks => ({
  ...{ siteId: 1, week: '2026-11-02', uses, overChildren: zeros, repeats: zeros, wasPaused: false },
  ...more,
})
/** A steady site, its last weeks as given. */
const steady = (level: number, ...last: number[]) => [
  ...new Array<number>(weeks - last.length).fill(level),
  ...last,
]
const nationwide = { uses: 100_000, overChildren: 300, repeats: 500 }

describe('counts', () => {
  test('a limit leaves at most its chance above it, and one less would not', () => {
    for (const mean of [0.3, 2, 17, 90])
      for (const size of [0.5, 2, 12])
        for (const chance of [0.05, 0.0004]) {
          const limit = upperLimit({ mean, size }, chance)
          expect(1 - chanceOfAtMost(limit - 1, { mean, size })).toBeLessThanOrEqual(chance + 1e-9)
          if (limit > 1) expect(1 - chanceOfAtMost(limit - 2, { mean, size })).toBeGreaterThan(chance - 1e-9)
        }
  })
  test('a Poisson with a rate that varies little is nearly a Poisson', () =>
    expect(chanceOfAtMost(0, { mean: 2, size: 1e6 })).toBeCloseTo(Math.exp(-2), 5))
  test('the spread of a history', () => {
    expect(spreadOf([5])).toBeNull()
    expect(spreadOf([4, 4, 4, 4])).toEqual({ mean: 4, size: 12 })
    expect(spreadOf([0, 0, 0, 40])).toEqual({ mean: 10, size: 0.5 })
  })
  test('cards used: ten of which half are usual', () => {
    // Nearly a binomial: at most one of ten by halves is 11 in 1,024.
    expect(lowerLimitOfUsed(10, 500_000, 1_000_000, 0.011)).toBe(1)
    expect(lowerLimitOfUsed(10, 500_000, 1_000_000, 0.0105)).toBe(0)
    expect(lowerLimitOfUsed(10, 500_000, 1_000_000, 0.0005)).toBe(-1)
  })
})

test('which days are looked at', () => {
  expect(mondayOf('2026-11-08')).toBe('2026-11-02')
  expect(mondayOf('2026-11-02')).toBe('2026-11-02')
  // A week is over since two days on Tuesday night.
  expect(['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-17'].map(weekToLookAt)).toEqual([
    ...['2026-10-26', '2026-10-26', '2026-11-02', '2026-11-02'],
  ])
  expect(firstWeekFor('2026-11-02')).toBe('2025-09-15')
  expect(cohortToLookAt('2026-11-11')).toEqual({ from: '2026-04-01', until: '2026-06-30' })
  expect(cohortToLookAt('2026-09-29')).toEqual({ from: '2026-01-01', until: '2026-03-31' })
  expect(untilProblem('2026-11-11', '2026-11-11', 180)).toBe('until-past')
  expect(untilProblem('2027-05-10', '2026-11-11', 180)).toBeNull()
  expect(untilProblem('2027-05-11', '2026-11-11', 180)).toBe('until-far')
})

describe('a site', () => {
  test.each([
    ['as ever', steady(10, 12), null],
    ['far above', steady(10, 60), { seen: 60, usual: 10, busiest: 10, weeks: 52 }],
    ['as busy as its festival was', [...steady(10).slice(0, 30), 60, ...steady(10, 70).slice(31)], null],
    ['far above, but of few', steady(1, 9), null],
    ['new, without half a year behind it', [...zeros.slice(25), ...steady(4).slice(0, 24), 80], null],
  ])('%s', (_, uses, numbers) => {
    const one = busyOf(site(uses), firstLimits)
    if (numbers) expect(one?.numbers).toMatchObject(numbers)
    else expect(one).toBeNull()
  })
  test.each([
    ['silent', steady(10, 0, 0, 0, 0), {}, true],
    ['silent for three weeks', steady(10, 0, 0, 0), {}, true],
    ['a little below', steady(10, 6, 5, 4, 6), {}, false],
    ['silent on a pause', steady(10, 0, 0, 0, 0), { wasPaused: true }, false],
    ['silent, but small', steady(2, 0, 0, 0, 0), {}, false],
    [
      'silent as last year',
      [...steady(10).slice(0, 4), 0, 0, 0, 0, ...steady(10, 0, 0, 0, 0).slice(8)],
      {},
      false,
    ],
    ['silent in its first year', [...zeros.slice(20), ...steady(10, 0, 0, 0, 0).slice(40)], {}, false],
  ])('%s', (_, uses, more, isNoticed) =>
    expect(quietOf(site(uses, more), firstLimits) !== null).toBe(isNoticed),
  )
  test('more children again and again, and not of one evening', () => {
    const often = [...zeros.slice(8), 1, 0, 2, 2, 0, 1, 2, 1]
    expect(
      childrenOf(site(steady(20), { overChildren: often }), nationwide, firstLimits)?.numbers,
    ).toMatchObject({ seen: 9, uses: 160, weeks: 6 })
    const once = [...zeros.slice(2), 9, 0]
    expect(childrenOf(site(steady(20), { overChildren: once }), nationwide, firstLimits)).toBeNull()
    // What was always so is no news.
    const always = new Array<number>(weeks).fill(1)
    expect(childrenOf(site(steady(20), { overChildren: always }), nationwide, firstLimits)).toBeNull()
  })
  test('without a use anywhere nothing is noticed', () =>
    expect(noticeWeeks(site(zeros), { uses: 0, overChildren: 0, repeats: 0 }, firstLimits)).toEqual([]))
})

describe('hours', () => {
  const before = Array.from({ length: 24 }, (_, hour) => (hour >= 10 && hour <= 20 ? 40 : 0))
  const at = (...recent: [hour: number, day: string, uses: number][]) =>
    hoursOf(
      {
        ...{ siteId: 1, week: '2026-11-02', before },
        recent: recent.map(([hour, day, uses]) => ({ hour, day, uses })),
      },
      firstLimits,
    )
  test('two nights are noticed, one is not, and neither is the hour after closing', () => {
    expect(at([3, '2026-11-02', 2], [2, '2026-11-05', 2])?.numbers).toMatchObject({
      seen: 4,
      days: 2,
      first: 2,
      last: 3,
    })
    expect(at([3, '2026-11-02', 9])).toBeNull()
    expect(at([21, '2026-11-02', 5], [21, '2026-11-05', 5])).toBeNull()
  })
  test('a site with few uses has no hours yet', () =>
    expect(
      hoursOf(
        {
          ...{ siteId: 1, week: '2026-11-02', before: before.map((uses) => uses / 10) },
          recent: [
            { hour: 3, day: '2026-11-02', uses: 9 },
            { hour: 3, day: '2026-11-03', uses: 9 },
          ],
        },
        firstLimits,
      ),
    ).toBeNull())
})

describe('codes in sequence', () => {
  const start = Date.parse('2026-11-05T10:00:00Z')
  const check = (seconds: number, serial: number | null, nth = 0): Check => ({
    ...{ at: new Date(start + seconds * 1000), serial, isUnknown: serial === null, nth },
  })
  const lengthOf = (checks: Check[]) => {
    const one = sequenceOf({ siteId: 1, week: '2026-11-02', checks }, firstLimits)
    return one?.kind === 'sequence' ? one.numbers.seen : 0
  }
  test.each<[string, Check[], number]>([
    ['neighbours', [1, 2, 3, 4, 5, 6].map((n) => check(n * 30, 100 + n)), 6],
    ['downwards, every second', [1, 2, 3, 4, 5, 6].map((n) => check(n * 30, 100 - 2 * n)), 6],
    ['five', [1, 2, 3, 4, 5].map((n) => check(n * 30, 100 + n)), 0],
    ['one read six times', [1, 2, 3, 4, 5, 6].map((n) => check(n * 30, 100)), 0],
    ['over a day', [1, 2, 3, 4, 5, 6].map((n) => check(n * 3_600, 100 + n)), 0],
    ['of a crowd', [7, 900, 33, 4_000, 12, 77].map((serial, n) => check(n * 30, serial)), 0],
    ['with a stranger between', [1, 2, 3, 900, 4, 5, 6].map((n, nth) => check(nth * 30, 100 + n)), 6],
    ['unknown ones', [1, 2, 3, 4, 5, 6].map((n) => check(n * 30, null, n)), 6],
    ['one unknown one six times', [1, 2, 3, 4, 5, 6].map((n) => check(n * 30, null, 1)), 0],
  ])('%s', (_, checks, length) => expect(lengthOf(checks)).toBe(length))
})

describe('a unit', () => {
  const early = { unitId: 1, week: '2026-11-02', before: 0, registered: 20 }
  test('cards used early', () => {
    expect(earlyOf({ ...early, seen: 3 }, firstLimits)).toBeNull()
    expect(earlyOf({ ...early, seen: 8 }, firstLimits)?.numbers).toMatchObject({ seen: 8, registered: 20 })
    expect(earlyOf({ ...early, seen: 8, before: 12 }, firstLimits)).toBeNull()
  })
  const cohort = {
    ...{ unitId: 1, from: '2026-04-01', until: '2026-06-30', registered: 40 },
    ...{ before: { registered: 160, used: 100 }, nationwide: { registered: 10_000, used: 6_000 } },
  }
  test('cards that stay unused', () => {
    expect(unusedOf({ ...cohort, used: 22 }, firstLimits)).toBeNull()
    expect(unusedOf({ ...cohort, used: 3 }, firstLimits)?.numbers).toMatchObject({
      registered: 40,
      used: 3,
      usual: 25,
    })
    expect(unusedOf({ ...cohort, registered: 12, used: 0 }, firstLimits)).toBeNull()
    expect(unusedOf({ ...cohort, used: 3, nationwide: { registered: 0, used: 0 } }, firstLimits)).toBeNull()
  })
})

describe('limits', () => {
  const next = { ...firstLimits, validFrom: '2027-01-01', busyLeast: 20 }
  test('those of the day hold', () => {
    expect(limitsOn([next, firstLimits], '2026-12-31')).toEqual(firstLimits)
    expect(limitsOn([next, firstLimits], '2027-01-01')).toEqual(next)
  })
  test.each([
    [next, null],
    [{ ...next, validFrom: '2026-11-11' }, { from: 'from-past' }],
    [{ ...firstLimits, validFrom: '2027-01-01' }, { '': 'nothing-changed' }],
  ])('what may be added: %#', (wanted, problems) =>
    expect(limitProblems([firstLimits], wanted, '2026-11-11')).toEqual(problems),
  )
  test('two of one day may not', () =>
    expect(limitProblems([firstLimits, next], { ...next, busyLeast: 30 }, '2026-11-11')).toEqual({
      from: 'from-taken',
    }))
})
