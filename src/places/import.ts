import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import {
  type Cells,
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuseCell,
  refusedResult,
  type Table,
  tidy,
} from '../lib/import-file.ts'
import { oneOf, optional, required, yesOrNo } from '../lib/readings.ts'
import { type Category, categories } from '../network/rules.ts'
import {
  aName,
  comparePlaces,
  type KnownPlace,
  type Place,
  type PlaceWorld,
  readNames,
  readPlaceWorld,
} from './import-places.ts'

const unitColumns = {
  required: ['unit', 'organisation', 'kind', 'third_sector', 'municipality', 'area'],
  optional: [],
} as const
type UnitColumn = (typeof unitColumns)['required'][number]
type UnitSays = { kind: string; third_sector: boolean; area: number | null }
type Unit = Place<UnitSays>

/** An empty area is the municipality's own, today; the municipality must be known. */
const readUnit = (cells: Cells<UnitColumn>, { municipalities, findArea }: PlaceWorld): Unit | undefined => {
  const names = readNames(cells, 'unit')
  const kind = required(cells, 'kind', aName)
  const third_sector = optional(cells, 'third_sector', yesOrNo) ?? false
  const area = optional(cells, 'area', findArea)
  const municipality = names && municipalities.get(names.municipality)
  if (names && !municipality) refuseCell(cells, 'municipality', 'is no municipality in the register')
  const areaId = area ?? municipality?.areaId ?? null
  if (municipality && area === null && areaId === null)
    refuseCell(cells, 'area', 'is empty, and the municipality belongs to no area today')
  const says = { ...(kind ? { kind } : {}), third_sector, ...(area ? { area } : {}) }
  return names && { ...names, line: cells.line, isBad: cells.isBad, areaId, says }
}

/** Imports issuing units in the open transaction. An organisation is made when new. */
export const importUnits = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const world = await readPlaceWorld(db, run.today)
  const units: Unit[] = []
  for await (const rows of readRows(run.chunks, () => unitColumns, table))
    units.push(...rows.map((cells) => readUnit(cells, world)).filter((unit) => unit !== undefined))

  run.progress('checking', 0)
  if (!run.isTrial) await sql`lock table organisation, issuing_unit in share row exclusive mode`.execute(db)
  const { rows: known } = await sql<KnownPlace<UnitSays>>`
    select o.name as organisation, u.name, u.municipality_id as "municipalityId",
      json_build_object('kind', u.kind, 'third_sector', u.third_sector, 'area', u.area_id) as says
    from issuing_unit u join organisation o on o.id = u.organisation_id`.execute(db)
  const fresh = comparePlaces<UnitSays, Unit>(table, world, units, known, 'unit')
  if (table.problems.length > 0) return refusedResult(table)

  if (!run.isTrial)
    for (const [at, unit] of fresh.entries()) {
      const municipality = world.municipalities.get(unit.municipality)!
      await sql`
        insert into issuing_unit (organisation_id, municipality_id, area_id, name, kind, third_sector)
        values (${await idOfNamed(db, 'organisation', unit.organisation)}, ${municipality.id}, ${unit.areaId},
          ${unit.name}, ${unit.says.kind}, ${unit.says.third_sector})`.execute(db)
      run.progress('writing', (at + 1) / fresh.length)
    }
  return resultOf(table, fresh.length, {})
}

const siteColumns = {
  required: ['site', 'organisation', 'municipality', 'area', 'category', 'intermediary'],
  optional: [],
} as const
type SiteColumn = (typeof siteColumns)['required'][number]
type SiteSays = { category: Category; area: number | null; intermediary: string }
type Site = Place<SiteSays> & { intermediaries: string[] }

const apart = ' | '

/**
 * An empty area is the municipality's own, today; where it has none the site is a pop-up site, outside the networks.
 * Several intermediaries stand apart by `|`.
 */
