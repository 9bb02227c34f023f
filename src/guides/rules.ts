import type { Category, MunicipalityNames, Phase } from '../network/rules.ts'

type Place = MunicipalityNames & {
  name: string
  category: Category
  municipalityId: number
  areaId: number | null
  isPopUp: boolean
  isPaused: boolean
  phase: Phase | null
}
type Home = { id: number; areaId: number | null; crossUse: boolean | null }

/** Where a card of this home works today: not at a pop-up site, if its cards work in their own area only. */
const isUsable = ({ isPopUp, isPaused, phase }: Place, { crossUse }: Home) =>
  !isPaused && (isPopUp ? crossUse !== false : phase === 'pilot' || phase === 'permanent')

/**
 * The sites that a guide names: those of the home municipality, then the rest of its area, each in the order of the
 * reader's alphabet. A pop-up site is near in its own municipality only, since it has no area.
 */
export const sitesNear = <Site extends Place>(
  sites: readonly Site[],
  home: Home,
  nameOf: (site: Site) => string,
  compare: (a: string, b: string) => number,
): Site[] => {
  const isHere = (site: Site) => site.municipalityId === home.id
  const isNear = (site: Site) => isHere(site) || (site.areaId !== null && site.areaId === home.areaId)
  return sites
    .filter((site) => isNear(site) && isUsable(site, home))
    .sort(
      (a, b) =>
        Number(isHere(b)) - Number(isHere(a)) || compare(nameOf(a), nameOf(b)) || compare(a.name, b.name),
    )
}
