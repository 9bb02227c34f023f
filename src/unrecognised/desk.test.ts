import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskWorld, newDesk, strangeCode } from '../../test/desk.ts'
import { makeCard, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newCode } from '../codes/rules.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

const button = 'Anna lippu ja kirjaa odottamaan'
const stock = (type: 'personal' | 'community' = 'personal') =>
  makeCard(desk.world.db, desk.world.keys, { unit: desk.unit, stock: true, type })
const choose = (keeps: 'yes' | 'no' = 'yes', who = desk.venue) => desk.post('/fi/odottavat', { keeps }, who)
const rows = () => desk.world.db.selectFrom('unrecognised_use').selectAll().orderBy('id').execute()
const register = async (code: string) => {
  const issuer = await desk.world.as({ role: 'issuer', unit: desk.unit })
  const fields = { code, consent: 'yes', birthYear: '1950', postalCode: '87100', children: '1' }
  expect((await desk.post('/fi/anna-kortti', fields, issuer)).status).toBe(303)
}

test('without the choice of the site an unregistered card is refused, and that is all', async () => {
  const { code } = await stock()
  const { path, text } = await desk.open(code)
  expect(text).toContain('Korttia ei ole vielä rekisteröity.')
  expect(text).not.toContain(button)
  expect(await desk.post(`${path}/odottamaan`, { children: '1' })).toMatchObject({ status: 303, to: path })
  const unknown = await desk.open(strangeCode())
  expect((await desk.post(`${unknown.path}/odottamaan`)).to).toBe(unknown.path)
  expect(await rows()).toEqual([])
  expect(await desk.checks()).toMatchObject([{ legacy_hash: null }, { legacy_hash: null }])
})

test('the venue chooses, and it is told who and since when', async () => {
  const before = await desk.get('/fi/odottavat')
  expect(before.text).toContain(
    'Jos korttia ei ole vielä rekisteröity, saamme antaa lipun ja kirjata sen odottamaan.',
  )
  expect(before.text).toContain('Ei käytössä.')
  expect(await choose()).toMatchObject({ status: 303, to: '/fi/odottavat?saved' })
  expect((await desk.get('/fi/odottavat?saved')).text).toContain('Käytössä 4.5.2026 alkaen.')
  await choose('no')
  const told = await desk.audits('place.describe')
  expect(told.map(({ subject }) => subject)).toEqual([
    { site: desk.site.id, keeps: true },
    { site: desk.site.id, keeps: false },
  ])
  expect((await desk.get('/fi/odottavat')).text).toContain('Ei käytössä.')
})

test('its keepers choose too, and see two numbers; others do not', async () => {
  await choose()
  await desk.post(`${(await desk.open((await stock()).code)).path}/odottamaan`)
  const keeper = await desk.world.as({ role: 'coordinator', areaId: desk.site.municipality.areaId })
  const page = `/fi/kohteet-yllapito/${desk.site.id}/odottavat`
  expect((await desk.get(page, keeper)).text).toContain('1 lippukirjaus odottaa, 0 jäi kirjautumatta.')
  expect((await desk.post(page, { keeps: 'no' }, keeper)).status).toBe(303)
  expect((await desk.get(page, keeper)).text).toContain('Ei käytössä.')
  expect((await desk.get(page)).status).toBe(403)
  const elsewhere = await makeMunicipality(desk.world.db, { area: 'Satakunta' })
  const stranger = await desk.world.as({ role: 'coordinator', areaId: elsewhere.areaId })
  expect((await desk.get(page, stranger)).status).toBe(404)
  expect((await desk.post(page, { keeps: 'yes' }, stranger)).status).toBe(404)
})

test('a ticket waits, is listed and undone the same day', async () => {
  await choose()
  const { code, id } = await stock()
  const { path, text, html } = await desk.open(code)
  expect(text).toContain(button)
  expect(html).toContain('Korttia ei ole vielä rekisteröity.')
  const kept = await desk.post(`${path}/odottamaan`, { children: '2', companions: '1', event: '' })
  expect(kept.status).toBe(303)
  const after = await desk.get(kept.to)
  expect(after.text).toContain('Kirjattu odottamaan. Anna lippu.')
  expect(after.text).toContain('1 aikuinen + 2 lasta + 1 avustaja tai tulkki')
  expect(await rows()).toMatchObject([
    { card_id: id, state: 'waiting', source: 'desk', adults: 1, children: 2 },
  ])
  expect(await desk.uses()).toEqual([])
  expect(await desk.counted()).toEqual({ adults: 0, children: 0 })

  expect((await desk.post(`${path}/odottamaan`, { children: '2', companions: '1', event: '' })).to).toBe(
    kept.to,
  )
  expect((await desk.post(`${path}/odottamaan`, { children: '5' })).to).toBe(path)
  expect((await desk.get(path)).text).toContain('Lippu odottaa kortin rekisteröintiä.')
  expect(await rows()).toHaveLength(1)

  expect((await desk.get('/fi/kassa/tanaan')).text).toContain('Odottaa rekisteröintiä')
  const [row] = await rows()
  await desk.post(`/fi/kassa/kaytot/${row!.id}/kumoa`, { back: 'today' })
  expect(await rows()).toMatchObject([{ state: 'dropped', why: 'undone' }])
  expect((await desk.get('/fi/kassa/tanaan')).text).toContain('Kumottu')
  expect((await desk.get('/fi/odottavat')).text).toContain('Mikään lippu ei odota nyt')
  await register(code)
  expect(await desk.uses()).toEqual([])
})

