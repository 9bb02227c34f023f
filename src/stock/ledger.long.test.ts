import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFile } from '../../test/imports.ts'
import { type MadeUnit, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, type Proof, proofOfSession, type Write } from '../db/db.ts'
import { randomFrom } from '../demo/random.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { listPieces, moveStock } from './ledger-queries.ts'
import { blockReasons, type Destination, type Serials } from './rules.ts'

/**
 * Random walks over the stock: the real functions, in the role of requests, beside a model in memory that knows where
 * every code lies. After each step the two must say the same; a refused step must change nothing.
 */
const steps = 11_000
const seed = 20_261_125

let world: World
let units: MadeUnit[]
let areas: number[]
const areaOf = (unitId: number) => units.find(({ id }) => id === unitId)!.municipality.areaId

type Actor = { role: 'centre' } | { role: 'coordinator'; areaId: number } | { role: 'issuer'; unitId: number }
const actors: { actor: Actor; proof: Proof }[] = []

/** Where one code lies: its place in stock, or the unit that has given it out. */
type Lies = {
  place: Destination['place'] | 'given'
  areaId: number | null
  unitId: number | null
  orderId: number | null
  reason: string | null
}
const model = new Map<number, Lies>()
const key = (lies: Lies) => JSON.stringify(Object.values(lies))

beforeAll(async () => {
  world = await newWorld()
  const towns = [
    await makeMunicipality(world.db, { area: 'Kainuu' }),
    await makeMunicipality(world.db, { area: 'Pohjois-Pohjanmaa' }),
  ]
  units = []
  for (const municipality of [towns[0]!, towns[0]!, towns[1]!, towns[1]!])
    units.push(await makeUnit(world.db, { municipality }))
  areas = towns.map(({ areaId }) => areaId)
  const add = async (actor: Actor, token: string) =>
    actors.push({ actor, proof: proofOfSession(proofOfToken(token)) })
  await add({ role: 'centre' }, (await world.as({ role: 'centre' })).token)
  for (const areaId of areas)
    await add({ role: 'coordinator', areaId }, (await world.as({ role: 'coordinator', areaId })).token)
  for (const unit of units)
    await add({ role: 'issuer', unitId: unit.id }, (await world.as({ role: 'issuer', unit })).token)
})
afterAll(() => world.end())

/** What one of them tries, in the role of requests. */
const as = async <T>(proof: Proof, run: (db: Write) => Promise<T>): Promise<T | 'refused'> => {
  try {
    return await world.requests.transaction().execute(async (db) => {
      await actBy(db, proof)
      return run(db)
    })
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused'
    throw error
  }
}

/** Numbers that have left the stock at some time, or came with a list: the trace of boxes does not tell of these. */
const wasGiven = new Set<number>()
const wasBrought = new Set<number>()

let drawn = 0
/** Codes are told apart by their hash alone. */
const hashes = (count: number) =>
  Array.from({ length: count }, () => createHash('sha256').update(`${drawn++}`).digest())

const random = randomFrom(seed)
const { pick } = random
const knownSerials = () => [...model.keys()]

/** A range around a known number: often within one box, sometimes across several. */
const anyRange = (): Serials => {
  const first = pick(knownSerials())
  return { first, last: first + random.whole(random.whole(4) === 0 ? 60 : 6) }
}

const destinations = (): Destination[] => [
  { place: 'centre' },
  { place: 'area', areaId: pick(areas) },
  { place: 'unit', unitId: pick(units).id },
  { place: 'way', areaId: pick(areas), orderId: null },
  { place: 'way', unitId: pick(units).id, orderId: null },
  { place: 'blocked', reason: pick(blockReasons) },
]

/** The rule of who may take and put, said once more and in other words than the database's. */
const mayMove = (actor: Actor, from: Lies[], to: Destination): boolean => {
  if (actor.role === 'centre') return true
  const target = { areaId: 'areaId' in to ? to.areaId : null, unitId: 'unitId' in to ? to.unitId : null }
  if (actor.role === 'issuer') {
    const isOwn = from.every(({ unitId }) => unitId === actor.unitId)
    const receives = from.every(({ place }) => place === 'way') && to.place === 'unit'
    const blocks = from.every(({ place }) => place === 'way' || place === 'unit') && to.place === 'blocked'
    const isPutOwn = to.place === 'blocked' || target.unitId === actor.unitId
    return isOwn && isPutOwn && (blocks || receives || from.length === 0)
  }
  const keeps = (lies: { areaId: number | null; unitId: number | null }) =>
    lies.unitId !== null ? areaOf(lies.unitId) === actor.areaId : lies.areaId === actor.areaId
  return from.every(keeps) && (to.place === 'blocked' || keeps(target))
}

