import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeUnit, makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
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
const rowOf = (id: number) =>
  world.db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const eventsOf = async (id: number) =>
  (
    await world.db.selectFrom('card_event').select('event').where('card_id', '=', id).orderBy('id').execute()
  ).map(({ event }) => event)
const textOf = async (path: string) => (await issuer.get(path)).text()
const lastSubject = async (permission: string) =>
  (
    await sql<{ subject: Record<string, unknown> }>`select subject from audit where permission = ${permission}
      order by id desc limit 1`.execute(world.db)
  ).rows[0]!.subject
const countRegistered = async () =>
  (
    await sql<{ all: number }>`select coalesce(sum(registered + 1000 * taken_into_use), 0)::int as all
      from statistics_card_year where municipality_id = ${unit.municipality.id}`.execute(world.db)
  ).rows[0]!.all

describe('the page of a card', () => {
  test('says what the unit knows, in three languages, and leaves a row in the log', async () => {
    const { id, code } = await card({ children: 2, birthYear: 1987, registeredOn: '2026-01-02' })
    await makeUse(world.db, { card: { id, code }, site: await makeSite(world.db), usedAt: world.now() })
    const html = await textOf(`/fi/kortti/${id}`)
    for (const text of [
      `•••${code.slice(-4)}`,
      '1987',
      '87100',
      '1.1.2027',
      'Käyttökertoja',
      'Korjaa tietoja',
    ])
      expect(html).toContain(text)
    expect(html).not.toContain(code)
    expect(await lastSubject('cards.read')).toEqual({ card: id, read: true })
    for (const path of [`/fi/kortti/${id}`, `/sv/kort/${id}`, `/en/card/${id}`])
      expect(await htmlProblems(await textOf(path))).toEqual([])
  })

  test('of another unit is not there', async () => {
    const { id } = await makeCard(world.db, world.keys)
    for (const path of ['', '/korjaa', '/sulje', '/avaa', '/uusi'])
      expect((await issuer.get(`/fi/kortti/${id}${path}`)).status).toBe(404)
    for (const path of ['/korjaa', '/sulje', '/avaa'])
      expect(
        (
          await issuer.post(`/fi/kortti/${id}${path}`, {
            ...{ revision: '0', closing: 'lost', birthYear: '1987', postalCode: '87100', children: '1' },
          })
        ).status,
      ).toBe(404)
  })

  test('opens by the code, which stands in no address', async () => {
    const { id, code } = await card()
    const answer = await issuer.post('/fi/kortti', { code })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fi/kortti/${id}`])
  })

  test.each([
    ['unknown', () => Promise.resolve(newCode()), 'Tunnusta ei löydy.'],
    [
      'of another unit',
      async () => (await makeCard(world.db, world.keys)).code,
      'Kortti kuuluu toiselle toimipisteelle.',
    ],
    ['in stock', async () => (await card({ stock: true })).code, 'Korttia ei ole vielä annettu.'],
  ])('by a code that is %s says so', async (_, codeOf, expected) => {
    const answer = await issuer.post('/fi/kortti', { code: await codeOf() })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(expected)])
  })
})

describe('correcting', () => {
  const answers = (revision: number, more: Record<string, string> = {}) => ({
    ...{
      revision: String(revision),
      children: '1',
      childrenWas: '1',
      postalCode: '87100',
      birthYear: '1987',
    },
    ...more,
  })
  const made = () => card({ children: 1, birthYear: 1987, registeredOn: '2025-12-30' })

  test('the number of children: the desk sees the new one, and the old one stands in the log alone', async () => {
    const { id, code } = await made()
    const answer = await issuer.post(`/fi/kortti/${id}/korjaa`, answers(0, { children: '3' }))
    expect(answer.headers.get('location')).toBe(`/fi/kortti/${id}?done=children`)
    expect(await rowOf(id)).toMatchObject({ children: 3, revision: 1, state: 'registered' })
    expect(await eventsOf(id)).toEqual(['corrected'])
    expect(await lastSubject('cards.correct')).toEqual({ card: id, 'children.from': 1, 'children.to': 3 })
    expect(await textOf(`/fi/kortti/${id}?done=children`)).toContain('Kirjoita korttiin lasten määrä: 3.')
    const site = await makeSite(world.db, { municipality: unit.municipality })
    const venue = await world.as({ role: 'venue', site })
    const check = await venue.post('/fi/kassa', { code, site: String(site.id) })
    expect(await (await venue.get(check.headers.get('location')!)).text()).toContain(
      'Kortin tiedoissa on 3 lasta.',
    )
  })

  test('several at once; sent twice, the second changes nothing', async () => {
    const { id } = await made()
    const form = answers(0, { birthYear: '1978', gender: 'man', postalCode: '88900' })
    await issuer.post(`/fi/kortti/${id}/korjaa`, form)
    const second = await issuer.post(`/fi/kortti/${id}/korjaa`, form)
    expect(second.headers.get('location')).toBe(`/fi/kortti/${id}?done=unchanged`)
    expect(await rowOf(id)).toMatchObject({
      birth_year: 1978,
      gender: 'man',
      postal_code: '88900',
      revision: 1,
    })
    expect(await eventsOf(id)).toEqual(['corrected'])
  })

  test.each([
    ['too young in the year of registration', { birthYear: '2010' }, 'jos täyttää 16 vuonna 2025'],
    ['no postal code', { postalCode: '123' }, 'Kirjoita postinumero viidellä numerolla'],
    ['too many children', { children: 'other', childrenOther: '21' }, 'Se voi olla enintään 20.'],
    ['a chip and another number', { childrenOther: '4' }, 'Valinta ja kenttä sanoivat eri luvun.'],
    ['an identity code', { birthYear: '131052-308T' }, 'Älä kirjoita henkilötunnusta.'],
  ])('%s is refused, and nothing changes', async (_, typed, expected) => {
    const { id } = await made()
    const before = await rowOf(id)
    const answer = await issuer.post(`/fi/kortti/${id}/korjaa`, answers(0, typed))
    const html = await answer.text()
    expect([answer.status, html]).toEqual([422, expect.stringContaining(expected)])
    expect(html).not.toContain('131052-308T')
    expect(await rowOf(id)).toEqual(before)
  })

  test('a form from before another change is shown again', async () => {
    const { id } = await made()
    await sql`update card set revision = 5 where id = ${id}`.execute(world.db)
    const answer = await issuer.post(`/fi/kortti/${id}/korjaa`, answers(0, { children: '2' }))
    expect(await answer.text()).toContain('Kortin tiedot ovat muuttuneet.')
  })

  test('a closed card and a community card have nothing to correct', async () => {
    const lost = await card({ state: 'lost', children: 1, birthYear: 1987 })
    const closed = await issuer.post(`/fi/kortti/${lost.id}/korjaa`, answers(0, { children: '2' }))
    expect(await closed.text()).toContain('Suljetun kortin tietoja ei voi korjata.')
    const community = await card({ type: 'community' })
    expect((await issuer.get(`/fi/kortti/${community.id}/korjaa`)).status).toBe(404)
  })
})

describe('closing', () => {
  const close = (id: number, closing: string, revision = 0) =>
    issuer.post(`/fi/kortti/${id}/sulje`, { closing, revision: String(revision) })

  test('a lost card gives no tickets from that moment, and counts stay as they are', async () => {
    const { id, code } = await card()
    const counted = await countRegistered()
    expect((await close(id, 'lost')).headers.get('location')).toBe(`/fi/kortti/${id}?done=closed`)
    expect(await rowOf(id)).toMatchObject({ state: 'lost', closed_on: '2026-05-04', closed_reason: null })
    expect(await eventsOf(id)).toEqual(['lost'])
    expect(await countRegistered()).toBe(counted)
    const site = await makeSite(world.db, { municipality: unit.municipality })
    const venue = await world.as({ role: 'venue', site })
    const check = await venue.post('/fi/kassa', { code, site: String(site.id) })
    expect(await (await venue.get(check.headers.get('location')!)).text()).not.toContain('Kirjaa käyttö')
  })

  test.each(['asked', 'no-longer-client', 'misuse', 'died', 'other'])(
    'a card is withdrawn: %s',
    async (reason) => {
      const { id } = await card()
      for (const _ of [1, 2]) expect((await close(id, reason)).status).toBe(303)
      expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', closed_reason: reason })
      expect(await eventsOf(id)).toEqual(['withdrawn'])
    },
  )

  test.each([
    ['no reason', '', 'Valitse syy.'],
    ['free text', 'Matti soitti', 'Valitse syy.'],
  ])('%s is refused', async (_, closing, expected) => {
    const { id } = await card()
    const answer = await close(id, closing)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(expected)])
    expect((await rowOf(id)).state).toBe('registered')
  })

  test('a reason is never a text: the database holds it', async () => {
    const { id } = await card()
    await expect(
      sql`update card set state = 'lost', closed_on = '2026-05-04', closed_reason = 'Matti soitti' where id = ${id}`.execute(
        world.db,
      ),
    ).rejects.toThrow('card_closed_reason_is_a_name')
  })

  test('nobody dies holding a community card', async () => {
    const { id } = await card({ type: 'community' })
    expect((await close(id, 'died')).status).toBe(422)
    expect((await close(id, 'lost')).status).toBe(303)
  })

  test('found again within a quarter of an hour', async () => {
    const { id } = await card()
    await close(id, 'lost')
    expect(await textOf(`/fi/kortti/${id}`)).toContain('Kortti löytyi')
    for (const _ of [1, 2])
      expect((await issuer.post(`/fi/kortti/${id}/avaa`, { revision: '1' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ state: 'registered', closed_on: null, closed_reason: null })
    expect(await eventsOf(id)).toEqual(['lost', 'reopened'])
  })

  test('found too late: a new card is issued instead', async () => {
    const { id } = await card()
    await close(id, 'lost')
    await sql`alter table card_event disable row level security`.execute(world.db)
    await sql`insert into card_event (card_id, event, happened_at, actor)
      values (${id}, 'lost', ${new Date(world.now().getTime() - 16 * 60_000)}, 'test')`.execute(world.db)
    await sql`alter table card_event enable row level security`.execute(world.db)
    expect(await textOf(`/fi/kortti/${id}`)).not.toContain('Kortti löytyi')
    const answer = await issuer.post(`/fi/kortti/${id}/avaa`, { revision: '1' })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Kumoamisaika on päättynyt.'),
    ])
    expect((await rowOf(id)).state).toBe('lost')
  })

  test('once a new card took its place it stays closed', async () => {
    const { id } = await card()
    const fresh = await card({ stock: true })
    await close(id, 'lost')
    const hand = (await issuer.post('/fi/uusi-kortti', { card: String(id) })).headers.get('location')!
    await issuer.post(hand, { code: fresh.code, consent: 'yes', children: '0', postalCode: '87100' })
    const answer = await issuer.post(`/fi/kortti/${id}/avaa`, { revision: '1' })
    expect(await answer.text()).toContain('Kortin tilalle on jo annettu uusi kortti.')
  })
})

describe('tasks', () => {
  test('are the cards that end soon and those never used, the longest waiting first, and nobody else’s', async () => {
    await makeCard(world.db, world.keys, { validUntil: '2026-05-10' })
    const soon = await card({ registeredOn: '2025-05-20', validUntil: '2026-05-19' })
    const sooner = await card({ registeredOn: '2025-05-10', validUntil: '2026-05-09' })
    const used = await card({ registeredOn: '2026-03-01' })
    await makeUse(world.db, { card: used, site: await makeSite(world.db), usedAt: world.now() })
    const unused = await card({ registeredOn: '2026-04-04' })
    await card({ registeredOn: '2026-04-05' })
    await card({ registeredOn: '2025-01-01', validUntil: '2026-05-03' })
    await card({ registeredOn: '2026-01-02', state: 'lost' })
    for (const one of [soon, sooner])
      await makeUse(world.db, { card: one, site: await makeSite(world.db), usedAt: world.now() })
    const html = await textOf('/fi/tehtavat')
    const listed = [...html.matchAll(/href="\/fi\/kortti\/(\d+)"/g)].map(([, id]) => Number(id))
    expect(listed).toEqual([sooner.id, soon.id, unused.id])
    expect(html).toContain('Voit ehdottaa, että lähdette yhdessä.')
    expect(await htmlProblems(html)).toEqual([])
  })

  test('none: the page says that all is well', async () =>
    expect(await textOf('/fi/tehtavat')).toContain('Ei tehtäviä juuri nyt'))

  test('twenty a page, and all of them for paper', async () => {
    for (let n = 0; n < 23; n++) await card({ registeredOn: '2026-02-01' })
    const count = async (path: string) =>
      [...(await textOf(path)).matchAll(/href="\/fi\/kortti\/\d+"/g)].length
    expect(await count('/fi/tehtavat')).toBe(20)
    expect(await count('/fi/tehtavat?unused=2')).toBe(3)
    expect(await count('/fi/tehtavat?all')).toBe(23)
    for (const odd of ['0', '99', '-1', 'x'])
      expect(await count(`/fi/tehtavat?unused=${odd}`)).toBeGreaterThan(0)
  })
})
