import { commaCsv } from '../lib/csv-write.ts'
import { isYear } from '../publications/period-rules.ts'
import type { Correction, Figure, Publication } from '../publications/rules.ts'
import { unitOf } from '../publications/unit-rules.ts'
import { type PlaceName, placeKey } from './rules.ts'

/** A column of a file: its name, its type by Table Schema, and what it holds. */
export type Field = { name: string; type: 'string' | 'integer' | 'boolean' | 'datetime'; description: string }

const text = (name: string, description: string): Field => ({ name, type: 'string', description })
const integer = (name: string, description: string): Field => ({ name, type: 'integer', description })

export const figureFields: readonly Field[] = [
  text('period', 'Quarter or year, such as 2026-Q1 or 2026.'),
  text('measure', 'What is counted.'),
  text('division', 'By what the count is divided; all when it is not.'),
  text('part', 'The class of the division.'),
  text('level', 'country, county, area or municipality.'),
  integer('place_id', 'The number of the place on its level; empty for the country.'),
  text('place_code', 'The official code of a county or municipality, where it has one.'),
  text('place_name', 'Its name in Finnish, as it is called today.'),
  text('place_name_sv', 'Its name in Swedish, where it has one.'),
  integer('count', 'The figure; empty where it is hidden. A row that is not there is 0.'),
  { name: 'suppressed', type: 'boolean', description: 'true where the figure is hidden.' },
  text('unit', 'cards or tickets.'),
]

const count = 'Empty where it is not told: nothing, or too little. A row that is not there is not told.'
const [, measure, division, part, , ...place] = figureFields.slice(0, 9) as Field[]
/** A correction by its place and what it corrects; the words of places and classes are those of figures. */
export const correctionFields: readonly Field[] = [
  integer('publication', 'The number of the publication that tells it.'),
  text('period', 'The quarter that it corrects, which itself stays as it was published.'),
  ...[measure!, division!, part!],
  text('level', 'country, county or area.'),
  ...place,
  integer('added', `What came since the closing before. ${count}`),
  integer('removed', `What was undone since the closing before. ${count}`),
  text('unit', 'cards or tickets.'),
]

export const publicationFields: readonly Field[] = [
  integer('number', 'The number of the publication.'),
  text('period', 'Quarter or year, such as 2026-Q1 or 2026.'),
  text('kind', 'quarter or year.'),
  { name: 'as_of', type: 'datetime', description: 'What was recorded by then is in it.' },
  { name: 'published_at', type: 'datetime', description: 'When it was published.' },
  text('digest', 'SHA-256 of its public figures, in hexadecimal.'),
  text('figures', 'Where its figures are.'),
]

const header = (fields: readonly Field[]) => fields.map(({ name }) => name)

/** Every public figure of a publication, a row each; what is not there is 0, and an empty count is hidden. */
export const figuresCsv = (
  { period }: Publication,
  figures: readonly Figure[],
  places: readonly PlaceName[],
): string => {
  const known = new Map(places.map((place) => [placeKey(place), place]))
  const rows = figures.map((figure) => {
    const { measure, division, part, level, placeId, count } = figure
    const place = known.get(placeKey(figure))
    return [
      ...[period, measure, division, part, level, placeId],
      ...[place?.code ?? null, place?.nameFi ?? null, place?.nameSv ?? null],
      ...[count, count === null, unitOf(measure)],
    ]
  })
  return commaCsv([header(figureFields), ...rows])
}

/** What a publication tells of the quarters before it, a row each. */
export const correctionsCsv = (
  { number }: Publication,
  corrections: readonly Correction[],
  places: readonly PlaceName[],
): string => {
  const known = new Map(places.map((place) => [placeKey(place), place]))
  const rows = corrections.map((correction) => {
    const { period, measure, division, part, level, placeId, added, removed } = correction
    const place = known.get(placeKey(correction))
    return [
      ...[number, period, measure, division, part, level, placeId],
      ...[place?.code ?? null, place?.nameFi ?? null, place?.nameSv ?? null],
      ...[added, removed, unitOf(measure)],
    ]
  })
  return commaCsv([header(correctionFields), ...rows])
}

/** What was published when: the newest first. @param addressOf where the figures of a publication are */
export const publicationsCsv = (
  publications: readonly Publication[],
  addressOf: (number: number) => string,
): string =>
  commaCsv([
    header(publicationFields),
    ...publications.map(({ number, period, asOf, publishedAt, digest }) => [
      ...[number, period, isYear(period) ? 'year' : 'quarter'],
      ...[asOf.toISOString(), publishedAt.toISOString(), digest, addressOf(number)],
    ]),
  ])
