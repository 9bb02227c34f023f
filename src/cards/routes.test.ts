import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MadeUnit, makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { codeHash, formatCode, newCode } from '../codes/rules.ts'

let world: World
let unit: MadeUnit
let issuer: Awaited<ReturnType<World['as']>>

const begin = async () => {
  world = await newWorld('2026-05-04T09:00:00Z') // noon on Monday in Finland
}
const end = () => world.end()
/** Each test has a unit and a worker of its own; where the clock moves, a world of its own too. */
const inOneWorld = () => {
  beforeAll(begin)
  afterAll(end)
  beforeEach(settle)
}
const inFreshWorlds = () => {
  beforeEach(begin)
  beforeEach(settle)
  afterEach(end)
}
const settle = async () => {
  unit = await makeUnit(world.db, { name: 'Aikuissosiaalityö' })
  issuer = await world.as({ role: 'issuer', unit })
}

const codeWith = (character: string): string => {
  const code = newCode()
  return code.includes(character) ? code : codeWith(character)
}
const inStock = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { unit, stock: true, ...given })
/** The form as a worker fills it in when all is well. */
const answers = (code: string, more: Record<string, string> = {}) => ({
  code,
  consent: 'yes',
  birthYear: '1987',
  postalCode: '87100',
  children: '2',
  lifeSituation: 'student',
  gender: '',
  ...more,
})
const register = (code: string, more: Record<string, string> = {}, by = issuer) =>
  by.post('/fi/anna-kortti', answers(code, more))
const undo = (id: number, fields: Record<string, string> = {}, by = issuer) =>
  by.post(`/fi/kortit/${id}/kumoa`, fields)
const rowOf = (id: number) =>
  world.db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const eventsOf = async (id: number) =>
  (
    await world.db.selectFrom('card_event').select('event').where('card_id', '=', id).orderBy('id').execute()
  ).map(({ event }) => event)
const consentsOf = (id: number) =>
  world.db.selectFrom('consent').selectAll().where('card_id', '=', id).orderBy('id').execute()
/** Cards registered this year, as the statistics have it. */
const registeredThisYear = async () => {
  const { rows } = await sql<{ registered: number }>`
    select coalesce(sum(registered), 0)::integer as registered from statistics_card_year
    where year = 2026 and municipality_id = ${unit.municipality.id}`.execute(world.db)
  return rows[0]!.registered
}
/** What the audit log says of this test's worker. */
const audits = () =>
  world.db
    .selectFrom('audit as x')
    .innerJoin('account_role as r', (join) =>
      join.on(sql<boolean>`x.actor = 'account:' || r.account_id::text`).on('r.id', '=', issuer.accountRoleId),
    )
    .selectAll('x')
    .orderBy('x.id')
    .execute()

