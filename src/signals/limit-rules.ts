import type { Day } from '../lib/dates.ts'

/** The numbers of what is noticed, with the least and the most that each may be. All of them are our own choice. */
export const limitRanges = {
  rarity: [5, 200],
  busyLeast: [5, 500],
  quietLeast: [8, 500],
  childrenLeast: [3, 100],
  sequenceLeast: [4, 50],
  earlyLeast: [3, 100],
  hoursLeast: [3, 100],
  repeatsLeast: [3, 100],
  unusedLeast: [10, 500],
  openDays: [14, 180],
} as const satisfies Record<string, readonly [number, number]>
export type LimitName = keyof typeof limitRanges
export const limitNames = Object.keys(limitRanges) as LimitName[]

/**
 * How much is needed before something is noticed, from a day on.
 * `rarity`: in how many years one place may give one false alarm of one kind. `…Least`: the least count of a kind.
 * `openDays`: after how many days a signal that nobody has looked at is closed by itself.
 */
export type Limits = Record<LimitName, number> & { validFrom: Day; reason: string }

/** Why the limits that came with the program are as they are: pages say it in their own language (migration 0055). */
export const shippedReason = 'The first limits: our own choice.'

/** Those that hold on a day: the latest that have begun. */
export const limitsOn = (all: readonly Limits[], day: Day): Limits =>
  [...all]
    .filter(({ validFrom }) => validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]!

/** Why a set cannot be added, by field, or null. */
export const limitProblems = (
  all: readonly Limits[],
  wanted: Limits,
  today: Day,
): Record<string, 'from-past' | 'from-taken' | 'nothing-changed'> | null => {
  if (wanted.validFrom <= today) return { from: 'from-past' }
  if (all.some(({ validFrom }) => validFrom === wanted.validFrom)) return { from: 'from-taken' }
  const before = limitsOn(all, wanted.validFrom)
  return limitNames.every((name) => before[name] === wanted[name]) ? { '': 'nothing-changed' } : null
}

/**
 * The chance that one look may err: the years' share, divided by the looks of a year (Bonferroni), so that it holds for
 * the year whatever the looks have to do with each other.
 */
export const chanceOfOne = ({ rarity }: Limits, looksAYear: number): number => 1 / (rarity * looksAYear)
