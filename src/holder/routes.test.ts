import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { codeHash, formatCode } from '../codes/rules.ts'
import { words } from './words.ts'

const t = words.fi
let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const ask = (code: string, birthYear: string | number, more: Record<string, string> = {}) =>
  world.anyone.post('/fi/oma-kortti', { code, birthYear: String(birthYear), ...more })
const read = async (reply: Promise<Response>) => {
  const response = await reply
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const noMatch = 'Emme löydä voimassa olevaa korttia näillä tiedoilla.'
const limits = () => world.db.selectFrom('rate_limit').selectAll().execute()

describe('a right code and birth year', () => {
  test('show until when, the children, and uses by field without a place or a day', async () => {
    const unit = await makeUnit(world.db, {
      municipality: await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' }),
      name: 'Aikuissosiaalityö',
    })
    const card = await makeCard(world.db, world.keys, { unit, children: 2, birthYear: 1958 })
    const theatre = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
    const pool = await makeSite(world.db, { name: 'Esimerkkiuimala', category: 'sports' })
    const use = (site: typeof pool, day: string) =>
      makeUse(world.db, { card, site, usedAt: new Date(`${day}T15:00:00Z`) })
    await use(theatre, '2025-12-20')
    await use(theatre, '2026-02-03')
    const undone = await use(pool, '2026-02-04')
    await use(pool, '2026-02-05')
    await use(pool, '2026-03-05')
    await world.db
      .insertInto('use_cancellation')
      .values({ use_id: undone.id, used_on: '2026-02-04', cancelled_at: world.now(), cancelled_by: 'test' })
      .execute()

    const { status, text } = await read(ask(formatCode(card.code).toLowerCase(), 1958))
    expect(status).toBe(200)
    expect(text).toContain('Korttisi on voimassa')
    expect(text).toContain('Voimassa 1.1.2027 asti.')
    expect(text).toContain('<dt>Lapsia kortissa</dt><dd>2</dd>')
    expect(text).toContain('<dt>Käyttökertoja vuonna 2026</dt><dd>3</dd>')
    expect(text).toContain('<dt>Käyttökertoja tällä kortilla</dt><dd>4</dd>')
    expect(text).toMatch(/Kulttuuri<\/th><td class="num">1<\/td><td class="num">2</)
    expect(text).toMatch(/Liikunta<\/th><td class="num">2<\/td><td class="num">2</)
    expect(text).toContain('/fi/kohteet?q=Kajaani')
    for (const hidden of ['Esimerkkiteatteri', 'Esimerkkiuimala', 'Aikuissosiaalityö', '5.3.2026'])
      expect(text).not.toContain(hidden)
  })

  test('are answered by the page itself, which nobody may keep, and no address names anything', async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    const { status, headers } = await read(ask(card.code, 1958))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('location')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    expect((await world.anyone.get(`/fi/oma-kortti?code=${card.code}&birthYear=1958`)).status).toBe(200)
    const { text } = await read(world.anyone.get(`/fi/oma-kortti?code=${card.code}&birthYear=1958`))
    expect(text).not.toContain('on voimassa 1')
    expect(text).not.toContain(`value="${card.code}`)
  })

  test('cost nothing, however often they are sent', async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    for (let time = 0; time < 30; time++) expect((await ask(card.code, 1958)).status).toBe(200)
    expect(await limits()).toEqual([])
  })

  test.each([
    ['2026-05-04', 'Korttisi vanhenee tänään'],
    ['2026-05-05', 'Korttisi vanhenee huomenna'],
    ['2026-05-16', 'Korttisi vanhenee 12 päivän päästä'],
    ['2026-06-03', 'Korttisi vanhenee 30 päivän päästä'],
    ['2026-06-04', null],
  ])('tell of the end of a card whose last day is %s: %s', async (validUntil, said) => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958, validUntil })
    const { text } = await read(ask(card.code, 1958))
    expect(text).toContain('Korttisi on voimassa')
    if (said) expect(text).toContain(said)
    else expect(text).not.toContain('Korttisi vanhenee')
  })

  test('of a card that has expired say so, and do not show it for a desk', async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958, validUntil: '2026-05-03' })
    for (const more of [{}, { show: 'card' }] as Record<string, string>[]) {
      const { status, text } = await read(ask(card.code, 1958, more))
      expect(status).toBe(200)
      expect(text).toContain('Korttisi on vanhentunut')
      expect(text).toContain('Viimeinen päivä oli 3.5.2026.')
      expect(text).not.toContain('class="qr"')
      expect(text).not.toContain('value="card"')
    }
  })
})

