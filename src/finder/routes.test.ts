import { brotliCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeEvent } from '../../test/events.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { finderWords } from './words.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const read = async (path: string) => {
  const answer = await world.anyone.get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const page = await answer.text()
  expect(await htmlProblems(page)).toEqual([])
  return page
}

/** The municipalities of the list with their places, in the order of the page. */
const listOf = (page: string) =>
  page
    .split('<h3>')
    .slice(1)
    .map((part) => [
      part.split('</h3>')[0],
      ...[...part.matchAll(/<p class="how"><a href="[^"]+">([^<]+)<\/a><\/p>/g)].map(([, name]) => name),
    ])

/** The places of a list by distance, each with its line of facts. */
const nearOf = (page: string) =>
  [...page.matchAll(/<li id="r\d+"><h3><a href="[^"]+">(?:<bdi>)?([^<]+).*?<\/h3><p>(.*?)<\/p>/g)].map(
    ([, name, facts]) => [name, facts!.replace(/<[^>]+>/g, '')],
  )

const say = async (site: MadeSite, language: 'fi' | 'sv' | 'en', text: string) =>
  world.db
    .insertInto('site_text')
    .values({ site_id: site.id, field: 'how', language, text, changed_at: world.now() })
    .execute()

const makeSome = async () => {
  const { db } = world
  const place = async (name: string, nameSv?: string, phase?: 'preparing') =>
    makeMunicipality(db, { name, ...(nameSv ? { nameSv } : {}), ...(phase ? { phase } : {}) })
  const oulu = await place('Oulu', 'Uleåborg')
  const espoo = await place('Espoo', 'Esbo')
  const ahtari = await place('Ähtäri', 'Etseri')
  const lohja = await place('Lohja', 'Lojo', 'preparing')
  const science = await makeSite(db, { name: 'Tiedekeskus', municipality: oulu, category: 'science' })
  const aani = await makeSite(db, { name: 'Äänitalo', municipality: espoo })
  const aalto = await makeSite(db, { name: 'Aalto', municipality: espoo, category: 'sports' })
  const zoo = await makeSite(db, { name: 'Eläinpuisto', municipality: ahtari, popUp: true })
  await makeSite(db, { name: 'Majakka', municipality: lohja })
  const set = (site: MadeSite, facts: Record<string, unknown>) =>
    db.updateTable('site').set(facts).where('id', '=', site.id).execute()
  await set(aalto, { for_children: true, no_booking: true })
  await set(aani, { step_free: true })
  await set(zoo, { for_children: true, popup_until: '2026-08-31' })
  await say(aani, 'fi', 'Hae lippu kassalta.')
  await say(aani, 'sv', 'Hämta biljetten i kassan.')
  return { science, aani, aalto, zoo }
}

describe('the whole list', () => {
  it('is in the order of the alphabet, with the names of the language', async () => {
    await makeSome()
    expect(listOf(await read('/fi/kohteet'))).toEqual([
      ['Espoo', 'Aalto', 'Äänitalo'],
      ['Lohja', 'Majakka'],
      ['Oulu', 'Tiedekeskus'],
      ['Ähtäri', 'Eläinpuisto'],
    ])
    expect(listOf(await read('/sv/stallen')).map(([name]) => name)).toEqual([
      'Esbo',
      'Etseri',
      'Lojo',
      'Uleåborg',
    ])
    const page = await read('/en/places')
    expect(page).toContain('<h2>5 places in 4 municipalities</h2>')
    expect(page).toContain(
      'Eläinpuisto</a></p><p>Culture <span class="tag wait">Pop-up</span> until 31 August 2026',
    )
    expect(page).toContain('Majakka</a></p><p>Culture <span class="tag wait">Coming</span>')
    expect(page.match(/class="tag/g)).toHaveLength(2)
  })

  it('says so when there are no places at all', async () => {
    const page = await read('/fi/kohteet')
    expect(page).toContain('Kohteita ei ole vielä lisätty')
    expect(page).not.toContain('name="category"')
  })

  it('is found at its printed address, in the reader’s language', async () => {
    const answer = await world.anyone.get('/kohteet/12', { 'accept-language': 'ar' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ar/places/12'])
    expect((await world.anyone.get('/kohteet')).headers.get('location')).toBe('/fi/kohteet')
  })

  it('holds names as text, never as markup, and stays light with 450 places', async () => {
    const { db } = world
    await makeSite(db, { name: '<img src=x onerror=alert(1)>' })
    await sql`insert into municipality (name_fi) select 'Kylä ' || n from generate_series(1, 90) n`.execute(
      db,
    )
    await sql`insert into site (organisation_id, municipality_id, name, category)
      select (select min(id) from organisation), m.id, 'Esimerkkiteatteri ' || m.id || n, 'culture'
      from municipality m, generate_series(1, 5) n where m.name_fi like 'Kylä %'`.execute(db)
    const page = await read('/fi/kohteet')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page.match(/<p class="how"><a/g)).toHaveLength(451)
    expect(brotliCompressSync(page).length).toBeLessThan(15_000)
  })
})

describe('near a municipality', () => {
  it('its own places come first, each with how far it is and how to get the ticket', async () => {
    const { science } = await makeSome()
    const page = await read('/fi/kohteet?q=ESBO')
    expect(page).toContain('<h2>3 kohdetta lähellä kuntaa Espoo</h2>')
    expect(nearOf(page)).toEqual([
      ['Aalto', 'Liikunta · Espoo'],
      ['Äänitalo', 'Kulttuuri · Espoo'],
      ['Majakka', 'Kulttuuri · Lohja · noin 32 km Tulossa'],
    ])
    for (const how of ['Näytä kortti ovella. Varausta ei tarvita.', 'Hae lippu kassalta.', 'Kysy kohteesta'])
      expect(page).toContain(`<p class="how">${how}`)
    expect(page).toContain('Espoo: Mihin kortilla pääsee?')
    expect(page).not.toContain(`/fi/kohteet/${science.id}"`)
    expect(await read('/sv/stallen?q=Espoo')).toContain('<p class="how">Hämta biljetten i kassan.</p>')
    const arabic = await read('/ar/places?q=Espoo')
    expect(arabic).toContain('<p class="how" lang="fi" dir="ltr">Hae lippu kassalta.</p>')
    expect(arabic).toContain('<bdi>Äänitalo</bdi>')
  })

  it('is told by a postal code too', async () => {
    await makeSome()
    const row = { code: '02100', municipality_code: '049', municipality: 'Espoo' }
    const from = { source: 'test', licence: 'test', listed_on: '2026-01-01' }
    await world.db
      .insertInto('postal_code')
      .values({ ...row, ...from })
      .execute()
    expect(nearOf(await read('/fi/kohteet?q=02100')).map(([name]) => name)).toEqual([
      'Aalto',
      'Äänitalo',
      'Majakka',
    ])
    expect(await read('/fi/kohteet?q=99999')).toContain('Tällä haulla ei löytynyt kohteita')
  })

  it('where there is none, the nearest municipalities that have some are offered', async () => {
    await makeSome()
    const page = await read('/fi/kohteet?q=Utsjoki')
    expect(page).toContain('Lähellä ei ole kohteita')
    expect(page).toMatch(/href="\/fi\/kohteet\?q=Oulu"><bdi>Oulu<\/bdi><\/a> noin \d+ km · 1 kohde</)
    expect(page).toContain('href="/fi/kohteet"')
  })

  it('shows so many at once, and the next at their own place', async () => {
    const { db } = world
    const kuhmo = await makeMunicipality(db, { name: 'Kuhmo' })
    for (let nth = 0; nth < 45; nth++) await makeSite(db, { municipality: kuhmo })
    const first = await read('/fi/kohteet?q=kuhmo&category=culture')
    expect(nearOf(first)).toHaveLength(40)
    expect(first).toContain('href="/fi/kohteet?q=kuhmo&amp;category=culture&amp;n=80#r41"')
    const all = await read('/fi/kohteet?q=kuhmo&category=culture&n=80')
    expect(nearOf(all)).toHaveLength(45)
    expect(all).not.toContain('Näytä lisää kohteita')
  })
})

describe('filters', () => {
  it('leave what the places have said, count beforehand, and keep the rest of the search', async () => {
    await makeSome()
    const all = await read('/fi/kohteet')
    for (const label of ['Kaikki (5)', 'Liikunta (1)', 'Lapsille (2)', 'Esteetön sisäänpääsy (1)'])
      expect(all).toContain(`<span>${label}</span>`)
    expect(all).not.toContain('Koulutus (')
    const page = await read('/fi/kohteet?q=espoo&noBooking=yes&forChildren=yes')
    expect(nearOf(page).map(([name]) => name)).toEqual(['Aalto'])
    expect(page).toMatch(/<input type="hidden" name="q" value="espoo"\/>/)
    expect(page).toMatch(/<input type="hidden" name="noBooking" value="yes"\/>/)
    expect(page).toMatch(/type="checkbox" name="noBooking" value="yes" checked/)
    expect(page).toContain('href="/sv/stallen?q=espoo&amp;noBooking=yes&amp;forChildren=yes"')
  })

  it('by when one would go: only places that have something on in those days', async () => {
    const { aani, aalto } = await makeSome()
    const inDays = (days: number) => new Date(world.now().getTime() + days * 86_400_000)
    await makeEvent(world.db, aani, { startsAt: inDays(0) })
    await makeEvent(world.db, aalto, { startsAt: inDays(5) })
    expect(listOf(await read('/fi/kohteet?when=today'))).toEqual([['Espoo', 'Äänitalo']])
    expect(listOf(await read('/fi/kohteet?when=week'))).toEqual([['Espoo', 'Aalto', 'Äänitalo']])
    world.later(7 * 24 * 60)
    expect(listOf(await read('/fi/kohteet?when=week'))).toEqual([])
  })

  it('that leave nothing are taken off with one link', async () => {
    await makeSome()
    const page = await read('/fi/kohteet?q=oulu&stepFree=yes')
    expect(page).toContain('Näillä rajauksilla ei löytynyt kohteita')
    expect(page).toContain('href="/fi/kohteet?q=oulu"')
    expect(page).toContain('href="/fi/kohteet?q=Espoo&amp;stepFree=yes"')
  })

  it('by county, from a list and a map that say the same', async () => {
    await makeSome()
    await sql`insert into county (code, name, name_sv) values ('33', 'Länsi-Uudenmaan hyvinvointialue',
      'Västra Nylands välfärdsområde')`.execute(world.db)
    await sql`update municipality set county_id = (select id from county where code = '33')
      where name_fi in ('Espoo', 'Lohja')`.execute(world.db)
    const page = await read('/sv/stallen')
    expect(page).toContain('<bdi>Västra Nylands välfärdsområde</bdi></a> (3)')
    expect(
      page.match(/<a href="\/sv\/stallen\?county=33" aria-label="LU 3 Västra Nylands välfärdsområde">/g),
    ).toHaveLength(2)
    const chosen = await read('/sv/stallen?county=33')
    expect(chosen).toContain('<h2>3 ställen i Västra Nylands välfärdsområde</h2>')
    expect(listOf(chosen).map(([name]) => name)).toEqual(['Esbo', 'Lojo'])
  })
})

it('a search shows what was typed as text', async () => {
  await makeSome()
  const page = await read(`/sv/stallen?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(page).toContain('Sökningen gav inga ställen')
  expect(page).not.toContain('<script>alert')
})

it('the finder and its answers are in every language of the holders', async () => {
  await makeSome()
  for (const reader of holderLanguages) {
    const t = finderWords[reader]
    const page = await read(`${publicPaths.sites[reader]}?q=Espoo`)
    expect(page).toContain(`<h1>${t.title}</h1>`)
    expect(page).toContain(t.showCard)
    expect(page).toContain(`${t.places(3)} ${t.near(reader === 'sv' ? 'Esbo' : 'Espoo')}`)
  }
})
