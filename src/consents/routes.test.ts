import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeCard, type MadeUnit, makeCard, makeSite, makeUnit } from '../../test/makers.ts'
import { countAnswers, linkBy, makeRound, phoneOf } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { words as cardWords, consentVersion } from '../cards/words.ts'
import { languages } from '../i18n/translated.ts'
import { saidWords } from './rules.ts'

let world: World
let unit: MadeUnit
let card: MadeCard
let issuer: Awaited<ReturnType<World['as']>>
const page = () => `/fi/kortti/${card.id}/suostumukset`

beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
  issuer = await world.as({ role: 'issuer', unit })
  card = await makeCard(world.db, world.keys, { unit, stock: true })
  const answers = { consent: 'yes', birthYear: '1980', postalCode: '87100', children: '0' }
  await issuer.post('/fi/anna-kortti', { code: card.code, ...answers })
})
afterEach(() => world.end())

const consents = () =>
  world.db
    .selectFrom('consent')
    .select(['card_id', 'kind', 'language', 'given_at', 'withdrawn_at'])
    .orderBy('id')
    .execute()
const state = async () => {
  const columns = ['state', 'closed_on', 'closed_reason'] as const
  return world.db.selectFrom('card').select(columns).where('id', '=', card.id).executeTakeFirstOrThrow()
}
const answer = async () => {
  const link = await linkBy(issuer, card)
  const phone = phoneOf(world)
  await phone.post(link)
  await phone.post(`${link}/k/1`, { points: '2' })
  await phone.post(`${link}/loppu`, { keep: 'yes' })
  return { link, phone }
}

describe('what was said', () => {
  test('the words on the form are the words that are kept under its version', async () => {
    const texts = await world.db
      .selectFrom('consent_text')
      .select(['language', 'words'])
      .where('kind', '=', 'register')
      .where('text_version', '=', consentVersion)
      .execute()
    const kept = Object.fromEntries(texts.map(({ language, words }) => [language, saidWords(words, 18)]))
    for (const language of languages) expect(kept[language]).toBe(cardWords[language].consentSay(18))
  })

  test('it is shown again, with version, language, time and unit', async () => {
    await linkBy(issuer, card, 'ar')
    const html = await (await issuer.get(page())).text()
    expect(html).toContain('alle 18-vuotiaiden lastesi')
    expect(html).toContain('<blockquote lang="ar" dir="rtl">هل تسمح لنا')
    for (const said of [consentVersion, '2025-01', '4.5.2026 12.00', unit.name, 'العربية'])
      expect(html).toContain(said)
    expect((await consents()).map(({ given_at }) => given_at)).toEqual([world.now(), world.now()])
  })

  test('of an imported version the words may not be there, and a card may have no consent at all', async () => {
    await world.db.updateTable('consent').set({ text_version: '2019-x' }).execute()
    expect(await (await issuer.get(page())).text()).toContain('Tämän version sanat eivät ole tallessa.')
    await world.db.deleteFrom('consent').execute()
    const html = await (await issuer.get(page())).text()
    expect(html).toContain('Suostumuksia ei ole kirjattu')
    expect(html).toContain('/suostumukset/peru-kortti')
  })
})

