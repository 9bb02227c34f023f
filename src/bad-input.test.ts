import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit } from '../test/makers.ts'
import { newWorld, type World } from '../test/world.ts'
import { rolesOf } from './access.ts'
import { createApiKey } from './accounts/key-queries.ts'
import { endpoints, routes } from './app.tsx'
import { routes as demoRoutes } from './demo/routes.tsx'
import { pathsOf } from './web/route.tsx'

/** Every form and address of the program is given what no one should send. It may refuse; it may never break. */
const hetu = '131052-308T'
const forms = [...routes, ...demoRoutes].flatMap((route) =>
  pathsOf(route).map(({ path }) => ({ ...route, path })),
)
const posts = forms.filter(({ method }) => method === 'POST')
const gets = forms.filter(({ method }) => method === 'GET')

let world: World
let key: string
const visitors: Record<string, Awaited<ReturnType<World['as']>> | World['anyone']> = {}

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z', { demo: true })
  const municipality = await makeMunicipality(world.db, { name: 'Haaparanta', country: 'SE' })
  const unit = await makeUnit(world.db, { municipality })
  const site = await makeSite(world.db, { municipality, intermediary: 'Esimerkkilippu' })
  await makeCard(world.db, world.keys, { unit, stock: true })
  const { organisation_id } = await world.db
    .selectFrom('site_intermediary')
    .selectAll()
    .executeTakeFirstOrThrow()
  visitors.everyone = world.anyone
  visitors.issuer = await world.as({ role: 'issuer', unit })
  visitors.venue = await world.as({ role: 'venue', site })
  visitors.intermediary = await world.as({ role: 'intermediary', organisationId: organisation_id })
  visitors.coordinator = await world.as({ role: 'coordinator', areaId: municipality.areaId })
  visitors.centre = await world.as({ role: 'centre' })
  visitors.auditor = await world.as({ role: 'auditor' })
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  key = await createApiKey(
    world.db,
    { siteId: site.id, name: 'kassa', scopes: ['cards.check', 'uses.create'], expiresAt },
    world.now(),
  )
})
afterAll(() => world.end())

const fieldNames = [
  ...[
    'code',
    'consent',
    'birthYear',
    'postalCode',
    'children',
    'childrenOther',
    'lifeSituation',
    'gender',
    'meant',
  ],
  ...[
    'adults',
    'adultsOther',
    'companions',
    'reason',
    'again',
    'override',
    'event',
    'other',
    'choice',
    'site',
  ],
  ...['email', 'password', 'name', 'next', 'user', 'language', 'revision', 'q', 'category'],
]
const filled = (value: string) => Object.fromEntries(fieldNames.map((name) => [name, value]))
const oneId = '018f3d1e-7c1a-7c3e-8f00-000000000001'
/** No address can hold half a surrogate: browsers send the replacement mark instead. */
const withIds = (path: string, id: string) => path.replaceAll(/:\w+/g, encodeURIComponent(id.toWellFormed()))

const values: Record<string, string> = {
  nothing: '',
  NUL: '\0',
  'control characters': '\u0001\u0008\u001b[31m',
  'half a surrogate': '\ud800',
  'look-alike letters': 'АВЕКМ-НОРСТ',
  'right to left': '\u202e123\u2066',
  'a very long line': 'x'.repeat(20_000),
  markup: '"><script>alert(1)</script>',
  'a quote': "'; drop table card; --",
  'a Swedish postal code': '953 31',
  'a huge number': '99999999999999999999',
  'a negative number': '-1',
  'not a number': 'NaN',
  'a prototype': '__proto__',
}

const holderOf = (permission: (typeof posts)[number]['permission']) => visitors[rolesOf(permission)[0]!]!

