import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeSite, makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiKey, createSiteKey } from '../accounts/key-queries.ts'

let world: World
let site: MadeSite
let key: string
const day = 24 * 60

beforeEach(async () => {
  world = await newWorld('2026-05-04T15:00:00Z')
  site = await makeSite(world.db, { name: 'Kajaanin kaupunginteatteri', category: 'culture' })
  key = await keyFor(site)
})
afterEach(() => world.end())

const keyFor = (
  { id }: MadeSite,
  scopes: readonly ('cards.check' | 'uses.create')[] = ['cards.check', 'uses.create'],
) =>
  createSiteKey(
    world.db,
    { siteId: id, name: 'kassa', scopes, expiresAt: new Date(world.now().getTime() + 30 * day * 60_000) },
    world.now(),
  )

const card = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { registeredOn: '2026-01-10', ...given })
const check = async (body: object) => {
  const reply = await world.call('POST', '/api/v1/card-checks', key, body)
  return {
    status: reply.status,
    body: (await reply.json()) as Record<string, unknown> & { message: Record<string, string> },
  }
}
let count = 0
const use = async (body: object | string, idempotencyKey = `key-${++count}`, by = key) => {
  const reply = await world.call('POST', '/api/v1/uses', by, body, { 'idempotency-key': idempotencyKey })
  return {
    status: reply.status,
    headers: reply.headers,
    body: (await reply.json()) as Record<string, unknown>,
  }
}
/** What the log tells of attempts that a key was refused. */
const refusals = () =>
  world.db
    .selectFrom('audit')
    .select(['permission', 'subject'])
    .where('actor', 'like', 'key:%')
    .where('outcome', '=', 'refused')
    .orderBy('id')
    .execute()
const uses = () => world.db.selectFrom('use').selectAll().execute()

test('a valid card is allowed, and no more is told than a desk needs', async () => {
  const { code } = await card({ children: 2 })
  expect(await check({ code, siteId: site.id })).toEqual({
    status: 200,
    body: {
      allowed: true,
      reason: null,
      validUntil: '2027-01-09',
      children: 2,
      remaining: null,
      message: {
        fi: 'Kortti on voimassa 9.1.2027 asti.',
        sv: 'Kortet gäller till 9.1.2027.',
        en: 'The card is valid until 9 January 2027.',
      },
    },
  })
})

test.each([
  ['card-unknown', null],
  ['card-not-registered', { stock: true }],
  ['card-expired', { registeredOn: '2025-01-10' }],
  ['card-blocked', { state: 'withdrawn' }],
  ['card-lost', { state: 'lost' }],
  ['card-replaced', { state: 'replaced' }],
] as const)('%s is an answer to a check and a refusal of a use', async (reason, given) => {
  const code = given ? (await card(given)).code : 'VANHA123'
  const checked = await check({ code, siteId: site.id })
  expect(checked).toMatchObject({ status: 200, body: { allowed: false, reason } })
  for (const words of Object.values(checked.body.message)) expect(words.length).toBeGreaterThan(10)
  const recorded = await use({ code, siteId: site.id, adults: 1, children: 0 })
  expect(recorded.status).toBe(reason === 'card-unknown' ? 404 : 409)
  expect(recorded.headers.get('content-type')).toBe('application/problem+json')
  expect(recorded.body).toMatchObject({
    type: `http://localhost:3000/problems/${reason}`,
    status: recorded.status,
  })
  expect(recorded.body.endUserMessage).toEqual(checked.body.message)
  expect(await uses()).toEqual([])
})

test('a use is recorded with its times, and the answer never holds the code', async () => {
  const { code, id } = await card({ children: 2 })
  const body = {
    code,
    siteId: site.id,
    adults: 1,
    children: 2,
    companions: 1,
    usedAt: '2026-05-04T17:50:00+03:00',
    event: 'Lumikuningatar',
  }
  const recorded = await use(body)
  expect(recorded.status).toBe(201)
  expect(recorded.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    siteId: site.id,
    usedOn: '2026-05-04',
    usedAt: '2026-05-04T14:50:00.000Z',
    receivedAt: '2026-05-04T15:00:00.000Z',
    adults: 1,
    children: 2,
    companions: 1,
    category: 'culture',
    kind: 'ticket',
    event: 'Lumikuningatar',
    eventOn: null,
  })
  expect(await uses()).toMatchObject([
    { id: recorded.body.id, card_id: id, source: 'api', adults: 1, children: 2 },
  ])
  const audit = await world.db.selectFrom('audit').select(['permission', 'subject']).execute()
  expect(audit).toEqual([{ permission: 'uses.create', subject: { use: recorded.body.id, card: id } }])
})

