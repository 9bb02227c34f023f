import { type Random, randomFrom } from '../src/demo/random.ts'
import { hoursOf, sequenceOf } from '../src/signals/desk-rules.ts'
import type { Limits } from '../src/signals/limit-rules.ts'
import { type Kind, kinds, type Noticed } from '../src/signals/rules.ts'
import { type Nationwide, noticeWeeks } from '../src/signals/site-rules.ts'
import { earlyOf, unusedOf } from '../src/signals/unit-rules.ts'
import {
  checksAt,
  cohortAt,
  earlyAt,
  hoursAt,
  type MadeSite,
  makeSites,
  makeUnits,
  poisson,
  upTo,
  weekAt,
  weeksBefore,
  weeksOfYear,
} from './signal-year.ts'

/** The limits that the register begins with. */
export const firstLimits: Limits = {
  ...{ validFrom: '2015-01-01', reason: 'x', rarity: 50, openDays: 60 },
  ...{ busyLeast: 10, quietLeast: 16, childrenLeast: 5, sequenceLeast: 6 },
  ...{ earlyLeast: 5, hoursLeast: 4, repeatsLeast: 5, unusedLeast: 20 },
}

/** Weeks in which no second signal of a kind is made while one stands. */
const standing = Math.ceil(firstLimits.openDays / 7)

type Tally = { siteYears: number; unitYears: number; falseAlarms: Record<Kind, number> }
export const emptyTally = (): Tally => ({
  ...{ siteYears: 0, unitYears: 0 },
  falseAlarms: Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>,
})

const nationwideOf = (sites: readonly MadeSite[]): Nationwide => {
  const add = (name: 'uses' | 'overChildren' | 'repeats') =>
    sites.reduce((all, { weeks }) => all + weeks[name].reduce((a, b) => a + b, 0), 0)
  return { uses: add('uses'), overChildren: add('overChildren'), repeats: add('repeats') }
}

/** Counts what is noticed as the job would write it: not again while one of the kind and place stands. */
const counter = (tally: Tally) => {
  const until = new Map<string, number>()
  return (noticed: Noticed | null, nth: number) => {
    if (!noticed) return
    const key = `${noticed.kind} ${noticed.placeId}`
    if (nth <= (until.get(key) ?? -1)) return
    until.set(key, nth + standing)
    tally.falseAlarms[noticed.kind] += 1
  }
}

/** A normal year, looked at week by week: everything that is noticed is a false alarm. */
export const lookAtNormalYear = (
  seed: number,
  size: { sites: number; units: number },
  tally: Tally,
): MadeSite[] => {
  const random = randomFrom(seed)
  const sites = makeSites(random, size.sites)
  const units = makeUnits(random, size.units)
  const nationwide = nationwideOf(sites)
  const count = counter(tally)
  for (let nth = weeksBefore; nth < weeksBefore + weeksOfYear; nth++) {
    for (const site of sites) {
      for (const one of noticeWeeks(upTo(site, nth), nationwide, firstLimits)) count(one, nth)
      count(sequenceOf(checksAt(random, site, nth), firstLimits), nth)
      // Windows of four weeks: a new one every fourth week draws the hours anew.
      if (nth % 4 === 0) count(hoursOf(hoursAt(random, site, nth), firstLimits), nth)
    }
    for (const unit of units) {
      if (nth % 4 === 0) count(earlyOf(earlyAt(random, unit, nth), firstLimits), nth)
      if (nth % 13 === 0) count(unusedOf(cohortAt(random, unit), firstLimits), nth)
    }
  }
  tally.siteYears += size.sites
  tally.unitYears += size.units
  return sites
}

type Injection = (random: Random, sites: readonly MadeSite[], nationwide: Nationwide) => boolean

const copyOf = (site: MadeSite): MadeSite => ({
  ...site,
  weeks: {
    ...site.weeks,
    uses: [...site.weeks.uses],
    overChildren: [...site.weeks.overChildren],
    repeats: [...site.weeks.repeats],
  },
})
const list = (counts: readonly number[]) => counts as number[]

/** A site with a year behind it and enough uses for the pattern to be one, changed for some weeks from the nth on. */
const injected = (
  kind: Kind,
  weeks: number,
  isFit: (site: MadeSite, nth: number) => boolean,
  change: (site: MadeSite, nth: number, random: Random) => void,
): Injection => {
  return (random, sites, nationwide) => {
    const nth = random.between(weeksBefore, weeksBefore + weeksOfYear - weeks - 1)
    const fit = sites.filter((site) => site.begins === 0 && isFit(site, nth))
    const site = copyOf(random.pick(fit))
    for (let week = nth; week < nth + weeks; week++) change(site, week, random)
    const looks = Array.from({ length: weeks }, (_, week) => nth + week)
    return looks.some((look) =>
      noticeWeeks(upTo(site, look), nationwide, firstLimits).some((one) => one.kind === kind),
    )
  }
}

