import type { MunicipalityNames, Phase } from '../network/rules.ts'
import type { UnitContact } from '../units/contact-rules.ts'

/** What the public may know of a service that gives cards. */
export type PublicUnit = MunicipalityNames & {
  name: string
  kind: string
  municipalityId: number
  areaId: number
  /** It gives no cards for now. */
  isPaused: boolean
  /** Of its municipality; null where that was never in an area. */
  phase: Phase | null
  /** How one comes there, where it says so. */
  contact: UnitContact | null
}

/** Whether the card is still to come where a place is. A mere interest is not public. */
export const isComing = ({ phase }: { phase: Phase | null }): boolean => phase === 'preparing'
export const isToldOf = ({ phase }: { phase: Phase | null }): boolean =>
  phase !== 'interest' && phase !== 'ended'

type Place = MunicipalityNames & { name: string }
export type ByMunicipality<One> = { municipality: string; places: One[] }

/** Places by municipality, both in the order of the reader's alphabet. */
export const byMunicipality = <One extends Place>(
  places: readonly One[],
  nameOf: (place: One) => string,
  compare: (a: string, b: string) => number,
): ByMunicipality<One>[] => {
  const groups = new Map<string, One[]>()
  for (const place of places) {
    const name = nameOf(place)
    groups.set(name, [...(groups.get(name) ?? []), place])
  }
  return [...groups]
    .map(([municipality, places]) => ({
      municipality,
      places: places.sort((a, b) => compare(a.name, b.name)),
    }))
    .sort((a, b) => compare(a.municipality, b.municipality))
}

/**
 * A text in the first of the languages that has it, so that nothing is hidden from a reader of another.
 * @param order the reader's own language first
 */
export const firstSaid = <Tongue extends string>(
  texts: Partial<Record<Tongue, string>> | undefined,
  order: readonly Tongue[],
): { text: string; language: Tongue } | null => {
  const language = order.find((one) => texts?.[one])
  return language === undefined ? null : { text: texts![language]!, language }
}
