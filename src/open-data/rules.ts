import { isPublic, lattice } from '../publications/lattice-rules.ts'
import { isYear } from '../publications/period-rules.ts'
import type { Division, Figure, Level, Measure, Period } from '../publications/rules.ts'

/** A place by its level and, but for the country, its number. */
export type PlaceName = {
  level: Level
  placeId: number | null
  /** The official number of a county or municipality; null where nobody has given it. */
  code: string | null
  nameFi: string
  nameSv: string | null
}

/** The name of a place in all files: `country`, `county-12`, `municipality-340`. */
export const placeKey = ({ level, placeId }: Pick<Figure, 'level' | 'placeId'>): string =>
  placeId === null ? level : `${level}-${placeId}`

/** What a table is called in addresses: `tickets`, `tickets-category`. */
export const tableKey = ({ measure, division }: { measure: Measure; division: Division }): string =>
  division === 'all' ? measure : `${measure}-${division}`

export type PublicTable = { measure: Measure; division: Division; levels: readonly Level[] }

/** What everyone may read of a period, in the order of the lattice. */
export const publicTables = (period: Period): PublicTable[] =>
  lattice
    .map(({ measure, division, quarter, year }) => ({
      measure,
      division,
      levels: (isYear(period) ? year : quarter).filter(isPublic),
    }))
    .filter(({ levels }) => levels.length > 0)

export const findTable = (period: Period, key: string): PublicTable | undefined =>
  publicTables(period).find((table) => tableKey(table) === key)

export const figuresIn = (figures: readonly Figure[], { measure, division }: PublicTable): Figure[] =>
  figures.filter((figure) => figure.measure === measure && figure.division === division)

/** @returns the size for people, in whole kilobytes of 1,000 bytes, at least one */
export const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000))
