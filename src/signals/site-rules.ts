import { addDays, type Day } from '../lib/dates.ts'
import { chanceOfAtMost, spreadOf, upperLimit } from './count-rules.ts'
import { chanceOfOne, type Limits } from './limit-rules.ts'
import { type Noticed, spans } from './rules.ts'

/**
 * A site's weeks up to the one that is judged, the oldest first: how many uses stand, in how many of them there were
 * more children than the card has, and how many were one more of the same card on the same day for the same thing.
 */
export type SiteWeeks = {
  siteId: number
  week: Day
  uses: readonly number[]
  overChildren: readonly number[]
  repeats: readonly number[]
  /** Whether it was paused or closed in the last weeks: then silence says nothing. */
  wasPaused: boolean
}

/** What the same counts come to at all sites: for a site that has little history of its own. */
export type Nationwide = { uses: number; overChildren: number; repeats: number }

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
const rounded = (value: number) => Math.round(value * 10) / 10
const looksAYear = 52

/** Half a year at least, since the first use: before that nothing is usual. */
const leastHistory = 26

const sinceFirst = (counts: readonly number[]) => {
  const first = counts.findIndex((count) => count > 0)
  return first < 0 ? [] : counts.slice(first)
}

/**
 * A week far above the site's own history: beyond what its own weeks let one expect, and half as much again as the
 * busiest of them, for weeks in which something is on are no chance.
 */
export const busyOf = ({ siteId, week, uses }: SiteWeeks, limits: Limits): Noticed | null => {
  const seen = uses.at(-1) ?? 0
  const history = sinceFirst(uses.slice(-1 - spans.history, -1))
  const spread = spreadOf(history)
  if (!spread || history.length < leastHistory) return null
  const busiest = Math.max(...history)
  const chance = chanceOfOne(limits, looksAYear)
  const limit = Math.max(upperLimit(spread, chance), Math.ceil(busiest * 1.5), limits.busyLeast)
  if (seen < limit) return null
  const numbers = { seen, usual: rounded(spread.mean), busiest, limit, weeks: history.length }
  return { kind: 'busy', placeId: siteId, from: week, until: addDays(week, 6), numbers }
}

/**
 * Four weeks far below, at a site that was steady: less than it usually has, and less than a third of what it had at the
 * same time of last year, for many sites keep their summer.
 */
export const quietOf = ({ siteId, week, uses, wasPaused }: SiteWeeks, limits: Limits): Noticed | null => {
  const { quiet, history: year, season } = spans
  const needed = year + quiet + season
  const known = sinceFirst(uses)
  if (wasPaused || known.length < needed) return null
  const seen = sum(known.slice(-quiet))
  const history = known.slice(-quiet - year, -quiet)
  const spread = spreadOf(history)!
  const endsLastYear = known.length - year
  const lastYear = Math.min(
    ...Array.from({ length: 2 * season + 1 }, (_, shift) => endsLastYear + shift - season).map((end) =>
      sum(known.slice(end - quiet, end)),
    ),
  )
  const usual = Math.min(quiet * spread.mean, lastYear)
  if (usual < limits.quietLeast) return null
  const chance = chanceOfOne(limits, looksAYear)
  const expected = { mean: usual, size: spread.size * quiet }
  const limit = Math.floor(usual / 3)
  if (seen > limit || chanceOfAtMost(seen, expected) > chance) return null
  const numbers = { seen, usual: rounded(quiet * spread.mean), lastYear, limit, weeks: history.length }
  return {
    kind: 'quiet',
    placeId: siteId,
    from: addDays(week, -7 * (quiet - 1)),
    until: addDays(week, 6),
    numbers,
  }
}

/** How many uses of all sites stand for a site's own where it has few. */
const borrowedUses = 50
/** What one family or one desk does comes in clumps: never steadier than this. */
const habitSize = 3
const habitWeeks = 3

type Habit = { kind: 'children' | 'repeats'; counts: readonly number[]; nationwide: number; least: number }

/**
 * Something that comes again and again: in eight weeks more often than the site's own earlier share of its uses lets one
 * expect, at least so many times, and in three weeks of them, so that one evening is no habit.
 */
const habitOf = (
  { siteId, week, uses }: SiteWeeks,
  all: Nationwide,
  limits: Limits,
  { kind, counts, nationwide, least }: Habit,
): Noticed | null => {
  const { habit, history } = spans
  const recent = counts.slice(-habit)
  const seen = sum(recent)
  const weeks = recent.filter((count) => count > 0).length
  if (seen < least || weeks < habitWeeks) return null
  const earlier = { uses: sum(uses.slice(-history, -habit)), seen: sum(counts.slice(-history, -habit)) }
  const borrowed = all.uses > 0 ? (borrowedUses * nationwide) / all.uses : 0
  const share = (earlier.seen + borrowed) / (earlier.uses + borrowedUses)
  const recentUses = sum(uses.slice(-habit))
  const mean = share * recentUses
  const limit = Math.max(least, upperLimit({ mean, size: habitSize }, chanceOfOne(limits, looksAYear)))
  if (seen < limit) return null
  const numbers = { seen, uses: recentUses, usual: rounded(mean), limit, weeks }
  return { kind, placeId: siteId, from: addDays(week, -7 * (habit - 1)), until: addDays(week, 6), numbers }
}

export const childrenOf = (site: SiteWeeks, all: Nationwide, limits: Limits): Noticed | null =>
  habitOf(site, all, limits, {
    ...{ kind: 'children', counts: site.overChildren, nationwide: all.overChildren },
    least: limits.childrenLeast,
  })

const repeatsOf = (site: SiteWeeks, all: Nationwide, limits: Limits): Noticed | null =>
  habitOf(site, all, limits, {
    ...{ kind: 'repeats', counts: site.repeats, nationwide: all.repeats },
    least: limits.repeatsLeast,
  })

/** All that a site's weeks tell. */
export const noticeWeeks = (site: SiteWeeks, all: Nationwide, limits: Limits): Noticed[] =>
  [
    busyOf(site, limits),
    quietOf(site, limits),
    childrenOf(site, all, limits),
    repeatsOf(site, all, limits),
  ].filter((one) => one !== null)