test('a time at which nothing can be recorded tells nothing of any card, so that it is no way to try codes', async () => {
  const { code } = await card({ children: 2 })
  for (const usedAt of ['2099-01-01T12:00:00Z', '2026-03-20T12:00:00Z'])
    for (const path of ['card-checks', 'uses', 'use-batches']) {
      const ask = async (tried: string) => {
        const item = { code: tried, siteId: site.id, usedAt, adults: 1, children: 0 }
        const body = path === 'use-batches' ? { mode: 'per-item', items: [{ ...item, key: 'a' }] } : item
        const headers = { 'idempotency-key': `time-${++count}` }
        const reply = await world.call('POST', `/api/v1/${path}`, key, body, headers)
        const { instance: _, ...told } = (await reply.json()) as Record<string, unknown>
        return { status: reply.status, told }
      }
      const asked = await ask(code)
      expect(JSON.stringify(asked)).toMatch(/recorded-(in-future|too-late)/)
      expect(asked).toEqual(await ask('VANHA123'))
    }
})

test('people’s ways to write a code are understood', async () => {
  const { code } = await card()
  for (const typed of [
    code.toLowerCase(),
    `${code.slice(0, 5)}-${code.slice(5)}`,
    ` ${code.slice(0, 5)} ${code.slice(5)} `,
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
  ])
    expect((await check({ code: typed, siteId: site.id })).body.allowed).toBe(true)
})

test('a legacy code is found as it stands, leading zeros and Ö and all', async () => {
  await card({ code: '00ÖS123' })
  expect((await check({ code: '00ös-123', siteId: site.id })).body.allowed).toBe(true)
  expect((await check({ code: '0ÖS123', siteId: site.id })).body.reason).toBe('card-unknown')
})

test('the same request sent again gets the same answer and counts once, though the card has expired meanwhile', async () => {
  const { code } = await card({ registeredOn: '2025-05-05' })
  const body = { code, siteId: site.id, adults: 1, children: 0, usedAt: '2026-05-04T15:00:00Z' }
  const first = await use(body, 'a b"c')
  world.later(day)
  const again = await use(body, 'a b"c')
  expect(again).toMatchObject({ status: 201, body: first.body })
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await uses()).toHaveLength(1)
  const kept = await world.db.selectFrom('idempotency').select('tries').execute()
  expect(kept).toEqual([{ tries: 2 }]) // a replay writes: it waits for the standby that the first answer waited for
})

test('a key used with another body is refused, also when the new body could not be recorded anyway', async () => {
  const { code } = await card()
  await use({ code, siteId: site.id, adults: 1, children: 0 }, 'once')
  for (const children of [0, 9]) {
    const other = await use({ code, siteId: site.id, adults: 2, children }, 'once')
    expect(other).toMatchObject({
      status: 422,
      body: { type: expect.stringContaining('reused-with-other-body') },
    })
  }
  expect(await uses()).toHaveLength(1)
})

test('eight at once with one key are one use', async () => {
  const { code } = await card()
  const body = { code, siteId: site.id, adults: 1, children: 0, usedAt: '2026-05-04T15:00:00Z' }
  const replies = await Promise.all(Array.from({ length: 8 }, () => use(body, 'parallel')))
  expect(new Set(replies.map(({ status, body: { id } }) => `${status} ${id}`)).size).toBe(1)
  expect(await uses()).toHaveLength(1)
})

test('two keys of one program are two uses, and the same key of two programs too', async () => {
  const { code } = await card()
  const body = { code, siteId: site.id, adults: 1, children: 0 }
  await use(body, 'x')
  await use(body, 'y')
  await use(body, 'x', await keyFor(site))
  expect(await uses()).toHaveLength(3)
})

test('a repeat for one event is asked about, and recorded when the program means it', async () => {
  const { code } = await card()
  const body = { code, siteId: site.id, adults: 1, children: 0, event: 'Lumikuningatar' }
  await use(body)
  expect(await use(body)).toMatchObject({
    status: 409,
    body: { type: expect.stringContaining('duplicate-suspected') },
  })
  expect((await use({ ...body, confirmDuplicate: true })).status).toBe(201)
  expect((await use({ ...body, event: 'Toinen' })).status).toBe(201)
})

