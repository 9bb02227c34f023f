import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type MadeCard,
  type MadeSite,
  type MadeUnit,
  makeCard,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode, newCode } from '../codes/rules.ts'

let world: World
let unit: MadeUnit
let site: MadeSite
type Browser = Awaited<ReturnType<World['as']>>
let venue: Browser

beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri', municipality: unit.municipality })
  venue = await world.as({ role: 'venue', site })
})
afterEach(() => world.end())

type GivenCard = Parameters<typeof makeCard>[2]
const card = (given: GivenCard = {}) =>
  makeCard(world.db, world.keys, { unit, registeredOn: '2026-03-15', ...given })

/** The words of a page, as one line without tags. */
const wordsOf = (html: string) => {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  return main
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
const reply = async (response: Response) => {
  const html = await response.text()
  return { status: response.status, to: response.headers.get('location') ?? '', html, text: wordsOf(html) }
}
const get = async (path: string, who = venue) => reply(await who.get(path))
const post = async (path: string, fields: Record<string, string> = {}, who = venue) =>
  reply(await who.post(path, fields))

const check = (code: string, who = venue, desk = '/fi/kassa') => post(desk, { code }, who)
/** Checks a card and opens the answer. */
const open = async (code: string, who = venue, desk = '/fi/kassa') => {
  const { status, to } = await check(code, who, desk)
  expect(status).toBe(303)
  return { path: to, ...(await get(to, who)) }
}

/** Time goes by at a desk that is in use: its session does not idle out. */
const pass = async (minutes: number) => {
  for (let left = minutes; left > 0; left -= 15) {
    world.later(Math.min(left, 15))
    await venue.get('/fi/kassa')
  }
}

const uses = () => world.db.selectFrom('use').selectAll().orderBy('received_at').execute()
const checks = () => world.db.selectFrom('card_check').selectAll().execute()
const audits = (permission: string) =>
  world.db.selectFrom('audit').selectAll().where('permission', '=', permission).execute()
/** What the statistics say of the year. */
const counted = async () => {
  const rows = await world.db.selectFrom('statistics_use_year').select(['adults', 'children']).execute()
  return rows.reduce(
    (sum, row) => ({ adults: sum.adults + row.adults, children: sum.children + row.children }),
    { adults: 0, children: 0 },
  )
}

/** A code of the new form that no card has. */
const strangeCode = () => formatCode(newCode())
/** A new-style code with its last character changed: its check no longer holds. */
const mistyped = (code: string) => `${code.slice(0, 9)}${code[9] === '7' ? '8' : '7'}`

describe('a valid card', () => {
  test('is checked, recorded and counted in two steps', async () => {
    const { code, id } = await card({ children: 3 })
    const asked = await open(code)
    expect(asked.path).toMatch(/^\/fi\/kassa\/tarkistus\/[0-9a-f-]{36}$/)
    expect(asked.text).toContain('Kortti on voimassa')
    expect(asked.text).toContain('Voimassa 14.3.2027 asti')
    expect(asked.text).toContain('Kortin tiedoissa on 3 lasta. Lasten pitää olla alle 18-vuotiaita.')
    expect(asked.html).toContain('Kirjaa käyttö')

    const recorded = await post(asked.path, { adults: '1', children: '2', companions: '1', event: '' })
    const [use] = await uses()
    expect(recorded).toMatchObject({ status: 303, to: `/fi/kassa?use=${use!.id}` })
    expect(asked.path.endsWith(use!.id)).toBe(true)
    expect(use).toMatchObject({
      ...{ card_id: id, site_id: site.id, used_on: '2026-05-04', adults: 1, children: 2, companions: 1 },
      ...{ category: 'culture', kind: 'ticket', source: 'desk', event: null, override_reason: null },
    })
    expect(use!.used_at).toEqual(world.now())
    expect(await counted()).toEqual({ adults: 1, children: 2 })

    const ready = await get(recorded.to)
    expect(ready.text).toContain('Kirjattu. Anna lippu.')
    expect(ready.text).toContain('1 aikuinen + 2 lasta + 1 avustaja tai tulkki')
    expect(ready.text).toContain('Tänään kirjatut (1)')
    expect(ready.html).toContain('autofocus')
    expect(ready.html).toContain('<title>Kirjattu. Anna lippu. – ')
  })

  test('tells nothing about its holder but until when and how many children', async () => {
    const { code, id } = await card({ children: 2, birthYear: 1961, postalCode: '87700' })
    await world.db
      .updateTable('card')
      .set({ life_situation: 'carer', gender: 'woman' })
      .where('id', '=', id)
      .execute()
    const { html } = await open(code)
    for (const secret of ['1961', '87700', 'carer', 'woman', unit.name, code, formatCode(code)])
      expect(html).not.toContain(secret)
    expect(html).toContain(`•••${code.slice(-4)}`)
  })

  test('is recorded by whoever types it: lower case, spaces, O for 0, a scanned link, a Cyrillic keyboard', async () => {
    let code = newCode()
    while (!(code.includes('0') && code.includes('1') && /[AKMT]/.test(code))) code = newCode()
    await card({ code })
    const forms = [
      formatCode(code).toLowerCase(),
      ` ${code.slice(0, 3)} ${code.slice(3)} `,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      `https://esimerkki.example/k#${formatCode(code)}`,
      code.replaceAll('A', 'А').replaceAll('K', 'К').replaceAll('M', 'М').replaceAll('T', 'Т'),
    ]
    for (const form of forms) expect((await open(form)).text).toContain('Kortti on voimassa')
  })

  test('of an old kind is found exactly as it stands', async () => {
    await card({ code: 'ÄO-0012'.replace('-', '') })
    expect((await open('äo-0012')).text).toContain('Kortti on voimassa')
    expect((await check('ÄO-12')).status).toBe(422)
    expect((await check('Ä0-0012')).status).toBe(422)
  })

  test.each([
    ['12 days before its end', '2026-05-16', 'Kortti vanhenee 12 päivän päästä. Kerro asiakkaalle.'],
    ['the day before', '2026-05-05', 'Kortti vanhenee 1 päivän päästä. Kerro asiakkaalle.'],
    ['on its last day', '2026-05-04', 'Kortti on voimassa vielä tänään. Kerro asiakkaalle.'],
  ])('says so %s', async (_, validUntil, words) => {
    const { code } = await card({ registeredOn: '2025-06-01', validUntil })
    expect((await open(code)).text).toContain(words)
  })

  test('without children in the register asks for none', async () => {
    const { code } = await card()
    const { text, html } = await open(code)
    expect(text).toContain('Kortin tiedoissa ei ole lapsia.')
    expect(html.match(/name="children" value="(\d)"/g)).toHaveLength(1)
  })
})

describe('once is once', () => {
  test('two taps on the button record one use, and both get the good news', async () => {
    const { code } = await card({ children: 2 })
    const { path } = await open(code)
    const tap = () => post(path, { children: '2', event: '' })
    const answers = await Promise.all([tap(), tap(), tap()])
    expect(new Set(answers.map(({ status, to }) => `${status} ${to}`)).size).toBe(1)
    expect(answers[0]!.to).toContain('/fi/kassa?use=')
    expect(await uses()).toHaveLength(1)
    expect(await counted()).toEqual({ adults: 1, children: 2 })
  })

  test('the same request an hour later, when the card has expired, still gets its answer', async () => {
    const { code, id } = await card()
    const { path } = await open(code)
    const first = await post(path, {})
    await pass(60)
    await world.db.updateTable('card').set({ valid_until: '2026-05-03' }).where('id', '=', id).execute()
    expect(await post(path, {})).toMatchObject({ status: 303, to: first.to })
    expect(await uses()).toHaveLength(1)
  })

  test('back and another number: nothing more is recorded, and the page says what was', async () => {
    const { code } = await card({ children: 2 })
    const { path } = await open(code)
    await post(path, { children: '0' })
    const again = await post(path, { children: '2' })
    expect(again).toMatchObject({ status: 303, to: path })
    const { text } = await get(path)
    expect(text).toContain('Kortti on jo kirjattu.')
    expect(text).toContain('1 aikuinen ·')
    expect(text).toContain('Jos määrä on väärä, kumoa kirjaus ja lue kortti uudelleen.')
    expect(await uses()).toHaveLength(1)
  })

  test('a check sent twice is two checks and no use', async () => {
    const { code } = await card()
    await check(code)
    await check(code)
    expect(await checks()).toHaveLength(2)
    expect(await uses()).toHaveLength(0)
  })

  test('a card that is corrected while it is recorded is asked about again', async () => {
    const { code, id } = await card({ children: 3 })
    const { path } = await open(code)
    await world.db.updateTable('card').set({ children: 1, revision: 1 }).where('id', '=', id).execute()
    const refused = await post(path, { children: '3' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kortin tiedoissa on 1 lapsi. Kortinjakaja voi korjata määrän.')
    // The chip is gone, the number is not: else the next tap would record no children at all.
    expect(refused.html).toMatch(/name="children" value="other" checked/)
    expect(refused.html).toMatch(/name="children-more"[^>]* value="3"/)
    expect((await post(path, { children: '1' })).status).toBe(303)
    expect(await uses()).toMatchObject([{ children: 1 }])
  })
})

describe('a card that gives no ticket', () => {
  test.each([
    ['expired', { registeredOn: '2025-03-15' }, 'Kortin voimassaolo päättyi 14.3.2026.', 'Sen voi uusia'],
    ['in stock', { stock: true }, 'Korttia ei ole vielä rekisteröity.', 'Asiakas voi pyytää kortinjakajaa'],
    ['replaced', { state: 'replaced' }, 'Tämän kortin tilalle on annettu uusi kortti.', 'Pyydä asiakkaalta'],
    ['lost', { state: 'lost' }, 'Kortti ei ole enää käytössä.', 'Asiakas voi kysyä asiasta'],
    ['withdrawn', { state: 'withdrawn' }, 'Kortti ei ole enää käytössä.', 'Asiakas voi kysyä asiasta'],
  ] as const)('%s: is told kindly, with what to do', async (_, given, title, advice) => {
    const { code } = await card({ children: 3, ...given })
    const answer = await open(code)
    expect(answer.text).toContain(title)
    expect(answer.text).toContain(advice)
    expect(answer.text).toContain('Lue seuraava kortti')
    expect(answer.text).not.toMatch(/lasta|kadonnut|varastettu/)
    const forced = await post(answer.path, { children: '0' })
    expect(forced.status).toBe(422)
    expect(forced.text).toContain(title)
    expect(await uses()).toHaveLength(0)
  })

  test('unknown: the answer is a page, not a fault, and the code is not in it', async () => {
    const code = strangeCode()
    const answer = await open(code)
    expect(answer.text).toContain('Tunnusta ei löydy. Tarkista, että kirjoitit sen oikein.')
    expect(answer.path + answer.html).not.toContain(code)
    expect((await post(answer.path, {})).status).toBe(422)
    expect(await checks()).toMatchObject([{ card_id: null }])
  })

  test('that expired while the desk waited is not recorded', async () => {
    const { code, id } = await card()
    const { path } = await open(code)
    await world.db.updateTable('card').set({ valid_until: '2026-05-03' }).where('id', '=', id).execute()
    const refused = await post(path, {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kortin voimassaolo päättyi 3.5.2026.')
    expect(await uses()).toHaveLength(0)
  })
})

describe('a code that cannot be right', () => {
  test('empty', async () => {
    const refused = await check('')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tarkista nämä kohdat Kirjoita kortin tunnus.')
    expect(refused.html).toContain('<title>Virhe: ')
  })

  test('with a typing error: the likely code is a question, the same for codes that no card has', async () => {
    const { code } = await card()
    for (const real of [code, newCode()]) {
      const refused = await check(mistyped(real))
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Tunnuksessa on kirjoitusvirhe. Vertaa sitä korttiin.')
      expect(refused.text).toContain('Tarkoititko tätä tunnusta?')
      expect(refused.html).toContain(`value="${formatCode(real)}"`)
    }
    expect(await checks()).toHaveLength(0)
    expect((await open(formatCode(code))).text).toContain('Kortti on voimassa')
  })

  test('too short: says so, keeps what was typed and asks nothing', async () => {
    const refused = await check('k7pq2-x9')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tunnuksesta puuttuu merkki.')
    expect(refused.html).toContain('value="k7pq2-x9"')
    expect(refused.text).not.toContain('Tarkoititko')
  })

  test('a personal identity code is refused by kind: not shown, not logged, not kept', async () => {
    for (const typed of ['131052-308T', ' 131052A308T ', '131052–308t', 'https://x.example/k#131052-308T']) {
      const refused = await check(typed)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Tämä näyttää henkilötunnukselta.')
      expect(refused.html).not.toMatch(/308t/i)
    }
    const audit = await world.db.selectFrom('audit').select('subject').execute()
    expect(JSON.stringify([audit, world.logged])).not.toMatch(/131052|308t/i)
    expect(await world.db.selectFrom('rate_limit').selectAll().execute()).toEqual([])
  })

  test.each([
    ['a NUL byte', '\u0000K7PQ2\u0000', 'Tunnuksesta puuttuu merkki.'],
    ['ten thousand characters', 'K'.repeat(10_000), 'Tunnus on liian pitkä.'],
    ['markup', '"><script>alert(1)</script>', 'Tunnuksessa on kirjoitusvirhe.'],
    ['emoji', '🎭🎭🎭', 'Tunnuksesta puuttuu merkki.'],
    ['a right-to-left mark', '\u202e\u200fK7', 'Tunnuksesta puuttuu merkki.'],
  ])('%s comes back with words', async (_, typed, words) => {
    const refused = await check(typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.html).not.toContain('<script>alert')
    expect(world.logged).toEqual([])
  })
})

describe('guessing', () => {
  test('an account has twenty wrong codes an hour; then even a right one waits', async () => {
    const { code } = await card()
    for (let miss = 0; miss < 20; miss++)
      expect((await check(miss % 2 ? strangeCode() : 'ABC1234')).status).toBe(miss % 2 ? 303 : 422)
    expect((await check(code)).status).toBe(429)
    expect((await check(strangeCode())).status).toBe(429)
    world.later(3)
    expect((await check(code)).status).toBe(303)
    expect((await check(strangeCode())).status).toBe(303)
    expect((await check(code)).status).toBe(429)
  })

  test('right codes cost nothing', async () => {
    const { code } = await card()
    for (let time = 0; time < 25; time++) expect((await check(code)).status).toBe(303)
  })

  test('a site has sixty an hour, whoever asks', async () => {
    const others = await Promise.all([1, 2, 3].map(() => world.as({ role: 'venue', site })))
    for (const other of others)
      for (let miss = 0; miss < 20; miss++) expect((await check('ABC1234', other)).status).toBe(422)
    expect((await check('ABC1234')).status).toBe(429)
    const elsewhere = await world.as({ role: 'venue', site: await makeSite(world.db) })
    expect((await check('ABC1234', elsewhere)).status).toBe(422)
  })

  test('each check leaves its trace, the missed ones too, and never the code', async () => {
    const { code, id } = await card()
    await check(code)
    await check('ABC1234')
    const rows = await audits('cards.check')
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
    expect(rows[0]!.subject).toMatchObject({ card: id, site: site.id })
    expect(JSON.stringify([rows, await checks(), world.logged])).not.toMatch(
      new RegExp(`${code}|${formatCode(code)}|ABC1234`),
    )
  })
})

describe('more children than the register says', () => {
  const over = { children: 'other', 'children-more': '5' }

  test('is refused with who can correct it; with a reason the site may let them in, and the row says so', async () => {
    const { code } = await card({ children: 3 })
    const { path } = await open(code)
    const refused = await post(path, over)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kortin tiedoissa on 3 lasta. Kortinjakaja voi korjata määrän.')
    expect(refused.text).toContain('Kirjaa silti')
    expect(refused.html).toMatch(/name="children-more"[^>]* value="5"/)

    const unsaid = await post(path, { ...over, override: 'yes' })
    expect(unsaid.status).toBe(422)
    expect(unsaid.text).toContain('Valitse syy.')
    expect(await uses()).toHaveLength(0)

    expect((await post(path, { ...over, override: 'yes', reason: 'paper-card' })).status).toBe(303)
    expect(await uses()).toMatchObject([{ children: 5, override_reason: 'paper-card' }])
    expect((await audits('uses.create')).at(-1)!.subject).toMatchObject({ override: 'paper-card' })
    expect((await get('/fi/kassa/tanaan')).text).toContain('Lapsia enemmän kuin tiedoissa')
  })

  test('a number corrected down needs no reason, and the row is as any other', async () => {
    const { code } = await card({ children: 3 })
    const { path } = await open(code)
    await post(path, over)
    expect((await post(path, { children: '3', override: 'yes', reason: 'other' })).status).toBe(303)
    expect(await uses()).toMatchObject([{ children: 3, override_reason: null }])
  })

  test('a site that does not allow it has no such way', async () => {
    const strict = await makeSite(world.db, { allowsOverride: false })
    const other = await world.as({ role: 'venue', site: strict })
    const { code } = await card({ children: 1 })
    const { path } = await open(code, other)
    for (const more of [{}, { override: 'yes', reason: 'paper-card' }]) {
      const refused = await post(path, { ...over, ...more }, other)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Kortin tiedoissa on 1 lapsi. Kortinjakaja voi korjata määrän.')
      expect(refused.text).not.toContain('Kirjaa silti')
    }
    expect(await uses()).toHaveLength(0)
  })

  test('a reason is one of ours: nothing about a person can be told', async () => {
    const { code } = await card()
    const { path } = await open(code)
    const refused = await post(path, { ...over, override: 'yes', reason: 'Aino 131052-308T' })
    expect(refused.status).toBe(422)
    expect(refused.html).not.toContain('308T')
    expect(await uses()).toHaveLength(0)
  })
})

describe('the same card again', () => {
  let again: MadeCard
  beforeEach(async () => {
    again = await card({ children: 3 })
    await post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })
    await makeUse(world.db, {
      ...{ card: again, site, event: 'Lumikuningatar', children: 2 },
      usedAt: new Date(world.now().getTime() - 20 * 60_000),
    })
  })

  test('is a question with the earlier entry; more tickets may be for children alone', async () => {
    const asked = await open(again.code)
    expect(asked.text).toContain('Onko tämä sama kirjaus?')
    expect(asked.text).toContain(
      'Tälle kortille on jo kirjattu 1 aikuinen + 2 lasta tähän tapahtumaan (kirjattu klo 11.40).',
    )
    expect(asked.text).toContain('Sama kirjaus, älä tee mitään')
    expect(asked.text).toContain('Kirjaa lisäliput')
    const more = { adults: '0', children: '1', event: 'Lumikuningatar', again: 'yes' }
    expect((await post(asked.path, more)).status).toBe(303)
    expect((await uses()).at(-1)).toMatchObject({ adults: 0, children: 1, event: 'Lumikuningatar' })
  })

  test('that another desk recorded meanwhile is asked about before anything is written', async () => {
    const fresh = await card()
    const { path } = await open(fresh.code)
    await makeUse(world.db, { card: fresh, site, event: 'Lumikuningatar', usedAt: world.now() })
    const refused = await post(path, { event: 'Lumikuningatar' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Onko tämä sama kirjaus?')
    expect(await uses()).toHaveLength(2)
    expect((await post(path, { event: 'Lumikuningatar', again: 'yes' })).status).toBe(303)
    expect(await uses()).toHaveLength(3)
  })

  test('is no question for another event, after three hours, or when the first was undone', async () => {
    const isAsked = async () => (await open(again.code)).text.includes('Onko tämä sama kirjaus?')
    expect(await isAsked()).toBe(true)
    await post('/fi/kassa/tapahtuma', { event: 'Tanssin päivä' })
    expect(await isAsked()).toBe(false)
    await post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })
    const [use] = await uses()
    await post(`/fi/kassa/kaytot/${use!.id}/kumoa`)
    expect(await isAsked()).toBe(false)
    await makeUse(world.db, { card: again, site, event: 'Lumikuningatar', usedAt: world.now() })
    expect(await isAsked()).toBe(true)
    await pass(3 * 60 + 1)
    expect(await isAsked()).toBe(false)
  })

  test('more than nothing is wanted', async () => {
    const { path } = await open(again.code)
    const refused = await post(path, { adults: '0', children: '0', event: 'Lumikuningatar', again: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Valitse ainakin yksi lippu.')
  })
})

describe('undo', () => {
  const recordOne = async (children = 2) => {
    const { code } = await card({ children })
    const { path } = await open(code)
    await post(path, { children: String(children) })
    return (await uses()).at(-1)!.id
  }

  test('takes the tickets back from the statistics, and a second undo nothing more', async () => {
    const id = await recordOne()
    expect(await counted()).toEqual({ adults: 1, children: 2 })
    for (let time = 0; time < 2; time++) {
      const undone = await post(`/fi/kassa/kaytot/${id}/kumoa`, { back: 'desk' })
      expect(undone).toMatchObject({ status: 303, to: `/fi/kassa?use=${id}` })
      expect(await counted()).toEqual({ adults: 0, children: 0 })
    }
    const ready = await get(`/fi/kassa?use=${id}`)
    expect(ready.text).toContain('Kirjaus on kumottu.')
    expect(ready.text).not.toContain('Kirjattu. Anna lippu.')
    expect(ready.text).toContain('Tänään kirjatut (0)')
    expect(await world.db.selectFrom('use_cancellation').selectAll().execute()).toHaveLength(1)
    expect(await uses()).toHaveLength(1)
    expect((await audits('uses.cancel'))[0]!.subject).toMatchObject({ use: id })
  })

  test('from the day’s list leads back to it, and the row is struck', async () => {
    const id = await recordOne()
    const undone = await post(`/fi/kassa/kaytot/${id}/kumoa`, { back: 'today' })
    expect(undone.to).toBe(`/fi/kassa/tanaan?use=${id}`)
    const list = await get(undone.to)
    expect(list.text).toContain('Kirjaus on kumottu.')
    expect(list.text).toContain('Kumottu')
    expect(list.html).toContain('<s>1 aikuinen + 2 lasta</s>')
    expect(list.html).not.toContain(`/fi/kassa/kaytot/${id}/kumoa`)
  })

  test('is open until the day ends in Finland', async () => {
    const id = await recordOne()
    await pass(12 * 60 - 1) // 23.59
    expect((await get(`/fi/kassa?use=${id}`)).html).toContain('/kumoa"')
    world.later(2)
    const nightShift = await world.as({ role: 'venue', site })
    expect((await get(`/fi/kassa?use=${id}`, nightShift)).text).not.toContain('Kirjattu')
    const late = await post(`/fi/kassa/kaytot/${id}/kumoa`, {}, nightShift)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Kumoamisaika on päättynyt. Pyydä apua vastuuhenkilöltä.')
    expect(await counted()).toEqual({ adults: 1, children: 2 })
  })

  test('of a site that is not yours finds nothing', async () => {
    const id = await recordOne()
    const other = await world.as({ role: 'venue', site: await makeSite(world.db) })
    expect((await post(`/fi/kassa/kaytot/${id}/kumoa`, {}, other)).status).toBe(404)
    for (const wrong of ['1', 'undefined', '00000000-0000-7000-8000-000000000000', `${id}x`])
      expect((await post(`/fi/kassa/kaytot/${wrong}/kumoa`)).status).toBe(404)
    expect((await get(`/fi/kassa?use=${id}`, other)).text).not.toContain('Kirjattu. Anna lippu.')
    expect(await counted()).toEqual({ adults: 1, children: 2 })
    expect(world.logged).toEqual([])
  })
})

describe('a check', () => {
  test('is for the one who made it', async () => {
    const { code } = await card()
    const { path } = await open(code)
    const colleague = await world.as({ role: 'venue', site })
    const stranger = await world.as({ role: 'venue', site: await makeSite(world.db) })
    for (const other of [colleague, stranger]) {
      expect((await get(path, other)).status).toBe(404)
      expect((await post(path, {}, other)).status).toBe(404)
    }
    for (const wrong of ['1', 'undefined', '00000000-0000-7000-8000-000000000000'])
      expect((await get(`/fi/kassa/tarkistus/${wrong}`)).status).toBe(404)
    expect(await uses()).toHaveLength(0)
    expect(world.logged).toEqual([])
  })

  test('answers for half an hour, then asks to read the card again', async () => {
    const { code } = await card()
    const { path } = await open(code)
    await pass(30)
    expect((await get(path)).text).toContain('Kortti on voimassa')
    await pass(1)
    const late = await get(path)
    expect(late.text).toContain('Tarkistus on vanhentunut.')
    expect(late.text).toContain('Lue kortti uudelleen')
    const refused = await post(path, {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tarkistus on vanhentunut.')
    expect(await uses()).toHaveLength(0)
  })

  test('needs a site’s role', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    for (const path of ['/fi/kassa', '/fi/kassa/tanaan', '/fi/kassa/tapahtuma'])
      expect((await get(path, issuer)).status).toBe(403)
    expect((await check('K7PQ2-X9D4F', issuer)).status).toBe(403)
    expect((await reply(await world.anyone.get('/fi/kassa'))).status).toBe(303)
  })
})

describe('a community card', () => {
  test('asks for workers and clients under 16, without a limit from the register, and shows its unit', async () => {
    const { code } = await card({ type: 'community' })
    const asked = await open(code)
    expect(asked.text).toContain('Yhteisön kortti on voimassa')
    expect(asked.text).toContain(unit.name)
    expect(asked.text).toContain('Työntekijöitä')
    expect(asked.text).toContain('Alle 16-v. asiakkaita')
    expect(asked.text).toContain('Muilla asiakkailla on omat kortit.')
    const done = await post(asked.path, { adults: '2', children: 'other', 'children-more': '9' })
    expect((await get(done.to)).text).toContain('2 aikuista + 9 lasta')
    expect(await uses()).toMatchObject([{ adults: 2, children: 9 }])
  })

  test('a personal card brings one adult only', async () => {
    const { code } = await card()
    const { path } = await open(code)
    const refused = await post(path, { adults: '4' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Henkilökohtaisella kortilla saa yhden aikuisen lipun.')
    expect(await uses()).toHaveLength(0)
  })
})

describe('numbers that cannot be', () => {
  test.each([
    [{ children: 'other', 'children-more': '' }, 'Kirjoita määrä numerona, esimerkiksi 5.'],
    [{ children: 'other', 'children-more': '131052-308T' }, 'Kirjoita määrä numerona, esimerkiksi 5.'],
    [{ children: '0', 'children-more': '2' }, 'Valitse määrä uudelleen.'],
    [{ children: 'other', 'children-more': '999' }, 'Kerralla voi kirjata enintään 100 lippua.'],
    [{ children: '\u0000' }, 'Kirjoita määrä numerona, esimerkiksi 5.'],
    [{ event: `Aino 131052-308T` }, 'Tämä näyttää henkilötunnukselta.'],
  ])('%j', async (fields, words) => {
    const { code } = await card({ children: 3 })
    const { path } = await open(code)
    const refused = await post(path, fields as Record<string, string>)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.html).not.toContain('308T')
    expect(await uses()).toHaveLength(0)
    expect(world.logged).toEqual([])
  })
})

describe('what the tickets are for', () => {
  test('is remembered until the day changes, and recorded with the use', async () => {
    expect((await get('/fi/kassa')).text).toContain('Tänään täällä')
    const chosen = await post('/fi/kassa/tapahtuma', { event: '  Lumi\u0000kuningatar  klo 18 ' })
    expect(chosen).toMatchObject({ status: 303, to: '/fi/kassa' })
    expect((await get('/fi/kassa')).text).toContain('Lumi kuningatar klo 18 tänään · Esimerkkiteatteri')
    const { code } = await card()
    const { path, html } = await open(code)
    expect(html).toContain('name="event" value="Lumi kuningatar klo 18"')
    await post(path, { event: 'Lumi kuningatar klo 18' })
    expect(await uses()).toMatchObject([{ event: 'Lumi kuningatar klo 18' }])

    const next = await world.as({ role: 'venue', site })
    expect((await get('/fi/kassa', next)).text).toContain('Tänään täällä')
    await post('/fi/kassa/tapahtuma', { here: 'yes' })
    expect((await get('/fi/kassa')).text).toContain('Tänään täällä')
  })

  test('yesterday’s choice is forgotten, but the event is offered for thirty days', async () => {
    await post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })
    await world.db.updateTable('desk_choice').set({ chosen_on: '2026-05-03' }).execute()
    expect((await get('/fi/kassa')).text).toContain('Tänään täällä')
    const one = await card()
    const used = (event: string, day: string) =>
      makeUse(world.db, { card: one, site, event, usedAt: new Date(`${day}T09:00:00Z`) })
    await used('Tanssin päivä', '2026-04-29')
    await used('Runon ja suven päivä', '2026-04-04')
    await used('Minna Canthin päivä', '2026-03-19')
    const { text } = await get('/fi/kassa/tapahtuma')
    expect(text).toContain('Tanssin päivä')
    expect(text).toContain('Runon ja suven päivä')
    expect(text).not.toContain('Minna Canthin päivä')
  })

  test('changed while a card waits leads back to the card', async () => {
    const { code } = await card()
    const { path, html } = await open(code)
    const id = path.split('/').at(-1)!
    expect(html).toContain(`/fi/kassa/tapahtuma?check=${id}`)
    expect((await get(`/fi/kassa/tapahtuma?check=${id}`)).html).toContain(`name="check" value="${id}"`)
    expect((await post('/fi/kassa/tapahtuma', { event: 'Tanssin päivä', check: id })).to).toBe(path)
    expect((await get(path)).text).toContain('Tanssin päivä')
    const astray = { here: 'yes', check: '//elsewhere.example' }
    expect((await post('/fi/kassa/tapahtuma', astray)).to).toBe('/fi/kassa')
  })

  test.each([
    ['nothing', '', 'Valitse tapahtuma, johon lippu annetaan.'],
    ['121 characters', 'x'.repeat(121), 'Nimi on liian pitkä. Lyhennä se 120 merkkiin.'],
    ['10,000 characters', 'x'.repeat(10_000), 'Nimi on liian pitkä. Lyhennä se 120 merkkiin.'],
    ['an identity code', 'Aino 131052-308T', 'Tämä näyttää henkilötunnukselta.'],
    ['a NUL byte', '\u0000', 'Valitse tapahtuma, johon lippu annetaan.'],
  ])('is not %s', async (_, event, words) => {
    const refused = await post('/fi/kassa/tapahtuma', { event })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.html).not.toMatch(/308T|x{200}/)
    expect(await world.db.selectFrom('desk_choice').selectAll().execute()).toEqual([])
    expect(world.logged).toEqual([])
  })
})

describe('a ticket intermediary', () => {
  let seller: Browser
  let museum: MadeSite
  beforeEach(async () => {
    const given = { intermediary: 'Lippupalvelu Oy', municipality: unit.municipality }
    museum = await makeSite(world.db, { name: 'Taidemuseo', ...given })
    await makeSite(world.db, { name: 'Uimahalli', category: 'sports', ...given })
    const { id } = await world.db
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', 'Lippupalvelu Oy')
      .executeTakeFirstOrThrow()
    seller = await world.as({ role: 'intermediary', organisationId: id })
  })

  test('chooses its site first, and it is remembered for the day', async () => {
    const { code } = await card()
    for (const path of ['/fi/kassa', '/fi/kassa/tanaan', '/fi/kassa/tapahtuma']) {
      const { status, text } = await get(path, seller)
      expect(status).toBe(200)
      expect(text).toContain('Missä kohteessa lippu annetaan?')
      expect(text).toContain('Taidemuseo')
      expect(text).not.toContain('Esimerkkiteatteri')
    }
    const early = await check(code, seller)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Valitse ensin kohde.')

    expect((await post('/fi/kassa/tapahtuma', { site: String(museum.id), here: 'yes' }, seller)).status).toBe(
      303,
    )
    expect((await get('/fi/kassa', seller)).text).toContain('Taidemuseo')
    const { path } = await open(code, seller)
    await post(path, {}, seller)
    expect(await uses()).toMatchObject([{ site_id: museum.id }])
    expect((await get('/fi/kassa/tanaan', seller)).text).toContain(`•••${code.slice(-4)}`)
    expect((await get('/fi/kassa/tanaan')).text).not.toContain(`•••${code.slice(-4)}`)
  })

  test('records for the site of the page, though another was chosen meanwhile', async () => {
    const { code } = await card()
    await post('/fi/kassa/tapahtuma', { site: String(museum.id), event: 'Avajaiset' }, seller)
    const asked = await post('/fi/kassa', { code, site: String(museum.id) }, seller)
    const pool = (await world.db
      .selectFrom('site')
      .select('id')
      .where('name', '=', 'Uimahalli')
      .executeTakeFirst())!
    await post('/fi/kassa/tapahtuma', { site: String(pool.id), here: 'yes' }, seller)
    expect((await get(asked.to, seller)).text).toContain('Taidemuseo')
    await post(asked.to, { event: 'Avajaiset' }, seller)
    expect(await uses()).toMatchObject([{ site_id: museum.id, event: 'Avajaiset', category: 'culture' }])
  })

  test('has no other site than those that chose it', async () => {
    const { code } = await card()
    for (const wrong of [String(site.id), '0', '-1', 'x', '99999999999']) {
      expect((await post('/fi/kassa/tapahtuma', { site: wrong, here: 'yes' }, seller)).status).toBe(422)
      expect((await post('/fi/kassa', { site: wrong, code }, seller)).status).toBe(422)
    }
    expect(await checks()).toEqual([])
    expect(world.logged).toEqual([])
  })

  test('loses the checks of a site that chose another one', async () => {
    const { code } = await card()
    await post('/fi/kassa/tapahtuma', { site: String(museum.id), here: 'yes' }, seller)
    const { path } = await open(code, seller)
    await world.db.deleteFrom('site_intermediary').where('site_id', '=', museum.id).execute()
    expect((await post(path, {}, seller)).status).toBe(404)
    expect(await uses()).toHaveLength(0)
  })

  test('without any site hears where they come from', async () => {
    await world.db.deleteFrom('site_intermediary').execute()
    expect((await get('/fi/kassa', seller)).text).toContain('Sinulla ei ole vielä kohteita')
    expect((await check(strangeCode(), seller)).status).toBe(422)
  })
})

describe('the day’s list', () => {
  test('begins empty, and says that this is fine', async () =>
    expect((await get('/fi/kassa/tanaan')).text).toContain('Tänään ei ole vielä kirjattu mitään'))

  test('has the tickets of this site and day, the undone ones apart', async () => {
    const mine = await card({ children: 3 })
    const other = await makeSite(world.db, {})
    const use = (more: object) => makeUse(world.db, { card: mine, site, usedAt: world.now(), ...more })
    await use({ children: 2, event: 'Lumikuningatar' })
    await use({ adults: 2, companions: 1 })
    const { id } = await use({ children: 3 })
    await use({ usedAt: new Date('2026-05-03T20:59:00Z'), adults: 9 })
    await use({ site: other, adults: 8 })
    await post(`/fi/kassa/kaytot/${id}/kumoa`)
    const { text } = await get('/fi/kassa/tanaan')
    expect(text).toContain('Kirjauksia 2 Aikuisten lippuja 3 Lasten lippuja 2')
    expect(text).toContain('12.00 1 aikuinen + 2 lasta Lumikuningatar')
    expect(text).toContain('2 aikuista + 1 avustaja tai tulkki')
    expect(text).not.toMatch(/[89] aikuista/)
    expect((await get('/fi/kassa')).text).toContain('Tänään kirjatut (2)')
  })
})

describe('in Swedish and English', () => {
  test('the whole way in Swedish', async () => {
    const { code } = await card({ children: 3 })
    const asked = await open(code, venue, '/sv/kassa')
    expect(asked.path).toMatch(/^\/sv\/kassa\/kontroll\//)
    for (const words of ['Kortet gäller', 'Gäller till 14.3.2027', 'Hur många barn kommer med?'])
      expect(asked.text).toContain(words)
    const over = await post(asked.path, { children: 'other', 'children-more': '4' })
    expect(over.text).toContain('I kortets uppgifter finns 3 barn. Kortutdelaren kan rätta antalet.')
    const done = await post(asked.path, { children: '2' })
    const ready = await get(done.to)
    expect(done.to).toMatch(/^\/sv\/kassa\?use=/)
    expect(ready.text).toContain('Registrerat. Ge kunden biljetten. 1 vuxen + 2 barn')
    const undone = await post(`/sv/kassa/anvandningar/${done.to.split('=')[1]}/angra`)
    expect((await get(undone.to)).text).toContain('Registreringen har ångrats.')
    expect((await get('/sv/kassa/i-dag')).text).toContain('Registrerat i dag')
    expect((await check('', venue, '/sv/kassa')).text).toContain('Skriv kortets kod.')
  })

  test('and in English', async () => {
    const { code } = await card({ registeredOn: '2025-03-15' })
    const asked = await open(code, venue, '/en/desk')
    expect(asked.path).toMatch(/^\/en\/desk\/checks\//)
    expect(asked.text).toContain('The card expired on 14 March 2026. It can be renewed where it was issued.')
  })
})
