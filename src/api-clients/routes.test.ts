import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeAccount, makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode } from '../codes/rules.ts'
import { actBy, proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { remindOfKeys } from './remind.ts'

let world: World
let site: MadeSite
let organisationId: number
type Person = Awaited<ReturnType<World['as']>>
let venue: Person
let vendor: Person
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri', intermediary: 'Lippula' })
  const found = await world.db
    .selectFrom('site_intermediary')
    .select('organisation_id')
    .executeTakeFirstOrThrow()
  organisationId = found.organisation_id
  venue = await world.as({ role: 'venue', site })
  vendor = await world.as({ role: 'intermediary', organisationId })
})
afterEach(() => world.end())

const base = '/fi/lipunmyyntijarjestelmat'
const textOf = async (visitor: { get: World['anyone']['get'] }, path: string) =>
  (await visitor.get(path)).text()
const form = { name: 'Lippukauppa', kind: 'live', months: '12', 'uses.create': 'yes', 'cards.check': 'yes' }
/** Makes a program and reads its key from the one page that shows it. */
const make = async (maker: Person, fields: Record<string, string> = {}) => {
  const response = await maker.post(`${base}/uusi`, { ...form, ...fields })
  const page = await response.text()
  const key = /kk_(?:live|test)_[0-9a-f]{8}_[\w-]{43}_[0-9a-f]{8}/.exec(page)?.[0]
  const id = new RegExp(`${base}/([0-9a-f-]{36})`).exec(page)?.[1]
  return { status: response.status, page, key: key ?? '', id: id ?? '' }
}
const check = async (key: string, at = site) => {
  const { code } = await makeCard(world.db, world.keys)
  const asked = { code: formatCode(code), siteId: at.id }
  return (await world.call('POST', '/api/v1/card-checks', key, asked)).status
}

test('programs are not made one after another, each with tries of its own', async () => {
  const made = []
  for (let count = 0; count < 11; count++) made.push((await make(venue)).status)
  expect(made).toEqual([...Array.from({ length: 10 }, () => 200), 429])
  expect((await make(vendor)).status).toBe(200)
})

describe('a vendor’s program', () => {
  test('records for a site only while that approves it, whichever way the site found it', async () => {
    const { id, key } = await make(vendor)
    expect(await check(key)).toBe(404)
    expect(await textOf(vendor, `${base}/${id}`)).toContain('Ei ole vielä hyväksynyt')

    expect(await textOf(venue, `${base}/hyvaksy`)).toContain(`${base}/${id}/hyvaksy`)
    const found = await venue.post(`${base}/hyvaksy`, { start: key })
    expect(found.headers.get('location')).toBe(`${base}/${id}/hyvaksy`)
    const asked = await textOf(venue, `${base}/${id}/hyvaksy`)
    for (const words of ['Lippukauppa', 'Esimerkkiteatteri', 'Kirjata liput', 'Lippula'])
      expect(asked).toContain(words)
    expect(asked).not.toContain('Kumota käyttöjä')
    expect(await htmlProblems(asked)).toEqual([])
    expect((await venue.post(`${base}/${id}/hyvaksy`, {})).status).toBe(303)
    expect(await check(key)).toBe(200)
    expect(await textOf(venue, base)).toContain('Hyväksytty')
    expect(await textOf(vendor, `${base}/${id}`)).toContain('Hyväksynyt 4.5.2026')

    const ended = await venue.post(`${base}/${id}/paata-hyvaksynta`, {})
    expect(await check(key)).toBe(404)
    expect(await textOf(venue, ended.headers.get('location')!)).toContain('Hyväksy uudelleen')
    world.later(1)
    expect((await venue.post(`${base}/${id}/hyvaksy`, {})).status).toBe(303)
    expect(await check(key)).toBe(200)
  })

  test('is changed by its own people alone', async () => {
    const { id, key } = await make(vendor)
    await venue.post(`${base}/${id}/hyvaksy`, {})
    const stranger = await world.as({ role: 'venue', site: await makeSite(world.db) })
    expect((await stranger.get(`${base}/${id}`)).status).toBe(404)
    for (const person of [venue, stranger]) {
      expect((await person.post(`${base}/${id}/paata`, {})).status).toBe(404)
      expect((await person.post(`${base}/${id}/uusi-avain`, form)).status).toBe(404)
      expect((await person.get(`${base}/${id}/ilmoitukset`)).status).toBe(404)
    }
    expect((await vendor.post(`${base}/${id}/hyvaksy`, {})).status).toBe(403)
    expect(await check(key)).toBe(200)

    const centre = await world.as({ role: 'centre' })
    expect(await textOf(centre, base)).toContain('Lippukauppa')
    expect((await centre.get(`${base}/uusi`)).status).toBe(403)
    expect((await centre.post(`${base}/${id}/paata`, {})).status).toBe(303)
    expect(await check(key)).toBe(401)
    expect((await vendor.post(`${base}/${id}/uusi-avain`, form)).status).toBe(404)
    expect((await venue.get(`${base}/${id}/hyvaksy`)).status).toBe(404)
  })

  test('the database refuses what a page would let slip', async () => {
    const { id } = await make(vendor)
    const asked = (token: string, statement: ReturnType<typeof sql>) =>
      world.requests.transaction().execute(async (db) => {
        await actBy(db, proofOfSession(proofOfToken(token)))
        await statement.execute(db)
      })
    const now = world.now()
    const until = new Date(now.getTime() + 86_400_000)
    const aKey = sql`select api_key_make(${id}, 'x', 'kk_live_00000000', '\\x00', array['uses.create'], ${now}, ${until})`
    await expect(asked(venue.token, aKey)).rejects.toThrow('keeper')
    await expect(asked(venue.token, sql`select api_client_end(${id}, ${now})`)).rejects.toThrow('keeper')
    await expect(asked(vendor.token, sql`select api_client_approve(${id}, ${now})`)).rejects.toThrow('site')
    for (const table of ['api_client', 'api_client_site', 'api_key'])
      await expect(asked(vendor.token, sql`delete from ${sql.table(table)}`)).rejects.toThrow(
        'permission denied',
      )
    await asked(vendor.token, aKey)
  })
})

