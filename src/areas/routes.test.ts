import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'

type Centre = Awaited<ReturnType<DeskWorld['world']['as']>>
let desk: DeskWorld
let centre: Centre
beforeEach(async () => {
  desk = await newDesk()
  centre = await desk.world.as({ role: 'centre' })
})

const list = '/fi/alueet-yllapito'
const pageOf = (areaId: number) => `${list}/${areaId}`

/** A unit and a site in a pilot from January through August, and a card of that unit. */
const newPilot = async (given: { crossUse?: boolean; area?: string } = {}) => {
  const { db, keys } = desk.world
  const municipality = await makeMunicipality(db, {
    ...{ phase: 'pilot', from: '2026-01-01', until: '2026-08-31', area: 'Lappi' },
    ...given,
  })
  const unit = await makeUnit(db, { municipality })
  const site = await makeSite(db, { municipality })
  const card = await makeCard(db, keys, {
    ...{ unit, registeredOn: '2026-03-15', ownUntil: '2027-03-14', validUntil: '2026-08-31' },
  })
  const member = `${pageOf(municipality.areaId)}/kunnat/${municipality.id}`
  return { municipality, unit, site, card, member, venue: await desk.world.as({ role: 'venue', site }) }
}

const cardOf = (id: number) =>
  desk.world.db
    .selectFrom('card')
    .select(['valid_until', 'own_until', 'revision'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const eventsOf = async (id: number) =>
  (await desk.world.db.selectFrom('card_event').select('event').where('card_id', '=', id).execute()).map(
    ({ event }) => event,
  )
const stagesOf = (municipalityId: number) =>
  desk.world.db
    .selectFrom('area_membership')
    .select(['phase', 'phase_from as from', 'phase_until as until', 'cross_use as crossUse'])
    .where('municipality_id', '=', municipalityId)
    .orderBy(sql`phase_from nulls first`)
    .execute()

describe('a pilot', () => {
  test('is extended: it says what will move, moves it, and the desk says the new day', async () => {
    const { card, member, venue, municipality } = await newPilot()
    const asked = await desk.get(`${member}?change=pilot-end&asked=yes&until=31.12.2026`, centre)
    expect(asked.text).toContain('1 kortin viimeinen päivä siirtyy: 31.12.2026.')
    expect(await htmlProblems(asked.html)).toEqual([])
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2026-08-31' })

    const done = await desk.post(member, { change: 'pilot-end', until: '31.12.2026' }, centre)
    expect(done).toMatchObject({ status: 303, to: `${pageOf(municipality.areaId)}?done=changed&moved=1` })
    expect((await desk.get(done.to, centre)).text).toContain('1 kortin viimeinen päivä siirtyi.')
    expect(await cardOf(card.id)).toEqual({ valid_until: '2026-12-31', own_until: '2027-03-14', revision: 1 })
    expect(await eventsOf(card.id)).toEqual(['validity-moved'])
    expect((await desk.open(card.code, venue)).text).toContain('Voimassa 31.12.2026 asti')
  })

  test('is extended past a card’s own day: the card has its own day', async () => {
    const { card, member } = await newPilot()
    await desk.post(member, { change: 'pilot-end', until: '31.12.2028' }, centre)
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2027-03-14' })
  })

  test('is shortened: its cards end with it, and those of others stay', async () => {
    const { card, member, unit } = await newPilot()
    const { db, keys } = desk.world
    const other = await desk.card({})
    const stock = await makeCard(db, keys, { unit, stock: true })
    await desk.post(member, { change: 'pilot-end', until: '4.5.2026' }, centre)
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2026-05-04' })
    expect(await cardOf(other.id)).toMatchObject({ valid_until: '2027-03-14', revision: 0 })
    expect(await cardOf(stock.id)).toMatchObject({ valid_until: null, revision: 0 })
  })

  test('becomes permanent: its cards have their own day, and its rows follow each other', async () => {
    const { card, member, municipality } = await newPilot()
    const asked = await desk.get(`${member}?change=permanent&asked=yes&from=1.6.2026`, centre)
    expect(asked.text).toContain('siirtyy: 14.3.2027')
    expect(asked.text).toContain('Alueelta puuttuu vielä asioita')
    await desk.post(member, { change: 'permanent', from: '1.6.2026' }, centre)
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2027-03-14' })
    expect(await stagesOf(municipality.id)).toEqual([
      { phase: 'pilot', from: '2026-01-01', until: '2026-05-31', crossUse: true },
      { phase: 'permanent', from: '2026-06-01', until: null, crossUse: true },
    ])
  })

  test('switches cross-use from a day on, and is still one pilot', async () => {
    const { card, member } = await newPilot()
    await desk.post(member, { change: 'cross-use', from: '1.6.2026' }, centre)
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2026-08-31', revision: 0 })
    await desk.post(member, { change: 'pilot-end', until: '30.9.2026' }, centre)
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2026-09-30' })
  })

  test('keeps a card as long as an exception promised, when it is shortened', async () => {
    const { card, member } = await newPilot()
    await desk.world.db
      .insertInto('exception_period')
      .values({
        ...{ valid_from: '2026-05-01', valid_until: '2026-06-30', cards_until: '2026-07-31' },
        ...{ reason_fi: 'Tulva', made_at: desk.world.now(), made_by: 'test' },
      })
      .execute()
    await desk.post(member, { change: 'pilot-end', until: '31.5.2026' }, centre)
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2026-07-31' })
  })

  test('a day that makes no sense comes back with what was typed, and nothing changes', async () => {
    const { card, member } = await newPilot()
    for (const [until, sentence] of [
      ['3.5.2026', 'Viimeinen päivä voi olla aikaisintaan tänään.'],
      ['31.2.2026', 'Kirjoita päivä näin'],
      ['', 'Kirjoita viimeinen päivä.'],
    ] as const) {
      const asked = await desk.get(
        `${member}?${new URLSearchParams({ change: 'pilot-end', asked: 'yes', until })}`,
        centre,
      )
      expect(asked.text).toContain(sentence)
      expect(asked.html).toContain(`value="${until}"`)
      expect((await desk.post(member, { change: 'pilot-end', until }, centre)).status).toBe(422)
    }
    expect(await cardOf(card.id)).toMatchObject({ valid_until: '2026-08-31', revision: 0 })
  })
})

describe('an area', () => {
  test('is opened with its first municipality, prepares and pilots', async () => {
    const { db } = desk.world
    const free = await db
      .insertInto('municipality')
      .values({ name_fi: 'Ranua' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const municipality = String(free.id)
    const opened = await desk.post(
      `${list}/uusi`,
      { name: 'Etelä-Lappi', nameSv: '', municipality, phase: 'interest' },
      centre,
    )
    expect(opened.status).toBe(303)
    const page = await desk.get(opened.to, centre)
    expect(page.text).toContain('Alue on avattu. Etelä-Lappi Kiinnostunut')
    // It has neither units nor sites yet: its links lead to no other area's.
    const swedish = await desk.get(opened.to.replace('/fi/alueet-yllapito', '/sv/omraden-underhall'), centre)
    const lists = [...swedish.html.matchAll(/href="(\/sv\/[^"?]+\?area=\d+)"/g)].map(([, href]) => href!)
    expect(lists).toHaveLength(2)
    for (const href of lists) {
      expect((await desk.get(href.split('?')[0]!, centre)).text).toMatch(
        /Aikuissosiaalityö|Esimerkkiteatteri/,
      )
      expect((await desk.get(href, centre)).text).not.toMatch(/Aikuissosiaalityö|Esimerkkiteatteri/)
    }
    const member = `${opened.to.split('?')[0]}/kunnat/${municipality}`
    await desk.post(member, { change: 'prepare', from: '4.5.2026' }, centre)
    const piloted = { change: 'pilot', from: '1.9.2026', until: '31.8.2027', localOnly: 'yes' }
    expect((await desk.post(member, piloted, centre)).status).toBe(303)
    expect(await stagesOf(free.id)).toEqual([
      { phase: 'preparing', from: '2026-05-04', until: '2026-08-31', crossUse: true },
      { phase: 'pilot', from: '2026-09-01', until: '2027-08-31', crossUse: false },
    ])
    expect((await desk.get(list, centre)).text).toContain('Etelä-Lappi Valmistelu 1')
    expect(await desk.audits('memberships.change')).toHaveLength(2)
  })

  test('of a known name, or with a municipality of another area, is not opened', async () => {
    const { areaId, id } = await makeMunicipality(desk.world.db, { area: 'Satakunta' })
    const taken = await desk.post(
      `${list}/uusi`,
      { name: 'Uusi', municipality: String(id), phase: 'preparing' },
      centre,
    )
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Kunta on samaan aikaan toisella alueella')
    const areas = await desk.world.db.selectFrom('area').select(['id', 'name']).execute()
    expect(areas.map(({ name }) => name)).not.toContain('Uusi')
    const again = await desk.post(`${list}/uusi`, { name: 'Satakunta', municipality: String(id) }, centre)
    expect(again.text).toContain('Samanniminen alue on jo olemassa')
    expect(areaId).toBeGreaterThan(0)
  })

  test('has its checklist ticked from what the register has', async () => {
    const { db, now } = desk.world
    const { municipality, unit, site } = await newPilot()
    const path = pageOf(municipality.areaId)
    const pointsOf = async () => {
      const { html } = await desk.get(path, centre)
      return [...html.matchAll(/<dt>([^<]+)<\/dt><dd><span class="tag (\w+)">([^<]+)/g)].map(
        ([, point, , said]) => `${point}: ${said}`,
      )
    }
    expect(await pointsOf()).toEqual([
      'Kulttuurin vastuuhenkilö: Puuttuu',
      'Sote- tai hytepuolen vastuuhenkilö: Puuttuu',
      'Ainakin yksi jakava yksikkö: Kunnossa',
      'Kolmannen sektorin kortinjakaja: Puuttuu',
      'Ainakin yksi kohde: Kunnossa',
      'Yhteyshenkilö jokaisella jakavalla organisaatiolla: Puuttuu 1',
      'Yhteyshenkilö jokaisella kohteella: Puuttuu 1',
      'Alueen oma teksti suomeksi: Puuttuu',
    ])
    for (const side of ['culture', 'sote'] as const) {
      const { accountRoleId } = await desk.world.as({ role: 'coordinator', areaId: municipality.areaId })
      await db.updateTable('account_role').set({ side }).where('id', '=', accountRoleId).execute()
    }
    await db.updateTable('issuing_unit').set({ third_sector: true }).where('id', '=', unit.id).execute()
    const contact = { name: 'Aino Esimerkki', made_at: now() }
    await db
      .insertInto('contact_person')
      .values([
        { ...contact, unit_id: unit.id },
        { ...contact, site_id: site.id },
      ])
      .execute()
    await desk.post(`${path}/teksti`, { intro: 'Tervetuloa.\n\nKysy lisää.' }, centre)
    expect((await pointsOf()).filter((point) => !point.endsWith('Kunnossa'))).toEqual([])
  })

  test('has its own words, which its coordinator keeps and can take away', async () => {
    const { municipality } = await newPilot()
    const coordinator = await desk.world.as({ role: 'coordinator', areaId: municipality.areaId })
    const path = `${pageOf(municipality.areaId)}/teksti`
    await desk.post(path, { intro: 'Tervetuloa <b>', notice: 'Suljettu' }, coordinator)
    await desk.post(path, { language: 'ar', intro: 'أهلًا' }, coordinator)
    expect((await desk.get(pageOf(municipality.areaId), coordinator)).html).toContain('Tervetuloa &lt;b&gt;')
    const written = await desk.get(`${path}?language=ar`, coordinator)
    expect(written.html).toContain('lang="ar" dir="auto">أهلًا</textarea>')
    expect(await htmlProblems(written.html)).toEqual([])
    await desk.post(path, { intro: 'Hei', notice: '' }, coordinator)
    const texts = desk.world.db.selectFrom('area_text').select(['field', 'language', 'text'])
    expect(await texts.orderBy('language').execute()).toEqual([
      { field: 'intro', language: 'ar', text: 'أهلًا' },
      { field: 'intro', language: 'fi', text: 'Hei' },
    ])
    const long = await desk.post(path, { language: 'ar', intro: 'a'.repeat(6001) }, coordinator)
    expect(long).toMatchObject({ status: 422 })
    expect(long.text).toContain('Teksti on liian pitkä')
    expect(long.html).toContain('name="language" value="ar"')
  })

  test('loses nothing that was typed when its language is changed', async () => {
    const { municipality } = await newPilot()
    const coordinator = await desk.world.as({ role: 'coordinator', areaId: municipality.areaId })
    const path = `${pageOf(municipality.areaId)}/teksti`
    const { html } = await desk.get(path, coordinator)
    expect(html).not.toMatch(/<a[^>]* href="[^"]*language=/)
    expect(html).toContain('name="next" value="sv"')
    const swedish = await desk.post(path, { language: 'fi', intro: 'Kesken', next: 'sv' }, coordinator)
    expect(swedish.to).toBe(`${path}?language=sv&saved=fi`)
    const shown = await desk.get(swedish.to, coordinator)
    expect(shown.html).toContain('name="language" value="sv"')
    expect(shown.text).toContain('Tallennettu: Suomi')
    expect(await htmlProblems(shown.html)).toEqual([])
    expect((await desk.get(path, coordinator)).html).toContain('>Kesken</textarea>')
    const long = { language: 'fi', intro: `${'a'.repeat(6000)} Jää`, next: 'sv' }
    const refused = await desk.post(path, long, coordinator)
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.html).toContain('aaa Jää</textarea>')
    expect(refused.html).toContain('name="language" value="fi"')
  })

  test('has an address of its own and public contacts, which its coordinator keeps and can take away', async () => {
    const { municipality } = await newPilot()
    const coordinator = await desk.world.as({ role: 'coordinator', areaId: municipality.areaId })
    const path = `${pageOf(municipality.areaId)}/paikallissivu`
    const good = {
      ...{ ownUrl: 'www.esimerkki.example/kaikukortti', noticeFrom: '4.5.2026', noticeUntil: '31.5.2026' },
      ...{ soteName: 'Aikuissosiaalityö', sotePhone: '08 000 1234' },
    }
    const wrong = await desk.post(path, { ...good, ownUrl: 'http://10.0.0.1/', soteName: '' }, coordinator)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Tarkista osoite.')
    expect(wrong.text).toContain('Kirjoita toimiston tai palvelun nimi.')
    expect(wrong.html).toContain('value="http://10.0.0.1/"')
    expect(await htmlProblems(wrong.html)).toEqual([])
    expect((await desk.post(path, good, coordinator)).status).toBe(303)
    const kept = await desk.get(path, coordinator)
    for (const value of ['https://www.esimerkki.example/kaikukortti', '31.5.2026', '08 000 1234'])
      expect(kept.html).toContain(`value="${value}"`)
    expect((await desk.get('/en/areas/lappi')).text).toContain('Aikuissosiaalityö 08 000 1234')
    await desk.post(path, {}, coordinator)
    expect(await desk.world.db.selectFrom('area_contact').selectAll().execute()).toEqual([])
    expect(await desk.world.db.selectFrom('area_page').select('own_url').execute()).toEqual([
      { own_url: null },
    ])
    expect((await desk.get(`${pageOf(municipality.areaId)}/upotus`, coordinator)).html).toContain(
      '&lt;iframe src=&quot;http://localhost:3000/fi/alueet/lappi/upote&quot;',
    )
  })
})

describe('who', () => {
  test('a coordinator keeps the own area; another one does not exist', async () => {
    const { municipality, member } = await newPilot()
    const own = await desk.world.as({ role: 'coordinator', areaId: municipality.areaId })
    const other = await desk.world.as({ role: 'coordinator', areaId: desk.unit.municipality.areaId })
    expect((await desk.get(pageOf(municipality.areaId), own)).status).toBe(200)
    expect((await desk.get(pageOf(municipality.areaId), own)).html).not.toContain('/lisaa-kunta')
    expect((await desk.get(pageOf(municipality.areaId), other)).status).toBe(404)
    expect((await desk.get(list, other)).text).not.toContain('Lappi')
    expect((await desk.post(`${pageOf(municipality.areaId)}/teksti`, { intro: 'x' }, other)).status).toBe(404)
    for (const path of [member, `${list}/uusi`, `${pageOf(municipality.areaId)}/lisaa-kunta`]) {
      expect((await desk.get(path, own)).status).toBe(403)
      expect((await desk.post(path, { change: 'end', until: '4.5.2026' }, own)).status).toBe(403)
    }
    expect((await stagesOf(municipality.id))[0]).toMatchObject({ until: '2026-08-31' })
  })

  test('issuers, venues and auditors keep no areas; a municipality is met only in its own area', async () => {
    const { municipality } = await newPilot()
    for (const who of [
      desk.venue,
      await desk.world.as({ role: 'issuer', unit: desk.unit }),
      await desk.world.as({ role: 'auditor' }),
    ])
      expect((await desk.get(list, who)).status).toBe(403)
    const stray = `${pageOf(desk.unit.municipality.areaId)}/kunnat/${municipality.id}`
    expect((await desk.get(stray, centre)).status).toBe(404)
    expect((await desk.get(`${list}/abc`, centre)).status).toBe(404)
  })
})

describe('a local-only pilot', () => {
  test('its cards work in its area alone, and outsiders’ cards do not work there; its own day decides', async () => {
    const { card, venue, member } = await newPilot({ crossUse: false })
    const outsider = await desk.card({})
    expect((await desk.open(card.code, venue)).text).toContain('Kortti on voimassa')
    expect((await desk.open(card.code)).text).toContain('Kortti ei käy tässä kohteessa.')
    expect((await desk.open(outsider.code, venue)).text).toContain('Kortti ei käy tässä kohteessa.')
    const { path } = await desk.open(outsider.code)
    expect((await desk.post(path, { adults: '1' })).status).toBe(303)

    await desk.post(member, { change: 'cross-use', from: '5.5.2026' }, centre)
    expect((await desk.open(card.code)).text).toContain('Kortti ei käy tässä kohteessa.')
    desk.world.later(24 * 60)
    const tomorrow = await desk.world.as({ role: 'venue', site: desk.site })
    expect((await desk.open(card.code, tomorrow)).text).toContain('Kortti on voimassa')
  })

  test('its cards do not work at a pop-up site, which takes all others', async () => {
    const { card } = await newPilot({ crossUse: false })
    const popUp = await makeSite(desk.world.db, { popUp: true })
    const venue = await desk.world.as({ role: 'venue', site: popUp })
    expect((await desk.open(card.code, venue)).text).toContain('Kortti ei käy tässä kohteessa.')
    expect((await desk.open((await desk.card({})).code, venue)).text).toContain('Kortti on voimassa')
  })
})
