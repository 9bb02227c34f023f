import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems as allHtmlProblems } from '../../test/html.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { remindOfConfirmations } from './remind.ts'

/** A stacked table repeats its roles on purpose: browsers drop them with the layout. */
const htmlProblems = async (page: string) =>
  (await allHtmlProblems(page)).filter((problem) => !problem.startsWith('no-redundant-role'))

let world: World
let unit: MadeUnit
let site: MadeSite
let silent: MadeSite
let elsewhere: MadeUnit
beforeEach(async () => {
  world = await newWorld('2026-08-20T09:00:00Z')
  const { db } = world
  const kuhmo = await makeMunicipality(db, { name: 'Kuhmo' })
  const sotkamo = await makeMunicipality(db, { name: 'Sotkamo' })
  unit = await makeUnit(db, { municipality: kuhmo, name: 'Sosiaalitoimisto Lentua' })
  site = await makeSite(db, { municipality: sotkamo, name: 'Kino Tervahöyry' })
  silent = await makeSite(db, { municipality: kuhmo, name: 'Hiljainen halli' })
  const lahti = await makeMunicipality(db, { name: 'Lahti', area: 'Päijät-Häme' })
  elsewhere = await makeUnit(db, { municipality: lahti, name: 'Kaukainen yksikkö' })
  const person = { name: 'Aino Esimerkki', email: 'aino@esimerkki.example', made_at: world.now() }
  await db
    .insertInto('contact_person')
    .values({ ...person, unit_id: unit.id })
    .execute()
  await db
    .insertInto('contact_person')
    .values({ ...person, site_id: site.id })
    .execute()
  await db
    .insertInto('contact_person')
    .values({ ...person, unit_id: elsewhere.id })
    .execute()
  await db
    .insertInto('contact_person')
    .values({ name: 'Eero Mallinen', phone: '08 123', made_at: world.now(), site_id: silent.id })
    .execute()
})
afterEach(() => world.end())

const good = { holds: 'yes', instructed: '1.3.2026' }
const confirmations = () =>
  world.db
    .selectFrom('confirmation')
    .select(['unit_id', 'site_id', 'year', 'instructed_on', 'confirmed_at'])
    .execute()
const mails = () => world.db.selectFrom('mail').selectAll().orderBy('recipient').execute()
const coordinator = () => world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
const day = 24 * 60

describe('the one-page form', () => {
  test('shows who answers, takes the day, and says that it is done', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    const form = await (await issuer.get('/fi/vahvista')).text()
    expect(form).toContain('Vahvista tiedot vuodelle 2026')
    expect(form).toContain('aino@esimerkki.example')
    expect(form).toMatch(/yhteyshenkilot\/yksikko\/\d+\/\d+\/muokkaa/)
    expect(await htmlProblems(form)).toEqual([])
    expect((await issuer.post('/fi/vahvista', good)).status).toBe(303)
    expect(await confirmations()).toEqual([
      {
        unit_id: unit.id,
        site_id: null,
        year: 2026,
        instructed_on: '2026-03-01',
        confirmed_at: world.now(),
      },
    ])
    const done = await (await issuer.get('/fi/vahvista')).text()
    expect(done).toContain('Vahvistettu 20.8.2026. Henkilökunta perehdytettiin 1.3.2026.')
    expect(await htmlProblems(done)).toEqual([])
  })

  test('again the same changes nothing; a new day replaces the old', async () => {
    const venue = await world.as({ role: 'venue', site })
    await venue.post('/fi/vahvista', good)
    const first = await confirmations()
    world.later(10)
    expect((await venue.post('/fi/vahvista', good)).status).toBe(303)
    expect(await confirmations()).toEqual(first)
    await venue.post('/fi/vahvista', { ...good, instructed: '15.8.2026' })
    expect((await confirmations()).map((row) => [row.site_id, row.instructed_on])).toEqual([
      [site.id, '2026-08-15'],
    ])
  })

  test('each year is confirmed anew', async () => {
    const at = async (start: string, instructed: string) => {
      world.later((Date.parse(start) - world.now().getTime()) / 60_000)
      const issuer = await world.as({ role: 'issuer', unit })
      expect((await issuer.post('/fi/vahvista', { ...good, instructed })).status).toBe(303)
    }
    await at('2026-12-31T12:00:00Z', '1.3.2026')
    await at('2027-01-01T12:00:00Z', '1.3.2026')
    expect((await confirmations()).map(({ year }) => year).sort()).toEqual([2026, 2027])
  })

  test.each([
    ['not ticked', { holds: '' }, 'Merkitse, että yhteystiedot pitävät'],
    ['no day', { instructed: '' }, 'Kirjoita päivä, jona henkilökunta'],
    ['no real day', { instructed: '31.2.2026' }, 'Kirjoita päivä muodossa'],
    ['tomorrow', { instructed: '21.8.2026' }, 'Päivä on vielä edessä.'],
    ['too long ago', { instructed: '19.8.2025' }, 'Perehdytyksestä on yli vuosi.'],
    ['an identity code', { instructed: '131052-308T' }, 'Poista henkilötunnus.'],
  ])('%s is refused, and what was typed stays', async (_, wrong, words) => {
    const issuer = await world.as({ role: 'issuer', unit })
    const reply = await issuer.post('/fi/vahvista', { ...good, ...wrong })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain(words)
    if ('holds' in wrong) expect(page).toContain('value="1.3.2026"')
    else expect(page).toMatch(/name="holds"[^>]*checked/)
    expect(page).not.toContain('308T')
    expect(await htmlProblems(page)).toEqual([])
    expect(await confirmations()).toEqual([])
  })

  test('a place without a contact person is led to add one', async () => {
    const lonely = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
    expect(await (await lonely.get('/fi/vahvista')).text()).toContain('Lisää ensin yhteyshenkilö.')
    expect((await lonely.post('/fi/vahvista', good)).status).toBe(422)
    expect(await confirmations()).toEqual([])
  })

  test.each(['/sv/bekrafta', '/en/confirm'])('%s', async (path) => {
    const issuer = await world.as({ role: 'issuer', unit })
    await issuer.post(path, good)
    expect(await htmlProblems(await (await issuer.get(path)).text())).toEqual([])
  })

  test('is for issuers and venues', async () => {
    expect((await (await coordinator()).get('/fi/vahvista')).status).toBe(403)
    expect((await world.anyone.get('/fi/vahvista')).status).toBe(303)
  })
})

