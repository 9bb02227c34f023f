import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode, newCode } from '../codes/rules.ts'

let world: World
let issuer: Awaited<ReturnType<World['as']>>
let venue: Awaited<ReturnType<World['as']>>
let siteId: number
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const municipality = await makeMunicipality(world.db)
  const unit = await makeUnit(world.db, { municipality, name: 'Aikuissosiaalityö' })
  const site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
  siteId = site.id
  issuer = await world.as({ role: 'issuer', unit })
  venue = await world.as({ role: 'venue', site })
})
afterAll(() => world.end())

const asked = (more: Record<string, string> = {}) => ({
  ...{ site: String(siteId), visitOn: '12.6.2026', startsAt: '13.30', event: 'Lumikuningatar' },
  ...{ clients: '4', under16: '2', workers: '1', wish: 'Kaksi pyörätuolipaikkaa', ...more },
})
const ask = (more?: Record<string, string>) => issuer.post('/fi/ryhmakaynnit/uusi', asked(more))
const text = async (reply: Response | Promise<Response>) =>
  (await (await reply).text()).replaceAll(/\s+/g, ' ')
const letters = async () => {
  const rows = await world.db.selectFrom('mail').select('kind').orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}

test('a unit asks, the site answers, the unit reads the answer, calls off, and each hears of it', async () => {
  expect(await text(issuer.get('/fi/ryhmakaynnit/uusi'))).toContain('Esimerkkiteatteri')
  const reply = await ask()
  expect(reply.status).toBe(303)
  const at = reply.headers.get('location')!.split('?')[0]!
  const id = at.split('/').at(-1)!
  expect(await text(issuer.get(at))).toContain('4 asiakasta + 2 alle 16-vuotiasta + 1 työntekijä')

  const list = await text(venue.get('/fi/ryhmat'))
  expect(list).toContain('Aikuissosiaalityö')
  expect(list).toContain('Odottaa vastausta')
  const said = { says: 'yes', reason: '', answer: 'Tulkaa pääovesta.' }
  expect((await venue.post(`/fi/ryhmat/${id}`, said)).status).toBe(303)
  const answered = await text(issuer.get(at))
  expect(answered).toContain('Sovittu')
  expect(answered).toContain('Tulkaa pääovesta.')

  expect((await issuer.post(`${at}/peru`, {})).status).toBe(303)
  expect(await text(venue.get(`/fi/ryhmat/${id}`))).toContain('Peruttu')
  expect((await venue.post(`/fi/ryhmat/${id}`, said)).status).toBe(422)
  expect(await letters()).toEqual(['visit-answered', 'visit-asked', 'visit-cancelled'])
})

test('on its day the desk hears of a group, with and without script, and never whose it is', async () => {
  const now = async () => ({
    page: (await text(venue.get('/fi/kassa'))).replaceAll(/<script[\s\S]*?<\/script>/g, ''),
    state: await text(venue.get('/desk-app/state')),
  })
  const at = (await ask({ visitOn: '4.5.2026', event: '' })).headers.get('location')!.split('?')[0]!
  const sentence = 'Tänään tulee ryhmä klo 13.30: 4 asiakasta + 2 alle 16-vuotiasta + 1 työntekijä.'
  for (const said of Object.values(await now())) expect(said).not.toContain('Tänään tulee ryhmä')
  await venue.post(`/fi/ryhmat/${at.split('/').at(-1)}`, { says: 'yes' })
  for (const said of Object.values(await now())) {
    expect(said).toContain(sentence)
    expect(said).not.toContain('Aikuissosiaalityö')
  }
  await issuer.post(`${at}/peru`, {})
  for (const said of Object.values(await now())) expect(said).not.toContain('Tänään tulee ryhmä')
})

test('the same visit is asked for once; with its day called off it can be asked for again', async () => {
  const reply = await ask({ event: 'Toinen' })
  expect((await ask({ event: 'Toinen' })).status).toBe(422)
  expect((await ask({ event: 'Toinen', startsAt: '18' })).status).toBe(303)
  const at = reply.headers.get('location')!.split('?')[0]!
  await issuer.post(`${at}/peru`, {})
  expect((await ask({ event: 'Toinen' })).status).toBe(303)
})

test.each([
  ['a day that has passed', { visitOn: '3.5.2026' }, 'Päivä on jo mennyt'],
  ['no day', { visitOn: '' }, 'Kirjoita käynnin päivä'],
  ['nobody', { clients: '0', under16: '' }, 'Kirjoita ainakin yksi asiakas'],
  ['no worker', { workers: '0' }, 'Ryhmässä on aina työntekijä'],
  ['a phone number', { wish: 'Soita 040 123 4567' }, 'puhelinnumero'],
  ['a card code', { event: formatCode(newCode()) }, 'kortin tunnukselta'],
  ['a time that is none', { startsAt: '25.10' }, 'muodossa 13.30'],
])('with %s the form comes back with what was typed', async (_, more, sentence) => {
  const reply = await ask({ event: 'Kolmas', ...more })
  expect(reply.status).toBe(422)
  const body = await text(reply)
  expect(body).toContain(sentence)
  expect(body).toContain('name="workers"')
  if (!('workers' in more)) expect(body).toContain('value="1"')
})

test('a no needs its reason, and a foreign visit does not exist', async () => {
  const at = (await ask({ event: 'Neljäs' })).headers.get('location')!.split('?')[0]!
  const id = at.split('/').at(-1)!
  expect((await venue.post(`/fi/ryhmat/${id}`, { says: 'no' })).status).toBe(422)
  expect((await venue.post(`/fi/ryhmat/${id}`, { says: 'no', reason: 'full' })).status).toBe(303)
  expect(await text(issuer.get(at))).toContain('Paikat ovat täynnä')

  const municipality = await makeMunicipality(world.db, { name: 'Muualla', area: 'Muualla' })
  const otherUnit = await world.as({ role: 'issuer', unit: await makeUnit(world.db, { municipality }) })
  const otherSite = await world.as({ role: 'venue', site: await makeSite(world.db, { municipality }) })
  expect((await otherUnit.get(at)).status).toBe(404)
  expect((await otherUnit.post(`${at}/peru`, {})).status).toBe(404)
  expect((await otherSite.post(`/fi/ryhmat/${id}`, { says: 'yes' })).status).toBe(404)
})
