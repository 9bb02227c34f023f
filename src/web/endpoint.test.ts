import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiClient, createApiKey, findApiKey } from '../accounts/key-queries.ts'
import { type Client, type Endpoint, endpoint, openData, reading } from './endpoint.ts'
import { programLimit } from './endpoint-limits.ts'
import { mountEndpoints } from './endpoint-serving.ts'

/** Rows of a made-up contract: what the tool does by itself, whatever the slices say. */
const What = z.object({ id: z.number() })
const answers = { 200: { what: 'A thing.', schema: What } }
const rows: Endpoint[] = [
  reading({
    path: '/api/v1/things/:id',
    permission: 'uses.read',
    summary: 'A thing.',
    params: z.object({ id: z.coerce.number().int() }),
    query: z.object({ day: z.iso.date().optional() }),
    answers,
    deprecated: { since: '2026-01-01', until: '2027-02-03', instead: '/api/v2/things' },
    run: async ({ params, query }) => ({ status: 200, body: { id: params.id + 1, ...query } }),
    practise: async ({ params }) => ({ status: 200, body: { id: -params.id } }),
  }),
  endpoint({
    path: '/api/v1/things',
    permission: 'uses.create',
    summary: 'Makes a thing.',
    body: z.object({ item: z.object({ name: z.string() }) }),
    answers,
    run: async (_, { item }) => ({ status: 201, body: item }),
    practise: async (_, { item }) => ({ status: 201, body: item }),
  }),
  endpoint({
    path: '/api/v1/pings',
    permission: 'uses.read',
    summary: 'Says that one is there.',
    body: z.object({}),
    answers: {},
    findsKey: true,
    run: async ({ admit }) => {
      admit(holder)
      return { status: 200, body: {} }
    },
  }),
  openData({
    path: '/api/v1/list.csv',
    permission: 'public.read',
    summary: 'A list.',
    type: 'text/csv',
    answers: {},
    run: async () => ({ type: 'text/csv; charset=utf-8', body: 'a\n' }),
  }),
]

/** Found once: a row that asks for its key by itself says whose it is. */
let holder: Client | null
let world: World
let app: Hono
let live: string
let practice: string
let reader: string
beforeAll(async () => {
  world = await newWorld()
  app = new Hono()
  const { requests, read, keys } = world
  const setting = {
    ...{ pool: requests, read, keys, demo: false, clock: world.now, origin: () => 'http://localhost:3000' },
    ...{ publicOrigin: null, isProven: () => false, whoIs: async () => null, log: () => {} },
    ...{ movedTo: () => null, isAddress: () => false },
    frame: () => {
      throw new Error('Nothing here has a frame')
    },
  }
  mountEndpoints(app, rows, setting, (bearer, now) => findApiKey(requests, bearer, now))
  const site = await makeSite(world.db)
  const keyFor = async (isTest: boolean, scopes: ('uses.create' | 'uses.read')[]) => {
    const given = { name: 'kassa', siteIds: [site.id], isTest, actor: 'test' }
    const clientId = await createApiClient(world.db, given, world.now())
    const expiresAt = new Date(world.now().getTime() + 86_400_000)
    return createApiKey(world.db, { clientId, name: 'a', scopes, expiresAt }, world.now())
  }
  live = await keyFor(false, ['uses.create', 'uses.read'])
  practice = await keyFor(true, ['uses.create', 'uses.read'])
  reader = await keyFor(false, ['uses.read'])
  holder = await findApiKey(requests, reader, world.now())
})
afterAll(() => world.end())

const get = async (path: string, key: string | null, headers: Record<string, string> = {}) => {
  const authorization = key ? { authorization: `Bearer ${key}` } : {}
  return app.request(path, { headers: { ...authorization, ...headers } })
}
const post = async (key: string, body: unknown) => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const reply = await app.request('/api/v1/things', { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}

test('params and query come as the schemas read them, and errors say where they stand', async () => {
  expect(await (await get('/api/v1/things/41?day=2026-05-04&more=1', live)).json()).toEqual({
    id: 42,
    day: '2026-05-04',
  })
  const refused = async (path: string, key = live) => {
    const reply = await get(path, key)
    expect(reply.status).toBe(422)
    const { errors } = (await reply.json()) as { errors: { pointer: string }[] }
    return errors.map(({ pointer }) => pointer)
  }
  expect(await refused('/api/v1/things/x')).toEqual(['/path/id'])
  expect(await refused('/api/v1/things/1?day=tomorrow')).toEqual(['/query/day'])
  expect(await refused('/api/v1/things/1?dya=2026-05-04', practice)).toEqual(['/query/dya'])
})

test('a field of no name is refused to a program under test, and let be of one at work', async () => {
  const body = { item: { name: 'x', nmae: 'y' } }
  expect(await post(live, body)).toEqual({ status: 201, body: { name: 'x' } })
  expect(await post(practice, body)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/item/nmae', code: 'unknown' }] },
  })
})

