import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeUnit, makeCard, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApp } from '../app.tsx'
import { hashToken } from './session-cookie.ts'

/**
 * Cross-site request forgery, through the whole program: every way in which a browser can be made to ask, at a row
 * that really changes something, with the cookie of somebody who may do it.
 */
const ours = 'https://kaiku.example'
const path = '/fi/anna-kortti'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const sites = ['same-origin', 'same-site', 'cross-site', 'none', 'absent'] as const
const origins = ['own', 'other', 'null', 'absent'] as const

/** The rule, written out by hand: what comes of a POST. Everything else reads, or is no method of this row. */
const postAnswers: Record<(typeof sites)[number], Record<(typeof origins)[number], 303 | 403>> = {
  // The browser's own word, which no page can forge.
  'same-origin': { own: 303, other: 303, null: 303, absent: 303 },
  // Another host of the same owner is not us.
  'same-site': { own: 403, other: 403, null: 403, absent: 403 },
  'cross-site': { own: 403, other: 403, null: 403, absent: 403 },
  // Typed by hand: never changes anything.
  none: { own: 403, other: 403, null: 403, absent: 403 },
  // Older browsers tell by `Origin` alone.
  absent: { own: 303, other: 403, null: 403, absent: 403 },
}
const answers = {
  GET: () => 200,
  HEAD: () => 200,
  POST: (site: (typeof sites)[number], origin: (typeof origins)[number]) => postAnswers[site][origin],
  PUT: () => 405,
  PATCH: () => 405,
  DELETE: () => 405,
} as const

const cases = methods.flatMap((method) =>
  sites.flatMap((site) =>
    origins.map((origin) => ({ method, site, origin, status: answers[method](site, origin) })),
  ),
)

let world: World
let unit: MadeUnit
let app: ReturnType<typeof createApp>
let cookie: string

beforeAll(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
  const { token } = await world.as({ role: 'issuer', unit })
  cookie = `__Host-kaiku=${token}`
  app = createApp({
    ...{ pool: world.requests, read: world.read, keys: world.keys, clock: world.now, demo: false },
    ...{ origin: () => ours, publicOrigin: ours, log: (line) => world.logged.push(line) },
  })
  expect(await world.db.selectFrom('session').select('token_hash').execute()).toEqual([
    { token_hash: hashToken(token) },
  ])
})
afterAll(() => world.end())

const originOf = { own: ours, other: 'https://evil.example', null: 'null' }
const headersOf = (site: (typeof sites)[number], origin: (typeof origins)[number]) => ({
  cookie,
  ...(site === 'absent' ? {} : { 'sec-fetch-site': site }),
  ...(origin === 'absent' ? {} : { origin: originOf[origin] }),
})

const ask = async (method: string, headers: Record<string, string>, code: string) => {
  const fields = { code, consent: 'yes', birthYear: '1987', postalCode: '87100', children: '2' }
  const more = { lifeSituation: '', gender: '' }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? { body: new URLSearchParams({ ...fields, ...more }) } : {}
  return app.request(`${ours}${path}`, { method, headers, ...body })
}

/** All that a registration, or anything else behind the cookie, could change. */
const rows = async () => ({
  cards: await world.db.selectFrom('card').selectAll().orderBy('id').execute(),
  events: await world.db.selectFrom('card_event').selectAll().orderBy('id').execute(),
  consents: await world.db.selectFrom('consent').selectAll().orderBy('id').execute(),
  sessions: await world.db.selectFrom('session').select(['id', 'token_hash']).execute(),
})

test.each(cases)(
  '$method with Sec-Fetch-Site $site and Origin $origin is answered $status',
  async ({ method, site, origin, status }) => {
    const card = await makeCard(world.db, world.keys, { unit, stock: true })
    const before = await rows()
    const response = await ask(method, headersOf(site, origin), card.code)
    expect(response.status).toBe(status)
    const state = await world.db
      .selectFrom('card')
      .select('state')
      .where('id', '=', card.id)
      .executeTakeFirst()
    if (status === 303) {
      expect(state).toEqual({ state: 'registered' })
      return
    }
    expect(await rows()).toEqual(before)
    if (status === 403) {
      const last = await world.db
        .selectFrom('audit')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      expect(last).toMatchObject({
        permission: 'cards.issue',
        outcome: 'refused',
        subject: { problems: 'foreign' },
      })
    }
  },
)

test('of the 120 cases 45 pass: 40 that only read, and 5 that our own pages send', () => {
  const count = (status: number) => cases.filter((one) => one.status === status).length
  expect(cases).toHaveLength(120)
  expect([count(200), count(303), count(403), count(405)]).toEqual([40, 5, 15, 60])
})

test('a form that says it is another method is still a POST', async () => {
  const card = await makeCard(world.db, world.keys, { unit, stock: true })
  const before = await rows()
  for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
    const headers = { ...headersOf('cross-site', 'other'), [name]: 'POST' }
    expect((await ask('GET', headers, card.code)).status).toBe(200)
    expect((await ask('POST', { ...headers, [name]: 'GET' }, card.code)).status).toBe(403)
  }
  expect(await rows()).toEqual(before)
})
