import { type Gender, genders, type LifeSituation, lifeSituations } from '../cards/rules.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import type { Town } from './places.ts'
import type { Random } from './random.ts'
import { habits } from './rhythm.ts'

/** Somebody with a card, as far as the register knows anyone, and what nobody writes down: how they live. */
export type Holder = {
  birthYear: number
  postalCode: string
  children: number
  lifeSituation: LifeSituation | null
  gender: Gender | null
  language: 'fi' | 'sv'
  /** A name in `habits`; null for those who never come to use the card: a good half, as in the real table. */
  habit: string | null
  /** How much oftener than others of that habit, about 1. */
  eagerness: number
}

const usersShare = 0.45

const childrenAt = (random: Random, age: number): number => {
  const share = age < 22 ? 0.05 : age <= 52 ? 0.5 : age <= 75 ? 0.08 : 0
  return random.chance(share) ? random.weighted([1, 2, 3, 4, 5], (count) => [0, 38, 34, 17, 8, 3][count]!) : 0
}

const situationAt = (random: Random, age: number, children: number): LifeSituation => {
  if (age >= 64) return random.chance(0.9) ? 'pensioner' : 'carer'
  if (age <= 24 && random.chance(0.5)) return 'student'
  if (children > 0 && random.chance(0.25)) return 'family-leave'
  return random.weighted(lifeSituations, (situation) =>
    situation === 'unemployed' ? 6 : situation === 'pensioner' ? 0.3 : 1,
  )
}

const habitShares: Record<string, number> = { swimmer: 5, trainer: 2, culture: 7, learner: 3.5, seldom: 4 }
const habitOf = (random: Random, children: number): string | null => {
  if (!random.chance(usersShare)) return null
  return random.weighted(Object.keys(habits), (habit) => habitShares[habit] ?? (children > 0 ? 12 : 0))
}

/** A new holder of a card in the town, 16 or turning 16 in the year of the day. */
export const makeHolder = (random: Random, town: Town, day: Day): Holder => {
  const [low, high] = random.weighted(
    [
      [16, 24],
      [25, 34],
      [35, 49],
      [50, 63],
      [64, 86],
    ] as const,
    ([from]) => (from === 16 ? 1.6 : from === 64 ? 1.5 : 2.4),
  )
  const age = random.between(low, high)
  const children = childrenAt(random, age)
  return {
    birthYear: yearOf(day) - age,
    postalCode: random.pick(town.postalCodes),
    children,
    lifeSituation: random.chance(0.62) ? situationAt(random, age, children) : null,
    gender: random.chance(0.6) ? random.weighted(genders, (gender) => (gender === 'other' ? 0.05 : 1)) : null,
    language: random.chance(0.92) ? town.language : 'fi',
    habit: habitOf(random, children),
    eagerness: random.pick([0.4, 0.6, 0.8, 1, 1, 1.4, 2.2]),
  }
}