describe('a key', () => {
  test('is shown once, kept as a hash, and named in no log', async () => {
    const { status, key, id, page } = await make(venue)
    expect(status).toBe(200)
    expect(await htmlProblems(page)).toEqual([])
    expect(await check(key)).toBe(200)
    for (const path of [base, `${base}/${id}`]) {
      const shown = await textOf(venue, path)
      expect(shown).toContain(key.slice(0, 16))
      expect(shown).not.toContain(key.slice(16))
    }
    const { rows } = await sql<{ row: string }>`select to_jsonb(a)::text as row from audit a
      union all select to_jsonb(k)::text from api_key k union all select to_jsonb(c)::text from api_client c`.execute(
      world.db,
    )
    expect(JSON.stringify([rows, world.logged])).not.toContain(key.slice(17))
    const told = await world.db
      .selectFrom('audit')
      .select('subject')
      .where('permission', '=', 'api-clients.make')
      .execute()
    expect(told).toEqual([{ subject: { client: id, scopes: 'cards.check uses.create', test: false } }])
  })

  test('takes the place of another without a break; there are never three', async () => {
    const { id, key } = await make(venue)
    const second = await venue.post(`${base}/${id}/uusi-avain`, { months: '3', 'cards.check': 'yes' })
    const fresh = /kk_live_[0-9a-f]{8}_[\w-]{43}_[0-9a-f]{8}/.exec(await second.text())![0]
    expect([await check(key), await check(fresh)]).toEqual([200, 200])
    const third = await venue.post(`${base}/${id}/uusi-avain`, { months: '3', 'cards.check': 'yes' })
    expect(third.status).toBe(422)
    expect(await third.text()).toContain('Kaksi avainta toimii jo')

    const { id: oldId } = await world.db
      .selectFrom('api_key')
      .select('id')
      .where('shown_start', '=', key.slice(0, 16))
      .executeTakeFirstOrThrow()
    const confirm = await textOf(venue, `${base}/${id}/avaimet/${oldId}/paata`)
    expect(confirm).toContain(key.slice(0, 16))
    expect(confirm).not.toContain('ei ole muuta avainta')
    expect((await venue.post(`${base}/${id}/avaimet/${oldId}/paata`, {})).status).toBe(303)
    expect([await check(key), await check(fresh)]).toEqual([401, 200])
  })

  test('of a test program is a test key; nothing typed is lost when something is missing', async () => {
    expect((await make(venue, { kind: 'test' })).key).toMatch(/^kk_test_/)
    const again = await venue.post(`${base}/uusi`, { name: 'Kassa', kind: 'test', months: '6' })
    expect(again.status).toBe(422)
    const page = await again.text()
    expect(page).toContain('Valitse ainakin yksi asia')
    for (const kept of ['value="Kassa"', 'value="test" checked', 'value="6" checked'])
      expect(page).toContain(kept)
  })

  test('that was typed wrong comes back without what is secret', async () => {
    const { key } = await make(vendor)
    const unknown = await venue.post(`${base}/hyvaksy`, { start: `kk_live_00000000${key.slice(16)}` })
    expect(unknown.status).toBe(422)
    const page = await unknown.text()
    expect(page).toContain('ei löydy toimivaa avainta')
    expect(page).toContain('kk_live_00000000')
    expect(page).not.toContain(key.slice(17))
  })

  test('ends with two letters before it, each sent once, in the reader’s language', async () => {
    await make(vendor, { months: '3' })
    await makeAccount(world.db, world.now(), {
      ...{ role: 'intermediary', organisationId, email: 'sv@esimerkki.example', language: 'sv' },
    })
    const remind = () => remindOfKeys(world.db, world.now(), 'http://localhost:3000')
    expect(await remind()).toBe(0)
    world.later(63 * 24 * 60) // 4.8. less 29 days
    expect([await remind(), await remind()]).toEqual([2, 0])
    world.later(23 * 24 * 60)
    expect([await remind(), await remind()]).toEqual([2, 0])
    const mails = await world.db.selectFrom('mail').select(['subject', 'language', 'text_body']).execute()
    expect(mails.map(({ subject }) => subject)).toContain('En nyckel går ut om 6 dagar: Lippukauppa')
    expect(mails.every(({ text_body: text }) => /\/(fi|sv)\/\w+\/[0-9a-f-]{36}/.test(text!))).toBe(true)
  })
})

test('a merger of organisations takes the programs along', async () => {
  const { id } = await make(vendor)
  const into = await world.db
    .insertInto('organisation')
    .values({ name: 'Suurlippula' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`update organisation set merged_into_id = ${into.id} where id = ${organisationId}`.execute(
    world.db,
  )
  expect(
    await world.db.selectFrom('api_client').select('organisation_id').where('id', '=', id).execute(),
  ).toEqual([{ organisation_id: into.id }])
})
