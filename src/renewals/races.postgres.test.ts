import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeCard, type MadeUnit, makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Write } from '../db/db.ts'

/** Only a real PostgreSQL has several connections, so only there can two workers meet. */
let world: World
let unit: MadeUnit
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  unit = await makeUnit(world.db)
})
afterAll(() => world.end())

const soon = () => setTimeout(700, 'waits')

/** Starts requests while a row is held, sees that they wait for it, and lets them go. */
const whileHeld = async <T>(hold: (db: Write) => Promise<unknown>, requests: () => Promise<T>[]) => {
  let started: Promise<T>[] = []
  await world.db.transaction().execute(async (db) => {
    await hold(db)
    started = requests()
    expect(await Promise.race([...started, soon()])).toBe('waits')
  })
  return Promise.all(started)
}
const holdCard = (card: MadeCard) => (db: Write) =>
  db.selectFrom('card').select('id').where('id', '=', card.id).forUpdate().execute()

const card = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { unit, ...given })
const worker = () => world.as({ role: 'issuer', unit })
const confirmed = ({ code }: MadeCard) => ({ code, consent: 'yes', children: '0', postalCode: '87100' })
const stateOf = async ({ id }: MadeCard) =>
  (await world.db.selectFrom('card').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const linksOf = ({ id }: MadeCard) =>
  world.db.selectFrom('card_renewal').select('new_card_id as id').where('old_card_id', '=', id).execute()
const inHand = async (by: Awaited<ReturnType<typeof worker>>, { code }: MadeCard) =>
  (await by.post('/fi/uusi-kortti', { code })).headers.get('location')!

test('two renewals of one old card at once: one wins, and the other takes its new card back', async () => {
  const [old, one, two] = [await card(), await card({ stock: true }), await card({ stock: true })]
  const workers = [await worker(), await worker()]
  const hands = [await inHand(workers[0]!, old), await inHand(workers[1]!, old)]
  const both = await whileHeld(holdCard(old), () =>
    workers.map((by, index) => by.post(hands[index]!, confirmed(index === 0 ? one : two))),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
  expect(await stateOf(old)).toBe('replaced')
  const states = [await stateOf(one), await stateOf(two)]
  expect(states.toSorted()).toEqual(['registered', 'stock'])
  expect(await linksOf(old)).toEqual([{ id: states[0] === 'registered' ? one.id : two.id }])
})

test('a double click: both answers lead to the one renewal', async () => {
  const [old, fresh] = [await card(), await card({ stock: true })]
  const by = await worker()
  const hand = await inHand(by, old)
  const both = await whileHeld(holdCard(fresh), () => [1, 2].map(() => by.post(hand, confirmed(fresh))))
  expect(both.map(({ headers }) => headers.get('location'))).toEqual([hand, hand])
  expect(await linksOf(old)).toEqual([{ id: fresh.id }])
})

test('one new card for two old ones: one gets it', async () => {
  const [a, b, fresh] = [await card(), await card(), await card({ stock: true })]
  const workers = [await worker(), await worker()]
  const hands = [await inHand(workers[0]!, a), await inHand(workers[1]!, b)]
  const both = await whileHeld(holdCard(fresh), () =>
    workers.map((by, index) => by.post(hands[index]!, confirmed(fresh))),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
  const refused = both.find(({ status }) => status === 422)!
  expect(await refused.text()).toContain('Kortti on jo annettu. Ota toinen kortti.')
  expect([await stateOf(a), await stateOf(b)].toSorted()).toEqual(['registered', 'replaced'])
})

test('an old card that is closed at the same time is not renewed over it', async () => {
  const [old, fresh] = [await card(), await card({ stock: true })]
  const [closer, renewer] = [await worker(), await worker()]
  const hand = await inHand(renewer, old)
  const both = await whileHeld(holdCard(old), () => [
    closer.post(`/fi/kortti/${old.id}/sulje`, { closing: 'misuse', revision: '0' }),
    setTimeout(200).then(() => renewer.post(hand, confirmed(fresh))),
  ])
  expect(both.map(({ status }) => status)).toEqual([303, 422])
  expect([await stateOf(old), await stateOf(fresh)]).toEqual(['withdrawn', 'stock'])
})

test('an undo waits for a use of the new card that is just being recorded, and then counts it', async () => {
  const [old, fresh] = [await card(), await card({ stock: true })]
  const by = await worker()
  const hand = await inHand(by, old)
  await by.post(hand, confirmed(fresh))
  const site = await makeSite(world.db)
  const [refused] = await whileHeld(
    (desk) => makeUse(desk, { card: fresh, site, usedAt: world.now() }),
    () => [by.post(`${hand}/kumoa`, { revision: '1' })],
  )
  expect(refused!.status).toBe(422)
  expect(await stateOf(old)).toBe('replaced')
})
