import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MadeUnit, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
type Browser = Awaited<ReturnType<World['as']>>
let centre: Browser
let keeper: Browser
let other: Browser
let issuer: Browser
let unit: MadeUnit

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const kajaani = await makeMunicipality(world.db, { name: 'Kajaani', area: 'Kainuu' })
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const espoo = await makeMunicipality(world.db, { name: 'Espoo', area: 'Espoo' })
  unit = await makeUnit(world.db, { municipality: kajaani, name: 'Aikuissosiaalityö', kind: 'oma palvelu' })
  await makeUnit(world.db, { municipality: kuhmo, name: 'Työpaja Kipinä' })
  await makeUnit(world.db, { municipality: espoo, name: 'Etsivä nuorisotyö' })
  centre = await world.as({ role: 'centre' })
  keeper = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
  other = await world.as({ role: 'coordinator', areaId: espoo.areaId })
  issuer = await world.as({ role: 'issuer', unit })
})
afterAll(() => world.end())

const text = async (answer: Promise<Response>) => (await answer).text()
const rowOf = (id: number) =>
  world.db.selectFrom('issuing_unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('the list', () => {
  test('the centre sees all, a coordinator the own area, an issuer nothing', async () => {
    const all = await text(centre.get('/fi/jakajat'))
    for (const name of ['Aikuissosiaalityö', 'Työpaja Kipinä', 'Etsivä nuorisotyö'])
      expect(all).toContain(name)
    expect(all).toContain('3 yksikköä')
    const own = await text(keeper.get('/fi/jakajat'))
    expect(own).toContain('Työpaja Kipinä')
    expect(own).not.toContain('Etsivä nuorisotyö')
    expect(own).not.toContain('Espoo')
    expect((await issuer.get('/fi/jakajat')).status).toBe(403)
    expect((await world.anyone.get('/fi/jakajat')).status).toBe(303)
  })

  test.each([
    ['q=kipina', ['Työpaja Kipinä']],
    ['q=KUHMO', ['Työpaja Kipinä']],
    ['q=tyo kuhmo', ['Työpaja Kipinä']],
    ['q=hyvinvointialue', ['Aikuissosiaalityö', 'Etsivä nuorisotyö', 'Työpaja Kipinä']],
    ['q=100%25', []],
    ['kind=oma palvelu', ['Aikuissosiaalityö']],
    ['kind=social-office', ['Etsivä nuorisotyö', 'Työpaja Kipinä']],
    ['state=paused', []],
    ['area=x&municipality=%27', ['Aikuissosiaalityö', 'Etsivä nuorisotyö', 'Työpaja Kipinä']],
  ])('%s narrows it', async (query, names) => {
    const page = await text(centre.get(`/fi/jakajat?${query}`))
    const found = [...page.matchAll(/<a href="\/fi\/jakajat\/\d+">([^<]+)</g)].map(([, name]) => name)
    expect(found).toEqual(names)
  })

  test('what needs attention comes first', async () => {
    const [first] = await world.db
      .selectFrom('issuing_unit')
      .select('id')
      .where('name', '=', 'Aikuissosiaalityö')
      .execute()
    const contact = { name: 'Aino Esimerkki', made_at: world.now() }
    await world.db
      .insertInto('contact_person')
      .values({ ...contact, unit_id: first!.id })
      .execute()
    await world.db
      .insertInto('confirmation')
      .values({
        unit_id: first!.id,
        year: 2026,
        instructed_on: '2026-02-01',
        confirmed_at: world.now(),
        confirmed_by: 'x',
      })
      .execute()
    await makeCard(world.db, world.keys, { unit, registeredOn: '2026-04-20' })
    const page = await text(centre.get('/fi/jakajat'))
    expect(page.indexOf('Työpaja Kipinä')).toBeLessThan(page.indexOf('Aikuissosiaalityö'))
    const named = (query: string) => text(centre.get(`/fi/jakajat?attention=${query}`))
    for (const query of ['any', 'contact', 'silent', 'confirmation']) {
      expect(await named(query)).not.toContain('>Aikuissosiaalityö<')
      expect(await named(query)).toContain('>Työpaja Kipinä<')
    }
    // The organisation's own contact person answers for all its units.
    const { organisation_id } = await rowOf(unit.id)
    await world.db
      .insertInto('contact_person')
      .values({ ...contact, organisation_id })
      .execute()
    expect(await named('contact')).not.toContain('>Työpaja Kipinä<')
  })

  test('the file has the same rows, runs nothing, and is in the audit log', async () => {
    await makeUnit(world.db, { municipality: unit.municipality, name: '=HYPERLINK("http://x")' })
    const file = await keeper.get(`/fi/jakajat/luettelo.csv?municipality=${unit.municipality.id}`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const csv = await file.text()
    expect(csv).toContain('Aikuissosiaalityö;')
    expect(csv).not.toContain('Kipinä')
    expect(csv).not.toContain('Etsivä')
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    const [row] = await world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect(row).toMatchObject({ permission: 'units.read', outcome: 'done', role: 'coordinator' })
    expect(row!.subject).toMatchObject({ file: 'units-2026-05-04.csv', read: true })
    expect((await issuer.get('/fi/jakajat/luettelo.csv')).status).toBe(403)
  })
})

