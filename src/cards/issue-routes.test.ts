import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../test/imports.ts'
import { type MadeUnit, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { isNewCode } from '../codes/rules.ts'
import { importPostalCodes } from '../postal-codes/import.ts'
import { practiceCodes, shownCodes } from './practice-rules.ts'

let world: World
let unit: MadeUnit
let issuer: Awaited<ReturnType<World['as']>>

/** A few codes are enough: the whole list is tried beside its own slice. */
const codes = `code,municipality_code,municipality,source,licence,listed_on
87100,205,Kajaani,Luettelo,MIT,2026-01-01
00100,091,Helsinki,Luettelo,MIT,2026-01-01
74300,762,Sonkajärvi,Luettelo,MIT,2026-01-01
`
const takeCodes = async () => {
  const chunks = (async function* () {
    yield new TextEncoder().encode(codes)
  })()
  const run = { chunks, beside: () => null, keys: world.keys, today: '2026-05-04', isTrial: false }
  await world.db.transaction().execute((db) => importPostalCodes(db, { ...run, progress: () => {} }))
}

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const municipality = await makeMunicipality(world.db, { name: 'Kajaani', from: '2026-04-01' })
  for (const name of ['Helsinki', 'Sonkajärvi'])
    await world.db.insertInto('municipality').values({ name_fi: name }).execute()
  await makeMunicipality(world.db, { name: 'Haaparanta', nameSv: 'Haparanda', country: 'SE', area: 'Ruotsi' })
  unit = await makeUnit(world.db, { municipality, name: 'Aikuissosiaalityö' })
  await takeCodes()
})
afterAll(() => world.end())
beforeEach(async () => {
  issuer = await world.as({ role: 'issuer', unit })
})

const inStock = () => makeCard(world.db, world.keys, { unit, stock: true })
const answers = (code: string, more: Record<string, string> = {}) => ({
  ...{ code, consent: 'yes', birthYear: '1987', postalCode: '87100', children: '2' },
  ...{ lifeSituation: '', gender: '', ...more },
})
const send = (path: string, code: string, more: Record<string, string> = {}) =>
  issuer.post(path, answers(code, more))
const rowOf = (id: number) =>
  world.db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const subjects = async () =>
  (await world.db.selectFrom('audit').select('subject').orderBy('id').execute()).map(({ subject }) => subject)