describe('registering', () => {
  inOneWorld()

  test('a card of the stock is registered, with consent, event, audit and statistics', async () => {
    const { id, code } = await inStock()
    const answer = await register(code)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fi/anna-kortti/${id}`])
    expect(await rowOf(id)).toMatchObject({
      state: 'registered',
      registered_on: '2026-05-04',
      registered_at: world.now(),
      valid_until: '2027-05-03',
      birth_year: 1987,
      postal_code: '87100',
      children: 2,
      life_situation: 'student',
      gender: null,
      revision: 1,
    })
    expect(await eventsOf(id)).toEqual(['registered'])
    expect(await consentsOf(id)).toMatchObject([
      {
        kind: 'register',
        text_version: '2026-11',
        language: 'fi',
        given_on: '2026-05-04',
        unit_id: unit.id,
        withdrawn_at: null,
      },
    ])
    expect(await registeredThisYear()).toBe(1)
    expect(await audits()).toMatchObject([
      { permission: 'cards.issue', role: 'issuer', outcome: 'done', subject: { card: id } },
    ])
  })

  const readings: [string, (code: string) => string][] = [
    ['as printed', (code) => formatCode(code)],
    [
      'lower case, with spaces and invisible marks',
      (code) => ` ${code.toLowerCase().slice(0, 3)} \u200b${code.slice(3)}`,
    ],
    [
      'O for 0, I for 1, Cyrillic look-alikes',
      (code) => code.replace(/0/g, 'O').replace(/1/g, 'i').replace(/K/g, 'К'),
    ],
    ['a link that a scanner read', (code) => `https://kaiku.example/k#${formatCode(code)}`],
  ]
  test.each(readings)('a new-style code is taken: %s', async (_, written) => {
    const { id, code } = await inStock()
    expect((await register(written(code))).status).toBe(303)
    expect((await rowOf(id)).state).toBe('registered')
  })

  test('a legacy code is taken as it was printed, with its leading zeros', async () => {
    const { id } = await inStock({ code: '0ÖS12' })
    expect((await register('ÖS12')).status).toBe(422)
    expect((await register('0ös 12')).status).toBe(303)
    expect((await rowOf(id)).state).toBe('registered')
  })

  test('a legacy code wins over a new-style code that it could be read as', async () => {
    const fresh = await inStock({ code: codeWith('0') })
    const printed = fresh.code.replaceAll('0', 'O')
    const legacy = await inStock({ code: 'ABC123' })
    await world.db
      .updateTable('card')
      .set({ code_hash: codeHash(world.keys.cardCode, printed) })
      .where('id', '=', legacy.id)
      .execute()
    expect((await register(printed)).headers.get('location')).toBe(`/fi/anna-kortti/${legacy.id}`)
    expect((await register(fresh.code)).headers.get('location')).toBe(`/fi/anna-kortti/${fresh.id}`)
  })

  test.each([
    ['95331', '953 31'],
    ['95331', 'SE-953 31'],
    ['87100', 'FI-87100'],
    ['00100', ' 00100\u200b'],
  ])('a postal code %s is taken from “%s”', async (kept, typed) => {
    const { id, code } = await inStock()
    expect((await register(code, { postalCode: typed })).status).toBe(303)
    expect((await rowOf(id)).postal_code).toBe(kept)
  })

  test.each([
    ['0', '', 0],
    ['5', '', 5],
    ['other', '11', 11],
    ['other', ' 20 ', 20],
    ['2', '7', 2],
    ['0', '0', 0],
  ])('children: chip %s and number “%s” mean %i', async (children, childrenOther, kept) => {
    const { id, code } = await inStock()
    expect((await register(code, { children, childrenOther })).status).toBe(303)
    expect((await rowOf(id)).children).toBe(kept)
  })

  test('someone who turns 16 this year gets a card, and voluntary answers may be left out', async () => {
    const { id, code } = await inStock()
    const { code: typed, consent, postalCode, children } = answers(code)
    const answer = await issuer.post('/fi/anna-kortti', {
      ...{ code: typed, consent, postalCode, children },
      birthYear: '2010',
    })
    expect(answer.status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ birth_year: 2010, life_situation: null, gender: null })
  })

  test('in a pilot the card ends with the pilot', async () => {
    const municipality = await makeMunicipality(world.db, { phase: 'pilot', until: '2026-12-31' })
    const pilot = await makeUnit(world.db, { municipality })
    const worker = await world.as({ role: 'issuer', unit: pilot })
    const { id, code } = await inStock({ unit: pilot })
    expect((await register(code, {}, worker)).status).toBe(303)
    expect((await rowOf(id)).valid_until).toBe('2026-12-31')
  })

  test('when the pilot is over no card is registered, and the page says why', async () => {
    const municipality = await makeMunicipality(world.db, { phase: 'pilot', until: '2026-05-03' })
    const pilot = await makeUnit(world.db, { municipality })
    const worker = await world.as({ role: 'issuer', unit: pilot })
    const { id, code } = await inStock({ unit: pilot })
    const answer = await register(code, {}, worker)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kokeilu kunnassa on päättynyt.')
    expect((await rowOf(id)).state).toBe('stock')
  })

  test.each([
    ['prepares', { phase: 'preparing' }, 'ei ole vielä käytössä tässä kunnassa'],
    ['begins tomorrow', { phase: 'permanent', from: '2026-05-05' }, 'ei ole vielä käytössä tässä kunnassa'],
    ['has left', { phase: 'ended' }, 'ei ole enää käytössä tässä kunnassa'],
    ['left yesterday', { phase: 'permanent', until: '2026-05-03' }, 'ei ole enää käytössä tässä kunnassa'],
  ] as const)(
    'in a municipality that %s no card is registered, and the page says why',
    async (_, given, words) => {
      const elsewhere = await makeUnit(world.db, { municipality: await makeMunicipality(world.db, given) })
      const worker = await world.as({ role: 'issuer', unit: elsewhere })
      const { id, code } = await inStock({ unit: elsewhere })
      const answer = await register(code, {}, worker)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(`Kaikukortti ${words}.`)
      expect((await rowOf(id)).state).toBe('stock')
    },
  )

  test.each([
    ['a pilot that goes on in use gives the whole year', 'pilot', 'permanent', 303, '2027-05-03'],
    ['a pilot that nothing but the end follows gives nothing', 'pilot', 'ended', 422, null],
    ['use after a preparation gives the whole year', 'preparing', 'permanent', 303, '2027-05-03'],
  ] as const)('of several phases the latest begun counts: %s', async (_, first, second, status, last) => {
    const municipality = await makeMunicipality(world.db, { phase: first, until: '2026-04-30' })
    const next = { area_id: municipality.areaId, municipality_id: municipality.id }
    const later = { phase_from: '2026-07-01', phase: 'preparing' as const }
    await world.db
      .insertInto('area_membership')
      .values([
        { ...next, phase: second, phase_from: '2026-05-01', phase_until: '2026-06-30' },
        { ...next, ...later },
      ])
      .execute()
    const elsewhere = await makeUnit(world.db, { municipality })
    const { id, code } = await inStock({ unit: elsewhere })
    const worker = await world.as({ role: 'issuer', unit: elsewhere })
    expect((await register(code, {}, worker)).status).toBe(status)
    expect((await rowOf(id)).valid_until).toBe(last)
  })

  test('a unit of a municipality that was never in an area gives cards for the whole year', async () => {
    const lone = await makeUnit(world.db)
    await world.db.deleteFrom('area_membership').where('municipality_id', '=', lone.municipality.id).execute()
    const { id, code } = await inStock({ unit: lone })
    const answer = await register(code, {}, await world.as({ role: 'issuer', unit: lone }))
    expect(answer.status).toBe(303)
    expect((await rowOf(id)).valid_until).toBe('2027-05-03')
  })

  test('the same form sent twice by the same worker is one registration', async () => {
    const { id, code } = await inStock()
    const [first, second] = await Promise.all([register(code), register(code)])
    const third = await register(code)
    for (const { status, headers } of [first, second, third])
      expect([status, headers.get('location')]).toEqual([303, `/fi/anna-kortti/${id}`])
    expect((await register(code, {}, await world.as({ role: 'issuer', unit }))).status).toBe(422)
    expect((await register(code, { children: '1' })).status).toBe(422)
    expect(await eventsOf(id)).toEqual(['registered'])
    expect(await registeredThisYear()).toBe(1)
  })

  test('of two that came together, the later one may be written first', async () => {
    const made = await makeCard(world.db, world.keys, { unit, stock: true })
    const first = await register(made.code)
    // The second one was read a moment before the first.
    const moment = sql`registered_at = registered_at + interval '20 milliseconds'`
    await sql`update card set ${moment} where id = ${made.id}`.execute(world.db)
    await sql`update card_event set happened_at = happened_at + interval '20 milliseconds' where card_id = ${made.id}`.execute(
      world.db,
    )
    expect((await register(made.code)).headers.get('location')).toBe(first.headers.get('location'))
    expect(await eventsOf(made.id)).toEqual(['registered'])
  })

  test('of two workers at once, one registers the card and the other is told', async () => {
    const other = await world.as({ role: 'issuer', unit })
    const { id, code } = await inStock()
    const both = await Promise.all([
      register(code, { birthYear: '1950' }),
      register(code, { birthYear: '1990' }, other),
    ])
    const statuses = both.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([303, 422])
    const refused = both[statuses.indexOf(422)]!
    expect(await refused.text()).toContain('Kortti on jo annettu 4.5.2026. Ota toinen kortti.')
    expect((await rowOf(id)).birth_year).toBe(statuses[0] === 303 ? 1950 : 1990)
    expect(await eventsOf(id)).toEqual(['registered'])
    expect(await consentsOf(id)).toHaveLength(1)
    expect(await registeredThisYear()).toBe(1)
  })
})

