import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeCard, type MadeUnit, makeCard, makeUnit } from '../../test/makers.ts'
import { linkBy, phoneOf } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
let unit: MadeUnit
let card: MadeCard
let issuer: Awaited<ReturnType<World['as']>>
const page = () => `/fi/kortti/${card.id}/kysymykset`

beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
  card = await makeCard(world.db, world.keys, { unit })
  issuer = await world.as({ role: 'issuer', unit })
})
afterEach(() => world.end())

const rounds = () => world.db.selectFrom('wellbeing_round').selectAll().orderBy('begun_at').execute()
const consents = () => world.db.selectFrom('consent').selectAll().orderBy('id').execute()

describe('the offer', () => {
  test('a card that has just been issued leads to it, and works without it', async () => {
    const { id } = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
    const html = await (await issuer.get(`/fi/anna-kortti/${id}`)).text()
    expect(html).toContain(`href="/fi/kortti/${id}/kysymykset"`)
    expect(html).toContain('Kortti toimii ilman vastauksiakin.')
  })

  test('the sentence stands in the holder’s language, right to left where it runs so, and in the worker’s beside it', async () => {
    const html = await (await issuer.get(`${page()}?language=ar`)).text()
    expect(html).toContain('<blockquote lang="ar" dir="rtl">هل تسمح لنا')
    expect(html).toContain('Saammeko esittää sinulle kysymyksiä')
    expect(html).toContain('Koekysymykset')
  })

  test('without consent nothing is asked, and what was chosen comes back', async () => {
    const reply = await issuer.post(page(), { language: 'so', way: 'phone' })
    expect(reply.status).toBe(422)
    const html = await reply.text()
    expect(html).toContain('Merkitse suostumus.')
    expect(html).toContain('<option value="so" lang="so" selected="">')
    expect(await rounds()).toEqual([])
    expect(await consents()).toEqual([])
  })

  test('the consent is kept with its words’ version, the language, the time and the unit', async () => {
    await issuer.post(page(), { language: 'ru', consent: 'yes', way: 'phone' })
    expect(await consents()).toMatchObject([
      {
        ...{ card_id: card.id, kind: 'wellbeing', text_version: '2025-01', language: 'ru', unit_id: unit.id },
        ...{ given_on: '2026-05-04', given_at: world.now(), withdrawn_at: null },
      },
    ])
  })

  test.each([
    ['a language that nobody is met in', { language: 'xx', consent: 'yes', way: 'phone' }],
    ['no way', { language: 'fi', consent: 'yes' }],
    ['a way that there is not', { language: 'fi', consent: 'yes', way: 'letter' }],
  ])('%s is asked again', async (_, fields) => {
    expect((await issuer.post(page(), fields)).status).toBe(422)
    expect(await rounds()).toEqual([])
  })
})

describe('whose card', () => {
  test('another unit’s card is not there', async () => {
    const other = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
    for (const path of [page(), `${page()}/lopeta`]) {
      expect((await other.get(path)).status).toBe(404)
      expect((await other.post(path, { language: 'fi', consent: 'yes', way: 'phone' })).status).toBe(404)
    }
    expect(await rounds()).toEqual([])
  })

  test('a card in stock and a community card are asked nothing', async () => {
    const stock = await makeCard(world.db, world.keys, { unit, stock: true })
    const community = await makeCard(world.db, world.keys, { unit, type: 'community' })
    for (const { id } of [stock, community])
      expect((await issuer.get(`/fi/kortti/${id}/kysymykset`)).status).toBe(404)
  })

  test('a closed card is told to be closed', async () => {
    card = await makeCard(world.db, world.keys, { unit, state: 'lost', closedOn: '2026-04-01' })
    expect(await (await issuer.get(page())).text()).toContain('Kortti on suljettu')
    const reply = await issuer.post(page(), { language: 'fi', consent: 'yes', way: 'phone' })
    expect(reply.status).toBe(422)
    expect(await rounds()).toEqual([])
  })
})

describe('what the worker sees', () => {
  test('not yet, opened, answered: and never an answer', async () => {
    const link = await linkBy(issuer, card)
    expect(await (await issuer.get(page())).text()).toContain('Ei vielä avattu')
    const phone = phoneOf(world)
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    const opened = await (await issuer.get(page())).text()
    expect(opened).toContain('Avattu, ei vielä lähetetty')
    expect(opened).not.toContain('/v/')
    expect(opened).not.toContain('Harvoin')
    await phone.post(`${link}/loppu`, { keep: 'yes' })
    const answered = await (await issuer.get(page())).text()
    expect(answered).toContain('Vastattu')
    expect(answered).not.toContain('Harvoin')
    // Answered once is enough for one card.
    const again = await issuer.post(page(), { language: 'fi', consent: 'yes', way: 'phone' })
    expect(again.status).toBe(422)
    expect(await rounds()).toHaveLength(1)
  })

  test('a link that was ended is told, and the consent need not be asked again', async () => {
    await linkBy(issuer, card)
    await issuer.post(`${page()}/lopeta`, {})
    const html = await (await issuer.get(page())).text()
    expect(html).toContain('Edellinen kerta päättyi ilman vastauksia')
    expect(html).toContain('Asiakas on suostunut kysymyksiin.')
    expect((await issuer.post(page(), { language: 'fi', way: 'phone' })).status).toBe(303)
    expect(await consents()).toHaveLength(1)
  })

  test('on this screen: a page without menu or names, and at the end a way back that shows no answers', async () => {
    const reply = await issuer.post(page(), { language: 'ar', consent: 'yes', way: 'screen' })
    const link = reply.headers.get('location')!
    const cookie = `kaiku=${issuer.token}; ${/^(kaiku-bond=[^;]*)/.exec(reply.headers.get('set-cookie')!)![1]}`
    const start = await (await world.anyone.get(link, { cookie })).text()
    expect(start).toContain('<html lang="ar" dir="rtl" class="desk handed">')
    expect(start).not.toContain('Aino Esimerkki')
    expect(start).not.toContain('<nav')
    await world.anyone.post(`${link}/k/1`, { points: '4' }, { cookie })
    // The worker takes this screen back: what was chosen is not marked on it, only that something was.
    expect(await (await world.anyone.get(`${link}/k/1`, { cookie })).text()).not.toContain('هذه إجابتك')
    expect(await (await world.anyone.get(`${link}/loppu`, { cookie })).text()).toContain('1/10')
    await world.anyone.post(`${link}/loppu`, { keep: 'yes' }, { cookie })
    const thanks = await (await world.anyone.get(link, { cookie })).text()
    expect(thanks).toContain('أعد الجهاز من فضلك.')
    expect(thanks).toContain(`href="/fi/kortti/${card.id}"`)
    expect(thanks).not.toContain('كثيرًا')
    // The way back needs the worker's session.
    expect((await world.anyone.get(`/fi/kortti/${card.id}`)).status).toBe(303)
  })

  test('the wave counts the renewals before the card in hand', async () => {
    const old = card
    card = await makeCard(world.db, world.keys, { unit })
    const newest = await makeCard(world.db, world.keys, { unit })
    await world.db
      .insertInto('card_renewal')
      .values([
        { new_card_id: card.id, old_card_id: old.id },
        { new_card_id: newest.id, old_card_id: card.id },
      ])
      .execute()
    for (const each of [old, card, newest]) await linkBy(issuer, each)
    const found = (await rounds()).map(({ card_id, wave }) => [card_id, wave])
    expect(Object.fromEntries(found)).toEqual({ [old.id]: 0, [card.id]: 1, [newest.id]: 2 })
  })
})
