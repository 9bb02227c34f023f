import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putBox } from '../../test/boxes.ts'
import { type MadeUnit, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

type Someone = Awaited<ReturnType<World['as']>>
let world: World
let unit: MadeUnit
let issuers: Someone[]
let coordinators: Someone[]
let areaId: number
beforeEach(async () => {
  world = await newWorld()
  await sql`select setval('card_serial', 1, false)`.execute(world.db)
  const municipality = await makeMunicipality(world.db)
  areaId = municipality.areaId
  unit = await makeUnit(world.db, { municipality })
  issuers = [await world.as({ role: 'issuer', unit }), await world.as({ role: 'issuer', unit })]
  coordinators = [
    await world.as({ role: 'coordinator', areaId }),
    await world.as({ role: 'coordinator', areaId }),
  ]
})
afterEach(() => world.end())

/** Starts all while nothing may move boxes, sees that they wait, and lets them go at once. */
const atOnce = async (requests: () => Promise<Response>[]): Promise<Response[]> => {
  let started: Promise<Response>[] = []
  await world.db.transaction().execute(async (db) => {
    await sql`select stock_hold(null)`.execute(db)
    started = requests()
    expect(await Promise.race([...started, setTimeout(400, 'waits' as const)])).toBe('waits')
  })
  return Promise.all(started)
}
const order = async (whom: MadeUnit) => {
  const by = await world.as({ role: 'issuer', unit: whom })
  const reply = await by.post('/fi/tilaukset/uusi', { cardType: 'personal', amount: '50' })
  return reply.headers.get('location')!.split('?')[0]!
}
const statuses = (replies: Response[]) => replies.map(({ status }) => status).sort()
const lying = async () => {
  const { rows } = await sql<{ at: string }>`
    select concat_ws(' ', place, first_serial || '–' || last_serial) as at from stock_range order by first_serial`.execute(
    world.db,
  )
  return rows.map(({ at }) => at)
}
const moves = async () =>
  (await sql`select from stock_movement where order_id is not null`.execute(world.db)).rows.length

test('two coordinators answer one order: one box leaves, and the other is told', async () => {
  await putBox(world, 100, { place: 'area', areaId })
  const path = await order(unit)
  const replies = await atOnce(() => [
    coordinators[0]!.post(`${path}/laheta`, { first: '1', last: '50' }),
    coordinators[1]!.post(`${path}/laheta`, { first: '51', last: '100' }),
  ])
  expect(statuses(replies)).toEqual([303, 422])
  const refused = replies.find(({ status }) => status === 422)!
  expect(await refused.text()).toContain('Joku on jo vastannut tilaukseen')
  expect(await moves()).toBe(1)
})

test('one sends while the other declines or takes it to the centre: one answer holds', async () => {
  await putBox(world, 100, { place: 'area', areaId })
  const path = await order(unit)
  const replies = await Promise.all([
    coordinators[0]!.post(`${path}/laheta`, { first: '1', last: '50' }),
    coordinators[1]!.post(`${path}/hylkaa`, { reason: 'other' }),
    issuers[0]!.post(`${path}/peru`, {}),
  ])
  expect(statuses(replies)).toEqual([303, 422, 422])
  const { rows } = await sql<{ state: string }>`select state from card_order`.execute(world.db)
  expect(await moves()).toBe(rows[0]!.state === 'sent' ? 1 : 0)
})

test('one range for two orders: it goes once, and the second is asked for other numbers', async () => {
  await putBox(world, 60, { place: 'area', areaId })
  const neighbour = await makeUnit(world.db, { municipality: unit.municipality })
  const paths = [await order(unit), await order(neighbour)]
  const replies = await atOnce(() =>
    paths.map((path, index) => coordinators[index]!.post(`${path}/laheta`, { first: '1', last: '50' })),
  )
  expect(statuses(replies)).toEqual([303, 422])
  const refused = await replies.find(({ status }) => status === 422)!.text()
  expect(refused).toContain('ei ole enää varastossasi')
  expect(refused).toContain('value="50"')
  expect(await lying()).toEqual(['way 1–50', 'area 51–60'])
})

test('two workers confirm one delivery: both are told what came, and it came once', async () => {
  await putBox(world, 60, { place: 'area', areaId })
  await coordinators[0]!.post(`${await order(unit)}/laheta`, { first: '1', last: '50' })
  const replies = await atOnce(() => [
    ...issuers.map((who) => who.post('/fi/oma-varasto/saapuvat/1', {})),
    issuers[0]!.post('/fi/oma-varasto/saapuvat/1/osa', { came: 'some', first: '1', last: '50' }),
  ])
  expect(statuses(replies)).toEqual([303, 303, 303])
  expect(await lying()).toEqual(['unit 1–50', 'area 51–60'])
  expect(await moves()).toBe(2)
})

test('two workers order at once: one order, and the other is led to it', async () => {
  const replies = await Promise.all(
    issuers.map((who) => who.post('/fi/tilaukset/uusi', { cardType: 'personal', amount: '50' })),
  )
  expect(statuses(replies)).toEqual([303, 422])
  const refused = await replies.find(({ status }) => status === 422)!.text()
  expect(refused).toContain('Avaa aiempi tilaus')
})
