import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeEvent } from '../../test/events.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { startReceiver } from '../../test/receiver.ts'
import { newWorld, type World } from '../../test/world.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { openFetcher } from './fetch.ts'
import { fetchDue } from './fetch-job.ts'
import { publicEventPaths } from './holder-words.ts'
import { readCalendarFile } from './ical-thread.ts'
import { listComing, sitesWithEvents } from './queries.ts'
import type { Incoming } from './rules.ts'
import { applyPlan } from './source-queries.ts'

type Someone = Awaited<ReturnType<World['as']>>

let world: World
let site: MadeSite
let sibling: MadeSite
let elsewhere: MadeSite
let venue: Someone
let keeper: Someone
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z', { localWebhooks: true })
  const kajaani = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  site = await makeSite(world.db, { municipality: kajaani, name: 'Teatteri Tuohus' })
  sibling = await makeSite(world.db, { municipality: kajaani })
  const lahti = await makeMunicipality(world.db, { name: 'Hämeenlinna', area: 'Häme' })
  elsewhere = await makeSite(world.db, { municipality: lahti, name: 'Kulttuuritalo' })
  venue = await world.as({ role: 'venue', site })
  keeper = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
})
afterAll(() => world.end())

const own = '/fi/oma-kohde/tapahtumat'
const rows = async (of = site) =>
  (
    await sql<{ id: number; name: string; at: Date; cancelled: boolean; gone: boolean; changed: Date }>`
      select id, names->>'fi' as name, starts_at as at, cancelled_at is not null as cancelled,
        withdrawn_at is not null as gone, changed_at as changed
      from event where site_id = ${of.id} order by id`.execute(world.db)
  ).rows
const named = async (of = site) =>
  (await rows(of))
    .filter(({ gone }) => !gone)
    .map(({ name, cancelled }) => (cancelled ? `${name} (peruttu)` : name))
const clear = async () => {
  await sql`delete from event`.execute(world.db)
  await sql`delete from event_feed`.execute(world.db)
}
const pageOf = async (reply: Response) => {
  const text = await reply.text()
  expect(await htmlProblems(text)).toEqual([])
  return text
}
const form = { nameFi: 'Kevätkonsertti', day: '8.5.2026', start: '18.00', end: '19.30' }

describe('the people of a site', () => {
  test('enter an event for several days, change one, copy it, cancel it and take that back', async () => {
    await clear()
    expect(await pageOf(await venue.get(own))).toContain('Ei tulevia tapahtumia')
    const added = await venue.post(`${own}/uusi`, { ...form, moreDays: '9.5.2026\n26.10.2026' })
    expect(added.headers.get('location')).toBe(`${own}?done=added&count=3`)
    const [one, two, three] = await rows()
    // 18.00 in summer and in winter.
    expect([one!.at, three!.at].map((at) => at.toISOString())).toEqual([
      ...['2026-05-08T15:00:00.000Z', '2026-10-26T16:00:00.000Z'],
    ])
    const changed = {
      ...form,
      nameFi: 'Syyskonsertti',
      nameSv: 'Höstkonsert',
      day: '26.10.2026',
      url: 'esimerkki.example',
    }
    expect((await venue.post(`${own}/${three!.id}`, changed)).status).toBe(303)
    expect(await pageOf(await venue.get(`${own}/${three!.id}`))).toContain('value="Höstkonsert"')
    await venue.post(`${own}/${three!.id}/kopioi`, { day: '24.10.2026' })
    expect((await rows()).at(-1)!.at.toISOString()).toBe('2026-10-24T15:00:00.000Z')
    const cancelled = await venue.post(`${own}/${two!.id}/peru`, {})
    expect(await pageOf(await venue.get(cancelled.headers.get('location')!))).toContain(`${two!.id}/palauta`)
    expect((await named()).filter((name) => name.endsWith('(peruttu)'))).toHaveLength(1)
    await venue.post(`${own}/${two!.id}/palauta`, {})
    expect((await named()).join()).not.toContain('peruttu')
  })

  test('get what they typed back with what is wrong', async () => {
    const reply = await venue.post(`${own}/uusi`, {
      ...form,
      nameFi: 'Soita 040 123 4567',
      day: '31.2.2026',
      url: 'javascript:x',
    })
    expect(reply.status).toBe(422)
    const text = await pageOf(reply)
    for (const said of [
      'puhelinnumero',
      'Kirjoita päivä näin',
      'Kirjoita verkko-osoite näin',
      'value="18.00"',
    ])
      expect(text).toContain(said)
  })

  test('reach no other site’s events, nor do keepers beyond their area; the database holds them to it', async () => {
    await clear()
    const id = await makeEvent(world.db, elsewhere, { startsAt: world.now() })
    for (const path of [`${own}/${id}`, `/fi/kohteet-yllapito/${site.id}/tapahtumat/${id}`])
      expect((await venue.get(path)).status, path).not.toBe(200)
    expect((await keeper.get(`/fi/kohteet-yllapito/${elsewhere.id}/tapahtumat`)).status).toBe(404)
    expect((await keeper.post(`/fi/kohteet-yllapito/${sibling.id}/tapahtumat/uusi`, form)).status).toBe(303)
    expect(await named(sibling)).toEqual(['Kevätkonsertti'])
    const unproven = sql`update event set place = 'x' where id = ${id} returning id`.execute(world.requests)
    expect((await unproven).rows).toEqual([])
  })
})

