import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { putBox } from '../test/boxes.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../test/makers.ts'
import { newWorld, type World } from '../test/world.ts'
import { rolesOf } from './access.ts'
import { createSiteKey } from './accounts/key-queries.ts'
import { endpoints, routes } from './app.tsx'
import { routes as demoRoutes } from './demo/routes.tsx'
import { pathsOf } from './web/route.tsx'

/** Every form and address is given what no one should send. It may refuse; it may never break or repeat it. */
const hetu = '131052-308T'
const rows = [...routes, ...demoRoutes].flatMap((route) =>
  pathsOf(route).map(({ path, language }) => ({ ...route, path, language })),
)
// One language of each is enough here: they share everything but their words.
const inFinnish = rows.filter(({ language }) => language === null || language === 'fi')
const posts = inFinnish.filter(({ method }) => method === 'POST')
const gets = inFinnish.filter(({ method }) => method === 'GET')

let world: World
let key: string
let siteId: number
let code: string
/** A card that no form closes, renews or erases: the programs’ own. */
let openCode: string
let stockCode: string
/** Real rows for the names in the addresses, so that bad input gets past "there is no such thing". */
const ids: Record<string, string> = { token: 'x'.repeat(43), type: 'card-expired' }
const visitors: Record<string, Awaited<ReturnType<World['as']>> | World['anyone']> = {}

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z', { demo: true })
  const municipality = await makeMunicipality(world.db, { name: 'Haaparanta', country: 'SE' })
  const unit = await makeUnit(world.db, { municipality })
  const site = await makeSite(world.db, { municipality, intermediary: 'Esimerkkilippu' })
  const card = await makeCard(world.db, world.keys, { unit, children: 2 })
  openCode = (await makeCard(world.db, world.keys, { unit, children: 2 })).code
  stockCode = (await makeCard(world.db, world.keys, { unit, stock: true })).code
  const { organisation_id } = await world.db
    .selectFrom('site_intermediary')
    .selectAll()
    .executeTakeFirstOrThrow()
  const venue = await world.as({ role: 'venue', site })
  visitors.everyone = world.anyone
  visitors.issuer = await world.as({ role: 'issuer', unit })
  visitors.venue = venue
  visitors.intermediary = await world.as({ role: 'intermediary', organisationId: organisation_id })
  visitors.coordinator = await world.as({ role: 'coordinator', areaId: municipality.areaId })
  visitors.centre = await world.as({ role: 'centre' })
  visitors.auditor = await world.as({ role: 'auditor' })
  const checked = await venue.post('/fi/kassa', { code: card.code, site: String(site.id) })
  ids.check = checked.headers.get('location')!.split('/').at(-1)!
  ids.use = (await makeUse(world.db, { card, site, usedAt: world.now() })).id
  ids.card = String(card.id)
  const renewal = await visitors.issuer.post('/fi/uusi-kortti', { card: String(card.id) })
  ids.renewal = renewal.headers.get('location')!.split('/').at(-1)!
  const order = await visitors.issuer.post('/fi/tilaukset/uusi', { cardType: 'personal', amount: '50' })
  ids.order = /\d+/.exec(order.headers.get('location')!)![0]
  ids.delivery = String((await putBox(world, 3, { place: 'way', unitId: unit.id, orderId: null })).first)
  const text = await visitors.centre.post('/fi/tekstit/uusi', { kind: 'story', title: 'Kuukausi kortilla' })
  ids.content = /\d+/.exec(text.headers.get('location')!)![0]
  Object.assign(ids, { version: '1', edition: 'fi' })
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  const scopes = ['cards.check', 'uses.create'] as const
  key = await createSiteKey(world.db, { siteId: site.id, name: 'kassa', scopes, expiresAt }, world.now())
  siteId = site.id
  code = card.code
})
afterAll(() => world.end())

/** Good answers to every form there is; each test spoils one of them. */
const good = (): Record<string, string> => ({
  ...{ code, site: String(siteId), adults: '1', children: '1', companions: '0', event: 'Lumikuningatar' },
  ...{ 'adults-more': '', 'children-more': '', 'companions-more': '', reason: '', again: '', override: '' },
  ...{
    consent: 'yes',
    birthYear: '1980',
    postalCode: '953 31',
    childrenOther: '',
    lifeSituation: '',
    gender: '',
  },
  ...{
    meant: '',
    revision: '0',
    here: '',
    check: '',
    back: '',
    user: 'nobody',
    language: 'fi',
    next: '/fi/oma',
  },
  ...{ cardType: 'personal', amount: '25', howMany: '', whom: '', came: 'some', first: '1', last: '2' },
  ...{
    email: 'aino@esimerkki.example',
    password: 'ei tämä',
    name: 'Aino Esimerkki',
    q: 'Kuhmo',
    category: 'sports',
  },
  ...{ cardType: 'personal', cards: '3', first: '1', last: '2', to: 'centre', expected: '' },
})
/** The names that a form asks for, however it is put together. */
const shapeOf = (form: z.ZodType | undefined): string[] => {
  if (form instanceof z.ZodObject) return Object.keys(form.shape)
  if (form instanceof z.ZodPipe) return [...shapeOf(form.in as z.ZodType), ...shapeOf(form.out as z.ZodType)]
  return []
}
/** Numbers can be typed beside their chips, under names that the form joins before it looks. */
const typedBeside: Record<string, string[]> = {
  children: ['childrenOther', 'children-more'],
  adults: ['adults-more'],
  companions: ['companions-more'],
}
const namesOf = (form: z.ZodType | undefined) => [
  ...new Set(shapeOf(form).flatMap((name) => [name, ...(typedBeside[name] ?? [])])),
]
const names = Object.keys(good())
const withIds = (path: string, id?: string) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent((id ?? ids[name] ?? '1').toWellFormed()))

