import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeEvent } from '../../test/events.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

type Someone = Awaited<ReturnType<World['as']>>

let world: World
let site: MadeSite
let sibling: MadeSite
let elsewhere: MadeSite
let venue: Someone
beforeEach(async () => {
  world = await newWorld()
  const kajaani = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  site = await makeSite(world.db, { municipality: kajaani, name: 'Teatteri Tuohus' })
  sibling = await makeSite(world.db, { municipality: kajaani })
  const lahti = await makeMunicipality(world.db, { name: 'Lahti', area: 'Päijät-Häme' })
  elsewhere = await makeSite(world.db, { municipality: lahti })
  venue = await world.as({ role: 'venue', site })
})
afterEach(() => world.end())

const full = {
  included: 'Kaikki omat näytökset.\r\n\r\nMyös konsertit.',
  how: 'Hae lippu kassalta ja näytä kortti.',
  cancelling: 'Soita kassalle.',
  limits: 'Vierailut eivät kuulu etuun.',
  courses: 'Ilmoittaudu toimistoon.',
  children: 'Omat lapset pääsevät mukaan.',
  companions: '',
  accessibility: 'Esteetön sisäänkäynti.',
  arrival: 'Bussi 5 pysähtyy ovella.',
  stepFree: 'yes',
  'link-home': 'www.esimerkki.example',
  'link-tickets': 'https://esimerkki.example/liput',
  'link-programme': '',
  'link-accessibility': '',
  ticketLimit: '2',
  ticketPeriod: 'week',
  courseLimit: '2',
  coursePeriod: 'term',
  courseFee: '30,50 €',
  courseExcess: 'yes',
  street: 'Esimerkkikatu 1',
  postalCode: '87 100',
}
const own = '/fi/oma-kohde/ehdot'
const publicPage = async (language: 'fi' | 'sv' | 'en' = 'fi', of = site) => {
  const path = { fi: '/fi/kohteet/', sv: '/sv/stallen/', en: '/en/places/' }[language]
  const reply = await world.anyone.get(path + of.id)
  const page = await reply.text()
  expect(reply.status).toBe(200)
  expect(await htmlProblems(page)).toEqual([])
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'))
}
const writeFull = async (more: Record<string, string> = {}) =>
  expect((await venue.post(own, { ...full, ...more })).headers.get('location')).toBe(`${own}?saved`)

