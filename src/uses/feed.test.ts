import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeSite, makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiClient, createApiKey, createSiteKey } from '../accounts/key-queries.ts'

let world: World
let site: MadeSite
let second: MadeSite
let key: string

beforeEach(async () => {
  world = await newWorld('2026-05-04T15:00:00Z')
  site = await makeSite(world.db, { category: 'culture' })
  second = await makeSite(world.db, { category: 'sports' })
  const given = { name: 'Esimerkkilippu', siteIds: [site.id, second.id], actor: 'test' }
  const clientId = await createApiClient(world.db, given, world.now())
  const scopes = ['uses.create', 'uses.read', 'uses.cancel'] as const
  const expiresAt = new Date('2026-12-01T00:00:00Z')
  key = await createApiKey(world.db, { clientId, name: 'kassa', scopes, expiresAt }, world.now())
})
afterEach(() => world.end())

type Use = {
  id: string
  usedAt: string
  siteId: number
  card: string
  cancelledAt: string | null
  event: string | null
}
const read = async (query: Record<string, string | number>) => {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, `${value}`]))
  const reply = await world.call('GET', `/api/v1/uses?${text}`, key)
  return {
    status: reply.status,
    ...((await reply.json()) as { uses: Use[]; nextCursor: string | null; type: string }),
  }
}
const cancel = async (id: string, body: object = {}) => {
  const reply = await world.call('POST', `/api/v1/uses/${id}/cancellation`, key, body)
  return { status: reply.status, body: (await reply.json()) as Use & { type: string } }
}
const card = () => makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
const record = async (body: object, itemKey: string) => {
  const reply = await world.call('POST', '/api/v1/uses', key, body, { 'idempotency-key': itemKey })
  return (await reply.json()) as Use
}

test('the uses of the key’s sites come page by page, in order, each once, and no others', async () => {
  const made = await card()
  const at = (minute: number) => new Date(Date.parse('2026-05-01T10:00:00Z') + minute * 60_000)
  const expected: string[] = []
  // Three at the very same instant: their ids part them.
  for (const [index, minute] of [0, 5, 5, 5, 9, 60 * 24].entries())
    expected.push(
      (await makeUse(world.db, { card: made, site: index % 2 ? second : site, usedAt: at(minute) })).id,
    )
  await makeUse(world.db, { card: made, site: await makeSite(world.db), usedAt: at(1) })
  const seen: Use[] = []
  let cursor: string | null = null
  do {
    const page = await read({ limit: 2, ...(cursor ? { cursor } : {}) })
    expect(page.uses.length).toBeLessThanOrEqual(2)
    seen.push(...page.uses)
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(6)
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(expected))
  const places = seen.map(({ usedAt, id }) => `${usedAt} ${id}`)
  expect(places).toEqual(places.toSorted())
  expect(seen[0]).toEqual({
    ...{ id: expected[0], usedOn: '2026-05-01', usedAt: '2026-05-01T10:00:00.000Z', siteId: site.id },
    ...{ receivedAt: expect.any(String), adults: 1, children: 0, companions: 0, kind: 'ticket' },
    ...{ event: null, eventOn: null, category: 'culture', source: 'import', cancelledAt: null },
    card: made.code.slice(-4),
  })
  expect((await read({ siteId: second.id })).uses).toHaveLength(3)
  expect((await read({ from: '2026-05-02' })).uses.map(({ id }) => id)).toEqual([expected[5]])
  expect((await read({ to: '2026-05-01' })).uses).toHaveLength(5)
  expect((await read({ siteId: (await makeSite(world.db)).id })).status).toBe(404)
  for (const wrong of [{ cursor: 'x' }, { limit: 201 }, { limit: 0 }, { from: 'eilen' }, { siteId: 'x' }])
    expect((await read(wrong)).status).toBe(422)
})

test('a use is cancelled once, whoever asks how often, until its day ends', async () => {
  const { code } = await card()
  const { id } = await record({ code, siteId: site.id, adults: 1, children: 0, event: 'Lumikuningatar' }, 'a')
  const first = await cancel(id, { reason: 'Väärä esitys' })
  expect(first).toMatchObject({
    status: 200,
    body: { id, event: 'Lumikuningatar', cancelledAt: '2026-05-04T15:00:00.000Z' },
  })
  world.later(24 * 60)
  expect(await cancel(id)).toEqual(first)
  expect(await world.db.selectFrom('use_cancellation').select(['reason']).execute()).toEqual([
    { reason: 'Väärä esitys' },
  ])
  expect((await read({})).uses).toMatchObject([{ id, cancelledAt: '2026-05-04T15:00:00.000Z' }])
  expect(await world.db.selectFrom('statistics_use_year').select('uses').execute()).toEqual([{ uses: 0 }])
})

