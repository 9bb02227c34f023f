import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeCard, type MadeSite, makeCard, makeSite, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'

let world: World
let site: MadeSite
let key: string
let card: MadeCard

// A Thursday: the week began on Monday 23 November.
beforeEach(async () => {
  world = await newWorld('2026-11-26T15:00:00Z')
  site = await makeSite(world.db)
  key = await createSiteKey(
    world.db,
    {
      ...{ siteId: site.id, name: 'kassa', scopes: ['cards.check', 'uses.create'] },
      expiresAt: new Date('2027-05-01T00:00:00Z'),
    },
    world.now(),
  )
  card = await makeCard(world.db, world.keys, { registeredOn: '2026-01-10', children: 2 })
})
afterEach(() => world.end())

type Limit = { kind?: 'ticket' | 'course-place'; volume: number; period: 'week' | 'term' | 'event' }
const give = (limit: Limit & { limit_from?: string; limit_until?: string }) =>
  world.db
    .insertInto('site_limit')
    .values({ kind: 'ticket', site_id: site.id, ...limit })
    .execute()
const used = (at: string, more: { event?: string; kind?: 'course-place'; children?: number } = {}) =>
  makeUse(world.db, { card, site, usedAt: new Date(at), ...more })

const call = async (path: string, more: object) => {
  const body = { code: card.code, siteId: site.id, adults: 1, children: 0, ...more }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const reply = await world.call('POST', `/api/v1/${path}`, key, body, headers)
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}
const check = async (more = {}) => {
  const { body } = await call('card-checks', more)
  return [body.reason, body.remaining]
}

test('a check tells how many are left, and a record is refused with the limit and the day it ends', async () => {
  await give({ volume: 2, period: 'week' })
  expect(await check()).toEqual([null, 2])
  await used('2026-11-23T00:30:00+02:00')
  expect(await check()).toEqual([null, 1])
  expect((await call('uses', {})).status).toBe(201)
  expect(await check()).toEqual(['limit-reached', 0])
  expect(await call('uses', {})).toMatchObject({
    status: 409,
    body: {
      type: 'http://localhost:3000/problems/limit-reached',
      limit: { volume: 2, period: 'week', resetsAt: '2026-11-30' },
      endUserMessage: {
        fi: 'Tässä kohteessa saa 2 lippua viikossa. Seuraavan saa maanantaina 30.11.2026.',
      },
    },
  })
  expect((await call('uses', { overrideReason: 'Sovittu' })).status).toBe(201)
  const marked = await world.db.selectFrom('use').select('override_reason').orderBy('received_at').execute()
  expect(marked.map((use) => use.override_reason).sort()).toEqual(['Sovittu', null, null])
})

test('what is not counted: another week, place, kind or card, what was undone, and children alone', async () => {
  await give({ volume: 1, period: 'week' })
  await used('2026-11-22T23:30:00+02:00')
  await used('2026-11-25T12:00:00Z', { kind: 'course-place' })
  const usedAt = world.now()
  await makeUse(world.db, { card, site: await makeSite(world.db), usedAt })
  await makeUse(world.db, { card: await makeCard(world.db, world.keys, {}), site, usedAt })
  await makeUse(world.db, { card, site, usedAt, adults: 0, children: 2 })
  const { id } = await used('2026-11-25T12:00:00Z')
  const undone = { use_id: id, used_on: '2026-11-25', cancelled_at: usedAt, cancelled_by: 'test' }
  await world.db.insertInto('use_cancellation').values(undone).execute()
  expect(await check()).toEqual([null, 1])
  await used('2026-11-25T13:00:00Z')
  expect(await check({ adults: 0, children: 2 })).toEqual([null, 0])
})

test('a refused card is not told of by how often it has been here, and no kind is recorded that is not given', async () => {
  await give({ volume: 2, period: 'week' })
  expect(await check({ children: 3 })).toEqual(['children-exceed-card', null])
  expect(await check({ kind: 'season-pass' })).toEqual(['ticket-type-not-offered', null])
  expect(await call('uses', { kind: 'season-pass', overrideReason: 'Sovittu' })).toMatchObject({
    status: 409,
    body: { type: 'http://localhost:3000/problems/ticket-type-not-offered' },
  })
  const offers = await world.call('GET', `/api/v1/sites/${site.id}/offers`, null)
  expect(await offers.json()).toMatchObject({ kinds: ['ticket'] })
  expect(await world.db.selectFrom('use').select('id').execute()).toEqual([])
})

test('one for an event is by its name, and courses have a limit of their own', async () => {
  await world.db
    .updateTable('site')
    .set({ kinds: ['course-place', 'ticket'] })
    .execute()
  await give({ volume: 1, period: 'event' })
  await give({ kind: 'course-place', volume: 1, period: 'term' })
  await used('2026-03-01T12:00:00Z', { event: 'Lumikuningatar' })
  await used('2026-08-02T12:00:00Z', { kind: 'course-place' })
  expect(await check({ eventId: 'Lumikuningatar' })).toEqual(['limit-reached', 0])
  expect(await check({ eventId: 'Toinen' })).toEqual([null, 1])
  expect(await check({ kind: 'course-place' })).toEqual(['limit-reached', 0])
})

test('a use that comes late is judged by the rule of its own day; a community card by none', async () => {
  await give({ volume: 1, period: 'week', limit_until: '2026-11-24' })
  await give({ volume: 9, period: 'week', limit_from: '2026-11-25' })
  await used('2026-11-23T10:00:00Z')
  expect(await check({ usedAt: '2026-11-24T12:00:00Z' })).toEqual(['limit-reached', 0])
  expect(await check()).toEqual([null, 8])
  card = await makeCard(world.db, world.keys, { type: 'community', registeredOn: '2026-01-10' })
  expect(await check({ adults: 3 })).toEqual([null, null])
})
