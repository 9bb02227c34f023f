import { isSum } from '../src/publications/lattice-rules.ts'
import type { Figure } from '../src/publications/rules.ts'
import type { Random } from './disclosure-tables.ts'
import type { publishYear } from './published-year.ts'

type Year = Awaited<ReturnType<typeof publishYear>>
/** A shown figure, and the numbers of the facts that it counts. */
type View = { name: string; facts: ReadonlySet<number> }

const factsOf = ({ geography, facts }: Year, period: string, figure: Figure): Set<number> => {
  const isAt = (spotId: number) => {
    const municipality = geography.units.get(spotId)!
    const { areaId, countyId } = geography.municipalities.get(municipality)!
    const places = { country: null, county: countyId, area: areaId, municipality, unit: spotId, site: spotId }
    return places[figure.level] === figure.placeId
  }
  const numbers = facts.flatMap((fact, number) =>
    fact.measure === figure.measure &&
    (period.length === 4 || period.endsWith(`Q${fact.quarter}`)) &&
    (figure.division === 'all' || fact.classes[figure.division] === figure.part) &&
    isAt(fact.spotId)
      ? [number]
      : [],
  )
  return new Set(numbers)
}

const viewsOf = (year: Year): View[] =>
  year.told.flatMap(({ period, figures }) =>
    figures
      .filter(({ count, measure }) => count !== null && isSum(measure))
      .map((figure) => ({
        name: [period, figure.measure, figure.division, figure.part, figure.level, figure.placeId].join('|'),
        facts: factsOf(year, period, figure),
      }))
      .filter(({ name }) => !year.exempt.some((start) => name.startsWith(start))),
  )

/**
 * Subtracts random pairs of shown figures, of one period or of two, where one lies wholly in the other.
 * @returns how many pairs, and those whose difference is what one to four cards did
 */
export const subtractPairs = (year: Year, random: Random, wanted: number) => {
  const views = viewsOf(year)
  const pick = () => views[Math.floor(random() * views.length)]!
  const isolated: string[] = []
  let pairs = 0
  for (let tries = 0; pairs < wanted && tries < wanted * 200; tries += 1) {
    const [whole, part] = [pick(), pick()]
    if (part.facts.size >= whole.facts.size || ![...part.facts].every((fact) => whole.facts.has(fact)))
      continue
    pairs += 1
    const cards = new Set(
      [...whole.facts].filter((fact) => !part.facts.has(fact)).map((fact) => year.facts[fact]!.card),
    )
    if (cards.size < 5) isolated.push(`${whole.name} − ${part.name}: ${cards.size} cards`)
  }
  return { pairs, isolated }
}