describe('a unit', () => {
  test('is nobody else’s', async () => {
    for (const path of ['', '/tiedot', '/muutos', '/tauko', '/sulje', '/yhdista']) {
      expect((await keeper.get(`/fi/jakajat/${unit.id}${path}`)).status).toBe(200)
      expect((await other.get(`/fi/jakajat/${unit.id}${path}`)).status).toBe(404)
      expect((await issuer.get(`/fi/jakajat/${unit.id}${path}`)).status).toBe(403)
    }
    const fields = {
      name: 'X',
      kind: 'debt',
      from: '1.6.2026',
      until: '',
      reason: 'x',
      on: '1.6.2026',
      into: '1',
    }
    for (const path of [
      '/tiedot',
      '/muutos',
      '/muutos/peru',
      '/tauko',
      '/tauko/paata',
      '/sulje',
      '/avaa',
      '/yhdista',
    ]) {
      const all = { ...fields, organisation: 'Y', municipality: String(unit.municipality.id) }
      expect((await other.post(`/fi/jakajat/${unit.id}${path}`, all)).status).toBe(404)
      expect((await issuer.post(`/fi/jakajat/${unit.id}${path}`, all)).status).toBe(403)
    }
    expect((await rowOf(unit.id)).name).toBe('Aikuissosiaalityö')
    for (const id of ['0', '999999', 'x', '1e1', '99999999999'])
      expect((await centre.get(`/fi/jakajat/${id}`)).status).toBe(404)
  })

  test('keeps its own words for its kind, but nobody else gets new ones', async () => {
    const fields = { name: 'Aikuissosiaalityö', kind: 'oma palvelu', isPublic: 'yes' }
    expect((await keeper.post(`/fi/jakajat/${unit.id}/tiedot`, fields)).status).toBe(303)
    expect(await rowOf(unit.id)).toMatchObject({ kind: 'oma palvelu', is_public: true, third_sector: false })
    const wrong = await keeper.post(`/fi/jakajat/${unit.id}/tiedot`, {
      ...fields,
      kind: 'keksitty',
      thirdSector: 'yes',
    })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('Valitse palvelu.')
    expect(page).toMatch(/name="thirdSector"[^>]*checked/)
    expect(await text(keeper.get(`/fi/jakajat/${unit.id}`))).toContain('oma palvelu')
  })
})

describe('a new issuer', () => {
  const fields = (more = {}) => ({
    name: 'Velkaneuvonta',
    organisation: 'Kajaanin kaupunki',
    municipality: String(unit.municipality.id),
    kind: 'debt',
    reason: 'Asiakkaat kysyvät korttia.',
    ...more,
  })
  const made = async (answer: Promise<Response>) =>
    Number(/jakajat\/(\d+)/.exec((await answer).headers.get('location')!)![1])

  test('is proposed by a coordinator and answered by the centre', async () => {
    const again = await keeper.post('/fi/jakajat/uusi', fields({ reason: '' }))
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Kirjoita syy.')
    const id = await made(keeper.post('/fi/jakajat/uusi', fields()))
    expect((await rowOf(id)).state).toBe('proposed')
    expect(await text(keeper.get(`/fi/jakajat/${id}`))).toContain('Odottaa Kaikukeskuksen vastausta')
    expect((await keeper.get('/fi/jakajat/pyynnot')).status).toBe(403)
    expect((await keeper.post(`/fi/jakajat/pyynnot/${id}`, { answer: 'approved' })).status).toBe(403)
    // What is not agreed has no life yet.
    expect((await keeper.get(`/fi/jakajat/${id}/tauko`)).status).toBe(404)
    expect(await text(centre.get('/fi/jakajat'))).toContain('1 ehdotus odottaa vastausta')
    expect(await text(centre.get('/fi/jakajat/pyynnot'))).toContain('Asiakkaat kysyvät korttia.')

    const bare = await centre.post(`/fi/jakajat/pyynnot/${id}`, { answer: 'declined' })
    expect(bare.status).toBe(422)
    expect(
      (
        await centre.post(`/fi/jakajat/pyynnot/${id}`, {
          answer: 'declined',
          reason: 'Vielä liian aikaista.',
        })
      ).status,
    ).toBe(303)
    expect((await rowOf(id)).state).toBe('declined')
    expect(await text(keeper.get(`/fi/jakajat/${id}`))).toContain('Vielä liian aikaista.')
    expect((await centre.post(`/fi/jakajat/pyynnot/${id}`, { answer: 'approved' })).status).toBe(422)

    expect(await text(keeper.get(`/fi/jakajat/uusi?again=${id}`))).toContain('value="Velkaneuvonta"')
    expect(await made(keeper.post('/fi/jakajat/uusi', fields({ reason: 'Nyt on aika.' })))).toBe(id)
    expect((await centre.post(`/fi/jakajat/pyynnot/${id}`, { answer: 'approved' })).status).toBe(303)
    expect((await rowOf(id)).state).toBe('active')
  })

  test('of the centre is in use at once', async () => {
    const id = await made(centre.post('/fi/jakajat/uusi', fields({ name: 'Suoraan', reason: '' })))
    expect((await rowOf(id)).state).toBe('active')
    expect((await centre.post('/fi/jakajat/uusi', fields({ name: 'Suoraan' }))).status).toBe(422)
  })

  test('lies in the coordinator’s own area', async () => {
    const answer = await other.post('/fi/jakajat/uusi', fields({ name: 'Muualla' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Valitse kunta.')
  })
})
