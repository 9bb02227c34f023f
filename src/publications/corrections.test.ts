import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeSite, makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { protect } from '../disclosure/protect.ts'
import { checkPublications } from './check.ts'
import { closeNext } from './closing.ts'
import { listCorrections } from './correction-queries.ts'

/** In minutes, as the clock of a world is set. */
const day = 24 * 60
let world: World
let ids: { areas: number[]; number: number }
let sites: MadeSite[]
beforeAll(async () => {
  world = await newWorld('2026-04-15T09:00:00Z')
  const { db, keys } = world
  const areas: number[] = []
  sites = []
  for (const [name, area] of [
    ['Kajaani', 'Kainuu'],
    ['Oulu', 'Oulun seutu'],
    ['Kotka', 'Kymenlaakso'],
  ] as const) {
    const municipality = await makeMunicipality(db, { name, area })
    const unit = await makeUnit(db, { municipality })
    const site = await makeSite(db, { municipality })
    for (let n = 0; n < 15; n++)
      await makeUse(db, {
        card: await makeCard(db, keys, { unit }),
        site,
        usedAt: new Date('2026-02-10T15:00:00Z'),
      })
    areas.push(municipality.areaId)
    sites.push(site)
  }
  await sql`update use set received_at = used_at`.execute(db)
  expect(await closeNext(db, world.now(), protect)).toBe('2026-Q1')
  const { number } = await db.selectFrom('publication').select('number').executeTakeFirstOrThrow()
  ids = { areas, number }
})
afterAll(() => world.end())

/** Late uses of a site's own cards, some for each. */
const addLate = (site: MadeSite, uses: number, cards: number, receivedAt: string) =>
  sql`insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category, kind,
      source, recorded_by)
    select gen_random_uuid(), '2026-03-11', u.card_id, u.site_id, '2026-03-11T12:00:00Z', ${receivedAt}::timestamptz, 1, 0, 0,
      u.category, u.kind, 'offline', 'test'
    from (select * from use where site_id = ${site.id} and used_on = '2026-02-10' order by id limit ${cards}) u
    cross join generate_series(1, ${uses / cards}::int)`.execute(world.db)

const bytesOf = async (ending: 'json' | 'csv', place = `area-${ids.areas[0]}`) => {
  const centre = await world.as({ role: 'centre' })
  const answer = await centre.get(`/fi/raportit/${ids.number}/board/${place}/raportti.${ending}`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer()).toString('utf8')
}
const correctionsOf = async (number: number) => {
  const answer = await world.anyone.get(`/api/v1/statistics/publications/${number}/corrections`)
  return (await answer.json()).corrections as {
    level: string
    placeId: number | null
    measure: string
    division: string
  }[]
}
const country = { level: 'country', placeId: null, measure: 'tickets', division: 'all', part: 'all' } as const

test('a frozen report stays byte by byte through ten thousand late entries, which the next closing tells', async () => {
  const before = [await bytesOf('json'), await bytesOf('csv')]
  await addLate(sites[0]!, 6_000, 10, '2026-05-01T00:00:00Z')
  await addLate(sites[1]!, 3_994, 2, '2026-05-01T00:00:00Z')
  await addLate(sites[2]!, 6, 6, '2026-05-02T00:00:00Z')
  await sql`insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by)
    select id, used_on, '2026-05-03', 'test' from use where site_id = ${sites[2]!.id} and used_on = '2026-02-10' limit 1`.execute(
    world.db,
  )
  await sql`update card set birth_year = 1950 where id in (select card_id from use limit 3)`.execute(world.db)
  expect([await bytesOf('json'), await bytesOf('csv')]).toEqual(before)

  world.later(91 * day)
  expect(await closeNext(world.db, world.now(), protect)).toBe('2026-Q2')
  const told = await correctionsOf(ids.number + 1)
  expect(told).toContainEqual({ ...country, period: '2026-Q1', added: 10_000, removed: 1 })
  const month = { ...country, division: 'month', period: '2026-Q1' }
  expect(told).toContainEqual({ ...month, part: '2026-03', added: 10_000, removed: 0 })
  expect(told).toContainEqual({ ...month, part: '2026-02', added: 0, removed: 1 })
  // Two cards made what came to the second area: it is hidden, and with it one whose count would give it away.
  expect(told.filter(({ placeId }) => placeId === ids.areas[1])).toEqual([])
  expect(told.filter(({ level, measure }) => level === 'area' && measure === 'tickets').length).toBe(1)

  expect(await bytesOf('csv')).toBe(before[1])
  const { corrections, ...frozen } = JSON.parse(await bytesOf('json', 'country'))
  expect(corrections).toContainEqual(
    expect.objectContaining({
      measure: 'tickets',
      division: 'all',
      added: 10_000,
      publication: ids.number + 1,
    }),
  )
  expect(Object.keys(frozen)).toEqual(Object.keys(JSON.parse(before[0]!)))
  const area = JSON.parse(await bytesOf('json'))
  delete area.corrections
  expect(`${JSON.stringify(area, null, 2)}\n`).toBe(before[0])
})