describe('the consent to the questions is withdrawn', () => {
  test('it is asked first; then every answer goes at once, the consent is marked, and the card goes on', async () => {
    const { link, phone } = await answer()
    expect(await countAnswers(world.db)).toBe(1)
    expect(await (await issuer.get(`${page()}/peru-kysymykset`)).text()).toContain('Poistamme kaikki')
    expect(await countAnswers(world.db)).toBe(1)
    const reply = await issuer.post(`${page()}/peru-kysymykset`, {})
    expect(await countAnswers(world.db)).toBe(0)
    expect((await consents()).map(({ kind, withdrawn_at }) => [kind, withdrawn_at])).toEqual([
      ['register', null],
      ['wellbeing', world.now()],
    ])
    expect(await state()).toMatchObject({ state: 'registered', closed_on: null })
    expect(await (await issuer.get(reply.headers.get('location')!)).text()).toContain('vastaukset poistettu')
    expect((await phone.get(link)).status).toBe(404)
  })

  test('answers of the same person’s earlier and later cards go with it, and nobody else’s', async () => {
    const old = await makeCard(world.db, world.keys, { unit, state: 'replaced' })
    const stranger = await makeCard(world.db, world.keys, { unit })
    await world.db.insertInto('card_renewal').values({ new_card_id: card.id, old_card_id: old.id }).execute()
    for (const [each, wave] of [
      [old, 0],
      [card, 1],
      [stranger, 0],
    ] as const)
      await makeRound(world.db, { cardId: each.id, wave, points: [1, 2], at: world.now() })
    await issuer.post(`${page()}/peru-kysymykset`, {})
    const left = await world.db.selectFrom('wellbeing_round').select('card_id').execute()
    expect(left).toEqual([{ card_id: stranger.id }])
  })

  test('an answer that is on its way is not kept', async () => {
    const link = await linkBy(issuer, card)
    const phone = phoneOf(world)
    await phone.post(link)
    await issuer.post(`${page()}/peru-kysymykset`, {})
    expect((await phone.post(`${link}/k/1`, { points: '2' })).status).toBe(404)
    expect(await countAnswers(world.db)).toBe(0)
  })

  test('twice is as good as once', async () => {
    await answer()
    for (let time = 0; time < 2; time++)
      expect((await issuer.post(`${page()}/peru-kysymykset`, {})).status).toBe(303)
    expect(await state()).toMatchObject({ state: 'registered' })
  })
})

describe('the consent to the register is withdrawn', () => {
  test('the card is closed from today, its answers go, and the log and the card’s events tell why', async () => {
    await answer()
    const reply = await issuer.post(`${page()}/peru-kortti`, {})
    expect(await state()).toEqual({
      state: 'withdrawn',
      closed_on: '2026-05-04',
      closed_reason: 'consent-withdrawn',
    })
    expect(await countAnswers(world.db)).toBe(0)
    expect((await consents()).every(({ withdrawn_at }) => withdrawn_at !== null)).toBe(true)
    const events = await world.db.selectFrom('card_event').select(['event', 'reason']).orderBy('id').execute()
    expect(events.at(-1)).toEqual({ event: 'withdrawn', reason: 'consent-withdrawn' })
    expect(await (await issuer.get(reply.headers.get('location')!)).text()).toContain('kortti suljettu')
  })

  test('a use made offline after it does not make it back into the register, one made the day before does', async () => {
    const site = await makeSite(world.db, { municipality: unit.municipality })
    const expiresAt = new Date(world.now().getTime() + 86_400_000 * 30)
    const scopes = ['uses.create'] as const
    const key = await createSiteKey(world.db, { siteId: site.id, name: 'x', scopes, expiresAt }, world.now())
    world.later(24 * 60)
    issuer = await world.as({ role: 'issuer', unit })
    await issuer.post(`${page()}/peru-kortti`, {})
    world.later(24 * 60)
    const use = async (usedAt: string) => {
      const body = { code: card.code, siteId: site.id, adults: 1, children: 0, companions: 0, usedAt }
      return (await world.call('POST', '/api/v1/uses', key, body, { 'idempotency-key': usedAt })).status
    }
    expect(await use('2026-05-04T12:00:00Z')).toBe(201)
    expect(await use('2026-05-05T12:00:00Z')).toBe(409)
    expect(await use('2026-05-06T08:00:00Z')).toBe(409)
  })
})

test('another unit’s card is not there, and nothing of it is withdrawn', async () => {
  await answer()
  const other = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
  for (const path of [page(), `${page()}/peru-kysymykset`, `${page()}/peru-kortti`])
    expect((await other.get(path)).status).toBe(404)
  for (const path of [`${page()}/peru-kysymykset`, `${page()}/peru-kortti`])
    expect((await other.post(path, {})).status).toBe(404)
  expect(await countAnswers(world.db)).toBe(1)
})

test('a registration that is undone takes the answers with it: the card will be somebody else’s', async () => {
  await answer()
  const { revision } = await world.db
    .selectFrom('card')
    .select('revision')
    .where('id', '=', card.id)
    .executeTakeFirstOrThrow()
  await issuer.post(`/fi/kortit/${card.id}/kumoa`, { revision: String(revision) })
  expect(await state()).toMatchObject({ state: 'stock' })
  expect(await countAnswers(world.db)).toBe(0)
  expect((await consents()).every(({ withdrawn_at }) => withdrawn_at !== null)).toBe(true)
})