/** What is wrong, and how the page says it in Finnish and in Swedish. */
const refusals: [string, Record<string, string>, string, string][] = [
  ['no code', { code: ' ' }, 'Kirjoita kortin tunnus.', 'Skriv kortets kod.'],
  [
    'a code too short',
    { code: 'K7PQ2-X9D' },
    'Tunnuksesta puuttuu merkki.',
    'Det saknas ett tecken i koden.',
  ],
  [
    'a typing error',
    { code: '7777777777' },
    'Tunnuksessa on kirjoitusvirhe.',
    'Det finns ett skrivfel i koden.',
  ],
  ['far too long', { code: 'A'.repeat(10_000) }, 'Tunnus on liian pitkä.', 'Koden är för lång.'],
  ['NUL and a broken mark', { code: 'K7\0PQ2\ufffd' }, 'Tunnusta ei löydy.', 'Koden finns inte.'],
  ['no consent', { consent: '' }, 'vain asiakkaan suostumuksella.', 'bara med klientens samtycke.'],
  [
    'a year of two digits',
    { birthYear: '87' },
    'Kirjoita syntymävuosi neljällä',
    'Skriv födelseåret med fyra',
  ],
  ['a whole date', { birthYear: '1.2.1987' }, 'Kirjoita vain syntymävuosi.', 'Skriv bara födelseåret.'],
  ['a year of long ago', { birthYear: '1880' }, 'Tarkista syntymävuosi.', 'Kontrollera födelseåret.'],
  ['a coming year', { birthYear: '2027' }, 'Tarkista syntymävuosi.', 'Kontrollera födelseåret.'],
  [
    'too young',
    { birthYear: '2011' },
    'Syntymävuosi voi olla enintään 2010.',
    'Födelseåret kan vara högst 2010.',
  ],
  ['half a postal code', { postalCode: '8710' }, 'viidellä numerolla', 'med fem siffror'],
  ['a place for a postal code', { postalCode: 'Kajaani' }, 'viidellä numerolla', 'med fem siffror'],
  ['10 KB of postal code', { postalCode: '9'.repeat(10_000) }, 'viidellä numerolla', 'med fem siffror'],
  ['no children chosen', { children: '' }, 'Valitse lasten määrä.', 'Välj antalet barn.'],
  [
    'another number left empty',
    { children: 'other' },
    'Kirjoita lasten määrä numerona.',
    'Skriv antalet barn med',
  ],
  [
    'a number with words',
    { children: 'other', childrenOther: 'kaksi' },
    'määrä numerona.',
    'barn med siffror.',
  ],
  ['less than none', { children: 'other', childrenOther: '-1' }, 'määrä numerona.', 'barn med siffror.'],
  ['zero and seven', { children: '0', childrenOther: '7' }, 'Valittuna oli 0', 'Du hade valt 0'],
  ['21 children', { children: 'other', childrenOther: '21' }, 'enintään 20.', 'högst 20.'],
  ['a made-up life', { lifeSituation: 'rich' }, 'Valitse yksi vaihtoehdoista.', 'Välj ett av alternativen.'],
  ['a made-up gender', { gender: '<b>' }, 'Valitse yksi vaihtoehdoista.', 'Välj ett av alternativen.'],
]

