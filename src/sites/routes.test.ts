import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type MadeMunicipality,
  type MadeSite,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
type Browser = Awaited<ReturnType<World['as']>>
let centre: Browser
let keeper: Browser
let other: Browser
let kajaani: MadeMunicipality
let site: MadeSite

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  kajaani = await makeMunicipality(world.db, { name: 'Kajaani', area: 'Kainuu' })
  const espoo = await makeMunicipality(world.db, { name: 'Espoo', area: 'Espoo' })
  site = await makeSite(world.db, { municipality: kajaani, name: 'Kajaanin uimahalli', category: 'sports' })
  await makeSite(world.db, { municipality: espoo, name: 'Espoon museo' })
  centre = await world.as({ role: 'centre' })
  keeper = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
  other = await world.as({ role: 'coordinator', areaId: espoo.areaId })
})
afterAll(() => world.end())

const text = async (answer: Promise<Response>) => (await answer).text()
const rowOf = (id: number) =>
  world.db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const made = async (answer: Promise<Response>) =>
  Number(/kohteet-yllapito\/(\d+)/.exec((await answer).headers.get('location')!)![1])
const fields = (more = {}) => ({
  name: 'Uusi näyttämö',
  organisation: 'Näyttämö ry',
  municipality: String(kajaani.id),
  category: 'culture',
  allowsOverride: 'yes',
  ...more,
})

describe('the list', () => {
  test('is of the own area, and other roles have none', async () => {
    expect(await text(centre.get('/fi/kohteet-yllapito'))).toContain('2 kohdetta')
    const own = await text(keeper.get('/fi/kohteet-yllapito'))
    expect(own).toContain('Kajaanin uimahalli')
    expect(own).not.toContain('Espoo')
    expect(await text(keeper.get('/fi/kohteet-yllapito?category=culture'))).not.toContain('uimahalli')
    const clerk = await world.as({ role: 'venue', site })
    expect((await clerk.get('/fi/kohteet-yllapito')).status).toBe(403)
    expect(await text(other.get('/fi/kohteet-yllapito/luettelo.csv'))).not.toContain('uimahalli')
  })

  test('tells where nothing has been recorded for sixty days', async () => {
    const silent = (by = keeper) => text(by.get('/fi/kohteet-yllapito?attention=silent'))
    expect(await silent()).toContain('Kajaanin uimahalli')
    const card = await makeCard(world.db, world.keys, {})
    await makeUse(world.db, { card, site, usedAt: new Date('2026-03-05T09:00:00Z') })
    expect(await silent()).not.toContain('Kajaanin uimahalli')
    // One that comes late from long ago moves nothing.
    await makeUse(world.db, { card, site, usedAt: new Date('2026-01-05T09:00:00Z') })
    expect(await silent()).not.toContain('Kajaanin uimahalli')
    world.later(24 * 60)
    const tomorrow = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
    const later = await silent(tomorrow)
    world.later(-24 * 60)
    expect(later).toContain('Kajaanin uimahalli')
  })
})

