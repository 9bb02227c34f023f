import type { Random } from '../src/demo/random.ts'
import { rhythms, type Taste } from '../src/demo/rhythm.ts'
import { addDays, type Day } from '../src/lib/dates.ts'
import type { Check, DeskChecks, SiteHours } from '../src/signals/desk-rules.ts'
import type { SiteWeeks } from '../src/signals/site-rules.ts'
import type { UnitCohort, UnitEarly } from '../src/signals/unit-rules.ts'

/**
 * A made normal year: places large and small with their seasons, weeks in which something is on, growth, summers when all
 * is closed, sites that begin, late evenings, groups and families that come again. Nothing in it is wrong. The counts of a
 * week vary more than chance alone lets them, as real ones do.
 */

/** Weeks before the year, so that its first week has a history; and the year itself. */
export const weeksBefore = 64
export const weeksOfYear = 52
const firstWeek: Day = '2024-10-14'
export const weekAt = (nth: number): Day => addDays(firstWeek, 7 * nth)

const gauss = ({ fraction }: Random) =>
  Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
const logNormal = (random: Random, median: number, spread: number) =>
  median * Math.exp(spread * gauss(random))

/** A Poisson number, by its normal likeness where it is large. */
export const poisson = (random: Random, mean: number): number => {
  if (mean <= 0) return 0
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * gauss(random)))
  const end = Math.exp(-mean)
  let [count, product] = [0, random.fraction()]
  while (product > end) {
    count += 1
    product *= random.fraction()
  }
  return count
}

/** About 1, spread as a gamma of this shape (Marsaglia and Tsang, 2000); shape 1 at least. */
const swing = (random: Random, shape: number): number => {
  const d = shape - 1 / 3
  for (;;) {
    const x = gauss(random)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random.fraction()) < x * x * 0.5 + d - d * v + d * Math.log(v))
      return (d * v) / shape
  }
}

export type MadeSite = {
  id: number
  taste: Taste
  /** Uses in a usual week. */
  level: number
  /** The nth week of its first use. */
  begins: number
  weeks: SiteWeeks
}

/** How steady a kind of place is from week to week, and how often something larger is on. */
const character: Record<Taste, { shape: number; events: number; closesInJuly: number }> = {
  pool: { shape: 30, events: 0.01, closesInJuly: 0.3 },
  gym: { shape: 20, events: 0.01, closesInJuly: 0.1 },
  match: { shape: 3, events: 0.1, closesInJuly: 0 },
  theatre: { shape: 2.5, events: 0.08, closesInJuly: 0.9 },
  concert: { shape: 2, events: 0.06, closesInJuly: 0.8 },
  cinema: { shape: 8, events: 0.04, closesInJuly: 0.1 },
  museum: { shape: 8, events: 0.05, closesInJuly: 0 },
  festival: { shape: 2, events: 0, closesInJuly: 0 },
  course: { shape: 3, events: 0, closesInJuly: 1 },
  science: { shape: 8, events: 0.05, closesInJuly: 0 },
}
const tastes: Taste[] = [
  ...(['pool', 'pool', 'pool', 'gym', 'gym', 'match', 'theatre', 'theatre', 'theatre'] as const),
  ...([
    'concert',
    'concert',
    'cinema',
    'cinema',
    'museum',
    'museum',
    'museum',
    'festival',
    'course',
  ] as const),
  ...(['course', 'science'] as const),
]

const makeSite = (random: Random, id: number): MadeSite => {
  const taste = random.pick(tastes)
  const level = Math.min(logNormal(random, taste === 'pool' ? 12 : 3.5, 1), 150)
  const begins = random.chance(0.08) ? random.between(10, weeksBefore + 30) : 0
  const growth = 1 + (random.fraction() - 0.35) / 100
  const { shape, events, closesInJuly } = character[taste]
  const closes = random.chance(closesInJuly)
  const habits = {
    children: logNormal(random, 0.003, 0.8),
    repeats: logNormal(random, taste === 'pool' ? 0.012 : 0.004, 0.7),
  }
  const [uses, overChildren, repeats] = [[] as number[], [] as number[], [] as number[]]
  for (let nth = 0; nth < weeksBefore + weeksOfYear; nth++) {
    const month = Number(addDays(weekAt(nth), 3).slice(5, 7))
    const isHoliday = /-(12-2[3-9]|12-3|01-0[1-4]|06-1[89]|06-2[0-3])/.test(weekAt(nth))
    const isOn = random.chance(events) ? 1.5 + random.fraction() : 1
    const season = closes && month === 7 ? 0 : rhythms[taste].months[month - 1]! * (isHoliday ? 0.5 : 1)
    const mean = nth < begins ? 0 : level * growth ** nth * season * isOn * swing(random, shape)
    const count = poisson(random, mean)
    uses.push(count)
    overChildren.push(Math.min(count, poisson(random, count * habits.children)))
    repeats.push(Math.min(count, poisson(random, count * habits.repeats)))
  }
  // A family whose new baby is not on the card yet comes three weeks in a row.
  if (random.chance(0.05)) {
    const from = random.between(weeksBefore, weeksBefore + weeksOfYear - 4)
    for (const nth of [from, from + 1, from + 2]) if (uses[nth]! > 0) overChildren[nth]! += 1
  }
  const weeks = { siteId: id, week: weekAt(0), uses, overChildren, repeats, wasPaused: false }
  return { id, taste, level, begins, weeks }
}