describe('refusals', () => {
  inOneWorld()

  test.each(refusals)('%s', async (_, wrong, fi, sv) => {
    const { id, code } = await inStock()
    for (const [path, words, title] of [
      ['/fi/anna-kortti', fi, '<title>Virhe: '],
      ['/sv/dela-ut-kort', sv, '<title>Fel: '],
    ] as const) {
      const answer = await issuer.post(path, answers(code, wrong))
      const html = await answer.text()
      expect(answer.status).toBe(422)
      expect(html).toContain(title)
      expect(html.split(words).length - 1, 'in the summary and at the field').toBe(2)
      if (wrong.lifeSituation === undefined) expect(html).toContain('value="student" checked')
    }
    expect((await rowOf(id)).state).toBe('stock')
    expect(await consentsOf(id)).toEqual([])
    expect(world.logged).toEqual([])
  })

  test('all that is missing is told at once, in the order of the page', async () => {
    const html = await (await issuer.post('/fi/anna-kortti', {})).text()
    const summary = /<section class="problems"[\s\S]*?<\/section>/.exec(html)![0]
    expect([...summary.matchAll(/href="#f-(\w+)"/g)].map(([, name]) => name)).toEqual([
      'code',
      'consent',
      'birthYear',
      'postalCode',
      'children',
    ])
  })

  test('everything typed comes back', async () => {
    const typed = {
      code: '"><b>K7PQ2',
      consent: 'yes',
      birthYear: ' 19 87',
      postalCode: 'FI-8710',
      children: 'other',
      childrenOther: '12',
      lifeSituation: 'carer',
      gender: 'woman',
    }
    const html = await (await issuer.post('/fi/anna-kortti', typed)).text()
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;K7PQ2"')
    for (const value of [' 19 87', 'FI-8710', '12']) expect(html).toContain(`value="${value}"`)
    for (const value of ['yes', 'other', 'carer', 'woman']) expect(html).toContain(`value="${value}" checked`)
  })

  test.each([
    ['code', '131052-308T'],
    ['code', ' 010594y9032 '],
    ['code', 'https://kaiku.example/k#131052-308T'],
    ['birthYear', '131052-308T'],
    ['postalCode', '131052 308T'],
    ['childrenOther', '131052-308T'],
    ['meant', '131052-308T'],
  ])(
    'a personal identity code in %s is refused by kind, shown nowhere and kept nowhere: %s',
    async (name, typed) => {
      const { code } = await inStock()
      const fields = answers(code, { children: 'other', childrenOther: '1', [name]: typed })
      const html = await (await issuer.post('/fi/anna-kortti', fields)).text()
      if (name !== 'meant') expect(html).toContain('Älä kirjoita henkilötunnusta.')
      const kept = JSON.stringify([
        await audits(),
        await world.db.selectFrom('rate_limit').selectAll().execute(),
      ])
      for (const text of [html, kept, world.logged.join()]) expect(text).not.toMatch(/308T|9032/i)
    },
  )

  test('a code that no card has is told as such', async () => {
    const html = await (await register(newCode())).text()
    expect(html).toContain('Tunnusta ei löydy. Tarkista, että kirjoitit sen oikein.')
  })

  test('a card that is out already, with its day', async () => {
    const { code } = await makeCard(world.db, world.keys, { unit, registeredOn: '2025-11-03' })
    expect(await (await register(code)).text()).toContain(
      'Kortti on jo annettu 3.11.2025. Ota toinen kortti.',
    )
    const swedish = await issuer.post('/sv/dela-ut-kort', answers(code))
    expect(await swedish.text()).toContain('Kortet delades ut redan 3.11.2025. Ta ett annat kort.')
  })

  test.each(['replaced', 'lost', 'withdrawn'] as const)('a card that is %s', async (state) => {
    const { code } = await makeCard(world.db, world.keys, { unit, state })
    expect(await (await register(code)).text()).toContain('Kortti on poistettu käytöstä. Ota toinen kortti.')
  })

  test('a community card', async () => {
    const { id, code } = await inStock({ type: 'community' })
    expect(await (await register(code)).text()).toContain('Tämä on yhteisön kortti.')
    expect((await rowOf(id)).state).toBe('stock')
  })

  test('another unit’s card, of which nothing else is told', async () => {
    const theirs = await makeUnit(world.db)
    const cards = [
      await inStock({ unit: theirs }),
      await makeCard(world.db, world.keys, { unit: theirs, registeredOn: '2025-11-03' }),
      await makeCard(world.db, world.keys, { unit: theirs, state: 'lost' }),
    ]
    for (const { id, code } of cards) {
      const before = await rowOf(id)
      const html = await (await register(code)).text()
      expect(html).toContain('Kortti kuuluu toiselle toimipisteelle. Käytä oman toimipisteesi kortteja.')
      expect(html).not.toContain('3.11.2025')
      expect(await rowOf(id)).toEqual(before)
    }
  })
})

