import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeCard, type MadeSite, makeAccount, makeCard, makeSite } from '../../test/makers.ts'
import { isSigned, startReceiver } from '../../test/receiver.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiClient, createApiKey, createSiteKey } from '../accounts/key-queries.ts'
import { type KeyScope, lastKeyEnd } from '../accounts/key-rules.ts'
import { formatCode } from '../codes/rules.ts'
import { NewWebhookAnswer } from './answers.ts'
import { tellOfPolicies } from './outbox-queries.ts'
import { openPoster } from './post.ts'
import { deliverDue } from './send.ts'

let world: World
let site: MadeSite
let card: MadeCard
let key: string
let receiver: Awaited<ReturnType<typeof startReceiver>>
let answers: (index: number) => { status: number; headers?: Record<string, string>; body?: string }

const scopes: KeyScope[] = ['uses.create', 'webhooks.manage']
beforeEach(async () => {
  world = await newWorld(undefined, { localWebhooks: true })
  site = await makeSite(world.db)
  card = await makeCard(world.db, world.keys)
  key = await keyFor(site, 'Lippula')
  answers = () => ({ status: 200 })
  receiver = await startReceiver((index) => answers(index))
})
afterEach(async () => {
  await receiver.stop()
  await world.end()
})

const keyFor = (at: MadeSite, name: string) =>
  createSiteKey(world.db, { siteId: at.id, name, scopes, expiresAt: lastKeyEnd(world.now()) }, world.now())
const call = (path: string, body: unknown, by = key) =>
  world.call('POST', `/api/v1/webhooks${path}`, by, body)
type Row = { id: string; event: string; nextAttemptAt: string }
const read = async (path: string, by = key) =>
  (await world.call('GET', `/api/v1/webhooks${path}`, by)).json() as Promise<{
    rows: Row[]
    nextCursor: string | null
  }>
const make = async (events: string[], by = key) => {
  const response = await call('', { url: receiver.url, events }, by)
  expect(response.status).toBe(201)
  return NewWebhookAnswer.parse(await response.json())
}
const send = () =>
  deliverDue({
    pool: world.db,
    keys: world.keys,
    post: openPoster({ allowLocal: true }),
    clock: world.now,
    origin: 'http://localhost:3000',
  })
const recordUse = async (by = key) => {
  const use = {
    code: formatCode(card.code),
    siteId: site.id,
    adults: 1,
    children: 0,
    companions: 0,
    kind: 'ticket',
  }
  const response = await world.call('POST', '/api/v1/uses', by, use, {
    'idempotency-key': crypto.randomUUID(),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string }
}
const undo = (useId: string, by: string) =>
  sql`insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by)
    select id, used_on, ${world.now()}, ${by} from use where id = ${useId}`.execute(world.db)

test('an undone use is told signed, tried again until it is taken, and nothing of a card is in it', async () => {
  const { id, secret } = await make(['use.cancelled'])
  const use = await recordUse()
  await undo(use.id, 'account:x')
  answers = (index) => ({ status: index < 2 ? 503 : 200 })

  expect(await send()).toBe(1)
  const first = (await read(`/${id}/deliveries`)).rows
  expect(first).toMatchObject([
    { event: 'use.cancelled', state: 'waiting', attempts: 1, answeredStatus: 503, deliveredAt: null },
  ])
  expect(new Date(first[0]!.nextAttemptAt).getTime() - world.now().getTime()).toBe(60_000)
  expect(await send()).toBe(0) // not yet
  world.later(1)
  expect(await send()).toBe(1)
  world.later(4)
  expect(await send()).toBe(0)
  world.later(1)
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)

  expect((await read(`/${id}/deliveries`)).rows).toMatchObject([
    { id: first[0]!.id, state: 'delivered', attempts: 3, answeredStatus: 200, nextAttemptAt: null },
  ])
  expect(receiver.received).toHaveLength(3)
  for (const one of receiver.received) {
    expect(isSigned(one, secret)).toBe(true)
    expect(isSigned({ ...one, body: `${one.body} ` }, secret)).toBe(false)
    expect(JSON.parse(one.body)).toEqual({
      id: first[0]!.id,
      event: 'use.cancelled',
      createdAt: '2026-05-04T09:00:00.000Z',
      data: { useId: use.id, siteId: site.id },
    })
  }
  expect(new Set(receiver.received.map(({ headers }) => headers['kaiku-signature'])).size).toBe(3)
})