test('a use of yesterday is cancelled no more, a booking until its own day ends', async () => {
  const { code } = await card()
  const body = { code, siteId: site.id, adults: 1, children: 0 }
  const use = await record(body, 'a')
  const booking = await record({ ...body, eventOn: '2026-05-06' }, 'b')
  const other = await record({ ...body, eventOn: '2026-05-05' }, 'c')
  world.later(24 * 60)
  const late = await cancel(use.id)
  expect(late).toMatchObject({ status: 410, body: { type: expect.stringMatching(/undo-too-late$/) } })
  expect((await cancel(booking.id)).status).toBe(200)
  world.later(24 * 60)
  expect((await cancel(other.id)).status).toBe(410)
})

test('what is not the key’s own does not exist, and a reason names nobody', async () => {
  const made = await card()
  const foreign = await makeUse(world.db, { card: made, site: await makeSite(world.db), usedAt: world.now() })
  const own = await makeUse(world.db, { card: made, site, usedAt: world.now() })
  for (const id of [foreign.id, '0190d6f0-0000-7000-8000-000000000000', 'x'])
    expect((await cancel(id)).status).toBe(404)
  expect((await cancel(own.id, { reason: 'Aino 040 123 4567' })).status).toBe(422)
  expect((await cancel(own.id, { reason: 'x'.repeat(201) })).status).toBe(422)
  expect(await world.db.selectFrom('use_cancellation').selectAll().execute()).toEqual([])
})

test('a ticket that waits is found by its id, becomes the use of that id or another, and is cancelled like any other', async () => {
  await sql`update site set keeps_unrecognised = true, keeps_unrecognised_from = '2026-05-01'`.execute(
    world.db,
  )
  const find = async (id: string) => {
    const reply = await world.call('GET', `/api/v1/uses/${id}`, key)
    return { status: reply.status, body: (await reply.json()) as Use & { state: string } }
  }
  const unit = await makeUnit(world.db)
  const { code, id: cardId } = await makeCard(world.db, world.keys, { unit, stock: true })
  const template = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
  const register = () =>
    sql`update card c set state = t.state, registered_on = t.registered_on, valid_until = t.valid_until,
      unit_id = t.unit_id from card t where t.id = ${template.id} and c.id = ${cardId}`.execute(world.db)
  const body = { code, siteId: site.id, adults: 1, children: 0, given: true, eventOn: '2026-06-01' }
  const { id } = await record({ ...body, event: 'Kesäteatteri' }, 'a')
  const other = await record(body, 'b')
  const told = { id, event: 'Kesäteatteri', eventOn: '2026-06-01', siteId: site.id, cancelledAt: null }
  expect(await find(id)).toMatchObject({
    status: 200,
    body: { ...told, state: 'waiting', card: code.slice(-4) },
  })
  const cancelled = await cancel(other.id)
  expect(cancelled.body).toMatchObject({
    id: other.id,
    state: 'cancelled',
    cancelledAt: world.now().toISOString(),
  })
  expect(await cancel(other.id)).toEqual(cancelled)

  await register()
  expect((await find(id)).body).toMatchObject({ ...told, state: 'recorded' })
  expect((await read({})).uses).toMatchObject([{ id, eventOn: '2026-06-01' }])
  await sql`update card set state = 'stock', registered_on = null, valid_until = null, unit_id = null
    where id = ${cardId}`.execute(world.db)
  expect((await find(id)).body.state).toBe('waiting')
  await register()
  const again = (await find(id)).body
  expect(again).toMatchObject({ state: 'recorded', eventOn: '2026-06-01' })
  expect(again.id).not.toBe(id)
  world.later(24 * 60 * 20)
  expect((await cancel(id)).body).toMatchObject({ id: again.id, state: 'cancelled' })
  const stranger = await createSiteKey(
    world.db,
    {
      siteId: (await makeSite(world.db)).id,
      name: 'muu',
      scopes: ['uses.read'],
      expiresAt: new Date('2026-12-01'),
    },
    world.now(),
  )
  expect((await world.call('GET', `/api/v1/uses/${id}`, stranger)).status).toBe(404)
})
