import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putBox } from '../../test/boxes.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeUnit, makeAccount, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'

type Someone = Awaited<ReturnType<World['as']>>
let world: World
let unit: MadeUnit
let neighbour: MadeUnit
let issuer: Someone
let coordinator: Someone
let centre: Someone
let areaId: number
beforeEach(async () => {
  world = await newWorld()
  await sql`select setval('card_serial', 1, false)`.execute(world.db)
  const municipality = await makeMunicipality(world.db)
  areaId = municipality.areaId
  unit = await makeUnit(world.db, { municipality, name: 'Tervatupa' })
  neighbour = await makeUnit(world.db, { municipality, name: 'Naapuri' })
  issuer = await world.as({ role: 'issuer', unit })
  coordinator = await world.as({ role: 'coordinator', areaId })
  centre = await world.as({ role: 'centre' })
})
afterEach(() => world.end())

/** A stacked table repeats its roles on purpose. */
const problemsIn = async (html: string) =>
  (await htmlProblems(html)).filter((problem) => !problem.startsWith('no-redundant-role'))
const textOf = async (who: Someone, path: string) => {
  const reply = await who.get(path)
  expect(reply.status, path).toBe(200)
  const html = await reply.text()
  expect(await problemsIn(html)).toEqual([])
  return html
}
const ask = (who: Someone, more: Record<string, string> = {}) =>
  who.post('/fi/tilaukset/uusi', { cardType: 'personal', amount: '50', ...more })
/** The address of a new order. */
const ordered = async (who: Someone, more: Record<string, string> = {}) => {
  const reply = await ask(who, more)
  expect(reply.status).toBe(303)
  return reply.headers.get('location')!.split('?')[0]!
}
const orders = () =>
  world.db.selectFrom('card_order').select(['state', 'wanted', 'unit_id as unit']).orderBy('id').execute()
const states = async () => (await orders()).map(({ state }) => state)
const mails = async () =>
  (await world.db.selectFrom('mail').select('kind').orderBy('kind').execute()).map(({ kind }) => kind)
const lying = async () => {
  const { rows } = await sql<{ at: string }>`
    select concat_ws(' ', place, first_serial || '–' || last_serial, reason) as at from stock_range
    order by first_serial`.execute(world.db)
  return rows.map(({ at }) => at)
}
const expectStep = async (reply: Promise<Response>) => expect((await reply).status).toBe(303)
/** A refused step: the page comes back, with these words. */
const expectRefused = async (reply: Promise<Response>, words: string) => {
  const { status, text } = await reply.then(async (one) => ({ status: one.status, text: await one.text() }))
  expect(status).toBe(422)
  expect(text).toContain(words)
  expect(await problemsIn(text)).toEqual([])
  return text
}
const register = (code: string) =>
  issuer.post('/fi/anna-kortti', {
    ...{ code, consent: 'yes', birthYear: '1950', postalCode: '87100', children: '0' },
  })

