import type { Pool } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { insertRows, siteRow, unitRow } from './makers.ts'
import { type Category, intermediary, inventedSites, type Town, towns, type Unit, units } from './places.ts'
import { type Taste, tasteOf } from './rhythm.ts'

/** A time in which a municipality used the card; a null end is open. */
type Term = { phase: 'pilot' | 'permanent'; from: Day | null; until: Day | null; crossUse: boolean }

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
    known.terms.push({ phase: phase === 'pilot' ? 'pilot' : 'permanent', from, until, crossUse })
    municipalities.set(name, { ...known, areaId })
  }
  return municipalities
}

/** Makes organisations of these names. @returns the id of each */
const makeOrganisations = async (db: Pool, names: readonly string[]): Promise<(name: string) => number> => {
  const rows = [...new Set(names)].map((name) => ({ name }))
  await insertRows(db, 'organisation', rows)
  const kept = await db.selectFrom('organisation').select(['id', 'name']).execute()
  const ids = new Map(kept.map(({ id, name }) => [name, id]))
  return (name) => ids.get(name)!
}

const keeperOf = (site: { name: string }) => `${site.name} oy`

/** The demo's network: the invented offices with the card's real municipalities around them, and every site. */
export type Network = {
  units: WorldUnit[]
  sites: WorldSite[]
  intermediaryId: number
  /** The sites that the intermediary records for. */
  intermediated: ReadonlySet<number>
}

/** Adds the invented offices and sites to the real network, and gives back all there is. */
export const makePlaces = async (db: Pool): Promise<Network> => {
  const municipalities = await readMunicipalities(db)
  const find = (town: string) => {
    const found = municipalities.get(town)
    if (!found) throw new Error(`${town} is not in the network`)
    return { municipalityId: found.id, areaId: found.areaId, terms: found.terms }
  }
  const idOf = await makeOrganisations(db, [
    ...units.map(({ organisation }) => organisation),
    ...inventedSites.map(keeperOf),
    intermediary.name,
  ])
  await insertRows(
    db,
    'issuing_unit',
    units.map((unit) => unitRow({ ...unit, ...find(unit.town), organisationId: idOf(unit.organisation) })),
  )
  await insertRows(
    db,
    'site',
    inventedSites.map((site) =>
      siteRow({ ...site, ...find(site.town), organisationId: idOf(keeperOf(site)) }),
    ),
  )
  const sites = await readSites(db, municipalities)
  const recorded = sites.filter(({ name }) => intermediary.sites.some((other) => other === name))
  const intermediaryId = idOf(intermediary.name)
  const links = recorded.map(({ id }) => ({ site_id: id, organisation_id: intermediaryId }))
  await insertRows(db, 'site_intermediary', links)
  const kept = await db.selectFrom('issuing_unit').select(['id', 'name']).execute()
  return {
    units: units.map((unit) => ({
      ...unit,
      ...find(unit.town),
      id: kept.find(({ name }) => name === unit.name)!.id,
      home: towns.find(({ name }) => name === unit.town)!,
    })),
    sites,
    intermediaryId,
    intermediated: new Set(recorded.map(({ id }) => id)),
  }
}

const always: Term = { phase: 'permanent', from: null, until: null, crossUse: true }

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
