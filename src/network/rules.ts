/** The fields in which the card is used, in the order of the national table. */
export const categories = ['culture', 'education', 'science', 'sports'] as const
export type Category = (typeof categories)[number]

/** Where a municipality stands with the card on a day, in the order of its life. */
export const phases = ['interest', 'preparing', 'pilot', 'permanent', 'ended'] as const
export type Phase = (typeof phases)[number]

export type MunicipalityNames = { nameFi: string; nameSv: string | null }

/** Both official names exist for a bilingual municipality; elsewhere everyone uses the Finnish one. */
export const municipalityName = ({ nameFi, nameSv }: MunicipalityNames, language: string): string =>
  language === 'sv' ? (nameSv ?? nameFi) : nameFi

/** Municipalities to choose from, by the names and in the order of the reader's language. */
export const municipalityChoices = (
  language: string,
  municipalities: readonly (MunicipalityNames & { id: number })[],
): { value: string; label: string }[] => {
  const { compare } = new Intl.Collator(language)
  return municipalities
    .map((one) => ({ value: String(one.id), label: municipalityName(one, language) }))
    .sort((a, b) => compare(a.label, b.label))
}

/** A municipality in an area, as it stands on the day that was asked. */
export type Membership = MunicipalityNames & {
  area: string
  phase: Phase
  /** The last day of the phase; null when it has none or nobody knows it. */
  until: string | null
  /** False where the card works in its own area only, both ways. */
  crossUse: boolean
  preliminary: boolean
}

/** Municipalities of one area that stand alike, so that their state is said once. */
export type Standing = Pick<Membership, 'phase' | 'until' | 'crossUse' | 'preliminary'> & {
  municipalities: MunicipalityNames[]
}
export type Area = { name: string; standings: Standing[] }

const order: Record<Phase, number> = { permanent: 0, pilot: 1, preparing: 2, interest: 3, ended: 4 }

const isAlike = (standing: Standing, { phase, until, crossUse, preliminary }: Membership) =>
  standing.phase === phase &&
  standing.until === until &&
  standing.crossUse === crossUse &&
  standing.preliminary === preliminary

/**
 * Areas with their municipalities, in the order they came, those in permanent use first.
 * Phases mix inside one area: a town may pilot while its neighbour is in permanent use.
 * What has ended is left out, as is a mere interest, which is not public; an area that has nothing else goes with it.
 */
export const groupByArea = (memberships: readonly Membership[]): Area[] => {
  const areas = new Map<string, Standing[]>()
  for (const membership of memberships) {
    if (membership.phase === 'ended' || membership.phase === 'interest') continue
    const { area, nameFi, nameSv, phase, until, crossUse, preliminary } = membership
    const standings = areas.get(area) ?? []
    areas.set(area, standings)
    const alike = standings.find((standing) => isAlike(standing, membership))
    if (alike) alike.municipalities.push({ nameFi, nameSv })
    else standings.push({ phase, until, crossUse, preliminary, municipalities: [{ nameFi, nameSv }] })
  }
  return [...areas].map(([name, standings]) => ({
    name,
    standings: standings.sort(
      (a, b) => order[a.phase] - order[b.phase] || (a.until ?? '9999').localeCompare(b.until ?? '9999'),
    ),
  }))
}

/** How many municipalities use the card, pilots too, and how many are on their way. */
export const countMunicipalities = (areas: readonly Area[]) => {
  const standings = areas.flatMap((area) => area.standings)
  const sum = (isIn: (standing: Standing) => boolean) =>
    standings.filter(isIn).reduce((total, { municipalities }) => total + municipalities.length, 0)
  return {
    inUse: sum(({ phase }) => phase !== 'preparing'),
    preparing: sum(({ phase }) => phase === 'preparing'),
  }
}

/** How many there are on the day, and how many have been there at any time until then. */
type NowAndEver = { now: number; ever: number }

/** What the network of the card is and has been. */
export type NetworkTotals = Record<'units' | 'sites' | 'municipalities' | 'counties', NowAndEver>
