import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MadeUnit, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { newCode } from '../codes/rules.ts'
import { cardRow } from '../demo/makers.ts'
import { publishFirstUses } from './count-queries.ts'

let world: World
let big: MadeUnit
let small: MadeUnit
let other: MadeUnit

/** Cards registered on 1.3.2025, each of the first `used` with one use 20 days later. */
const makeCards = async (unit: MadeUnit, count: number, used: number) => {
  const site = await makeSite(world.db)
  const rows = Array.from({ length: count }, () =>
    cardRow(world.keys, {
      code: newCode(),
      type: 'personal',
      unitId: unit.id,
      registration: {
        at: new Date('2025-03-01T09:00:00Z'),
        validUntil: '2026-02-28',
        birthYear: 1980,
        postalCode: '87100',
        children: 0,
      },
    }),
  )
  const cards = await world.db.insertInto('card').values(rows).returning('id').execute()
  for (const { id } of cards.slice(0, used))
    await makeUse(world.db, { card: { id, code: '' }, site, usedAt: new Date('2025-03-21T12:00:00Z') })
}

beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Koepaikka', area: 'Oma alue' })
  big = await makeUnit(world.db, { municipality, name: 'Iso toimisto' })
  small = await makeUnit(world.db, { municipality, name: 'Pieni toimisto' })
  other = await makeUnit(world.db, {
    municipality: await makeMunicipality(world.db, { name: 'Muualla', area: 'Muu alue' }),
    name: 'Muu toimisto',
  })
  await makeCards(big, 40, 12)
  await makeCards(small, 24, 6)
  await makeCards(other, 30, 30 - 6)
  await publishFirstUses(world.db, '2026-05-04')
})
afterAll(() => world.end())

const read = async (browser: Awaited<ReturnType<World['as']>>, query = '') => {
  const reply = await browser.get(`/fi/ensikaytto${query}`)
  return { status: reply.status, text: await reply.text() }
}

describe('the time to first use', () => {
  test('an issuer sees its own unit beside the country, and no other unit', async () => {
    const issuer = await world.as({ role: 'issuer', unit: big })
    const { text } = await read(issuer)
    expect(text).toContain('30 % korteista on otettu käyttöön')
    expect(text).toContain('Jakaja: Iso toimisto')
    expect(text).toContain('vähintään 40 korttia')
    expect(text).not.toContain('Pieni toimisto')
    expect((await read(issuer, `?place=unit-${small.id}`)).status).toBe(404)
    expect((await read(issuer, '?place=country&cohort=2025-Q1')).status).toBe(200)
  })

  test('a coordinator sees the units of the area, the centre all', async () => {
    const keeper = await world.as({ role: 'coordinator', areaId: big.municipality.areaId })
    const { text } = await read(keeper)
    expect(text).toContain('Jakaja: Pieni toimisto')
    expect(text).not.toContain('Muu toimisto')
    expect((await read(keeper, `?place=unit-${other.id}`)).status).toBe(404)
    const centre = await world.as({ role: 'centre' })
    expect((await read(centre, `?place=unit-${other.id}`)).text).toContain('Muu toimisto')
  })

  test('the file holds no more than the page', async () => {
    const issuer = await world.as({ role: 'issuer', unit: big })
    const csv = await (await issuer.get('/fi/ensikaytto.csv?cohort=2025')).text()
    expect(csv).toContain('2025;Jakaja;Iso toimisto;2026-03-31;40;30;30;18;47;')
    expect(csv).not.toContain('Pieni')
  })

  test('what was counted stays when a late use comes', async () => {
    const before = await world.db.selectFrom('first_use_curve').selectAll().execute()
    await makeCards(big, 6, 6)
    await publishFirstUses(world.db, '2026-05-05')
    expect(await world.db.selectFrom('first_use_curve').selectAll().execute()).toEqual(before)
    await expect(world.db.updateTable('first_use_curve').set({ cards: 100 }).execute()).rejects.toThrow()
  })

  test('before anything is counted, and for a unit without a curve, the page says why', async () => {
    const lone = await makeUnit(world.db, { municipality: big.municipality, name: 'Uusi toimisto' })
    const { text } = await read(await world.as({ role: 'issuer', unit: lone }))
    expect(text).toContain('Tästä ryhmästä ei näytetä lukuja')
    expect(text).toContain('Näin kortti tulee käyttöön')
  })
})