test('whoever may not ask is told that, and not what was wrong with the question', async () => {
  expect((await post(reader, { no: 1 })).status).toBe(403)
  expect((await post('kk_live_none', { no: 1 })).status).toBe(401)
  expect((await get('/api/v1/things/x', null)).status).toBe(401)
})

test('an answer that stayed the same is not sent again', async () => {
  const first = await get('/api/v1/things/1', live)
  const etag = first.headers.get('etag')!
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
    expect((await get('/api/v1/things/1', live, { 'if-none-match': known })).status).toBe(304)
  expect((await get('/api/v1/things/2', live, { 'if-none-match': etag })).status).toBe(200)
})

test('an address that will go says so on every answer', async () => {
  for (const path of ['/api/v1/things/1', '/api/v1/things/x']) {
    const { headers } = await get(path, live)
    expect(headers.get('deprecation')).toBe('@1767225600')
    expect(headers.get('sunset')).toBe('Wed, 03 Feb 2027 00:00:00 GMT')
    expect(headers.get('link')).toBe('<http://localhost:3000/api/v2/things>; rel="successor-version"')
  }
})

test('another method is told which there are, also where the path has names', async () => {
  for (const [path, allow] of [
    ['/api/v1/things/1', 'GET, HEAD'],
    ['/api/v1/things', 'POST'],
  ] as const) {
    const reply = await app.request(path, { method: 'PUT' })
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, allow])
  }
  const nowhere = await app.request('/api/v1/listxcsv', { method: 'PUT' })
  expect([nowhere.status, nowhere.headers.get('allow')]).toEqual([404, null])
})

test.each([
  ['application/json', 200],
  ['text/html, application/*;q=0.5', 200],
  ['*/*', 200],
  ['text/html', 406],
  ['application/json;q=0', 406],
])('Accept: %s → %d', async (accept, status) =>
  expect((await get('/api/v1/things/1', live, { accept })).status).toBe(status),
)

test('what is no JSON is had by who accepts it', async () => {
  expect((await get('/api/v1/list.csv', null, { accept: 'text/csv' })).status).toBe(200)
  expect((await get('/api/v1/list.csv', null, { accept: 'application/json' })).status).toBe(406)
})

test('a general refusal has words for people in three languages', async () => {
  const { endUserMessage } = (await (await get('/api/v1/things/1', null)).json()) as {
    endUserMessage: Record<string, string>
  }
  expect(Object.keys(endUserMessage)).toEqual(['fi', 'sv', 'en'])
  expect(endUserMessage.en).toContain('key')
})

test('a program that asks too often waits, another does not, and the time that passes lets it in again', async () => {
  const remaining = async () => {
    const headers = { authorization: `Bearer ${reader}`, 'content-type': 'application/json' }
    const reply = await app.request('/api/v1/pings', { method: 'POST', headers, body: '{}' })
    const [, left] = /r=(\d+)/.exec(reply.headers.get('ratelimit')!)!
    return { status: reply.status, left: Number(left), wait: reply.headers.get('retry-after') }
  }
  expect((await get('/api/v1/things/1', null)).headers.get('ratelimit')).toBeNull()
  const { left } = await remaining()
  for (let sent = 0; sent < left; sent++) await remaining()
  expect(await remaining()).toEqual({ status: 429, left: 0, wait: '1' })
  expect((await get('/api/v1/things/1', live)).status).toBe(200)
  world.later(1 / 60)
  expect(await remaining()).toMatchObject({
    status: 200,
    left: programLimit.quota / programLimit.seconds - 1,
  })
})
