import type { Counted, Grain } from '../src/publications/counted-rules.ts'
import { isSum, lattice } from '../src/publications/lattice-rules.ts'
import type { Division, Measure } from '../src/publications/rules.ts'
import { between, type Random } from './disclosure-tables.ts'
import type { Geography } from './published-attack.ts'

/** Something that a card did or was at a place, with its class in every division. */
type Fact = {
  measure: Measure
  quarter: number
  spotId: number
  card: number
  amount: number
  classes: Partial<Record<Division, string>>
}

/** A small country: areas that may lie in two counties, municipalities, and units and sites under the same numbers. */
export const randomGeography = (random: Random): Geography => {
  const areas = between(random, 2, 4)
  const municipalities = new Map(
    Array.from({ length: between(random, areas, 7) }, (_, index) => {
      const areaId = 1 + (index < areas ? index : between(random, 0, areas - 1))
      // The first area lies in two counties now and then.
      const countyId = areaId === 1 && random() < 0.3 ? 2 : 1 + (areaId % 2)
      return [10 + index, { areaId, countyId }] as const
    }),
  )
  const spots = [...municipalities.keys()].flatMap((municipality) =>
    Array.from(
      { length: between(random, 1, 3) },
      (_, index) => [municipality * 10 + index, municipality] as const,
    ),
  )
  return { units: new Map(spots), sites: new Map(spots), municipalities }
}

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() ** 2 * all.length)]!
const classesOf = (random: Random): Partial<Record<Division, string>> => ({
  ...{
    age: pick(random, ['30-39', '40-49', '20-29', '80+']),
    gender: pick(random, ['woman', 'man', 'other']),
  },
  ...{
    situation: pick(random, ['unemployed', 'student', 'pensioner']),
    category: pick(random, ['culture', 'sports', 'science']),
  },
  ...{
    audience: pick(random, ['adults', 'children']),
    weekday: pick(random, ['6', '5', '1']),
    children: pick(random, ['0', '1', '2']),
  },
})

/** A year of registered, renewed and used cards: many small groups, as in a small country. */
export const randomYearOfFacts = (random: Random, { units }: Geography): Fact[] => {
  const facts: Fact[] = []
  let card = 0
  for (const spotId of units.keys())
    for (const quarter of [1, 2, 3, 4])
      for (let n = Math.floor(random() ** 3 * 14); n > 0; n -= 1) {
        card += 1
        const classes = classesOf(random)
        facts.push({ measure: 'registered', quarter, spotId, card, amount: 1, classes })
        if (random() < 0.3) facts.push({ measure: 'renewed', quarter, spotId, card, amount: 1, classes: {} })
        for (let uses = Math.floor(random() * 4); uses > 0; uses -= 1) {
          const site = random() < 0.7 ? spotId : pick(random, [...units.keys()])
          const amount = random() < 0.05 ? 20 : between(random, 1, 3)
          const own = { ...classes, ...classesOf(random) }
          facts.push({ measure: 'tickets', quarter, spotId: site, card, amount, classes: own })
        }
      }
  return facts
}

const grains: readonly Grain[] = [
  'spot',
  'place',
  'municipality-in-area',
  'municipality',
  'area',
  'county',
  'country',
]

/** Counts facts as the closing does, at every grain; written apart from it. */
export const countFacts = (facts: readonly Fact[], { units, municipalities }: Geography): Counted[] => {
  const counts = new Map<string, Counted & { byCard: Map<number, number> }>()
  for (const { measure, spotId, card, amount, classes } of facts) {
    const municipalityId = units.get(spotId)!
    const { areaId, countyId } = municipalities.get(municipalityId)!
    const divisions = lattice
      .filter((table) => table.measure === measure && isSum(measure))
      .map(({ division }) => division)
    for (const division of new Set(divisions)) {
      const part = division === 'all' ? 'all' : classes[division]
      if (part === undefined) continue
      for (const grain of grains) {
        const at = {
          spotId: grain === 'spot' || grain === 'place' ? spotId : null,
          municipalityId: ['spot', 'municipality-in-area', 'municipality'].includes(grain)
            ? municipalityId
            : null,
          areaId: ['spot', 'municipality-in-area', 'area'].includes(grain) ? areaId : null,
          countyId: ['spot', 'municipality-in-area', 'municipality', 'county'].includes(grain)
            ? countyId
            : null,
        }
        const key = JSON.stringify([measure, division, part, grain, at])
        const known = counts.get(key) ?? {
          measure,
          division,
          part,
          grain,
          ...at,
          count: 0,
          cards: 0,
          largest: 0,
          byCard: new Map(),
        }
        known.count += amount
        known.byCard.set(card, (known.byCard.get(card) ?? 0) + amount)
        counts.set(key, known)
      }
    }
  }
  return [...counts.values()].map(({ byCard, ...one }) => ({
    ...one,
    cards: byCard.size,
    largest: Math.max(...byCard.values()),
  }))
}
