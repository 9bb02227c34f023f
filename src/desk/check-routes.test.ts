import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, mistyped, newDesk, strangeCode } from '../../test/desk.ts'
import { makeSite } from '../../test/makers.ts'
import { formatCode, newCode } from '../codes/rules.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

describe('a valid card', () => {
  test('is checked, recorded and counted in two steps', async () => {
    const { code, id } = await desk.card({ children: 3 })
    const asked = await desk.open(code)
    expect(asked.path).toMatch(/^\/fi\/kassa\/tarkistus\/[0-9a-f-]{36}$/)
    expect(asked.text).toContain('Kortti on voimassa')
    expect(asked.text).toContain('Voimassa 14.3.2027 asti')
    expect(asked.text).toContain('Kortin tiedoissa on 3 lasta. Lasten pitää olla alle 18-vuotiaita.')
    expect(asked.html).toContain('Kirjaa käyttö')

    const recorded = await desk.post(asked.path, { adults: '1', children: '2', companions: '1', event: '' })
    const [use] = await desk.uses()
    expect(recorded).toMatchObject({ status: 303, to: `/fi/kassa?use=${use!.id}` })
    expect(asked.path.endsWith(use!.id)).toBe(true)
    expect(use).toMatchObject({
      ...{ card_id: id, site_id: desk.site.id, used_on: '2026-05-04', adults: 1, children: 2, companions: 1 },
      ...{ category: 'culture', kind: 'ticket', source: 'desk', event: null, override_reason: null },
    })
    expect(use!.used_at).toEqual(desk.world.now())
    expect(await desk.counted()).toEqual({ adults: 1, children: 2 })

    const ready = await desk.get(recorded.to)
    expect(ready.text).toContain('Kirjattu. Anna lippu.')
    expect(ready.text).toContain('1 aikuinen + 2 lasta + 1 avustaja tai tulkki')
    expect(ready.text).toContain('Tänään kirjatut (1)')
    expect(ready.html).toContain('autofocus')
    expect(ready.html).toContain('<title>Kirjattu. Anna lippu. – ')
  })

  test('tells nothing about its holder but until when and how many children', async () => {
    const { code, id } = await desk.card({ children: 2, birthYear: 1961, postalCode: '87700' })
    await desk.world.db
      .updateTable('card')
      .set({ life_situation: 'carer', gender: 'woman' })
      .where('id', '=', id)
      .execute()
    const { html } = await desk.open(code)
    for (const secret of ['1961', '87700', 'carer', 'woman', desk.unit.name, code, formatCode(code)])
      expect(html).not.toContain(secret)
    expect(html).toContain(`•••${code.slice(-4)}`)
  })

  test('is recorded by whoever types it: lower case, spaces, O for 0, a scanned link, a Cyrillic keyboard', async () => {
    let code = newCode()
    while (!(code.includes('0') && code.includes('1') && /[AKMT]/.test(code))) code = newCode()
    await desk.card({ code })
    const forms = [
      formatCode(code).toLowerCase(),
      ` ${code.slice(0, 3)} ${code.slice(3)} `,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      `https://esimerkki.example/k#${formatCode(code)}`,
      code.replaceAll('A', 'А').replaceAll('K', 'К').replaceAll('M', 'М').replaceAll('T', 'Т'),
    ]
    for (const form of forms) expect((await desk.open(form)).text).toContain('Kortti on voimassa')
  })

  test('of an old kind is found exactly as it stands', async () => {
    await desk.card({ code: 'ÄO-0012'.replace('-', '') })
    expect((await desk.open('äo-0012')).text).toContain('Kortti on voimassa')
    expect((await desk.check('ÄO-12')).status).toBe(422)
    expect((await desk.check('Ä0-0012')).status).toBe(422)
  })

  test.each([
    ['12 days before its end', '2026-05-16', 'Kortti vanhenee 12 päivän päästä. Kerro asiakkaalle.'],
    ['the day before', '2026-05-05', 'Kortti vanhenee 1 päivän päästä. Kerro asiakkaalle.'],
    ['on its last day', '2026-05-04', 'Kortti on voimassa vielä tänään. Kerro asiakkaalle.'],
  ])('says so %s', async (_, validUntil, words) => {
    const { code } = await desk.card({ registeredOn: '2025-06-01', validUntil })
    expect((await desk.open(code)).text).toContain(words)
  })

  test('without children in the register asks for none', async () => {
    const { code } = await desk.card()
    const { text, html } = await desk.open(code)
    expect(text).toContain('Kortin tiedoissa ei ole lapsia.')
    expect(html.match(/name="children" value="(\d)"/g)).toHaveLength(1)
  })
})

