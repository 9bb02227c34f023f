import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeSite, makeCard, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'

let world: World
let site: MadeSite
let key: string

beforeEach(async () => {
  world = await newWorld('2026-05-04T15:00:00Z')
  site = await makeSite(world.db, { category: 'culture' })
  await world.db
    .updateTable('site')
    .set({ kinds: ['ticket', 'season-pass'] })
    .execute()
  key = await createSiteKey(
    world.db,
    {
      siteId: site.id,
      name: 'kassa',
      scopes: ['cards.check', 'uses.create'],
      expiresAt: new Date('2026-12-01T00:00:00Z'),
    },
    world.now(),
  )
})
afterEach(() => world.end())

type Item = {
  index: number
  key: string
  status: number
  replayed?: boolean
  use?: { id: string }
  problem?: object
}
type Body = { items: Item[]; errors?: { pointer: string; code: string }[]; type?: string }
const send = async (mode: string, items: object[]) => {
  const reply = await world.call('POST', '/api/v1/use-batches', key, { mode, items })
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Body }
}
const card = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { registeredOn: '2026-01-10', ...given })
const item = (code: string, itemKey: string, more: object = {}) => ({
  ...{ key: itemKey, code, siteId: site.id, adults: 1, children: 0 },
  ...more,
})
const uses = () => world.db.selectFrom('use').selectAll().orderBy('card_id').orderBy('id').execute()
const slug = (problem: object | undefined) => (problem as { type: string }).type.split('/').at(-1)

test('a batch of all or nothing is recorded whole, and sent again it records nothing twice', async () => {
  const cards = [await card(), await card({ children: 2 })]
  const items = [
    item(cards[0]!.code, 'a', { event: 'Lumikuningatar', eventOn: '2026-06-01', companions: 1 }),
    item(cards[1]!.code, 'b', { children: 2, usedAt: '2026-05-04T17:00:00+03:00', kind: 'season-pass' }),
  ]
  const first = await send('all-or-nothing', items)
  expect(first.status).toBe(201)
  expect(first.body.items).toMatchObject([
    {
      index: 0,
      key: 'a',
      status: 201,
      replayed: false,
      use: { event: 'Lumikuningatar', eventOn: '2026-06-01' },
    },
    { index: 1, key: 'b', status: 201, use: { children: 2, kind: 'season-pass', category: 'culture' } },
  ])
  expect(await uses()).toMatchObject([
    { card_id: cards[0]!.id, event_on: '2026-06-01', companions: 1, source: 'api' },
    { card_id: cards[1]!.id, used_on: '2026-05-04', kind: 'season-pass' },
  ])
  world.later(24 * 60)
  const again = await send('all-or-nothing', items)
  expect(again.status).toBe(200)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.body.items.map(({ use }) => use)).toEqual(first.body.items.map(({ use }) => use))
  expect(await uses()).toHaveLength(2)
  const audit = await world.db
    .selectFrom('audit')
    .select('subject')
    .where('permission', '=', 'uses.create')
    .execute()
  expect(audit.map(({ subject }) => (subject as { card: number }).card)).toEqual(cards.map(({ id }) => id))
  expect(await world.db.selectFrom('idempotency').select('tries').execute()).toEqual([
    { tries: 2 },
    { tries: 2 },
  ])
  expect(await world.db.selectFrom('statistics_use_year').select('uses').execute()).toEqual([{ uses: 2 }])
})

test('one item that cannot be recorded keeps a whole batch from being so, and each such one is named', async () => {
  const good = await card()
  const items = [
    item(good.code, 'a'),
    item((await card({ state: 'lost' })).code, 'b'),
    item('VANHA123', 'c'),
    item(good.code, 'd', { siteId: (await makeSite(world.db)).id }),
  ]
  const rejected = await send('all-or-nothing', items)
  expect(rejected.status).toBe(422)
  expect(rejected.body.type).toMatch(/batch-rejected$/)
  expect(rejected.body.errors).toMatchObject([
    { pointer: '/items/1', code: 'card-lost' },
    { pointer: '/items/2', code: 'card-unknown' },
    { pointer: '/items/3', code: 'not-found' },
  ])
  expect(await uses()).toEqual([])
  expect(await world.db.selectFrom('idempotency').selectAll().execute()).toEqual([])
})

test('item by item, each that can be is recorded, and the others say why not in words', async () => {
  const [good, old] = [await card(), await card({ registeredOn: '2025-01-10' })]
  const { status, body } = await send('per-item', [
    item(old.code, 'a'),
    item(good.code, 'b'),
    item('131052-308T', 'c'),
    item(good.code, 'd', { eventOn: '2026-05-03' }),
    item(good.code, 'e', { adults: 0 }),
  ])
  expect(status).toBe(200)
  expect(body.items.map((one) => [one.key, one.status])).toEqual([
    ['a', 409],
    ['b', 201],
    ['c', 422],
    ['d', 422],
    ['e', 422],
  ])
  expect(body.items[0]!.problem).toMatchObject({
    type: 'http://localhost:3000/problems/card-expired',
    endUserMessage: { fi: expect.stringContaining('9.1.2026') },
  })
  expect(JSON.stringify(body)).not.toContain('308T')
  expect(await uses()).toHaveLength(1)
})