const moved = (lies: Lies, to: Destination): Lies => ({
  place: to.place,
  areaId: to.place === 'blocked' ? lies.areaId : 'areaId' in to ? to.areaId : null,
  unitId: to.place === 'blocked' ? lies.unitId : 'unitId' in to ? to.unitId : null,
  orderId: null,
  reason: 'reason' in to ? to.reason : null,
})

const move = async () => {
  const { actor, proof } = pick(actors)
  const serials = anyRange()
  const to = pick(destinations())
  const inStock = [...Array(serials.last - serials.first + 1).keys()]
    .map((index) => serials.first + index)
    .filter((serial) => model.has(serial) && model.get(serial)!.place !== 'given')
  const from = inStock.map((serial) => model.get(serial)!)
  const outcome = await as(proof, (db) => moveStock(db, serials, to, { actor: 'test', now: world.now() }))
  if (outcome === 'refused') {
    expect(mayMove(actor, from, to), `refused: ${JSON.stringify({ actor, from, to })}`).toBe(false)
    return
  }
  expect(mayMove(actor, from, to), `allowed: ${JSON.stringify({ actor, from, to })}`).toBe(true)
  expect(outcome).toBe(inStock.length)
  for (const serial of inStock) model.set(serial, moved(model.get(serial)!, to))
}

const register = async () => {
  const issuers = actors.filter(({ actor }) => actor.role === 'issuer')
  const { actor, proof } = pick(issuers)
  const unitId = (actor as { unitId: number }).unitId
  const serial = pick(knownSerials())
  const outcome = await as(proof, (db) =>
    sql<{
      id: number
    }>`update card set state = 'registered', unit_id = ${unitId}, registered_on = '2026-05-04',
      registered_at = now(), own_until = '2027-05-03', valid_until = '2027-05-03'
      where serial = ${serial} and state = 'stock' returning id`.execute(db),
  )
  const lies = model.get(serial)!
  const isOwn = lies.place === 'unit' && lies.unitId === unitId
  expect(outcome === 'refused' ? 0 : outcome.rows.length).toBe(isOwn ? 1 : 0)
  if (isOwn) wasGiven.add(serial)
  if (isOwn) model.set(serial, { place: 'given', areaId: null, unitId, orderId: null, reason: null })
}

const undo = async () => {
  const given = [...model].filter(([, { place }]) => place === 'given')
  if (given.length === 0) return
  const [serial, lies] = pick(given)
  const { actor, proof } = pick(actors.filter(({ actor: one }) => one.role === 'issuer'))
  const outcome = await as(proof, (db) =>
    sql<{
      id: number
    }>`update card set state = 'stock', registered_on = null, registered_at = null, own_until = null,
      valid_until = null where serial = ${serial} and state = 'registered' returning id`.execute(db),
  )
  const isOwn = lies.unitId === (actor as { unitId: number }).unitId
  expect(outcome === 'refused' ? 0 : outcome.rows.length).toBe(isOwn ? 1 : 0)
  if (isOwn) model.set(serial, { ...lies, place: 'unit' })
}

/** Codes made at the centre; nobody else may. */
const make = async (count: number, { actor, proof } = pick(actors)) => {
  const made = hashes(count)
  const outcome = await as(proof, (db) =>
    sql`select print_run_make('Erä', 'personal', 'made', ${made}::bytea[], ${made.map(() => 'TEST')}::text[],
      ${made.map(() => 'new')}::text[], 1::smallint, null, 'test', now())`.execute(db),
  )
  expect(outcome === 'refused').toBe(actor.role !== 'centre')
  if (outcome === 'refused') return
  const { rows } = await sql<{ first: number }>`select max(first_serial) as first from print_run`.execute(
    world.db,
  )
  for (let index = 0; index < count; index++)
    model.set(rows[0]!.first + index, {
      place: 'centre',
      areaId: null,
      unitId: null,
      orderId: null,
      reason: null,
    })
}

/** Existing cards of a unit, as a list of them brings them. */
const bring = async () => {
  const unitId = pick(units).id
  const { rows } = await sql<{
    serial: number
  }>`insert into card (code_hash, code_tail, code_style, type, unit_id, state)
    select h, 'TEST', 'legacy', 'personal', ${unitId}, 'stock' from unnest(${hashes(3)}::bytea[]) h
    returning serial`.execute(world.db)
  for (const { serial } of rows) wasBrought.add(serial)
  for (const { serial } of rows)
    model.set(serial, { place: 'unit', areaId: null, unitId, orderId: null, reason: null })
}

