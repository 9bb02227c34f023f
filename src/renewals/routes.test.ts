import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import {
  type MadeCard,
  type MadeUnit,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { newCode } from '../codes/rules.ts'

let world: World
let unit: MadeUnit
let issuer: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z') // noon on Monday in Finland
})
afterAll(() => world.end())
beforeEach(async () => {
  unit = await makeUnit(world.db, { municipality: await makeMunicipality(world.db) })
  issuer = await world.as({ role: 'issuer', unit })
})

const card = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { unit, ...given })
const oldCard = () => card({ registeredOn: '2025-06-01', children: 1, birthYear: 1987 })
const rowOf = (id: number) =>
  world.db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const linkOf = async (old: MadeCard) =>
  (
    await world.db
      .selectFrom('card_renewal')
      .select('new_card_id')
      .where('old_card_id', '=', old.id)
      .executeTakeFirst()
  )?.new_card_id
const eventsOf = async ({ id }: MadeCard) =>
  (
    await world.db
      .selectFrom('card_event')
      .select(['event', 'reason'])
      .where('card_id', '=', id)
      .orderBy('id')
      .execute()
  ).map(({ event, reason }) => (reason ? `${event} (${reason})` : event))

/** Events of two cards that share an instant and a person: what would tie a new card to an old one. */
const sharedInstants = async (...cards: MadeCard[]) => {
  const { rows } = await sql<{ happened_at: Date }>`
    select happened_at from card_event where card_id = any(${cards.map(({ id }) => id)}::bigint[])
    group by happened_at, actor having count(distinct card_id) > 1`.execute(world.db)
  return rows
}

