import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { keepHouse } from '../sweep.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const text = async (answer: Promise<Response>) => (await answer).text()
const told = {
  municipality: '',
  organisation: 'Esimerkkilän kaupunki',
  name: 'Oili Esimerkki',
  title: 'sivistysjohtaja',
  email: 'oili@esimerkkila.example',
  message: 'Haluamme kortin.\nMukana ovat kirjasto ja sosiaalityö.',
}
const one = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(world.db)).rows[0]!
const free = async (name: string) =>
  one(sql<{ id: number }>`insert into municipality (name_fi, country) values (${name}, 'FI') returning id`)

test('a municipality asks, the centre talks, opens the area, and its plan says what comes next', async () => {
  const { id: municipality } = await free('Esimerkkilä')
  const centre = await world.as({ role: 'centre' })

  // Asked twice with the same words, it is one; a mistake keeps what was typed.
  const wrong = await world.anyone.post('/fi/kiinnostus', { ...told, email: 'oili' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Mukana ovat kirjasto')
  const asked = { ...told, municipality: String(municipality) }
  for (const _ of [1, 2])
    expect((await world.anyone.post('/fi/kiinnostus', asked)).headers.get('location')).toBe(
      '/fi/kiinnostus/kiitos',
    )
  expect(await text(world.anyone.get('/fi/kiinnostus/kiitos'))).toContain('Kiitos')
  const { id, count } = await one(sql<{ id: number; count: number }>`
    select min(id) as id, count(*)::int as count from area_interest`)
  expect(count).toBe(1)
  await keepHouse(world.db, world.now(), 'https://kaiku.example')
  await keepHouse(world.db, world.now(), 'https://kaiku.example')
  expect(await one(sql`select count(*)::int as count from mail where kind = 'interest'`)).toEqual({
    count: 1,
  })

  // Nobody but the centre reads who asked.
  expect(await text(centre.get('/fi/uudet-alueet'))).toContain('Esimerkkilän kaupunki')
  const page = `/fi/uudet-alueet/${id}`
  const talk = {
    kind: 'talk',
    held: '4.5.2026',
    notes: 'Sovittiin aikataulu.',
    actions: 'Nimeä työpari (johto, 1.6.2026)',
  }
  expect((await centre.post(`${page}/keskustelu`, { ...talk, held: '5.5.2026' })).status).toBe(422)
  await centre.post(`${page}/keskustelu`, talk)
  expect(await text(centre.get(page))).toContain('Nimeä työpari (johto, 1.6.2026)')

  const opened = await centre.post(`${page}/avaa`, {
    ...{ area: '', areaName: 'Esimerkkialue', areaNameSv: '', municipality: String(municipality) },
  })
  const plan = opened.headers.get('location')!
  expect(plan).toMatch(/^\/fi\/alueet-yllapito\/\d+\/eteneminen$/)
  expect((await centre.post(`${page}/ei-nyt`, { reason: 'Myöhemmin' })).status).toBe(422)
  const area = Number(plan.split('/')[3])
  const first = await text(centre.get(plan))
  expect(first).toContain('Seuraavaksi: Työpari nimetty')
  expect(first).toContain('1/12 tehty')
  expect(first).toContain('Sovittiin aikataulu.')

  // The area's coordinator says who does what by when; the register sees the rest.
  const coordinator = await world.as({ role: 'coordinator', areaId: area })
  const step = `${plan}/agreement`
  expect((await coordinator.post(step, { state: 'open', due: '1.13.2026', who: '', note: '' })).status).toBe(
    422,
  )
  await coordinator.post(step, {
    state: 'open',
    due: '3.5.2026',
    who: 'Johtoryhmä',
    note: 'Luonnos on tehty.',
  })
  expect(await text(coordinator.get(plan))).toMatch(/Myöhässä[\s\S]*Johtoryhmä[\s\S]*Luonnos on tehty\./)
  await coordinator.post(step, { state: 'done', due: '', who: '', note: '' })
  await coordinator.post(plan, { deed: 'days', from: '1.9.2026', until: '31.8.2027' })
  expect((await coordinator.post(plan, { deed: 'days', from: '1.9.2026', until: '31.8.2025' })).status).toBe(
    422,
  )
  const action = await one(
    sql<{ id: number; meeting: number }>`select id, meeting_id as meeting from joining_action`,
  )
  const meeting = `/fi/alueet-yllapito/${area}/tapaamiset/${action.meeting}`
  await coordinator.post(meeting, { deed: 'done', action: String(action.id) })
  const later = await text(coordinator.get(plan))
  expect(later).toContain('2/12 tehty')
  expect(later).toContain('Tehty 4.5.2026')
  await coordinator.post(meeting, { deed: 'remove', action: '' })
  expect(await text(coordinator.get(plan))).not.toContain('Sovittiin aikataulu.')

  const municipalityMade = { id: municipality, areaId: area, name: 'Esimerkkilä' }
  await makeUnit(world.db, { municipality: municipalityMade, thirdSector: true })
  await makeSite(world.db, { municipality: municipalityMade })
  expect(await text(coordinator.get(plan))).toMatch(/Seuraavaksi: Keskustelu[\s\S]*2\/12 tehty/)

  // Another area's coordinator finds nothing, and the public form has an end.
  const elsewhere = await makeMunicipality(world.db, { area: 'Toinen' })
  const stranger = await world.as({ role: 'coordinator', areaId: elsewhere.areaId })
  expect((await stranger.get(plan)).status).toBe(404)
  expect((await stranger.get(page)).status).toBe(403)
  const many = async (n: number) => world.anyone.post('/fi/kiinnostus', { ...told, message: `Viesti ${n}` })
  for (let n = 0; n < 3; n++) expect((await many(n)).status).toBe(303)
  expect((await many(9)).status).toBe(422)
})

test('the same words on another day are a new interest', async () => {
  const send = () => world.anyone.post('/fi/kiinnostus', told)
  await send()
  world.later(24 * 60)
  await send()
  await send()
  expect(await one(sql`select count(*)::int as count from area_interest`)).toEqual({ count: 2 })
})

test('“not now” is told to who asked, in their language; two years later nobody knows who it was', async () => {
  await world.anyone.post('/sv/intresse', told)
  const centre = await world.as({ role: 'centre' })
  const { id } = await one(sql<{ id: number }>`select id from area_interest`)
  expect((await centre.post(`/fi/uudet-alueet/${id}/ei-nyt`, { reason: '' })).status).toBe(422)
  await centre.post(`/fi/uudet-alueet/${id}/ei-nyt`, { reason: 'Vi börjar i höst.' })
  const mail = await one(sql<{ recipient: string; subject: string; text: string }>`
    select recipient, subject, text_body as text from mail where kind = 'interest-declined'`)
  expect(mail).toMatchObject({ recipient: told.email, subject: 'Svar på ditt intresse för Kaikukortet' })
  expect(mail.text).toContain('Vi börjar i höst.')
  world.later(732 * 24 * 60)
  await keepHouse(world.db, world.now(), 'https://kaiku.example')
  const row = await one(
    sql`select organisation, sender_name, sender_email, message, decline_reason from area_interest`,
  )
  expect(row).toEqual({
    ...{ organisation: told.organisation, sender_name: null, sender_email: null, message: null },
    decline_reason: null,
  })
})