/** Existing cards in a run of their own, at the centre or straight at a unit. */
const importRun = async () => {
  const unit = pick([null, ...units])
  const lines = Array.from(
    { length: 1 + random.whole(4) },
    () => `KAI-${drawn++},personal,${unit?.name ?? ''}`,
  )
  const report = await importFile(world, 'stock', ['code,type,unit', ...lines, ''].join('\n'))
  expect(report).toMatchObject({ added: lines.length, problems: [] })
  const { rows } = await sql<{ first: number }>`select max(first_serial) as first from print_run`.execute(
    world.db,
  )
  const place = unit ? 'unit' : 'centre'
  for (const index of lines.keys())
    model.set(rows[0]!.first + index, {
      ...{ place, areaId: null, unitId: unit?.id ?? null, orderId: null, reason: null },
    })
}

const merge = async () => {
  const [from, into] = pick([
    [units[0]!, units[1]!],
    [units[3]!, units[2]!],
    [units[0]!, units[2]!],
  ] as const)
  const { actor, proof } = pick(actors)
  const outcome = await as(proof, (db) =>
    sql`select unit_take_cards(${from.id}, ${into.id}, 'test', now())`.execute(db),
  )
  const keeps = (unit: MadeUnit) => actor.role === 'coordinator' && actor.areaId === areaOf(unit.id)
  expect(outcome !== 'refused').toBe(actor.role === 'centre' || (keeps(from) && keeps(into)))
  if (outcome === 'refused') return
  for (const [serial, lies] of model)
    if (lies.unitId === from.id) model.set(serial, { ...lies, unitId: into.id })
}

/** Every code is in one place, the one of the model; ranges that could be one are one. */
const compare = async () => {
  const ranges = await listPieces(world.db, { first: 1, last: 2 ** 40 })
  const found = new Map<number, string>()
  for (const { first, last, place, areaId, unitId, orderId, reason } of ranges)
    for (let serial = first; serial <= last; serial++) {
      expect(found.has(serial), `number ${serial} lies twice`).toBe(false)
      found.set(serial, key({ place, areaId, unitId, orderId, reason }))
    }
  const { rows } = await sql<{ serial: number; unitId: number }>`
    select serial, unit_id as "unitId" from card where state <> 'stock' and serial is not null`.execute(
    world.db,
  )
  for (const { serial, unitId } of rows) {
    expect(found.has(serial), `number ${serial} is given out and in stock`).toBe(false)
    found.set(serial, key({ place: 'given', areaId: null, unitId, orderId: null, reason: null }))
  }
  expect(found.size).toBe(model.size)
  for (const [serial, lies] of model) expect(found.get(serial), `number ${serial}`).toBe(key(lies))
  const places = ranges.map(({ first, last, ...lies }) => ({ first, last, lies: JSON.stringify(lies) }))
  for (const [index, { first, lies }] of places.entries())
    expect(places[index - 1]?.last === first - 1 && places[index - 1]?.lies === lies, `two at ${first}`).toBe(
      false,
    )
}

/** What the trace alone tells: from the beginning on, each movement takes what then lay in stock. */
const replay = async () => {
  const { rows } =
    await sql<Movement>`select first_serial as first, last_serial as last, from_place as "fromPlace",
    from_area_id as "fromArea", from_unit_id as "fromUnit", to_place as place, to_area_id as "areaId",
    to_unit_id as "unitId", reason from stock_movement order by id`.execute(world.db)
  const lies = new Map<number, string>()
  for (const { first, last, fromPlace, fromArea, fromUnit, ...to } of rows) {
    const from = JSON.stringify([fromPlace, fromArea, fromUnit])
    for (let serial = first; serial <= last; serial++) {
      if (wasGiven.has(serial) || wasBrought.has(serial)) continue
      expect(lies.get(serial) ?? '["made",null,null]', `number ${serial} moved from elsewhere`).toBe(from)
      lies.set(serial, JSON.stringify([to.place, to.areaId, to.unitId]))
    }
  }
  for (const [serial, { place, areaId, unitId }] of model)
    if (!wasGiven.has(serial) && !wasBrought.has(serial))
      expect(lies.get(serial)).toBe(JSON.stringify([place, areaId, unitId]))
  expect(lies.size).toBeGreaterThan(50)
}
type Movement = {
  first: number
  last: number
  fromPlace: string
  fromArea: number | null
  fromUnit: number | null
  place: string
  areaId: number | null
  unitId: number | null
}

test(`a walk of ${steps} steps leaves every code in exactly one place`, async () => {
  await make(120, actors[0]!)
  const acts: [number, () => Promise<unknown>][] = [
    [60, move],
    [22, register],
    [12, undo],
    [2, () => make(1 + random.whole(8))],
    [2, bring],
    [1, importRun],
    [1, merge],
  ]
  for (let step = 1; step <= steps; step++) {
    const [, act] = random.weighted(acts, ([weight]) => weight)
    await act()
    if (step % 25 === 0) await compare()
  }
  await compare()
  await replay()
}, 300_000)