test('the children in the register are the limit, and a site may let in more with a reason', async () => {
  const { code } = await card({ children: 1 })
  const body = { code, siteId: site.id, adults: 1, children: 2 }
  expect(await use(body)).toMatchObject({
    status: 409,
    body: { type: expect.stringContaining('children-exceed-card') },
  })
  expect((await use({ ...body, overrideReason: 'Paperikortissa on 2' })).status).toBe(201)
  expect(await uses()).toMatchObject([{ children: 2, override_reason: 'Paperikortissa on 2' }])
})

test('the card that changes between the question and the record is asked for again', async () => {
  const { code, id } = await card()
  const body = { code, siteId: site.id, adults: 1, children: 0 }
  const [recorded] = await Promise.all([
    use(body),
    world.db
      .updateTable('card')
      .set({ state: 'withdrawn', closed_on: '2026-05-04', revision: 1 })
      .where('id', '=', id)
      .execute(),
  ])
  expect([201, 409]).toContain(recorded.status)
  expect(await uses()).toHaveLength(recorded.status === 201 ? 1 : 0)
})

test('what is not the key’s own does not exist, and a key does only what it was made for', async () => {
  const { code } = await card()
  const other = await makeSite(world.db)
  expect((await use({ code, siteId: other.id, adults: 1, children: 0 })).status).toBe(404)
  expect((await world.call('POST', '/api/v1/card-checks', key, { code, siteId: other.id })).status).toBe(404)
  const checker = await keyFor(site, ['cards.check'])
  expect((await use({ code, siteId: site.id, adults: 1, children: 0 }, 'z', checker)).status).toBe(403)
  expect((await world.call('POST', '/api/v1/uses', checker, '{')).status).toBe(403)
  expect(await refusals()).toEqual([
    { permission: 'uses.create', subject: { problems: 'not-found' } },
    { permission: 'cards.check', subject: { problems: 'not-found' } },
    { permission: 'uses.create', subject: { problems: 'forbidden' } },
    { permission: 'uses.create', subject: { problems: 'forbidden' } },
  ])
  for (const bearer of [null, 'kk_live_wrong', `${key}x`])
    expect((await world.call('POST', '/api/v1/card-checks', bearer, { code, siteId: site.id })).status).toBe(
      401,
    )
})

test('a pop-up site counts nationally, never to a municipality', async () => {
  const popUp = await makeSite(world.db, {
    popUp: true,
    municipality: await makeMunicipality(world.db, { name: 'Helsinki' }),
  })
  const { code } = await card({ unit: await makeUnit(world.db) })
  await use({ code, siteId: popUp.id, adults: 1, children: 0 }, 'popup', await keyFor(popUp))
  const rows = await world.db
    .selectFrom('statistics_use_year')
    .select(['municipality_id', 'adults'])
    .execute()
  expect(rows).toEqual([{ municipality_id: null, adults: 1 }])
})

const hetu = '131052-308T'
test.each<[string, string | object, number]>([
  ['nothing', '', 400],
  ['no JSON', '{', 400],
  ['a list', [], 422],
  ['a number', '7', 422],
  ['no code', { siteId: 1, adults: 1, children: 0 }, 422],
  ['a code that is a number', { code: 7, siteId: 1, adults: 1, children: 0 }, 422],
  ['a code of 10,000 letters', { code: 'A'.repeat(10_000), siteId: 1, adults: 1, children: 0 }, 422],
  ['a negative number', { code: 'X', siteId: 1, adults: -1, children: 0 }, 422],
  ['half a child', { code: 'X', siteId: 1, adults: 1, children: 0.5 }, 422],
  ['a time that is none', { code: 'X', siteId: 1, adults: 1, children: 0, usedAt: 'yesterday' }, 422],
  ['an unknown category', { code: 'X', siteId: 1, adults: 1, children: 0, category: 'opera' }, 422],
])('%s is refused in words', async (_, body, status) => {
  const refused = await use(body)
  expect(refused.status).toBe(status)
  expect(refused.body).toMatchObject({ status, title: expect.any(String), instance: expect.any(String) })
})

