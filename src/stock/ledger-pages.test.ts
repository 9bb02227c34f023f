import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeUnit, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode, newCode } from '../codes/rules.ts'
import { moveStock } from './ledger-queries.ts'
import type { Destination } from './rules.ts'
import { makePrintRun } from './run-make.ts'

type Browser = Awaited<ReturnType<World['as']>>
let world: World
let own: MadeUnit
let sibling: MadeUnit
let other: MadeUnit
let centre: Browser
let coordinator: Browser
let issuer: Browser
let elsewhere: Browser
/** Numbers 1–100 were made: 1–20 lie in the own unit, 21–40 in its area, 41–50 in the other area's unit, the rest at the centre. */
beforeEach(async () => {
  world = await newWorld()
  const ours = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const theirs = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  own = await makeUnit(world.db, { municipality: ours, name: 'Kuhmon palvelutori' })
  sibling = await makeUnit(world.db, { municipality: ours, name: 'Sotkamon neuvola' })
  other = await makeUnit(world.db, { municipality: theirs, name: 'Oulun toimisto' })
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId: ours.areaId })
  issuer = await world.as({ role: 'issuer', unit: own })
  elsewhere = await world.as({ role: 'coordinator', areaId: theirs.areaId })
  const by = { actor: 'test', now: world.now() }
  // Numbers go on from test to test where the database is emptied and not made anew.
  await sql`select setval('card_serial', 1, false)`.execute(world.db)
  await world.db.transaction().execute(async (db) => {
    await makePrintRun(db, world.keys, { name: 'Syksy', cardType: 'personal', cards: 100 }, by)
    await moveStock(db, { first: 1, last: 20 }, { place: 'unit', unitId: own.id }, by)
    await moveStock(db, { first: 21, last: 40 }, { place: 'area', areaId: ours.areaId }, by)
    await moveStock(db, { first: 41, last: 50 }, { place: 'unit', unitId: other.id }, by)
  })
})
afterEach(() => world.end())

const textOf = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
const see = async (who: Browser, path: string) => textOf(await who.get(path))

/** Chooses and confirms as people do: the confirming page says what is expected. */
const confirm = async (who: Browser, path: string, fields: Record<string, string>) => {
  const page = await who.get(`${path}?${new URLSearchParams({ ...fields, review: '1' })}`)
  const html = await page.text()
  const expected = /name="expected" value="(\w+)"/.exec(html)?.[1]
  if (expected === undefined)
    throw new Error(`not confirmed: ${/class="problem"[^>]*>([^<]*)/.exec(html)?.[1]}`)
  return () => who.post(path, { ...fields, expected })
}
const range = (first: number, last: number) => ({ first: String(first), last: String(last) })
const lies = async (serial: number) => {
  const { rows } = await sql<{
    place: string
    unit: number | null
    area: number | null
    reason: string | null
  }>`
    select place, unit_id as unit, area_id as area, reason from stock_range
    where int8range(first_serial, last_serial, '[]') @> ${serial}::bigint`.execute(world.db)
  return rows[0]
}
const register = async (serial: number, unit = own) =>
  sql`update card set state = 'registered', unit_id = ${unit.id}, registered_on = '2026-05-04', registered_at = now(),
    own_until = '2027-05-03', valid_until = '2027-05-03' where serial = ${serial}`.execute(world.db)
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

describe('what lies where', () => {
  test('the centre sees itself, the areas, and the units of each', async () => {
    const all = await see(centre, '/fi/varasto')
    expect(all).toContain('Kaikukeskus 50 0 0 0')
    expect(all).toContain('Alueen varasto: Kainuu 20 0 0 0 20')
    expect(await see(centre, `/fi/varasto?area=${other.municipality.areaId}`)).toContain(
      'Oulun toimisto 10 0 0 0',
    )
    expect(await see(centre, '/fi/varasto?at=centre')).toContain('51–100 50 Henkilökohtainen Kaikukeskus')
  })

  test('a coordinator sees the own area and its units, and nothing of others', async () => {
    const text = await see(coordinator, '/fi/varasto')
    expect(text).toContain('Alueen varasto: Kainuu 20 0 0 0')
    expect(text).toContain('Kuhmon palvelutori 20 0 0 0')
    expect(text).toContain('Sotkamon neuvola 0 0 0 0')
    expect(text).not.toContain('Oulun toimisto')
    for (const query of [`at=unit-${other.id}`, 'at=centre', `at=area-${other.municipality.areaId}`, 'at=x'])
      expect((await coordinator.get(`/fi/varasto?${query}`)).status, query).toBe(404)
    expect((await centre.get('/fi/varasto?area=99')).status).toBe(404)
  })

  test('an issuer sees the own unit alone', async () => {
    const text = await see(issuer, `/fi/varasto?at=unit-${other.id}`)
    expect(text).toContain('1–20 20 Henkilökohtainen Kuhmon palvelutori')
    expect(text).not.toContain('Oulun')
    expect(text).not.toContain('Siirrä kortteja')
  })
})

