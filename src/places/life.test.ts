import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type MadeMunicipality,
  type MadeSite,
  type MadeUnit,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { actBy, proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'

let world: World
type Browser = Awaited<ReturnType<World['as']>>
let keeper: Browser
let centre: Browser
let kajaani: MadeMunicipality
let kuhmo: MadeMunicipality
let espoo: MadeMunicipality
let unit: MadeUnit
let site: MadeSite

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  kajaani = await makeMunicipality(world.db, { name: 'Kajaani', area: 'Kainuu' })
  kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  espoo = await makeMunicipality(world.db, { name: 'Espoo', area: 'Espoo' })
  keeper = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
  centre = await world.as({ role: 'centre' })
})
beforeEach(async () => {
  unit = await makeUnit(world.db, { municipality: kajaani })
  site = await makeSite(world.db, { municipality: kajaani })
})
afterAll(() => world.end())

const unitRow = (id: number) =>
  world.db.selectFrom('issuing_unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const siteRow = (id: number) =>
  world.db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const periodsOf = (id: number) =>
  world.db
    .selectFrom('site_period')
    .select(['name', 'municipality_id as town', 'period_from as from', 'period_until as until'])
    .where('site_id', '=', id)
    .orderBy('id')
    .execute()
const pausesOf = (id: number) =>
  world.db
    .selectFrom('pause')
    .select(['paused_from as from', 'paused_until as until', 'reason'])
    .where('unit_id', '=', id)
    .execute()
const problemsOf = async (answer: Promise<Response>) => {
  const { status, page } = await answer.then(async (got) => ({ status: got.status, page: await got.text() }))
  expect(status).toBe(422)
  return [...page.matchAll(/<p class="problem"[^>]*>([^<]+)</g), ...page.matchAll(/<li>([^<]+)<\/li>/g)].map(
    ([, text]) => text,
  )
}

describe('a change from a day', () => {
  const change = (fields: Record<string, string>, by = keeper) =>
    by.post(`/fi/kohteet-yllapito/${site.id}/muutos`, {
      name: site.name,
      organisation: `${site.name} ry`,
      municipality: String(kajaani.id),
      from: '5.5.2026',
      ...fields,
    })
  const yearCount = async (town: MadeMunicipality) => {
    const { uses } = await world.db
      .selectFrom('statistics_use_year')
      .select((eb) => eb.fn.coalesce(eb.fn.sum<string>('uses'), eb.lit(0)).as('uses'))
      .where('municipality_id', '=', town.id)
      .executeTakeFirstOrThrow()
    return Number(uses)
  }

  test('renames at once, and history remembers the old name', async () => {
    expect((await change({ name: 'Uusi Teatteri', from: '1.3.2026' })).status).toBe(303)
    expect((await siteRow(site.id)).name).toBe('Uusi Teatteri')
    expect(await periodsOf(site.id)).toEqual([
      { name: site.name, town: kajaani.id, from: null, until: '2026-02-28' },
      { name: 'Uusi Teatteri', town: kajaani.id, from: '2026-03-01', until: null },
    ])
    const page = await (await keeper.get(`/fi/kohteet-yllapito/${site.id}`)).text()
    expect(page).toContain(`–28.2.2026`)
    expect(page).toContain(site.name)
    // A misspelling is corrected without a trace.
    await keeper.post(`/fi/kohteet-yllapito/${site.id}/tiedot`, {
      name: 'Uusi teatteri',
      category: 'culture',
    })
    expect((await periodsOf(site.id)).map(({ name }) => name)).toEqual([site.name, 'Uusi teatteri'])
  })

  test('moves tomorrow at the earliest; a use counts to the municipality of its own day', async () => {
    const move = { municipality: String(kuhmo.id) }
    expect(await problemsOf(change({ ...move, from: '4.5.2026' }))).toContain(
      'Kunta voi vaihtua aikaisintaan huomenna. Valitse myöhempi päivä.',
    )
    expect((await change({ ...move, from: '5.5.2026' })).status).toBe(303)
    expect((await siteRow(site.id)).municipality_id).toBe(kajaani.id)
    expect(await problemsOf(change({ name: 'Toinen' }))).toContain('Toinen muutos odottaa jo. Peru se ensin.')

    const [before, after] = [await yearCount(kajaani), await yearCount(kuhmo)]
    const card = await makeCard(world.db, world.keys, { unit })
    await makeUse(world.db, { card, site, usedAt: new Date('2026-05-04T20:59:00Z') }) // 23.59 in Finland
    expect([await yearCount(kajaani), await yearCount(kuhmo)]).toEqual([before + 1, after])
    await makeUse(world.db, { card, site, usedAt: new Date('2026-05-04T21:01:00Z') })
    expect([await yearCount(kajaani), await yearCount(kuhmo)]).toEqual([before + 1, after + 1])
    // One that is sent late still counts to the day on which it was made.
    await makeUse(world.db, { card, site, usedAt: new Date('2026-04-01T09:00:00Z') })
    expect([await yearCount(kajaani), await yearCount(kuhmo)]).toEqual([before + 2, after + 1])
  })

  test('that has not come yet can be withdrawn', async () => {
    await change({ municipality: String(kuhmo.id), from: '1.8.2026' })
    expect(await (await keeper.get(`/fi/kohteet-yllapito/${site.id}`)).text()).toContain('Muuttuu 1.8.2026')
    expect((await keeper.post(`/fi/kohteet-yllapito/${site.id}/muutos/peru`, {})).status).toBe(303)
    expect(await periodsOf(site.id)).toEqual([{ name: site.name, town: kajaani.id, from: null, until: null }])
    expect((await keeper.post(`/fi/kohteet-yllapito/${site.id}/muutos/peru`, {})).status).toBe(303)
    expect(await periodsOf(site.id)).toHaveLength(1)
  })

  test('leads a coordinator to no other area, but the centre', async () => {
    const move = { municipality: String(espoo.id), from: '1.8.2026' }
    expect(await problemsOf(change(move))).toContain('Valitse kunta.')
    expect((await change(move, centre)).status).toBe(303)
    const coming = await world.db
      .selectFrom('site_period')
      .select('area_id')
      .where('site_id', '=', site.id)
      .where('period_from', '=', '2026-08-01')
      .execute()
    expect(coming).toEqual([{ area_id: espoo.areaId }])
  })

  test.each([
    [{}, 'Mikään ei muuttunut. Muuta ainakin yhtä tietoa.'],
    [{ name: '' }, 'Kirjoita nimi.'],
    [{ name: 'x', from: '31.2.2026' }, 'Tarkista päivä. Kirjoita se näin: 1.8.2027.'],
    [{ name: 'x', from: '1.8.2036' }, 'Päivä on yli kahden vuoden päässä. Tarkista vuosi.'],
  ])('%j is not taken', async (fields, problem) => {
    expect(await problemsOf(change(fields as Record<string, string>))).toContain(problem)
  })
})

describe('a pause', () => {
  const pause = (fields: Record<string, string>) =>
    keeper.post(`/fi/jakajat/${unit.id}/tauko`, { from: '4.5.2026', until: '', reason: 'Muutto', ...fields })

  test('begins, shows, and ends in one tap', async () => {
    expect((await pause({ until: '31.5.2026' })).status).toBe(303)
    expect(await (await keeper.get('/fi/jakajat?state=paused')).text()).toContain(unit.name)
    expect(await (await keeper.get(`/fi/jakajat/${unit.id}`)).text()).toContain('Tauko 4.5.2026–31.5.2026')
    expect(await problemsOf(pause({ from: '31.5.2026' }))).toContain(
      'Toinen tauko on jo samaan aikaan. Päätä se ensin.',
    )
    expect((await pause({ from: '1.6.2026' })).status).toBe(303)
    await keeper.post(`/fi/jakajat/${unit.id}/tauko/paata`, {})
    expect(await pausesOf(unit.id)).toEqual([{ from: '2026-06-01', until: null, reason: 'Muutto' }])
    await world.db
      .updateTable('pause')
      .set({ paused_from: '2026-04-01' })
      .where('unit_id', '=', unit.id)
      .execute()
    await keeper.post(`/fi/jakajat/${unit.id}/tauko/paata`, {})
    expect(await pausesOf(unit.id)).toEqual([{ from: '2026-04-01', until: '2026-05-03', reason: 'Muutto' }])
  })

  test.each([
    [{ from: '3.5.2026' }, 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.'],
    [{ until: '3.5.2026' }, 'Viimeinen päivä on ennen ensimmäistä. Tarkista päivät.'],
    [{ reason: '' }, 'Kirjoita syy.'],
  ])('%j is not taken', async (fields, problem) => {
    expect(await problemsOf(pause(fields as Record<string, string>))).toContain(problem)
    expect(await pausesOf(unit.id)).toEqual([])
  })
})

test('a unit closes on a day, says that its cards stay valid, and opens again', async () => {
  const page = await (await keeper.get(`/fi/jakajat/${unit.id}/sulje`)).text()
  expect(page).toContain('Sen antamat kortit ovat voimassa loppuun asti.')
  await keeper.post(`/fi/jakajat/${unit.id}/sulje`, { on: '5.5.2026' })
  expect(await (await keeper.get('/fi/jakajat?state=closed')).text()).not.toContain(`>${unit.name}<`)
  await keeper.post(`/fi/jakajat/${unit.id}/sulje`, { on: '4.5.2026' })
  expect(await (await keeper.get('/fi/jakajat?state=closed')).text()).toContain(`>${unit.name}<`)
  await keeper.post(`/fi/jakajat/${unit.id}/avaa`, {})
  expect((await unitRow(unit.id)).closed_on).toBeNull()
})

describe('merging', () => {
  test('moves a unit’s cards, people and invitations, and every count stays', async () => {
    const into = await makeUnit(world.db, { municipality: kajaani })
    const card = await makeCard(world.db, world.keys, { unit })
    const stock = await makeCard(world.db, world.keys, { unit, stock: true })
    const worker = await world.as({ role: 'issuer', unit })
    const counts = () =>
      world.db
        .selectFrom('statistics_card_year')
        .select(['year', 'municipality_id', 'card_type', 'registered', 'taken_into_use'])
        .where('registered', '<>', 0)
        .orderBy('municipality_id')
        .orderBy('year')
        .execute()
    const before = await counts()

    const check = await (await keeper.get(`/fi/jakajat/${unit.id}/yhdista?into=${into.id}`)).text()
    expect(check).toContain('Tarkista ennen yhdistämistä')
    expect(check).toContain(into.name)
    expect((await unitRow(unit.id)).merged_into_id).toBeNull()
    expect((await keeper.post(`/fi/jakajat/${unit.id}/yhdista`, { into: String(into.id) })).status).toBe(303)

    expect(await unitRow(unit.id)).toMatchObject({ merged_into_id: into.id, closed_on: '2026-05-04' })
    const cards = await world.db
      .selectFrom('card')
      .select(['id', 'unit_id', 'revision'])
      .where('id', '=', card.id)
      .execute()
    expect(cards).toMatchObject([{ unit_id: into.id, revision: 1 }])
    const waiting = await world.db
      .selectFrom('stock_range as r')
      .innerJoin('card as c', (join) =>
        join.onRef('c.serial', '>=', 'r.first_serial').onRef('c.serial', '<=', 'r.last_serial'),
      )
      .select(['r.place', 'r.unit_id'])
      .where('c.id', '=', stock.id)
      .execute()
    expect(waiting).toEqual([{ place: 'unit', unit_id: into.id }])
    const events = await world.db
      .selectFrom('card_event')
      .select(['event', 'actor', 'happened_at'])
      .where('card_id', 'in', [card.id, stock.id])
      .where('event', '=', 'unit-moved')
      .execute()
    expect(events).toHaveLength(1)
    expect(events[0]!.actor).toMatch(/^account:/)
    expect(await counts()).toEqual(before)
    expect(await (await worker.get('/fi/kortit')).text()).toContain(into.name)
    expect(await (await keeper.get('/fi/jakajat')).text()).not.toContain(`>${unit.name}<`)
    expect(await (await keeper.get(`/fi/jakajat/${unit.id}`)).text()).toContain(`Yhdistetty: ${into.name}`)
    expect((await keeper.post(`/fi/jakajat/${unit.id}/yhdista`, { into: String(into.id) })).status).toBe(404)
  })

  test('takes only the same municipality and the own area', async () => {
    const elsewhere = await makeUnit(world.db, { municipality: kuhmo })
    const foreign = await makeUnit(world.db, { municipality: espoo })
    for (const { id } of [elsewhere, foreign, unit])
      expect(await problemsOf(keeper.post(`/fi/jakajat/${unit.id}/yhdista`, { into: String(id) }))).toContain(
        'Valitse, kumpi jää voimaan.',
      )
    expect((await unitRow(unit.id)).merged_into_id).toBeNull()
  })

  test('is done by the database for nobody but a keeper', async () => {
    const into = await makeUnit(world.db, { municipality: kajaani })
    const worker = await world.as({ role: 'issuer', unit })
    const call = (token: string | null, statement: ReturnType<typeof sql>) =>
      world.requests.transaction().execute(async (db) => {
        await actBy(db, token === null ? null : proofOfSession(proofOfToken(token)))
        await statement.execute(db)
      })
    const statements = [
      sql`select unit_take_cards(${unit.id}, ${into.id}, 'x', now())`,
      sql`select take_rights('unit', ${unit.id}, ${into.id}, now())`,
      sql`select take_rights('organisation', 1, 2, now())`,
      sql`select events_take_site(${site.id}, ${site.id}, now(), 'x')`,
    ]
    for (const statement of statements)
      for (const token of [null, worker.token]) await expect(call(token, statement)).rejects.toThrow('keeper')
    const foreign = await makeUnit(world.db, { municipality: espoo })
    await expect(
      call(keeper.token, sql`select unit_take_cards(${foreign.id}, ${into.id}, 'x', now())`),
    ).rejects.toThrow('keeper')
  })

  test('moves a site’s desk, keys and devices; uses stay where they were recorded', async () => {
    const into = await makeSite(world.db, { municipality: kajaani })
    const card = await makeCard(world.db, world.keys, { unit })
    const { id: use } = await makeUse(world.db, { card, site, usedAt: world.now() })
    await makeUse(world.db, { card, site: into, usedAt: world.now() })
    const clerk = await world.as({ role: 'venue', site })
    await createSiteKey(
      world.db,
      { siteId: site.id, name: 'Kassa', scopes: [], expiresAt: new Date('2026-12-01') },
      world.now(),
    )
    const paired = { name: 'Kassan puhelin', paired_at: world.now(), paired_by: 'x' }
    await world.db
      .insertInto('device')
      .values({ site_id: site.id, ...paired })
      .execute()
    const uses = () => world.db.selectFrom('statistics_use_year').selectAll().execute()
    const before = await uses()

    expect(
      (await keeper.post(`/fi/kohteet-yllapito/${site.id}/yhdista`, { into: String(into.id) })).status,
    ).toBe(303)

    expect(await world.db.selectFrom('device').select('site_id').execute()).toEqual([{ site_id: into.id }])
    expect(
      await world.db.selectFrom('api_client_site').select('site_id').where('ended_at', 'is', null).execute(),
    ).toEqual([{ site_id: into.id }])
    expect(await (await clerk.get('/fi/kassa')).text()).toContain(into.name)
    const kept = await world.db.selectFrom('use').select('site_id').where('id', '=', use).execute()
    expect(kept).toEqual([{ site_id: site.id }])
    expect(await uses()).toEqual(before)
    expect(await (await world.anyone.get('/fi/kohteet')).text()).not.toContain(`>${site.name}<`)
    expect(await (await world.anyone.get('/fi/kohteet')).text()).toContain(`>${into.name}<`)
  })
})
