import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { countTicketsByMonth, listYearCounts } from './queries.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const at = (day: string) => new Date(`${day}T15:00:00Z`)

const cancel = (db: World['db'], uses: { id: string; day: string }[]) =>
  db
    .insertInto('use_cancellation')
    .values(
      uses.map(({ id, day }) => ({ use_id: id, used_on: day, cancelled_at: at(day), cancelled_by: 'test' })),
    )
    .execute()

/** What undoing a registration does to the card's row. */
const undoRegistration = (db: World['db'], card: { id: number }) =>
  db
    .updateTable('card')
    .set({
      state: 'stock',
      registered_on: null,
      registered_at: null,
      valid_until: null,
      closed_on: null,
      birth_year: null,
      postal_code: null,
      children: 0,
    })
    .where('id', '=', card.id)
    .execute()

describe('the years', () => {
  it('are none in an empty register', async () => {
    const { db } = world
    expect(await listYearCounts(db)).toEqual([])
  })

  it('count cards, tickets and municipalities of a small world', async () => {
    const { db, keys } = world
    const [kajaani, kuhmo, sotkamo] = [
      await makeMunicipality(db),
      await makeMunicipality(db),
      await makeMunicipality(db),
    ]
    const unit = await makeUnit(db, { municipality: kajaani })
    const theatre = await makeSite(db, { municipality: kajaani, category: 'culture' })
    const pool = await makeSite(db, { municipality: kuhmo, category: 'sports' })
    const popUp = await makeSite(db, { municipality: sotkamo, category: 'culture', popUp: true })
    const used = await makeCard(db, keys, { unit, registeredOn: '2024-12-31' })
    await makeCard(db, keys, { unit, registeredOn: '2025-01-01' })
    await makeCard(db, keys, { unit, stock: true })
    const community = await makeCard(db, keys, { unit, type: 'community', registeredOn: '2023-05-01' })

    await makeUse(db, { card: used, site: theatre, usedAt: at('2024-12-31'), adults: 1, children: 2 })
    await makeUse(db, { card: used, site: theatre, usedAt: at('2025-02-01'), adults: 0, children: 1 })
    await makeUse(db, { card: used, site: pool, usedAt: at('2025-02-02'), adults: 1, companions: 1 })
    await makeUse(db, { card: used, site: pool, usedAt: at('2025-02-03'), category: 'education' })
    await makeUse(db, { card: used, site: popUp, usedAt: at('2026-01-05') })
    await makeUse(db, { card: community, site: theatre, usedAt: at('2023-06-01'), adults: 2 })

    expect(await listYearCounts(db)).toEqual([
      {
        year: 2024,
        registered: 1,
        takenIntoUse: 1,
        municipalities: 1,
        tickets: { culture: { adult: 1, child: 2 } },
      },
      {
        year: 2025,
        registered: 1,
        takenIntoUse: 0,
        municipalities: 2,
        tickets: {
          culture: { adult: 0, child: 1 },
          education: { adult: 1, child: 0 },
          sports: { adult: 1, child: 0 },
        },
      },
      {
        year: 2026,
        registered: 0,
        takenIntoUse: 0,
        municipalities: 0,
        tickets: { culture: { adult: 1, child: 0 } },
      },
    ])
  })

  it('count a use on the day that it was in Finland', async () => {
    const { db, keys } = world
    const [card, site] = [await makeCard(db, keys, { registeredOn: '2025-01-01' }), await makeSite(db)]
    await makeUse(db, { card, site, usedAt: new Date('2025-12-31T22:30:00Z') })
    expect((await listYearCounts(db)).map(({ year, tickets }) => [year, tickets])).toEqual([
      [2025, null],
      [2026, { culture: { adult: 1, child: 0 } }],
    ])
  })

  it('forget what was undone, and the year when nothing else is in it', async () => {
    const { db, keys } = world
    const [card, site] = [await makeCard(db, keys, { registeredOn: '2024-05-01' }), await makeSite(db)]
    const { id } = await makeUse(db, { card, site, usedAt: at('2025-05-02'), children: 2 })
    expect(await listYearCounts(db)).toMatchObject([{ year: 2024, takenIntoUse: 1 }, { year: 2025 }])
    await cancel(db, [{ id, day: '2025-05-02' }])
    expect(await listYearCounts(db)).toMatchObject([{ year: 2024, registered: 1, takenIntoUse: 0 }])
    await undoRegistration(db, card)
    expect(await listYearCounts(db)).toEqual([])
  })

  it('keep a card that was withdrawn', async () => {
    const { db, keys } = world
    const card = await makeCard(db, keys, { registeredOn: '2025-05-01' })
    await db
      .updateTable('card')
      .set({ state: 'withdrawn', closed_on: '2025-06-01' })
      .where('id', '=', card.id)
      .execute()
    expect(await listYearCounts(db)).toMatchObject([{ year: 2025, registered: 1 }])
  })
})

it('counts the tickets of months between two days, without community cards', async () => {
  const { db, keys } = world
  const site = await makeSite(db)
  const card = await makeCard(db, keys, { registeredOn: '2025-01-01' })
  const community = await makeCard(db, keys, { type: 'community', registeredOn: '2025-01-01' })
  await makeUse(db, { card, site, usedAt: at('2025-01-31') })
  await makeUse(db, { card, site, usedAt: at('2025-02-01'), adults: 1, children: 2 })
  await makeUse(db, { card, site, usedAt: at('2025-02-28'), adults: 1, kind: 'course-place' })
  await makeUse(db, { card: community, site, usedAt: at('2025-02-10'), adults: 5 })
  await makeUse(db, { card, site, usedAt: at('2025-04-01') })
  expect(await countTicketsByMonth(db, '2025-02-01', '2025-03-31')).toEqual([
    { month: '2025-02-01', adults: 2, children: 2 },
  ])
})