const read = (code: string, by = issuer) => by.post('/fi/uusi-kortti', { code })
/** Reads the old card. @returns the address at which it is in hand */
const inHand = async (old: MadeCard, by = issuer) => {
  const answer = await read(old.code, by)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const confirmed = (code: string, more: Record<string, string> = {}) => ({
  code,
  consent: 'yes',
  children: '1',
  childrenWas: '1',
  postalCode: '87100',
  lifeSituation: '',
  gender: '',
  ...more,
})
const textOf = async (path: string, by = issuer) => (await by.get(path)).text()

describe('a renewal', () => {
  test('reads the old card, registers the new one and closes the old, in one step', async () => {
    const [old, fresh] = [await oldCard(), await card({ stock: true })]
    const hand = await inHand(old)
    const html = await textOf(hand)
    expect(html).toContain('Uusi kortti samoilla tiedoilla')
    expect(html).toContain('1987')
    expect(html).not.toContain(old.code)
    const done = await issuer.post(hand, confirmed(fresh.code, { children: '3', postalCode: 'FI-88900' }))
    expect([done.status, done.headers.get('location')]).toEqual([303, hand])

    expect(await rowOf(old.id)).toMatchObject({ state: 'replaced', closed_on: '2026-05-04', children: 1 })
    expect(await rowOf(fresh.id)).toMatchObject({
      ...{
        state: 'registered',
        registered_on: '2026-05-04',
        valid_until: '2027-05-03',
        own_until: '2027-05-03',
      },
      ...{ birth_year: 1987, children: 3, postal_code: '88900', unit_id: unit.id },
    })
    expect(await linkOf(old)).toBe(fresh.id)
    expect(await eventsOf(old)).toEqual(['replaced (registered)'])
    expect(await eventsOf(fresh)).toEqual(['registered'])
    expect(await sharedInstants(old, fresh)).toEqual([])
    const history = await textOf(`/fi/kortti/${old.id}`)
    expect(history).toMatch(/<td[^>]*>4\.5\.2026<\/td>|4\.5\.2026<\/th>/)
    expect(
      await world.db.selectFrom('consent').select('kind').where('card_id', '=', fresh.id).execute(),
    ).toEqual([{ kind: 'register' }])

    const after = await textOf(hand)
    expect(after).toContain('Uusi kortti on rekisteröity')
    expect(after).toContain('3.5.2027 asti')
    expect(after).toContain('Kumoa uusiminen')
    expect(await htmlProblems(after)).toEqual([])
  })

  test('of an expired card works too, and its day of closing is the day of renewal', async () => {
    const [old, fresh] = [await card({ registeredOn: '2024-12-01' }), await card({ stock: true })]
    const answer = await issuer.post(await inHand(old), confirmed(fresh.code, { childrenWas: '0' }))
    expect(answer.status).toBe(303)
    expect(await rowOf(old.id)).toMatchObject({ state: 'replaced', closed_on: '2026-05-04' })
  })

  test('of a lost card keeps the day on which it was lost', async () => {
    const [old, fresh] = [await card({ state: 'lost', closedOn: '2026-04-01' }), await card({ stock: true })]
    await issuer.post(await inHand(old), confirmed(fresh.code, { childrenWas: '0' }))
    expect(await rowOf(old.id)).toMatchObject({ state: 'replaced', closed_on: '2026-04-01' })
    expect(await linkOf(old)).toBe(fresh.id)
  })

  test('ends with the pilot of the day', async () => {
    const town = await makeMunicipality(world.db, { phase: 'pilot', from: '2025-01-01', until: '2026-12-31' })
    unit = await makeUnit(world.db, { municipality: town })
    issuer = await world.as({ role: 'issuer', unit })
    const [old, fresh] = [await oldCard(), await card({ stock: true })]
    await issuer.post(await inHand(old), confirmed(fresh.code))
    expect(await rowOf(fresh.id)).toMatchObject({ valid_until: '2026-12-31', own_until: '2027-05-03' })
  })

  test('begins from the card’s own page with one tap', async () => {
    const old = await oldCard()
    expect(await textOf(`/fi/kortti/${old.id}`)).toContain('action="/fi/uusi-kortti"')
    const answer = await issuer.post('/fi/uusi-kortti', { card: String(old.id) })
    expect(await textOf(answer.headers.get('location')!)).toContain('Uusi kortti samoilla tiedoilla')
    const strange = await makeCard(world.db, world.keys)
    expect((await issuer.post('/fi/uusi-kortti', { card: String(strange.id) })).status).toBe(404)
  })

  test('asks the consent again, and for the year of birth where the register lacks it', async () => {
    const [old, fresh] = [await oldCard(), await card({ stock: true })]
    await sql`update card set birth_year = null where id = ${old.id}`.execute(world.db)
    const hand = await inHand(old)
    const refused = await issuer.post(hand, confirmed(fresh.code, { consent: '' }))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Kortin voi rekisteröidä vain asiakkaan suostumuksella.')
    const without = await (await issuer.post(hand, confirmed(fresh.code))).text()
    expect(without).toContain('Kirjoita syntymävuosi neljällä numerolla')
    expect(without).toContain(`value="${fresh.code}"`)
    expect((await issuer.post(hand, confirmed(fresh.code, { birthYear: '1979' }))).status).toBe(303)
    expect(await rowOf(fresh.id)).toMatchObject({ birth_year: 1979 })
  })
})

describe('what is refused, in kind words', () => {
  test.each([
    ['a code that no card has', () => newCode(), 'Tunnusta ei löydy.'],
    ['nothing', () => '', 'Kirjoita kortin tunnus.'],
    ['a personal identity code', () => '131052-308T', 'Älä kirjoita henkilötunnusta.'],
  ])('%s', async (_, code, expected) => {
    const answer = await read(code())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(expected)
  })

  test('another unit’s card is renewed where it was issued', async () => {
    const strange = await makeCard(world.db, world.keys)
    const answer = await read(strange.code)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Sen voi uusia siellä, mistä asiakas sen sai.')
  })

  test('a card in stock is not an old card', async () => {
    expect(await (await read((await card({ stock: true })).code)).text()).toContain(
      'Korttia ei ole vielä annettu.',
    )
  })

  test('a withdrawn card', async () => {
    const html = await textOf(await inHand(await card({ state: 'withdrawn' })))
    expect(html).toContain('Kortti on poistettu käytöstä')
    expect(html).not.toContain('name="consent"')
  })

  test('a community card leads to its own page', async () => {
    const community = await card({ type: 'community' })
    expect((await read(community.code)).headers.get('location')).toBe(
      `/fi/yhteison-kortit/${community.id}/uusi`,
    )
  })

  test.each([
    ['the old card itself', async (old: MadeCard) => old.code, 'Tämä on vanha kortti. Lue uusi kortti.'],
    [
      'a card that somebody has',
      async () => (await oldCard()).code,
      'Kortti on jo annettu. Ota toinen kortti.',
    ],
    [
      'another unit’s',
      async () => (await makeCard(world.db, world.keys, { stock: true })).code,
      'Käytä oman toimipisteesi kortteja.',
    ],
    [
      'a community card',
      async () => (await card({ stock: true, type: 'community' })).code,
      'Tämä on yhteisön kortti.',
    ],
  ])('as the new card: %s', async (_, codeFor, expected) => {
    const old = await oldCard()
    const answer = await issuer.post(await inHand(old), confirmed(await codeFor(old)))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(expected)
    expect((await rowOf(old.id)).state).toBe('registered')
  })

  test('a card read an hour ago is read again', async () => {
    const [old, fresh] = [await oldCard(), await card({ stock: true })]
    const hand = await inHand(old)
    await sql`update renewal_check set checked_at = checked_at - interval '61 minutes'`.execute(world.db)
    const answer = await issuer.post(hand, confirmed(fresh.code))
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Vanha kortti luettiin yli tunti sitten'),
    ])
    expect((await rowOf(fresh.id)).state).toBe('stock')
  })

  test('a card in a colleague’s hand is not in one’s own', async () => {
    const hand = await inHand(await oldCard())
    const colleague = await world.as({ role: 'issuer', unit })
    expect((await colleague.get(hand)).status).toBe(404)
  })
})

