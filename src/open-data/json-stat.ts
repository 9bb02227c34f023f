import type { Language } from '../i18n/translated.ts'
import { partsIn } from '../publications/part-rules.ts'
import type { Figure, Publication } from '../publications/rules.ts'
import { unitOf } from '../publications/unit-rules.ts'
import { partName, periodName, publicationWords, tableName } from '../publications/words.ts'
import { figuresIn, type PlaceName, type PublicTable, placeKey } from './rules.ts'
import { licence, openDataWords } from './words.ts'

type Labels = Record<string, string>
type Dimension = {
  label: string
  category: { index: string[]; label: Labels; unit?: Record<string, { label: string; decimals: number }> }
}

/** A dataset of JSON-stat 2.0, as far as we write it (https://json-stat.org/full/). */
export type Dataset = {
  version: '2.0'
  class: 'dataset'
  href: string
  label: string
  source: string
  /** The instant of publication, in ISO 8601. */
  updated: string
  note: string[]
  id: string[]
  size: number[]
  role: { time: string[]; geo: string[]; metric: string[] }
  dimension: Record<string, Dimension>
  /** In row-major order: the last dimension moves first. Null where the figure is hidden. */
  value: (number | null)[]
  /** By place in `value`; `c` is confidential. Left out where nothing is hidden. */
  status?: Labels
  extension: { publication: number; digest: string; asOf: string; license: string; status: { label: Labels } }
}

const levelOrder = ['country', 'county', 'area', 'municipality']

const placeLabel = (language: Language, place: PlaceName) => {
  const t = publicationWords[language]
  if (place.level === 'country') return t.levels.country
  const name = language === 'sv' ? (place.nameSv ?? place.nameFi) : place.nameFi
  return place.level === 'area' ? `${t.levels.area}: ${name}` : name
}

/** The places of a table: those with a figure, and the whole country where it is told. */
const placesIn = (figures: readonly Figure[], { levels }: PublicTable) => {
  const keys = new Map<string, Pick<Figure, 'level' | 'placeId'>>()
  if (levels.includes('country')) keys.set('country', { level: 'country', placeId: null })
  for (const { level, placeId } of figures) keys.set(placeKey({ level, placeId }), { level, placeId })
  return [...keys.values()].sort(
    (a, b) =>
      levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) || (a.placeId ?? 0) - (b.placeId ?? 0),
  )
}

const dimension = (label: string, entries: readonly (readonly [string, string])[]): Dimension => ({
  label,
  category: { index: entries.map(([key]) => key), label: Object.fromEntries(entries) },
})

/** One table of a publication: its measure in one period, by place and class. */
export const jsonStat = (
  language: Language,
  {
    publication,
    table,
    figures,
    places,
    href,
  }: {
    publication: Publication
    table: PublicTable
    /** All that is public of the publication. */
    figures: readonly Figure[]
    places: readonly PlaceName[]
    href: string
  },
): Dataset => {
  const t = openDataWords[language]
  const words = publicationWords[language]
  const { number, period, digest, asOf, publishedAt } = publication
  const { measure, division } = table
  const own = figuresIn(figures, table)
  const counts = new Map(own.map((figure) => [`${placeKey(figure)}|${figure.part}`, figure.count]))
  const named = new Map(places.map((place) => [placeKey(place), place]))
  const rows = placesIn(own, table)
  const parts = partsIn(period, division, own)
  const label = (key: string) => {
    const place = named.get(key)
    return place ? placeLabel(language, place) : key
  }
  const cells = rows.flatMap((place) => parts.map((part) => counts.get(`${placeKey(place)}|${part}`)))
  const hidden = cells.flatMap((count, index) => (count === null ? [[String(index), 'c'] as const] : []))
  const inMeasure = dimension(t.measure, [[measure, words.measures[measure].name]])
  inMeasure.category.unit = { [measure]: { label: words.units[unitOf(measure)], decimals: 0 } }
  return {
    ...({ version: '2.0', class: 'dataset' } as const),
    href,
    label: `${tableName(language, measure, division)}, ${periodName(language, period)}`,
    source: t.source,
    updated: publishedAt.toISOString(),
    note: [words.measures[measure].meaning, words.divisions[division].meaning, t.zero, t.overlapping],
    id: ['period', 'measure', 'place', 'part'],
    size: [1, 1, rows.length, parts.length],
    role: { time: ['period'], geo: ['place'], metric: ['measure'] },
    dimension: {
      period: dimension(t.period, [[period, periodName(language, period)]]),
      measure: inMeasure,
      place: dimension(
        t.place,
        rows.map((place) => [placeKey(place), label(placeKey(place))]),
      ),
      part: dimension(
        words.divisions[division].name,
        parts.map((part) => [part, partName(language, division, part)]),
      ),
    },
    value: cells.map((count) => (count === undefined ? 0 : count)),
    ...(hidden.length > 0 ? { status: Object.fromEntries(hidden) } : {}),
    extension: {
      ...{ publication: number, digest, asOf: asOf.toISOString(), license: licence.url },
      status: { label: { c: t.hiddenShort } },
    },
  }
}
