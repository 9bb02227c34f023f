import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeAccount, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { roles } from '../access.ts'
import { createApp } from '../app.tsx'
import { homeOf } from '../frame.ts'
import { languages } from '../i18n/translated.ts'
import { hashPassword } from '../lib/passwords.ts'
import { inviteFirstAdministrator, inviteUser } from './invitation-queries.ts'
import { lockAccount } from './proof-queries.ts'
import { firstPages, paths } from './words.ts'

const password = 'hiljainen lumi satoi'
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 }
const passwordHash = await hashPassword(password, cheap)
const email = 'aino@esimerkki.example'

let world: World
beforeEach(async () => {
  world = await newWorld()
  const { id: siteId } = await makeSite(world.db)
  await makeAccount(world.db, world.now(), { role: 'venue', siteId, email, passwordHash, language: 'sv' })
})
afterEach(() => world.end())

const signIn = (fields: Record<string, string> = {}, path = '/fi/kirjaudu') =>
  world.anyone.post(path, { email, password, ...fields })
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0]!
const openHome = (cookie: string) => world.anyone.get('/fi/oma', { cookie })
const sessions = () => world.db.selectFrom('session').selectAll().execute()
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()

describe('signing in', () => {
  test('with the right password leads to the role’s first page in the account’s language, signed in', async () => {
    const response = await signIn()
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(firstPages.venue.sv)
    expect(response.headers.get('set-cookie')).toMatch(/^kaiku=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const home = await openHome(cookieOf(response))
    expect(home.status).toBe(200)
    expect(await home.text()).toContain('Hei, Aino Esimerkki')
    expect(await lastAudit()).toMatchObject({ permission: 'sessions.start', outcome: 'done' })
  })

  test('waits for a second factor that is confirmed at the same moment, and then asks for it', async () => {
    const { id } = await world.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    let signingIn: Promise<Response> | undefined
    await world.db.transaction().execute(async (db) => {
      await lockAccount(db, id)
      signingIn = signIn()
      await new Promise((done) => setTimeout(done, 300))
      await db
        .insertInto('totp')
        .values({ account_id: id, secret_sealed: Buffer.from('x'), confirmed_at: world.now() })
        .execute()
    })
    expect((await signingIn!).headers.get('location')).toMatch(/^\/fi\/kirjaudu\/vahvista\//)
    expect(await sessions()).toEqual([])
  })

  test('does not mind small and large letters in the address, or spaces around it', async () => {
    expect((await signIn({ email: '  AINO@Esimerkki.example ' })).status).toBe(303)
  })

  test('over https sets a cookie that the browser holds to this host', async () => {
    const origin = 'https://kaiku.example'
    const app = createApp({
      ...{ pool: world.db, read: world.read, keys: world.keys, clock: world.now, demo: false, log: () => {} },
      ...{ origin: () => origin, publicOrigin: origin },
    })
    const response = await app.request(`${origin}/fi/kirjaudu`, {
      method: 'POST',
      body: new URLSearchParams({ email, password }),
      headers: { origin },
    })
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-kaiku=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
  })

  test.each([
    ['a wrong password', { password: 'hiljainen lumi suli' }],
    ['an address that nobody has', { email: 'eino@esimerkki.example' }],
  ])('with %s brings the form back, says the same, and is kept in the log', async (_, fields) => {
    const response = await signIn(fields)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Sähköposti ja salasana eivät kuulu yhteen.')
    expect(page).not.toContain(Object.values({ password, ...fields })[0])
    expect(await sessions()).toEqual([])
    expect(await lastAudit()).toMatchObject({ outcome: 'refused', subject: { problems: 'wrong' } })
  })

  test('gives an account without a password to nobody', async () => {
    await makeAccount(world.db, world.now(), { role: 'auditor', email: 'ei@esimerkki.example' })
    expect((await signIn({ email: 'ei@esimerkki.example', password: 'null' })).status).toBe(422)
  })

  test('gives an ended account or an ended role to nobody', async () => {
    await world.db.updateTable('account_role').set({ ended_at: world.now() }).execute()
    expect((await signIn()).status).toBe(422)
    await world.db.updateTable('account_role').set({ ended_at: null }).execute()
    await world.db.updateTable('account').set({ ended_at: world.now() }).execute()
    expect((await signIn()).status).toBe(422)
  })

  test('says what is missing and keeps the address', async () => {
    const response = await signIn({ password: '' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Kirjoita salasana.')
    expect(page).toContain(`value="${email}"`)
    expect(await (await world.anyone.post('/sv/logga-in', {})).text()).toContain('Skriv e-postadressen.')
  })

  test('gives a new token each time, and ends the session that this browser had', async () => {
    const first = cookieOf(await signIn())
    const second = cookieOf(await world.anyone.post('/fi/kirjaudu', { email, password }, { cookie: first }))
    expect(second).not.toBe(first)
    expect((await openHome(first)).status).toBe(303)
    expect((await openHome(second)).status).toBe(200)
    expect(await sessions()).toHaveLength(1)
  })

  test('keeps the token as a hash', async () => {
    const token = cookieOf(await signIn()).replace('kaiku=', '')
    const [row] = await sessions()
    expect(row!.token_hash).toHaveLength(32)
    expect(row!.token_hash.toString('base64url')).not.toBe(token)
  })

  test('goes on to the page that was asked for', async () => {
    const asked = await world.anyone.get('/en/home')
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toBe('/en/sign-in?next=%2Fen%2Fhome')
    const form = await (await world.anyone.get('/en/sign-in?next=%2Fen%2Fhome')).text()
    expect(form).toContain('<input type="hidden" name="next" value="/en/home"/>')
    expect((await signIn({ next: '/en/home' })).headers.get('location')).toBe('/en/home')
    expect((await signIn({ next: '//evil.example/' })).headers.get('location')).toBe(firstPages.venue.sv)
  })

  test('is not offered again to whoever is signed in', async () => {
    const cookie = cookieOf(await signIn())
    const page = await (await world.anyone.get('/fi/kirjaudu', { cookie })).text()
    expect(page).toContain('Olet jo kirjautunut')
    expect(page).not.toContain('type="password"')
  })
})

describe('the limit of wrong passwords', () => {
  const wrong = () => signIn({ password: 'ei tämä' })
  const miss = async (times: number) => {
    const answers = []
    for (let time = 0; time < times; time++) answers.push((await wrong()).status)
    return answers
  }

  test('lets five through from one network, then one every five minutes; others are not held up', async () => {
    expect(await miss(7)).toEqual([422, 422, 422, 422, 422, 429, 429])
    expect((await signIn()).status).toBe(429)
    const other = 'eino@esimerkki.example'
    await makeAccount(world.db, world.now(), { role: 'auditor', email: other, passwordHash })
    expect((await signIn({ email: other })).status).toBe(303)
    world.later(4)
    expect((await signIn()).status).toBe(429)
    world.later(1)
    expect((await signIn()).status).toBe(303)
  })

  test('counts each of many tries at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, wrong))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(422), ...Array(7).fill(429)])
  })

  test('never counts a right password', async () => {
    for (let time = 0; time < 8; time++) expect((await signIn()).status).toBe(303)
    expect(await miss(5)).toEqual([422, 422, 422, 422, 422])
  })
})

describe('a session', () => {
  test('goes on while it is used, and ends after half an hour without', async () => {
    const cookie = cookieOf(await signIn())
    for (let time = 0; time < 3; time++) {
      world.later(29)
      expect((await openHome(cookie)).status).toBe(200)
    }
    world.later(31)
    expect((await openHome(cookie)).headers.get('location')).toBe('/fi/kirjaudu?next=%2Ffi%2Foma')
  })

  test('ends after twelve hours, however busy', async () => {
    const cookie = cookieOf(await signIn())
    for (let time = 0; time < 35; time++) {
      world.later(20)
      expect((await openHome(cookie)).status).toBe(200)
    }
    world.later(20)
    expect((await openHome(cookie)).status).toBe(303)
  })

  test('ends at once with the account', async () => {
    const cookie = cookieOf(await signIn())
    await world.db.updateTable('account').set({ ended_at: world.now() }).execute()
    expect((await openHome(cookie)).status).toBe(303)
  })

  test('ends by signing out: the token is worth nothing afterwards', async () => {
    const cookie = cookieOf(await signIn())
    const out = await world.anyone.post('/fi/kirjaudu-ulos', {}, { cookie })
    expect(out.status).toBe(303)
    expect(out.headers.get('location')).toBe('/fi')
    expect(out.headers.get('set-cookie')).toContain('kaiku=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
    expect(await sessions()).toEqual([])
    expect((await openHome(cookie)).status).toBe(303)
  })

  test('ends for this browser only', async () => {
    const [desktop, phone] = [cookieOf(await signIn()), cookieOf(await signIn())]
    await world.anyone.post('/fi/kirjaudu-ulos', {}, { cookie: phone })
    expect((await openHome(desktop)).status).toBe(200)
  })

  test('is ended by no link and by no other site: signing out is a POST of our own page', async () => {
    const cookie = cookieOf(await signIn())
    expect((await world.anyone.get('/fi/kirjaudu-ulos', { cookie })).status).toBe(405)
    const foreign = { cookie, 'sec-fetch-site': 'cross-site' }
    expect((await world.anyone.post('/fi/kirjaudu-ulos', {}, foreign)).status).toBe(403)
    expect((await openHome(cookie)).status).toBe(200)
  })
})

test('the first page of a role is where its menu begins', () => {
  for (const role of roles)
    for (const language of languages) expect(firstPages[role][language]).toBe(homeOf(role, language))
})

describe('an invitation', () => {
  const accept = (token: string, fields: Record<string, string> = {}) =>
    world.anyone.post(`/fi/kutsu/${token}`, { name: 'Eino Esimerkki', password, ...fields })
  const open = async (token: string) => (await world.anyone.get(`/fi/kutsu/${token}`)).text()
  const ended = 'Kutsu ei ole enää voimassa'
  const inviteIssuer = async (to = 'eino@esimerkki.example') => {
    const unit = await makeUnit(world.db, { name: 'Nuorten talo' })
    return inviteUser(world.db, { email: to, role: 'issuer', unitId: unit.id }, world.now())
  }

  test('makes an account in its role and place, signed in, with the chosen password', async () => {
    const token = await inviteIssuer()
    const page = await open(token)
    for (const text of ['Kortinjakaja', 'Nuorten talo', 'eino@esimerkki.example'])
      expect(page).toContain(text)
    const response = await accept(token)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(firstPages.issuer.fi)
    const first = await world.anyone.get(firstPages.issuer.fi, { cookie: cookieOf(response) })
    expect(first.headers.get('location')).toBe(paths.secondFactor.fi)
    const setUp = await world.anyone.get(paths.secondFactor.fi, { cookie: cookieOf(response) })
    expect(await setUp.text()).toContain('Eino Esimerkki · Kortinjakaja · Nuorten talo')
    expect((await signIn({ email: 'eino@esimerkki.example' })).status).toBe(303)
    expect(await lastAudit()).toMatchObject({ permission: 'sessions.start', outcome: 'done' })
  })

  test('works once, also for two who come at the same moment', async () => {
    const token = await inviteIssuer()
    const answers = await Promise.all([accept(token), accept(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await open(token)).toContain(ended)
    expect(await (await accept(token)).text()).toContain(ended)
  })

  test('works for three days', async () => {
    const token = await inviteIssuer()
    world.later(72 * 60 - 1)
    expect(await open(token)).not.toContain(ended)
    world.later(1)
    expect(await open(token)).toContain(ended)
    expect((await accept(token)).status).toBe(422)
    expect(await world.db.selectFrom('account').select('id').execute()).toHaveLength(1)
  })

  test('that was never made looks like one that has ended', async () => {
    expect(await open('x')).toContain(ended)
  })

  test('is kept as a hash', async () => {
    const token = await inviteIssuer()
    const rows = await world.db.selectFrom('invitation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('still works after a password that was refused', async () => {
    const token = await inviteIssuer()
    const refused = await accept(token, { password: 'lyhyt' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Salasana on liian lyhyt.')
    expect(page).not.toContain('"lyhyt"')
    expect(page).toContain('value="Eino Esimerkki"')
    expect(await (await accept(token, { password: 'EinoEsimerkki1' })).text()).toContain('helppo arvata')
    expect((await accept(token)).status).toBe(303)
  })

  test('to an address that has an account says so and changes nothing', async () => {
    const token = await inviteIssuer(email)
    const response = await accept(token)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Tällä osoitteella on jo tili.')
    expect(await world.db.selectFrom('account').select('id').execute()).toHaveLength(1)
    expect(world.logged).toEqual([])
  })

  test('for the first administrator asks for the address; there is one at a time, and none once somebody is in', async () => {
    await makeAccount(world.db, world.now(), { role: 'centre' })
    expect(await inviteFirstAdministrator(world.db, world.now())).toBeUndefined()
    await world.db.updateTable('account').set({ ended_at: world.now() }).execute()
    const older = await inviteFirstAdministrator(world.db, world.now())
    const token = await inviteFirstAdministrator(world.db, world.now())
    expect(await open(older!)).toContain(ended)
    expect(await open(token!)).toContain('name="email"')
    expect(await (await accept(token!)).text()).toContain('Kirjoita sähköpostiosoite.')
    expect(await (await accept(token!, { email: 'liina' })).text()).toContain('Tarkista sähköpostiosoite.')
    expect(await (await accept(token!, { email })).text()).toContain('Tällä osoitteella on jo tili.')
    const other = await makeAccount(world.db, world.now(), { role: 'centre' })
    expect(await open(token!)).toContain(ended)
    expect((await accept(token!, { email: 'liina@esimerkki.example' })).status).toBe(422)
    await world.db
      .updateTable('account_role')
      .set({ ended_at: world.now() })
      .where('id', '=', other)
      .execute()
    const response = await accept(token!, { email: 'liina@esimerkki.example' })
    expect(response.headers.get('location')).toBe('/fi/alueet-yllapito')
    await inviteUser(world.db, { email: null, role: 'centre' }, world.now())
    expect(await inviteFirstAdministrator(world.db, world.now())).toBeUndefined()
    const waiting = world.db.selectFrom('invitation').select('id').where('accepted_at', 'is', null)
    expect(await waiting.execute()).toEqual([])
  })
})