describe('numbers', () => {
  test('tell where they lie, who moved them, and which have been registered', async () => {
    await register(3)
    await register(4)
    await (await confirm(coordinator, '/fi/varasto/siirra', { ...range(1, 10), to: `unit-${sibling.id}` }))()
    const text = await see(centre, '/fi/varasto/numerot?first=1&last=30')
    expect(text).toContain('2 korttia on jo rekisteröity')
    expect(text).toContain('Rekisteröidyt pysyvät paikallaan: 3–4.')
    expect(text).toContain('Matkalla: Sotkamon neuvola')
    expect(text).toContain('1–10 8 Kuhmon palvelutori Matkalla: Sotkamon neuvola Vastuuhenkilö, Kainuu')
    expect(text).toContain('Painos: Syksy')
    expect(await see(coordinator, '/fi/varasto/numerot?first=1')).not.toContain('Painos')
  })

  test('of others are not there, nor is anything told of their registered cards', async () => {
    await register(41, other)
    const text = await see(coordinator, '/fi/varasto/numerot?first=41&last=50')
    expect(text).toContain('Numeroita ei ole varastossasi')
    expect(text).not.toMatch(/rekisteröity|Oulun/)
  })

  test.each([
    ['first=x', 'Kirjoita ensimmäinen numero'],
    ['first=9&last=5', 'Viimeinen numero on pienempi'],
    ['first=1&last=99999999', 'Numeroita on liikaa'],
  ])('%s is asked again in a sentence', async (query, sentence) =>
    expect(await see(centre, `/fi/varasto/numerot?${query}`)).toContain(sentence),
  )
})

describe('a card by its code', () => {
  const codeIn = async (unit: MadeUnit, stock = true) => {
    const { code } = await makeCard(world.db, world.keys, { unit, stock })
    return code
  }
  const find = (who: Browser, code: string) => who.post('/fi/varasto/tunnus', { code })

  test('is found where it lies, and neither page nor log holds the code', async () => {
    const code = await codeIn(own)
    for (const who of [centre, coordinator, issuer]) {
      const answer = await find(who, formatCode(code))
      expect(answer.status).toBe(200)
      const text = await textOf(answer)
      expect(text).toContain('Kortin numero on 101')
      expect(text).toContain('Kuhmon palvelutori')
      expect(text).not.toContain(formatCode(code))
    }
    const log = JSON.stringify(await world.db.selectFrom('audit').selectAll().execute())
    for (const form of [code, formatCode(code)]) expect(log).not.toContain(form)
    expect(await lastAudit()).toMatchObject({ permission: 'stock.read', subject: { serial: 101 } })
  })

  test('of somebody else is found by nobody else', async () => {
    const code = await codeIn(other)
    expect(await textOf(await find(coordinator, code))).toContain('Tunnusta ei löydy')
    expect((await find(issuer, code)).status).toBe(422)
    expect((await find(elsewhere, code)).status).toBe(200)
  })

  test('registered before numbers is said to be so', async () => {
    const code = await codeIn(own, false)
    expect(await textOf(await find(coordinator, code))).toContain('Kortilla ei ole numeroa')
  })

  test('cannot be guessed for long', async () => {
    for (let miss = 0; miss < 20; miss++) await find(issuer, newCode())
    expect(await textOf(await find(issuer, newCode()))).toContain('Tuntemattomia tunnuksia on ollut monta')
  })

  test.each([
    ['', 'Kirjoita kortin tunnus.'],
    ['131052-308T', 'henkilötunnukselta'],
    ['A'.repeat(60), 'Tunnus on liian pitkä'],
  ])('%j is refused in a sentence', async (typed, sentence) => {
    const answer = await find(issuer, typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).not.toContain('131052')
  })
})

