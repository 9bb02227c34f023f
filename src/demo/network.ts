import type { Pool } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { insertSite, insertUnit } from './makers.ts'
import { type Category, intermediary, inventedSites, type Town, towns, type Unit, units } from './places.ts'
import { type Taste, tasteOf } from './rhythm.ts'

/** A time in which a municipality used the card; a null end is open. */
type Term = { from: Day | null; until: Day | null; isPilot: boolean; crossUse: boolean }

type Place = { municipalityId: number; terms: Term[] }
export type WorldUnit = Unit & Place & { id: number; areaId: number; town: string; home: Town }
export type WorldSite = Place & {
  id: number
  name: string
  category: Category
  taste: Taste
  /** Null for a pop-up site. */
  areaId: number | null
}

/** The term that a day falls in: nobody got a card, and no site took one, outside of them. */
export const termOn = ({ terms }: Pick<Place, 'terms'>, day: Day): Term | undefined =>
  terms.find(({ from, until }) => (from === null || from <= day) && (until === null || day <= until))

type Municipality = { id: number; areaId: number; terms: Term[] }

/** The municipalities that use the card or have used it, by their Finnish names. */
const readMunicipalities = async (db: Pool): Promise<Map<string, Municipality>> => {
  const rows = await db
    .selectFrom('area_membership as m')
    .innerJoin('municipality', 'municipality.id', 'm.municipality_id')
    .select(['municipality.id', 'municipality.name_fi as name', 'm.area_id as areaId', 'm.phase'])
    .select(['m.phase_from as from', 'm.phase_until as until', 'm.cross_use as crossUse'])
    .where('m.phase', 'in', ['pilot', 'permanent'])
    .orderBy('m.id')
    .execute()
  const municipalities = new Map<string, Municipality>()
  for (const { id, name, areaId, phase, from, until, crossUse } of rows) {
    const known = municipalities.get(name) ?? { id, areaId, terms: [] }
    known.terms.push({ from, until, isPilot: phase === 'pilot', crossUse })
    municipalities.set(name, { ...known, areaId })
  }
  return municipalities
}

/** Adds the invented offices and sites to the real network, and gives back all there is. */
export const makePlaces = async (db: Pool): Promise<{ units: WorldUnit[]; sites: WorldSite[] }> => {
  const municipalities = await readMunicipalities(db)
  const find = (name: string) => {
    const found = municipalities.get(name)
    if (!found) throw new Error(`${name} is not in the network`)
    return found
  }
  const made: WorldUnit[] = []
  for (const unit of units) {
    const { id: municipalityId, areaId, terms } = find(unit.town)
    const id = await insertUnit(db, { ...unit, municipalityId, areaId })
    made.push({
      ...unit,
      id,
      municipalityId,
      areaId,
      terms,
      home: towns.find(({ name }) => name === unit.town)!,
    })
  }
  for (const site of inventedSites) {
    const { id: municipalityId, areaId } = find(site.town)
    const isIntermediated = intermediary.sites.some((name) => name === site.name)
    await insertSite(db, {
      ...site,
      organisation: `${site.name} oy`,
      municipalityId,
      areaId,
      intermediary: isIntermediated ? intermediary.name : undefined,
    })
  }
  return { units: made, sites: await readSites(db, municipalities) }
}

const always: Term = { from: null, until: null, isPilot: false, crossUse: true }

/** Every site in the network today; a pop-up site takes cards at any time. */
const readSites = async (db: Pool, municipalities: Map<string, Municipality>): Promise<WorldSite[]> => {
  const rows = await db
    .selectFrom('site as s')
    .innerJoin('municipality as m', 'm.id', 's.municipality_id')
    .select([
      's.id',
      's.name',
      's.category',
      's.area_id as areaId',
      'm.id as municipalityId',
      'm.name_fi as town',
    ])
    .orderBy('s.id')
    .execute()
  return rows.map(({ town, ...site }) => ({
    ...site,
    taste: tasteOf(site),
    terms: site.areaId === null ? [always] : (municipalities.get(town)?.terms ?? []),
  }))
}