test('a card that comes twice is judged the second time by what the first one recorded', async () => {
  const { code } = await card()
  const twice = [
    item(code, 'a', { event: 'Lumikuningatar' }),
    item(code.toLowerCase(), 'b', { event: 'Lumikuningatar' }),
    item(code, 'c', { event: 'Lumikuningatar', confirmDuplicate: true }),
    item(code, 'd'),
  ]
  const { body } = await send('per-item', twice)
  expect(body.items.map(({ status }) => status)).toEqual([201, 409, 201, 201])
  expect(slug(body.items[1]!.problem)).toBe('duplicate-suspected')
  expect(await uses()).toHaveLength(3)
})

test('a site’s limit holds inside a batch', async () => {
  await world.db
    .insertInto('site_limit')
    .values({ site_id: site.id, kind: 'ticket', volume: 2, period: 'week' })
    .execute()
  const { code } = await card()
  const { body } = await send(
    'per-item',
    ['a', 'b', 'c'].map((itemKey) => item(code, itemKey)),
  )
  expect(body.items.map(({ status }) => status)).toEqual([201, 201, 409])
  expect(body.items[2]!.problem).toMatchObject({
    limit: { volume: 2, period: 'week', resetsAt: '2026-05-11' },
  })
  const whole = await send('all-or-nothing', [item(code, 'd', { overrideReason: 'Ryhmän ohjaaja' })])
  expect(whole.status).toBe(201)
})

test('an item and a request of its own with the same key are one use; another body under that key is refused', async () => {
  const { code } = await card()
  const { key: itemKey, ...alone } = item(code, 'once')
  const single = await world.call('POST', '/api/v1/uses', key, alone, { 'idempotency-key': itemKey })
  const { id } = (await single.json()) as { id: string }
  const { body } = await send('per-item', [item(code, 'once'), item(code, 'new')])
  expect(body.items).toMatchObject([
    { status: 201, replayed: true, use: { id } },
    { status: 201, replayed: false },
  ])
  const other = await send('all-or-nothing', [item(code, 'new', { adults: 2 })])
  expect(other.body.errors).toMatchObject([
    { pointer: '/items/0', code: 'idempotency-key-reused-with-other-body' },
  ])
  expect(await uses()).toHaveLength(2)
})

test('guesses cost as much in a batch, whole or not, and no hit is seen after the last of them', async () => {
  const { code } = await card()
  const guesses = Array.from({ length: 59 }, (_, index) => item(`GUESS${index}`, `g${index}`))
  expect((await send('all-or-nothing', guesses)).status).toBe(422)
  const { body } = await send('per-item', [item('GUESS60', 'x'), item('GUESS61', 'y'), item(code, 'z')])
  expect(body.items.map(({ status }) => status)).toEqual([404, 429, 429])
  expect(body.items[2]!.problem).toMatchObject({ retryAfter: 60 })
  const whole = await send('all-or-nothing', [item(code, 'z')])
  expect(whole.status).toBe(429)
  expect(whole.headers.get('retry-after')).toBe('60')
  world.later(1)
  expect((await send('all-or-nothing', [item(code, 'z')])).status).toBe(201)
})

test('a ticket that is out of the program’s hands waits for its card in a batch too', async () => {
  const { code } = await card({ stock: true })
  const late = { usedAt: '2026-05-04T10:00:00Z', given: true }
  const { status, body } = await send('all-or-nothing', [
    item(code, 'a', late),
    item((await card()).code, 'b'),
  ])
  expect(status).toBe(201)
  expect(body.items).toMatchObject([{ status: 202, waiting: { state: 'unrecognised' } }, { status: 201 }])
  expect(await world.db.selectFrom('unrecognised_use').select('state').execute()).toEqual([
    { state: 'waiting' },
  ])
})

test('the form of a batch: 1 to 500 items, a key for each, and where what is wrong stands', async () => {
  const errorsOf = async (items: object[]) => {
    const { status, body } = await send('per-item', items)
    expect(status).toBe(422)
    return body.errors!.map(({ pointer }) => pointer)
  }
  expect(await errorsOf([])).toEqual(['/items'])
  expect(await errorsOf([item('X', 'a'), item('X', 'a')])).toEqual(['/items/1/key'])
  expect(await errorsOf([item('X', 'a', { adults: -1 }), { ...item('X', 'b'), key: 'ä' }])).toEqual([
    '/items/0/adults',
    '/items/1/key',
  ])
  expect(await errorsOf([item('X', 'a', { event: 'aino@esimerkki.example' })])).toEqual(['/items/0/event'])
  expect(await errorsOf(Array.from({ length: 501 }, (_, index) => item('X', `${index}`)))).toEqual(['/items'])
})

test('many items are recorded in one go, in a body larger than others may be', async () => {
  const unit = await makeUnit(world.db)
  const cards: { code: string }[] = []
  for (let made = 0; made < 50; made++) cards.push(await card({ unit }))
  const items = Array.from({ length: 200 }, (_, index) =>
    item(cards[index % 50]!.code, `${'k'.repeat(250)}${index}`, { event: `Esitys ${index}` }),
  )
  const { status, body } = await send('all-or-nothing', items)
  expect(status).toBe(201)
  expect(new Set(body.items.map(({ use }) => use!.id)).size).toBe(200)
  expect(await uses()).toHaveLength(200)
})
