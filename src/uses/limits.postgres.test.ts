import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'

let world: World
beforeAll(async () => {
  world = await newWorld('2026-11-26T15:00:00Z')
})
afterAll(() => world.end())

test('twelve records of one card at once, at a site that gives two a week, are two', async () => {
  const site = await makeSite(world.db)
  const expiresAt = new Date('2027-05-01T00:00:00Z')
  const named = { siteId: site.id, name: 'kassa', scopes: ['uses.create'], expiresAt } as const
  const key = await createSiteKey(world.db, { ...named, scopes: ['uses.create'] }, world.now())
  const limit = { site_id: site.id, kind: 'ticket', volume: 2, period: 'week' } as const
  await world.db.insertInto('site_limit').values(limit).execute()
  const card = await makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
  const record = async () => {
    const body = { code: card.code, siteId: site.id, adults: 1, children: 0 }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    return (await world.call('POST', '/api/v1/uses', key, body, headers)).status
  }
  const statuses = await Promise.all(Array.from({ length: 12 }, record))
  // Whoever is overtaken asks again: it is told that the limit is reached, or to come back in a second.
  expect(statuses.filter((status) => status === 201)).toHaveLength(2)
  expect(statuses.every((status) => [201, 409, 503].includes(status))).toBe(true)
  expect(await world.db.selectFrom('use').select('id').execute()).toHaveLength(2)
})