describe('moving', () => {
  const path = '/fi/varasto/siirra'

  test('shows how many move and which are registered, then sends them by way of the receiver', async () => {
    await register(5)
    const fields = { ...range(1, 10), to: `unit-${sibling.id}` }
    const shown = await see(coordinator, `${path}?${new URLSearchParams({ ...fields, review: '1' })}`)
    expect(shown).toContain('Siirtyy 9 korttia')
    expect(shown).toContain('1 kortti on jo rekisteröity')
    expect(shown).toContain('Minne Sotkamon neuvola')
    expect((await lies(1))?.unit).toBe(own.id)
    const answer = await (await confirm(coordinator, path, fields))()
    expect(answer.status).toBe(303)
    expect(await see(coordinator, answer.headers.get('location')!)).toContain('Kortit on siirretty.')
    expect(await lies(1)).toMatchObject({ place: 'way', unit: sibling.id })
    expect(await lies(11)).toMatchObject({ place: 'unit', unit: own.id })
    expect((await lastAudit()).subject).toMatchObject({
      first: 1,
      last: 10,
      cards: 9,
      to: `unit-${sibling.id}`,
    })
  })

  test('brings cards back to the area at once, and to the centre by the centre alone', async () => {
    const area = own.municipality.areaId
    await (await confirm(coordinator, path, { ...range(1, 5), to: `area-${area}` }))()
    expect(await lies(5)).toMatchObject({ place: 'area', area })
    await (await confirm(centre, path, { ...range(1, 5), to: 'centre' }))()
    expect(await lies(5)).toMatchObject({ place: 'centre', area: null })
    await expect(confirm(coordinator, path, { ...range(6, 7), to: 'centre' })).rejects.toThrow(
      'Valitse, minne',
    )
  })

  test('across areas is the centre’s', async () => {
    const fields = { ...range(1, 3), to: `unit-${other.id}` }
    await expect(confirm(coordinator, path, fields)).rejects.toThrow('Valitse, minne')
    expect((await coordinator.post(path, { ...fields, expected: 'x' })).status).toBe(422)
    expect(await lies(1)).toMatchObject({ place: 'unit', unit: own.id })
    expect((await (await confirm(centre, path, fields))()).status).toBe(303)
    expect(await lies(1)).toMatchObject({ place: 'way', unit: other.id })
  })

  test('asks again when something has been registered or moved in between', async () => {
    const fields = { ...range(1, 10), to: `unit-${sibling.id}` }
    const go = await confirm(coordinator, path, fields)
    await register(2)
    const answer = await go()
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Kortteja on juuri siirretty tai rekisteröity.')
    expect(html).toContain('Siirtyy 9 korttia')
    expect(await lies(1)).toMatchObject({ place: 'unit', unit: own.id })
    const expected = /name="expected" value="(\w+)"/.exec(html)![1]!
    expect((await coordinator.post(path, { ...fields, expected })).status).toBe(303)
  })

  test('two who confirm the same numbers at once: one moves them, the other is asked again', async () => {
    const one = await confirm(coordinator, path, { ...range(1, 10), to: `unit-${sibling.id}` })
    const two = await confirm(centre, path, { ...range(5, 15), to: `unit-${other.id}` })
    const answers = await Promise.all([one(), two()])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const { rows } = await sql<{ cards: number }>`
      select sum(last_serial - first_serial + 1)::int as cards from stock_range`.execute(world.db)
    expect(rows).toEqual([{ cards: 100 }])
  })

  test('numbers that are partly another’s are not moved at all', async () => {
    const go = await confirm(coordinator, path, { ...range(39, 42), to: `unit-${own.id}` })
    const answer = await go()
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Osa korteista on muualla kuin sinun varastoissasi.')
    expect(await lies(39)).toMatchObject({ place: 'area' })
  })

  test.each<[string, Destination | null, { to?: string }, string]>([
    ['blocked ones', { place: 'blocked', reason: 'lost' }, {}, 'Avaa ne ensin'],
    ['those that are there already', null, { to: 'area' }, 'Kortit ovat jo siellä.'],
    ['without a place', null, { to: '' }, 'Valitse, minne kortit siirretään.'],
  ])('%s are refused in a sentence', async (_, before, more, sentence) => {
    const serials = { first: 25, last: 26 }
    const by = { actor: 'test', now: world.now() }
    if (before) await world.db.transaction().execute((db) => moveStock(db, serials, before, by))
    const to = more.to === 'area' ? `area-${own.municipality.areaId}` : (more.to ?? `unit-${own.id}`)
    const page = await coordinator.get(`${path}?first=25&last=26&to=${to}&review=1`)
    expect(await textOf(page)).toContain(sentence)
  })

  test('is not for issuers', async () => {
    expect((await issuer.get(path)).status).toBe(403)
    expect((await issuer.post('/fi/varasto/avaa', range(1, 2))).status).toBe(403)
  })
})