test('a program is told neither of its own deeds nor of what others recorded', async () => {
  const { id } = await make(['use.cancelled'])
  const other = await keyFor(site, 'Toinen')
  const own = await recordUse()
  card = await makeCard(world.db, world.keys)
  const theirs = await recordUse(other)
  const { id: keyId } = await world.db
    .selectFrom('api_key')
    .select('id')
    .where('name', '=', 'Lippula')
    .executeTakeFirstOrThrow()
  await undo(own.id, `key:${keyId}`)
  await undo(theirs.id, 'account:x')
  expect((await read(`/${id}/deliveries`)).rows).toEqual([])
})

test('what became of a ticket that waited is told without why', async () => {
  const { id } = await make(['use.recognised', 'use.dropped'])
  const { id: keyId } = await world.db.selectFrom('api_key').select('id').executeTakeFirstOrThrow()
  const waiting = async (state: string, why: string | null, use: string | null) => {
    const ticket = crypto.randomUUID()
    await sql`insert into unrecognised_use (id, card_id, code_tail, site_id, used_on, used_at, received_at, adults, children,
      companions, category, kind, source, recorded_by) values (${ticket}, ${card.id}, 'X9D4', ${site.id}, '2026-05-04',
      ${world.now()}, ${world.now()}, 1, 0, 0, 'culture', 'ticket', 'api', ${`key:${keyId}`})`.execute(
      world.db,
    )
    await sql`update unrecognised_use set state = ${state}, why = ${why}, use_id = ${use}, decided_at = ${world.now()}
      where id = ${ticket}`.execute(world.db)
    return ticket
  }
  const use = crypto.randomUUID()
  const became = await waiting('became-use', null, use)
  const dropped = await waiting('dropped', 'card-closed', null)
  await send()
  await send()
  const told = receiver.received.map(({ body }) => JSON.parse(body))
  expect(
    told.map(({ event, data }) => ({ event, data })).sort((a, b) => (a.event < b.event ? -1 : 1)),
  ).toEqual([
    { event: 'use.dropped', data: { ticketId: dropped, siteId: site.id } },
    { event: 'use.recognised', data: { ticketId: became, useId: use, siteId: site.id } },
  ])
  expect((await read(`/${id}/deliveries`)).rows).toHaveLength(2)
})

test('a changed site and coming rules are told once to those who have to do with them', async () => {
  const { id } = await make(['site.updated', 'model.changed'])
  const other = await keyFor(await makeSite(world.db), 'Muualla')
  const elsewhere = await make(['site.updated'], other)
  await sql`update site set street = 'Katu' where id = ${site.id}`.execute(world.db)
  await sql`update site set street = 'Katu' where id = ${site.id}`.execute(world.db)
  await sql`insert into policy select (jsonb_populate_record(p, '{"valid_from": "2026-05-05"}')).*
    from policy p order by valid_from limit 1`.execute(world.db)
  await tellOfPolicies(world.db, world.now())
  world.later(24 * 60)
  await tellOfPolicies(world.db, world.now())
  await tellOfPolicies(world.db, world.now())
  const { rows } = await read(`/${id}/deliveries`)
  expect(rows.map(({ event }) => event).sort()).toEqual(['model.changed', 'site.updated'])
  expect((await read(`/${elsewhere.id}/deliveries`, other)).rows).toEqual([])
})

test('after three days a webhook rests, its people are told, and a test that is taken starts it again', async () => {
  const { id, secret } = await make(['use.cancelled'])
  await makeAccount(world.db, world.now(), {
    role: 'venue',
    siteId: site.id,
    email: 'aino@esimerkki.example',
  })
  await undo((await recordUse()).id, 'account:x')
  answers = () => ({ status: 302, headers: { location: receiver.url } })
  for (const minutes of [1, 5, 30, 120, 360, 720, 1440, 1440, 0]) {
    expect(await send()).toBe(1)
    world.later(minutes)
  }
  expect(receiver.received).toHaveLength(9) // a redirect is an answer, and is not followed
  expect((await read('')).rows).toMatchObject([{ id, state: 'paused' }])
  const { rows } = await read(`/${id}/deliveries`)
  expect(rows).toMatchObject([{ state: 'failed', attempts: 9, answeredStatus: 302 }])
  const mails = await world.db.selectFrom('mail').select(['kind', 'recipient', 'text_body']).execute()
  expect(mails).toMatchObject([{ kind: 'webhook-paused', recipient: 'aino@esimerkki.example' }])
  expect(mails[0]!.text_body).toContain('/fi/lipunmyyntijarjestelmat/')
  world.later(1)
  expect(await send()).toBe(0)

  answers = () => ({ status: 204, body: '' })
  const asked = await call(`/${id}/tests`, {})
  expect(asked.status).toBe(202)
  expect(await send()).toBe(2) // the test, and what had been given up
  expect(receiver.received.slice(9).map((one) => JSON.parse(one.body).event)).toEqual([
    'test',
    'use.cancelled',
  ])
  expect(isSigned(receiver.received.at(-1)!, secret)).toBe(true)
  expect((await read('')).rows).toMatchObject([{ id, state: 'active' }])
})

