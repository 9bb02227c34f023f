import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeMunicipality, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
type Browser = Awaited<ReturnType<World['as']>>
let centre: Browser
let keeper: Browser
let kajaani: MadeMunicipality
let espoo: MadeMunicipality

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  kajaani = await makeMunicipality(world.db, { name: 'Kajaani', area: 'Kainuu' })
  espoo = await makeMunicipality(world.db, { name: 'Espoo', area: 'Espoo' })
  centre = await world.as({ role: 'centre' })
  keeper = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
})
afterAll(() => world.end())

const text = async (answer: Promise<Response>) => (await answer).text()
const idOf = async (name: string) =>
  (await world.db.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirstOrThrow())
    .id
const rowOf = (id: number) =>
  world.db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('a coordinator sees those with a unit or a site in the own area, and changes those that are nowhere else', async () => {
  await makeSite(world.db, { municipality: kajaani, name: 'Oma talo' })
  await makeSite(world.db, { municipality: espoo, name: 'Vieras talo' })
  for (const municipality of [kajaani, espoo]) await makeUnit(world.db, { municipality })
  const list = await text(keeper.get('/fi/organisaatiot'))
  expect(list).toContain('Oma talo ry')
  expect(list).not.toContain('Vieras talo')
  expect(list).toContain('2 organisaatiota')
  expect(await text(keeper.get('/fi/organisaatiot/luettelo.csv'))).not.toContain('Vieras')

  const [own, foreign, shared] = [
    await idOf('Oma talo ry'),
    await idOf('Vieras talo ry'),
    await idOf('Esimerkkialueen hyvinvointialue'),
  ]
  expect((await keeper.get(`/fi/organisaatiot/${foreign}`)).status).toBe(404)
  expect((await keeper.get(`/fi/organisaatiot/${own}/yhdista`)).status).toBe(403)
  const form = { name: 'Oma Talo ry', kind: 'association', businessId: '0201256 6' }
  expect((await keeper.post(`/fi/organisaatiot/${foreign}/tiedot`, form)).status).toBe(404)
  const refused = await keeper.post(`/fi/organisaatiot/${shared}/tiedot`, form)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Pyydä muutos Kaikukeskukselta.')
  expect((await keeper.post(`/fi/organisaatiot/${own}/tiedot`, form)).status).toBe(303)
  expect(await rowOf(own)).toMatchObject({
    name: 'Oma Talo ry',
    kind: 'association',
    business_id: '0201256-6',
  })

  const page = await text(keeper.get(`/fi/organisaatiot/${shared}`))
  expect(page).toContain('Organisaatio toimii myös muilla alueilla')
  expect(page).toContain('Kajaani')
  expect(page).not.toContain('Espoo')
})

test('a name and a business id belong to one', async () => {
  const form = { name: 'Säätiö Esimerkki', kind: 'foundation', businessId: '0245458-3' }
  expect((await centre.post('/fi/organisaatiot/uusi', form)).status).toBe(303)
  const twice = (more: object) => centre.post('/fi/organisaatiot/uusi', { ...form, ...more })
  expect(await text(twice({ businessId: '' }))).toContain('Tämänniminen organisaatio on jo.')
  expect(await text(twice({ name: 'Toinen' }))).toContain('Toisella organisaatiolla on jo tämä Y-tunnus.')
  expect(await text(twice({ name: 'Toinen', businessId: '0245458-4' }))).toContain('Tarkista Y-tunnus.')
  const next = await keeper.post('/fi/organisaatiot/uusi', { name: 'Kolmas oy', kind: 'company' })
  expect(next.headers.get('location')).toBe('/fi/jakajat/uusi?organisation=Kolmas%20oy')
  expect(await text(keeper.get(next.headers.get('location')!))).toContain('value="Kolmas oy"')
})

test('two that are the same become one, with their places, people and history', async () => {
  const site = await makeSite(world.db, { municipality: kajaani, name: 'Sali', intermediary: 'Lippu Yksi' })
  await makeSite(world.db, { municipality: espoo, name: 'Halli', intermediary: 'Lippu Kaksi' })
  const [from, into] = [await idOf('Lippu Yksi'), await idOf('Lippu Kaksi')]
  const seller = await world.as({ role: 'intermediary', organisationId: from })

  expect((await keeper.post(`/fi/organisaatiot/${from}/yhdista`, { into: String(into) })).status).toBe(403)
  expect(await text(centre.get(`/fi/organisaatiot/${from}/yhdista?into=${into}`))).toContain(
    'Tarkista ennen yhdistämistä',
  )
  expect((await centre.post(`/fi/organisaatiot/${from}/yhdista`, { into: String(into) })).status).toBe(303)
  expect(await rowOf(from)).toMatchObject({ merged_into_id: into, closed_on: '2026-05-04' })
  const desk = await text(seller.get('/fi/kassa'))
  expect(desk).toContain('Sali')
  expect(desk).toContain('Halli')

  const home = await idOf('Sali ry')
  const other = await idOf('Halli ry')
  expect((await centre.post(`/fi/organisaatiot/${home}/yhdista`, { into: String(other) })).status).toBe(303)
  const { organisation_id } = await world.db
    .selectFrom('site_period')
    .select('organisation_id')
    .where('site_id', '=', site.id)
    .executeTakeFirstOrThrow()
  expect(organisation_id).toBe(other)
  // Whoever types the old name later means the one that stayed.
  await keeper.post('/fi/kohteet-yllapito/uusi', {
    name: 'Pieni sali',
    organisation: 'Sali ry',
    municipality: String(kajaani.id),
    category: 'culture',
  })
  const small = await world.db
    .selectFrom('site')
    .select('organisation_id')
    .where('name', '=', 'Pieni sali')
    .executeTakeFirstOrThrow()
  expect(small.organisation_id).toBe(other)
})

test('twins inside are merged first', async () => {
  await makeSite(world.db, { municipality: kajaani, name: 'Kaksonen' })
  const b = await makeSite(world.db, { municipality: kajaani, name: 'Toinen kaksonen' })
  await world.db.updateTable('site').set({ name: 'Kaksonen' }).where('id', '=', b.id).execute()
  const [from, into] = [await idOf('Kaksonen ry'), await idOf('Toinen kaksonen ry')]
  const answer = await centre.post(`/fi/organisaatiot/${from}/yhdista`, { into: String(into) })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Yhdistä ne ensin.')
})
