import { brotliCompressSync, constants } from 'node:zlib'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeMunicipality, makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { type AreaScope, areaScopeOf, type User } from '../access.ts'
import { actBy, proofOfSession, type Read } from '../db/db.ts'
import { insertRows, siteRow, unitRow } from '../demo/makers.ts'
import { categories } from '../network/rules.ts'
import { listOrganisations } from '../organisations/list-queries.ts'
import { listSites } from '../sites/list-queries.ts'
import { countRequests, listKinds, listUnits } from '../units/list-queries.ts'
import { unitKinds } from '../units/rules.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { listMunicipalitiesWith } from './queries.ts'

const many = { units: 850, sites: 450, municipalities: 120, areas: 15 }
let world: World
let centre: Awaited<ReturnType<World['as']>>

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)
const some = <One>(all: readonly One[], index: number) => all[index % all.length]!

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const towns: MadeMunicipality[] = []
  for (const index of upTo(many.municipalities))
    towns.push(
      await makeMunicipality(world.db, {
        name: `Esimerkkikunta ${index}`,
        area: `Alue ${index % many.areas}`,
      }),
    )
  await insertRows(
    world.db,
    'organisation',
    upTo(300).map((index) => ({ name: `Esimerkkipalvelut ${index}` })),
  )
  const organisations = await world.db.selectFrom('organisation').select('id').execute()
  const placed = (index: number) => {
    const town = some(towns, index * 7)
    return { organisationId: some(organisations, index).id, municipalityId: town.id, areaId: town.areaId }
  }
  const kinds = Object.keys(unitKinds)
  await insertRows(
    world.db,
    'issuing_unit',
    upTo(many.units).map((index) => ({
      ...unitRow({
        ...placed(index),
        name: `Aikuissosiaalityön esimerkkiyksikkö ${index}`,
        kind: some(kinds, index),
        thirdSector: index % 5 === 0,
      }),
      is_public: false,
      state: 'active' as const,
    })),
  )
  await insertRows(
    world.db,
    'site',
    upTo(many.sites).map((index) => ({
      ...siteRow({ ...placed(index), name: `Esimerkkimuseo ${index}`, category: some(categories, index) }),
      course_excess_by_holder: false,
    })),
  )
  for (const [table, key] of [
    ['issuing_unit', 'unit_id'],
    ['site', 'site_id'],
  ] as const) {
    const rows = (await world.db.selectFrom(table).select('id').execute()).filter((_, index) => index % 3 > 0)
    await insertRows(
      world.db,
      'contact_person',
      rows.map(({ id }) => ({ [key]: id, name: 'Aino Esimerkki', made_at: world.now() })),
    )
    await insertRows(
      world.db,
      'confirmation',
      rows.map(({ id }) => ({
        ...{ [key]: id, year: 2026, instructed_on: '2026-02-01' },
        ...{ confirmed_at: world.now(), confirmed_by: 'x' },
      })),
    )
  }
  await sql`analyze`.execute(world.db)
  centre = await world.as({ role: 'centre' })
})
afterAll(() => world.end())

const all = { words: [], area: '', municipality: '', kind: '', category: '', state: '', attention: '' }
const asked = { ...all, words: ['esimerkkikunta', '11'], attention: 'any' }
const first = { page: 1, size: 50 }
const today = '2026-05-04'

type Asking = (db: Read, scope: AreaScope) => Promise<unknown>
const pages: Record<string, { path: string; count: string; statements: Asking[] }> = {
  units: {
    path: '/fi/jakajat',
    count: '850 yksikköä',
    statements: [
      (db, scope) => listUnits(db, scope, all, today, first),
      (db, scope) => listMunicipalitiesWith(db, 'unit', scope),
      listKinds,
      countRequests,
    ],
  },
  'units, searched': {
    path: '/fi/jakajat?q=esimerkkikunta 11&attention=any',
    count: 'yksikköä',
    statements: [(db, scope) => listUnits(db, scope, asked, today, first)],
  },
  sites: {
    path: '/fi/kohteet-yllapito',
    count: '450 kohdetta',
    statements: [
      (db, scope) => listSites(db, scope, all, today, first),
      (db, scope) => listMunicipalitiesWith(db, 'site', scope),
    ],
  },
  organisations: {
    path: '/fi/organisaatiot',
    count: '300 organisaatiota',
    statements: [(db, scope) => listOrganisations(db, scope, all, first)],
  },
}

/** How long the database itself works on the statements, ms, by its own clock: the median of five. */
const databaseTime = (asking: Asking[]): Promise<number> =>
  world.requests.transaction().execute(async (db) => {
    await actBy(db, proofOfSession(proofOfToken(centre.token)))
    const compiled: CompiledQuery[] = []
    const executor = new Proxy(db.getExecutor(), {
      get: (real, name) => {
        if (name === 'executeQuery')
          return (query: CompiledQuery) => {
            compiled.push(query)
            return real.executeQuery(query)
          }
        const own: unknown = Reflect.get(real, name)
        return typeof own === 'function' ? own.bind(real) : own
      },
    })
    const watched = { ...db, getExecutor: () => executor } as unknown as Read
    for (const ask of asking) await ask(watched, areaScopeOf({ role: 'centre' } as User))
    expect(compiled).toHaveLength(asking.length)
    const times: number[] = []
    for (let run = 0; run < 5; run += 1) {
      let time = 0
      for (const { sql: text, parameters } of compiled) {
        const explain = CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters])
        const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(explain)
        time += rows[0]!['QUERY PLAN'][0]['Execution Time']
      }
      times.push(time)
    }
    return times.toSorted((a, b) => a - b)[2]!
  })

/** Twenty on a machine at rest; a busy one, and a database in WebAssembly, get a margin that no bad plan fits in. */
const mostMilliseconds = 100

test.each(Object.entries(pages))('the list of %s is light', async (name, { path, count, statements }) => {
  const page = await (await centre.get(path)).text()
  expect(page).toContain(count)
  expect((page.match(/<tr/g) ?? []).length).toBeLessThanOrEqual(51)
  const size = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
  const time = await databaseTime(statements)
  process.stdout.write(`${world.engine}, ${name}: ${time.toFixed(1)} ms, ${size} bytes\n`)
  expect(size).toBeLessThan(50_000)
  expect(time).toBeLessThan(mostMilliseconds)
})
