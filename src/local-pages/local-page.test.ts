import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'

/** One area for all tests, which come in the order of its life: those that change it after those that read. */
let world: World
let made: Awaited<ReturnType<typeof makeArea>>
beforeAll(async () => {
  world = await newWorld()
  made = await makeArea()
})
afterAll(() => world.end())

const at = (path: keyof Pick<typeof publicPaths, 'localPage' | 'embeddedPage'>, reader: HolderLanguage) =>
  fill(publicPaths[path][reader], { area: 'lansi-uusimaa' })
const read = async (path: string) => {
  const answer = await world.anyone.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
/** The same, looked through by a validator. */
const readSound = async (path: string) => {
  const page = await read(path)
  expect(await htmlProblems(page), path).toEqual([])
  return page
}
const statusOf = async (path: string) => (await world.anyone.get(path)).status

/** The names in one part of the page, in its order. */
const namesIn = (page: string, part: string) =>
  [...(page.split(`<h2 id="${part}">`)[1]?.split('<h2')[0] ?? '').matchAll(/<bdi>([^<]+)<\/bdi>/g)].map(
    ([, name]) => name,
  )

/** An area with two municipalities that differ, and all that must not be told of. */
const makeArea = async () => {
  const { db } = world
  const area = 'Länsi-Uusimaa'
  const lohja = await makeMunicipality(db, { area, name: 'Lohja', nameSv: 'Lojo' })
  const hanko = await makeMunicipality(db, { area, name: 'Hanko', nameSv: 'Hangö', phase: 'preparing' })
  const other = await makeMunicipality(db, { area: 'Kainuu', name: 'Kuhmo' })
  const interested = await makeMunicipality(db, { area, name: 'Siuntio', phase: 'interest' })
  await db
    .updateTable('area_membership')
    .set({ preliminary: true })
    .where('municipality_id', '=', hanko.id)
    .execute()
  const units = {
    open: await makeUnit(db, { municipality: lohja, name: 'Nuorten talo', kind: 'youth-outreach' }),
    paused: await makeUnit(db, { municipality: lohja, name: 'Aikuistyö', kind: 'oma palvelu' }),
    closed: await makeUnit(db, { municipality: lohja, name: 'Suljettu yksikkö' }),
    elsewhere: await makeUnit(db, { municipality: other, name: 'Kuhmon toimisto' }),
    early: await makeUnit(db, { municipality: interested, name: 'Siuntion toimisto' }),
  }
  await makeUnit(db, { municipality: lohja, name: 'Turvakoti' })
  const shown = Object.values(units).map(({ id }) => id)
  await db.updateTable('issuing_unit').set({ is_public: true }).where('id', 'in', shown).execute()
  const pause = { paused_from: '2026-05-01', made_at: world.now(), made_by: 'test' }
  await db
    .insertInto('pause')
    .values({ ...pause, unit_id: units.paused.id })
    .execute()
  const theatre = await makeSite(db, { municipality: lohja, name: 'Teatteri <b>' })
  await makeSite(db, { municipality: hanko, name: 'Majakka' })
  await makeSite(db, { municipality: other, name: 'Kuhmon museo' })
  await makeSite(db, { municipality: lohja, name: 'Torikioski', popUp: true })
  const gone = await makeSite(db, { municipality: lohja, name: 'Suljettu museo' })
  const close = (table: 'issuing_unit' | 'site', id: number, closed_on: string) =>
    db.updateTable(table).set({ closed_on }).where('id', '=', id).execute()
  await close('issuing_unit', units.closed.id, '2026-05-04')
  await close('site', gone.id, '2026-05-04')
  const how = { site_id: theatre.id, field: 'how' as const, changed_at: world.now() }
  await db
    .insertInto('site_text')
    .values([
      { ...how, language: 'fi', text: 'Hae lippu kassalta.' },
      { ...how, language: 'en', text: 'Get the ticket at the desk.' },
    ])
    .execute()
  return { areaId: lohja.areaId, lohja, hanko, units, theatre, close }
}

describe('the local page', () => {
  test('says what the register says', async () => {
    const page = await readSound(at('localPage', 'fi'))
    expect(namesIn(page, 'where')).toEqual(['Lohja', 'Aikuistyö', 'Nuorten talo'])
    expect(namesIn(page, 'places')).toEqual(['Hanko', 'Majakka', 'Lohja', 'Teatteri &lt;b&gt;'])
    expect(page).toContain('Etsivä nuorisotyö')
    expect(page).toContain('oma palvelu</span> <span class="tag wait">Tauolla</span>')
    expect(page).toContain('Majakka</bdi></a></strong> <span class="tag off">Tulossa</span>')
    expect(page).toContain('Tulossa · alustava tieto</span> <bdi>Hanko</bdi>')
    expect(page).toContain('Hae lippu kassalta.')
    expect(page).toContain('Olet 16-vuotias tai vanhempi')
    expect(page).not.toMatch(/Siuntio|Kuhmo|Turvakoti|Suljettu|Torikioski/)
  })

  test('is there in every language with the same names, and says what it has in another', async () => {
    const text = { area_id: made.areaId, changed_at: new Date('2026-03-02T10:00:00Z'), changed_by: 'test' }
    await world.db
      .insertInto('area_text')
      .values([
        { ...text, field: 'intro', language: 'fi', text: 'Tervetuloa <i>.\n\nKysy lisää.' },
        { ...text, field: 'intro', language: 'en', text: 'Welcome.' },
        { ...text, field: 'good-to-know', language: 'ar', text: 'مغلق' },
      ])
      .execute()
    const intros: Partial<Record<HolderLanguage, string>> = {
      fi: '<div><p>Tervetuloa &lt;i&gt;.</p><p>Kysy lisää.</p></div>',
      ar: '<div lang="en" dir="ltr"><p>Welcome.</p></div>',
      se: '<div lang="fi"><p>Tervetuloa',
      en: '<div><p>Welcome.</p></div>',
    }
    for (const reader of holderLanguages) {
      const page = await read(at('localPage', reader))
      const { tag, direction, isReviewed } = aboutLanguages[reader]
      expect(page).toContain(`<html lang="${tag}" dir="${direction}"`)
      expect(namesIn(page, 'where').slice(1)).toEqual(['Aikuistyö', 'Nuorten talo'])
      expect(namesIn(page, 'places')).toContain(reader === 'sv' ? 'Hangö' : 'Hanko')
      expect(page).toContain(intros[reader] ?? '<p>')
      expect(page).toContain(reader === 'ar' ? '<div><p>مغلق' : '<div lang="ar" dir="rtl"><p>مغلق')
      expect(page.includes(holderFrameWords[reader].unreviewed)).toBe(!isReviewed)
    }
    const russian = await readSound(at('localPage', 'ru'))
    expect(russian).toContain('<span lang="en">Get the ticket at the desk.</span>')
    expect(await readSound(at('localPage', 'ar'))).toContain('<bdi>Teatteri')
    expect(await read(at('localPage', 'fi'))).toContain('Päivitetty 2.3.2026')
  })

  test('is not there for an area that only thinks of it', async () => {
    await makeMunicipality(world.db, { area: 'Satakunta', phase: 'interest' })
    expect(await statusOf('/fi/alueet/satakunta')).toBe(404)
    expect(await statusOf('/api/v1/areas/satakunta/page')).toBe(404)
  })
})

describe('elsewhere', () => {
  const policyOf = (answer: Response) => answer.headers.get('content-security-policy')!

  test('the page stands in a frame of anybody’s, and only that page does', async () => {
    const answer = await world.anyone.get(at('embeddedPage', 'fi'))
    expect(policyOf(answer)).toContain('frame-ancestors *')
    expect(policyOf(answer)).toMatch(/script-src 'none'.*form-action 'none'/)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const page = await answer.text()
    expect(await htmlProblems(page)).toEqual([])
    expect(page).toContain('<base target="_top"/>')
    expect(page).not.toMatch(/<script|<nav|<form|<header/)
    const whole = await world.anyone.get(at('localPage', 'fi'))
    expect(policyOf(whole)).toContain("frame-ancestors 'none'")
    expect(namesIn(page, 'where')).toEqual(namesIn(await whole.text(), 'where'))
    expect(policyOf(await world.anyone.get('/fi/alueet'))).toContain("frame-ancestors 'none'")
  })

  test('programs of anybody read the same', async () => {
    const { theatre } = made
    const answer = await world.anyone.get('/api/v1/areas/lansi-uusimaa/page?language=ru')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const told = await answer.json()
    expect(told).toMatchObject({
      ...{ asOf: '2026-05-04', language: 'ru', ownUrl: null, notice: null, contacts: [] },
      page: 'http://localhost:3000/ru/areas/lansi-uusimaa',
      intro: { text: 'Welcome.', language: 'en' },
      embed: 'http://localhost:3000/ru/areas/lansi-uusimaa/embed',
    })
    expect(told.issuers.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Aikuistyö',
      'Nuorten talo',
    ])
    expect(told.sites.find(({ id }: { id: number }) => id === theatre.id)).toMatchObject({
      how: { text: 'Get the ticket at the desk.', language: 'en' },
    })
    expect(await statusOf('/api/v1/areas/olematon/page')).toBe(404)
    expect(await statusOf('/api/v1/areas/lansi-uusimaa/page?language=xx')).toBe(422)
  })
})