test('files, the page of statistics and the report tell it too', async () => {
  const number = ids.number + 1
  const csv = await (await world.anyone.get(`/open-data/${number}/corrections.csv`)).text()
  expect(csv).toContain(`${number},2026-Q1,tickets,all,all,country,,FI,Koko maa,Hela landet,10000,1,tickets`)
  const made = await (await world.anyone.get(`/open-data/${number}/datapackage.json`)).json()
  expect(made.resources.map(({ name }: { name: string }) => name)).toContain('corrections-2026-q2')
  const statistics = await (await world.anyone.get('/fi/tilastot?period=2026-Q1')).text()
  expect(statistics).toContain('Muutos sulkemisen jälkeen')
  expect(statistics).toMatch(/\+10[\s\u00a0]000/)
  expect(statistics).toContain('Korjauksia sulkemisen jälkeen')
  const centre = await world.as({ role: 'centre' })
  const report = await (await centre.get(`/sv/rapporter/${ids.number}/board/country`)).text()
  expect(report).toContain('Rättelser efter stängningen')
})

test('what is told is told once: the next closing tells only what came since, and an imported card by its event', async () => {
  await addLate(sites[0]!, 8, 8, '2026-08-01T00:00:00Z')
  const { rows } = await sql<{
    id: number
  }>`update card set registered_on = '2026-02-02', registered_at = '2026-02-02T10:00:00Z'
    where id = (select min(id) from card) returning id`.execute(world.db)
  await sql`insert into card_event (card_id, event, happened_at, actor) values (${rows[0]!.id}, 'registered', '2026-02-02', 'import')`.execute(
    world.db,
  )
  world.later(92 * day)
  expect(await closeNext(world.db, world.now(), protect)).toBe('2026-Q3')
  const told = await listCorrections(world.db, ids.number + 2)
  expect(told).toContainEqual({ ...country, period: '2026-Q1', added: 8, removed: 0 })
  expect(told).toContainEqual({ ...country, measure: 'registered', period: '2026-Q1', added: 1, removed: 0 })
})

test('the check counts corrections again, and nobody changes them', async () => {
  const change = sql`update publication_correction set added = 99
    where publication = ${ids.number + 2} and level = 'country' and measure = 'tickets' and division = 'all'`
  await expect(change.execute(world.db)).rejects.toThrow('does not change')
  await sql`alter table publication_correction disable trigger user`.execute(world.db)
  await change.execute(world.db)
  await sql`alter table publication_correction enable trigger user`.execute(world.db)
  const found = []
  for await (const { corrections } of checkPublications(world.db)) found.push(corrections)
  expect(found.slice(0, 2)).toMatchObject([
    { isDigestRight: true, differences: [] },
    { isDigestRight: true, differences: [] },
  ])
  expect(found[1]!.told).toBeGreaterThan(3)
  expect(found[2]).toMatchObject({
    isDigestRight: false,
    differences: [{ name: '2026-Q1|tickets|all|all|country|', side: 'added', told: 99, now: 8 }],
  })
})