describe('the public page of a site', () => {
  test('of an empty one says so, and that assistants get in free', async () => {
    const page = await publicPage()
    expect(page).toContain('<h1><bdi>Teatteri Tuohus</bdi></h1>')
    expect(page).toContain('Kohde ei ole vielä kertonut tarkemmin')
    expect(page).toContain('Avustaja ja tulkki pääsevät aina maksutta. Todistusta ei tarvita.')
    expect([...page.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, title]) => title)).toEqual([
      'Jos et pääse',
      'Avustajat ja tulkit',
    ])
  })

  test('tells what comes next there, and nothing that has been', async () => {
    const inDays = (days: number) => new Date(world.now().getTime() + days * 86_400_000)
    await makeEvent(world.db, site, { name: 'Talvikonsertti', startsAt: inDays(-3) })
    expect(await publicPage()).not.toContain('Seuraavat tapahtumat')
    await makeEvent(world.db, site, { name: 'Kevätkonsertti', startsAt: inDays(2) })
    const page = await publicPage()
    expect(page).toContain('<h2 id="events">Seuraavat tapahtumat</h2>')
    expect(page).toContain('Kevätkonsertti')
    expect(page).not.toContain('Talvikonsertti')
    expect(page).toContain(`/fi/tapahtumat.ics?site=${site.id}`)
  })

  test('shows all that was written, in the order in which one asks', async () => {
    await writeFull()
    const page = await publicPage()
    expect([...page.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, title]) => title)).toEqual([
      'Tämän saat kortilla',
      'Näin hankit lipun',
      'Jos et pääse',
      'Hyvä tietää rajoista',
      'Kurssit',
      'Lapset',
      'Avustajat ja tulkit',
      'Esteettömyys',
      'Näin pääset perille',
      'Osoite',
      'Linkit',
    ])
    for (const part of [
      '<p>Kaikki omat näytökset.</p><p>Myös konsertit.</p>',
      'Enintään 2 lippua viikossa.',
      'Älä jätä lippua käyttämättä. Peru se ajoissa, jos et pääse.</p><p>Soita kassalle.',
      'Enintään 2 kurssia lukukaudessa.',
      'Kortti kattaa kurssista 30,50 €. Maksat itse sen yli menevän osan.',
      'Esimerkkikatu 1, 87100 Kajaani',
      'https://www.openstreetmap.org/search?query=Esimerkkikatu+1%2C+87100+Kajaani',
      '<span class="tag ok">Esteetön sisäänpääsy</span>',
      '<a href="#arrival">Näin pääset perille</a>',
      'Päivitetty 4.5.2026',
      'href="https://www.esimerkki.example/"',
      'href="https://esimerkki.example/liput"',
    ])
      expect(page).toContain(part)
    expect(page).not.toContain('Kohde ei ole vielä kertonut')
  })

  test('tells search engines what and where it is, and no more than it says itself', async () => {
    await writeFull()
    const page = await publicPage('sv')
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? []
    const [place, trail] = JSON.parse(json)['@graph']
    expect(place).toMatchObject({
      '@type': 'Place',
      name: 'Teatteri Tuohus',
      sameAs: 'https://www.esimerkki.example/',
      address: { streetAddress: 'Esimerkkikatu 1', postalCode: '87100', addressLocality: 'Kajana' },
      amenityFeature: { value: true },
    })
    expect(trail.itemListElement).toHaveLength(2)
    expect(json).not.toContain('isAccessibleForFree')
  })

  test('is in Arabic from right to left, with what the site wrote in its own direction', async () => {
    await writeFull()
    const page = await (await world.anyone.get(`/ar/places/${site.id}`)).text()
    expect(await htmlProblems(page)).toEqual([])
    expect(page).toContain('<html lang="ar" dir="rtl"')
    expect(page).toContain('<p lang="fi" dir="ltr">Omat lapset pääsevät mukaan.</p>')
    expect(page).toContain('الحد الأقصى: تذكرتان في الأسبوع.')
  })

  test('never shows who the contact person is', async () => {
    const person = { name: 'Aino Esimerkki', email: 'aino@esimerkki.example', made_at: world.now() }
    await world.db
      .insertInto('contact_person')
      .values({ ...person, site_id: site.id })
      .execute()
    expect(await publicPage()).not.toMatch(/Aino|aino@/)
  })

  test.each([
    ['closed', { closed_on: '2026-05-01' }, 'Kohde on suljettu'],
    ['a pop-up that is over', { area_id: null, popup_until: '2026-05-03' }, 'on päättynyt'],
  ] as const)('says that it is %s', async (_, facts, words) => {
    await world.db.updateTable('site').set(facts).where('id', '=', site.id).execute()
    expect(await publicPage()).toContain(words)
  })

  test('says until when it is paused, in that time only', async () => {
    await world.db
      .insertInto('pause')
      .values({
        site_id: site.id,
        paused_from: '2026-05-04',
        paused_until: '2026-05-05',
        made_at: world.now(),
        made_by: 'test',
      })
      .execute()
    expect(await publicPage('en')).toContain('The break lasts until 5 May 2026.')
    world.later(2 * 24 * 60)
    expect(await publicPage('en')).not.toContain('break')
  })

  test('leads to the site that it was joined with', async () => {
    const facts = { merged_into_id: sibling.id, closed_on: '2026-05-01' }
    await world.db.updateTable('site').set(facts).where('id', '=', site.id).execute()
    expect(await publicPage('sv')).toContain(`href="/sv/stallen/${sibling.id}"`)
  })

  test.each(['0', '999999', '99999999999', 'x', '-1'])('there is none at %s', async (id) =>
    expect((await world.anyone.get(`/fi/kohteet/${id}`)).status).toBe(404),
  )

  test('is led to from the list of places', async () => {
    const list = await (await world.anyone.get('/fi/kohteet')).text()
    expect(list).toContain(`<a href="/fi/kohteet/${site.id}">Teatteri Tuohus</a>`)
  })
})