describe('from order to card', () => {
  test('a unit asks, the coordinator sends from the area, one tap unlocks the codes', async () => {
    const box = await putBox(world, 60, { place: 'area', areaId })
    const order = await ordered(issuer)
    expect(await textOf(issuer, order)).toContain('Odottaa alueen vastuuhenkilöä')
    expect(await textOf(issuer, '/fi/oma-varasto')).toContain('Tilattu: 50 henkilökohtaista korttia')
    expect(await textOf(coordinator, '/fi/tilaukset')).toContain('Tervatupa')
    const form = await textOf(coordinator, `${order}/laheta`)
    expect(form).toContain(`value="${box.first}"`)
    expect(form).toContain(`value="${box.first + 49}"`)
    await expectStep(
      coordinator.post(`${order}/laheta`, { first: String(box.first), last: String(box.first + 49) }),
    )
    expect(await lying()).toEqual(['way 1–50', 'area 51–60'])
    await expectRefused(register(box.codes[0]!), 'Kortti on vielä matkalla')

    const own = await textOf(issuer, '/fi/oma-varasto')
    expect(own).toContain('Matkalla: 50 henkilökohtaista korttia')
    const received = await issuer.post('/fi/oma-varasto/saapuvat/1', {})
    expect(received.status).toBe(303)
    const done = await textOf(issuer, received.headers.get('location')!)
    expect(done).toContain('50 korttia on nyt käytettävissä')
    expect(done).toContain('Numerot 1–50')
    expect(await states()).toEqual(['received'])
    await expectStep(register(box.codes[0]!))

    const steps = await textOf(coordinator, order)
    expect(steps).toMatch(/Tilattu.*Lähetetty.*Kuitattu saapuneeksi/s)
    expect(steps).toContain('Aino Esimerkki')
  })

  test('the coordinator asks the centre, which sends straight to the unit', async () => {
    await putBox(world, 100)
    const order = await ordered(issuer, { amount: '100' })
    expect(await textOf(coordinator, `${order}/laheta`)).toContain('Varastossasi ei ole tällaisia kortteja')
    await expectStep(coordinator.post(`${order}/keskukselle`, {}))
    expect(await textOf(centre, '/fi/tilaukset')).toContain('Odottaa sinua')
    await expectRefused(issuer.post(`${order}/peru`, {}), 'Joku on jo vastannut tilaukseen')
    await expectStep(centre.post(`${order}/laheta`, { first: '1', last: '100', to: 'unit' }))
    await expectStep(issuer.post('/fi/oma-varasto/saapuvat/7', {}))
    expect(await lying()).toEqual(['unit 1–100'])
    expect(await states()).toEqual(['received'])
  })

  test('the centre sends to the area, whose coordinator receives and sends on', async () => {
    await putBox(world, 100)
    const order = await ordered(issuer)
    await expectStep(coordinator.post(`${order}/keskukselle`, {}))
    await expectStep(centre.post(`${order}/laheta`, { first: '1', last: '100', to: 'area' }))
    expect(await states()).toEqual(['asked'])
    expect(await textOf(coordinator, `${order}/laheta`)).toContain('Kuittaa ne ensin saapuneiksi')
    await expectRefused(
      coordinator.post(`${order}/laheta`, { first: '1', last: '50' }),
      'ei ole enää varastossasi',
    )
    const received = await coordinator.post('/fi/oma-varasto/saapuvat/1', {})
    expect(await textOf(coordinator, received.headers.get('location')!)).toContain('Numerot 1–100 ovat nyt')
    expect(await states()).toEqual(['asked'])
    await expectStep(coordinator.post(`${order}/laheta`, { first: '1', last: '50' }))
    expect(await lying()).toEqual(['way 1–50', 'area 51–100'])
    expect(await textOf(issuer, order)).toContain('Lähetetty alueelle')
  })

  test('an area fills its own stock', async () => {
    await putBox(world, 200)
    const order = await ordered(coordinator, { whom: `area-${areaId}`, amount: 'other', howMany: '1 50' })
    expect(await orders()).toEqual([{ state: 'forwarded', wanted: 150, unit: null }])
    await expectStep(centre.post(`${order}/laheta`, { first: '1', last: '150' }))
    expect(await textOf(coordinator, '/fi/oma-varasto')).toContain('Matkalla: 150')
    await expectStep(coordinator.post('/fi/oma-varasto/saapuvat/1', {}))
    expect(await lying()).toEqual(['area 1–150', 'centre 151–200'])
    expect(await states()).toEqual(['received'])
    expect((await issuer.get(order)).status).toBe(404)
  })

  test('whose turn it is gets a letter, if there is somebody', async () => {
    await world.db.deleteFrom('mail').execute()
    await makeAccount(world.db, world.now(), {
      role: 'coordinator',
      areaId,
      side: 'sote',
      email: 'sote@esimerkki.example',
    })
    await putBox(world, 60, { place: 'area', areaId })
    const order = await ordered(issuer)
    const [asked] = await world.db.selectFrom('mail').selectAll().execute()
    expect(asked).toMatchObject({ kind: 'order-waits', recipient: 'sote@esimerkki.example' })
    expect(asked!.text_body).toContain(`http://localhost:3000${order}`)
    await expectStep(coordinator.post(`${order}/laheta`, { first: '1', last: '10' }))
    await expectStep(issuer.post('/fi/oma-varasto/saapuvat/1/osa', { came: 'some', first: '1', last: '8' }))
    const other = await ordered(issuer)
    await expectStep(coordinator.post(`${other}/hylkaa`, { reason: 'none-left' }))
    const kinds = ['order-declined', 'order-missing', 'order-sent', 'order-waits', 'order-waits']
    expect(await mails()).toEqual(kinds)
    const letters = await world.db.selectFrom('mail').select(['kind', 'text_body as text']).execute()
    const declined = letters.find(({ kind }) => kind === 'order-declined')
    expect(declined!.text).toContain('Kortteja ei ole nyt varastossa')
    await expectStep(ask(await world.as({ role: 'issuer', unit: neighbour })))
  })
})

