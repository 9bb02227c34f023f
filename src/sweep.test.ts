import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCard, makeSite } from '../test/makers.ts'
import { newWorld, type World } from '../test/world.ts'
import { createSiteKey } from './accounts/key-queries.ts'
import { forgetPast } from './sweep.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterEach(() => world.end())

const day = 24 * 60
const counts = async () => {
  const of = async (table: 'session' | 'card_check' | 'idempotency' | 'use') =>
    (await world.db.selectFrom(table).selectAll().execute()).length
  return {
    session: await of('session'),
    check: await of('card_check'),
    answer: await of('idempotency'),
    use: await of('use'),
  }
}

test('sessions, checks and answers are forgotten in their time; a use never is', async () => {
  const site = await makeSite(world.db)
  const venue = await world.as({ role: 'venue', site })
  const { code } = await makeCard(world.db, world.keys, { registeredOn: '2026-05-01' })
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  const key = await createSiteKey(
    world.db,
    { siteId: site.id, name: 'kassa', scopes: ['uses.create'], expiresAt },
    world.now(),
  )
  expect((await venue.post('/fi/kassa', { code, site: String(site.id) })).status).toBe(303)
  await world.call(
    'POST',
    '/api/v1/uses',
    key,
    { code, siteId: site.id, adults: 1, children: 0 },
    { 'idempotency-key': 'a' },
  )
  expect(await counts()).toEqual({ session: 1, check: 1, answer: 1, use: 1 })
  for (const [days, left] of [
    [1, { session: 0, check: 1, answer: 1, use: 1 }],
    [28, { session: 0, check: 1, answer: 1, use: 1 }],
    [2, { session: 0, check: 0, answer: 1, use: 1 }],
    [60, { session: 0, check: 0, answer: 0, use: 1 }],
  ] as const) {
    world.later(days * day + 1)
    await forgetPast(world.db, world.now())
    expect(await counts()).toEqual(left)
  }
})
