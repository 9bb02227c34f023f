import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import {
  type MadeSite,
  type MadeUnit,
  makeAccount,
  makeMunicipality,
  makeSite,
  makeUnit,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
let unit: MadeUnit
let site: MadeSite
beforeEach(async () => {
  world = await newWorld()
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  unit = await makeUnit(world.db, { municipality: kuhmo, name: 'Sosiaalitoimisto Lentua' })
  site = await makeSite(world.db, { municipality: kuhmo, name: 'Teatteri Tuohus' })
})
afterEach(() => world.end())

const mainOf = async (someone: Awaited<ReturnType<World['as']>>, path = '/fi/oma-paikka') => {
  const reply = await someone.get(path)
  const page = await reply.text()
  expect(reply.status).toBe(200)
  expect(await htmlProblems(page)).toEqual([])
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'))
}

describe('one’s own place', () => {
  test('of an issuer: what the register says, and what is to be done', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    const main = await mainOf(issuer)
    for (const part of [
      ...['<h1>Sosiaalitoimisto Lentua</h1>', 'Kuhmo', 'Kainuu', 'Käytössä', 'Ei näy julkisilla sivuilla'],
      ...['Yhteyshenkilö puuttuu.', 'href="/fi/vahvista"', `/fi/yhteyshenkilot/yksikko/${unit.id}`],
      ...['href="/fi/ihmiset"', 'Alueella ei ole vielä vastuuhenkilöä'],
    ])
      expect(main).toContain(part)
    expect(main).not.toContain('/ehdot')
  })

  test('of a venue leads to its terms and its public page', async () => {
    const venue = await world.as({ role: 'venue', site })
    const main = await mainOf(venue)
    expect(main).toContain('href="/fi/oma-kohde/ehdot"')
    expect(main).toContain(`href="/fi/kohteet/${site.id}"`)
    expect(main).toContain('Näkyy julkisilla sivuilla')
  })

  test('asks for the confirmation until it is done', async () => {
    const venue = await world.as({ role: 'venue', site })
    await venue.post(`/fi/yhteyshenkilot/kohde/${site.id}`, {
      name: 'Aino Esimerkki',
      email: 'aino@esimerkki.example',
    })
    expect(await mainOf(venue)).toContain('Tietoja ei ole vielä vahvistettu tälle vuodelle')
    await venue.post('/fi/vahvista', { holds: 'yes', instructed: '1.3.2026' })
    const main = await mainOf(venue)
    expect(main).not.toContain('Tietoja ei ole vielä vahvistettu')
    expect(main).toContain('Vahvistettu 4.5.2026. Henkilökunta perehdytettiin 1.3.2026.')
    expect(main).toContain('Aino Esimerkki')
  })

  test('names the coordinators of the area and their sides, not those who have left, nor their addresses', async () => {
    const { db } = world
    const { areaId } = unit.municipality
    const far = await makeMunicipality(db, { area: 'Päijät-Häme' })
    const coordinator = (name: string, area: number, side: 'culture' | 'sote') =>
      makeAccount(db, world.now(), { role: 'coordinator', areaId: area, name, side })
    await coordinator('Kuura Mallinen', areaId, 'culture')
    await coordinator('Saana Esimerkkilä', areaId, 'sote')
    await coordinator('Kaukana Esimerkki', far.areaId, 'sote')
    const left = await coordinator('Lähtenyt Mallila', areaId, 'sote')
    await db.updateTable('account_role').set({ ended_at: world.now() }).where('id', '=', left).execute()
    const main = await mainOf(await world.as({ role: 'issuer', unit }))
    expect(main).toContain('<li>Kuura Mallinen, kulttuuri</li><li>Saana Esimerkkilä, sote ja hyte</li>')
    expect(main).not.toMatch(/Kaukana|Lähtenyt|@/)
  })

  test('says that it is closed, paused, or still asked about', async () => {
    const { db } = world
    const issuer = await world.as({ role: 'issuer', unit })
    const pause = { paused_from: '2026-05-01', paused_until: null, made_at: world.now(), made_by: 'test' }
    await db
      .insertInto('pause')
      .values({ ...pause, unit_id: unit.id })
      .execute()
    expect(await mainOf(issuer, '/en/my-place')).toContain('On a break until further notice')
    await db.updateTable('issuing_unit').set({ state: 'proposed' }).where('id', '=', unit.id).execute()
    expect(await mainOf(issuer, '/sv/mitt-stalle')).toContain('Väntar på Kaikukeskus svar')
    await db.updateTable('issuing_unit').set({ closed_on: '2026-05-01' }).where('id', '=', unit.id).execute()
    expect(await mainOf(issuer)).toContain('Suljettu 1.5.2026')
  })

  test('is in the menu of those who have one, and of nobody else', async () => {
    const entry = 'href="/fi/oma-paikka"'
    const venue = await world.as({ role: 'venue', site })
    expect(await (await venue.get('/fi/oma')).text()).toContain(entry)
    const centre = await world.as({ role: 'centre' })
    expect(await (await centre.get('/fi/oma')).text()).not.toContain(entry)
    expect((await centre.get('/fi/oma-paikka')).status).toBe(403)
  })
})