describe('the home municipality', () => {
  test('in the network passes without a question', async () => {
    const { code } = await inStock()
    expect((await send('/fi/anna-kortti', code)).status).toBe(303)
  })

  test.each([
    ['00100', 'Kunta Helsinki ei ole mukana.', 'Asiakas voi silti saada kortin', 'home-outside'],
    ['99999', 'Emme tunne tätä postinumeroa.', 'Postinumero on oikein', 'home-unknown'],
  ])('%s asks once, keeps what was typed, and a tick goes on', async (postalCode, asks, tick, kind) => {
    const { id, code } = await inStock()
    const asked = await send('/fi/anna-kortti', code, { postalCode, birthYear: '1991' })
    const page = await asked.text()
    expect(asked.status).toBe(422)
    expect(page).toContain(asks)
    expect(page).toContain(tick)
    expect(page).toContain('value="1991"')
    expect(page).toContain(`name="home" aria-describedby="f-home-hint f-home-problem" aria-invalid="true"`)
    expect((await rowOf(id)).state).toBe('stock')
    expect((await send('/fi/anna-kortti', code, { postalCode, home: postalCode })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ state: 'registered', postal_code: postalCode })
    expect((await subjects()).at(-1)).toEqual({ card: id, home: kind })
  })

  test('a tick for another code answers nothing', async () => {
    const { code } = await inStock()
    expect((await send('/fi/anna-kortti', code, { postalCode: '00100', home: '99999' })).status).toBe(422)
  })

  test('is asked in the same round as other problems', async () => {
    const { code } = await inStock()
    const page = await (await send('/fi/anna-kortti', code, { postalCode: '00100', consent: '' })).text()
    expect(page).toContain('Merkitse suostumus.')
    expect(page).toContain('Kunta Helsinki ei ole mukana.')
  })

  test.each(['953 31', '95331', 'SE-953 31'])('in Haparanda, written %s, passes', async (postalCode) => {
    const { id, code } = await inStock()
    expect((await send('/fi/anna-kortti', code, { postalCode })).status).toBe(303)
    expect((await rowOf(id)).postal_code).toBe('95331')
  })

  test('that the area serves passes from its day to its last', async () => {
    const keeper = await world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
    const { id } = await world.db
      .selectFrom('municipality')
      .select('id')
      .where('name_fi', '=', 'Sonkajärvi')
      .executeTakeFirstOrThrow()
    const asks = async () =>
      (await send('/fi/anna-kortti', (await inStock()).code, { postalCode: '74300' })).status === 422
    expect(await asks()).toBe(true)
    const named = { area: String(unit.municipality.areaId), municipality: String(id) }
    const added = await keeper.post('/fi/kotikunnat', { ...named, from: '4.5.2026', until: '' })
    expect(added.headers.get('location')).toBe('/fi/kotikunnat?done=added')
    expect(await asks()).toBe(false)
    const again = await keeper.post('/fi/kotikunnat', { ...named, from: '1.6.2026', until: '' })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('jo luettelossa')])
    const row = await world.db.selectFrom('area_home_exception').selectAll().executeTakeFirstOrThrow()
    expect((await keeper.post(`/fi/kotikunnat/${row.id}/lopeta`, {})).status).toBe(303)
    expect(await asks()).toBe(false)
    world.later(24 * 60)
    issuer = await world.as({ role: 'issuer', unit }) // yesterday's session has ended
    expect(await asks()).toBe(true)
    world.later(-24 * 60)
  })

  test('no keeper names one for another area', async () => {
    const other = await makeMunicipality(world.db, { area: 'Satakunta' })
    const keeper = await world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
    const named = { area: String(other.areaId), municipality: String(other.id), from: '4.5.2026' }
    expect((await keeper.post('/fi/kotikunnat', named)).status).toBe(422)
    await expect(
      world.requests
        .insertInto('area_home_exception')
        .values({
          ...{ area_id: other.areaId, municipality_id: other.id, valid_from: '2026-05-04' },
          ...{ made_at: world.now(), made_by: 'test' },
        })
        .execute(),
    ).rejects.toThrow()
  })
})

describe('the pages', () => {
  test('say who may have a card, and that no income papers are ever asked for', async () => {
    const page = await (await issuer.get('/fi/anna-kortti')).text()
    expect(page).toContain('Hän täyttää tänä vuonna ainakin 16.')
    expect(page).toContain('Tulotietoja ei pyydetä, katsota eikä tallenneta koskaan.')
    expect(page).toContain('<summary>Muistilista</summary>')
    expect(page).toContain('Luettelo: Luettelo, 1.1.2026.')
  })

  test('the confirmation links the guide in nine languages, for the client’s home', async () => {
    const { id, code } = await inStock()
    await send('/fi/anna-kortti', code)
    const page = await (await issuer.get(`/fi/anna-kortti/${id}`)).text()
    const links = [...page.matchAll(/href="\/ohje\.pdf\?language=([\w-]+)&amp;municipality=(\d+)"/g)].map(
      (found) => found.slice(1, 3),
    )
    expect(links.map(([language]) => language)).toEqual([
      'fi',
      'sv',
      'en',
      'fi-simple',
      'ar',
      'ru',
      'uk',
      'so',
      'se',
    ])
    expect(new Set(links.map(([, municipality]) => municipality))).toEqual(
      new Set([String(unit.municipality.id)]),
    )
    expect(page).toContain('dir="rtl"')
    expect(page).toContain(`/fi/kortti/${id}/kysymykset`)
  })

  test.each(['fi', 'sv', 'en'])('have an own address in %s', async (language) => {
    const paper = { fi: 'anna/paperilta', sv: 'dela-ut/fran-papper', en: 'issue/from-paper' }[language]
    const practice = { fi: 'harjoittele', sv: 'ova', en: 'practise' }[language]
    for (const path of [paper, practice]) expect((await issuer.get(`/${language}/${path}`)).status).toBe(200)
  })
})

