import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeCard, type MadeUnit, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { moveStock } from './ledger-queries.ts'

let world: World
let units: MadeUnit[]
let cards: MadeCard[]
beforeEach(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db)
  units = [await makeUnit(world.db, { municipality }), await makeUnit(world.db, { municipality })]
  cards = []
  for (let index = 0; index < 24; index++)
    cards.push(await makeCard(world.db, world.keys, { unit: units[0]!, stock: true }))
})
afterEach(() => world.end())

const answers = (card: MadeCard) => ({
  ...{ code: card.code, consent: 'yes', birthYear: '1950', postalCode: '87100', children: '0' },
})

test('cards registered while their box is moved away are given out or moved, and never both', async () => {
  const worker = await world.as({ role: 'issuer', unit: units[0]! })
  const keeper = await world.as({ role: 'coordinator', areaId: units[0]!.municipality.areaId })
  const to = { place: 'unit', unitId: units[1]!.id } as const
  const by = { actor: 'test', now: world.now() }
  const move = world.requests.transaction().execute(async (db) => {
    await actBy(db, proofOfSession(proofOfToken(keeper.token)))
    return moveStock(db, { first: 1, last: 24 }, to, by)
  })
  const posts = cards.map((card) => worker.post('/fi/anna-kortti', answers(card)))
  const statuses = (await Promise.all(posts)).map(({ status }) => status)
  const moved = await move
  expect(statuses.filter((status) => status !== 303 && status !== 422)).toEqual([])
  const { rows } = await sql<{ state: string; unit: number | null; lies: number | null }>`
    select c.state, c.unit_id as unit, r.unit_id as lies from card c
    left join stock_range r on int8range(r.first_serial, r.last_serial, '[]') @> c.serial`.execute(world.db)
  const given = rows.filter(({ state }) => state === 'registered')
  expect(given.every(({ unit, lies }) => unit === units[0]!.id && lies === null)).toBe(true)
  const waiting = rows.filter(({ state }) => state === 'stock')
  expect(waiting.every(({ unit, lies }) => unit === null && lies === units[1]!.id)).toBe(true)
  expect(given).toHaveLength(statuses.filter((status) => status === 303).length)
  expect(moved).toBe(24 - given.length)
})

test('two keepers who move the same box: one after the other, and the trace tells both', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: units[0]!.municipality.areaId })
  const moveTo = (unitId: number) =>
    world.requests.transaction().execute(async (db) => {
      await actBy(db, proofOfSession(proofOfToken(keeper.token)))
      const by = { actor: `to ${unitId}`, now: world.now() }
      return moveStock(db, { first: 1, last: 24 }, { place: 'unit', unitId }, by)
    })
  expect(await Promise.all([moveTo(units[1]!.id), moveTo(units[0]!.id), moveTo(units[1]!.id)])).toEqual([
    24, 24, 24,
  ])
  const { rows: trace } = await sql<{ from: number; to: number }>`
    select from_unit_id as from, to_unit_id as to from stock_movement order by id`.execute(world.db)
  expect(trace).toHaveLength(3)
  expect(trace[0]!.from).toBe(units[0]!.id)
  expect([trace[1]!.from, trace[2]!.from]).toEqual([trace[0]!.to, trace[1]!.to])
  const { rows: ranges } = await sql<{ unit: number }>`select unit_id as unit from stock_range`.execute(
    world.db,
  )
  expect(ranges).toEqual([{ unit: trace[2]!.to }])
})
