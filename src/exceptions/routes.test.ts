import { beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyScopes } from '../accounts/key-rules.ts'

type Someone = Awaited<ReturnType<DeskWorld['world']['as']>>
let desk: DeskWorld
let centre: Someone
beforeEach(async () => {
  desk = await newDesk()
  centre = await desk.world.as({ role: 'centre' })
})

const list = '/fi/poikkeukset'
const spring = {
  ...{ target: 'nation', from: '4.5.2026', until: '31.5.2026', cardsUntil: '30.6.2026' },
  ...{ reasonFi: 'Poikkeusolot', reasonSv: 'Undantagsförhållanden', insteadFi: 'Katso esitykset verkossa.' },
}
const make = (fields: Record<string, string>, who = centre) => desk.post(`${list}/uusi`, fields, who)
const lastDays = async () =>
  (await desk.world.db.selectFrom('card').select(['valid_until as until']).orderBy('id').execute()).map(
    ({ until }) => until,
  )
const newCard = (validUntil: string, registeredOn = '2025-06-01') => desk.card({ registeredOn, validUntil })
const idOf = async () =>
  (
    await desk.world.db
      .selectFrom('exception_period')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id

describe('an exception', () => {
  test('prolongs the cards valid on its first day, and gives the days back when it is withdrawn', async () => {
    await newCard('2026-05-03')
    await newCard('2026-05-04')
    await newCard('2026-12-31')
    const made = await make(spring)
    expect(made).toMatchObject({ status: 303, to: `${list}?done=made&moved=1` })
    expect((await desk.get(made.to, centre)).text).toContain(
      'Poikkeus on tehty. 1 kortin viimeinen päivä siirtyi.',
    )
    expect(await lastDays()).toEqual(['2026-05-03', '2026-06-30', '2026-12-31'])

    const path = `${list}/${await idOf()}`
    const shown = await desk.get(path, centre)
    expect(shown.text).toContain('Kortteja jatketaan 30.6.2026 asti.')
    expect(await htmlProblems(shown.html)).toEqual([])
    const withdrawn = await desk.post(`${path}/peru`, {}, centre)
    expect(withdrawn).toMatchObject({ status: 303, to: `${list}?done=withdrawn&moved=1` })
    expect(await lastDays()).toEqual(['2026-05-03', '2026-05-04', '2026-12-31'])
    const events = await desk.world.db.selectFrom('card_event').select('event').execute()
    expect(events.map(({ event }) => event)).toEqual(['validity-moved', 'validity-moved'])
    expect(await desk.post(`${path}/peru`, {}, centre)).toMatchObject({ status: 422 })
  })

  test('reaches a card through an earlier one, and lets it go with that one', async () => {
    await newCard('2026-05-10')
    await make({ ...spring, cardsUntil: '31.5.2026' })
    const first = await idOf()
    await make({ ...spring, from: '20.5.2026', until: '30.6.2026', cardsUntil: '31.7.2026' })
    expect(await lastDays()).toEqual(['2026-07-31'])
    await desk.post(`${list}/${first}/peru`, {}, centre)
    expect(await lastDays()).toEqual(['2026-05-10'])
  })

  test('that is still to come also bears on a card registered before it begins', async () => {
    const { db, keys } = desk.world
    const pilot = await makeMunicipality(db, { phase: 'pilot', from: '2026-01-01', until: '2026-06-15' })
    const unit = await makeUnit(db, { municipality: pilot })
    const card = await makeCard(db, keys, { unit, stock: true })
    await make({ ...spring, from: '1.6.2026', until: '31.7.2026', cardsUntil: '31.8.2026' })
    const issuer = await desk.world.as({ role: 'issuer', unit })
    const answers = { consent: 'yes', birthYear: '1980', postalCode: '87100', children: '0' }
    expect(await desk.post('/fi/anna-kortti', { code: card.code, ...answers }, issuer)).toMatchObject({
      status: 303,
    })
    expect(await lastDays()).toEqual(['2026-08-31'])
  })

  test('of an area touches its own cards alone', async () => {
    const { db, keys } = desk.world
    const other = await makeUnit(db, { municipality: await makeMunicipality(db, { area: 'Lappi' }) })
    await newCard('2026-05-20')
    await makeCard(db, keys, { unit: other, registeredOn: '2025-06-01', validUntil: '2026-05-20' })
    await make({ ...spring, target: `area-${other.municipality.areaId}` })
    expect(await lastDays()).toEqual(['2026-05-20', '2026-06-30'])
  })

  test.each<[string, Record<string, string>, string]>([
    ['no target', { target: '' }, 'Valitse, ketä poikkeus koskee.'],
    ['yesterday', { from: '3.5.2026' }, 'Ensimmäinen päivä voi olla aikaisintaan tänään.'],
    ['an end before the start', { until: '3.5.2026' }, 'Viimeinen päivä on ennen ensimmäistä.'],
    ['no reason', { reasonFi: ' ' }, 'Kirjoita syy suomeksi.'],
    ['no change', { cardsUntil: '', insteadFi: '' }, 'Valitse, mitä poikkeus muuttaa'],
    ['Swedish alone', { insteadFi: '', insteadSv: 'På nätet.' }, 'Kirjoita sama myös suomeksi.'],
    ['cards that end before it begins', { cardsUntil: '1.5.2026' }, 'vain poikkeuksen alun jälkeen'],
    [
      'an identity code in the reason',
      { reasonFi: '131052-308T' },
      'Tekstissä näyttää olevan henkilötunnus.',
    ],
  ])('is not made with %s', async (_, given, sentence) => {
    const answer = await make({ ...spring, ...given })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.html).not.toContain('131052-308T')
    expect(await desk.world.db.selectFrom('exception_period').select('id').execute()).toEqual([])
  })
})

