import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, type Proof, proofOfSession, type Write } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { orderStates } from './order-rules.ts'

/** The second wall by itself: statements that pass by every page, in the role that requests have. */
let world: World
const proofs: Record<string, Proof | null> = { nobody: null }
const ids = { ofUnit: 0, ofArea: 0, unit: 0, neighbour: 0, area: 0, farUnit: 0, farArea: 0, farOrder: 0 }

beforeAll(async () => {
  world = await newWorld()
  const { db, keys } = world
  const here = await makeMunicipality(db, { area: 'Kainuu' })
  const there = await makeMunicipality(db, { area: 'Muualla' })
  const unit = await makeUnit(db, { municipality: here })
  const neighbour = await makeUnit(db, { municipality: here })
  const farUnit = await makeUnit(db, { municipality: there })
  const site = await makeSite(db, { municipality: here })
  for (const one of [unit, neighbour, farUnit]) await makeCard(db, keys, { unit: one })
  const { rows } = await sql<{ id: number }>`
    insert into card_order (area_id, unit_id, card_type, wanted, state, asked_at, asked_by, changed_at, changed_by)
    select area_id, unit_id, 'personal', 50, 'asked', now(), 'test', now(), 'test'
    from (values (${here.areaId}::int, ${unit.id}::int), (${here.areaId}, null), (${there.areaId}, ${farUnit.id}))
      v (area_id, unit_id) returning id`.execute(db)
  const [ofUnit, ofArea, farOrder] = rows.map(({ id }) => id)
  Object.assign(ids, { ofUnit, ofArea, farOrder, unit: unit.id, neighbour: neighbour.id, area: here.areaId })
  Object.assign(ids, { farUnit: farUnit.id, farArea: there.areaId })
  const proof = async (someone: Parameters<World['as']>[0]) =>
    proofOfSession(proofOfToken((await world.as(someone)).token))
  Object.assign(proofs, {
    issuer: await proof({ role: 'issuer', unit }),
    neighbour: await proof({ role: 'issuer', unit: neighbour }),
    coordinator: await proof({ role: 'coordinator', areaId: here.areaId }),
    foreigner: await proof({ role: 'coordinator', areaId: there.areaId }),
    centre: await proof({ role: 'centre' }),
    venue: await proof({ role: 'venue', site }),
    auditor: await proof({ role: 'auditor' }),
  })
})
afterAll(() => world.end())

class RolledBack extends Error {}

/** How many rows the statement touches; nothing of it stays. */
const tried = async (
  visitor: string,
  statement: string,
  before: (db: Write) => Promise<unknown> = async () => {},
) => {
  let rows = 0
  const run = world.db.transaction().execute(async (db) => {
    await before(db)
    await sql`set local role kaiku_app`.execute(db)
    await actBy(db, proofs[visitor]!)
    rows = (await sql.raw(statement).execute(db)).rows.length
    throw new RolledBack()
  })
  await run.catch((error: { code?: string }) => {
    if (error instanceof RolledBack) return
    if (error.code !== '42501') throw error
    rows = 0
  })
  return rows
}

const stepsOf = async (visitor: string, order: number): Promise<string[]> => {
  const allowed: string[] = []
  for (const from of orderStates)
    for (const to of orderStates) {
      const reason = (state: string) => (state === 'declined' ? "'other'" : 'null')
      const stepped = await tried(
        visitor,
        `update card_order set state = '${to}', decline_reason = ${reason(to)} where id = ${order} returning id`,
        (db) =>
          sql
            .raw(
              `update card_order set state = '${from}', decline_reason = ${reason(from)} where id = ${order}`,
            )
            .execute(db),
      )
      if (stepped > 0) allowed.push(`${from}>${to}`)
    }
  return allowed
}