describe('a delivery', () => {
  const send = async (first: number, last: number) => {
    await putBox(world, 60, { place: 'area', areaId })
    const order = await ordered(issuer)
    await expectStep(coordinator.post(`${order}/laheta`, { first: String(first), last: String(last) }))
    return order
  }
  test('of which a part came: the rest is blocked, and the keepers see it', async () => {
    const order = await send(1, 50)
    await expectRefused(
      issuer.post('/fi/oma-varasto/saapuvat/1/osa', { came: 'some', first: '1', last: '51' }),
      'Nämä numerot eivät kuulu lähetykseen',
    )
    await expectRefused(
      issuer.post('/fi/oma-varasto/saapuvat/1/osa', { came: 'some', first: 'x', last: '' }),
      'Kirjoita viimeinen numero',
    )
    expect(await textOf(issuer, '/fi/oma-varasto/saapuvat/1/osa')).toContain('1–50')
    const reply = await issuer.post('/fi/oma-varasto/saapuvat/1/osa', {
      came: 'some',
      first: '1',
      last: '30',
    })
    const page = await textOf(issuer, reply.headers.get('location')!)
    expect(page).toContain('30 korttia on nyt käytettävissä')
    expect(page).toContain('20 korttia merkittiin puuttuvaksi')
    expect(await lying()).toEqual(['unit 1–30', 'blocked 31–50 missing', 'area 51–60'])
    expect(await textOf(coordinator, '/fi/tilaukset')).toContain('Tervatupa: 31–50')
    expect(await textOf(coordinator, order)).toContain('20 korttia merkittiin puuttuvaksi')
  })

  test('that never came: all of it is blocked, and one can order anew', async () => {
    await send(1, 50)
    await expectStep(issuer.post('/fi/oma-varasto/saapuvat/1/osa', { came: 'none' }))
    expect(await lying()).toEqual(['blocked 1–50 missing', 'area 51–60'])
    await expectStep(ask(issuer))
  })

  test('received twice: the second is told the same, and nothing moves', async () => {
    await send(1, 50)
    const first = await issuer.post('/fi/oma-varasto/saapuvat/1', {})
    const colleague = await world.as({ role: 'issuer', unit })
    const second = await colleague.post('/fi/oma-varasto/saapuvat/1', {})
    expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await textOf(colleague, '/fi/oma-varasto/saapuvat/1/osa')).toContain('50 korttia on nyt')
    await expectStep(colleague.post('/fi/oma-varasto/saapuvat/1/osa', { came: 'none' }))
    expect(await lying()).toEqual(['unit 1–50', 'area 51–60'])
  })

  test('of somebody else does not exist', async () => {
    await send(1, 50)
    const other = await world.as({ role: 'issuer', unit: neighbour })
    for (const who of [other, coordinator, centre])
      expect((await who.post('/fi/oma-varasto/saapuvat/1', {})).status).toBe(404)
    expect((await issuer.post('/fi/oma-varasto/saapuvat/55', {})).status).toBe(404)
    expect(await lying()).toEqual(['way 1–50', 'area 51–60'])
  })

  test('without an order, as a keeper moved it, is received box by box', async () => {
    await putBox(world, 5, { place: 'way', unitId: unit.id, orderId: null })
    await putBox(world, 5, { place: 'way', unitId: unit.id, orderId: null }, 'community')
    await expectStep(issuer.post('/fi/oma-varasto/saapuvat/1', {}))
    expect(await lying()).toEqual(['unit 1–5', 'way 6–10'])
  })
})