describe('writing the terms', () => {
  test('the form holds what was kept, and emptied parts are gone', async () => {
    await writeFull()
    const form = await (await venue.get(`${own}?saved`)).text()
    expect(form).toContain('Ehdot on tallennettu.')
    expect(form).toContain('value="30,50"')
    expect(form).toMatch(/name="coursePeriod" value="term" checked/)
    expect(await htmlProblems(form)).toEqual([])
    await venue.post(own, {})
    expect(await world.db.selectFrom('site_text').selectAll().execute()).toEqual([])
    expect(await world.db.selectFrom('site_link').selectAll().execute()).toEqual([])
    expect(await publicPage()).not.toContain('Kurssit')
  })

  test.each([
    [
      'an identity code in a text',
      { limits: 'Kysy: 131052-308T' },
      'Tekstissä näyttää olevan henkilötunnus.',
    ],
    ['a long text', { included: 'x'.repeat(1001) }, 'Lyhennä tekstiä'],
    ['more than a sentence', { how: 'x'.repeat(201) }, 'Lyhennä yhteen lauseeseen'],
    ['a script for a link', { 'link-home': 'javascript:alert(1)' }, 'Tarkista linkki.'],
    ['a mail address for a link', { 'link-home': 'mailto:a@esimerkki.example' }, 'Tarkista linkki.'],
    ['a link with a password', { 'link-home': 'https://a:b@esimerkki.example' }, 'Tarkista linkki.'],
    ['half a postal code', { postalCode: '871' }, 'Kirjoita postinumero viidellä numerolla.'],
    ['a number in words', { courseLimit: 'kaksi' }, 'Kirjoita määrä numeroin'],
    ['a number without its time', { coursePeriod: '' }, 'Valitse, missä ajassa'],
    ['a time without a number', { courseLimit: '' }, 'Kirjoita, montako kortilla saa'],
    ['a fee in words', { courseFee: 'ilmainen' }, 'Kirjoita hinta euroina'],
    ['an excess of nothing', { courseFee: '' }, 'Kirjoita korkein hinta'],
  ])('%s is refused, and the rest stays as typed', async (_, wrong, words) => {
    const reply = await venue.post(own, { ...full, ...wrong })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain(words)
    expect(page).toContain('Omat lapset pääsevät mukaan.')
    expect(page).toContain('value="Esimerkkikatu 1"')
    expect(page).not.toContain('308T')
    expect(await htmlProblems(page)).toEqual([])
    expect(await world.db.selectFrom('site_text').selectAll().execute()).toEqual([])
  })

  test('markup is text', async () => {
    await writeFull({ included: '<script>alert(1)</script>' })
    expect(await publicPage()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('translations', () => {
  const swedish = `${own}/kaannos/sv`
  test('stand beside their source, and are shown to their readers', async () => {
    await writeFull()
    const form = await (await venue.get(swedish)).text()
    expect(form).toContain('Kaikki omat näytökset.')
    expect(form).not.toContain('name="companions"')
    expect(await htmlProblems(form)).toEqual([])
    expect(await publicPage('sv')).toContain('<p lang="fi">Vierailut eivät kuulu etuun.</p>')
    await venue.post(swedish, { limits: 'Två biljetter i veckan.' })
    const page = await publicPage('sv')
    expect(page).toContain('<p>Två biljetter i veckan.</p>')
    expect(page).toContain('Den här punkten finns bara på finska.')
    expect(page).toContain('Esimerkkikatu 1, 87100 Kajana')
    expect(await publicPage('en')).toContain('The card covers €30.50 of a course.')
  })

  test('are marked when the Finnish has moved on, until they follow or are found still good', async () => {
    const mark = 'Den finska texten har ändrats efter den här översättningen.'
    await writeFull()
    world.later(1)
    await venue.post(swedish, { limits: 'Två biljetter.', how: 'I kassan.' })
    world.later(1)
    await writeFull()
    expect(await publicPage('sv')).not.toContain(mark)
    world.later(1)
    await writeFull({ limits: 'Kolme lippua.', how: 'Kassalta.' })
    expect((await publicPage('sv')).split(mark)).toHaveLength(3)
    expect(await (await venue.get(own)).text()).toContain('2 käännöstä vanhentunut')
    const form = await (await venue.get(swedish)).text()
    expect(form.split('Suomenkielinen teksti on muuttunut tämän käännöksen jälkeen')).toHaveLength(3)
    world.later(1)
    await venue.post(swedish, { limits: 'Tre biljetter.', how: 'I kassan.', 'still-how': 'yes' })
    expect(await publicPage('sv')).not.toContain(mark)
  })

  test('of what the Finnish no longer says are kept, but not shown', async () => {
    await writeFull()
    await venue.post(swedish, { limits: 'Två biljetter.' })
    await writeFull({ limits: '' })
    expect(await publicPage('sv')).not.toContain('Två biljetter.')
    await venue.post(swedish, { how: 'I kassan.' })
    const rows = await world.db.selectFrom('site_text').select('text').where('language', '=', 'sv').execute()
    expect(rows.map(({ text }) => text).sort()).toEqual(['I kassan.', 'Två biljetter.'])
  })

  test('are refused as kindly', async () => {
    await writeFull()
    const reply = await venue.post(swedish, { how: 'x'.repeat(201), limits: 'Två biljetter.' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('>Två biljetter.</textarea>')
    expect(await htmlProblems(page)).toEqual([])
  })

  test('wait for the Finnish', async () => {
    expect(await (await venue.get(swedish)).text()).toContain('Suomenkielisiä tekstejä ei vielä ole')
    expect((await venue.get(`${own}/kaannos/de`)).status).toBe(404)
    expect((await venue.post(`${own}/kaannos/fi`, { how: 'x' })).status).toBe(404)
  })

  test('are seen in the preview, all three', async () => {
    await writeFull()
    await venue.post(swedish, { limits: 'Två biljetter.' })
    const page = await (await venue.get(`${own}/esikatselu`)).text()
    for (const part of ['Vierailut eivät kuulu etuun.', 'Två biljetter.', 'What you get with the card'])
      expect(page).toContain(part)
    expect(await htmlProblems(page)).toEqual([])
  })
})

describe('whose they are', () => {
  const keptPages = ({ id }: MadeSite) => [
    `/fi/kohteet-yllapito/${id}/ehdot`,
    `/fi/kohteet-yllapito/${id}/ehdot/esikatselu`,
    `/fi/kohteet-yllapito/${id}/ehdot/kaannos/sv`,
  ]
  const statusesOf = async (someone: Someone, place: MadeSite) => {
    const gets = await Promise.all(keptPages(place).map(async (path) => (await someone.get(path)).status))
    const form = keptPages(place)[0]!
    const translation = keptPages(place)[2]!
    const posts = [(await someone.post(form, full)).status, (await someone.post(translation, {})).status]
    return [...new Set([...gets, ...posts])].join()
  }

  test('a coordinator keeps those of the area, the centre all, others none', async () => {
    const areaId = site.municipality.areaId
    const coordinator = await world.as({ role: 'coordinator', areaId })
    const centre = await world.as({ role: 'centre' })
    const issuer = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
    expect(await statusesOf(coordinator, site)).toBe('200,303')
    expect(await statusesOf(coordinator, sibling)).toBe('200,303')
    expect(await statusesOf(coordinator, elsewhere)).toBe('404')
    expect(await statusesOf(centre, elsewhere)).toBe('200,303')
    expect(await statusesOf(venue, site)).toBe('403')
    expect(await statusesOf(issuer, site)).toBe('403')
    for (const someone of [coordinator, centre, issuer]) expect((await someone.get(own)).status).toBe(403)
    expect((await world.anyone.get(own)).status).toBe(303)
  })

  test('a venue changes its own site only', async () => {
    await writeFull()
    const rows = await world.db.selectFrom('site_text').select('site_id').distinct().execute()
    expect(rows).toEqual([{ site_id: site.id }])
    expect(await world.db.selectFrom('site').select('id').where('street', 'is not', null).execute()).toEqual([
      { id: site.id },
    ])
  })
})