describe('where to get the card', () => {
  test('names the services of all, or of the one that was chosen, and says what to do where there are none', async () => {
    const { lohja, hanko, areaId } = made
    const nobody = await makeMunicipality(world.db, { area: 'Länsi-Uusimaa', name: 'Inkoo' })
    const contact = { area_id: areaId, changed_at: world.now(), changed_by: 'test', phone: '08 000 1234' }
    await world.db
      .insertInto('area_contact')
      .values({ ...contact, side: 'sote', name: 'Neuvonta' })
      .execute()
    const all = await readSound('/fi/mista-kortin-saa')
    expect([...all.matchAll(/<strong><bdi>([^<]+)/g)].map(([, name]) => name)).toEqual([
      ...['Kuhmon toimisto', 'Aikuistyö', 'Nuorten talo'],
    ])
    expect(all).not.toMatch(/Turvakoti|Siuntio/)
    const one = await readSound(`/fi/mista-kortin-saa?municipality=${lohja.id}`)
    expect(one).not.toContain('Kuhmon toimisto')
    expect(one).toContain('Nuorten talo')
    expect(one).toContain('href="tel:080001234"')
    expect(one).toContain('href="/fi/alueet/lansi-uusimaa"')
    expect(one).toMatch(new RegExp(`<option value="${lohja.id}" selected[^>]*>Lohja`))
    const none = await readSound(`/fi/mista-kortin-saa?municipality=${nobody.id}`)
    expect(none).toContain('Kysy silti korttia palvelusta, jonka asiakas olet.')
    const coming = await read(`/sv/var-far-man-kortet?municipality=${hanko.id}`)
    expect(coming).toContain('Hangö förbereder ännu kortet.')
    expect(await read('/ar/where-to-get-the-card?municipality=%3Cb%3E')).toContain('Kuhmon toimisto')
  })
})

