import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { organisationOf, putSent, putSigned, someParty } from '../../test/commitments.ts'
import { makeAccount, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { dayOf } from '../lib/dates.ts'
import { keepHouse } from '../sweep.ts'
import { forgetAskers } from './queries.ts'
import { tellOfNewcomers } from './tell.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const text = async (answer: Promise<Response>) => (await answer).text()
const mainOf = async (answer: Promise<Response>) => {
  const page = await text(answer)
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'))
}
const one = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(world.db)).rows[0]!
const tell = () => tellOfNewcomers(world.db, world.now(), 'https://kaiku.example')
const days = (count: number) => world.later(count * 24 * 60)
const letters = async (kind: string) =>
  (
    await sql<{ recipient: string; subject: string; text: string }>`
      select recipient, subject, text_body as text from mail where kind = ${kind} order by made_at, recipient`.execute(
      world.db,
    )
  ).rows
const asking = (municipality: number, kind: 'unit' | 'site' = 'site') => ({
  kind,
  place: 'Esimerkkiteatteri',
  organisation: 'Esimerkkiteatteri ry',
  municipality: String(municipality),
  name: 'Oili Esimerkki',
  email: 'oili@esimerkkiteatteri.example',
  message: 'Näytämme lastenteatteria.\nHaluamme mukaan.',
})