describe('wrong turns', () => {
  test('a second order of the same kind leads to the first; another kind is fine', async () => {
    const order = await ordered(issuer)
    const text = await expectRefused(ask(issuer, { amount: '25' }), 'Tällaisia kortteja on jo tilattu')
    expect(text).toContain(`href="${order}"`)
    await expectStep(ask(issuer, { cardType: 'community', amount: 'other', howMany: '2' }))
    await expectStep(issuer.post(`${order}/peru`, {}))
    await expectStep(ask(issuer))
    expect(await states()).toEqual(['cancelled', 'asked', 'asked'])
  })

  test.each([
    [{ amount: '' }, 'Valitse, montako korttia tarvitset'],
    [{ amount: 'other', howMany: 'monta' }, 'Kirjoita määrä numeroina'],
    [{ amount: 'other', howMany: '0' }, 'Kirjoita määrä numeroina'],
    [{ amount: 'other', howMany: '5 001' }, 'enintään 5 000 korttia'],
    [{ cardType: '' }, 'Valitse, minkälaisia kortteja'],
  ])('an order with %o comes back', async (more, words) => {
    await expectRefused(ask(issuer, more), words)
    expect(await orders()).toEqual([])
  })

  test('an order for what one does not keep', async () => {
    const far = await makeUnit(world.db, {
      municipality: await makeMunicipality(world.db, { area: 'Muualla' }),
    })
    for (const whom of ['', 'x', `unit-${far.id}`, `area-${far.municipality.areaId}`])
      await expectRefused(ask(coordinator, { whom }), 'Valitse, kenelle kortit tilataan')
    await expectRefused(ask(issuer, { whom: `unit-${neighbour.id}` }), 'Valitse, kenelle')
    await expectStep(ask(coordinator, { whom: `unit-${unit.id}` }))
    expect(await orders()).toMatchObject([{ state: 'asked', unit: unit.id }])
  })

  test('numbers that cannot be sent are asked again, and what was typed stays', async () => {
    await putBox(world, 10, { place: 'area', areaId })
    await putBox(world, 10, { place: 'area', areaId }, 'community')
    const order = await ordered(issuer)
    const sending = (first: string, last: string) => coordinator.post(`${order}/laheta`, { first, last })
    await expectRefused(sending('', ''), 'Kirjoita ensimmäinen numero')
    await expectRefused(sending('9', '3'), 'pitää olla suurempi')
    await expectRefused(sending('1', '6000'), 'enintään 5 000')
    await expectRefused(sending('8', '12'), 'toisenlaisia kortteja')
    expect(await expectRefused(sending('19', '25'), 'ei ole enää varastossasi')).toContain('value="25"')
    expect(await lying()).toEqual(['area 1–10', 'area 11–20'])
    expect(await states()).toEqual(['asked'])
  })

  test('an order that was answered takes no other answer', async () => {
    await putBox(world, 10, { place: 'area', areaId })
    const order = await ordered(issuer)
    await expectRefused(coordinator.post(`${order}/hylkaa`, {}), 'Valitse syy')
    await expectStep(coordinator.post(`${order}/hylkaa`, { reason: 'enough-left' }))
    const words = 'Joku on jo vastannut tilaukseen'
    await expectRefused(coordinator.post(`${order}/hylkaa`, { reason: 'other' }), words)
    await expectRefused(coordinator.post(`${order}/laheta`, { first: '1', last: '5' }), words)
    await expectRefused(coordinator.post(`${order}/keskukselle`, {}), words)
    await expectRefused(centre.post(`${order}/laheta`, { first: '1', last: '5' }), words)
    await expectRefused(issuer.post(`${order}/peru`, {}), words)
    expect(await textOf(coordinator, `${order}/laheta`)).toContain(words)
    expect(await states()).toEqual(['declined'])
    expect(await textOf(issuer, order)).toContain('Kortteja on vielä riittävästi')
  })

  test('a step taken twice is taken once', async () => {
    const order = await ordered(issuer)
    await expectStep(coordinator.post(`${order}/keskukselle`, {}))
    await expectStep(coordinator.post(`${order}/keskukselle`, {}))
    await expectStep(coordinator.post(`${order}/peru`, {}))
    await expectStep(coordinator.post(`${order}/peru`, {}))
    const { rows } = await sql<{ state: string }>`select state from card_order_step order by id`.execute(
      world.db,
    )
    expect(rows.map(({ state }) => state)).toEqual(['asked', 'forwarded', 'cancelled'])
  })

  test('what was sent in error is taken back by its sender alone, and sent anew', async () => {
    await putBox(world, 60, { place: 'area', areaId })
    const order = await ordered(issuer)
    const sending = (last: string) => coordinator.post(`${order}/laheta`, { first: '1', last })
    await expectRefused(coordinator.post(`${order}/takaisin`, {}), 'Joku on jo vastannut')
    await expectStep(sending('5'))
    await expectRefused(centre.post(`${order}/takaisin`, {}), 'Joku on jo vastannut')
    expect(await textOf(coordinator, order)).toContain('Peru lähetys')
    expect(await textOf(issuer, order)).not.toContain('Peru lähetys')
    await expectStep(coordinator.post(`${order}/takaisin`, {}))
    expect(await lying()).toEqual(['area 1–60'])
    expect(await textOf(issuer, order)).toContain('Lähetys peruttu')
    expect((await issuer.post('/fi/oma-varasto/saapuvat/1', {})).status).toBe(404)
    await expectStep(sending('50'))
    await expectStep(issuer.post('/fi/oma-varasto/saapuvat/1', {}))
    await expectRefused(coordinator.post(`${order}/takaisin`, {}), 'Joku on jo vastannut')
    expect(await lying()).toEqual(['unit 1–50', 'area 51–60'])
  })

  test('units that become one: what was on its way arrives at the new one', async () => {
    await putBox(world, 50, { place: 'area', areaId })
    const order = await ordered(issuer)
    await expectStep(coordinator.post(`${order}/laheta`, { first: '1', last: '50' }))
    await world.requests.transaction().execute(async (db) => {
      await actBy(db, proofOfSession(proofOfToken(coordinator.token)))
      await sql`select unit_take_cards(${unit.id}, ${neighbour.id}, 'test', ${world.now()})`.execute(db)
    })
    expect(await states()).toEqual(['cancelled'])
    const other = await world.as({ role: 'issuer', unit: neighbour })
    await expectStep(other.post('/fi/oma-varasto/saapuvat/1', {}))
    expect(await lying()).toEqual(['unit 1–50'])
  })
})