const readSite = (cells: Cells<SiteColumn>, { municipalities, findArea }: PlaceWorld): Site | undefined => {
  const names = readNames(cells, 'site')
  const area = optional(cells, 'area', findArea)
  const category = required(cells, 'category', oneOf(categories))
  const intermediary = optional(cells, 'intermediary', aName)
  const municipality = names && municipalities.get(names.municipality)
  if (names && area && !municipality) refuseCell(cells, 'municipality', 'is no municipality in the register')
  const intermediaries = [...new Set(intermediary?.split('|').map(tidy))].filter((name) => name !== '').sort()
  const says = {
    ...(category ? { category } : {}),
    ...(area ? { area } : {}),
    ...(intermediary ? { intermediary: intermediaries.join(apart) } : {}),
  }
  const areaId = area ?? municipality?.areaId ?? null
  return names && { ...names, line: cells.line, isBad: cells.isBad, areaId, says, intermediaries }
}

/** Imports sites in the open transaction. Organisations, and the municipality of a pop-up site, are made when new. */
export const importSites = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const world = await readPlaceWorld(db, run.today)
  const sites: Site[] = []
  for await (const rows of readRows(run.chunks, () => siteColumns, table))
    sites.push(...rows.map((cells) => readSite(cells, world)).filter((site) => site !== undefined))

  run.progress('checking', 0)
  if (!run.isTrial)
    await sql`lock table municipality, organisation, site in share row exclusive mode`.execute(db)
  const { rows: known } = await sql<KnownPlace<SiteSays>>`
    select o.name as organisation, s.name, s.municipality_id as "municipalityId",
      json_build_object('category', s.category, 'area', s.area_id, 'intermediary', (
        select coalesce(string_agg(n.name, ${apart} order by n.name collate "C"), '')
        from site_intermediary i join organisation n on n.id = i.organisation_id where i.site_id = s.id)) as says
    from site s join organisation o on o.id = s.organisation_id`.execute(db)
  const fresh = comparePlaces<SiteSays, Site>(table, world, sites, known, 'site')
  if (table.problems.length > 0) return refusedResult(table)

  if (!run.isTrial)
    for (const [at, site] of fresh.entries()) {
      await addSite(db, site, world)
      run.progress('writing', (at + 1) / fresh.length)
    }
  const isNew = ({ municipality }: Site) => !world.municipalities.has(municipality)
  return resultOf(table, fresh.length, {
    'municipality-made': new Set(fresh.filter(isNew).map((site) => site.municipality)).size,
  })
}

const addSite = async (db: Write, site: Site, world: PlaceWorld) => {
  const municipalityId =
    world.municipalities.get(site.municipality)?.id ??
    (await idOfNamed(db, 'municipality', site.municipality))
  const { rows } = await sql<{ id: number }>`
    insert into site (organisation_id, municipality_id, area_id, name, category)
    values (${await idOfNamed(db, 'organisation', site.organisation)}, ${municipalityId}, ${site.areaId},
      ${site.name}, ${site.says.category})
    returning id`.execute(db)
  for (const intermediary of site.intermediaries)
    await sql`insert into site_intermediary (site_id, organisation_id)
      values (${rows[0]!.id}, ${await idOfNamed(db, 'organisation', intermediary)})`.execute(db)
}

/** The id of a named row, made when new. */
const idOfNamed = async (
  db: Write,
  table: 'organisation' | 'municipality',
  name: string,
): Promise<number> => {
  const column = sql.ref(table === 'organisation' ? 'name' : 'name_fi')
  const find = sql<{ id: number }>`select id from ${sql.table(table)} where ${column} = ${name}`
  const known = (await find.execute(db)).rows[0]
  if (known) return known.id
  const made = sql<{ id: number }>`insert into ${sql.table(table)} (${column}) values (${name}) returning id`
  return (await made.execute(db)).rows[0]!.id
}

const resultOf = (table: Table, added: number, counts: Record<string, number>): ImportResult => ({
  rows: table.rows,
  added,
  unchanged: table.rows - added,
  exceptions: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
  problems: [],
})