describe('a typing error', () => {
  inOneWorld()

  /** One character wrong in a way that no other card can have. */
  const mistyped = (code: string) => `${code[0] === '7' ? '8' : '7'}${code.slice(1)}`

  test('of a card in stock is answered with a question, which a tick answers', async () => {
    const { id, code } = await inStock()
    const html = await (await register(mistyped(code))).text()
    expect(html).toContain(`Kyllä, kortissa lukee ${formatCode(code).replace('-', '\u2011')}`)
    expect((await rowOf(id)).state).toBe('stock')
    const again = await register(mistyped(code), { meant: formatCode(code) })
    expect(again.headers.get('location')).toBe(`/fi/anna-kortti/${id}`)
  })

  test('is never mended by itself, nor by a tick that was meant for another code', async () => {
    const [one, two] = [await inStock(), await inStock()]
    expect((await register(mistyped(one.code))).status).toBe(422)
    expect((await register(mistyped(one.code), { meant: formatCode(two.code) })).status).toBe(422)
    const typedAnew = await register(two.code, { meant: formatCode(one.code) })
    expect(typedAnew.headers.get('location')).toBe(`/fi/anna-kortti/${two.id}`)
    expect((await rowOf(one.id)).state).toBe('stock')
  })

  test('of any other card says nothing about that card', async () => {
    const theirs = await makeUnit(world.db)
    const cards = [
      await inStock({ unit: theirs }),
      await makeCard(world.db, world.keys, { unit }),
      await makeCard(world.db, world.keys, { unit: theirs }),
    ]
    for (const { code } of cards) {
      const html = await (await register(mistyped(code))).text()
      expect(html).toContain('Tunnuksessa on kirjoitusvirhe. Vertaa sitä korttiin.')
      expect(html).not.toContain(formatCode(code))
      expect(html).not.toContain('name="meant"')
    }
  })

  test('once ticked, the right code stays in the field while the rest is mended', async () => {
    const { code } = await inStock()
    const fields = answers(mistyped(code), { meant: formatCode(code), birthYear: '' })
    const html = await (await issuer.post('/fi/anna-kortti', fields)).text()
    expect(html).toContain(`value="${formatCode(code)}"`)
    expect(html).not.toContain(mistyped(code))
  })
})