describe.each(posts.map((route) => ({ ...route, name: route.path })))('POST $name', (route) => {
  test.each(Object.entries(values))('%s in every field', async (_, value) => {
    for (const id of ['1', oneId, value]) {
      const reply = await holderOf(route.permission).post(withIds(route.path, id || '1'), filled(value))
      expect(reply.status).toBeLessThan(500)
      expect(await reply.text()).not.toContain('<script>alert')
    }
    expect(world.logged).toEqual([])
  })

  test('a personal identity code in every field is refused, not repeated and not logged', async () => {
    const reply = await holderOf(route.permission).post(withIds(route.path, oneId), filled(hetu))
    expect(reply.status).toBeLessThan(500)
    expect(await reply.text()).not.toContain(hetu)
    const kept = await world.db.selectFrom('audit').select('subject').execute()
    expect(JSON.stringify([world.logged, kept, reply.headers.get('location')])).not.toContain('308T')
  })

  test('a body that is no form, broken UTF-8, and ten megabytes', async () => {
    const visitor = holderOf(route.permission)
    const cookie = 'token' in visitor ? { cookie: `kaiku=${visitor.token}` } : undefined
    const send = (body: Uint8Array<ArrayBuffer> | string, type: string) =>
      world.app.request(withIds(route.path, oneId), {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': type, ...cookie },
      })
    const urlencoded = 'application/x-www-form-urlencoded'
    const replies = [
      await send('{"code":', 'application/json'),
      await send(new Uint8Array([0x63, 0x3d, 0xc3, 0x28, 0xff, 0xfe, 0x00]), urlencoded),
      await send('code=%C3%28%FF%00&children=%E0%A4%A', urlencoded),
      await send('------x', 'multipart/form-data; boundary=----y'),
    ]
    for (const reply of replies) expect(reply.status).toBeLessThan(500)
    expect((await send('x'.repeat(10_000_000), urlencoded)).status).toBe(413)
    expect(world.logged).toEqual([])
  })
})

describe.each(gets.map((route) => ({ ...route, name: route.path })))('GET $name', (route) => {
  test.each(Object.entries(values))('%s in the address', async (_, value) => {
    const query = new URLSearchParams(filled(value.slice(0, 2_000)))
    for (const id of ['1', oneId, value.slice(0, 2_000) || '-']) {
      const reply = await holderOf(route.permission).get(`${withIds(route.path, id)}?${query}`)
      expect(reply.status).toBeLessThan(500)
      expect(await reply.text()).not.toContain('<script>alert')
    }
    expect(world.logged).toEqual([])
  })

  test('another method is answered kindly', async () => {
    const reply = await world.app.request(withIds(route.path, oneId), { method: 'DELETE' })
    expect([404, 405]).toContain(reply.status)
  })
})

describe.each(endpoints.map((endpoint) => ({ ...endpoint, name: `${endpoint.method} ${endpoint.path}` })))(
  '$name',
  (endpoint) => {
    test.each(Object.entries(values))('%s in every place', async (_, value) => {
      const body =
        endpoint.method === 'GET'
          ? undefined
          : { ...filled(value), siteId: value, adults: value, usedAt: value }
      const path = `${endpoint.path}?${new URLSearchParams(filled(value))}`
      const reply = await world.call(endpoint.method, path, key, body, { 'idempotency-key': 'k' })
      expect(reply.status).toBeLessThan(500)
      expect(world.logged).toEqual([])
    })

    test('broken JSON, broken UTF-8, and ten megabytes', async () => {
      if (endpoint.method === 'GET') return
      const send = (body: Uint8Array<ArrayBuffer> | string) =>
        world.app.request(endpoint.path, {
          method: 'POST',
          body,
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/json',
            'idempotency-key': 'k',
          },
        })
      const bodies = [
        '',
        'null',
        '[]',
        '7',
        '"x"',
        '{"code":',
        '{"__proto__":{"code":"x"}}',
        new Uint8Array([0x22, 0xc3, 0x28, 0x22]),
      ]
      for (const body of bodies) expect([400, 422]).toContain((await send(body)).status)
      expect((await send('x'.repeat(10_000_000))).status).toBe(413)
      expect(world.logged).toEqual([])
    })
  },
)
