import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { hideSmall } from '../../test/stand-in-protect.ts'
import { newWorld, type World } from '../../test/world.ts'
import { proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { checkPublications } from './check.ts'
import { closeNext } from './closing.ts'
import { countSpan } from './count-queries.ts'
import { type Counted, emptyPlan } from './counted-rules.ts'
import { addPeriod } from './plan-rules.ts'
import { listAllFigures, listPublications } from './queries.ts'

let world: World
let ids: Record<'kajaani' | 'oulu' | 'office' | 'hall' | 'popUp', number>
beforeAll(async () => {
  world = await newWorld('2026-04-15T09:00:00Z')
  const { db, keys } = world
  const kajaani = await makeMunicipality(db, { name: 'Kajaani', area: 'Kainuu' })
  const oulu = await makeMunicipality(db, { name: 'Oulu', area: 'Oulun seutu' })
  const office = await makeUnit(db, { municipality: kajaani })
  const other = await makeUnit(db, { municipality: oulu })
  const hall = await makeSite(db, { municipality: kajaani, category: 'sports' })
  const popUp = await makeSite(db, { municipality: oulu, popUp: true })
  ids = { kajaani: kajaani.id, oulu: oulu.id, office: office.id, hall: hall.id, popUp: popUp.id }
  for (let n = 0; n < 12; n++) {
    const card = await makeCard(db, keys, {
      unit: n < 7 ? office : other,
      registeredOn: n < 10 ? '2026-02-03' : '2025-11-03',
      birthYear: n === 0 ? 2009 : 1980,
      children: n,
    })
    // A tenth of March at six in the evening in Finland, two children with the third card.
    const usedAt = new Date('2026-03-10T16:30:00Z')
    await makeUse(db, { card, site: hall, usedAt, children: n === 2 ? 2 : 0 })
    if (n === 11)
      await makeUse(db, { card, site: popUp, usedAt: new Date('2026-01-31T22:30:00Z'), adults: 2 })
  }
  const { rows } = await sql<{ id: string }>`select id from use where children = 2`.execute(db)
  await sql`insert into use_cancellation values (${rows[0]!.id}, '2026-03-10', '2026-04-20T00:00:00Z', 'test', null)`.execute(
    db,
  )
  await sql`update use set received_at = used_at`.execute(db)
})
afterAll(() => world.end())

const span = { from: '2026-01-01', until: '2026-03-31', asOf: new Date('2026-04-15T09:00:00Z') }
const find = (counted: readonly Counted[], wanted: Partial<Counted>) =>
  counted.find((one) =>
    Object.entries({ part: 'all', division: 'all', ...wanted }).every(
      ([key, value]) => one[key as keyof Counted] === value,
    ),
  )

test('counts a quarter at every grain, as of its closing', async () => {
  const counted = await countSpan(world.db, span)
  const count = (wanted: Partial<Counted>) => find(counted, wanted)?.count
  expect(count({ measure: 'registered', grain: 'country' })).toBe(10)
  expect(count({ measure: 'registered', grain: 'place', spotId: ids.office })).toBe(7)
  expect(count({ measure: 'registered', grain: 'municipality', municipalityId: ids.oulu })).toBe(3)
  const country = { measure: 'registered', grain: 'country' } as const
  expect(count({ ...country, division: 'age', part: '16-19' })).toBe(1)
  expect(count({ ...country, division: 'age', part: '40-49' })).toBe(9)
  expect(count({ ...country, division: 'children', part: '3+' })).toBe(7)
  expect(count({ ...country, division: 'month', part: '2026-02' })).toBe(10)
  expect(count({ measure: 'valid', grain: 'country' })).toBe(12)
  expect(count({ measure: 'taken-into-use', grain: 'country' })).toBe(12)
  // Twelve adults and two children in the hall, undone only after the closing; two in the pop-up of another area.
  const tickets = { measure: 'tickets', grain: 'country' } as const
  expect(find(counted, tickets)).toMatchObject({ count: 16, cards: 12, largest: 3 })
  expect(count({ ...tickets, division: 'audience', part: 'children' })).toBe(2)
  expect(count({ ...tickets, division: 'hour', part: '18-19' })).toBe(14)
  expect(count({ ...tickets, division: 'hour', part: '0-9' })).toBe(2)
  expect(count({ ...tickets, division: 'month', part: '2026-02' })).toBe(2)
  expect(count({ ...tickets, division: 'home', part: 'own-area' })).toBe(9)
  expect(count({ ...tickets, division: 'home', part: 'no-area' })).toBe(2)
  expect(count({ measure: 'tickets', grain: 'municipality', municipalityId: ids.kajaani })).toBe(14)
  expect(count({ measure: 'tickets', grain: 'municipality', municipalityId: ids.oulu })).toBe(undefined)
  expect(count({ measure: 'users', grain: 'country' })).toBe(12)
  expect(count({ measure: 'new-audience', grain: 'place', spotId: ids.hall })).toBe(12)
})

test('every sum of what was counted adds up', async () => {
  const plan = emptyPlan()
  addPeriod(plan, await countSpan(world.db, span), 'quarter')
  for (const { total, parts } of plan.sums)
    expect(parts.reduce((sum, part) => sum + plan.cells[part]!.count, 0)).toBe(plan.cells[total]!.count)
})

test('a closed quarter stays as it was, through ten thousand late entries', async () => {
  expect(await closeNext(world.db, world.now(), hideSmall)).toBe('2025-Q4')
  expect(await closeNext(world.db, world.now(), hideSmall)).toBe('2026-Q1')
  expect(await closeNext(world.db, world.now(), hideSmall)).toBe(null)
  const [publication] = await listPublications(world.db)
  const before = JSON.stringify(await listAllFigures(world.db, publication!.number))
  await sql`insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category,
      kind, source, recorded_by)
    select gen_random_uuid(), '2026-03-11', u.card_id, u.site_id, u.used_at, '2026-05-01', 1, 0, 0, u.category, u.kind,
      'offline', 'test'
    from generate_series(1, 10000) n join (select * from use limit 1) u on true`.execute(world.db)
  expect(JSON.stringify(await listAllFigures(world.db, publication!.number))).toBe(before)
  for await (const checked of checkPublications(world.db))
    expect(checked).toMatchObject({ isDigestRight: true, forged: [], differences: [] })
})

test('nobody changes what was published, and a change past the walls is found', async () => {
  const change = sql`update publication_figure set count = 99 where level = 'country' and measure = 'valid' and division = 'all'`
  await expect(change.execute(world.db)).rejects.toThrow('does not change')
  await sql`alter table publication_figure disable trigger user`.execute(world.db)
  await change.execute(world.db)
  await sql`alter table publication_figure enable trigger user`.execute(world.db)
  const found = []
  for await (const { isDigestRight, forged } of checkPublications(world.db))
    found.push({ isDigestRight, forged })
  expect(found.at(-1)!.isDigestRight).toBe(false)
  expect(found.at(-1)!.forged).toMatchObject([{ name: 'valid|all|all|country|', shown: 99, counted: 10 }])
})

test('the API tells the public figures, hidden ones as such, and no unit or site', async () => {
  const get = async (path: string) =>
    (await world.anyone.get(`/api/v1/statistics/publications${path}`)).json()
  const { publications } = await get('')
  expect(publications).toMatchObject([{ period: '2026-Q1' }, { period: '2025-Q4' }])
  const { number } = publications[0]
  const { figures } = await get(`/${number}/figures?level=municipality&placeId=${ids.oulu}`)
  expect(figures).toContainEqual({
    ...{ measure: 'registered', division: 'all', part: 'all', count: null, suppressed: true },
  })
  expect(await get(`/${number}/figures?level=site&placeId=${ids.hall}`)).toMatchObject({ status: 422 })
  expect(await get('/999/figures')).toMatchObject({ status: 404 })
})

test('units and sites are for themselves, those who keep them, and the centre', async () => {
  const { rows: areas } = await sql<{ id: number; name: string }>`select id, name from area`.execute(world.db)
  const areaOf = (name: string) => areas.find((area) => area.name === name)!.id
  const [{ number } = { number: 0 }] = await listPublications(world.db)
  const narrow = async (someone: Parameters<World['as']>[0] | null) => {
    const proof = someone && proofOfSession(proofOfToken((await world.as(someone)).token))
    const figures = await world.read((db) => listAllFigures(db, number), proof)
    const own = figures.filter(({ level }) => level === 'unit' || level === 'site')
    return [...new Set(own.map(({ level, placeId }) => `${level} ${placeId}`))].sort()
  }
  const [office, hall] = [`unit ${ids.office}`, `site ${ids.hall}`]
  expect(await narrow(null)).toEqual([])
  expect(await narrow({ role: 'coordinator', areaId: areaOf('Kainuu') })).toEqual([hall, office])
  expect(await narrow({ role: 'coordinator', areaId: areaOf('Oulun seutu') })).not.toContain(hall)
  const hallSite = { id: ids.hall, name: '', municipality: { id: ids.kajaani, areaId: 0, name: '' } }
  expect(await narrow({ role: 'venue', site: hallSite })).toEqual([hall])
  expect(await narrow({ role: 'centre' })).toContain(`site ${ids.popUp}`)
  const counts = world.read((db) => sql`select * from publication_count`.execute(db as World['db']))
  await expect(counts).rejects.toThrow('permission denied')
})
