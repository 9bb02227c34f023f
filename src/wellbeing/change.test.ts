import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { makeRound } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listChanges, publishChanges } from './change-queries.ts'

let world: World
let areaId: number

/** Twelve people who answered twice; item 1 rises by 1 for eight of them, item 8, where much is bad, for all but one. */
beforeAll(async () => {
  world = await newWorld()
  const { db, keys } = world
  const municipality = await makeMunicipality(db, { area: 'Oma alue' })
  areaId = municipality.areaId
  const unit = await makeUnit(db, { municipality })
  const site = await makeSite(db, { municipality })
  for (let person = 0; person < 13; person++) {
    const old = await makeCard(db, keys, {
      unit,
      registeredOn: '2024-06-01',
      state: 'replaced',
      closedOn: '2025-05-20',
    })
    const first = person < 8 ? 3 : 2
    await makeRound(db, {
      cardId: old.id,
      wave: 0,
      points: [2, 3, 3, 3, 3, 3, 3, 2],
      at: new Date('2024-06-01T09:00:00Z'),
    })
    if (person === 12) continue
    const next = await makeCard(db, keys, { unit, registeredOn: '2025-05-20' })
    await db.insertInto('card_renewal').values({ old_card_id: old.id, new_card_id: next.id }).execute()
    const points = [first, 3, 3, 3, 3, 3, 3, person === 0 ? 2 : 3]
    await makeRound(db, { cardId: next.id, wave: 1, points, at: new Date('2025-05-21T09:00:00Z') })
    // On the old card, then on the new one after the second answer: the latter is not between.
    await makeUse(db, { card: old, site, usedAt: new Date('2024-07-01T09:00:00Z') })
    await makeUse(db, { card: next, site, usedAt: new Date('2025-06-01T09:00:00Z') })
  }
})
afterAll(() => world.end())

test('a year is counted when renewals have been made, once, and told to all who read reports', async () => {
  await publishChanges(world.db, '2026-04-14')
  expect(await listChanges(world.db)).toEqual([])
  await publishChanges(world.db, '2026-05-04')
  const [counted] = await listChanges(world.db)
  expect(counted).toMatchObject({ year: 2025, countedOn: '2026-05-04' })
  expect(counted!.responses).toEqual(
    [null, areaId].map((area) => ({ areaId: area, asked: 10, before: 10, bothTimes: 10 })),
  )
  const told = counted!.changes.map(({ areaId: area, stratum, item, mean }) => [area, stratum, item, mean])
  // R: t.test of eight ones and four zeros; the other items did not change for anybody, which would tell of each.
  expect(told).toEqual([
    ...[null, '1-4'].flatMap((which) => [
      [null, which ?? 'all', 1, 0.7],
      [null, which ?? 'all', 8, -0.9],
    ]),
    [areaId, 'all', 1, 0.7],
    [areaId, 'all', 8, -0.9],
  ])
  expect(counted!.changes[0]).toMatchObject({ persons: 10, low: 0.4, high: 1 })

  await world.db.deleteFrom('wellbeing_round').where('wave', '=', 1).execute()
  await publishChanges(world.db, '2026-05-05')
  expect(await listChanges(world.db)).toEqual([counted])

  const venue = await world.as({ role: 'venue', site: await makeSite(world.db) })
  const html = await (await venue.get('/fi/hyvinvoinnin-muutos')).text()
  expect(html).toContain('+0,7')
  expect(html).toContain('Vertailuryhmää ei ole')
  const coordinator = await world.as({ role: 'coordinator', areaId })
  expect(await (await coordinator.get('/fi/hyvinvoinnin-muutos.csv')).text()).toContain('Oma alue;Kaikki;8;')
})
