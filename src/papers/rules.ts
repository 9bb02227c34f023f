import type { MunicipalityNames } from '../network/rules.ts'
import { isTold } from '../publications/part-rules.ts'
import type { Division, Figure, Level, Measure, Period } from '../publications/rules.ts'

/** Whose a paper is: the country's, or one place's. */
const placeKinds = ['area', 'municipality', 'site', 'unit'] as const
export type PlaceKind = (typeof placeKinds)[number]
export type PlaceKey = { kind: PlaceKind; id: number }

/** `area-3`, as an address names a place; nothing for the whole country. */
export const keyOf = (place: PlaceKey | null): string => (place ? `${place.kind}-${place.id}` : '')

/** @returns null for the whole country; undefined for what names no place */
export const readKey = (text: string): PlaceKey | null | undefined => {
  if (text === '') return null
  const [, kind, id] = /^([a-z]+)-([1-9]\d{0,8})$/.exec(text) ?? []
  const known = placeKinds.find((one) => one === kind)
  return known && { kind: known, id: Number(id) }
}

export type Named = MunicipalityNames & { id: number }

/**
 * What a paper is made for, as the public register has it.
 * @property name of a site or unit; null for the rest, which have a name in both languages
 * @property municipality null for an area and for the country
 * @property area null for the country, and where the place is outside the areas
 */
export type Subject = {
  key: PlaceKey | null
  name: string | null
  municipality: Named | null
  area: Named | null
}
export const wholeCountry: Subject = { key: null, name: null, municipality: null, area: null }

/** Paper sizes in millimetres (ISO 216), upright. */
export const sizes = {
  a3: { width: 297, height: 420 },
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  a6: { width: 105, height: 148 },
} as const
export type Size = keyof typeof sizes

/** Pixels: a post, which is square, and what stands beside a link. */
export const pictureSizes = {
  square: { width: 1080, height: 1080 },
  wide: { width: 1200, height: 630 },
} as const
export type PictureSize = keyof typeof pictureSizes

/** What may be told of a place: a count that is hidden, or 0, is not among them. */
const toldMeasures = ['tickets', 'children', 'registered', 'users', 'new-audience'] as const
type ToldMeasure = (typeof toldMeasures)[number]
export type Numbers = { counts: Partial<Record<ToldMeasure, number>>; isSomeHidden: boolean }

/** Which published place the figures of a paper are of: those of a single site or unit are nobody's but its own. */
export const figurePlaceOf = ({ key, area }: Subject): { level: Level; placeId: number | null } => {
  if (key?.kind === 'municipality') return { level: 'municipality', placeId: key.id }
  return area ? { level: 'area', placeId: area.id } : { level: 'country', placeId: null }
}

const asked: Record<ToldMeasure, [Measure, Division, string]> = {
  tickets: ['tickets', 'all', 'all'],
  children: ['tickets', 'audience', 'children'],
  registered: ['registered', 'all', 'all'],
  users: ['users', 'all', 'all'],
  'new-audience': ['new-audience', 'all', 'all'],
}

/**
 * The published figures of one place, ready to be told. What is hidden there stays hidden here: it is left out, and that
 * something was left out is known.
 * @param figures of one place
 */
export const numbersOf = (period: Period, level: Level, figures: readonly Figure[]): Numbers => {
  const counts: Numbers['counts'] = {}
  let isSomeHidden = false
  for (const measure of toldMeasures) {
    const [of, division, part] = asked[measure]
    if (!isTold(period, of, division, level)) continue
    const count = figures.find(
      (one) => one.measure === of && one.division === division && one.part === part && one.level === level,
    )?.count
    if (count === null) isSomeHidden = true
    else if (count) counts[measure] = count
  }
  return { counts, isSomeHidden }
}
