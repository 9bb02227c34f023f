import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, type MadeUnit, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import type { Kind, Numbers } from './rules.ts'

let world: World
type Someone = Awaited<ReturnType<World['as']>>
let [centre, coordinator] = [] as unknown as [Someone, Someone]
let site: MadeSite
let unit: MadeUnit

const numbers: Numbers = {
  busy: { seen: 84, usual: 12.4, busiest: 30, limit: 45, weeks: 52 },
  quiet: { seen: 1, usual: 40, lastYear: 38, limit: 12, weeks: 52 },
  children: { seen: 9, uses: 120, usual: 0.8, limit: 5, weeks: 4 },
  sequence: { seen: 7, unknown: 1, minutes: 6, limit: 6 },
  hours: { seen: 6, days: 3, first: 23, last: 23, before: 800, limit: 4 },
  repeats: { seen: 11, uses: 140, usual: 1.2, limit: 6, weeks: 5 },
  early: { seen: 8, registered: 14, usual: 1, limit: 6 },
  unused: { registered: 40, used: 1, usual: 24, limit: 9 },
}
const put = async (kind: Kind, from = '2026-04-20') => {
  const isUnit = kind === 'early' || kind === 'unused'
  const { rows } = await sql<{ id: number }>`
    insert into signal (kind, site_id, unit_id, noticed_from, noticed_until, numbers, noticed_at, again_from, ends_on)
    values (${kind}, ${isUnit ? null : site.id}, ${isUnit ? unit.id : null}, ${from}::date, ${from}::date + 6,
      ${JSON.stringify(numbers[kind])}::jsonb, ${world.now()}, ${from}::date, '2026-07-01') returning id`.execute(
    world.db,
  )
  return rows[0]!.id
}
const stateOf = async (id: number) => {
  const { state, note, ends_on, decided_by } = await world.db
    .selectFrom('signal')
    .select(['state', 'note', 'ends_on', 'decided_by'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { state, note, endsOn: ends_on, isSigned: decided_by !== null }
}
const read = async (path: string, who: Pick<Someone, 'get'> = centre) => (await who.get(path)).text()

beforeAll(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkihalli' })
  unit = await makeUnit(world.db, { name: 'Esimerkkiyksikkö', municipality: site.municipality })
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
})
afterAll(() => world.end())

test('a signal says what was noticed, why it may be nothing, and what came of it', async () => {
  expect(await read('/fi/havainnot')).toContain('Ei avoimia havaintoja')
  const id = await put('busy')
  const list = await read('/fi/havainnot')
  expect(list).toContain('Viikolla kirjattiin 84 käyttöä. Tavallisesti kohteessa on viikossa noin 12,4.')
  expect(await htmlProblems(list)).toEqual([])
  const page = `/fi/havainnot/${id}`
  const html = await read(page)
  expect(html).toMatch(
    /Tavallisia selityksiä[\s\S]*<li>[\s\S]*<li>[\s\S]*Mitä voit tehdä[\s\S]*yhteyshenkilöt/,
  )
  expect(html).toContain('Sulkeutuu itsestään 1.7.2026 jälkeen.')
  expect(await htmlProblems(html)).toEqual([])

  // What was typed comes back, but an identity code is in no answer and no row.
  const refused = await centre.post(page, { decision: 'explained', note: 'Asiakas 131052-308T', until: '' })
  expect([refused.status, (await refused.text()).includes('131052')]).toEqual([422, false])
  for (const fields of [
    { decision: '', note: 'x' },
    { decision: 'explained', note: '' },
    { decision: 'watched', until: '' },
    { decision: 'watched', until: '4.5.2026' },
    { decision: 'watched', until: '1.12.2026' },
  ] as const)
    expect((await centre.post(page, fields)).status, JSON.stringify(fields)).toBe(422)
  expect(await stateOf(id)).toEqual({ state: 'open', note: null, endsOn: '2026-07-01', isSigned: false })

  await centre.post(page, { decision: 'watched', until: '30.6.2026', note: 'Kysytty' })
  expect(await stateOf(id)).toEqual({
    state: 'watched',
    note: 'Kysytty',
    endsOn: '2026-06-30',
    isSigned: true,
  })
  expect(await read(page)).toContain('Seurannassa 30.6.2026 asti.')
  const closed = await centre.post(page, { decision: 'explained', note: 'Festivaali' })
  expect(await read(closed.headers.get('location')!)).toContain('Havainto on suljettu.')
  expect(await stateOf(id)).toMatchObject({ state: 'explained', note: 'Festivaali' })
  expect((await centre.post(page, { decision: 'explained', note: 'Toinen' })).status).toBe(422)
  expect(await read('/fi/havainnot')).not.toContain('Esimerkkihalli')
  expect(await read('/fi/havainnot?show=ended')).toContain('Esimerkkihalli')
  await centre.post(`${page}/avaa`, {})
  expect(await stateOf(id)).toMatchObject({ state: 'open', endsOn: '2026-07-03' })
  // Reopened twice, or where a newer one stands, changes nothing.
  await centre.post(page, { decision: 'followed-up', note: 'Hoidettu' })
  const newer = await put('busy', '2026-04-27')
  expect((await centre.post(`${page}/avaa`, {})).status).toBe(422)
  expect(await stateOf(newer)).toMatchObject({ state: 'open' })
  const { rows } = await sql<{ subject: unknown }>`
    select distinct subject from audit where permission = 'signals.decide' and outcome = 'done'
      and subject ->> 'decision' = 'watched'`.execute(world.db)
  expect(rows).toEqual([{ subject: { signal: id, decision: 'watched' } }])
})

test('each kind says itself in three languages', async () => {
  for (const kind of ['quiet', 'children', 'sequence', 'hours', 'repeats', 'early', 'unused'] as const) {
    const id = await put(kind)
    for (const path of [`/fi/havainnot/${id}`, `/sv/iakttagelser/${id}`, `/en/signals/${id}`]) {
      const html = await read(path)
      expect(html, `${path} ${kind}`).not.toMatch(/undefined|NaN|\[object/)
      expect(html.match(/<li>/g)!.length).toBeGreaterThan(3)
    }
  }
  const narrowed = await read('/fi/havainnot?kind=hours')
  expect(narrowed).toContain('kello 23–00')
  expect(narrowed).not.toContain('kirjattiin 1 käyttö.')
  expect(await read('/fi/havainnot?kind=quiet')).toContain('Neljässä viikossa kirjattiin 1 käyttö.')
  expect(await read(`/fi/havainnot?area=${site.municipality.areaId + 1}`)).toContain(
    'Yhtään havaintoa ei löytynyt.',
  )
})

test('what is known is muted until a day, and the muting can end', async () => {
  const { id } = await world.db
    .selectFrom('signal')
    .select('id')
    .where('kind', '=', 'quiet')
    .executeTakeFirstOrThrow()
  const page = `/fi/havainnot/${id}/vaienna`
  expect((await centre.post(page, { until: '1.9.2027', reason: 'Remontti' })).status).toBe(422)
  expect((await centre.post(page, { until: '1.9.2026', reason: '' })).status).toBe(422)
  const muted = await centre.post(page, { until: '1.9.2026', reason: 'Remontti' })
  expect(await read(muted.headers.get('location')!)).toContain('Remontti (1.9.2026 asti)')
  const { id: mute } = await world.db.selectFrom('signal_mute').select('id').executeTakeFirstOrThrow()
  expect((await centre.post(`/fi/havainnot/vaiennetut/${mute}/palauta`, {})).status).toBe(303)
  expect(await read('/fi/havainnot')).not.toContain('Remontti')
  expect((await centre.post(`/fi/havainnot/vaiennetut/${mute}/palauta`, {})).status).toBe(404)
})

test('how signals are made is open to those whose places they are about; the limits change from a coming day', async () => {
  const how = '/fi/havainnot/nain-ne-syntyvat'
  const venue = await world.as({ role: 'venue', site })
  for (const who of [centre, coordinator, venue]) expect((await who.get(how)).status).toBe(200)
  for (const who of [coordinator, venue])
    for (const path of ['/fi/havainnot', '/fi/havainnot/rajat'])
      expect((await who.get(path)).status).toBe(403)
  expect(await read(how, venue)).not.toContain('Muuta rajoja')
  const html = await read(how)
  expect(await htmlProblems(html)).toEqual([])
  expect(html).toContain('Muuta rajoja')
  const form = await read('/fi/havainnot/rajat')
  expect(form).toContain('value="50"')
  // The database knows no other clock than its own: the day is told from there.
  const coming = '1.1.2099'
  const fields = {
    ...{
      from: coming,
      rarity: '50',
      busyLeast: '20',
      quietLeast: '16',
      childrenLeast: '5',
      sequenceLeast: '6',
    },
    ...{
      earlyLeast: '5',
      hoursLeast: '4',
      repeatsLeast: '5',
      unusedLeast: '20',
      openDays: '60',
      reason: 'Koe',
    },
  }
  for (const wrong of [{ busyLeast: '4' }, { from: '4.5.2026' }, { busyLeast: '10' }, { reason: '' }])
    expect((await centre.post('/fi/havainnot/rajat', { ...fields, ...wrong })).status).toBe(422)
  expect((await centre.post('/fi/havainnot/rajat', fields)).status).toBe(303)
  expect(await read(how)).toContain('1.1.2099 alkaen')
  expect((await centre.post('/fi/havainnot/rajat', { ...fields, busyLeast: '30' })).status).toBe(422)
  expect((await centre.post('/fi/havainnot/rajat/peru', { from: coming })).status).toBe(303)
  expect((await centre.post('/fi/havainnot/rajat/peru', { from: coming })).status).toBe(422)
})

test('the database itself shows signals to the centre alone, and lets nobody make or remove one', async () => {
  const countFor = async (who: Someone | null) => {
    const proof = who && proofOfSession(proofOfToken(who.token))
    return world.read(
      async (db) =>
        (await sql<{ count: number }>`select count(*)::int as count from signal`.execute(db)).rows[0]!.count,
      proof,
    )
  }
  expect(await countFor(coordinator)).toBe(0)
  expect(await countFor(null)).toBe(0)
  expect(await countFor(centre)).toBeGreaterThan(5)
  for (const statement of [
    sql`delete from signal`,
    sql`update signal set numbers = '{}'`,
    sql`update signal_limit set rarity = 5`,
    sql`insert into signal_round (noticed_on, noticed_at) values ('2026-01-01', now())`,
  ])
    await expect(statement.execute(world.requests)).rejects.toThrow(/permission denied/)
})