describe('blocking', () => {
  const path = '/fi/varasto/sulje'

  test('an issuer blocks a lost box; the keeper takes the block back', async () => {
    const answer = await (await confirm(issuer, path, { ...range(11, 20), reason: 'lost' }))()
    expect(await see(issuer, answer.headers.get('location')!)).toContain(
      'Suljettu (kadonnut): Kuhmon palvelutori',
    )
    expect(await lies(11)).toMatchObject({ place: 'blocked', unit: own.id, reason: 'lost' })
    expect(await see(coordinator, '/fi/varasto')).toContain('Kuhmon palvelutori 10 0 0 10')
    expect((await (await confirm(coordinator, '/fi/varasto/avaa', range(11, 20)))()).status).toBe(303)
    expect(await lies(11)).toMatchObject({ place: 'unit', unit: own.id, reason: null })
    const trace = await see(coordinator, '/fi/varasto/numerot?first=11&last=20')
    expect(trace).toContain('Suljettu: Kuhmon palvelutori Kuhmon palvelutori Vastuuhenkilö, Kainuu')
    expect(trace).toContain('Kuhmon palvelutori Suljettu (kadonnut): Kuhmon palvelutori Kortinjakaja')
  })

  test('an issuer blocks nothing of others', async () => {
    const page = await issuer.get(`${path}?first=41&last=45&reason=lost&review=1`)
    expect(await textOf(page)).toContain('ei ole kortteja varastossasi')
    const go = await confirm(issuer, path, { ...range(18, 22), reason: 'lost' })
    expect((await go()).status).toBe(422)
    expect(await lies(18)).toMatchObject({ place: 'unit' })
  })

  test('what was blocked where is opened where it was', async () => {
    await (await confirm(centre, path, { ...range(15, 60), reason: 'misprinted' }))()
    await (await confirm(centre, '/fi/varasto/avaa', range(15, 60)))()
    expect(await lies(15)).toMatchObject({ place: 'unit', unit: own.id })
    expect(await lies(30)).toMatchObject({ place: 'area', area: own.municipality.areaId })
    expect(await lies(45)).toMatchObject({ place: 'unit', unit: other.id })
    expect(await lies(60)).toMatchObject({ place: 'centre' })
  })

  test('twice sent is done once and said to be done', async () => {
    const go = await confirm(issuer, path, { ...range(1, 2), reason: 'damaged' })
    expect((await go()).status).toBe(303)
    const again = await go()
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Osa korteista on jo suljettu.')
  })

  test('needs a reason', async () =>
    expect(await see(issuer, `${path}?first=1&last=2&review=1`)).toContain(
      'Valitse, miksi kortit suljetaan.',
    ))
})

test('each page is sound HTML in every language', async () => {
  await register(2)
  const pages = [
    ...[
      '/fi/varasto',
      '/sv/lager',
      '/en/stock',
      '/fi/varasto?at=centre',
      `/en/stock?area=${own.municipality.areaId}`,
    ],
    ...[
      '/fi/varasto/numerot',
      '/sv/lager/nummer?first=1&last=30',
      '/en/stock/numbers?first=x',
      '/fi/varasto/tunnus',
    ],
    ...['/sv/lager/flytta', '/en/stock/block', '/fi/varasto/avaa?first=1', '/sv/lager/kod'],
    `/fi/varasto/siirra?first=1&last=10&to=unit-${sibling.id}&review=1`,
    '/sv/lager/sparra?first=1&last=10&reason=lost&review=1',
  ]
  for (const path of pages) {
    const answer = await centre.get(path)
    expect(answer.status, path).toBe(200)
    const problems = await htmlProblems(await answer.text())
    expect(
      problems.filter((problem) => !problem.startsWith('no-redundant-role')),
      path,
    ).toEqual([])
  }
})