test('two secrets sign for a week, then the new one alone; none is kept in clear', async () => {
  const { id, secret } = await make(['site.updated'])
  const fresh = NewWebhookAnswer.parse(await (await call(`/${id}/secrets`, {})).json())
  expect(fresh.secret).not.toBe(secret)
  await call(`/${id}/tests`, {})
  await send()
  world.later(7 * 24 * 60)
  await call(`/${id}/tests`, {})
  await send()
  const [both, one] = receiver.received
  expect([secret, fresh.secret].map((each) => isSigned(both!, each))).toEqual([true, true])
  expect([secret, fresh.secret].map((each) => isSigned(one!, each))).toEqual([false, true])
  const kept = await sql<{ row: string }>`select to_jsonb(w)::text as row from webhook w
    union all select to_jsonb(a)::text from audit a`.execute(world.db)
  const texts =
    JSON.stringify(kept.rows) + JSON.stringify(await world.db.selectFrom('webhook').selectAll().execute())
  for (const told of [secret, fresh.secret]) {
    expect(texts).not.toContain(told)
    expect(texts).not.toContain(Buffer.from(told).toString('hex'))
  }
})

describe('what is asked', () => {
  test('an address on a private network, another’s webhook and too many are refused', async () => {
    const { id } = await make(['site.updated'])
    const again = await call('', { url: receiver.url, events: ['site.updated'] })
    expect([again.status, await again.json()]).toMatchObject([
      409,
      {
        type: 'http://localhost:3000/problems/webhook-exists',
        endUserMessage: { fi: expect.any(String), sv: expect.any(String), en: expect.any(String) },
      },
    ])
    const inside = await call('', { url: 'https://10.0.0.1/secret', events: ['site.updated'] })
    expect(inside.status).toBe(422)
    const said = await inside.text()
    expect(said).toContain('url-private')
    expect(said).not.toContain('secret')
    const revoked = await call('', { url: 'https://a.esimerkki.example/', events: ['card.revoked'] })
    expect(revoked.status).toBe(422)
    const stranger = await keyFor(site, 'Toinen')
    expect((await read('', stranger)).rows).toEqual([])
    for (const path of [`/${id}/tests`, `/${id}/ending`, `/${id}/secrets`])
      expect((await call(path, {}, stranger)).status).toBe(404)
    expect((await world.call('GET', `/api/v1/webhooks/${id}/deliveries`, stranger)).status).toBe(404)
    const more = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        call('', { url: `https://a.esimerkki.example/${index}`, events: ['site.updated'] }),
      ),
    )
    expect(more.map(({ status }) => status).sort()).toEqual([...Array(9).fill(201), 409])
  })

  test('an ended webhook is told nothing, and the list goes page by page', async () => {
    const { id } = await make(['site.updated'])
    for (const street of ['a', 'b', 'c'])
      await sql`update site set street = ${street} where id = ${site.id}`.execute(world.db)
    const first = await read(`/${id}/deliveries?limit=2`)
    const second = await read(`/${id}/deliveries?limit=2&cursor=${first.nextCursor}`)
    const ids = [...first.rows, ...second.rows].map((row) => row.id)
    expect([first.rows.length, new Set(ids).size, second.nextCursor]).toEqual([2, 3, null])
    for (const status of [200, 200]) expect((await call(`/${id}/ending`, {})).status).toBe(status)
    await sql`update site set street = 'd' where id = ${site.id}`.execute(world.db)
    expect(await send()).toBe(0)
    expect((await read(`/${id}/deliveries`)).rows).toHaveLength(3)
    expect((await read('')).rows).toEqual([])
  })

  test('a program under test may try it all', async () => {
    const clientId = await createApiClient(
      world.db,
      { name: 'Koe', siteIds: [site.id], isTest: true, actor: 'test' },
      world.now(),
    )
    const expiresAt = lastKeyEnd(world.now())
    const testKey = await createApiKey(world.db, { clientId, name: 'Koe', scopes, expiresAt }, world.now())
    const { id, secret } = await make(['site.updated'], testKey)
    expect((await call(`/${id}/tests`, {}, testKey)).status).toBe(202)
    await send()
    expect(isSigned(receiver.received[0]!, secret)).toBe(true)
  })
})
