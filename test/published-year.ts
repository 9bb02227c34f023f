import { type Closed, decideQuarter, decideYear } from '../src/publications/closing-rules.ts'
import type { Counted } from '../src/publications/counted-rules.ts'
import { isExact, isToldByQuarters, threshold } from '../src/publications/lattice-rules.ts'
import type { Protect } from '../src/publications/protecting-rules.ts'
import { randomFrom } from './disclosure-tables.ts'
import { sightOf, type Told, workedOut } from './published-attack.ts'
import { countFacts, randomGeography, randomYearOfFacts } from './random-publications.ts'

/**
 * Classes that the national table tells of too few cards: what it gives away by itself nobody can hide. It is kept up day by
 * day, so it tells its quarters; and what it tells of a quarter, the year less its other quarters tells again.
 * @param counted of the period, at least its counts of the whole country
 * @param period `2025` or `2025-Q2`
 * @returns how the names of such figures begin
 */
export const toldByNational = (
  counted: readonly Pick<Counted, 'grain' | 'cards' | 'measure' | 'division' | 'part'>[],
  period: string,
): string[] =>
  counted
    .filter(({ grain, cards }) => grain === 'country' && cards < threshold)
    .filter(({ measure, division }) => isExact(measure, division, 'country'))
    .flatMap(({ measure, division, part }) =>
      [period, ...(isToldByQuarters({ measure, division }) ? [period.slice(0, 4)] : [])].map((of) =>
        [of, measure, division, part, ''].join('|'),
      ),
    )

/** A small country's year, published quarter by quarter and then as a whole. */
export const publishYear = async (seed: number, protectBy: Protect) => {
  const random = randomFrom(seed)
  const geography = randomGeography(random)
  const facts = randomYearOfFacts(random, geography)
  const closed: Closed[] = []
  for (const quarter of [1, 2, 3, 4]) {
    const own = facts.filter((fact) => fact.quarter === quarter)
    closed.push(await decideQuarter(countFacts(own, geography), protectBy))
  }
  closed.push(await decideYear(closed.slice(0, 4), countFacts(facts, geography), protectBy))
  const told = closed.map(
    ({ figures }, index): Told => ({
      period: index === 4 ? '2026' : `2026-Q${index + 1}`,
      figures,
    }),
  )
  const exempt = closed.flatMap(({ counted }, index) => toldByNational(counted, told[index]!.period))
  return { geography, facts, told, exempt }
}

/** What an attack on all five publications together learns, but for what the national table tells by itself. */
export const learntOf = async ({ told, geography, exempt }: Awaited<ReturnType<typeof publishYear>>) =>
  (await workedOut(sightOf(told, geography))).filter(
    (name) => !exempt.some((start) => name.startsWith(start)),
  )
