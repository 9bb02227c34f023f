import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'

type Someone = Awaited<ReturnType<World['as']>>

let world: World
let unit: MadeUnit
let sibling: MadeUnit
let elsewhere: MadeUnit
let site: MadeSite
beforeEach(async () => {
  world = await newWorld()
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  unit = await makeUnit(world.db, { municipality: kuhmo, name: 'Sosiaalitoimisto Lentua' })
  sibling = await makeUnit(world.db, { municipality: kuhmo })
  site = await makeSite(world.db, { municipality: kuhmo, name: 'Teatteri Tuohus' })
  const lahti = await makeMunicipality(world.db, { name: 'Lahti', area: 'Päijät-Häme' })
  elsewhere = await makeUnit(world.db, { municipality: lahti })
  const { id } = await world.db
    .insertInto('organisation')
    .values({ name: 'Naapurialueen hyvinvointialue' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .updateTable('issuing_unit')
    .set({ organisation_id: id })
    .where('id', '=', elsewhere.id)
    .execute()
})
afterEach(() => world.end())

const at = (place: { id: number }, kind = 'yksikko') => `/fi/yhteyshenkilot/${kind}/${place.id}`
const aino = { name: 'Aino Esimerkki', email: 'aino@esimerkki.example', phone: '08 123 4567' }
const eero = { name: 'Eero Mallinen', email: 'eero@esimerkki.example', phone: '' }

const everyone = () =>
  world.db.selectFrom('contact_person').select(['id', 'name', 'ended_at', 'unit_id']).orderBy('id').execute()
const current = async () => (await everyone()).filter(({ ended_at }) => ended_at === null)

/** Aino answers for the unit. @returns her id */
const withAino = async (issuer: Someone) => {
  expect((await issuer.post(at(unit), aino)).status).toBe(303)
  return (await everyone())[0]!.id
}

describe('one’s own place', () => {
  test('a page without anybody says so, and takes the first one', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    const empty = await (await issuer.get(at(unit))).text()
    expect(empty).toContain('Yhteyshenkilö puuttuu')
    expect(await htmlProblems(empty)).toEqual([])
    const reply = await issuer.post(at(unit), aino)
    expect(reply.headers.get('location')).toBe(`${at(unit)}?done=added`)
    const page = await (await issuer.get(`${at(unit)}?done=added`)).text()
    expect(page).toContain('Yhteyshenkilö on lisätty.')
    expect(page).toContain('aino@esimerkki.example')
    expect(page).not.toContain('/paata')
    expect(await htmlProblems(page)).toEqual([])
  })

  test('the same person sent twice is added once', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    await withAino(issuer)
    expect((await issuer.post(at(unit), aino)).status).toBe(303)
    expect(await everyone()).toHaveLength(1)
  })

  test('is edited in place', async () => {
    const venue = await world.as({ role: 'venue', site })
    await venue.post(at(site, 'kohde'), aino)
    const { id } = (await everyone())[0]!
    const form = await (await venue.get(`${at(site, 'kohde')}/${id}/muokkaa`)).text()
    expect(form).toContain('value="aino@esimerkki.example"')
    expect(await htmlProblems(form)).toEqual([])
    await venue.post(`${at(site, 'kohde')}/${id}/muokkaa`, { ...aino, phone: '' })
    expect(await world.db.selectFrom('contact_person').select(['id', 'phone']).execute()).toEqual([
      { id, phone: null },
    ])
  })

  test('is replaced in one go, and the old one stays in the history', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    const id = await withAino(issuer)
    world.later(10)
    const form = await (await issuer.get(`${at(unit)}/${id}/vaihda`)).text()
    expect(form).toContain('Kuka tulee tilalle: Aino Esimerkki?')
    expect(await htmlProblems(form)).toEqual([])
    for (const _ of ['once', 'and the same form again'])
      expect((await issuer.post(`${at(unit)}/${id}/vaihda`, eero)).headers.get('location')).toBe(
        `${at(unit)}?done=replaced`,
      )
    expect((await everyone()).map(({ name, ended_at }) => [name, ended_at])).toEqual([
      ['Aino Esimerkki', world.now()],
      ['Eero Mallinen', null],
    ])
    const page = await (await issuer.get(at(unit))).text()
    expect(page).toContain('<li>Aino Esimerkki, 4.5.2026 – 4.5.2026</li>')
    const deeds = await world.db.selectFrom('audit').select(['permission', 'outcome']).execute()
    expect(deeds).toContainEqual({ permission: 'contacts.change', outcome: 'done' })
  })

  test('one of two is ended after a question; the last one is not', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    const id = await withAino(issuer)
    await issuer.post(at(unit), eero)
    expect(await (await issuer.get(`${at(unit)}/${id}/paata`)).text()).toContain(
      'Päätetäänkö yhteyshenkilö Aino Esimerkki?',
    )
    expect((await issuer.post(`${at(unit)}/${id}/paata`, {})).status).toBe(303)
    const [last] = await current()
    const refused = await issuer.post(`${at(unit)}/${last!.id}/paata`, {})
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Paikalla on aina oltava yhteyshenkilö.')
    expect(page).toContain('/vaihda"')
    expect(await current()).toHaveLength(1)
  })
})

