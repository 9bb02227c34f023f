import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeUnit, makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
let unit: MadeUnit
beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
})
afterEach(() => world.end())

test('an undo waits for a use that is just being recorded, and then counts it', async () => {
  const issuer = await world.as({ role: 'issuer', unit })
  const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
  const site = await makeSite(world.db)
  let answer: Promise<Response> | undefined
  await world.db.transaction().execute(async (desk) => {
    await makeUse(desk, { card, site, usedAt: world.now() })
    answer = issuer.post(`/fi/kortit/${card.id}/kumoa`, {})
    const isWaiting = await Promise.race([answer.then(() => false), soon()])
    expect(isWaiting).toBe(true)
  })
  const refused = await answer!
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('Korttia on jo käytetty.'),
  ])
})

/** Long enough for an undo that does not wait to have answered. */
const soon = () => new Promise<boolean>((done) => setTimeout(() => done(true), 500))
