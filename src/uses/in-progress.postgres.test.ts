import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiClient, createApiKey } from '../accounts/key-queries.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T15:00:00Z')
})
afterEach(() => world.end())

test('while another request with the same key is being answered, a second one waits two seconds and is told to come again', async () => {
  const site = await makeSite(world.db)
  const { code } = await makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
  const given = { name: 'Esimerkkilippu', siteIds: [site.id], actor: 'test' }
  const clientId = await createApiClient(world.db, given, world.now())
  const expiresAt = new Date('2026-12-01T00:00:00Z')
  const scopes = ['uses.create'] as const
  const key = await createApiKey(world.db, { clientId, name: 'kassa', scopes, expiresAt }, world.now())
  const body = { code, siteId: site.id, adults: 1, children: 0 }
  const single = () => world.call('POST', '/api/v1/uses', key, body, { 'idempotency-key': 'twin' })
  const items = [
    { ...body, key: 'alone' },
    { ...body, key: 'twin' },
  ]
  const batch = () => world.call('POST', '/api/v1/use-batches', key, { mode: 'per-item', items })
  const uses = () => world.db.selectFrom('use').select('id').execute()

  await world.db.transaction().execute(async (db) => {
    await sql`insert into idempotency (owner, key, body_hash, status, answer, answered_at)
      values (${`key:${clientId}`}, 'twin', '\\x00', 201, '{}', ${world.now()})`.execute(db)
    const begun = performance.now()
    const replies = await Promise.all([single(), batch()])
    const waited = performance.now() - begun
    expect(waited).toBeGreaterThan(1_900)
    for (const reply of replies) {
      expect(reply.status).toBe(409)
      expect(reply.headers.get('retry-after')).toBe('1')
      expect(await reply.json()).toMatchObject({
        type: 'http://localhost:3000/problems/idempotency-in-progress',
        endUserMessage: { sv: expect.stringContaining('just nu') },
      })
    }
    expect(await uses()).toEqual([])
  })
  // The other one has come to its end, with another body under that key: that is another refusal, and no wait.
  expect((await single()).status).toBe(422)
  const answered = (await (await batch()).json()) as { items: { status: number }[] }
  expect(answered.items.map(({ status }) => status)).toEqual([201, 422])
  expect(await uses()).toHaveLength(1)
  expect(world.logged).toEqual([])
})
