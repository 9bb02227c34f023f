import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeCard, type MadeUnit, makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Write } from '../db/db.ts'

let world: World
let unit: MadeUnit
beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
})
afterEach(() => world.end())

/** Long enough for a request that does not wait to have answered. */
const soon = () => setTimeout(500, 'waits' as const)

/** Starts the requests while something else holds the card, sees that they wait, and lets them go. */
const whileHeld = async (
  hold: (db: Write) => Promise<unknown>,
  requests: () => Promise<Response>[],
): Promise<Response[]> => {
  let started: Promise<Response>[] = []
  await world.db.transaction().execute(async (db) => {
    await hold(db)
    started = requests()
    expect(await Promise.race([...started, soon()])).toBe('waits')
  })
  return Promise.all(started)
}
const holdCard = (card: MadeCard) => (db: Write) =>
  db.selectFrom('card').select('id').where('id', '=', card.id).forUpdate().execute()

const answers = (card: MadeCard, birthYear: string) => ({
  code: card.code,
  consent: 'yes',
  birthYear,
  postalCode: '87100',
  children: '0',
})
const eventsOf = (card: MadeCard) =>
  world.db.selectFrom('card_event').select('event').where('card_id', '=', card.id).execute()

test('two workers who both saw the card free: one registers it, the other is told', async () => {
  const card = await makeCard(world.db, world.keys, { unit, stock: true })
  const [one, other] = [await world.as({ role: 'issuer', unit }), await world.as({ role: 'issuer', unit })]
  const both = await whileHeld(holdCard(card), () =>
    [one, other].map((worker) => worker.post('/fi/anna-kortti', answers(card, '1950'))),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
  const refused = both.find(({ status }) => status === 422)!
  expect(await refused.text()).toContain('Kortti on jo annettu 4.5.2026. Ota toinen kortti.')
  expect(await eventsOf(card)).toEqual([{ event: 'registered' }])
})

test('a double click: both answers lead to the one registration', async () => {
  const card = await makeCard(world.db, world.keys, { unit, stock: true })
  const worker = await world.as({ role: 'issuer', unit })
  const both = await whileHeld(holdCard(card), () =>
    [1, 2].map(() => worker.post('/fi/anna-kortti', answers(card, '1950'))),
  )
  expect(both.map(({ headers }) => headers.get('location'))).toEqual(
    [1, 2].map(() => `/fi/anna-kortti/${card.id}`),
  )
  expect(await eventsOf(card)).toEqual([{ event: 'registered' }])
})

test('an undo waits for a use that is just being recorded, and then counts it', async () => {
  const worker = await world.as({ role: 'issuer', unit })
  const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
  const site = await makeSite(world.db)
  const [refused] = await whileHeld(
    (desk) => makeUse(desk, { card, site, usedAt: world.now() }),
    () => [worker.post(`/fi/kortit/${card.id}/kumoa`, {})],
  )
  expect(refused!.status).toBe(422)
  expect(await refused!.text()).toContain('Korttia on jo käytetty.')
})

test('an undo waits for an import of uses, and then counts what it brought', async () => {
  const worker = await world.as({ role: 'issuer', unit })
  const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
  const site = await makeSite(world.db)
  const undone = await world.db.transaction().execute(async (db) => {
    await sql`lock table card, use in share row exclusive mode`.execute(db)
    const undo = worker.post(`/fi/kortit/${card.id}/kumoa`, {})
    expect(await Promise.race([undo, soon()])).toBe('waits')
    // PostgreSQL looks for a deadlock once, after a second: from then on the import would be the one to give way.
    await setTimeout(1000)
    // The use needs the card’s row, which the undo must not hold while it waits.
    await makeUse(db as typeof world.db, { card, site, usedAt: world.now() })
    return { undo }
  })
  const refused = await undone.undo
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Korttia on jo käytetty.')
})

test('an undo of another unit’s card is not found at once, and holds nothing', async () => {
  const other = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
  const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
  const status = await world.db.transaction().execute(async (db) => {
    await holdCard(card)(db)
    const answer = other.post(`/fi/kortit/${card.id}/kumoa`, {}).then((response) => response.status)
    return Promise.race([answer, soon()])
  })
  expect(status).toBe(404)
})