/** @param sites how many */
export const makeSites = (random: Random, sites: number): MadeSite[] =>
  Array.from({ length: sites }, (_, index) => makeSite(random, index + 1))

/** The weeks up to the nth one of the year, as the job sees them. */
export const upTo = ({ weeks }: MadeSite, nth: number): SiteWeeks => {
  const cut = (counts: readonly number[]) => counts.slice(nth - 59, nth + 1)
  return {
    ...{ ...weeks, week: weekAt(nth) },
    ...{ uses: cut(weeks.uses), overChildren: cut(weeks.overChildren), repeats: cut(weeks.repeats) },
  }
}

/** The hours of four weeks: its usual ones, an evening of the year that ends late, and now and then a clock that is wrong. */
export const hoursAt = (random: Random, site: MadeSite, nth: number): SiteHours => {
  const usual = rhythms[site.taste].hours
  const before = new Array<number>(24).fill(0)
  const all = Math.round(site.level * 52)
  for (let use = 0; use < Math.min(all, 600); use++) before[random.pick(usual)]! += 1
  if (random.chance(0.3)) before[22]! += 2
  const recent = Array.from({ length: poisson(random, Math.min(site.level * 4, 200)) }, () => ({
    hour: random.chance(0.0005) ? random.whole(24) : random.pick(usual),
    day: addDays(weekAt(nth), -random.whole(28)),
    uses: 1,
  }))
  if (random.chance(0.01))
    for (let use = 0; use < 8; use++) recent.push({ hour: 23, day: weekAt(nth), uses: 1 })
  return { siteId: site.id, week: weekAt(nth), before, recent }
}

/** A week at a desk: cards from everywhere, mistyped codes, and sometimes a group whose cards came from one box. */
export const checksAt = (random: Random, site: MadeSite, nth: number): DeskChecks => {
  const start = Date.parse(`${weekAt(nth)}T09:00:00Z`)
  const checks: Check[] = Array.from({ length: poisson(random, site.level * 1.1) }, () => {
    const isUnknown = random.chance(0.02)
    return {
      at: new Date(start + random.whole(7 * 86_400_000)),
      ...{ serial: isUnknown ? null : random.whole(30_000), isUnknown, nth: random.whole(1_000) },
    }
  })
  if (random.chance(0.004)) {
    const [at, box] = [start + random.whole(5 * 86_400_000), random.whole(30_000)]
    const people = random.between(4, 10)
    // Of people who come together few got their cards on the same day.
    for (let person = 0; person < people; person++) {
      const serial = random.chance(0.4) ? box + person : random.whole(30_000)
      checks.push({ at: new Date(at + person * 40_000), serial, isUnknown: false, nth: 0 })
    }
  }
  checks.sort((a, b) => a.at.getTime() - b.at.getTime())
  return { siteId: site.id, week: weekAt(nth), checks }
}

type MadeUnit = { id: number; cards: number; share: number }
export const makeUnits = (random: Random, units: number): MadeUnit[] =>
  Array.from({ length: units }, (_, index) => ({
    id: index + 1,
    cards: Math.min(logNormal(random, 18, 0.9), 200),
    share: Math.min(0.95, Math.max(0.2, 0.62 + 0.14 * gauss(random))),
  }))

/** Now and then a unit's paper lies a few days while its card is used. */
export const earlyAt = (random: Random, unit: MadeUnit, nth: number): UnitEarly => {
  const weekly = (unit.cards / 13) * 0.01
  return {
    ...{
      unitId: unit.id,
      week: weekAt(nth),
      seen: poisson(random, 4 * weekly),
      before: poisson(random, 8 * weekly),
    },
    registered: Math.round((unit.cards / 13) * 4),
  }
}

const drawUsed = (random: Random, cards: number, share: number) => {
  let used = 0
  for (let card = 0; card < cards; card++) if (random.chance(share)) used += 1
  return used
}
/** A quarter's cards: in one quarter more of them are used, in another fewer. */
export const cohortAt = (random: Random, unit: MadeUnit): UnitCohort => {
  const registered = poisson(random, unit.cards)
  const before = poisson(random, unit.cards * 4)
  const share = Math.min(0.97, Math.max(0.1, unit.share + 0.06 * gauss(random)))
  return {
    ...{ unitId: unit.id, from: '2026-01-01', until: '2026-03-31', registered },
    used: drawUsed(random, registered, share),
    before: { registered: before, used: drawUsed(random, before, unit.share) },
    nationwide: { registered: 28_000, used: 17_400 },
  }
}
