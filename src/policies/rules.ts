import { type Policy, policyOn } from '../cards/rules.ts'
import { addDays, type Day, lastDayOfMonths } from '../lib/dates.ts'

/** A policy with what it rests on: the text that whoever added it wrote. */
export type SourcedPolicy = Policy & { source: string }

/** The numbers of a policy, in the order in which people read them, with the least and the most that is no typing error. */
export const numberRanges = {
  validityMonths: [1, 60],
  minimumAge: [0, 30],
  childAge: [1, 30],
  maximumChildren: [0, 50],
  communityChildAge: [1, 30],
  communityValidityMonths: [1, 60],
} as const satisfies Partial<Record<keyof Policy, readonly [number, number]>>
export type NumberName = keyof typeof numberRanges
export const numberNames = Object.keys(numberRanges) as NumberName[]

/** What holds on a day, what held before (the latest first), and what comes (the next first). */
export const arranged = <P extends Policy>(policies: readonly P[], today: Day) => {
  const inOrder = [...policies].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const now = policyOn(inOrder, today) as P
  return {
    now,
    before: inOrder.filter(({ validFrom }) => validFrom < now.validFrom).reverse(),
    coming: inOrder.filter(({ validFrom }) => validFrom > today),
  }
}

/** The last day of a policy: the day before the next begins. Null while none is to follow. */
export const lastDayOf = (policies: readonly Policy[], { validFrom }: Policy): Day | null => {
  const [next] = policies
    .map((policy) => policy.validFrom)
    .filter((day) => day > validFrom)
    .sort()
  return next === undefined ? null : addDays(next, -1)
}

/** Which numbers differ, and whether a phone is taken. */
export const changedNames = (a: Policy, b: Policy): (NumberName | 'phoneCard')[] =>
  ([...numberNames, 'phoneCard'] as const).filter((name) => a[name] !== b[name])

/**
 * Why a set of numbers cannot be added, by field, or null. It begins tomorrow at the earliest, so that no decision of
 * today is made by two rules, and it changes something.
 */
export const addProblems = (
  policies: readonly Policy[],
  wanted: Policy,
  today: Day,
): Record<string, 'from-past' | 'from-taken' | 'nothing-changed'> | null => {
  if (wanted.validFrom <= today) return { from: 'from-past' }
  if (policies.some(({ validFrom }) => validFrom === wanted.validFrom)) return { from: 'from-taken' }
  return changedNames(policyOn(policies, wanted.validFrom), wanted).length === 0
    ? { '': 'nothing-changed' }
    : null
}

/** The twelve months before a day: its own date a year earlier is the first, and the day itself stands outside. */
export const yearBefore = (today: Day): { from: Day; before: Day } => ({
  from: addDays(lastDayOfMonths(today, -12), 1),
  before: today,
})
