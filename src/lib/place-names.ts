import { tidy } from './import-file.ts'

/** A unit or a site as people name it. The same name may stand in several municipalities and organisations. */
export type NamedPlace = {
  name: string
  organisation: string
  municipality: string
  municipalitySv: string | null
}

export type FindPlace<Place> = (text: string) => { value: Place } | { reason: string }

const apart = ' | '

/**
 * Finds places by name, as a reading of a cell. Where a name alone is not enough it takes the organisation, the
 * municipality or both after it: `Uimahalli | Kuhmo`, `Uimahalli | Kuhmon kaupunki | Kuhmo`.
 */
export const placesByName = <Place extends NamedPlace>(
  kind: string,
  places: readonly Place[],
): FindPlace<Place> => {
  const named = new Map<string, Place[]>()
  for (const place of places) {
    const { name, organisation } = place
    const where = [place.municipality, place.municipalitySv ?? place.municipality]
    const forms = [
      [name],
      [name, organisation],
      ...where.flatMap((municipality) => [
        [name, municipality],
        [name, organisation, municipality],
      ]),
    ]
    for (const form of new Set(forms.map((parts) => parts.map(tidy).join(apart))))
      named.set(form, [...(named.get(form) ?? []), place])
  }
  return (text) => {
    const [found, other] = named.get(text) ?? named.get(text.split(/ ?\| ?/).join(apart)) ?? []
    if (!found) return { reason: `is no ${kind} in the register` }
    if (!other) return { value: found }
    return {
      reason: `is the name of several ${kind}s; write it as name | organisation | municipality`,
    }
  }
}