describe('guessing codes', () => {
  inFreshWorlds()

  test('after 20 wrong codes an hour every wrong code is answered alike; own stock still works', async () => {
    const issued = await makeCard(world.db, world.keys, { unit })
    for (let miss = 0; miss < 20; miss += 1)
      expect(await (await register(newCode())).text()).toContain('Tunnusta ei löydy.')
    for (const code of [newCode(), issued.code, '7777777777']) {
      const html = await (await register(code)).text()
      expect(html).toContain('Tuntemattomia tunnuksia on ollut monta.')
      expect(html).toContain('value="1987"')
      expect(html).not.toMatch(/jo annettu|kirjoitusvirhe|ei löydy/)
    }
    const { id, code } = await inStock()
    expect((await register(code)).headers.get('location')).toBe(`/fi/anna-kortti/${id}`)
    const colleague = await world.as({ role: 'issuer', unit })
    expect(await (await register(newCode(), {}, colleague)).text()).toContain('Tunnusta ei löydy.')
    world.later(3)
    expect(await (await register(newCode())).text()).toContain('Tunnusta ei löydy.')
    expect(await (await register(newCode())).text()).toContain('Tuntemattomia tunnuksia')
  })

  test('20 of 30 at once, and every try is in the audit log without its code', async () => {
    const codes = Array.from({ length: 30 }, () => newCode())
    const pages = await Promise.all(codes.map(async (code) => (await register(code)).text()))
    expect(pages.filter((html) => html.includes('Tunnusta ei löydy.'))).toHaveLength(20)
    const log = await audits()
    expect(log.filter(({ outcome }) => outcome === 'refused')).toHaveLength(30)
    for (const code of codes) expect(JSON.stringify(log)).not.toContain(code)
  })
})

describe('the confirmation', () => {
  inFreshWorlds()

  test('says what to write on the card, and comes again on a reload', async () => {
    const { id, code } = await inStock()
    await register(code)
    for (const html of [await page(`/fi/anna-kortti/${id}`), await page(`/fi/anna-kortti/${id}`)]) {
      expect(html).toContain('Kortti on rekisteröity. Se toimii heti.')
      expect(html).toContain('<dd>3.5.2027 asti</dd>')
      expect(html).toContain('<dt>Lapsia</dt><dd>2</dd>')
      expect(html).toContain(`•••${code.slice(-4)}`)
      expect(html).toContain('Voit kumota rekisteröinnin klo 12.15 asti.')
      expect(html).not.toContain(code)
      expect(html).not.toContain(formatCode(code))
      expect(html).not.toMatch(/1987|87100/)
    }
    expect(await page(`/sv/dela-ut-kort/${id}`)).toContain('Kortet är registrerat. Det fungerar genast.')
    expect(await page(`/en/issue-card/${id}`)).toContain('until 3 May 2027')
    world.later(16)
    for (const path of [`/fi/anna-kortti/${id}`, '/fi/kortit'])
      expect(await page(path)).not.toContain('Kumoa rekisteröinti')
  })

  test('of another unit’s card, of no card and of nonsense is not found', async () => {
    const theirs = await makeCard(world.db, world.keys, {})
    for (const name of [theirs.id, 999_999_999_999_999, '1e3', '-1', '٣', 'NaN', '9'.repeat(400), '%00'])
      expect((await issuer.get(`/fi/anna-kortti/${name}`)).status, String(name)).toBe(404)
  })

  test('of a card that no longer works does not say that it works', async () => {
    const { id } = await makeCard(world.db, world.keys, { unit, registeredOn: '2025-01-01' })
    const html = await page(`/fi/anna-kortti/${id}`)
    expect(html).toContain('Vanhentunut')
    expect(html).not.toContain('toimii heti')
  })
})