const namesIn = (page: string) => [...page.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name)

describe('the keepers’ list', () => {
  test('has those of the own area who have not confirmed, and narrows', async () => {
    await (await world.as({ role: 'venue', site })).post('/fi/vahvista', good)
    const keeper = await coordinator()
    const list = async (query = '') => {
      const page = await (await keeper.get(`/fi/vahvistukset${query}`)).text()
      expect(await htmlProblems(page)).toEqual([])
      return namesIn(page)
    }
    expect(await list()).toEqual(['Hiljainen halli', 'Sosiaalitoimisto Lentua'])
    expect(await list('?show=done')).toEqual(['Kino Tervahöyry'])
    expect(await list('?kind=unit')).toEqual(['Sosiaalitoimisto Lentua'])
    expect(await list(`?municipality=${site.municipality.id}&kind=unit`)).toEqual([])
    const centre = await world.as({ role: 'centre' })
    expect(namesIn(await (await centre.get('/fi/vahvistukset')).text())).toContain('Kaukainen yksikkö')
  })

  test('leaves out the closed, the merged and the proposed', async () => {
    const { db } = world
    await db.updateTable('site').set({ closed_on: '2026-08-01' }).where('id', '=', silent.id).execute()
    await db.updateTable('site').set({ merged_into_id: silent.id }).where('id', '=', site.id).execute()
    await db.updateTable('issuing_unit').set({ state: 'proposed' }).where('id', '=', unit.id).execute()
    expect(namesIn(await (await (await coordinator()).get('/fi/vahvistukset')).text())).toEqual([])
  })

  test('is taken out as a file, which the log knows', async () => {
    await world.db.updateTable('issuing_unit').set({ name: '=1+1, "x"' }).where('id', '=', unit.id).execute()
    const file = await (await coordinator()).get('/fi/vahvistukset.csv?kind=unit')
    expect(await file.text()).toBe(
      `kind;name;municipality;confirmed_on;instructed_on;contact_persons;email_addresses;reminded_on\r\nunit;"'=1+1, ""x""";Kuhmo;;;1;1;\r\n`,
    )
    const [row] = await world.db
      .selectFrom('audit')
      .select(['permission', 'subject'])
      .where('permission', '=', 'units.read')
      .execute()
    expect(row!.subject).toMatchObject({ read: true })
  })

  test.each(['issuer', 'venue'] as const)('is not for an %s', async (role) => {
    const someone = await (role === 'issuer' ? world.as({ role, unit }) : world.as({ role: 'venue', site }))
    for (const path of ['/fi/vahvistukset', '/fi/vahvistukset.csv', '/fi/vahvistukset/muistuta'])
      expect((await someone.get(path)).status).toBe(403)
    expect((await someone.post('/fi/vahvistukset/muistuta', {})).status).toBe(403)
  })
})

