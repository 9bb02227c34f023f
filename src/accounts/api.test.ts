import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiClient, createApiKey } from './key-queries.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

test('a key learns what it is, also one under test and one without any right, and never of a site that took its leave', async () => {
  const { db, now } = world
  const site = await makeSite(db, { name: 'Esimerkkiteatteri' })
  const left = await makeSite(db)
  const expiresAt = new Date('2026-12-31T00:00:00Z')
  for (const isTest of [false, true]) {
    const given = { name: 'Esimerkkilippu', siteIds: [site.id, left.id], isTest, actor: 'test' }
    const clientId = await createApiClient(db, given, now())
    await db
      .updateTable('api_client_site')
      .set({ ended_at: now(), ended_by: 'test' })
      .where('client_id', '=', clientId)
      .where('site_id', '=', left.id)
      .execute()
    const scopes = isTest ? [] : (['uses.create'] as const)
    const key = await createApiKey(db, { clientId, name: 'kassa', scopes, expiresAt }, now())
    const reply = await world.call('GET', '/api/v1/me', key)
    expect(await reply.json()).toEqual({
      name: 'Esimerkkilippu',
      isTest,
      key: { name: 'kassa', shownStart: key.slice(0, 16), expiresAt: '2026-12-31T00:00:00.000Z' },
      scopes,
      sites: [{ id: site.id, name: 'Esimerkkiteatteri' }],
      limit: { requests: 3000, seconds: 10 },
      system: { name: 'Kaiku', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      serverTime: now().toISOString(),
    })
    expect(reply.headers.get('ratelimit')).toBe('"program";r=2999;t=1')
  }
  expect((await world.call('GET', '/api/v1/me', null)).status).toBe(401)
})