describe('how long the cards last', () => {
  const giveOut = async (count: number) => {
    for (let index = 0; index < count; index++)
      await makeCard(world.db, world.keys, { unit, registeredOn: `2026-0${1 + (index % 4)}-15` })
  }
  test('the unit is told, and those who keep it; an undone registration does not count', async () => {
    await giveOut(24) // 18 of them in the last 12 weeks: one and a half a week
    const { codes } = await putBox(world, 6, { place: 'unit', unitId: unit.id })
    expect(await textOf(issuer, '/fi/oma-varasto')).toContain('noin 4 viikkoa')
    expect(await textOf(issuer, '/fi/kortit')).not.toContain('Tätä vauhtia')
    expect(await textOf(coordinator, '/fi/tilaukset')).not.toMatch(/Tervatupa/)
    const reply = await register(codes[0]!)
    const id = /(\d+)$/.exec(reply.headers.get('location')!)![1]!
    expect(await textOf(issuer, '/fi/oma-varasto')).toContain('noin 3 viikkoa')
    await expectStep(issuer.post(`/fi/kortit/${id}/kumoa`, { revision: '1' }))
    expect(await textOf(issuer, '/fi/oma-varasto')).toContain('noin 4 viikkoa')
    await sql`select stock_move(5, 6, 'centre', null, null, null, null, 'test', now())`.execute(world.db)
    for (const path of ['/fi/oma-varasto', '/fi/kortit'])
      expect(await textOf(issuer, path)).toContain('noin 2 viikkoa')
    const list = await textOf(coordinator, '/fi/tilaukset')
    expect(list).toContain('Tervatupa')
    expect(list).toContain(`/fi/tilaukset/uusi?whom=unit-${unit.id}`)
    expect(await textOf(issuer, '/fi/tilaukset/uusi')).toContain('Ehdotus on 25 korttia')
  })
})