test('the registration makes it a use of the same id, which is undone like any other', async () => {
  await choose()
  const { code } = await stock()
  const { path } = await desk.open(code)
  const kept = await desk.post(`${path}/odottamaan`, { children: '1', event: '' })
  expect((await desk.get('/fi/odottavat')).text).toContain(code.slice(-4))
  await register(code)
  expect(await desk.counted()).toEqual({ adults: 1, children: 1 })
  expect(await desk.uses()).toMatchObject([{ id: (await rows())[0]!.id, override_reason: null }])
  expect((await desk.get(kept.to)).text).toContain('Kirjattu. Anna lippu.')
  expect((await desk.get(path)).text).toContain('Kortti on jo kirjattu.')
  const [use] = await desk.uses()
  await desk.post(`/fi/kassa/kaytot/${use!.id}/kumoa`, { back: 'today' })
  expect(await desk.counted()).toEqual({ adults: 0, children: 0 })
})

test('a card registered between the answer and the tap leads to its own page', async () => {
  await choose()
  const { code } = await stock()
  const { path } = await desk.open(code)
  await register(code)
  expect(await desk.post(`${path}/odottamaan`, { children: '1' })).toMatchObject({ status: 303, to: path })
  expect((await desk.get(path)).text).toContain('Kortti on voimassa')
  expect(await rows()).toEqual([])
})

test('a sound code that no card has can wait; its code is kept nowhere', async () => {
  await choose()
  const code = newCode()
  const { path, text } = await desk.open(code)
  expect(text).toContain('Vertaa tunnusta korttiin, ennen kuin annat lipun.')
  expect((await desk.post(`${path}/odottamaan`)).status).toBe(303)
  expect(await rows()).toMatchObject([{ card_id: null, code_tail: code.slice(-4) }])
  const all = JSON.stringify([
    await rows(),
    await desk.checks(),
    await desk.world.db.selectFrom('audit').selectAll().execute(),
  ])
  expect(all).not.toContain(code)
})

test('an old code that no card has cannot: it may be a slip of the finger', async () => {
  await choose()
  expect((await desk.check('VANHA123')).status).toBe(422)
  expect(await rows()).toEqual([])
})

test.each([
  ['two adults on a personal card', { adults: '2' }, 'Henkilökohtaisella kortilla saa yhden aikuisen lipun.'],
  ['nobody', { adults: '0' }, 'Valitse ainakin yksi lippu.'],
  ['no number', { children: 'other', 'children-more': 'kaksi' }, 'Kirjoita määrä numerona'],
] as const)('%s is asked again', async (_, fields, sentence) => {
  await choose()
  const { path } = await desk.open((await stock()).code)
  const refused = await desk.post(`${path}/odottamaan`, fields)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain(sentence)
  expect(refused.text).toContain(button)
  expect(await rows()).toEqual([])
})

test('a community card brings several', async () => {
  await choose()
  const { path, text } = await desk.open((await stock('community')).code)
  expect(text).toContain('Työntekijöitä')
  // The age is that of community cards, though the card has no unit yet.
  expect(text).toContain('Alle 16-v. asiakkaita')
  expect((await desk.post(`${path}/odottamaan`, { adults: '3', children: '4' })).status).toBe(303)
  expect(await rows()).toMatchObject([{ adults: 3, children: 4 }])
})

test('the same card again for the same event is a question', async () => {
  await choose()
  const { code } = await stock()
  await desk.post(`${(await desk.open(code)).path}/odottamaan`, { event: '' })
  const { path, text } = await desk.open(code)
  expect(text).toContain('Tällä kortilla odottaa jo 1 aikuinen (kirjattu klo 12.00).')
  expect((await desk.post(`${path}/odottamaan`, { event: '' })).status).toBe(422)
  expect((await desk.post(`${path}/odottamaan`, { event: '', again: 'yes' })).status).toBe(303)
  expect(await rows()).toHaveLength(2)
})

test('after half an hour the card is read again', async () => {
  await choose()
  const { path } = await desk.open((await stock()).code)
  await desk.pass(31)
  expect((await desk.post(`${path}/odottamaan`)).status).toBe(422)
  expect(await rows()).toEqual([])
})

test('an expired card is offered nothing, nor is another desk’s check', async () => {
  await choose()
  const { path, text } = await desk.open((await desk.card({ registeredOn: '2025-01-10' })).code)
  expect(text).not.toContain(button)
  await desk.post(`${path}/odottamaan`)
  const own = await desk.open((await stock()).code)
  const colleague = await desk.world.as({ role: 'venue', site: await makeSite(desk.world.db) })
  expect((await desk.post(`${own.path}/odottamaan`, {}, colleague)).status).toBe(404)
  expect(await rows()).toEqual([])
})