describe('a unit that closed', () => {
  const elsewhere = async (change: string, municipality = unit.municipality) => {
    const closed = await makeUnit(world.db, {
      municipality,
      name: `Entinen palvelu ${municipality.id} ${change}`,
    })
    await sql`update issuing_unit set closed_on = '2026-05-04' where id = ${closed.id}`.execute(world.db)
    return { closed, old: await makeCard(world.db, world.keys, { unit: closed, birthYear: 1966 }) }
  }

  test('without a successor: any unit of its area renews its cards', async () => {
    const { closed, old } = await elsewhere('a')
    const fresh = await card({ stock: true })
    const hand = await inHand(old)
    expect(await textOf(hand)).toContain(`Kortin antoi ${closed.name}.`)
    expect((await issuer.post(hand, confirmed(fresh.code, { childrenWas: '0' }))).status).toBe(303)
    expect((await rowOf(old.id)).state).toBe('replaced')
    expect(await rowOf(fresh.id)).toMatchObject({ unit_id: unit.id, birth_year: 1966 })
    // The card itself stays out of sight, and so does where it led.
    expect((await issuer.get(`/fi/kortti/${old.id}`)).status).toBe(404)
    expect((await issuer.get(`/fi/kortti/${old.id}/uusi`)).status).toBe(404)
    expect(await textOf(hand)).toContain('Uusi kortti on rekisteröity')
  })

  test('with a successor, or in another area: not here', async () => {
    const merged = await elsewhere('b')
    await sql`update issuing_unit set merged_into_id = ${(await makeUnit(world.db)).id} where id = ${merged.closed.id}`.execute(
      world.db,
    )
    expect((await read(merged.old.code)).status).toBe(422)
    const far = await elsewhere('c', await makeMunicipality(world.db, { area: 'Lappi' }))
    expect((await read(far.old.code)).status).toBe(422)
  })

  test('from the day on which it closes', async () => {
    const { closed, old } = await elsewhere('d')
    await sql`update issuing_unit set closed_on = '2026-05-05' where id = ${closed.id}`.execute(world.db)
    expect((await read(old.code)).status).toBe(422)
  })
})

describe('sent twice', () => {
  test('the same form finds the renewal done', async () => {
    const [old, fresh] = [await oldCard(), await card({ stock: true })]
    const hand = await inHand(old)
    for (const _ of [1, 2]) {
      const answer = await issuer.post(hand, confirmed(fresh.code))
      expect([answer.status, answer.headers.get('location')]).toEqual([303, hand])
    }
    expect(await eventsOf(old)).toEqual(['replaced (registered)'])
  })

  test('two workers with the old card in hand: the second is led to what was done', async () => {
    const [old, one, two] = [await oldCard(), await card({ stock: true }), await card({ stock: true })]
    const colleague = await world.as({ role: 'issuer', unit })
    const [first, second] = [await inHand(old), await inHand(old, colleague)]
    await issuer.post(first, confirmed(one.code))
    const late = await colleague.post(second, confirmed(two.code))
    expect([late.status, await late.text()]).toEqual([
      422,
      expect.stringContaining('Kortin tilalle on jo annettu uusi kortti'),
    ])
    expect((await rowOf(two.id)).state).toBe('stock')
    expect(await linkOf(old)).toBe(one.id)
  })
})