const tenMegabytes = new Uint8Array(10_000_000).fill('x'.charCodeAt(0))

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
  'a number past four bytes': '3000000000',
  'a number past all': '99999999999999999999',
  'a negative number': '-1',
  'half a number': '0.5',
  'not a number': 'NaN',
  'a prototype': '__proto__',
}

/** What a script of ours sends where a page would send a form: each time a record of its own. */
const goodJson = () => ({
  ...{ id: randomUUID(), code: openCode, siteId, event: 'Konsertti', eventOn: null, kind: 'ticket' },
  ...{ adults: 1, children: 1, companions: 0, overrideReason: null, confirmDuplicate: false },
  ...{ wasOffline: true, scannedAt: '2026-05-04T09:00:00Z', sentAt: '2026-05-04T09:00:00Z' },
  undoneAt: '2026-05-04T09:00:00Z',
})
type Visitor = (typeof visitors)[string]
/** Sends what the row takes: the good fields with some of them spoiled, or only the spoiled ones. */
const give = async (
  route: (typeof posts)[number],
  visitor: Visitor,
  spoiled: Record<string, string>,
  { path = withIds(route.path), alone = false } = {},
) => {
  await forgetMisses()
  if (!route.exchange) return visitor.post(path, alone ? spoiled : { ...good(), ...spoiled })
  const cookie = 'token' in visitor ? `kaiku=${visitor.token}` : ''
  return world.call('POST', path, null, alone ? spoiled : { ...goodJson(), ...spoiled }, {
    ...{ cookie, 'sec-fetch-site': 'same-origin' },
  })
}

const holderOf = (permission: (typeof posts)[number]['permission']) => visitors[rolesOf(permission)[0]!]!
/** Wrong codes and passwords are counted; here every try is the first. */
const forgetMisses = () => world.db.deleteFrom('rate_limit').execute()

/** The database looks by itself: a log that grows with every test is not read into this process by each of them. */
const expectNotKept = async (text: string) => {
  expect(world.logged.join('\n')).not.toContain(text)
  for (const table of ['audit', 'use', 'desk_choice', 'idempotency']) {
    const { rows } =
      await sql`select from ${sql.table(table)} as kept where kept::text like ${`%${text}%`}`.execute(
        world.db,
      )
    expect(rows.length, table).toBe(0)
  }
}

/** @param what was sent, for who reads of a failure */
const expectSound = async (reply: Response, what = '') => {
  expect(reply.status, what).toBeLessThan(500)
  const isPage = reply.headers.get('content-type')?.startsWith('text/html')
  if (isPage) expect(await reply.text(), what).not.toContain('<script>alert')
  // One that broke must not make all after it look broken.
  expect(world.logged.splice(0), what).toEqual([])
}

const numbered = (rows: typeof posts) => rows.map((route, number) => ({ ...route, number, name: route.path }))
/** The names in addresses are read in one way by all: each address meets a third of the values there, its neighbour the next. */
const isTurnOf = ({ number }: { number: number }, turn: number) => number % 3 === turn % 3

describe.each(numbered(posts))('POST $name', (route) => {
  // By itself a field meets every third value: the others it meets in company.
  test('each value in fields by themselves, in all, and in the address', async () => {
    const visitor = holderOf(route.permission)
    const asked = namesOf(route.form)
    for (const [turn, [kind, value]] of Object.entries(values).entries()) {
      for (const name of asked.filter((_name, index) => index % 3 === turn % 3))
        await expectSound(await give(route, visitor, { [name]: value }), `${kind} in ${name}`)
      const all = Object.fromEntries(asked.map((name) => [name, value]))
      const path = withIds(route.path, value.slice(0, 2_000) || '-')
      // A form without fields, or an address without names, is the same with every value.
      if (asked.length > 0 || turn === 0)
        await expectSound(await give(route, visitor, all, { alone: true }), `${kind} in all`)
      if (path === route.path ? turn === 0 : isTurnOf(route, turn))
        await expectSound(await give(route, visitor, {}, { path }), `${kind} in the address`)
    }
  })

  test('a personal identity code in each field is not repeated, kept or logged', async () => {
    for (const name of namesOf(route.form)) {
      const reply = await give(route, holderOf(route.permission), { [name]: hetu })
      expect(reply.status).toBeLessThan(500)
      expect((await reply.text()) + reply.headers.get('location')).not.toContain('308T')
    }
    await expectNotKept('308T')
  })

  test('a body that is no form, broken UTF-8, and ten megabytes', async () => {
    const visitor = holderOf(route.permission)
    const cookie = 'token' in visitor ? { cookie: `kaiku=${visitor.token}` } : undefined
    await forgetMisses()
    const send = (body: Uint8Array<ArrayBuffer> | string, type: string) =>
      world.app.request(withIds(route.path), {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': type, ...cookie },
      })
    const urlencoded = 'application/x-www-form-urlencoded'
    await expectSound(await send('{"code":', 'application/json'))
    await expectSound(await send(new Uint8Array([0x63, 0x3d, 0xc3, 0x28, 0xff, 0xfe, 0x00]), urlencoded))
    await expectSound(await send('code=%C3%28%FF%00&children=%E0%A4%A', urlencoded))
    await expectSound(await send('------x', 'multipart/form-data; boundary=----y'))
    expect((await send(tenMegabytes, urlencoded)).status).toBe(413)
  })
})

