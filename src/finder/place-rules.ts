import { foldText } from '../lib/fold-text.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import { centres, distanceKm, type Point } from './centre-rules.ts'

/** A municipality that was asked for; without a centre, nothing is near or far from it. */
export type Place = MunicipalityNames & { centre: Point | null }

const byName = new Map(centres.map((centre) => [centre.nameFi, centre]))
type Known = { place: Place; names: string[] }
const folded: readonly Known[] = centres.map((centre) => ({
  place: { nameFi: centre.nameFi, nameSv: centre.nameSv, centre },
  names: [centre.nameFi, centre.nameSv ?? ''].filter(Boolean).map(foldText),
}))

/** The municipality of a name in the register. */
export const placeNamed = ({ nameFi, nameSv }: MunicipalityNames): Place => ({
  nameFi,
  nameSv,
  centre: byName.get(nameFi) ?? null,
})

type Named = MunicipalityNames & { name: string }

/** Every municipality by its folded names: those of the register first, then the rest of the country. */
const knownTo = (sites: readonly Named[]): Known[] => {
  const municipalities = new Map(sites.map((site) => [site.nameFi, site]))
  const own = [...municipalities.values()]
    .filter(({ nameFi }) => !byName.has(nameFi))
    .map((site) => ({ place: placeNamed(site), names: [site.nameFi, site.nameSv ?? ''].map(foldText) }))
  return [...own, ...folded]
}

/** Endings that a Finnish name takes: Kuhmossa, Kuhmon, Espoosta. A name whose stem changes is found by its beginning. */
const ending = /^(n|a|an|ssa|sta|lla|lta|lle|oon|hun|hin|een|on|in)$/

/** One letter too many, too few or wrong, or two beside each other in the wrong order. */
const isOneOff = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/** The one municipality of which it is true; null when there is none, or more than one. */
const only = (known: readonly Known[], isIt: (name: string) => boolean): Place | null => {
  const found = known.filter(({ names }) => names.some((name) => name !== '' && isIt(name)))
  return found.length === 1 ? found[0]!.place : null
}

export type Asked<Site> =
  | { kind: 'all' }
  | { kind: 'near'; place: Place }
  | { kind: 'named'; sites: Site[] }
  | { kind: 'nowhere' }

/**
 * What somebody means by what they typed. The name of a municipality, in either language, means that municipality: Ii is
 * a town, and its two letters stand in many other names. Else every word is looked for in the names of places, and last
 * a municipality that begins so, or is spelled almost so.
 */
export const askedFor = <Site extends Named>(typed: string, sites: readonly Site[]): Asked<Site> => {
  const text = foldText(typed)
  if (text === '') return { kind: 'all' }
  const known = knownTo(sites)
  const exact = known.find(({ names }) => names.includes(text))
  if (exact) return { kind: 'near', place: exact.place }
  const inflected =
    text.length > 4 && only(known, (name) => text.startsWith(name) && ending.test(text.slice(name.length)))
  if (inflected) return { kind: 'near', place: inflected }
  const words = text.split(' ')
  const named = sites.filter(({ name, nameFi, nameSv }) => {
    const names = foldText(`${name} ${nameFi} ${nameSv ?? ''}`)
    return words.every((word) => names.includes(word))
  })
  if (named.length > 0) return { kind: 'named', sites: named }
  const begun = text.length >= 3 && only(known, (name) => name.startsWith(text))
  const misspelled = text.length >= 4 && only(known, (name) => isOneOff(name, text))
  const place = begun || misspelled
  return place ? { kind: 'near', place } : { kind: 'nowhere' }
}

/** As far as one is likely to go for an evening, in kilometres as the crow flies. */
const nearKm = 100

export type Found<Site> = { site: Site; km: number }

/** The sites of the municipality itself, and those near it, the nearest first. */
export const sitesNear = <Site extends Named>(
  sites: readonly Site[],
  place: Place,
  compare: (a: string, b: string) => number,
): Found<Site>[] => {
  const away = awayFrom(place)
  return sites
    .flatMap((site) => {
      const km = away(site)
      return km !== null && km <= nearKm ? [{ site, km }] : []
    })
    .sort((a, b) => a.km - b.km || compare(a.site.name, b.site.name))
}

/** Kilometres from the place to each municipality, worked out once; null where nobody knows. */
const awayFrom = ({ nameFi, centre }: Place) => {
  const known = new Map<string, number | null>([[nameFi, 0]])
  return (site: MunicipalityNames): number | null => {
    const told = known.get(site.nameFi)
    if (told !== undefined) return told
    const there = byName.get(site.nameFi)
    const km = centre && there ? distanceKm(centre, there) : null
    known.set(site.nameFi, km)
    return km
  }
}

export type Neighbour = MunicipalityNames & { km: number; sites: number }
const neighboursAtMost = 5

/** Where to look instead: the nearest municipalities that have any of the sites. */
export const neighboursOf = (sites: readonly Named[], place: Place): Neighbour[] => {
  const away = awayFrom(place)
  const found = new Map<string, Neighbour>()
  for (const site of sites) {
    const km = away(site)
    if (km === null) continue
    const one = found.get(site.nameFi)
    if (one) one.sites++
    else found.set(site.nameFi, { nameFi: site.nameFi, nameSv: site.nameSv, km, sites: 1 })
  }
  return [...found.values()].sort((a, b) => a.km - b.km).slice(0, neighboursAtMost)
}
