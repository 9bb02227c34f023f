/**
 * First a year of each of 100 random small countries: five publications, some thirty tables each, attacked together, and
 * random pairs of shown figures subtracted. Then the whole publication of the demo world, closed and protected as on any
 * day, read through the open data as everyone reads it (units and sites as the centre does), and attacked: all quarters
 * and years together, every sum that readers know. Goal: nothing hidden is known closer than five, but for what the exact
 * national table tells by itself, which is counted beside.
 */
import { sql } from 'kysely'
import type { Pool } from '../src/db/db.ts'
import { makeDemoWorld } from '../src/demo/world.ts'
import { protect } from '../src/disclosure/protect.ts'
import { closeDue } from '../src/publications/closing.ts'
import type { Counted } from '../src/publications/counted-rules.ts'
import { listAllFigures, listPublications } from '../src/publications/queries.ts'
import { randomFrom } from '../test/disclosure-tables.ts'
import { type Geography, sightOf, workedOut } from '../test/published-attack.ts'
import { subtractPairs } from '../test/published-pairs.ts'
import { learntOf, publishYear, toldByNational } from '../test/published-year.ts'
import { newWorld } from '../test/world.ts'
import { printTable } from './lib/table.ts'

const readGeography = async (db: Pool): Promise<Geography> => {
  const rows = async <Row>(text: string) => (await sql.raw<Row>(text).execute(db)).rows
  const units = await rows<{ id: number; place: number }>(
    'select unit_id as id, municipality_id as place from unit_period where period_until is null',
  )
  const sites = await rows<{ id: number; place: number }>(
    'select site_id as id, municipality_id as place from site_period where period_until is null and area_id is not null',
  )
  const municipalities = await rows<{ id: number; areaId: number; countyId: number | null }>(
    `select distinct m.id, p.area_id as "areaId", m.county_id as "countyId"
     from municipality m join (select municipality_id, area_id from unit_period union select municipality_id, area_id from site_period) p
       on p.municipality_id = m.id where p.area_id is not null`,
  )
  return {
    units: new Map(units.map(({ id, place }) => [id, place])),
    sites: new Map(sites.map(({ id, place }) => [id, place])),
    municipalities: new Map(municipalities.map(({ id, ...places }) => [id, places])),
  }
}

/** Classes that the exact national table tells of fewer than five cards: nothing can be hidden beneath them. */
const readToldByNational = async (db: Pool): Promise<string[]> => {
  const counted = await db
    .selectFrom('publication_count as c')
    .innerJoin('publication as p', 'p.number', 'c.publication')
    .select(['p.period', 'c.grain', 'c.measure', 'c.division', 'c.part', 'c.cards'])
    .where('c.grain', '=', 'country')
    .$castTo<Pick<Counted, 'grain' | 'cards' | 'measure' | 'division' | 'part'> & { period: string }>()
    .execute()
  return counted.flatMap((row) => toldByNational([row], row.period))
}

const years = 100
const wantedPairs = 25_000
const random = { years: 0, figures: 0, pairs: 0, 'groups isolated': 0, 'given away': 0 }
for (let seed = 1; random.years < years; seed += 1) {
  const year = await publishYear(seed, protect)
  // Where the exact national table itself tells of too few cards, so do its sums and differences.
  if (year.exempt.length > 0) continue
  random.years += 1
  random.figures += year.told.reduce((sum, { figures }) => sum + figures.length, 0)
  random['given away'] += (await learntOf(year)).length
  const { pairs, isolated } = subtractPairs(year, randomFrom(seed), Math.ceil(wantedPairs / years) * 2)
  random.pairs += pairs
  random['groups isolated'] += isolated.length
}
printTable([random])
if (random['given away'] + random['groups isolated'] > 0) process.exitCode = 1

const world = await newWorld('2026-11-18T13:00:00Z')
await makeDemoWorld(world.db, world.keys, world.now())
const before = performance.now()
const closed = await closeDue(world.db, world.now(), protect)
const seconds = (performance.now() - before) / 1000
const told = []
for (const { number, period } of await listPublications(world.db))
  told.push({ period, figures: await listAllFigures(world.db, number) })
const sight = sightOf(told, await readGeography(world.db))
const figures = told.flatMap((one) => one.figures)
const attacked = performance.now()
const byNational = await readToldByNational(world.db)
const found = (await workedOut(sight)).filter((name) => !byNational.some((start) => name.startsWith(start)))
printTable([
  {
    ...{ periods: closed.length, 'closed in s': seconds.toFixed(1), figures: figures.length },
    hidden: figures.filter(({ count }) => count === null).length,
    ...{ 'cells attacked': sight.counts.filter((count) => count === null).length, sums: sight.sums.length },
    ...{
      'attack in s': ((performance.now() - attacked) / 1000).toFixed(0),
      'given away': found.length,
      'classes told by the national table': byNational.length,
    },
  },
])
for (const line of found.slice(0, 40)) console.log(line)
await world.end()
if (found.length > 0) process.exitCode = 1