describe.each(numbered(gets))('GET $name', (route) => {
  test('each value after the address, and in its names', async () => {
    for (const [turn, [kind, value]] of Object.entries(values).entries()) {
      const short = value.slice(0, 2_000)
      const query = new URLSearchParams(names.map((name) => [name, short]))
      await forgetMisses()
      const paths = [
        withIds(route.path),
        ...(isTurnOf(route, turn) ? [withIds(route.path, short || '-')] : []),
      ]
      for (const path of new Set(paths))
        await expectSound(await holderOf(route.permission).get(`${path}?${query}`), `${kind} in ${path}`)
    }
  })

  test('another method is answered kindly', async () => {
    const reply = await world.app.request(withIds(route.path), { method: 'DELETE' })
    expect(reply.status).toBe(405)
    expect(reply.headers.get('allow')).toContain('GET')
  })
})

// The other addresses of the API are tried by their own document (api-fuzz.long.test.ts).
describe.each(
  endpoints
    .filter(({ path }) => /\/(card-checks|uses)$/.test(path))
    .filter(({ method }) => method === 'POST')
    .map((endpoint) => ({ ...endpoint, name: endpoint.path })),
)('POST $name', ({ path }) => {
  const body = () => ({
    ...{
      code: openCode,
      siteId,
      adults: 1,
      children: 1,
      companions: 0,
      usedAt: '2026-05-04T09:00:00Z',
      event: 'Ohjelmien oma konsertti',
    },
    ...{ eventId: 'Konsertti', overrideReason: 'Paperikortissa 2', category: 'culture', kind: 'ticket' },
  })
  let sent = 0
  const send = async (given: unknown) => {
    await forgetMisses()
    return world.call('POST', path, key, given, { 'idempotency-key': `bad-${path}-${sent++}` })
  }
  const fields = [
    'code',
    'siteId',
    'adults',
    'children',
    'companions',
    'usedAt',
    'event',
    'eventId',
    'overrideReason',
    'category',
    'kind',
    'confirmDuplicate',
  ]
  const raw = [
    null,
    true,
    [],
    {},
    3e9,
    1e308,
    -0.5,
    -1,
    0.1,
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
  ]

  test('the good body is good', async () => {
    const reply = await send(body())
    expect(reply.status, await reply.text()).toBeLessThan(300)
  })

  test.each(fields)('bad values in %s alone', async (field) => {
    for (const value of [...Object.values(values), ...raw])
      await expectSound(await send({ ...body(), [field]: value }))
  })

  test.each(['event', 'overrideReason'])('a card code is never kept in %s', async (field) => {
    if (path.endsWith('/card-checks')) return // keeps neither
    for (const text of [
      code,
      code.toLowerCase(),
      `${stockCode} `,
      `Kortti ${stockCode}`,
      `https://kaiku.example/k#${stockCode}`,
    ])
      expect((await send({ ...body(), [field]: text })).status).toBe(422)
    const legacy = await makeCard(world.db, world.keys, { code: `VANHA77${field}` })
    expect((await send({ ...body(), code: legacy.code, [field]: `vanha-77${field}` })).status).toBe(422)
  })

  test('a personal identity code in each field is refused by its kind, not repeated and not kept', async () => {
    for (const field of fields) {
      const reply = await send({ ...body(), [field]: hetu })
      expect(await reply.text()).not.toContain('308T')
    }
    await expectNotKept('308T')
  })

  test('broken JSON, broken UTF-8, and ten megabytes', async () => {
    const post = (given: Uint8Array<ArrayBuffer> | string) =>
      world.app.request(path, {
        method: 'POST',
        body: given,
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
    for (const given of bodies) expect([400, 422]).toContain((await post(given)).status)
    expect((await post(tenMegabytes)).status).toBe(413)
    expect(world.logged).toEqual([])
  })
})

test.each(endpoints.filter(({ method }) => method === 'GET').map(({ path }) => path))(
  'GET %s with a strange query',
  async (path) => {
    await forgetMisses()
    for (const value of Object.values(values))
      await expectSound(
        await world.call('GET', `${path}?${new URLSearchParams({ q: value, year: value })}`, null),
      )
  },
)