const send = (who: Someone, path: string, text: string, whole = '') => {
  const body = new FormData()
  body.set('whole', whole)
  body.set('file', new File([text], 'ohjelma.csv'))
  return world.app.request(path, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin', cookie: `kaiku=${who.token}` },
  })
}

describe('a file', () => {
  const table = (...lines: string[]) => ['nimi;päivä;alkaa;tunniste', ...lines].join('\n')
  const take = async (text: string, whole = '') => {
    const check = (await send(venue, `${own}/tuonti`, text, whole)).headers.get('location')!
    const shown = await pageOf(await venue.get(check))
    await venue.post(check, {})
    expect((await venue.get(check)).status).toBe(404)
    return shown
  }

  test('is looked through before it is taken in; a second time it changes nothing', async () => {
    await clear()
    const text = table('Konsertti;8.5.2026;18.00;a', 'Näytelmä;9.5.2026;18.00;b')
    expect(await take(text)).toContain('2 uutta tapahtumaa')
    const before = await rows()
    world.later(5)
    expect(await take(text)).toContain('Tiedosto ei muuta mitään')
    expect(await rows()).toEqual(before)
    const next = table('Konsertti;8.5.2026;19.00;a', 'Elokuva;10.5.2026;18.00;c')
    expect(await take(next, 'yes')).toMatch(
      /1 uusi tapahtuma[\s\S]*1 tapahtuma muuttuu[\s\S]*1 tapahtuma poistuu/,
    )
    expect(await named()).toEqual(['Konsertti', 'Elokuva'])
    expect((await rows())[0]).toMatchObject({ id: before[0]!.id, at: new Date('2026-05-08T16:00:00Z') })
  })

  test('with a bad line is refused whole, line by line', async () => {
    await clear()
    const reply = await send(
      venue,
      `${own}/tuonti`,
      table('Konsertti;8.5.2026;18.00;a', ';9.5.2026;;b', 'Ilta;eilen;;c'),
    )
    expect(reply.status).toBe(422)
    expect(await pageOf(reply)).toMatch(/Rivi 3: nimi puuttuu\.[\s\S]*Rivi 4: päivää tai alkamisaikaa/)
    expect(await rows()).toEqual([])
    const none = await send(venue, `${own}/tuonti`, '%PDF-1.7')
    expect(await none.text()).toContain('Tiedostoa ei voi lukea')
  })

  test('of a calendar is known by its first line; one that repeats for ever is given up', async () => {
    await clear()
    const calendar = (rule: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Kerho\r\nDTSTART:20260508T150000Z\r\nRRULE:${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
    expect(await take(calendar('FREQ=WEEKLY;COUNT=3'))).toContain('3 uutta tapahtumaa')
    const endless = Buffer.from(calendar('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'))
    expect(await readCalendarFile(endless, world.now(), 1_500)).toBeNull()
  })
})

describe('a feed', () => {
  const told = (id: string, given: object = {}) => ({
    ...{
      id,
      name: { fi: `Ilta ${id}` },
      start_time: '2026-05-08T15:00:00Z',
      end_time: null,
      location: { id: 'tprek:1' },
    },
    ...given,
  })
  const fetch = openFetcher({ allowLocal: true })
  let answers: { status: number; headers?: Record<string, string>; body?: string }[] = []
  const page = (data: object[], next: string | null = null) => ({
    status: 200,
    body: JSON.stringify({ meta: { next }, data }),
  })
  const round = () => fetchDue({ pool: world.db, fetch, clock: world.now })
  /** Their sessions do not last the hour. */
  const say = async (...given: typeof answers) => {
    answers = given
    world.later(61)
    // What has failed before waits for longer.
    await sql`update event_feed set next_at = null`.execute(world.db)
    venue = await world.as({ role: 'venue', site })
  }
  let feed: Awaited<ReturnType<typeof startReceiver>>
  beforeAll(async () => {
    feed = await startReceiver(() => answers.shift() ?? { status: 500 })
  })
  afterAll(() => feed.stop())

  test('is read by the hour to its end, and what it tells changes exactly that', async () => {
    await clear()
    const added = await venue.post(`${own}/syote`, { url: feed.url, place: 'tprek:1' })
    expect(added.headers.get('location')).toBe(`${own}?done=feed`)
    expect((await venue.post(`${own}/syote`, { url: feed.url, place: 'tprek:1' })).status).toBe(422)
    await keeper.post(`/fi/kohteet-yllapito/${sibling.id}/tapahtumat/syote`, {
      url: feed.url,
      place: 'tprek:2',
    })
    const other = told('c', { location: { '@id': 'https://x.esimerkki.example/v1/place/tprek:2/' } })
    answers = [
      page([told('a'), told('x', { name: {} })], `${feed.url}?page=2`),
      page([told('b'), other, told('d', { location: null })]),
    ]
    expect(await round()).toBe(2)
    // Both sites share the address: it was called once, page by page.
    expect(feed.received.map(({ path }) => path)).toEqual(['/kaiku', '/kaiku?page=2'])
    expect([await named(), await named(sibling)]).toEqual([['Ilta a', 'Ilta b'], ['Ilta c']])
    expect(await round()).toBe(0)
    const text = await pageOf(await venue.get(own))
    expect(text).toContain('Syötteessä oli 2 tulevaa tapahtumaa.')
    expect(text).toContain('1 tapahtuma jäi pois')
    const before = await rows()
    await say(page([told('b'), told('a'), other]))
    await round()
    expect(await rows()).toEqual(before)
    await say(page([told('a', { event_status: 'EventCancelled' }), other, told('e')]))
    await round()
    expect(await named()).toEqual(['Ilta a (peruttu)', 'Ilta e'])
    // What the feed brings back is the same event as before.
    await say(page([told('a'), told('b'), other]))
    await round()
    expect((await rows()).filter(({ gone }) => !gone).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('that a person has cancelled an event of stays so, and nobody rewrites what the feed says', async () => {
    const [one] = await rows()
    await venue.post(`${own}/${one!.id}/peru`, {})
    await say(page([told('a'), told('b')]))
    await round()
    expect((await named())[0]).toBe('Ilta a (peruttu)')
    expect((await venue.post(`${own}/${one!.id}`, form)).status).toBe(403)
  })

  test('that is suddenly empty has rather broken: its events stay', async () => {
    await say(page([told('a'), told('b'), told('f')]))
    await round()
    const before = await rows()
    await say(page([]))
    await round()
    expect(await rows()).toEqual(before)
    expect(await pageOf(await venue.get(own))).toContain('syöte oli yhtäkkiä tyhjä')
  })

  test.each<[string, typeof answers, string]>([
    [
      'answers with nothing to read',
      [{ status: 200, body: '<html>' }],
      'osoitteessa ei ole tapahtumasyötettä',
    ],
    ['is not there', [{ status: 404 }], 'syötettä ei löytynyt'],
    [
      'leads elsewhere',
      [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
      'syöte on siirtynyt',
    ],
    ['goes on at another server', [page([told('a')], 'http://127.0.0.1:1/')], 'osoitetta ei voi lukea'],
    ['is larger than any programme', [{ status: 200, body: ' '.repeat(3_000_001) }], 'syöte oli liian suuri'],
  ])('that %s says so, and what it told before stays', async (_, given, said) => {
    const before = await rows()
    await say(...given)
    await round()
    expect(await rows()).toEqual(before)
    const text = await pageOf(await venue.get(own))
    expect(text).toContain(said)
    expect(text).toContain('Aiemmin luetut tapahtumat näkyvät yhä.')
  })

  test('that is ended while it is read brings nothing more; one of much that is no event is read', async () => {
    const junk = Array.from({ length: 33_000 }, () => ({}))
    await say({ status: 200, body: JSON.stringify({ data: [told('a'), told('z'), ...junk] }) })
    await round()
    expect(await named()).toContain('Ilta z')
    world.later(61)
    const ending = async () => {
      await sql`update event_feed set ended_at = ${world.now()} where site_id = ${site.id}`.execute(world.db)
      return fetch(feed.url, world.now())
    }
    answers = [page([told('late')])]
    await fetchDue({ pool: world.db, fetch: ending, clock: world.now })
    expect(await named()).not.toContain('Ilta late')
    await sql`update event_feed set ended_at = null where site_id = ${site.id}`.execute(world.db)
    venue = await world.as({ role: 'venue', site })
  })

  test('goes to public addresses by https alone, and ends after a second thought', async () => {
    const real = openFetcher({ allowLocal: false, resolve: async () => [{ address: '10.0.0.1', family: 4 }] })
    for (const url of [
      feed.url,
      'https://10.0.0.1/',
      'https://tapahtumat.esimerkki.example/',
      'https://localhost/',
    ])
      expect(await real(url, world.now()), url).toMatchObject({
        problem: expect.stringMatching(/^(PRIVATE_ADDRESS|BAD_URL)$/),
      })
    for (const url of ['http://tapahtumat.esimerkki.example/', 'https://192.168.0.1/', 'javascript:x', ''])
      expect((await venue.post(`${own}/syote`, { url })).status, url).toBe(422)
    const { rows: feeds } = await sql<{
      id: number
    }>`select id from event_feed where site_id = ${site.id}`.execute(world.db)
    const end = `${own}/syote/${feeds[0]!.id}/lopeta`
    expect(await pageOf(await venue.get(end))).toContain('Voit lisätä syötteen uudelleen')
    await venue.post(end, {})
    expect(await named()).toEqual([])
  })
})

describe('several feeds', () => {
  let server: Server
  let origin: string
  /** Requests that wait for their answer now, and the most of them at any time. */
  const asked = { now: 0, most: 0 }
  const addFeeds = async (of: MadeSite, paths: readonly string[]) => {
    for (const path of paths)
      await sql`insert into event_feed (site_id, url, made_at, made_by)
        values (${of.id}, ${origin + path}, ${world.now()}, 'test')`.execute(world.db)
  }
  const round = (pageTime: number) =>
    fetchDue({
      pool: world.db,
      fetch: openFetcher({ allowLocal: true, limits: { pageTime, feed: 3_000 } }),
      clock: world.now,
    })
  const states = async () =>
    (
      await sql<{ path: string; problem: string | null; failures: number; hours: number }>`
        select substring(url from '[^/]*$') as path, problem, failures,
          round(extract(epoch from next_at - tried_at) / 3600)::integer as hours
        from event_feed order by 1`.execute(world.db)
    ).rows
  beforeAll(async () => {
    const answer = (path: string) => {
      const event = { id: path, name: { fi: `Ilta ${path}` }, start_time: '2026-05-20T15:00:00Z' }
      const meta = path.startsWith('/long') ? { next: `${origin}/long${path.length}${'x'.repeat(99)}` } : {}
      return JSON.stringify({ meta, data: [event], rest: path.startsWith('/long') ? 'x'.repeat(900) : '' })
    }
    const slow: (() => void)[] = []
    let quick = 0
    server = createServer(({ url = '' }, response) => {
      asked.now += 1
      asked.most = Math.max(asked.most, asked.now)
      response.on('close', () => {
        asked.now -= 1
      })
      const end = () => response.end(answer(url))
      if (url === '/never') return
      if (url === '/a-slow') slow.push(end)
      else setTimeout(end, 20)
      // The slow one answers when all the others have been asked: in a row they never would be.
      if (url.startsWith('/n') && ++quick === 9) for (const end of slow) end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await clear()
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('are read four at a time, each with a time and a size of its own: a slow one delays no other', async () => {
    await addFeeds(elsewhere, ['/a-slow', '/long', ...Array.from({ length: 9 }, (_, n) => `/n${n}`)])
    expect(await round(5_000)).toBe(11)
    expect(asked.most).toBe(4)
    expect(await named(elsewhere)).toHaveLength(10)
    expect((await states()).filter(({ problem }) => problem !== null)).toMatchObject([
      { path: 'long', problem: 'TOO_LARGE' },
    ])
  })

  test('that fail are tried again after growing waits, tell their site’s people so, and are read now when asked', async () => {
    await clear()
    await addFeeds(site, ['/never'])
    venue = await world.as({ role: 'venue', site })
    keeper = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
    const waits: number[] = []
    for (const minutes of [60, 120, 0]) {
      expect(await round(100)).toBe(1)
      expect(await round(100)).toBe(0)
      waits.push(...(await states()).flatMap(({ failures, hours }) => [failures, hours]))
      world.later(minutes)
    }
    expect(waits).toEqual([1, 1, 2, 2, 3, 4])
    venue = await world.as({ role: 'venue', site })
    keeper = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
    const text = await pageOf(await venue.get(own))
    expect(text).toContain('Syötettä ei voitu lukea')
    expect(text).toMatch(/syöte ei vastannut ajoissa\.[\s\S]*Yritämme seuraavan kerran \d+\.5\.2026 klo/)
    for (const [who, path] of [
      [venue, '/fi/oma-paikka'],
      [keeper, `/fi/kohteet-yllapito/${site.id}`],
    ] as const)
      expect(await pageOf(await who.get(path)), path).toContain('1 tapahtumasyötettä ei voitu lukea')
    const { rows: feeds } = await sql<{ id: number }>`update event_feed set url = ${`${origin}/ok`}
      returning id`.execute(world.db)
    const asking = `${own}/syote/${feeds[0]!.id}/lue`
    expect((await venue.post(asking, {})).headers.get('location')).toBe(`${own}?done=feed-hurried`)
    // It was called just now.
    expect(await round(5_000)).toBe(0)
    world.later(5)
    expect(await round(5_000)).toBe(1)
    expect(await states()).toEqual([{ path: 'ok', problem: null, failures: 0, hours: 1 }])
    expect(await pageOf(await venue.get(own))).not.toContain('Syötettä ei voitu lukea')
  })
})

describe('a site that is merged into another', () => {
  const startsAt = new Date('2026-05-21T15:00:00Z')
  const told = (outsideId: string, name: string): Incoming => ({
    ...{ outsideId, names: { fi: name }, startsAt, endsAt: null, allDay: false, place: null, tickets: null },
    ...{ forChildren: false, accessible: false, booking: null, how: null, url: null, isCancelled: false },
  })
  const by = () => ({ now: world.now(), actor: 'test' })
  const bring = async (of: MadeSite, feedId: number | null, ...added: Incoming[]) =>
    world.db
      .transaction()
      .execute((db) =>
        applyPlan(db, { siteId: of.id, feedId }, { added, changed: [], ended: [], same: 0 }, by()),
      )
  const addFeed = async (of: MadeSite, url: string) =>
    (
      await sql<{ id: number }>`insert into event_feed (site_id, url, made_at, made_by)
        values (${of.id}, ${url}, ${world.now()}, 'test') returning id`.execute(world.db)
    ).rows[0]!.id
  const https = (name: string) => `https://${name}.esimerkki.example/v1/event/`

  test('hands over its events and feeds, even while they are read; what both told is shown once', async () => {
    await clear()
    const [kept, gone] = [await addFeed(site, https('a')), await addFeed(sibling, https('a'))]
    const other = await addFeed(sibling, https('b'))
    await bring(site, kept, told('both', 'Molempien ilta'))
    await bring(sibling, gone, told('both', 'Molempien ilta'), told('only', 'Sisaren ilta'))
    await bring(sibling, other, told('b:1', 'molempien ilta'), told('b:2', 'Toinen ilta'))
    await bring(site, null, told('1', 'Tiedoston ilta'))
    await bring(sibling, null, told('1', 'Eri ilta'))
    await makeEvent(world.db, sibling, { name: 'Kirjattu ilta', startsAt })
    await sql`update event set cancelled_at = ${world.now()}, cancelled_by = 'person'
      where feed_id = ${gone} and outside_id = 'both'`.execute(world.db)
    await sql`update event_feed set next_at = ${new Date('2027-01-01')} where id <> ${other}`.execute(
      world.db,
    )
    keeper = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })

    // Its other feed is being read just then.
    const reading = async () => {
      const merged = await keeper.post(`/fi/kohteet-yllapito/${sibling.id}/yhdista`, {
        into: String(site.id),
      })
      expect(merged.status).toBe(303)
      const event = (one: Incoming) => ({ event: one, place: null })
      const events = [told('b:1', 'molempien ilta'), told('b:2', 'Toinen ilta'), told('b:3', 'Uusi ilta')]
      return { events: events.map(event), skipped: 0, isWhole: true }
    }
    await fetchDue({ pool: world.db, fetch: reading, clock: world.now })

    const nights = ['Eri', 'Kirjattu', 'Sisaren', 'Tiedoston', 'Toinen', 'Uusi'].map((name) => `${name} ilta`)
    const coming = await listComing(world.db, site.id, world.now(), 50)
    expect(coming.map(({ names }) => names.fi).sort()).toEqual(['Molempien ilta', ...nights].sort())
    // A person has called off the one that both told.
    expect(coming.filter(({ isCancelled }) => isCancelled).map(({ names }) => names.fi)).toEqual([
      'Molempien ilta',
    ])
    const week = await pageOf(await world.anyone.get('/fi/tapahtumat?week=2026-05-18&place=kajaani'))
    expect(week.match(/ilta<\/bdi>/g)).toHaveLength(7)
    const calendar = await (await world.anyone.get(`/fi/tapahtumat.ics?site=${sibling.id}`)).text()
    expect(calendar.match(/ilta\r/g)).toHaveLength(7)
    expect(await rows(sibling)).toEqual([])
    const { rows: feeds } = await sql<{ id: number; site: number; ended: boolean }>`
      select id, site_id as site, ended_at is not null as ended from event_feed order by id`.execute(world.db)
    expect(feeds).toEqual([
      { id: kept, site: site.id, ended: false },
      { id: gone, site: site.id, ended: true },
      { id: other, site: site.id, ended: false },
    ])
    expect(await sitesWithEvents(world.db, startsAt, new Date(startsAt.getTime() + 1))).toEqual([site.id])
  })
})

describe('everyone', () => {
  const text = async (path: string) => pageOf(await world.anyone.get(path))
  const at = (day: string, hour = 15) => new Date(`2026-05-${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  let first: number
  beforeAll(async () => {
    await clear()
    const [today] = (
      await sql<{ day: string }>`select to_char(${world.now()}::timestamptz, 'YYYY-MM-DD') as day`.execute(
        world.db,
      )
    ).rows
    // The feeds took some hours of the clock.
    expect(today!.day <= '2026-05-05').toBe(true)
    first = await makeEvent(world.db, site, {
      name: 'Kevät <b>&</b>, konsertti; ilta',
      startsAt: at('08'),
      children: true,
    })
    await makeEvent(world.db, elsewhere, { name: 'Kutsut', startsAt: at('09'), booking: false })
    await makeEvent(world.db, elsewhere, { name: 'Ensi viikko', startsAt: at('12') })
    await makeEvent(world.db, site, { name: 'Näyttely', startsAt: at('01'), endsAt: at('30') })
  })

  test('reads what is on this week, by day, narrowed by place, children and booking', async () => {
    const week = await text('/fi/tapahtumat')
    expect([...week.matchAll(/<h[23]>(?:<bdi>)?([^<]+)</g)].map(([, title]) => title)).toEqual([
      ...['Perjantai 8.5.2026', 'Kevät &lt;b&gt;&amp;&lt;/b&gt;, konsertti; ilta'],
      ...['Lauantai 9.5.2026', 'Kutsut', 'Jatkuu useita päiviä', 'Näyttely'],
    ])
    expect(week).toContain(`href="/fi/kohteet/${site.id}"`)
    const shows = async (query: string) =>
      [...(await text(`/fi/tapahtumat?${query}`)).matchAll(/<h3><bdi>([^\s<]+)/g)].map(([, name]) => name)
    expect(await shows('place=hameenlinna')).toEqual(['Kutsut'])
    expect(await shows('place=kajana')).toEqual(['Kevät', 'Näyttely'])
    expect(await shows('children=yes')).toEqual(['Kevät'])
    expect(await shows('booking=no')).toEqual(['Kutsut'])
    expect(await shows('week=2026-05-11')).toEqual(['Ensi', 'Näyttely'])
    expect(await text('/fi/tapahtumat?place=Nowhere')).toContain('Kuntaa ei löytynyt')
    expect(await text('/fi/tapahtumat?accessible=yes')).toContain('Ei tapahtumia tällä viikolla')
    expect((await world.anyone.get('/fi/tapahtumat')).headers.get('set-cookie')).toBeNull()
  })

  test('finds a municipality by its name until a merger, and what it became after', async () => {
    const [old, into] = [
      await makeMunicipality(world.db, { name: 'Vanhala', area: 'Kainuu' }),
      site.municipality,
    ]
    const merge = (on: string) =>
      sql`update municipality set merged_into_id = ${into.id}, merged_on = ${on} where id = ${old.id}`.execute(
        world.db,
      )
    await merge('2026-06-01')
    expect(await text('/fi/tapahtumat?place=vanhala')).not.toMatch(/Kuntaa ei löytynyt|Kevät/)
    await merge('2026-05-01')
    expect(await text('/fi/tapahtumat?place=vanhala')).toContain('Kevät')
  })

  test('in nine languages, with names in their own', async () => {
    for (const reader of holderLanguages) {
      const week = await text(publicEventPaths.events[reader])
      if (!reader.startsWith('fi')) expect(week, reader).toContain('<bdi lang="fi">Kutsut</bdi>')
    }
  })

  test('keeps them in a calendar, which another program reads', async () => {
    const reply = await world.anyone.get('/fi/tapahtumat.ics')
    const calendar = await reply.text()
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const events = new ICAL.Component(ICAL.parse(calendar) as never)
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
    expect(events.map(({ summary }) => summary)).toEqual([
      'Näyttely',
      'Kevät <b>&</b>, konsertti; ilta',
      'Kutsut',
      'Ensi viikko',
    ])
    expect(events[1]!.startDate.toJSDate()).toEqual(at('08'))
    expect(events[1]!.location).toBe('Teatteri Tuohus, Kajaani')
    const of = async (query: string) =>
      (await (await world.anyone.get(`/sv/evenemang.ics?${query}`)).text()).match(/UID:\S+/g)
    expect(await of(`site=${elsewhere.id}`)).toHaveLength(2)
    expect(await of('place=Kajana')).toEqual(events.slice(0, 2).map(({ uid }) => `UID:${uid}`))
    const again = await world.anyone.get('/fi/tapahtumat.ics', {
      'if-none-match': reply.headers.get('etag')!,
    })
    expect(again.status).toBe(304)
  })

  test('follows them by a feed that is well-formed, with the same ids', async () => {
    const reply = await world.anyone.get('/fi/tapahtumat.atom')
    const { root } = parseXml(await reply.text())
    const all = (name: string, of = root!) =>
      of.children.filter((one): one is XmlElement => one instanceof XmlElement && one.name === name)
    const entries = all('entry')
    expect(entries.map((entry) => all('title', entry)[0]!.text)).toContain('Kevät <b>&</b>, konsertti; ilta')
    for (const one of [root!, ...entries])
      for (const name of ['id', 'title', 'updated']) expect(all(name, one), name).toHaveLength(1)
    expect(all('link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate'])
    const calendar = await (await world.anyone.get('/en/events.ics')).text()
    expect(calendar).toContain('SUMMARY;LANGUAGE=fi:Kutsut')
    const english = await (await world.anyone.get('/en/events.atom')).text()
    expect(english).toContain('<title xml:lang="fi">Kutsut</title>')
    for (const entry of entries)
      expect(calendar).toContain(`UID:${all('id', entry)[0]!.text.slice('urn:uuid:'.length)}`)
    const again = await world.anyone.get('/fi/tapahtumat.atom', {
      'if-none-match': reply.headers.get('etag')!,
    })
    expect(again.status).toBe(304)
  })

  test('and the finder learns where something is on, and a site’s page what comes next', async () => {
    expect(await sitesWithEvents(world.db, at('12', 0), at('13', 0))).toEqual([site.id, elsewhere.id])
    expect((await listComing(world.db, site.id, world.now())).at(-1)!.id).toBe(first)
  })

  test('finds nothing on the day after an end at midnight, nor after the site has closed', async () => {
    await clear()
    const midnight = new Date('2026-05-10T21:00:00Z')
    await makeEvent(world.db, site, { name: 'Yö', startsAt: at('10', 17), endsAt: midnight })
    expect(await sitesWithEvents(world.db, at('10', 0), midnight)).toEqual([site.id])
    expect(await sitesWithEvents(world.db, midnight, at('12', 0))).toEqual([])
    await makeEvent(world.db, elsewhere, { name: 'Ennen', startsAt: at('08') })
    await makeEvent(world.db, elsewhere, { name: 'Jälkeen', startsAt: at('09') })
    await sql`update site set closed_on = '2026-05-09' where id = ${elsewhere.id}`.execute(world.db)
    const week = await text('/fi/tapahtumat')
    expect([week.includes('Ennen'), week.includes('Jälkeen')]).toEqual([true, false])
  })
  test('sees what has no end on the site’s page until its day is over', async () => {
    await clear()
    await makeEvent(world.db, site, { name: 'Avoin', startsAt: at('08') })
    const names = async (now: string) =>
      (await listComing(world.db, site.id, new Date(now))).map(({ names }) => names.fi)
    expect(await names('2026-05-08T20:59:59Z')).toEqual(['Avoin'])
    expect(await names('2026-05-08T21:00:00Z')).toEqual([])
  })

  test('learns of a pop-up site before its first day: in the finder, the week and the calendar, within its days', async () => {
    await clear()
    const popUp = await makeSite(world.db, { municipality: site.municipality, name: 'Kesälava' })
    const stand = (from: string, until: string) =>
      sql`update site set area_id = null, popup_from = ${from}, popup_until = ${until}
        where id = ${popUp.id}`.execute(world.db)
    await stand('2026-05-20', '2026-05-22')
    for (const day of ['19', '20', '22', '23'])
      await makeEvent(world.db, popUp, { name: `Päivä ${day}`, startsAt: at(day) })
    const week = await text('/fi/tapahtumat?week=2026-05-18')
    expect([...week.matchAll(/Päivä (\d\d)/g)].map(([, day]) => day)).toEqual(['20', '22'])
    expect(week).toContain('Pop up: 20.5.2026 – 22.5.2026')
    const calendar = await (await world.anyone.get('/fi/tapahtumat.ics')).text()
    expect(calendar.match(/SUMMARY/g)).toHaveLength(2)
    expect(await text('/fi/kohteet')).toMatch(/Kesälava<[\s\S]{0,200}avoinna 20\.5\.2026 alkaen/)
    expect(await text(`/fi/kohteet/${popUp.id}`)).toContain('Päivä 20')
    await stand('2026-07-20', '2026-07-22')
    expect(await text('/fi/kohteet')).not.toContain('Kesälava')
    await stand('2026-05-01', '2026-05-03')
    expect(await text('/fi/tapahtumat?week=2026-05-18')).not.toContain('Päivä')
  })
})
