import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

type Someone = Awaited<ReturnType<World['as']>>
const mainOf = async (someone: Someone, path: string) => {
  const html = await (await someone.get(path)).text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

test('people tick what only they know, the register the rest, and each place has its own list', async () => {
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  const unit = await makeUnit(world.db, { municipality: kuhmo })
  const issuer = await world.as({ role: 'issuer', unit })
  const neighbour = await world.as({
    role: 'issuer',
    unit: await makeUnit(world.db, { municipality: kuhmo }),
  })
  const venue = await world.as({ role: 'venue', site: await makeSite(world.db, { municipality: kuhmo }) })
  const list = '/fi/oma-muistilista'
  const fresh = await mainOf(issuer, list)
  // A unit that is not public has no visiting details to tell: that point is in order.
  expect(fresh).toContain('Kunnossa 1/14')
  for (const part of ['Yhteyshenkilö puuttuu.', `/fi/yhteyshenkilot/yksikko/${unit.id}`])
    expect(fresh).toContain(part)
  // That there are cards says nothing of how they are registered: people tick that.
  expect(fresh).toContain(`${list}/register`)

  const noted = await issuer.post(`${list}/posters`, { note: 'Juliste on aulassa.' })
  expect(noted.headers.get('location')).toBe(`${list}#point-posters`)
  await issuer.post(`/fi/yhteyshenkilot/yksikko/${unit.id}`, {
    name: 'Aino Esimerkki',
    email: 'a@esimerkki.example',
  })
  await issuer.post('/fi/vahvista', { holds: 'yes', instructed: '1.3.2026' })
  const ticked = await mainOf(issuer, list)
  expect(ticked).toContain('Kunnossa 3/14')
  expect(ticked).toContain('Huomautus: Juliste on aulassa.')
  expect(ticked).toContain('Merkitty 4.5.2026')
  expect(ticked).toContain('Yhteyshenkilö on nimetty.')

  expect(await htmlProblems(await (await issuer.get(list)).text())).toEqual([])
  expect(await mainOf(neighbour, list)).toContain('Kunnossa 1/14')
  expect(await mainOf(venue, '/sv/egen-checklista')).toContain('I skick 0/14')
  const named = await issuer.post(`${list}/model`, { note: 'Kysy 131052-308T' })
  expect([named.status, (await named.text()).includes('131052')]).toEqual([422, false])
  for (const point of ['contact', 'check', 'constructor'])
    expect((await issuer.post(`${list}/${point}`, { note: '' })).status).toBe(404)
  expect((await venue.post(`${list}/posters`, { note: '' })).status).toBe(404)

  await issuer.post(`${list}/posters/poista`, {})
  expect(await mainOf(issuer, list)).toContain('Kunnossa 2/14')
})