const areaSteps = [
  ...['asked>forwarded', 'asked>sent', 'asked>declined', 'asked>cancelled'],
  ...['forwarded>cancelled', 'sent>asked', 'sent>cancelled'],
]
describe('who may take which step of an order', () => {
  test.each([
    ['issuer', 'ofUnit', ['asked>cancelled', 'sent>received']],
    ['issuer', 'ofArea', []],
    ['neighbour', 'ofUnit', []],
    ['coordinator', 'ofUnit', areaSteps],
    ['coordinator', 'ofArea', [...areaSteps, 'sent>received']],
    ['foreigner', 'ofUnit', []],
    ['foreigner', 'ofArea', []],
    ['venue', 'ofUnit', []],
    ['auditor', 'ofUnit', []],
    ['nobody', 'ofUnit', []],
  ] as const)('%s, order %s', async (visitor, order, steps) =>
    expect((await stepsOf(visitor, ids[order])).sort()).toEqual([...steps].sort()),
  )
  test('the centre any, but of an order that has ended', async () => {
    const steps = await stepsOf('centre', ids.ofUnit)
    expect(steps).toHaveLength(3 * orderStates.length)
    expect(steps.filter((step) => /^(received|declined|cancelled)>/.test(step))).toEqual([])
  })
})

const insert = (area: string, unit: string, state = 'asked') => `insert into card_order
  (area_id, unit_id, card_type, wanted, state, asked_at, asked_by, changed_at, changed_by)
  values (${area}, ${unit}, 'community', 5, '${state}', now(), 'x', now(), 'x') returning id`

/** `:name` stands for an id. */
const attacks: Record<string, string[]> = {
  nobody: [
    'select * from card_order',
    'select * from card_order_step',
    'select * from stock_pace(current_date)',
  ],
  venue: [
    'select * from card_order',
    'select * from card_order_step',
    'select * from stock_pace(current_date)',
  ],
  auditor: [
    'select * from card_order',
    'select * from stock_range',
    'select * from stock_pace(current_date)',
  ],
  neighbour: ['select * from card_order', 'select * from card_order_step'],
  issuer: [
    'select * from card_order where id <> :ofUnit',
    'select * from card_order_step where order_id <> :ofUnit',
    'select * from stock_pace(current_date) where unit_id <> :unit',
    'update card_order set wanted = 5000 where id = :ofUnit returning id',
    'update card_order set unit_id = :neighbour where id = :ofUnit returning id',
    'update card_order set area_id = :farArea where id = :ofUnit returning id',
    'delete from card_order returning id',
    insert(':area', ':neighbour'),
    insert(':area', 'null', 'forwarded'),
    insert(':farArea', ':unit'),
    insert(':area', ':unit', 'sent'),
    insert(':area', ':unit', 'forwarded'),
    "insert into card_order_step (order_id, state, done_at, done_by) values (:ofUnit, 'sent', now(), 'x') returning id",
    "update card_order_step set done_by = 'x' returning id",
  ],
  coordinator: [
    'select * from card_order where area_id = :farArea',
    'select * from card_order_step where order_id = :farOrder',
    'select * from stock_pace(current_date) where unit_id = :farUnit',
    'update card_order set unit_id = :neighbour where id = :ofUnit returning id',
    insert(':area', ':farUnit'),
    insert(':farArea', ':farUnit'),
    insert(':farArea', 'null', 'forwarded'),
    insert(':area', ':unit', 'sent'),
    insert(':area', ':unit', 'received'),
    'delete from card_order_step returning id',
  ],
}
const cases = Object.entries(attacks).flatMap(([visitor, list]) =>
  list.map((attack) => [visitor, attack.replaceAll(/\s+/g, ' ')] as const),
)
const filled = (attack: string) =>
  attack.replaceAll(/:(\w+)/g, (_, name: string) => String(ids[name as keyof typeof ids]))

test.each(cases)('%s gets nothing by %s', async (visitor, attack) =>
  expect(await tried(visitor, filled(attack))).toBe(0),
)

test.each([
  ['issuer', 'select * from card_order', 1],
  ['issuer', 'select * from card_order_step', 1],
  ['issuer', 'select * from stock_pace(current_date)', 1],
  ['issuer', insert(':area', ':unit'), 1],
  ['coordinator', 'select * from card_order', 2],
  ['coordinator', 'select * from stock_pace(current_date)', 2],
  ['coordinator', insert(':area', 'null', 'forwarded'), 1],
  ['centre', 'select * from card_order', 3],
  ['centre', 'select * from stock_pace(current_date)', 3],
] as const)('the wall is not just shut: %s, %s', async (visitor, statement, rows) =>
  expect(await tried(visitor, filled(statement))).toBe(rows),
)