describe('a pause of sites', () => {
  const pause = { ...spring, cardsUntil: '', pausesSites: 'yes' }

  test('is obeyed by the desk, which tells the reason and what is offered instead', async () => {
    const card = await desk.card({})
    await make({ ...pause, target: `site-${desk.site.id}` })
    const refused = await desk.open(card.code)
    expect(refused.text).toContain('Kaikukortin käyttö on tauolla tässä kohteessa.')
    expect(refused.text).toContain('Katso esitykset verkossa. Poikkeusolot')
    expect((await desk.post(refused.path, { adults: '1' })).status).toBe(422)
    expect(await desk.uses()).toEqual([])
    await desk.post(`${list}/${await idOf()}/peru`, {}, centre)
    expect((await desk.open(card.code)).text).toContain('Kortti on voimassa')
  })

  test('is obeyed by the API by the day of the use: an offline use of the day before counts', async () => {
    const card = await desk.card({})
    await make({ ...pause, target: `area-${desk.unit.municipality.areaId}` })
    const end = new Date('2027-01-01T00:00:00Z')
    const asked = {
      siteId: desk.site.id,
      name: 'Lippukauppa',
      scopes: keyScopes,
      expiresAt: end,
    }
    const key = await desk.world.db.transaction().execute((db) => createSiteKey(db, asked, desk.world.now()))
    const body = { code: card.code, siteId: desk.site.id, adults: 1, children: 0 }
    const use = (usedAt: string, name: string) =>
      desk.world.call('POST', '/api/v1/uses', key, { ...body, usedAt }, { 'idempotency-key': name })
    const refused = await use('2026-05-04T08:00:00Z', 'a')
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      type: expect.stringMatching(/site-paused$/),
      endUserMessage: { sv: expect.stringContaining('Undantagsförhållanden') },
    })
    expect((await use('2026-05-03T08:00:00Z', 'b')).status).toBe(201)
    const checked = await desk.world.call('POST', '/api/v1/card-checks', key, body)
    expect(await checked.json()).toMatchObject({ allowed: false, reason: 'site-paused' })
  })

  test('stops at its own sites: another area’s are open', async () => {
    const { db } = desk.world
    const elsewhere = await makeSite(db, { municipality: await makeMunicipality(db, { area: 'Lappi' }) })
    const venue = await desk.world.as({ role: 'venue', site: elsewhere })
    const card = await desk.card({})
    await make({ ...pause, target: `area-${desk.unit.municipality.areaId}` })
    expect((await desk.open(card.code, venue)).text).toContain('Kortti on voimassa')
  })

  test('is told on the public pages and beside the statistics, in the reader’s language', async () => {
    await make(pause)
    for (const path of ['/sv/omraden', '/sv/stallen']) {
      const { text, html } = await desk.get(path, desk.world.anyone as Someone)
      expect(text).toContain('Undantag 4.5.2026–31.5.2026: Hela landet')
      expect(text).toContain('Kortet har paus. Undantagsförhållanden')
      expect(await htmlProblems(html)).toEqual([])
    }
    const before = await desk.card({})
    expect(before.id).toBeGreaterThan(0)
    expect((await desk.get('/fi/tilastot', desk.world.anyone as Someone)).text).toContain(
      'Poikkeus 4.5.2026–31.5.2026',
    )
  })
})