test.each([
  ['end', sql`update contact_person set ended_at = now()`],
  ['delete', sql`delete from contact_person`],
  ['move away', sql`update contact_person set unit_id = (select max(id) from issuing_unit)`],
])('the database itself lets nobody %s the last one', async (_, statement) => {
  const issuer = await world.as({ role: 'issuer', unit })
  await withAino(issuer)
  await expect(statement.execute(world.db)).rejects.toThrow('the last contact person can only be replaced')
  expect((await current()).map(({ unit_id }) => unit_id)).toEqual([unit.id])
})

test('two who end each other’s last companion at once do not both succeed', async () => {
  const issuer = await world.as({ role: 'issuer', unit })
  await withAino(issuer)
  await issuer.post(at(unit), eero)
  const [one, other] = await everyone()
  const replies = await Promise.all(
    [one!, other!].map(({ id }) => issuer.post(`${at(unit)}/${id}/paata`, {})),
  )
  expect(replies.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await current()).toHaveLength(1)
})

describe('what is typed', () => {
  test.each([
    ['no name', { name: ' ' }, 'Kirjoita henkilön nimi.'],
    ['an identity code', { name: 'Aino 131052-308T' }, 'Tekstissä näyttää olevan henkilötunnus.'],
    ['an identity code as a phone', { phone: '131052-308T' }, 'Tekstissä näyttää olevan henkilötunnus.'],
    ['no address', { email: 'aino' }, 'Tarkista sähköpostiosoite'],
    ['no number', { phone: 'vaihde' }, 'Kirjoita puhelinnumero numeroina'],
    ['no way to reach', { email: '', phone: '' }, 'Kirjoita sähköposti tai puhelin'],
  ])('%s is refused, and the rest stays', async (_, wrong, words) => {
    const issuer = await world.as({ role: 'issuer', unit })
    const reply = await issuer.post(at(unit), { ...aino, ...wrong })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain(words)
    expect(page).not.toContain('308T')
    const kept = 'name' in wrong ? 'value="aino@esimerkki.example"' : 'value="Aino Esimerkki"'
    expect(page).toContain(kept)
    expect(await htmlProblems(page)).toEqual([])
    expect(await everyone()).toEqual([])
  })
})