describe('a site', () => {
  test('is nobody else’s', async () => {
    for (const path of ['', '/tiedot', '/valittajat', '/muutos', '/tauko', '/sulje', '/yhdista']) {
      expect((await keeper.get(`/fi/kohteet-yllapito/${site.id}${path}`)).status).toBe(200)
      expect((await other.get(`/fi/kohteet-yllapito/${site.id}${path}`)).status).toBe(404)
    }
    for (const path of ['/tiedot', '/valittajat', '/valittajat/1/poista', '/sulje', '/avaa', '/tauko/paata'])
      expect(
        (await other.post(`/fi/kohteet-yllapito/${site.id}${path}`, { ...fields(), on: '5.5.2026' })).status,
      ).toBe(404)
    expect(await rowOf(site.id)).toMatchObject({ name: 'Kajaanin uimahalli', closed_on: null })
  })

  test('is made and described, and nothing typed is lost', async () => {
    const wrong = await keeper.post('/fi/kohteet-yllapito/uusi', fields({ category: '', postalCode: '871' }))
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('Valitse ala.')
    expect(page).toContain('Tarkista postinumero.')
    expect(page).toContain('value="Näyttämö ry"')
    const id = await made(
      keeper.post('/fi/kohteet-yllapito/uusi', fields({ street: 'Kauppakatu 1', postalCode: '87 100' })),
    )
    expect(await rowOf(id)).toMatchObject({
      area_id: kajaani.areaId,
      street: 'Kauppakatu 1',
      postal_code: '87100',
    })
    await keeper.post(`/fi/kohteet-yllapito/${id}/tiedot`, { name: 'Uusi näyttämö', category: 'science' })
    expect(await rowOf(id)).toMatchObject({ category: 'science', allows_override: false, street: null })
    expect(await text(keeper.post('/fi/kohteet-yllapito/uusi', fields()))).toContain('samanniminen')
  })

  test('has intermediaries that record for it until they are removed', async () => {
    await keeper.post(`/fi/kohteet-yllapito/${site.id}/valittajat`, {
      organisation: 'Lippupalvelu Esimerkki',
    })
    const [{ organisation_id: organisationId } = { organisation_id: 0 }] = await world.db
      .selectFrom('site_intermediary')
      .selectAll()
      .execute()
    const seller = await world.as({ role: 'intermediary', organisationId })
    expect(await text(seller.get('/fi/kassa'))).toContain('Kajaanin uimahalli')
    await keeper.post(`/fi/kohteet-yllapito/${site.id}/valittajat/${organisationId}/poista`, {})
    expect(await world.db.selectFrom('site_intermediary').selectAll().execute()).toEqual([])
  })
})

describe('what the public sees', () => {
  const sees = async (name: string) => (await text(world.anyone.get('/fi/kohteet'))).includes(name)

  test('says who gives the card', async () =>
    expect(await text(world.anyone.get('/fi/kohteet'))).toContain(
      'Kortin saat vain palvelusta, jonka asiakas olet.',
    ))

  test('a closed site is gone from its day on, a paused one says so', async () => {
    const { id } = await makeSite(world.db, { municipality: kajaani, name: 'Kesäteatteri' })
    await keeper.post(`/fi/kohteet-yllapito/${id}/sulje`, { on: '5.5.2026' })
    expect(await sees('Kesäteatteri')).toBe(true)
    await keeper.post(`/fi/kohteet-yllapito/${id}/sulje`, { on: '4.5.2026' })
    expect(await sees('Kesäteatteri')).toBe(false)
    await keeper.post(`/fi/kohteet-yllapito/${id}/avaa`, {})
    await keeper.post(`/fi/kohteet-yllapito/${id}/tauko`, { from: '4.5.2026', reason: 'Remontti' })
    expect(await sees('Kesäteatteri')).toBe(true)
    expect(await sees('Tauolla')).toBe(true)
  })

  test('a pop-up site is the centre’s, outside areas, and told of until its time is over', async () => {
    const away = await makeMunicipality(world.db, { name: 'Muualla', phase: 'ended' })
    const popUp = fields({ name: 'Pop up -näyttely', municipality: String(away.id), isPopUp: 'yes' })
    expect((await keeper.post('/fi/kohteet-yllapito/uusi', popUp)).status).toBe(422)
    const backwards = { popupFrom: '2.6.2026', popupUntil: '1.6.2026' }
    expect((await centre.post('/fi/kohteet-yllapito/uusi', { ...popUp, ...backwards })).status).toBe(422)
    const time = { popupFrom: '5.5.2026', popupUntil: '6.5.2026' }
    const id = await made(centre.post('/fi/kohteet-yllapito/uusi', { ...popUp, ...time }))
    expect(await rowOf(id)).toMatchObject({
      area_id: null,
      popup_from: '2026-05-05',
      popup_until: '2026-05-06',
    })
    expect((await keeper.get(`/fi/kohteet-yllapito/${id}`)).status).toBe(404)
    const days = []
    for (let day = 4; day <= 7; day += 1) {
      days.push(await sees('Pop up -näyttely'))
      world.later(24 * 60)
    }
    const after = await world.as({ role: 'centre' })
    const closed = await text(after.get('/fi/kohteet-yllapito?state=closed'))
    world.later(-4 * 24 * 60)
    // The public is told of it before it opens.
    expect(days).toEqual([true, true, true, false])
    expect(closed).toContain('Pop up -näyttely')
  })
})
