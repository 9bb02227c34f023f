import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeSite, makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyScopes } from '../accounts/key-rules.ts'
import { newCode } from '../codes/rules.ts'
import { sandboxCards } from './sandbox-rules.ts'

let world: World
let site: MadeSite
let key: string

const keyFor = (isTest: boolean) =>
  createSiteKey(
    world.db,
    { siteId: site.id, name: 'x', scopes: keyScopes, expiresAt: new Date('2026-12-01T00:00:00Z'), isTest },
    world.now(),
  )
beforeEach(async () => {
  world = await newWorld('2026-05-04T15:00:00Z')
  site = await makeSite(world.db, { category: 'culture', allowsOverride: false })
  key = await keyFor(true)
})
afterEach(() => world.end())

const codeOf = (name: string) => sandboxCards.find((card) => card.name === name)!.code
type Body = Record<string, unknown> & {
  id: string
  type: string
  uses: { id: string; card: string; cancelledAt: string | null }[]
}
const call = async (method: string, path: string, body?: object, more = {}, by = key) => {
  const reply = await world.call(method, `/api/v1/${path}`, by, body, more)
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Body }
}
const check = (code: string, more: object = {}, by = key) =>
  call('POST', 'card-checks', { code, siteId: site.id, ...more }, {}, by)
const use = (code: string, itemKey: string, more: object = {}) =>
  call(
    'POST',
    'uses',
    { code, siteId: site.id, adults: 1, children: 0, ...more },
    { 'idempotency-key': itemKey },
  )
const counted = () => world.db.selectFrom('statistics_use_month').selectAll().execute()

test('each practice card gets its own answer, checked and used, and nothing of it is counted', async () => {
  for (const { name, code, refusal, seconds } of sandboxCards) {
    if (seconds) continue
    const checked = await check(code)
    const used = await use(code, name)
    if (refusal === 'unavailable') {
      expect([checked.status, used.status]).toEqual([503, 503])
      expect(used.headers.get('retry-after')).toBe('5')
      continue
    }
    expect(checked.body, name).toMatchObject({ allowed: refusal === null, reason: refusal })
    expect(used.status, name).toBe(refusal === null ? 201 : 409)
    if (refusal) expect(used.body).toMatchObject({ type: expect.stringMatching(new RegExp(`${refusal}$`)) })
  }
  const expires = await check(codeOf('expiresToday'))
  expect(expires.body.validUntil).toBe('2026-05-04')
  expect((await check(codeOf('limitReached'))).body).toMatchObject({ remaining: 0 })
  expect((await use(codeOf('limitReached'), 'limit')).body).toMatchObject({
    limit: { volume: 1, period: 'week', resetsAt: '2026-05-11' },
  })
  expect((await use(codeOf('validWithChildren'), 'family', { children: 3 })).body.type).toMatch(
    /children-exceed-card$/,
  )
  const family = { children: 3, overrideReason: 'Paperikortissa on 3' }
  expect((await use(codeOf('validWithChildren'), 'override', family)).status).toBe(201)
  expect(await counted()).toEqual([])
  expect(await world.db.selectFrom('use').selectAll().execute()).toEqual([])
})

test('the slow card answers after three seconds', async () => {
  const begun = performance.now()
  expect((await check(codeOf('slow'))).body.allowed).toBe(true)
  expect(performance.now() - begun).toBeGreaterThan(2_990)
})

test('a practice use is idempotent, listed, cancelled, and gone when the sandbox is reset', async () => {
  const code = codeOf('valid')
  const first = await use(code, 'a', { event: 'Lumikuningatar', eventOn: '2026-06-01' })
  const again = await use(code, 'a', { event: 'Lumikuningatar', eventOn: '2026-06-01' })
  expect(again).toMatchObject({ status: 201, body: first.body })
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect((await use(code, 'a', { adults: 2 })).body.type).toMatch(/reused-with-other-body$/)
  expect((await use(code, 'b', { event: 'Lumikuningatar' })).body.type).toMatch(/duplicate-suspected$/)
  const items = [{ key: 'c', code, siteId: site.id, adults: 1, children: 0 }]
  const batch = await call('POST', 'use-batches', {
    mode: 'all-or-nothing',
    items: [...items, { ...items[0], key: 'd', code: codeOf('lost') }],
  })
  expect(batch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/items/1', code: 'card-lost' }] } })
  expect((await call('POST', 'use-batches', { mode: 'all-or-nothing', items })).status).toBe(201)
  const given = await use(codeOf('unregistered'), 'e', { given: true, usedAt: '2026-05-04T10:00:00Z' })
  expect(given).toMatchObject({ status: 202, body: { state: 'unrecognised' } })
  const stateOf = async ({ body: { id } }: { body: { id: string } }) =>
    (await call('GET', `uses/${id}`)).body.state
  const away = { given: true, usedAt: '2026-05-04T10:00:00Z' }
  const unknown = await use(newCode(), 'f', away)
  const taken = await use(codeOf('unregistered'), 'g', away)
  await call('POST', `uses/${taken.body.id}/cancellation`, {})
  expect([await stateOf(given), await stateOf(unknown), await stateOf(taken)]).toEqual([
    ...['waiting', 'waiting', 'cancelled'],
  ])

  const listed = await call('GET', 'uses')
  const registered = await call('POST', 'sandbox-registrations', {})
  expect(registered.body).toEqual({ recorded: 1, givenUp: 1 })
  expect([await stateOf(given), await stateOf(unknown)]).toEqual(['recorded', 'given-up'])
  expect(listed.body.uses).toHaveLength(2)
  expect(listed.body.uses.find(({ id }) => id === first.body.id)).toMatchObject({
    card: code.slice(-4),
    eventOn: '2026-06-01',
  })
  const path = `uses/${first.body.id}/cancellation`
  const cancelled = await call('POST', path, {})
  expect(cancelled).toMatchObject({ status: 200, body: { cancelledAt: '2026-05-04T15:00:00.000Z' } })
  expect((await call('POST', path, { reason: 'Toinen kerta' })).body).toEqual(cancelled.body)

  const other = await keyFor(true)
  expect((await call('GET', 'uses', undefined, {}, other)).body.uses).toEqual([])
  expect((await call('POST', path, {}, {}, other)).status).toBe(404)
  expect((await call('POST', 'sandbox-resets', {}, {}, other)).body).toEqual({ removed: 0 })
  expect((await call('POST', 'sandbox-resets', {})).body).toEqual({ removed: 5 })
  expect((await call('GET', 'uses')).body.uses).toEqual([])
  expect((await use(code, 'a', { adults: 2 })).status).toBe(201)
})

test('practice and real life never meet: neither key knows the other’s cards, sites or uses', async () => {
  const real = await makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
  const live = await keyFor(false)
  expect((await check(real.code)).body.reason).toBe('card-unknown')
  expect((await check(codeOf('valid'), {}, live)).body.reason).toBe('card-unknown')
  expect((await use(codeOf('valid'), 'a', { siteId: (await makeSite(world.db)).id })).status).toBe(404)
  expect((await call('POST', 'sandbox-resets', {}, {}, live)).status).toBe(403)
  await use(codeOf('valid'), 'b')
  expect((await call('GET', 'uses', undefined, {}, live)).body.uses).toEqual([])
  // A name that the form does not have is a slip of the program that is being built.
  expect((await check(codeOf('valid'), { evenId: 'x' })).status).toBe(422)
})