describe('a reminder', () => {
  test('asks first, then goes to whoever has an address, in the own area', async () => {
    const keeper = await coordinator()
    const ask = await (await keeper.get('/fi/vahvistukset/muistuta')).text()
    expect(ask).toContain('Muistutuksen saa 2 paikkaa, yhteensä 2 kirjettä.')
    expect(ask).toContain('Ilman sähköpostiosoitetta: 1 paikka.')
    expect(await htmlProblems(ask)).toEqual([])
    const reply = await keeper.post('/fi/vahvistukset/muistuta', { kind: '', municipality: '' })
    expect(reply.headers.get('location')).toBe('/fi/vahvistukset?letters=2&places=2')
    const letters = await mails()
    expect(letters.map(({ recipient, language }) => [recipient, language])).toEqual([
      ['aino@esimerkki.example', 'fi'],
      ['aino@esimerkki.example', 'fi'],
    ])
    expect(letters.map(({ subject }) => subject).join()).toContain('Sosiaalitoimisto Lentua')
    expect(letters[0]!.text_body).toContain('http://localhost:3000/fi/vahvista')
    const said = await (await keeper.get('/fi/vahvistukset?letters=2&places=2')).text()
    expect(said).toContain('Lähetyksessä 2 kirjettä, saajana 2 paikkaa.')
  })

  test('comes at most once in fourteen days, however often the button is pressed', async () => {
    const keeper = await coordinator()
    const press = () => keeper.post('/fi/vahvistukset/muistuta', {})
    await Promise.all([press(), press()])
    expect(await mails()).toHaveLength(2)
    world.later(13 * day)
    const later = await coordinator()
    const page = await (await later.get('/fi/vahvistukset/muistuta')).text()
    expect(page).toContain('Nyt ei ole ketään muistutettavaa')
    expect(page).toContain('Alle 14 päivää sitten muistutettu: 2 paikkaa.')
    await later.post('/fi/vahvistukset/muistuta', {})
    expect(await mails()).toHaveLength(2)
    world.later(day)
    await (await coordinator()).post('/fi/vahvistukset/muistuta', {})
    expect(await mails()).toHaveLength(4)
  })

  test('goes to those only whom the list was narrowed to, and to nobody who has confirmed', async () => {
    await (await world.as({ role: 'issuer', unit })).post('/fi/vahvista', good)
    const keeper = await coordinator()
    await keeper.post('/fi/vahvistukset/muistuta', { kind: 'unit' })
    expect(await mails()).toEqual([])
    await keeper.post('/fi/vahvistukset/muistuta', { municipality: String(site.municipality.id) })
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'Vahvista Kaikukortti-tiedot vuodelle 2026: Kino Tervahöyry',
    ])
  })

  test('is in the language of the reader’s account, and Swedish in Haaparanta', async () => {
    const { db } = world
    const haaparanta = await makeMunicipality(db, { name: 'Haaparanta', country: 'SE' })
    const stuga = await makeUnit(db, { municipality: haaparanta })
    const person = { name: 'Maja Exempel', made_at: world.now() }
    await db
      .insertInto('contact_person')
      .values([
        { ...person, email: 'maja@esimerkki.example', unit_id: stuga.id },
        { ...person, email: 'SAGA@esimerkki.example', unit_id: stuga.id },
      ])
      .execute()
    await db
      .insertInto('account')
      .values({
        email: 'saga@esimerkki.example',
        name: 'Saga Exempel',
        language: 'en',
        created_at: world.now(),
      })
      .execute()
    await (await coordinator()).post('/fi/vahvistukset/muistuta', {
      municipality: String(haaparanta.id),
    })
    expect((await mails()).map(({ recipient, language }) => [recipient.toLowerCase(), language])).toEqual(
      expect.arrayContaining([
        ['maja@esimerkki.example', 'sv'],
        ['saga@esimerkki.example', 'en'],
      ]),
    )
  })

  test('goes out by itself from September on, once a month, to the whole country', async () => {
    const run = () => remindOfConfirmations(world.db, world.now(), 'https://kaiku.example')
    expect(await run()).toBe(0)
    world.later(13 * day)
    expect(await run()).toBe(3)
    expect(await run()).toBe(0)
    world.later(29 * day)
    expect(await run()).toBe(0)
    world.later(day)
    expect(await run()).toBe(3)
    expect((await mails())[0]!.text_body).toContain('https://kaiku.example/fi/vahvista')
  })
})
