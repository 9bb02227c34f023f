import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'

let world: World
beforeAll(async () => {
  world = await newWorld('2026-11-26T15:00:00Z')
})
afterAll(() => world.end())

test('two batches with the same limited cards in opposite order, thirty times at once, both come through', async () => {
  const site = await makeSite(world.db)
  const expiresAt = new Date('2027-05-01T00:00:00Z')
  const named = { siteId: site.id, name: 'kassa', scopes: ['uses.create'], expiresAt } as const
  const key = await createSiteKey(world.db, { ...named, scopes: ['uses.create'] }, world.now())
  await world.db
    .updateTable('site')
    .set({ kinds: ['ticket', 'course-place'] })
    .execute()
  const limit = { site_id: site.id, kind: 'ticket', volume: 99, period: 'day' } as const
  await world.db.insertInto('site_limit').values(limit).execute()
  const cards = []
  for (let made = 0; made < 8; made++) cards.push(await makeCard(world.db, world.keys))
  const send = async (codes: readonly string[]) => {
    // A card's first use is of a kind without a limit: its lock would else come after those of the others.
    const items = codes.flatMap((code, index) =>
      (index < 4 ? (['course-place', 'ticket'] as const) : (['ticket'] as const)).map((kind) => {
        return { key: crypto.randomUUID(), code, siteId: site.id, adults: 1, children: 0, kind }
      }),
    )
    const answer = await world.call('POST', '/api/v1/use-batches', key, { mode: 'all-or-nothing', items })
    return answer.status
  }
  const codes = cards.map(({ code }) => code)
  const statuses: number[] = []
  const started = performance.now()
  for (let round = 0; round < 30; round++)
    statuses.push(...(await Promise.all([send(codes), send(codes.toReversed())])))
  expect(statuses).toEqual(Array(60).fill(201))
  expect(world.logged).toEqual([])
  // Nobody waited for PostgreSQL to find a circle, which it does after a second.
  expect(performance.now() - started).toBeLessThan(20_000)
}, 60_000)