const sumAt = (site: MadeSite, from: number, weeks: number) =>
  site.weeks.uses.slice(from, from + weeks).reduce((a, b) => a + b, 0)
/** Not where it is quiet each year at the time: silence says nothing there. */
const isSteadyAt = (site: MadeSite, nth: number) =>
  ['pool', 'gym', 'cinema', 'museum', 'science'].includes(site.taste) &&
  sumAt(site, nth - 52, 52) >= 520 &&
  Array.from({ length: 11 }, (_, shift) => sumAt(site, nth - 58 + shift, 4)).every((uses) => uses >= 40)
/** Where it was rare: one use in fifty at most, of thirty a week at most. */
const isRare = (name: 'overChildren' | 'repeats') => (site: MadeSite, nth: number) => {
  const before = site.weeks[name].slice(nth - 52, nth).reduce((a, b) => a + b, 0)
  return sumAt(site, nth, 8) >= 16 && site.level <= 30 && before <= sumAt(site, nth - 52, 52) / 50
}

/** What each pattern is, as strong as we promise to find it. */
export const injections: Record<Kind, { what: string; run: Injection }> = {
  busy: {
    what: 'two weeks with twice the busiest week of the year before on top, ten uses at least',
    run: injected(
      'busy',
      2,
      (site, nth) => sumAt(site, nth - 52, 52) >= 52,
      (site, nth) => {
        list(site.weeks.uses)[nth]! += Math.max(10, 2 * Math.max(...site.weeks.uses.slice(nth - 52, nth)))
      },
    ),
  },
  quiet: {
    what: 'six silent weeks at a hall, gym, cinema or museum with ten uses a week, at that time of last year too',
    run: injected('quiet', 6, isSteadyAt, (site, nth) => {
      list(site.weeks.uses)[nth] = 0
    }),
  },
  children: {
    what: 'eight weeks with two uses a week with more children than registered, where that was rare',
    run: injected('children', 8, isRare('overChildren'), (site, nth) => {
      list(site.weeks.uses)[nth]! += 2
      list(site.weeks.overChildren)[nth]! += 2
    }),
  },
  repeats: {
    what: 'eight weeks with three repeated uses a week, where they were rare',
    run: injected('repeats', 8, isRare('repeats'), (site, nth) => {
      list(site.weeks.uses)[nth]! += 3
      list(site.weeks.repeats)[nth]! += 3
    }),
  },
  sequence: {
    what: 'ten cards with neighbouring numbers within ten minutes, every third code unknown',
    run: (random, sites) => {
      const site = random.pick(sites)
      const week = checksAt(random, site, weeksBefore)
      const start = Date.parse(`${weekAt(weeksBefore)}T02:00:00Z`) + random.whole(6) * 86_400_000
      const box = random.whole(30_000)
      const row = Array.from({ length: 10 }, (_, step) => ({
        at: new Date(start + step * 50_000),
        serial: step % 3 === 2 ? null : box + step,
        ...{ isUnknown: step % 3 === 2, nth: 2_000 + step },
      }))
      const checks = [...week.checks, ...row].sort((a, b) => a.at.getTime() - b.at.getTime())
      return sequenceOf({ ...week, checks }, firstLimits) !== null
    },
  },
  hours: {
    what: 'six uses on three nights at a site with at least five uses a week',
    run: (random, sites) => {
      const site = random.pick(sites.filter(({ level }) => level >= 5))
      const week = hoursAt(random, site, weeksBefore)
      const nights = [1, 1, 2, 2, 5, 5].map((day) => ({
        hour: 3,
        day: weekAt(weeksBefore - 1 + (day % 2)),
        uses: 1,
      }))
      return hoursOf({ ...week, recent: [...week.recent, ...nights] }, firstLimits) !== null
    },
  },
  early: {
    what: 'twelve cards of a unit used before registration in four weeks',
    run: (random) => {
      const unit = random.pick(makeUnits(random, 50))
      const week = earlyAt(random, unit, weeksBefore)
      return earlyOf({ ...week, seen: week.seen + 12 }, firstLimits) !== null
    },
  },
  unused: {
    what: 'fifty cards of a unit of which one in ten is used',
    run: (random) => {
      const unit = random.pick(makeUnits(random, 50).filter(({ share }) => share >= 0.5))
      const used = Math.min(50, poisson(random, 5))
      return unusedOf({ ...cohortAt(random, unit), registered: 50, used }, firstLimits) !== null
    },
  },
}

/** @returns of each kind how many patterns were put in, and how many were found */
export const findInjected = (seed: number, sites: readonly MadeSite[], times: number) => {
  const random = randomFrom(seed)
  const nationwide = nationwideOf(sites)
  return kinds.map((kind) => {
    let found = 0
    for (let time = 0; time < times; time++) if (injections[kind].run(random, sites, nationwide)) found += 1
    return { kind, put: times, found }
  })
}
