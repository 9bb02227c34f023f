import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeUnit, makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { newCode } from '../codes/rules.ts'
import { isReplaceable, takeProblem } from './rules.ts'

let world: World
let unit: MadeUnit
let issuer: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z') // noon on Monday in Finland
})
afterAll(() => world.end())
beforeEach(async () => {
  unit = await makeUnit(world.db, { municipality: await makeMunicipality(world.db) })
  issuer = await world.as({ role: 'issuer', unit })
})

const community = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { unit, type: 'community', code: newCode(undefined, 'community'), ...given })
const rowOf = (id: number) =>
  world.db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const take = (code: string) => issuer.post('/fi/yhteison-kortit', { code })
const textOf = async (path: string) => (await issuer.get(path)).text()

test.each([
  ['from the unit’s own stock', { own: true, type: 'community', state: 'stock' }, null],
  ['another unit’s', { own: false }, 'other-unit'],
  ['a personal card', { own: true, type: 'personal', state: 'stock' }, 'personal-card'],
  ['one in use', { own: true, type: 'community', state: 'registered' }, 'in-use'],
  ['a lost one', { own: true, type: 'community', state: 'lost' }, 'closed'],
] as const)('taking into use: %s', (_, card, expected) => expect(takeProblem(card)).toBe(expected))

test.each([
  ['community', 'registered', true],
  ['community', 'lost', true],
  ['community', 'withdrawn', false],
  ['community', 'replaced', false],
  ['personal', 'registered', false],
] as const)('a %s card that is %s can be replaced: %s', (type, state, expected) =>
  expect(isReplaceable({ type, state })).toBe(expected),
)

describe('taking a community card into use', () => {
  test('asks nothing but the code, and keeps nothing about anyone', async () => {
    const { id, code } = await community({ stock: true })
    for (const _ of [1, 2])
      expect((await take(code)).headers.get('location')).toBe(`/fi/yhteison-kortit?taken=${id}`)
    expect(await rowOf(id)).toMatchObject({
      ...{ state: 'registered', registered_on: '2026-05-04', valid_until: '2027-05-03', unit_id: unit.id },
      ...{ birth_year: null, postal_code: null, children: 0, life_situation: null, gender: null },
    })
    const consents = await world.db.selectFrom('consent').select('id').where('card_id', '=', id).execute()
    expect(consents).toEqual([])
    const html = await textOf(`/fi/yhteison-kortit?taken=${id}`)
    expect(html).toContain(`Kirjoita korttiin ${unit.name} ja viimeinen päivä 3.5.2027.`)
    expect(html).toContain('alle 16-vuotiaille asiakkaille')
    expect(await htmlProblems(html)).toEqual([])
  })

  test('by the months and the age that the policy of the day has for it', async () => {
    await sql`insert into policy (valid_from, validity_months, minimum_age, child_age, maximum_children, source,
      community_validity_months, community_child_age) values ('2026-05-04', 12, 16, 18, 20, 'test', 6, 15)`.execute(
      world.db,
    )
    const { id, code } = await community({ stock: true })
    await take(code)
    expect(await rowOf(id)).toMatchObject({ valid_until: '2026-11-03' })
    const site = await makeSite(world.db, { municipality: unit.municipality })
    const venue = await world.as({ role: 'venue', site })
    const check = await venue.post('/fi/kassa', { code, site: String(site.id) })
    const html = await (await venue.get(check.headers.get('location')!)).text()
    for (const text of [
      'Työntekijöitä',
      'Alle 15-v. asiakkaita',
      'Muilla asiakkailla on omat kortit.',
      unit.name,
    ])
      expect(html).toContain(text)
    expect(html).toContain('Kortti käy vain, kun mukana on asiakkaita.')
    await sql`delete from policy where source = 'test'`.execute(world.db)
  })

  test.each([
    ['an unknown code', async () => newCode(), 'Tunnusta ei löydy.'],
    [
      'a personal card',
      async () => (await community({ stock: true, type: 'personal' })).code,
      'Tämä on henkilökohtainen kortti.',
    ],
    [
      'another unit’s',
      async () => (await makeCard(world.db, world.keys, { type: 'community', stock: true })).code,
      'Käytä oman toimipisteesi kortteja.',
    ],
    ['one in use for long', async () => (await community()).code, 'Kortti on jo käytössä.'],
  ])('%s is refused', async (_, codeOf, expected) => {
    const answer = await take(await codeOf())
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(expected)])
  })

  test('a closed unit takes none', async () => {
    await sql`update issuing_unit set closed_on = '2026-05-01' where id = ${unit.id}`.execute(world.db)
    const answer = await take((await community({ stock: true })).code)
    expect(await answer.text()).toContain('Toimipiste on suljettu.')
  })

  test('can be undone for a quarter of an hour', async () => {
    const { id, code } = await community({ stock: true })
    await take(code)
    const answer = await issuer.post(`/fi/yhteison-kortit/${id}/kumoa`, { revision: '1' })
    expect(answer.headers.get('location')).toBe('/fi/yhteison-kortit?undone')
    expect((await rowOf(id)).state).toBe('stock')
  })

  test('through the issuer’s page of personal cards stays refused', async () => {
    const { code } = await community({ stock: true })
    const answer = await issuer.post('/fi/anna-kortti', {
      ...{ code, consent: 'yes', birthYear: '1987', postalCode: '87100', children: '0' },
    })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Tämä on yhteisön kortti.'),
    ])
  })
})

describe('replacing a community card', () => {
  test('closes the old one, and both stand in the list with their uses', async () => {
    const [old, fresh] = [await community(), await community({ stock: true })]
    for (const _ of [1, 2]) {
      const answer = await issuer.post(`/fi/yhteison-kortit/${old.id}/uusi`, { code: fresh.code })
      expect(answer.headers.get('location')).toBe(`/fi/yhteison-kortit?taken=${fresh.id}`)
    }
    expect((await rowOf(old.id)).state).toBe('replaced')
    expect((await rowOf(fresh.id)).state).toBe('registered')
    const html = await textOf('/fi/yhteison-kortit')
    for (const { id } of [old, fresh]) expect(html).toContain(`/fi/kortti/${id}`)
  })

  test('undone, the old one works again', async () => {
    const [old, fresh] = [await community(), await community({ stock: true })]
    await issuer.post(`/fi/yhteison-kortit/${old.id}/uusi`, { code: fresh.code })
    await issuer.post(`/fi/yhteison-kortit/${fresh.id}/kumoa`, { revision: '1' })
    expect(await rowOf(old.id)).toMatchObject({ state: 'registered', closed_on: null })
  })

  test('a personal card has no such page', async () => {
    const personal = await community({ type: 'personal' })
    expect((await issuer.get(`/fi/yhteison-kortit/${personal.id}/uusi`)).status).toBe(404)
  })
})