test('a site asks, is taken in, and sees one step at a time until all is done', async () => {
  const { db } = world
  const town = await makeMunicipality(db, { name: 'Kuhmo' })
  await makeAccount(db, world.now(), { role: 'coordinator', areaId: town.areaId, side: 'culture' })
  await makeAccount(db, world.now(), { role: 'coordinator', areaId: town.areaId, side: 'sote' })
  const asked = asking(town.id)

  // What was typed stays; no personal identity code is kept; the same sent twice is one.
  const wrong = await world.anyone.post('/fi/tule-mukaan', { ...asked, message: 'Tunnus 131052-308T.' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toMatch(/henkilötunnus[\s\S]*Esimerkkiteatteri ry/)
  expect((await world.anyone.post('/fi/tule-mukaan', { ...asked, municipality: '99999' })).status).toBe(422)
  for (const _ of [1, 2])
    expect((await world.anyone.post('/sv/kom-med', asked)).headers.get('location')).toBe('/sv/kom-med/tack')
  const { id, count } = await one(sql<{ id: number; count: number }>`
    select min(id) as id, count(*)::int as count from place_request`)
  expect(count).toBe(1)
  expect(await letters('place-request-received')).toMatchObject([
    { recipient: asked.email, subject: 'Din begäran har kommit fram' },
  ])
  await keepHouse(world.db, world.now(), 'https://kaiku.example')
  await tell()
  expect(await letters('place-request')).toHaveLength(1)

  // Those of another area see nothing of it; of this area and the centre, its steps.
  const far = await makeMunicipality(db, { area: 'Toinen' })
  const stranger = await world.as({ role: 'coordinator', areaId: far.areaId })
  const page = `/fi/uudet-paikat/${id}`
  expect((await stranger.get(page)).status).toBe(404)
  expect(await mainOf(stranger.get('/fi/uudet-paikat'))).not.toContain('Esimerkkiteatteri')
  days(3)
  const coordinator = await world.as({ role: 'coordinator', areaId: town.areaId })
  expect(await mainOf(coordinator.get('/fi/uudet-paikat'))).toMatch(
    /Odottavat vastausta[\s\S]*Esimerkkiteatteri[\s\S]*Odottanut 3 päivää/,
  )
  expect(await mainOf(coordinator.get(page))).toContain('Haluamme mukaan.')

  // A new site is made with what was asked; nothing is made of a form that is not whole.
  const made = { known: '', place: 'Esimerkkiteatteri', organisation: 'Esimerkkiteatteri ry' }
  expect((await coordinator.post(`${page}/hyvaksy`, made)).status).toBe(422)
  expect((await coordinator.post(`${page}/hyvaksy`, { ...made, category: 'culture' })).status).toBe(303)
  expect((await coordinator.post(`${page}/ei-nyt`, { reason: 'Myöhemmin' })).status).toBe(422)
  expect(await letters('place-request-accepted')).toMatchObject([
    { recipient: asked.email, subject: 'Välkommen med i Kaikukortet' },
  ])
  const { site: siteId } = await one(sql<{ site: number }>`select site_id as site from place_request`)
  const site = { id: siteId, name: 'Esimerkkiteatteri', municipality: town }
  expect(await mainOf(coordinator.get(page))).toMatch(
    /Seuraavaksi: Sitoumus[\s\S]*ei ole vielä lähetetty[\s\S]*href="\/fi\/sitoumukset\/luonnokset\/uusi\?kind=venue&amp;q=Esimerkkiteatteri"/,
  )

  const organisationId = await organisationOf(world, site)
  const parties = [
    someParty({ side: 'area', name: 'Kainuu' }),
    someParty({ side: 'venue', name: site.name, organisationId, siteId: site.id }),
  ]
  const content = { kind: 'venue', from: '2026-05-08', parties } as const
  await putSent(world, site, content)
  const venue = await world.as({ role: 'venue', site })
  expect(await mainOf(venue.get('/fi/alkuun'))).toMatch(
    /Seuraavaksi: Sitoumus[\s\S]*odottaa paikkasi[\s\S]*href="\/fi\/sitoumus\//,
  )
  expect(await mainOf(venue.get('/fi/oma-paikka'))).toContain('Seuraavaksi: Sitoumus. Jatka alkuun-sivulla')
  await sql`update account_role set ended_at = ${world.now()} where site_id = ${siteId}`.execute(db)
  await putSigned(world, site, content)

  // In force from its day on; then somebody has to be invited.
  // Each look is of somebody who has just signed in: days pass in between.
  const keeps = async (path: string) =>
    mainOf((await world.as({ role: 'coordinator', areaId: town.areaId })).get(path))
  const works = async (path: string) => mainOf((await world.as({ role: 'venue', site })).get(path))
  expect(await keeps(page)).toContain('Se ei ole vielä voimassa')
  days(1)
  expect(await keeps(page)).toMatch(
    /Seuraavaksi: Tunnus Kaikukantaan[\s\S]*\/fi\/ihmiset\/kutsu\?role=venue&amp;place=\d+/,
  )
  const own = await works('/fi/alkuun')
  expect(own).toMatch(/Seuraavaksi: Perehdytys[\s\S]*Aloita perehdytys[\s\S]*<details>[\s\S]*Sitoumus/)
  expect(own.match(/class="btn/g)).toHaveLength(1)

  // Fourteen days later one letter, and never a second of the same step.
  days(13)
  await tell()
  expect(await letters('newcomer-step')).toEqual([])
  days(1)
  await tell()
  await tell()
  const [reminder, ...more] = await letters('newcomer-step')
  expect(more).toEqual([])
  expect(reminder!.text).toContain('https://kaiku.example/sv/kom-igang')
  expect(await keeps('/fi/uudet-paikat')).toContain('Odottanut 14 päivää')

  await sql`insert into induction (account_id, role, place, edition_on, done_on)
    select account_id, 'venue', 'x', '2026-01-01', '2026-05-22' from account_role
    where site_id = ${siteId} and ended_at is null`.execute(db)
  expect(await works('/fi/alkuun')).toMatch(/Seuraavaksi: Kassa[\s\S]*href="\/fi\/laitteet"/)
  await sql`insert into device (site_id, name, paired_at, paired_by) values (${siteId}, 'Kassa', ${world.now()}, 'x')`.execute(
    db,
  )
  expect(await works('/fi/alkuun')).toMatch(/Kaikki on valmista[\s\S]*href="\/fi\/kassa"/)
  expect(await works('/fi/oma-paikka')).not.toContain('alkuun')
  expect(await keeps('/fi/uudet-paikat')).toMatch(/Mukana tai vastattu[\s\S]*Esimerkkiteatteri/)

  // Two years later nobody knows who asked; what it became stays.
  days(732)
  await forgetAskers(world.db, dayOf(world.now()), 24)
  expect(
    await one(sql`select place_name, sender_name, sender_email, message, site_id from place_request`),
  ).toEqual({
    ...{
      place_name: 'Esimerkkiteatteri',
      sender_name: null,
      sender_email: null,
      message: null,
      site_id: siteId,
    },
  })
})

test('a unit: proposed to the centre, outside the network, known to the register already, and “not now”', async () => {
  const { db } = world
  const town = await makeMunicipality(db, { name: 'Kuhmo' })
  const coordinator = await world.as({ role: 'coordinator', areaId: town.areaId })
  const centre = await world.as({ role: 'centre' })
  await world.anyone.post('/fi/tule-mukaan', { ...asking(town.id, 'unit'), place: 'Sosiaalitoimisto Lentua' })
  await sql`insert into municipality (name_fi, country) values ('Kaukola', 'FI')`.execute(db)
  const { id: outside } = await one(
    sql<{ id: number }>`select id from municipality where name_fi = 'Kaukola'`,
  )
  await world.anyone.post('/sv/kom-med', { ...asking(outside), place: 'Kaukolan museo' })
  const rows = await sql<{ id: number }>`select id from place_request order by id`.execute(db)
  const [first, second] = rows.rows.map(({ id }) => `/fi/uudet-paikat/${id}`)

  // Outside the network it is the centre's, which can only answer: not now.
  expect((await coordinator.get(second!)).status).toBe(404)
  const far = await mainOf(centre.get(second!))
  expect(far).toMatch(/ei ole millään alueella[\s\S]*\/fi\/uudet-alueet/)
  expect(far).not.toContain('/hyvaksy')
  const forced = { known: '', place: 'x', organisation: 'y', category: 'culture' }
  expect((await centre.post(`${second}/hyvaksy`, forced)).status).toBe(422)
  expect((await centre.post(`${second}/ei-nyt`, { reason: '' })).status).toBe(422)
  await centre.post(`${second}/ei-nyt`, { reason: 'Kommunen är inte med ännu.' })
  const [declined] = await letters('place-request-declined')
  expect(declined).toMatchObject({ subject: 'Svar på din begäran' })
  expect(declined!.text).toContain('Kommunen är inte med ännu.')

  // A coordinator proposes a new unit with reasons; the centre's answer is the next step.
  const wanted = {
    known: '',
    place: 'Sosiaalitoimisto Lentua',
    organisation: 'Kuhmo',
    unitKind: 'social-office',
  }
  expect((await coordinator.post(`${first}/hyvaksy`, wanted)).status).toBe(422)
  await coordinator.post(`${first}/hyvaksy`, { ...wanted, reason: 'Kunnassa ei ole jakajaa.' })
  expect(await mainOf(coordinator.get(first!))).toMatch(/Seuraavaksi: Kaikukeskuksen hyväksyntä/)
  const { unit } = await one(
    sql<{ unit: number }>`select unit_id as unit from place_request where unit_id is not null`,
  )
  await centre.post(`/fi/jakajat/pyynnot/${unit}`, { answer: 'approved', reason: '' })
  expect(await mainOf(coordinator.get(first!))).toMatch(
    /Seuraavaksi: Sitoumus[\s\S]*Kaikukeskuksen hyväksyntä/,
  )

  // A unit that is there already can be chosen, once; a place of another area cannot.
  const known = await makeUnit(db, { municipality: town, name: 'Diakonia Kuhmo' })
  const foreign = await makeUnit(db, { municipality: await makeMunicipality(db, { area: 'Toinen' }) })
  await world.anyone.post('/fi/tule-mukaan', { ...asking(town.id, 'unit'), place: 'Kuhmon diakonia' })
  const { id } = await one(sql<{ id: number }>`select max(id) as id from place_request`)
  const third = `/fi/uudet-paikat/${id}`
  expect((await coordinator.post(`${third}/hyvaksy`, { known: String(foreign.id) })).status).toBe(422)
  expect((await coordinator.post(`${third}/hyvaksy`, { known: String(unit) })).status).toBe(422)
  expect((await coordinator.post(`${third}/hyvaksy`, { known: String(known.id) })).status).toBe(303)

  // Its own people read days and no names; those of a place that came without a request have nothing to do.
  const issuer = await world.as({ role: 'issuer', unit: known })
  const own = await mainOf(issuer.get('/fi/alkuun'))
  expect(own).toMatch(/Diakonia Kuhmo on tulossa[\s\S]*Odotetaan muita: Alueen vastuuhenkilö/)
  expect(own).not.toContain('Oili')
  const other = await world.as({ role: 'venue', site: await makeSite(db, { municipality: town }) })
  expect(await mainOf(other.get('/fi/alkuun'))).toContain('Kaikki on valmista')
  expect((await issuer.get(third)).status).toBe(403)
  await makeAccount(db, world.now(), {
    role: 'coordinator',
    areaId: town.areaId,
    language: 'sv',
    side: 'sote',
  })

  // The public form has an end.
  for (let n = 0; n < 2; n++)
    expect(
      (await world.anyone.post('/fi/tule-mukaan', { ...asking(town.id), place: `Paikka ${n}` })).status,
    ).toBe(303)
  expect((await world.anyone.post('/fi/tule-mukaan', { ...asking(town.id), place: 'Paikka 9' })).status).toBe(
    422,
  )
})

test('two keepers at once: one request becomes the place, the other is told so and nothing breaks', async () => {
  const { db } = world
  const town = await makeMunicipality(db, { name: 'Kuhmo' })
  const known = await makeSite(db, { municipality: town, name: 'Kuhmon teatteri' })
  for (const place of ['Teatteri', 'Kuhmon teatteri'])
    await world.anyone.post('/fi/tule-mukaan', { ...asking(town.id), place })
  const { rows } = await sql<{ id: number }>`select id from place_request order by id`.execute(db)
  const keepers = await Promise.all(rows.map(() => world.as({ role: 'coordinator', areaId: town.areaId })))
  const answers = await Promise.all(
    rows.map(({ id }, at) =>
      keepers[at]!.post(`/fi/uudet-paikat/${id}/hyvaksy`, { known: String(known.id) }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await one(sql`select count(*)::int as count from place_request where site_id is not null`)).toEqual({
    count: 1,
  })
})

test('who was told “not now” may ask again another day, with the very same words', async () => {
  const town = await makeMunicipality(world.db, { name: 'Kuhmo' })
  const ask = () => world.anyone.post('/fi/tule-mukaan', asking(town.id))
  await ask()
  days(1)
  await ask()
  await ask()
  expect(await one(sql`select count(*)::int as count from place_request`)).toEqual({ count: 2 })
  expect(await letters('place-request-received')).toHaveLength(2)
})