const page = async (path: string, by = issuer) => {
  const answer = await by.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('undo', () => {
  inFreshWorlds()

  test('of a card that an import has put on a later day is refused, and nothing is emptied', async () => {
    const { id } = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-05' })
    expect((await undo(id)).status).toBe(422)
    expect(await rowOf(id)).toMatchObject({
      state: 'registered',
      registered_on: '2026-05-05',
      birth_year: 1980,
    })
  })

  const registered = async () => {
    const made = await inStock()
    await register(made.code, { gender: 'man' })
    return made
  }

  test.each([0, 15])(
    'within 15 minutes puts the card back in stock and empties all that was said (%i min)',
    async (minutes) => {
      const { id, code } = await registered()
      expect(await registeredThisYear()).toBe(1)
      world.later(minutes)
      const answer = await undo(id, { revision: '1' })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fi/anna-kortti?undone=${id}`])
      expect(await rowOf(id)).toMatchObject({
        state: 'stock',
        registered_on: null,
        registered_at: null,
        valid_until: null,
        birth_year: null,
        postal_code: null,
        children: 0,
        life_situation: null,
        gender: null,
        revision: 2,
      })
      expect(await eventsOf(id)).toEqual(['registered', 'registration-undone'])
      expect(await consentsOf(id)).toEqual([])
      expect(await registeredThisYear()).toBe(0)
      expect(await page(`/fi/anna-kortti?undone=${id}`)).toContain('Rekisteröinti on kumottu')
      expect(await page(`/fi/anna-kortti/${id}`)).toContain('Korttia ei ole rekisteröity')
      expect((await register(code)).status).toBe(303)
      expect(await page(`/fi/anna-kortti?undone=${id}`)).not.toContain('Rekisteröinti on kumottu')
      expect(await consentsOf(id)).toMatchObject([{ withdrawn_at: null }])
      expect(await registeredThisYear()).toBe(1)
    },
  )

  test('after 15 minutes is refused in kind words, and nothing changes', async () => {
    const { id } = await registered()
    const before = await rowOf(id)
    world.later(15.1)
    const answer = await undo(id, { revision: '1' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Kumoamisaika on päättynyt. Pyydä apua vastuuhenkilöltä.')
    expect(html).toContain(`/fi/anna-kortti/${id}`)
    const swedish = await issuer.post(`/sv/kort/${id}/angra`, {})
    expect(await swedish.text()).toContain('Tiden för att ångra har gått ut. Be den ansvariga om hjälp.')
    expect(await rowOf(id)).toEqual(before)
    expect(await registeredThisYear()).toBe(1)
  })

  test('after a use is refused, and possible again when the use is undone', async () => {
    const card = await registered()
    const site = await makeSite(world.db)
    const use = await makeUse(world.db, { card, site, usedAt: world.now() })
    expect(await page(`/fi/anna-kortti/${card.id}`)).not.toContain('Kumoa rekisteröinti')
    const refused = await undo(card.id)
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Korttia on jo käytetty.'),
    ])
    expect((await rowOf(card.id)).state).toBe('registered')
    await world.db
      .insertInto('use_cancellation')
      .values({ use_id: use.id, used_on: '2026-05-04', cancelled_at: world.now(), cancelled_by: 'test' })
      .execute()
    expect((await undo(card.id)).status).toBe(303)
  })

  test('twice, or twice at once, is harmless', async () => {
    const { id } = await registered()
    const answers = [...(await Promise.all([undo(id), undo(id)])), await undo(id, { revision: '1' })]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await eventsOf(id)).toEqual(['registered', 'registration-undone'])
    expect(await registeredThisYear()).toBe(0)
  })

  test('from an old page does not undo a later registration of the same card', async () => {
    const { id, code } = await registered()
    await undo(id, { revision: '1' })
    await register(code)
    const old = await undo(id, { revision: '1' })
    expect([old.status, await old.text()]).toEqual([422, expect.stringContaining('tiedot ovat muuttuneet')])
    expect((await undo(id, { revision: 'x' })).status).toBe(422)
    expect((await rowOf(id)).state).toBe('registered')
    expect((await undo(id, { revision: '3' })).status).toBe(303)
  })

  test('belongs to the unit: a colleague may, another unit finds no such card', async () => {
    const { id } = await registered()
    const stranger = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
    expect((await undo(id, {}, stranger)).status).toBe(404)
    expect((await undo(id, { revision: 'x' }, stranger)).status).toBe(404)
    expect((await rowOf(id)).state).toBe('registered')
    expect((await undo(id, {}, await world.as({ role: 'issuer', unit }))).status).toBe(303)
  })

  test('of an imported card, whose hour nobody knows, and of a closed one is refused', async () => {
    const imported = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
    await world.db.updateTable('card').set({ registered_at: null }).where('id', '=', imported.id).execute()
    expect((await undo(imported.id)).status).toBe(422)
    const closed = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04', state: 'lost' })
    expect(await (await undo(closed.id)).text()).toContain('Kortti on poistettu käytöstä.')
  })
})

describe('the unit’s own cards', () => {
  inOneWorld()

  const linesOf = (html: string) =>
    [...html.matchAll(/<tr role="row"><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => row)

  test('newest first, with state, days and children; codes by their end only', async () => {
    const codes = await Promise.all([
      makeCard(world.db, world.keys, { unit, registeredOn: '2025-04-01' }), // expired
      makeCard(world.db, world.keys, { unit, registeredOn: '2025-05-20' }), // expires on 19.5.
      makeCard(world.db, world.keys, { unit, registeredOn: '2026-01-07', children: 3 }),
      makeCard(world.db, world.keys, { unit, registeredOn: '2026-02-01', state: 'withdrawn' }),
      makeCard(world.db, world.keys, {}), // another unit’s
      inStock(),
    ])
    const html = await page('/fi/kortit')
    const lines = linesOf(html)
    expect(lines.map((line) => /tag \w+">([^<]+)</.exec(line)![1])).toEqual([
      'Poistettu käytöstä',
      'Voimassa',
      'Vanhenee pian',
      'Vanhentunut',
    ])
    expect(lines[1]).toMatch(/7\.1\.2026[\s\S]*6\.1\.2027[\s\S]*>3</)
    expect(lines[1]).toContain(`•••${codes[2].code.slice(-4)}`)
    for (const { code } of codes) expect(html).not.toContain(code)
    expect(html).not.toContain(`•••${codes[4].code.slice(-4)}`)
    const figures = [...html.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(([, label, n]) => [label, n])
    expect(figures).toEqual([
      ['Varastossa', '1'],
      ['Voimassa', '2'],
      ['Vanhenee 30 päivän sisällä', '1'],
    ])
    expect(html).toContain(`Aikuissosiaalityö, ${unit.municipality.name}`)
  })

  test.each([
    ['2026-05-03', 'Vanhentunut'],
    ['2026-05-04', 'Vanhenee pian'],
    ['2026-06-03', 'Vanhenee pian'],
    ['2026-06-04', 'Voimassa'],
  ])('a card whose last day is %s is told as “%s” on 4.5.2026', async (validUntil, words) => {
    await makeCard(world.db, world.keys, { unit, registeredOn: '2025-06-01', validUntil })
    expect(linesOf(await page('/fi/kortit'))[0]).toContain(`>${words}<`)
  })

  test('narrowed to a state', async () => {
    await makeCard(world.db, world.keys, { unit, registeredOn: '2026-04-01' })
    await makeCard(world.db, world.keys, { unit, registeredOn: '2026-04-02', state: 'lost' })
    await makeCard(world.db, world.keys, { unit, registeredOn: '2026-04-03', state: 'replaced' })
    const counted = async (state: string) => linesOf(await page(`/fi/kortit?state=${state}`)).length
    expect(await counted('issued')).toBe(3)
    expect(await counted('valid')).toBe(1)
    expect(await counted('closed')).toBe(2)
    expect(await counted('expired')).toBe(0)
    expect(await page('/fi/kortit?state=expired')).toContain('Tässä tilassa ei ole kortteja.')
    expect(await counted('toString')).toBe(3)
    expect(await counted('%00')).toBe(3)
  })

  test('50 a page, each card on one page', async () => {
    for (let count = 0; count < 53; count += 1)
      await makeCard(world.db, world.keys, { unit, registeredOn: '2026-04-01' })
    const [first, second] = [await page('/fi/kortit'), await page('/fi/kortit?page=2')]
    expect([linesOf(first).length, linesOf(second).length]).toEqual([50, 3])
    const links = [...(first + second).matchAll(/href="\/fi\/kortti\/(\d+)"/g)].map(([, id]) => id)
    expect(new Set(links).size).toBe(53)
    for (const odd of ['0', '99', '-1', 'x', '1e9'])
      expect(linesOf(await page(`/fi/kortit?page=${odd}`)).length).toBeGreaterThan(0)
  })

  test('a fresh registration can be undone from the list', async () => {
    const { id, code } = await inStock()
    await makeCard(world.db, world.keys, { unit, registeredOn: '2026-04-01' })
    await register(code)
    const lines = linesOf(await page('/fi/kortit'))
    expect(lines.map((line) => line.includes('Kumoa rekisteröinti'))).toEqual([true, false])
    expect(lines[0]).toContain(`action="/fi/kortit/${id}/kumoa"`)
    expect(lines[0]).toContain('name="revision" value="1"')
  })

  test('says what to do when there are none yet, in each language', async () => {
    for (const [path, words] of [
      ['/fi/kortit', 'Yksikkö ei ole vielä antanut kortteja'],
      ['/sv/kort', 'Enheten har inte delat ut kort ännu'],
      ['/en/cards', 'Your unit has not issued cards yet'],
    ] as const)
      expect(await page(path)).toContain(words)
  })
})

describe('who may', () => {
  inOneWorld()

  test('only issuers: others are told so, and nobody known signs in first', async () => {
    const { id, code } = await inStock()
    const venue = await world.as({ role: 'venue', site: await makeSite(world.db) })
    const centre = await world.as({ role: 'centre' })
    for (const path of ['/fi/anna-kortti', `/fi/anna-kortti/${id}`, '/fi/kortit']) {
      expect((await venue.get(path)).status).toBe(403)
      expect((await centre.get(path)).status).toBe(403)
      expect((await world.anyone.get(path)).status).toBe(303)
    }
    for (const path of ['/fi/anna-kortti', `/fi/kortit/${id}/kumoa`]) {
      expect((await venue.post(path, answers(code))).status).toBe(403)
      expect((await world.anyone.post(path, answers(code))).headers.get('location')).toContain('/fi/kirjaudu')
    }
    expect((await rowOf(id)).state).toBe('stock')
  })
})