describe('as time goes by', () => {
  test('a notice is shown on its days only', async () => {
    const by = { area_id: made.areaId, changed_at: world.now(), changed_by: 'test' }
    await world.db
      .insertInto('area_text')
      .values({ ...by, field: 'notice', language: 'fi', text: 'Kortteja tulee lisää.' })
      .execute()
    await world.db
      .insertInto('area_page')
      .values({ ...by, notice_from: '2026-05-05', notice_until: '2026-05-05' })
      .execute()
    const isTold = async () => (await read(at('localPage', 'fi'))).includes('Kortteja tulee lisää.')
    expect(await isTold()).toBe(false)
    world.later(24 * 60)
    expect(await isTold()).toBe(true)
    world.later(24 * 60)
    expect(await isTold()).toBe(false)
  })

  test('an exception is told where its site is, not where another has the same name', async () => {
    const { municipalityId } = await world.db
      .selectFrom('site')
      .select('municipality_id as municipalityId')
      .where('name', '=', 'Kuhmon museo')
      .executeTakeFirstOrThrow()
    await world.db.updateTable('site').set({ name: 'Majakka' }).where('name', '=', 'Kuhmon museo').execute()
    const there = await world.db
      .selectFrom('site')
      .select('id')
      .where('municipality_id', '=', municipalityId)
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('exception_period')
      .values({
        ...{ site_id: there.id, valid_from: '2026-05-01', valid_until: '2026-05-31' },
        ...{ reason_fi: 'Putki vuotaa.', made_at: world.now(), made_by: 'test' },
      })
      .execute()
    expect(await read(at('localPage', 'fi'))).not.toContain('Putki vuotaa.')
    const told = async (reader: HolderLanguage) =>
      read(fill(publicPaths.localPage[reader], { area: 'kainuu' }))
    expect(await told('fi')).toContain('<p>Putki vuotaa.</p>')
    expect(await told('sv')).toContain('<p><span lang="fi">Putki vuotaa.</span></p>')
  })

  test('a place that closes is gone', async () => {
    await made.close('issuing_unit', made.units.open.id, '2026-05-04')
    await made.close('site', made.theatre.id, '2026-05-04')
    const page = await read(at('localPage', 'fi'))
    expect(namesIn(page, 'where')).toEqual(['Lohja', 'Aikuistyö'])
    expect(namesIn(page, 'places')).toEqual(['Hanko', 'Majakka'])
  })

  test('the address stays: an id and a name of old lead to the one of today', async () => {
    const { areaId } = made
    const leads = async (path: string) => {
      const answer = await world.anyone.get(path)
      return [answer.status, answer.headers.get('location')]
    }
    expect(await leads(`/sv/omraden/${areaId}?a=b`)).toEqual([308, '/sv/omraden/lansi-uusimaa?a=b'])
    await world.db.updateTable('area').set({ name: 'Läntinen Åland & Ŋ' }).where('id', '=', areaId).execute()
    expect(await leads('/ar/areas/lansi-uusimaa/embed')).toEqual([308, '/ar/areas/lantinen-aland-n/embed'])
    await world.db.insertInto('area').values({ name: 'Lansi uusimaa' }).execute()
    expect(await leads('/fi/alueet/lansi-uusimaa')).toEqual([308, '/fi/alueet/lantinen-aland-n'])
    for (const name of ['olematon', '0', '999999', '%3Cb%3E', '%00', 'x'.repeat(300)])
      expect(await statusOf(`/fi/alueet/${name}`), name).toBe(404)
  })
})