test('a community card is refused with the way to where it is taken into use', async () => {
  const { code } = await makeCard(world.db, world.keys, { unit, stock: true, type: 'community' })
  const reply = await send('/fi/anna-kortti', code)
  expect(reply.status).toBe(422)
  const html = await reply.text()
  expect(html).toContain('Tämä on yhteisön kortti.')
  expect(html).toContain('<p><a href="/fi/yhteison-kortit">Yhteisön kortit</a></p>')
  const other = await (await send('/fi/anna-kortti', (await inStock()).code, { birthYear: '' })).text()
  expect(other).not.toContain('<p><a href="/fi/yhteison-kortit">')
})

describe('from a paper form', () => {
  const paper = '/fi/anna/paperilta'

  test('the card counts from the day it was handed over', async () => {
    const { id, code } = await inStock()
    const answer = await send(paper, code, { handedOn: '10.4.2026' })
    expect(answer.headers.get('location')).toBe(`/fi/anna-kortti/${id}?way=paper`)
    expect(await rowOf(id)).toMatchObject({
      registered_on: '2026-04-10',
      registered_at: world.now(),
      valid_until: '2027-04-09',
      own_until: '2027-04-09',
    })
    const consent = await world.db.selectFrom('consent').selectAll().where('card_id', '=', id).execute()
    expect(consent).toMatchObject([{ given_on: '2026-04-10' }])
    const page = await (await issuer.get(`/fi/anna-kortti/${id}?way=paper`)).text()
    expect(page).toContain('Kortti annettiin 24 päivää sitten.')
    expect(page).toContain('href="/fi/anna/paperilta?day=2026-04-10"')
    expect(page).not.toContain('Hyvinvointikysymykset')
    const next = await (await issuer.get(`${paper}?day=2026-04-10`)).text()
    expect(next).toContain('value="10.4.2026"')
    expect((await issuer.post(`/fi/kortit/${id}/kumoa`, { revision: '1' })).status).toBe(303)
    expect((await rowOf(id)).state).toBe('stock')
  })

  test.each([
    ['', 'Kirjoita antopäivä'],
    ['31.4.2026', 'Kirjoita antopäivä'],
    ['5.5.2026', 'Se ei voi olla tulevaisuudessa.'],
    ['4.3.2026', 'Se voi olla enintään 60 päivää sitten.'],
    // The municipality took the card into use on 1.4.2026: the rules are those of the day.
    ['31.3.2026', 'Kaikukortti ei ole vielä käytössä'],
  ])('a hand-over on “%s” is refused and nothing is lost', async (handedOn, says) => {
    const { id, code } = await inStock()
    const answer = await send(paper, code, { handedOn, birthYear: '1991' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(says)
    expect(page).toContain('value="1991"')
    expect((await rowOf(id)).state).toBe('stock')
  })

  test('not before the unit was agreed', async () => {
    const { code } = await inStock()
    await sql`insert into issuer_request (unit_id, reason, asked_at, asked_by, answer, answered_at, answered_by)
      values (${unit.id}, 'x', '2026-04-15', 'x', 'approved', '2026-04-20 09:00+03', 'x')`.execute(world.db)
    const answer = await send(paper, code, { handedOn: '19.4.2026' })
    expect(await answer.text()).toContain('Yksikkö hyväksyttiin jakajaksi vasta sen jälkeen.')
    expect((await send(paper, code, { handedOn: '20.4.2026' })).status).toBe(303)
    await sql`delete from issuer_request`.execute(world.db)
  })

  test('the same form twice is one registration; with another day it is told', async () => {
    const { code } = await inStock()
    const first = await send(paper, code, { handedOn: '10.4.2026' })
    const twice = await send(paper, code, { handedOn: '10.4.2026' })
    expect(twice.headers.get('location')).toBe(first.headers.get('location'))
    const other = await send(paper, code, { handedOn: '11.4.2026' })
    expect(await other.text()).toContain('Kortti on jo annettu 10.4.2026.')
  })

  test('the age is judged on the day of the hand-over', async () => {
    world.later(245 * 24 * 60) // 4.1.2027
    const young = await world.as({ role: 'issuer', unit })
    const { code } = await inStock()
    const fields = answers(code, { birthYear: '2011', handedOn: '31.12.2026' })
    const early = await young.post(paper, fields)
    expect(await early.text()).toContain('Syntymävuosi voi olla enintään 2010.')
    expect((await young.post(paper, { ...fields, handedOn: '1.1.2027' })).status).toBe(303)
    world.later(-245 * 24 * 60)
  })
})

describe('practice', () => {
  const practise = (code: string, more: Record<string, string> = {}) => send('/fi/harjoittele', code, more)

  test('its codes are sound, and each is another card', () => {
    for (const { code } of shownCodes()) expect([code, isNewCode(code)]).toEqual([code, true])
  })

  test('stores nothing: every table is as it was', async () => {
    const { code } = await inStock()
    await issuer.get('/fi/harjoittele')
    const before = await digestOf(world)
    const done = await practise(practiceCodes.free)
    const page = await done.text()
    expect([done.status, page]).toEqual([200, expect.stringContaining('Nyt mitään ei tallennettu.')])
    expect(page).toContain('3.5.2027 asti')
    expect(page).not.toContain('/kysymykset')
    for (const typed of [code, 'hupsis', '131052-308T', ...Object.values(practiceCodes).slice(1)])
      expect((await practise(typed)).status).toBe(422)
    await practise(practiceCodes.free, { consent: '', birthYear: '2020', postalCode: '00100' })
    await practise(practiceCodes.free, { postalCode: '00100', home: '00100' })
    await issuer.get('/fi/harjoittele?undone=yes')
    expect(await digestOf(world)).toEqual(before)
  })

  test.each([
    [{ consent: '' }, 'Merkitse suostumus.'],
    [{ birthYear: '2011' }, 'Syntymävuosi voi olla enintään 2010.'],
    [{ children: '21' }, 'Se voi olla enintään 20.'],
    [{ postalCode: '00100' }, 'Kunta Helsinki ei ole mukana.'],
    [{ postalCode: '99999' }, 'Emme tunne tätä postinumeroa.'],
    [{ code: practiceCodes.issued }, 'Kortti on jo annettu 4.5.2026. Ota toinen kortti.'],
    [{ code: practiceCodes['other-unit'] }, 'Kortti kuuluu toiselle toimipisteelle.'],
    [{ code: practiceCodes.community }, 'Tämä on yhteisön kortti.'],
    [{ code: 'HARJ0-123AA' }, 'Tunnuksessa on kirjoitusvirhe.'],
  ])('has the same rules and words: %o', async (more, says) => {
    const page = await (await practise(practiceCodes.free, more as Record<string, string>)).text()
    expect(page).toContain(says)
    expect(page).toContain('Harjoitus')
  })

  test('never says anything of a real card, and never repeats an identity code', async () => {
    const { code } = await inStock()
    expect(await (await practise(code)).text()).toContain('Tunnusta ei löydy.')
    expect(await (await practise('131052-308T')).text()).not.toContain('131052')
  })

  test('its codes are no cards anywhere else', async () => {
    const page = await (await send('/fi/anna-kortti', practiceCodes.free)).text()
    expect(page).toContain('Tunnusta ei löydy.')
  })
})
