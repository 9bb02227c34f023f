import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyOldAnswers } from './answer-queries.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

const plain = (text: string) => createHash('sha256').update(text).digest()

test('no code can be found from what is kept of a request, and what was kept before stays known', async () => {
  const site = await makeSite(world.db)
  const { code } = await makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
  const expiresAt = new Date('2026-08-01T00:00:00Z')
  const given = { siteId: site.id, name: 'kassa', scopes: ['uses.create'] as const, expiresAt }
  const key = await createSiteKey(world.db, given, world.now())
  const body = JSON.stringify({ code, siteId: site.id, adults: 1, children: 0 })
  const send = () => world.call('POST', '/api/v1/uses', key, body, { 'idempotency-key': 'first' })
  const kept = async () => {
    const row = await world.db.selectFrom('idempotency').select('body_hash').executeTakeFirstOrThrow()
    return Buffer.from(row.body_hash).toString('hex')
  }
  expect((await send()).status).toBe(201)
  // Whoever has a copy of the database knows all of the body but the code, and tries the codes.
  const digest = plain(body).toString('hex')
  expect(await kept()).not.toContain(digest)

  await sql`update idempotency set body_hash = ${plain(body)}`.execute(world.db)
  await keyOldAnswers(world.db, world.keys)
  await keyOldAnswers(world.db, world.keys)
  expect(await kept()).not.toContain(digest)
  const again = await send()
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
})
