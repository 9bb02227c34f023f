import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { makeSite, makeUse } from '../../test/makers.ts'
import { createSiteKey } from '../accounts/key-queries.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

const send = async (rows: string[], token = desk.venue.token) => {
  const data = new FormData()
  data.append('site', String(desk.site.id))
  data.append('file', new File([rows.join('\n')], 'kassa.csv'))
  const answer = await desk.world.app.request('/fi/tasmaytys', {
    method: 'POST',
    body: data,
    headers: { 'sec-fetch-site': 'same-origin', cookie: `kaiku=${token}` },
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}

const header = 'Päivä;Klo;Tapahtuma;Kpl;Hinta;Lipputyyppi;Kuitti;Kortin tunnus'
const columns = {
  day: '0',
  time: '1',
  event: '2',
  quantity: '3',
  price: '4',
  type: '5',
  note: '',
  receipt: '6',
  code: '7',
  rule: 'word',
  words: 'kaikukortti',
}
const standing = async () =>
  (
    await sql<{
      adults: number
      children: number
      card_id: number | null
      source: string
      event: string | null
    }>`
      select adults, children, card_id, source, event from use u
      where not exists (select from use_cancellation x where x.use_id = u.id) order by used_at, id`.execute(
      desk.world.db,
    )
  ).rows
/** Rows of the statistics of the month, and what a count of the uses themselves says. */
const counted = async () =>
  (
    await sql<{ kept: number; real: number; usage: number; carded: number }>`select
      (select coalesce(sum(uses * 1000 + adults * 10 + children), 0) from statistics_use_month)::int as kept,
      (select coalesce(sum(1000 + adults * 10 + children), 0) from use u
        where not exists (select from use_cancellation x where x.use_id = u.id))::int as real,
      (select coalesce(sum(uses), 0) from card_usage)::int as usage,
      (select count(*) from use u where card_id is not null
        and not exists (select from use_cancellation x where x.use_id = u.id))::int as carded`.execute(
      desk.world.db,
    )
  ).rows[0]!

test('a month’s export: what is missing is added once, with its card or with none, and can be undone', async () => {
  const [one, two, three, four] = [
    await desk.card(),
    await desk.card({ children: 2 }),
    await desk.card(),
    await desk.card(),
  ]
  const { world, site } = desk
  const at = (time: string) => new Date(`2026-05-02T${time}:00+03:00`)
  await makeUse(world.db, { card: one, site, usedAt: at('18:31'), event: 'Lumikuningatar' })
  await makeUse(world.db, { card: two, site, usedAt: at('18:40'), children: 2, event: 'Lumikuningatar' })
  await makeUse(world.db, { card: three, site, usedAt: at('10:00'), event: 'Satutunti' })
  const rows = [
    header,
    '2.5.2026;18.33;Lumik.;1;0,00;Kaikukortti;101;',
    '2.5.2026;18.33;Lumik.;2;24,00;Normaali;102;',
    '2.5.2026;18.35;Lumik.;1;0,00;Kaikukortti;103;',
    '2.5.2026;18.35;Lumik.;2;0,00;Kaikukortti lapsi;103;',
    // Of nobody that the till could name, and of a card that it could.
    '2.5.2026;18.50;Lumik.;2;0,00;Kaikukortti;104;',
    `2.5.2026;18.52;Lumik.;1;0,00;Kaikukortti;105;${three.code}`,
    `2.5.2026;18.55;Lumik.;3;0,00;Kaikukortti lapsi;106;${four.code}`,
    '2.5.2026;18.50;Lumik.;2;0,00;Kaikukortti;104;',
  ]
  const sent = await send(rows)
  expect(sent.status).toBe(303)
  const asked = await desk.get(sent.to)
  expect(asked.text).toContain('Mitä sarakkeissa on?')
  expect(asked.html).not.toContain(three.code)
  const confirmed = await desk.post(`${sent.to}/sarakkeet`, columns)
  expect(confirmed).toMatchObject({ status: 303, to: sent.to })

  const result = await desk.get(sent.to)
  expect(result.text).toContain(
    'Kaikukortti-myyntiä 5 Täsmää 2 Puuttuu rekisteristä 3 Tarkistettavaa 0 Ei ole kassassa 1',
  )
  expect(result.text).toContain('1 rivi on tiedostossa kahdesti')
  expect(result.html).not.toContain(three.code)
  const done = await desk.post(`${sent.to}/lisaa`, { which: 'all' })
  expect(done.status).toBe(303)
  const after = await desk.get(done.to)
  expect(after.text).toContain('2 käyttöä lisättiin')
  // More children than the register has: the rules of the card hold here too.
  expect(after.text).toContain('Lapsia on enemmän kuin kortin tiedoissa.')
  expect((await standing()).filter(({ source }) => source === 'reconciled')).toEqual([
    { adults: 2, children: 0, card_id: null, source: 'reconciled', event: 'Lumik.' },
    { adults: 1, children: 0, card_id: three.id, source: 'reconciled', event: 'Lumik.' },
  ])
  const sums = await counted()
  expect(sums.kept).toBe(sums.real)
  expect(sums.usage).toBe(sums.carded)

  // The same export once more, and its columns are known by now.
  const again = await send(rows)
  const known = await desk.get(again.to)
  expect(known.text).toContain('Täsmää 4 Puuttuu rekisteristä 1')
  await desk.post(`${again.to}/lisaa`, { which: 'all' })
  expect(await standing()).toHaveLength(5)

  const made = /\/fi\/tasmaytykset\/[0-9a-f-]+/.exec(after.html)![0]
  expect((await desk.post(`${made}/kumoa`)).to).toBe(made)
  expect((await desk.get(made)).text).toContain('Lisäykset on kumottu.')
  expect(await standing()).toHaveLength(3)
  const undone = await counted()
  expect(undone.kept).toBe(undone.real)
  expect(undone.usage).toBe(undone.carded)
  // And what was undone can be added anew.
  expect((await desk.get(again.to)).text).toContain('Täsmää 2 Puuttuu rekisteristä 3')
  await desk.post(`${again.to}/lisaa`, { which: 'all' })
  expect(await standing()).toHaveLength(5)
  expect(world.logged).toEqual([])
})

test('a program sends its sales, once under each key, and each sale counts once', async () => {
  const { world, site } = desk
  const [one, two] = [await desk.card(), await desk.card()]
  await makeUse(world.db, { card: one, site, usedAt: new Date('2026-05-04T08:00:00Z') })
  const key = await createSiteKey(
    world.db,
    {
      siteId: site.id,
      name: 'kassa',
      scopes: ['uses.reconcile'],
      expiresAt: new Date('2027-05-04T09:00:00Z'),
    },
    world.now(),
  )
  const lines = [
    { reference: 'a1', soldAt: '2026-05-04T11:05:00+03:00', code: one.code },
    { reference: 'a2', soldAt: '2026-05-04T11:20:00+03:00', code: two.code, event: 'Satutunti' },
    { reference: 'a3', soldAt: '2026-05-04T11:40:00+03:00', adults: 1, children: 2 },
  ]
  const send = (body: unknown, name: string) =>
    world.call('POST', '/api/v1/reconciliations', key, body, { 'idempotency-key': name })
  const asked = await send({ siteId: site.id, lines }, 'first')
  expect(asked.status).toBe(201)
  const told = await asked.json()
  expect(told).toMatchObject({
    lines: 3,
    matched: 1,
    missing: 2,
    recorded: 0,
    missingReferences: ['a2', 'a3'],
  })
  expect(await standing()).toHaveLength(1)
  for (let time = 0; time < 2; time++)
    expect(await (await send({ siteId: site.id, lines, record: true }, 'second')).json()).toMatchObject({
      recorded: 2,
    })
  expect(await (await send({ siteId: site.id, lines, record: true }, 'third')).json()).toMatchObject({
    ...{ matched: 3, missing: 0, recorded: 0 },
  })
  expect(await standing()).toHaveLength(3)
  const sums = await counted()
  expect(sums.kept).toBe(sums.real)
  const again = await world.call('GET', `/api/v1/reconciliations/${told.id}`, key)
  expect(await again.json()).toMatchObject({ id: told.id, lines: 3, recorded: 0 })
  const late = [{ reference: 'b', soldAt: '2025-01-01T11:05:00+02:00' }]
  expect((await send({ siteId: site.id, lines: late }, 'fourth')).status).toBe(422)
  expect((await send({ siteId: site.id + 1, lines }, 'fifth')).status).toBe(404)
})

test('another person, another site and a file that is none', async () => {
  const sent = await send([header, '2.5.2026;18.33;Lumik.;1;0,00;Kaikukortti;101;'])
  await desk.post(`${sent.to}/sarakkeet`, columns)
  const colleague = await desk.world.as({ role: 'venue', site: desk.site })
  const stranger = await desk.world.as({ role: 'venue', site: await makeSite(desk.world.db) })
  for (const who of [colleague, stranger]) {
    expect((await desk.get(sent.to, who)).status).toBe(404)
    expect((await desk.post(`${sent.to}/lisaa`, { which: 'all' }, who)).status).toBe(404)
  }
  expect((await send(['%PDF-1.7'])).html).toContain('Tiedosto ei ole taulukko.')
  expect((await desk.post('/fi/tasmaytys', { site: String(desk.site.id) })).text).toContain(
    'Valitse tiedosto.',
  )
  expect((await send(['x'], stranger.token)).status).toBe(422)
  const kept = await desk.world.db.selectFrom('upload').selectAll().execute()
  expect(
    Buffer.concat(kept.map(({ sealed_body }) => Buffer.from(sealed_body))).toString('latin1'),
  ).not.toContain('Lumik')
})