describe('a place that is closed or paused', () => {
  const set = (values: object) =>
    desk.world.db.updateTable('site').set(values).where('id', '=', desk.site.id).execute()

  test.each([
    ['closed from today on', { closed_on: '2026-05-04' }, 'Kaikukortti ei käy tässä kohteessa tänä päivänä.'],
    ['to be closed tomorrow', { closed_on: '2026-05-05' }, 'Kortti on voimassa'],
    [
      'a pop-up whose time is over',
      { popup_until: '2026-05-03', area_id: null },
      'Kaikukortti ei käy tässä kohteessa tänä päivänä.',
    ],
    ['a pop-up on its last day', { popup_until: '2026-05-04', area_id: null }, 'Kortti on voimassa'],
  ])('%s', async (_, values, sentence) => {
    await set(values)
    if ('area_id' in values)
      await desk.world.db
        .updateTable('site_period')
        .set({ area_id: null })
        .where('site_id', '=', desk.site.id)
        .execute()
    expect((await desk.open((await desk.card({})).code)).text).toContain(sentence)
  })

  test('a paused unit registers nothing until its pause is over, a closed one never', async () => {
    const { db, keys, now } = desk.world
    const { code } = await makeCard(db, keys, { unit: desk.unit, stock: true })
    const issuer = await desk.world.as({ role: 'issuer', unit: desk.unit })
    const answers = { code, consent: 'yes', birthYear: '1980', postalCode: '87100', children: '0' }
    const pause = { unit_id: desk.unit.id, paused_from: '2026-05-01', paused_until: '2026-05-04' }
    await db
      .insertInto('pause')
      .values({ ...pause, made_at: now(), made_by: 'test' })
      .execute()
    expect((await desk.post('/fi/anna-kortti', answers, issuer)).text).toContain('Toimipiste on tauolla')
    await db
      .updateTable('issuing_unit')
      .set({ closed_on: '2026-05-04' })
      .where('id', '=', desk.unit.id)
      .execute()
    expect((await desk.post('/fi/anna-kortti', answers, issuer)).text).toContain('Toimipiste on suljettu')
    await db.updateTable('issuing_unit').set({ closed_on: null }).where('id', '=', desk.unit.id).execute()
    await db.updateTable('pause').set({ paused_until: '2026-05-03' }).execute()
    expect((await desk.post('/fi/anna-kortti', answers, issuer)).status).toBe(303)
  })
})

describe('who', () => {
  test('a coordinator makes and withdraws those of the own area, sees the national ones, and no others', async () => {
    const { db } = desk.world
    const own = desk.unit.municipality.areaId
    const coordinator = await desk.world.as({ role: 'coordinator', areaId: own })
    const other = await desk.world.as({
      role: 'coordinator',
      areaId: (await makeMunicipality(db, { area: 'Lappi' })).areaId,
    })
    expect((await make(spring, coordinator)).status).toBe(422)
    expect((await make({ ...spring, target: `area-${own}` }, other)).status).toBe(422)
    expect((await make({ ...spring, cardsUntil: '', target: `site-${desk.site.id}` }, other)).status).toBe(
      422,
    )
    await make(spring)
    const national = `${list}/${await idOf()}`
    expect((await desk.get(national, coordinator)).status).toBe(200)
    expect((await desk.get(national, coordinator)).html).not.toContain('/peru')
    expect((await desk.post(`${national}/peru`, {}, coordinator)).status).toBe(404)
    expect(
      (await make({ ...spring, cardsUntil: '', target: `site-${desk.site.id}` }, coordinator)).status,
    ).toBe(303)
    const atSite = `${list}/${await idOf()}`
    expect((await desk.get(atSite, other)).status).toBe(404)
    expect((await desk.post(`${atSite}/peru`, {}, other)).status).toBe(404)
    expect((await desk.get(list, other)).text).not.toContain(desk.site.name)
    expect((await desk.post(`${atSite}/peru`, {}, coordinator)).status).toBe(303)
  })

  test('issuers and venues make none', async () => {
    for (const who of [desk.venue, await desk.world.as({ role: 'issuer', unit: desk.unit })]) {
      expect((await desk.get(list, who)).status).toBe(403)
      expect((await make(spring, who)).status).toBe(403)
    }
  })
})