describe('from old to new, one way', () => {
  test('the unit of both sees the end of the new one, and the log keeps that it did', async () => {
    const [old, fresh] = [await oldCard(), await card({ stock: true })]
    await issuer.post(await inHand(old), confirmed(fresh.code))
    expect((await read(old.code)).headers.get('location')).toBe(`/fi/kortti/${old.id}/uusi`)
    expect(await textOf(`/fi/kortti/${old.id}/uusi`)).toContain(`•••${fresh.code.slice(-4)}`)
    const { rows } = await sql<{
      subject: object
    }>`select subject from audit where permission = 'renewals.follow'
      order by id desc limit 1`.execute(world.db)
    expect(rows[0]!.subject).toMatchObject({ card: old.id, read: true })
    expect(await textOf(`/fi/kortti/${old.id}`)).toContain(`/fi/kortti/${old.id}/uusi`)
    // The other way there is nothing: neither on the new card nor at the address.
    expect(await textOf(`/fi/kortti/${fresh.id}`)).not.toContain(old.code.slice(-4))
    expect((await issuer.get(`/fi/kortti/${fresh.id}/uusi`)).status).toBe(404)
  })
})

describe('undo', () => {
  const renewed = async (old: MadeCard) => {
    const fresh = await card({ stock: true })
    const hand = await inHand(old)
    await issuer.post(hand, confirmed(fresh.code, { childrenWas: '0' }))
    return { old, fresh, hand, revision: String((await rowOf(fresh.id)).revision) }
  }

  test('puts the new card back in stock and opens the old one, and the old can be renewed anew', async () => {
    const { old, fresh, hand, revision } = await renewed(await oldCard())
    for (const _ of [1, 2])
      expect((await issuer.post(`${hand}/kumoa`, { revision })).headers.get('location')).toBe(
        '/fi/uusi-kortti?undone',
      )
    expect(await rowOf(old.id)).toMatchObject({ state: 'registered', closed_on: null })
    expect(await rowOf(fresh.id)).toMatchObject({ state: 'stock', birth_year: null, postal_code: null })
    expect(await linkOf(old)).toBeUndefined()
    expect(await eventsOf(old)).toEqual(['replaced (registered)', 'reopened (renewal-undone)'])
    expect(await sharedInstants(old, fresh)).toEqual([])
    const again = await card({ stock: true })
    expect((await issuer.post(await inHand(old), confirmed(again.code))).status).toBe(303)
    expect(await linkOf(old)).toBe(again.id)
  })

  test('of a lost card leaves it lost', async () => {
    const { old, hand, revision } = await renewed(await card({ state: 'lost', closedOn: '2026-04-01' }))
    await issuer.post(`${hand}/kumoa`, { revision })
    expect(await rowOf(old.id)).toMatchObject({ state: 'lost', closed_on: '2026-04-01' })
  })

  test('by the undo of the new card’s registration opens the old one too', async () => {
    const { old, fresh, revision } = await renewed(await oldCard())
    expect((await issuer.post(`/fi/kortit/${fresh.id}/kumoa`, { revision })).status).toBe(303)
    expect((await rowOf(old.id)).state).toBe('registered')
    expect(await linkOf(old)).toBeUndefined()
  })

  test('after a use of the new card is refused', async () => {
    const { old, fresh, hand, revision } = await renewed(await oldCard())
    await makeUse(world.db, { card: fresh, site: await makeSite(world.db), usedAt: world.now() })
    const answer = await issuer.post(`${hand}/kumoa`, { revision })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Uutta korttia on jo käytetty.'),
    ])
    expect((await rowOf(old.id)).state).toBe('replaced')
  })

  test('after a quarter of an hour is refused', async () => {
    const { old, hand, revision, fresh } = await renewed(await oldCard())
    await sql`update card set registered_at = registered_at - interval '16 minutes' where id = ${fresh.id}`.execute(
      world.db,
    )
    const answer = await issuer.post(`${hand}/kumoa`, { revision })
    expect(await answer.text()).toContain('Kumoamisaika on päättynyt.')
    expect((await rowOf(old.id)).state).toBe('replaced')
  })
})

test('a lost card without a code: nothing can be looked up, and the page says why', async () => {
  for (const [path, text] of [
    ['/fi/kadonnut-kortti', 'Emme tallenna nimiä'],
    ['/sv/forsvunnet-kort', 'Vi sparar inga namn'],
    ['/en/lost-card', 'We store no names'],
  ] as const) {
    const html = await textOf(path)
    expect(html).toContain(text)
    expect(await htmlProblems(html)).toEqual([])
  }
})

test('what counts as registered counts each new card, and a closed one stays counted', async () => {
  const count = async () =>
    (
      await sql<{
        registered: number
      }>`select coalesce(sum(registered), 0)::int as registered from statistics_card_year
        where municipality_id = ${unit.municipality.id}`.execute(world.db)
    ).rows[0]!.registered
  const [old, fresh] = [await oldCard(), await card({ stock: true })]
  expect(await count()).toBe(1)
  await issuer.post(await inHand(old), confirmed(fresh.code))
  expect(await count()).toBe(2)
})