describe('whatever else is one and the same answer', () => {
  test('a wrong year, a code of nobody, a card that is closed, in stock, of a community or to come', async () => {
    const right = { birthYear: 1961 }
    const card = await makeCard(world.db, world.keys, right)
    const free = (await makeCard(world.db, world.keys, { stock: true })).code
    await world.db.deleteFrom('card').where('code_hash', '=', codeHash(world.keys.cardCode, free)).execute()
    const codes = [free]
    for (const state of ['lost', 'replaced', 'withdrawn'] as const)
      codes.push((await makeCard(world.db, world.keys, { ...right, state })).code)
    codes.push((await makeCard(world.db, world.keys, { stock: true })).code)
    codes.push((await makeCard(world.db, world.keys, { ...right, type: 'community' })).code)
    codes.push((await makeCard(world.db, world.keys, { ...right, registeredOn: '2026-05-05' })).code)
    const plain = (text: string, code: string) => text.replaceAll(code, 'CODE')
    const wanted = await read(ask(card.code, 1962))
    expect(wanted.status).toBe(422)
    expect(wanted.text).toContain(noMatch)
    expect(wanted.headers.get('cache-control')).toBe('no-store')
    for (const code of codes) {
      const got = await read(ask(code, 1961))
      expect(got.status).toBe(422)
      expect(plain(got.text, code).replaceAll('1961', 'YEAR')).toBe(
        plain(wanted.text, card.code).replaceAll('1962', 'YEAR'),
      )
    }
    expect((await limits()).length).toBeGreaterThan(0)
  })

  test('a legacy code, even a right one, is told kindly, and the register is not asked', async () => {
    await makeCard(world.db, world.keys, { code: 'KAJ0012', birthYear: 1958 })
    const [right, wrong] = [await read(ask('KAJ0012', 1958)), await read(ask('KAJ9999', 1958))]
    expect(right.status).toBe(422)
    expect(right.text).toContain('Tämän kortin tietoja ei voi katsoa täällä.')
    expect(right.text.replaceAll('KAJ0012', '')).toBe(wrong.text.replaceAll('KAJ9999', ''))
    expect(await limits()).toEqual([])
  })

  test.each([
    ['', '1958', t.problems['code-empty']],
    ['K7PQ2-X9D4', '1958', t.problems['code-check']],
    ['K7PQ2-X9D44', '1958', t.problems['code-check']],
    ['x'.repeat(99), '1958', t.problems['code-long']],
    ['010594Y9032', '1958', t.problems['identity-code']],
    ['K7PQ2-X9D4F', '', t.problems['birth-year-missing']],
    ['K7PQ2-X9D4F', '58', t.problems['birth-year-form']],
    ['K7PQ2-X9D4F', '010594Y9032', t.problems['identity-code']],
  ])('what cannot be a pair (%s, %s) is said at its field and costs nothing', async (code, year, said) => {
    const { status, text } = await read(ask(code, year))
    expect(status).toBe(422)
    expect(text).toContain(said)
    expect(text).not.toContain('010594Y9032')
    expect(await limits()).toEqual([])
  })

  test('the function behind it answers no row unless it sees both', async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    const hash = codeHash(world.keys.cardCode, card.code)
    const rows = async (by: Buffer | null, year: number | null) =>
      (
        await sql`select * from card_of_holder(${by}::bytea, ${year}::integer, '2026-05-04')`.execute(
          world.requests,
        )
      ).rows
    expect(await rows(hash, 1958)).toEqual([
      { valid_until: '2027-01-01', children: 0, municipality_id: expect.any(Number), uses: [] },
    ])
    expect(await rows(hash, 1959)).toEqual([])
    expect(await rows(hash, null)).toEqual([])
    expect(await rows(null, 1958)).toEqual([])
    expect(await world.requests.selectFrom('card').select('id').execute()).toEqual([])
  })
})

describe('the card itself', () => {
  test('is shown large, without a menu, with what stands on it', async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958, children: 1 })
    const { status, text, headers } = await read(ask(card.code, 1958, { show: 'card' }))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    for (const shown of ['class="qr"', formatCode(card.code), 'Voimassa 1.1.2027 asti', '1 lapsi'])
      expect(text).toContain(shown)
    expect(text).not.toContain('<nav')
    expect(text).not.toContain('1958')
  })

  test('needs the paper card beside it, until a rule of the day says otherwise', async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    const shown = async () => (await read(ask(card.code, 1958, { show: 'card' }))).text
    expect(await shown()).toContain(t.paperToo)
    await sql`insert into policy (valid_from, validity_months, minimum_age, child_age, maximum_children, source, phone_card)
      values ('2026-05-05', 12, 16, 18, 20, 'test', true)`.execute(world.db)
    expect(await shown()).toContain(t.paperToo)
    world.later(24 * 60)
    const text = await shown()
    expect(text).not.toContain(t.paperToo)
    expect(text).toContain(t.accepted)
  })
})

test('the short address of the QR code is the same form, and asks for the code where there is no script', async () => {
  const { status, text } = await read(world.anyone.get('/k', { 'accept-language': 'sv' }))
  expect(status).toBe(200)
  expect(text).toContain(words.sv.typeIt)
  expect(text).toContain('action="/sv/mitt-kort"')
})

test('the pages are small', async () => {
  const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
  for (const reply of [
    world.anyone.get('/fi/oma-kortti'),
    ask(card.code, 1958),
    ask(card.code, 1958, { show: 'card' }),
  ])
    expect((await read(reply)).text.length).toBeLessThan(25_000)
})