describe('a card that gives no ticket', () => {
  test.each([
    ['expired', { registeredOn: '2025-03-15' }, 'Kortin voimassaolo päättyi 14.3.2026.', 'Sen voi uusia'],
    ['in stock', { stock: true }, 'Korttia ei ole vielä rekisteröity.', 'Asiakas voi pyytää kortinjakajaa'],
    ['replaced', { state: 'replaced' }, 'Tämän kortin tilalle on annettu uusi kortti.', 'Pyydä asiakkaalta'],
    ['lost', { state: 'lost' }, 'Tämä kortti on suljettu.', 'Asiakas saa uuden kortin'],
    ['withdrawn', { state: 'withdrawn' }, 'Kortti ei ole enää käytössä.', 'Asiakas voi kysyä asiasta'],
  ] as const)('%s: is told kindly, with what to do', async (_, given, title, advice) => {
    const { code } = await desk.card({ children: 3, ...given })
    const answer = await desk.open(code)
    expect(answer.text).toContain(title)
    expect(answer.text).toContain(advice)
    expect(answer.text).toContain('Lue seuraava kortti')
    expect(answer.text).not.toMatch(/lasta|kadonnut|varastettu/)
    const forced = await desk.post(answer.path, { children: '0' })
    expect(forced.status).toBe(422)
    expect(forced.text).toContain(title)
    expect(await desk.uses()).toHaveLength(0)
  })

  test('unknown: the answer is a page, not a fault, and the code is not in it', async () => {
    const code = strangeCode()
    const answer = await desk.open(code)
    expect(answer.text).toContain('Tunnusta ei löydy. Tarkista, että kirjoitit sen oikein.')
    expect(answer.path + answer.html).not.toContain(code)
    expect((await desk.post(answer.path, {})).status).toBe(422)
    expect(await desk.checks()).toMatchObject([{ card_id: null }])
  })

  test('that expired while the desk waited is not recorded', async () => {
    const { code, id } = await desk.card()
    const { path } = await desk.open(code)
    await desk.world.db.updateTable('card').set({ valid_until: '2026-05-03' }).where('id', '=', id).execute()
    const refused = await desk.post(path, {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kortin voimassaolo päättyi 3.5.2026.')
    expect(await desk.uses()).toHaveLength(0)
  })
})

describe('a code that cannot be right', () => {
  test('empty', async () => {
    const refused = await desk.check('')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tarkista nämä kohdat Kirjoita kortin tunnus.')
    expect(refused.html).toContain('<title>Virhe: ')
  })

  test('with a typing error: the likely code is a question, the same for codes that no card has', async () => {
    const { code } = await desk.card()
    for (const real of [code, newCode()]) {
      const refused = await desk.check(mistyped(real))
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Tunnuksessa on kirjoitusvirhe. Vertaa sitä korttiin.')
      expect(refused.text).toContain('Tarkoititko tätä tunnusta?')
      expect(refused.html).toContain(`value="${formatCode(real)}"`)
    }
    expect(await desk.checks()).toHaveLength(0)
    expect((await desk.open(formatCode(code))).text).toContain('Kortti on voimassa')
  })

  test('too short: says so, keeps what was typed and asks nothing', async () => {
    const refused = await desk.check('k7pq2-x9d')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tunnuksesta puuttuu merkki.')
    expect(refused.html).toContain('value="k7pq2-x9d"')
    expect(refused.text).not.toContain('Tarkoititko')
  })

  test('a personal identity code is refused by kind: not shown, not logged, not kept', async () => {
    for (const typed of ['131052-308T', ' 131052A308T ', '131052–308t', 'https://x.example/k#131052-308T']) {
      const refused = await desk.check(typed)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Tämä näyttää henkilötunnukselta.')
      expect(refused.html).not.toMatch(/308t/i)
    }
    const audit = await desk.world.db.selectFrom('audit').select('subject').execute()
    expect(JSON.stringify([audit, desk.world.logged])).not.toMatch(/131052|308t/i)
    expect(await desk.world.db.selectFrom('rate_limit').selectAll().execute()).toEqual([])
  })

  test.each([
    ['a NUL byte', '\u0000K7PQ2\u0000', 'Tunnusta ei löydy.'],
    ['ten thousand characters', 'K'.repeat(10_000), 'Tunnus on liian pitkä.'],
    ['markup', '"><script>alert(1)</script>', 'Tunnusta ei löydy.'],
    ['emoji', '🎭🎭🎭', 'Tunnusta ei löydy.'],
    ['a right-to-left mark', '\u202e\u200fK7', 'Tunnusta ei löydy.'],
  ])('%s comes back with words', async (_, typed, words) => {
    const refused = await desk.check(typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.html).not.toContain('<script>alert')
    expect(desk.world.logged).toEqual([])
  })
})

describe('guessing', () => {
  test('an account has twenty wrong codes an hour; then even a right one waits', async () => {
    const { code } = await desk.card()
    for (let miss = 0; miss < 20; miss++)
      expect((await desk.check(miss % 2 ? strangeCode() : 'ABC1234')).status).toBe(miss % 2 ? 303 : 422)
    expect((await desk.check(code)).status).toBe(429)
    expect((await desk.check(strangeCode())).status).toBe(429)
    desk.world.later(3)
    expect((await desk.check(code)).status).toBe(303)
    expect((await desk.check(strangeCode())).status).toBe(303)
    expect((await desk.check(code)).status).toBe(429)
  })

  test('right codes cost nothing', async () => {
    const { code } = await desk.card()
    for (let time = 0; time < 25; time++) expect((await desk.check(code)).status).toBe(303)
  })

  test('a site has sixty an hour, whoever asks', async () => {
    const others = await Promise.all([1, 2, 3].map(() => desk.world.as({ role: 'venue', site: desk.site })))
    for (const other of others)
      for (let miss = 0; miss < 20; miss++) expect((await desk.check('ABC1234', other)).status).toBe(422)
    expect((await desk.check('ABC1234')).status).toBe(429)
    const elsewhere = await desk.world.as({ role: 'venue', site: await makeSite(desk.world.db) })
    expect((await desk.check('ABC1234', elsewhere)).status).toBe(422)
  })

  test('each check leaves its trace, the missed ones too, and never the code', async () => {
    const { code, id } = await desk.card()
    await desk.check(code)
    await desk.check('ABC1234')
    const rows = await desk.audits('cards.check')
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
    expect(rows[0]!.subject).toMatchObject({ card: id, site: desk.site.id })
    expect(JSON.stringify([rows, await desk.checks(), desk.world.logged])).not.toMatch(
      new RegExp(`${code}|${formatCode(code)}|ABC1234`),
    )
  })
})

describe('a check', () => {
  test('is for the one who made it', async () => {
    const { code } = await desk.card()
    const { path } = await desk.open(code)
    const colleague = await desk.world.as({ role: 'venue', site: desk.site })
    const stranger = await desk.world.as({ role: 'venue', site: await makeSite(desk.world.db) })
    for (const other of [colleague, stranger]) {
      expect((await desk.get(path, other)).status).toBe(404)
      expect((await desk.post(path, {}, other)).status).toBe(404)
    }
    for (const wrong of ['1', 'undefined', '00000000-0000-7000-8000-000000000000'])
      expect((await desk.get(`/fi/kassa/tarkistus/${wrong}`)).status).toBe(404)
    expect(await desk.uses()).toHaveLength(0)
    expect(desk.world.logged).toEqual([])
  })

  test('answers for half an hour, then asks to read the card again', async () => {
    const { code } = await desk.card()
    const { path } = await desk.open(code)
    await desk.pass(30)
    expect((await desk.get(path)).text).toContain('Kortti on voimassa')
    await desk.pass(1)
    const late = await desk.get(path)
    expect(late.text).toContain('Tarkistus on vanhentunut.')
    expect(late.text).toContain('Lue kortti uudelleen')
    const refused = await desk.post(path, {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tarkistus on vanhentunut.')
    expect(await desk.uses()).toHaveLength(0)
  })

  test('needs a site’s role', async () => {
    const issuer = await desk.world.as({ role: 'issuer', unit: desk.unit })
    for (const path of ['/fi/kassa', '/fi/kassa/tanaan', '/fi/kassa/tapahtuma'])
      expect((await desk.get(path, issuer)).status).toBe(403)
    expect((await desk.check('K7PQ2-X9D4F', issuer)).status).toBe(403)
    expect((await desk.world.anyone.get('/fi/kassa')).status).toBe(303)
  })
})
