import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeUnit, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { publicPaths } from '../public-paths.ts'

let world: World
type Browser = Awaited<ReturnType<World['as']>>
let people: Record<'keeper' | 'stranger' | 'worker' | 'colleague' | 'venue', Browser>
let office: MadeUnit
let shelter: MadeUnit

beforeAll(async () => {
  world = await newWorld()
  const kajaani = await makeMunicipality(world.db, { name: 'Kajaani', area: 'Kainuu' })
  const espoo = await makeMunicipality(world.db, { name: 'Espoo', area: 'Espoo' })
  office = await makeUnit(world.db, { municipality: kajaani, name: 'Sosiaalitoimisto' })
  shelter = await makeUnit(world.db, { municipality: kajaani, name: 'Turvakoti Suoja' })
  const elsewhere = await makeUnit(world.db, { municipality: espoo, name: 'Espoon toimisto' })
  await world.db.updateTable('issuing_unit').set({ is_public: true }).where('id', '=', office.id).execute()
  people = {
    keeper: await world.as({ role: 'coordinator', areaId: kajaani.areaId }),
    stranger: await world.as({ role: 'coordinator', areaId: espoo.areaId }),
    worker: await world.as({ role: 'issuer', unit: office }),
    colleague: await world.as({ role: 'issuer', unit: shelter }),
    venue: await world.as({ role: 'issuer', unit: elsewhere }),
  }
})
afterAll(() => world.end())

const at = (unit: MadeUnit) => `/fi/jakajat/${unit.id}/kayntitiedot`
const said = {
  ...{ street: 'Rantakatu 12, Kajaani', phone: '08 000 1234', url: 'www.esimerkki.example/sosiaali' },
  ...{ noteFi: 'Ovi on pihan puolella.', noteSv: '', noteEn: 'The door is in the yard.' },
}
const read = async (path: string) => (await world.anyone.get(path)).text()
/** Every public page without a name in its address, the area's own, and what programs are told. */
const publicPages = [
  ...Object.values(publicPaths).map((path) => path.fi),
  ...[publicPaths.localPage.ar, publicPaths.embeddedPage.fi, '/selko/kohteet', '/fi/haku?q=turvakoti'],
  '/api/v1/areas/:area/page',
]
  .map((path) => path.replace(':area', 'kainuu'))
  .filter((path) => !path.includes(':'))

test('a unit’s own people say how one comes there, and the public reads it where the unit is named', async () => {
  const form = await people.worker.get(at(office))
  expect(await htmlProblems(await form.text())).toEqual([])
  const kept = await people.worker.post(at(office), said)
  expect([kept.status, kept.headers.get('location')]).toEqual([303, `${at(office)}?done=saved`])
  expect(await (await people.worker.get(`${at(office)}?done=saved`)).text()).toContain('on tallennettu')
  expect(await (await people.worker.get('/fi/oma-paikka')).text()).toContain('Rantakatu 12, Kajaani · 08')
  for (const path of ['/fi/mista-kortin-saa', '/fi/alueet/kainuu']) {
    const page = await read(path)
    expect(await htmlProblems(page)).toEqual([])
    expect(page).toContain('<bdi>Rantakatu 12, Kajaani</bdi>')
    expect(page).toContain('href="tel:080001234"')
    expect(page).toContain(
      'href="https://www.esimerkki.example/sosiaali"><bdi dir="ltr">www.esimerkki.example<',
    )
    expect(page).toContain('<span>Ovi on pihan puolella.</span>')
  }
  const arabic = await read('/ar/where-to-get-the-card')
  expect(arabic).toContain('<span lang="en" dir="ltr">The door is in the yard.</span>')
  const { issuers } = await (await world.anyone.get('/api/v1/areas/kainuu/page?language=sv')).json()
  expect(issuers).toMatchObject([
    {
      ...{ street: said.street, phone: said.phone, url: 'https://www.esimerkki.example/sosiaali' },
      note: { text: 'Ovi on pihan puolella.', language: 'fi' },
    },
  ])
})

test('its keeper changes it, and what is left empty is gone', async () => {
  expect((await people.keeper.post(at(office), { phone: '08 000 9999' })).status).toBe(303)
  expect(await (await people.keeper.get(`/fi/jakajat/${office.id}`)).text()).toContain('08 000 9999')
  const page = await read('/fi/mista-kortin-saa')
  expect(page).toContain('tel:080009999')
  expect(page).not.toContain('Rantakatu')
})

test('for anybody else the page is none', async () => {
  for (const who of ['stranger', 'colleague', 'venue'] as const) {
    expect((await people[who].get(at(office))).status, who).toBe(404)
    expect((await people[who].post(at(office), said)).status, who).toBe(404)
  }
})

test.each([
  ['phone', 'soita Ainolle', 'Tarkista puhelinnumero.'],
  ['phone', 'aino@esimerkki.example', 'sähköpostiosoite'],
  ['url', 'http://10.0.0.1/', 'Tarkista osoite.'],
  ['url', 'javascript:alert(1)', 'Tarkista osoite.'],
  ['noteFi', 'x'.repeat(301), 'Lyhennä ohjetta.'],
])('a wrong %s comes back with what else was typed: %s', async (name, typed, problem) => {
  const answer = await people.worker.post(at(office), { ...said, [name]: typed })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(problem)
  expect(page).toContain('value="Rantakatu 12, Kajaani"')
})

test('a shelter is told of nowhere in public, although its people have written where it is', async () => {
  const secret = { street: 'Salakatu 1, Kajaani', phone: '08 000 7777', noteFi: 'Soita ovikelloa.' }
  expect((await people.colleague.post(at(shelter), secret)).status).toBe(303)
  expect(await (await people.colleague.get(at(shelter))).text()).toContain('Yksikköä ei näytetä yleisölle')
  let told = 0
  for (const path of publicPages) {
    const answer = await world.anyone.get(path)
    told += answer.status === 200 ? 1 : 0
    expect((await answer.text()).replace('value="turvakoti"', ''), path).not.toMatch(
      /Turvakoti Suoja|Salakatu|0007777|000 7777|ovikelloa/,
    )
  }
  expect(told).toBeGreaterThan(12)
  // Not even a query that forgets to ask: the database itself does not hand it out.
  const rows = await world.read((db) => db.selectFrom('unit_contact').select('unit_id').execute(), null)
  expect(rows.map(({ unit_id }) => unit_id)).toEqual([office.id])
  await world.db.updateTable('issuing_unit').set({ is_public: true }).where('id', '=', shelter.id).execute()
  expect(await read('/fi/mista-kortin-saa')).toContain('Salakatu 1, Kajaani')
})