describe('whose they are', () => {
  const organisationOf = async (place: MadeUnit) =>
    (
      await world.db
        .selectFrom('issuing_unit')
        .select('organisation_id as id')
        .where('id', '=', place.id)
        .executeTakeFirstOrThrow()
    ).id

  test.each([
    ['an issuer', 'issuer', [200, 404, 404, 404, 404]],
    ['a venue', 'venue', [404, 404, 404, 200, 404]],
    ['a coordinator', 'coordinator', [200, 200, 404, 200, 200]],
    ['the centre', 'centre', [200, 200, 200, 200, 200]],
    ['an auditor', 'auditor', [403, 403, 403, 403, 403]],
    ['nobody', 'anyone', [303, 303, 303, 303, 303]],
  ] as const)('%s', async (_, role, expected) => {
    const areaId = unit.municipality.areaId
    const visitor = {
      issuer: () => world.as({ role: 'issuer', unit }),
      venue: () => world.as({ role: 'venue', site }),
      coordinator: () => world.as({ role: 'coordinator', areaId }),
      centre: () => world.as({ role: 'centre' }),
      auditor: () => world.as({ role: 'auditor' }),
      anyone: async () => world.anyone,
    }[role]
    const someone = await visitor()
    const organisation = await organisationOf(unit)
    const places = [
      ...[at(unit), at(sibling), at(elsewhere), at(site, 'kohde')],
      `/fi/yhteyshenkilot/organisaatio/${organisation}`,
    ]
    const statuses: number[] = []
    for (const place of places) {
      const { status } = await someone.get(place)
      statuses.push(status)
      const posted = await someone.post(place, aino)
      expect(posted.status, place).toBe(status === 200 ? 303 : status)
    }
    expect(statuses).toEqual(expected)
    expect(await everyone()).toHaveLength(expected.filter((status) => status === 200).length)
  })

  test('another place’s contact person is not reached through one’s own', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    const neighbour = await world.as({ role: 'issuer', unit: sibling })
    const id = await withAino(issuer)
    await neighbour.post(at(sibling), eero)
    for (const deed of ['muokkaa', 'vaihda', 'paata']) {
      expect((await neighbour.get(`${at(sibling)}/${id}/${deed}`)).status).toBe(404)
      expect((await neighbour.post(`${at(sibling)}/${id}/${deed}`, eero)).status).toBe(404)
    }
    expect((await everyone()).map(({ name }) => name)).toEqual(['Aino Esimerkki', 'Eero Mallinen'])
  })

  test('a site added under an organisation’s name does not lead to its contact persons', async () => {
    const organisation = await organisationOf(elsewhere)
    const path = `/fi/yhteyshenkilot/organisaatio/${organisation}`
    await (await world.as({ role: 'centre' })).post(path, eero)
    const areaId = unit.municipality.areaId
    const coordinator = await world.as({ role: 'coordinator', areaId })
    await world.db
      .updateTable('site')
      .set({ organisation_id: organisation })
      .where('id', '=', site.id)
      .execute()
    const pages = [path, `/fi/organisaatiot/${organisation}`, `/fi/kohteet/${site.id}`]
    const replies = await Promise.all(pages.map((page) => coordinator.get(page)))
    expect(replies.map(({ status }) => status)).toEqual([404, 200, 200])
    for (const reply of replies) expect(await reply.text()).not.toContain('Eero Mallinen')
    expect((await coordinator.post(path, aino)).status).toBe(404)
    const proof = proofOfSession(proofOfToken(coordinator.token))
    const seen = () => world.read((db) => db.selectFrom('contact_person').select('name').execute(), proof)
    expect(await seen()).toEqual([])
    await world.db
      .updateTable('issuing_unit')
      .set({ merged_into_id: unit.id, closed_on: '2026-01-01' })
      .where('id', '=', elsewhere.id)
      .execute()
    expect(await seen()).toHaveLength(1)
    expect((await coordinator.get(path)).status).toBe(200)
  })

  test('an organisation without a place in the area is not the area’s', async () => {
    const { id } = await world.db
      .insertInto('organisation')
      .values({ name: 'Kaukana ry' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const coordinator = await world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
    expect((await coordinator.get(`/fi/yhteyshenkilot/organisaatio/${id}`)).status).toBe(404)
  })
})

test.each([
  ['sv', `/sv/kontaktpersoner/enhet/`],
  ['en', `/en/contact-persons/unit/`],
])('in %s, and from the Finnish word too', async (_, path) => {
  const issuer = await world.as({ role: 'issuer', unit })
  await withAino(issuer)
  const page = await (await issuer.get(path + unit.id)).text()
  expect(await htmlProblems(page)).toEqual([])
  expect((await issuer.get(path.replace(/enhet|unit/, 'yksikko') + unit.id)).status).toBe(200)
})