test.each([
  ['NUL', '\0\0\0'],
  ['control characters', '\u0001\u0007'],
  ['half a surrogate', '\ud800'],
  ['look-alike letters', 'АВЕКМНОРСТ'],
  ['nothing but dashes', '---'],
  ['emoji', '🎫🎫🎫🎫🎫🎫🎫🎫🎫🎫'],
])('%s as a code is no fault of ours', async (_, code) => {
  expect((await check({ code, siteId: site.id })).body.allowed).toBe(false)
  expect([404, 422]).toContain((await use({ code, siteId: site.id, adults: 1, children: 0 })).status)
  expect(world.logged).toEqual([])
})

test('a personal identity code is refused by its kind, not repeated and not kept', async () => {
  const checked = await check({ code: hetu, siteId: site.id })
  expect(checked.body).toMatchObject({ allowed: false, reason: 'card-code-malformed' })
  const refused = [
    await use({ code: hetu, siteId: site.id, adults: 1, children: 0 }),
    await use({ code: 'X', siteId: site.id, adults: 1, children: 0, event: `Vieras ${hetu}` }),
  ]
  expect(refused.map(({ status }) => status)).toEqual([422, 422])
  expect(JSON.stringify([checked, refused])).not.toContain('308T')
  expect(
    JSON.stringify([world.logged, await world.db.selectFrom('audit').selectAll().execute()]),
  ).not.toContain('308T')
})

test.each(['Aino 040 123 4567', 'aino@esimerkki.example', 'Rantakatu 12 A 4', 's. 1.2.80'])(
  'what names or reaches a person is no event and no reason: %s',
  async (text) => {
    for (const field of ['event', 'overrideReason']) {
      const refused = await use({ code: 'X', siteId: site.id, adults: 1, children: 0, [field]: text })
      expect(refused.status).toBe(422)
      expect(JSON.stringify(refused)).not.toContain(text)
      expect(JSON.stringify(refused)).toContain('looks like')
    }
  },
)

test('a body too large, of another type, or by another method is told so', async () => {
  const big = await world.call('POST', '/api/v1/uses', key, 'x'.repeat(10_000_000), {
    'idempotency-key': 'big',
  })
  expect(big.status).toBe(413)
  const text = await world.call('POST', '/api/v1/uses', key, 'x', {
    'content-type': 'text/plain',
    'idempotency-key': 'a',
  })
  expect(text.status).toBe(415)
  expect((await world.call('DELETE', '/api/v1/uses', key)).status).toBe(405)
  expect((await world.call('POST', '/api/v1/nothing', key, {})).status).toBe(404)
})

test.each([
  ['', 400],
  ['\u00e4', 400],
  ['x'.repeat(256), 400],
  ['x'.repeat(255), 201],
] as const)(
  'an idempotency key must be 1 to 255 printable characters (%#)',
  async (idempotencyKey, status) => {
    const { code } = await card()
    expect((await use({ code, siteId: site.id, adults: 1, children: 0 }, idempotencyKey)).status).toBe(status)
  },
)

test('a program that guesses codes has to wait after sixty misses, sees no hit meanwhile, and its replays go on', async () => {
  const { code } = await card()
  const body = { code, siteId: site.id, adults: 1, children: 0 }
  const { body: first } = await use(body, 'before')
  const statuses = []
  for (let guess = 0; guess < 65; guess++)
    statuses.push(
      (await world.call('POST', '/api/v1/card-checks', key, { code: `GUESS${guess}`, siteId: site.id }))
        .status,
    )
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  expect(statuses.slice(60)).toEqual([429, 429, 429, 429, 429])
  expect((await check({ code, siteId: site.id })).status).toBe(429)
  const { clientId } = await world.db
    .selectFrom('api_key')
    .select('client_id as clientId')
    .executeTakeFirstOrThrow()
  const expiresAt = new Date(world.now().getTime() + 30 * day * 60_000)
  const given = { clientId, name: 'uusi', scopes: ['cards.check'] as const, expiresAt }
  const newer = await createApiKey(world.db, given, world.now())
  expect((await world.call('POST', '/api/v1/card-checks', newer, { code, siteId: site.id })).status).toBe(429)
  expect((await refusals()).at(-1)).toEqual({
    permission: 'cards.check',
    subject: { problems: 'rate-limited' },
  })
  expect(await use(body, 'before')).toMatchObject({ status: 201, body: first })
  expect((await use(body, 'after')).headers.get('retry-after')).toBe('60')
  world.later(1)
  expect((await check({ code, siteId: site.id })).body.allowed).toBe(true)
})
