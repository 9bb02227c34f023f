import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signedToken, startProvider, type TestProvider } from '../../test/identity-provider.ts'
import { type MadeSite, type MadeUnit, makeAccount, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { inviteUser } from '../accounts/invitation-queries.ts'
import { firstPages } from '../accounts/words.ts'
import { createApp } from '../app.tsx'
import { createMapping, endMapping } from './group-queries.ts'
import { createProvider, endProvider, listProviders } from './queries.ts'
import { forgetRequests, sealSecret } from './sign-in-queries.ts'

let municipality: TestProvider
beforeAll(async () => {
  municipality = await startProvider()
})
afterAll(() => municipality.stop())

let world: World
let unit: MadeUnit
let site: MadeSite
let providerId: number

const write = <T>(
  run: (db: Parameters<Parameters<ReturnType<World['db']['transaction']>['execute']>[0]>[0]) => Promise<T>,
) => world.db.transaction().execute(run)

const addProvider = async (
  given: { issuer: string; clientId: string; clientSecret: string },
  name = 'Esimerkkikunta',
) =>
  (await write((db) =>
    createProvider(
      db,
      { name, groupsClaim: 'groups', secretSealed: sealSecret(world.keys, given.clientSecret), ...given },
      world.now(),
    ),
  ))!

const nowhere = { areaId: null, unitId: null, siteId: null, organisationId: null, side: null }
const mapUnit = (groupName: string, unitId = unit.id) =>
  write((db) => createMapping(db, providerId, { ...nowhere, groupName, role: 'issuer', unitId }))
const mapSite = (groupName: string) =>
  write((db) => createMapping(db, providerId, { ...nowhere, groupName, role: 'venue', siteId: site.id }))

beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db, { name: 'Aikuissosiaalityö, Kuhmo' })
  site = await makeSite(world.db, { name: 'Kuhmo-talo' })
  providerId = await addProvider(municipality)
  await mapUnit('kaiku-jakajat')
  await mapSite('kaiku-kassat')
  municipality.people.clear()
  municipality.people.set('aino', {
    name: 'Aino Esimerkki',
    email: 'aino@esimerkki.example',
    groups: ['henkilosto', 'kaiku-jakajat'],
  })
  municipality.lieWith(null)
})
afterEach(() => world.end())

const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .find((one) => one.startsWith(`${name}=`))
const begin = (more: { cookie?: string; path?: string } = {}) =>
  world.anyone.get(
    more.path ?? `/fi/kirjaudu/palvelu/${providerId}`,
    more.cookie ? { cookie: more.cookie } : {},
  )

/** Goes to the provider and signs in there. @returns the address that leads back, and this browser's cookie */
const goAndSignIn = async (who = 'aino', more: { cookie?: string; path?: string } = {}) => {
  const started = await begin(more)
  expect(started.status).toBe(303)
  const returned = await municipality.signIn(started.headers.get('location')!, who)
  const cookie = [more.cookie, cookieOf(started, 'kaiku-state')].filter(Boolean).join('; ')
  return { returned, cookie }
}
const comeBack = async ({ returned, cookie }: { returned: string; cookie: string }) =>
  world.anyone.get(returned, { cookie, 'sec-fetch-site': 'cross-site' })
const signIn = async (who = 'aino') => comeBack(await goAndSignIn(who))
const sessionCookie = (response: Response) => cookieOf(response, 'kaiku')!
const openHome = (cookie: string) => world.anyone.get('/fi/oma', { cookie })

const audits = () => world.db.selectFrom('audit').selectAll().orderBy('id').execute()
const openRoles = async () =>
  (
    await world.db
      .selectFrom('account_role')
      .select(['role', 'group_id', 'unit_id'])
      .where('ended_at', 'is', null)
      .orderBy('created_at')
      .execute()
  ).map(({ role }) => role)

/** Everything that a refused sign-in must leave as it was. */
const kept = async () => ({
  accounts: await world.db.selectFrom('account').selectAll().orderBy('id').execute(),
  roles: await world.db.selectFrom('account_role').selectAll().orderBy('id').execute(),
  sessions: await world.db.selectFrom('session').selectAll().orderBy('id').execute(),
  identities: await world.db.selectFrom('identity').selectAll().execute(),
})

const expectRefused = async (response: Response, problem: string, words: string) => {
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/fi/kirjaudu/ei-onnistunut/${problem}`)
  expect(cookieOf(response, 'kaiku')).toBeUndefined()
  const page = await world.anyone.get(response.headers.get('location')!)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(words)
  expect((await audits()).at(-1)).toMatchObject({
    permission: 'sessions.start',
    outcome: 'refused',
    subject: { problems: problem },
  })
  expect(world.logged).toEqual([])
}

describe('a whole sign-in', () => {
  test('makes an account with the role of the group, and a session that ends with the working day', async () => {
    const response = await signIn()
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/fi/anna-kortti')
    expect(response.headers.getSetCookie().find((one) => one.startsWith('kaiku-state='))).toContain(
      'Max-Age=0',
    )
    const home = await (await openHome(sessionCookie(response))).text()
    for (const text of ['Hei, Aino Esimerkki', 'Kortinjakaja', 'Aikuissosiaalityö, Kuhmo'])
      expect(home).toContain(text)
    const [account] = await world.db.selectFrom('account').selectAll().execute()
    expect(account).toMatchObject({ email: 'aino@esimerkki.example', password_hash: null, language: 'fi' })
    const [session] = await world.db.selectFrom('session').selectAll().execute()
    expect(session).toMatchObject({ proof: 'provider', provider_id: providerId })
    expect(session!.expires_at.getTime() - world.now().getTime()).toBe(12 * 3_600_000)
    expect((await audits()).at(-1)).toMatchObject({
      permission: 'sessions.start',
      outcome: 'done',
      subject: { account: account!.id, provider: providerId },
    })
    expect(await world.db.selectFrom('identity_request').selectAll().execute()).toEqual([])
  })

  test('asks the provider as the standard says: code, PKCE, state and nonce, and keeps only a hash of the state', async () => {
    const started = await begin()
    const { searchParams: asked } = new URL(started.headers.get('location')!)
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'kaiku',
      redirect_uri: 'http://localhost:3000/kirjaudu/paluu',
      scope: 'openid profile email groups',
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    expect(started.headers.getSetCookie()).toEqual([
      `kaiku-state=${asked.get('state')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600`,
    ])
    const [row] = await world.db.selectFrom('identity_request').selectAll().execute()
    expect(row!.state_hash.toString('base64url')).not.toBe(asked.get('state'))
    expect(row!.verifier).not.toBe(asked.get('code_challenge'))
    expect(row!.expires_at.getTime() - world.now().getTime()).toBe(600_000)
  })

  test('is offered on the sign-in page, and goes on to the page that was asked for', async () => {
    const form = await (await world.anyone.get('/sv/logga-in?next=%2Fsv%2Fmin-sida')).text()
    expect(form).toContain('Logga in: Esimerkkikunta')
    const path = `/sv/logga-in/tjanst/${providerId}?next=%2Fsv%2Fmin-sida`
    expect(form).toContain(`href="${path}"`)
    const response = await comeBack(await goAndSignIn('aino', { path }))
    expect(response.headers.get('location')).toBe('/sv/min-sida')
    const evil = { path: `/sv/logga-in/tjanst/${providerId}?next=%2F%2Fevil.example` }
    expect((await comeBack(await goAndSignIn('aino', evil))).headers.get('location')).toBe(
      firstPages.issuer.sv,
    )
  })

  test('takes the groups and the address from the userinfo endpoint where the ID token does not hold them', async () => {
    const other = await startProvider(false)
    try {
      other.people.set('eino', { name: 'Eino Esimerkki', email: 'eino@esimerkki.example', groups: ['g'] })
      providerId = await addProvider(other, 'Toinen kunta')
      await mapUnit('g')
      const started = await begin()
      const returned = await other.signIn(started.headers.get('location')!, 'eino')
      const response = await comeBack({ returned, cookie: cookieOf(started, 'kaiku-state')! })
      expect(response.headers.get('location')).toBe('/fi/anna-kortti')
    } finally {
      await other.stop()
    }
  })

  test('a second time is the same account, also with a new name and address', async () => {
    await signIn()
    municipality.people.set('aino', { email: 'toinen@esimerkki.example', groups: 'kaiku-jakajat' })
    expect((await signIn()).headers.get('location')).toBe('/fi/anna-kortti')
    const { accounts, roles, sessions } = await kept()
    expect([accounts.length, roles.length, sessions.length]).toEqual([1, 1, 2])
    expect(accounts[0]!.email).toBe('aino@esimerkki.example')
  })

  test('two first sign-ins at once make one account', async () => {
    const [one, two] = [await goAndSignIn(), await goAndSignIn()]
    const answers = await Promise.all([comeBack(one), comeBack(two)])
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([
      '/fi/anna-kortti',
      '/fi/anna-kortti',
    ])
    expect((await kept()).accounts).toHaveLength(1)
  })

  test('is ended as any other: the session that this browser had ends, and the token is new', async () => {
    const first = sessionCookie(await signIn())
    const second = sessionCookie(await comeBack(await goAndSignIn('aino', { cookie: first })))
    expect(second).not.toBe(first)
    expect((await openHome(first)).status).toBe(303)
    expect((await openHome(second)).status).toBe(200)
  })

  test('sessions are bounded: half an hour without a touch, twelve hours in any case', async () => {
    const cookie = sessionCookie(await signIn())
    world.later(31)
    expect((await openHome(cookie)).status).toBe(303)
  })
})

describe('when the groups of a person change', () => {
  const withGroups = (...groups: string[]) =>
    municipality.people.set('aino', { ...municipality.people.get('aino'), groups })

  test('another group ends the old role and its sessions, and begins the new one', async () => {
    const before = sessionCookie(await signIn())
    withGroups('kaiku-kassat')
    const response = await signIn()
    expect(response.headers.get('location')).toBe('/fi/kassa')
    expect(await openRoles()).toEqual(['venue'])
    expect((await openHome(before)).status).toBe(303)
    expect(await (await openHome(sessionCookie(response))).text()).toContain('Kuhmo-talo')
  })

  test('a group that comes back gives a new role', async () => {
    await signIn()
    withGroups('kaiku-kassat')
    await signIn()
    withGroups('kaiku-jakajat', 'kaiku-kassat')
    await signIn()
    expect((await openRoles()).sort()).toEqual(['issuer', 'venue'])
    expect((await kept()).roles).toHaveLength(3)
  })

  test('all gone: no role, no session, and a page that says what to do', async () => {
    const before = sessionCookie(await signIn())
    withGroups('henkilosto')
    await expectRefused(await signIn(), 'no-groups', 'Roolin antaa oma organisaatiosi.')
    expect(await openRoles()).toEqual([])
    expect((await kept()).sessions).toEqual([])
    expect((await openHome(before)).status).toBe(303)
  })

  test('a role that was given by hand stays, and is not given twice', async () => {
    await signIn()
    const accountId = (await kept()).accounts[0]!.id
    await world.db
      .insertInto('account_role')
      .values({ account_id: accountId, role: 'venue', site_id: site.id, created_at: world.now() })
      .execute()
    withGroups('kaiku-kassat')
    expect((await signIn()).headers.get('location')).toBe('/fi/kassa')
    expect(await openRoles()).toEqual(['venue'])
    withGroups()
    await expectRefused(await signIn(), 'no-groups', 'Pyydä esihenkilöäsi')
    expect(await openRoles()).toEqual(['venue'])
    expect((await kept()).sessions).toEqual([])
  })

  test('somebody without a group never gets an account', async () => {
    municipality.people.set('eino', { email: 'eino@esimerkki.example', groups: ['henkilosto'] })
    const before = await kept()
    await expectRefused(await signIn('eino'), 'no-groups', 'Sinulla ei ole nyt roolia Kaikukannassa')
    expect(await kept()).toEqual(before)
  })

  test('a role given by hand that asks for a second factor is not acted in through the provider', async () => {
    const cookie = sessionCookie(await signIn())
    const accountId = (await kept()).accounts[0]!.id
    const { id } = await world.db
      .insertInto('account_role')
      .values({ account_id: accountId, role: 'centre', created_at: world.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const own = { cookie }
    expect(await (await world.anyone.get('/fi/oma', own)).text()).not.toContain(id)
    expect((await world.anyone.post('/fi/oma/rooli', { role: id }, own)).status).toBe(404)
    await world.db.updateTable('session').set({ account_role_id: id }).execute()
    expect((await openHome(cookie)).status).toBe(303)
    // The same role by hand and by a group: the provider opens the one that its group gave.
    await world.db
      .insertInto('account_role')
      .values({ account_id: accountId, role: 'venue', site_id: site.id, created_at: new Date(0) })
      .execute()
    await world.db.updateTable('account_role').set({ group_id: null }).where('role', '=', 'issuer').execute()
    const again = await signIn()
    expect(again.headers.get('location')).toBe('/fi/anna-kortti')
    expect((await openHome(sessionCookie(again))).status).toBe(200)
  })

  test('a role from a group is worth nothing in a session that began another way', async () => {
    const cookie = sessionCookie(await signIn())
    await world.db.updateTable('session').set({ proof: 'totp', provider_id: null }).execute()
    expect((await openHome(cookie)).status).toBe(303)
    const other = await addProvider({ ...municipality, issuer: 'https://toinen.example' }, 'Toinen kunta')
    await world.db.updateTable('session').set({ proof: 'provider', provider_id: other }).execute()
    expect((await openHome(cookie)).status).toBe(303)
    await world.db.updateTable('session').set({ provider_id: providerId }).execute()
    expect((await openHome(cookie)).status).toBe(200)
  })

  test('a mapping that was removed gives nothing', async () => {
    const [{ id }] = (await world.db
      .selectFrom('identity_group')
      .select('id')
      .where('group_name', '=', 'kaiku-jakajat')
      .execute()) as [{ id: number }]
    await write((db) => endMapping(db, providerId, id, world.now()))
    await expectRefused(await signIn(), 'no-groups', 'Roolin antaa')
  })
})

describe('nothing is written, but that it was refused, when', () => {
  const expectNothing = async (run: () => Promise<Response>, problem: string, words: string) => {
    const before = await kept()
    const logBefore = (await audits()).length
    await expectRefused(await run(), problem, words)
    expect(await kept()).toEqual(before)
    expect(await audits()).toHaveLength(logBefore + 1)
  }

  test('the state is another', async () => {
    const { returned, cookie } = await goAndSignIn()
    const changed = returned.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)
    await expectNothing(() => comeBack({ returned: changed, cookie }), 'other-browser', 'samassa selaimessa')
    expect((await comeBack({ returned, cookie })).headers.get('location')).toBe('/fi/anna-kortti')
  })

  test('the state is missing, or comes twice in one address', async () => {
    const { returned, cookie } = await goAndSignIn()
    const without = returned.replace(/&?state=[^&]+/, '')
    await expectNothing(() => comeBack({ returned: without, cookie }), 'other-browser', 'samassa selaimessa')
    await expectNothing(
      () => comeBack({ returned: `${returned}&state=other`, cookie }),
      'not-proven',
      'Kirjautumista ei voitu varmistaa',
    )
  })

  test('the state was used before', async () => {
    const walk = await goAndSignIn()
    await comeBack(walk)
    await expectNothing(() => comeBack(walk), 'expired', 'Kirjautuminen toimii kerran')
  })

  test('the same answer comes twice at the same moment: one gets in', async () => {
    const walk = await goAndSignIn()
    const answers = await Promise.all([comeBack(walk), comeBack(walk)])
    expect(answers.map((answer) => answer.headers.get('location')).sort()).toEqual([
      '/fi/anna-kortti',
      '/fi/kirjaudu/ei-onnistunut/expired',
    ])
  })

  test('it took more than ten minutes', async () => {
    const walk = await goAndSignIn()
    world.later(10)
    await expectNothing(() => comeBack(walk), 'expired', 'aikaa on 10 minuuttia')
  })

  test('somebody else’s answer is slipped into this browser, or into one that never left', async () => {
    const theirs = await goAndSignIn()
    const mine = await goAndSignIn()
    const slipped = { returned: theirs.returned, cookie: mine.cookie }
    await expectNothing(() => comeBack(slipped), 'other-browser', 'ei alkanut tässä selaimessa')
    await expectNothing(() => comeBack({ ...slipped, cookie: '' }), 'other-browser', 'ei alkanut')
  })

  test('the code belongs to another sign-in than the state', async () => {
    const [one, two] = [await goAndSignIn(), await goAndSignIn()]
    const code = new URL(one.returned, 'http://here').searchParams.get('code')!
    const mixed = { returned: two.returned.replace(/code=[^&]+/, `code=${code}`), cookie: two.cookie }
    await expectNothing(() => comeBack(mixed), 'not-proven', 'Kirjautumista ei voitu varmistaa')
  })

  test('the answer names another issuer', async () => {
    const { returned, cookie } = await goAndSignIn()
    const other = returned.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://toinen.example')}`)
    expect(other).not.toBe(returned)
    await expectNothing(() => comeBack({ returned: other, cookie }), 'not-proven', 'ei voitu varmistaa')
  })

  test('the person gave up at the provider', async () => {
    await expectNothing(() => signIn(''), 'cancelled', 'Kirjautuminen jäi kesken')
  })

  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const minute = 60
  const lies: [string, (claims: Record<string, unknown>) => string][] = [
    ['with the nonce of another sign-in', (claims) => signedToken({ ...claims, nonce: 'x'.repeat(43) })],
    ['without a nonce', ({ nonce: _, ...claims }) => signedToken(claims)],
    ['for another client', (claims) => signedToken({ ...claims, aud: 'other' })],
    [
      'for two, of whom we are not the one that asked',
      (claims) => signedToken({ ...claims, aud: ['kaiku', 'other'], azp: 'other' }),
    ],
    ['of another issuer', (claims) => signedToken({ ...claims, iss: 'https://toinen.example' })],
    [
      'that has expired',
      (claims) => signedToken({ ...claims, exp: Math.floor(Date.now() / 1000) - 10 * minute }),
    ],
    ['signed with another key', (claims) => signedToken(claims, { key: stranger })],
    [
      'not signed at all',
      (claims) => {
        const parts = [{ alg: 'none' }, claims].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        )
        return `${parts.join('.')}.`
      },
    ],
    ['without a subject', ({ sub: _, ...claims }) => signedToken(claims)],
    ['whose subject no database keeps', (claims) => signedToken({ ...claims, sub: 'ai\0no' })],
    ['that is none', () => 'x'],
  ]
  test.each(lies)('the ID token is one %s', async (_, lie) => {
    const walk = await goAndSignIn()
    municipality.lieWith(lie)
    await expectNothing(() => comeBack(walk), 'not-proven', 'Kirjautumista ei voitu varmistaa')
  })

  test('(the same road with a true ID token leads in)', async () => {
    const walk = await goAndSignIn()
    municipality.lieWith((claims) => signedToken(claims))
    expect((await comeBack(walk)).headers.get('location')).toBe('/fi/anna-kortti')
  })

  test('the client secret is wrong', async () => {
    await world.db
      .updateTable('identity_provider')
      .set({ client_secret_sealed: sealSecret(world.keys, 'wrong') })
      .execute()
    await expectNothing(() => signIn(), 'not-proven', 'Kirjautumista ei voitu varmistaa')
  })

  test('the address has an account of its own: it is not linked, whoever says so', async () => {
    await makeAccount(world.db, world.now(), { role: 'centre', email: 'AINO@esimerkki.example' })
    await expectNothing(() => signIn(), 'email-taken', 'Sähköpostiosoitteellasi on jo tili')
    const page = await world.anyone.get('/fi/kirjaudu/ei-onnistunut/email-taken')
    expect(await page.text()).toContain('kysy alueesi vastuuhenkilöltä')
  })

  test('the address has an open invitation: its owner takes that first', async () => {
    await inviteUser(world.db, { email: 'AINO@esimerkki.example', role: 'centre' }, world.now())
    await expectNothing(() => signIn(), 'email-invited', 'Avaa sähköpostista kutsun linkki')
    world.later(3 * 24 * 60)
    expect((await signIn()).headers.get('location')).toBe('/fi/anna-kortti')
  })

  test.each([
    ['no address', { groups: ['kaiku-jakajat'] }],
    [
      'an address that it does not stand for',
      { email: 'a@esimerkki.example', email_verified: false, groups: ['kaiku-jakajat'] },
    ],
    ['something that is no address', { email: 'aino', groups: ['kaiku-jakajat'] }],
  ])('the provider gives %s', async (_, person) => {
    municipality.people.set('aino', person)
    await expectNothing(() => signIn(), 'email-missing', 'ei kertonut vahvistettua osoitettasi')
  })

  test('the account has ended', async () => {
    await signIn()
    await world.db.updateTable('account').set({ ended_at: world.now() }).execute()
    await expectNothing(() => signIn(), 'account-ended', 'Tilisi on päätetty')
  })

  test('the provider has ended in the meantime', async () => {
    const walk = await goAndSignIn()
    await write((db) => endProvider(db, providerId, world.now()))
    await expectNothing(() => comeBack(walk), 'ended', 'ei ole käytössä')
    expect((await begin()).status).toBe(404)
    expect(await (await world.anyone.get('/fi/kirjaudu')).text()).not.toContain('Esimerkkikunta')
  })
})

describe('a provider that does not answer', () => {
  test('leads to a page that says so, from the start and from the way back', async () => {
    const other = await startProvider()
    other.people.set('aino', { email: 'aino@esimerkki.example', groups: ['g'] })
    providerId = await addProvider(other, 'Toinen kunta')
    const started = await begin()
    const returned = await other.signIn(started.headers.get('location')!, 'aino')
    await other.stop()
    const response = await comeBack({ returned, cookie: cookieOf(started, 'kaiku-state')! })
    await expectRefused(response, 'unreachable', 'Kirjautumispalvelu ei vastaa')
    const again = await begin()
    expect(again.headers.get('location')).toBe('/fi/kirjaudu/ei-onnistunut/unreachable')
    expect(world.logged).toEqual([])
  })

  test('an issuer that says it is another is not believed', async () => {
    const { issuer } = municipality
    providerId = await addProvider(
      { ...municipality, issuer: issuer.replace('127.0.0.1', 'localhost') },
      'Toinen',
    )
    expect((await begin()).headers.get('location')).toBe('/fi/kirjaudu/ei-onnistunut/unreachable')
  })
})

test('those who never come back are swept out', async () => {
  await begin()
  await forgetRequests(world.db, world.now())
  expect(await world.db.selectFrom('identity_request').selectAll().execute()).toHaveLength(1)
  world.later(10)
  await forgetRequests(world.db, world.now())
  expect(await world.db.selectFrom('identity_request').selectAll().execute()).toEqual([])
})

test('starting is bounded by network', async () => {
  await world.db
    .insertInto('rate_limit')
    .values(
      (await import('./rules.ts'))
        .startLimits('')
        .map(({ bucket }) => ({ bucket, tokens: 1, refilled_at: world.now() })),
    )
    .execute()
  expect((await begin()).status).toBe(303)
  expect((await begin()).status).toBe(429)
})

test('no page of a refusal that does not exist', async () => {
  for (const problem of ['x', '__proto__', 'toString'])
    expect((await world.anyone.get(`/fi/kirjaudu/ei-onnistunut/${problem}`)).status).toBe(404)
})

describe('linking', () => {
  const ownPage = async (cookie: string) => (await world.anyone.get('/fi/oma/palvelut', { cookie })).text()
  const linkOf = (html: string) => /href="(\/fi\/oma\/palvelut\/\d+\/[\w-]{43})"/.exec(html)?.[1]
  const owner = async () => {
    const one = await world.as({ role: 'centre' })
    return { ...one, cookie: `kaiku=${one.token}` }
  }

  test('an owner links their account while signed in, and then gets in with the roles of the groups', async () => {
    const { cookie } = await owner()
    const path = linkOf(await ownPage(cookie))!
    const response = await comeBack(await goAndSignIn('aino', { cookie, path }))
    expect(response.headers.get('location')).toBe(`/fi/oma/palvelut?linked=${providerId}`)
    expect(cookieOf(response, 'kaiku')).toBeUndefined()
    const page = await (await world.anyone.get(response.headers.get('location')!, { cookie })).text()
    expect(page).toContain('Yhdistetty: Esimerkkikunta.')
    expect(linkOf(page)).toBeUndefined()
    const { accounts } = await kept()
    expect(accounts).toHaveLength(1)
    expect((await signIn()).headers.get('location')).toBe('/fi/anna-kortti')
    expect((await kept()).accounts).toEqual(accounts)
    expect((await openRoles()).sort()).toEqual(['centre', 'issuer'])
  })

  test('asks anew who it is: after ten minutes, and where a password alone began the session', async () => {
    const { cookie, accountRoleId } = await owner()
    const path = linkOf(await ownPage(cookie))!
    const again = '/fi/oma/varmista?next=%2Ffi%2Foma%2Fpalvelut'
    world.later(11)
    expect((await begin({ cookie, path })).headers.get('location')).toBe(again)
    const { account_id } = await world.db
      .selectFrom('account_role')
      .select('account_id')
      .where('id', '=', accountRoleId)
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('totp')
      .values({ account_id: account_id!, secret_sealed: Buffer.from('x'), confirmed_at: world.now() })
      .execute()
    await world.db.updateTable('account_role').set({ role: 'venue', site_id: site.id }).execute()
    await world.db.updateTable('session').set({ proof: 'password', proven_at: world.now() }).execute()
    expect((await begin({ cookie, path })).headers.get('location')).toBe(again)
    await world.db.updateTable('session').set({ proof: 'totp' }).execute()
    expect((await begin({ cookie, path })).headers.get('location')).toContain(municipality.issuer)
  })

  test('is told by mail and can be undone: its roles and sessions are over', async () => {
    const { cookie } = await owner()
    await comeBack(await goAndSignIn('aino', { cookie, path: linkOf(await ownPage(cookie))! }))
    expect(await world.db.selectFrom('mail').select(['kind', 'subject']).execute()).toEqual([
      { kind: 'provider-linked', subject: 'Kirjautumispalvelu on yhdistetty tiliisi' },
    ])
    const through = sessionCookie(await signIn())
    const unlink = () => world.anyone.post(`/fi/oma/palvelut/${providerId}/irrota`, {}, { cookie })
    const refused = await unlink()
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Kirjaudut vain tällä palvelulla: Esimerkkikunta.')
    await world.db.updateTable('account').set({ password_hash: 'x' }).execute()
    expect((await unlink()).headers.get('location')).toBe(`/fi/oma/palvelut?unlinked=${providerId}`)
    expect((await kept()).identities).toEqual([])
    expect(await openRoles()).toEqual(['centre'])
    expect((await openHome(through)).status).toBe(303)
    expect((await openHome(cookie)).status).toBe(200)
    expect((await unlink()).status).toBe(404)
  })

  test('the link is of this session alone: no other site can lead there', async () => {
    const [one, two] = [await owner(), await owner()]
    const path = linkOf(await ownPage(one.cookie))!
    expect((await begin({ cookie: two.cookie, path })).status).toBe(404)
    for (const proof of ['x'.repeat(43), 'x']) {
      const made = path.replace(/[^/]+$/, proof)
      expect((await begin({ cookie: one.cookie, path: made })).status).toBe(404)
    }
    expect((await begin({ path })).headers.get('location')).toContain('/fi/kirjaudu?next=')
  })

  test('comes to nothing when another or nobody is signed in on the way back', async () => {
    const [one, two] = [await owner(), await owner()]
    const walk = async () =>
      goAndSignIn('aino', { cookie: one.cookie, path: linkOf(await ownPage(one.cookie))! })
    const swapped = await walk()
    const refused = await comeBack({ ...swapped, cookie: swapped.cookie.replace(one.token, two.token) })
    expect(refused.headers.get('location')).toBe('/fi/kirjaudu/ei-onnistunut/other-account')
    const out = await walk()
    const state = out.cookie.split('; ').find((part) => part.startsWith('kaiku-state'))!
    const gone = await comeBack({ ...out, cookie: state })
    await expectRefused(gone, 'other-account', 'Aloita yhdistäminen uudelleen')
    expect((await kept()).identities).toEqual([])
  })

  test('one identity belongs to one account, and an account has one at each provider', async () => {
    await signIn()
    const { cookie } = await owner()
    const link = async (who: string) =>
      (await comeBack(await goAndSignIn(who, { cookie, path: linkOf(await ownPage(cookie))! }))).headers.get(
        'location',
      )
    expect(await link('aino')).toBe('/fi/kirjaudu/ei-onnistunut/linked-elsewhere')
    const path = linkOf(await ownPage(cookie))!
    municipality.people.set('eino', {})
    expect(await link('eino')).toContain('linked=')
    municipality.people.set('liina', {})
    const second = await comeBack(await goAndSignIn('liina', { cookie, path }))
    expect(second.headers.get('location')).toBe('/fi/kirjaudu/ei-onnistunut/linked-elsewhere')
    expect((await kept()).identities).toHaveLength(2)
  })
})

test('an installation at an https address asks nothing of a plain http issuer, and takes none', async () => {
  const origin = 'https://kaiku.example'
  const app = createApp({
    ...{ pool: world.requests, read: world.read, keys: world.keys, clock: world.now, demo: false },
    ...{ log: () => {}, origin: () => origin, publicOrigin: origin },
  })
  const { token } = await world.as({ role: 'centre' })
  const headers = { origin, cookie: `__Host-kaiku=${token}` }
  const fields = { name: 'Toinen', issuer: 'http://127.0.0.1:9', clientId: 'kaiku' }
  const body = new URLSearchParams({ ...fields, clientSecret: 'salaisuus', groupsClaim: 'groups' })
  const added = await app.request(`${origin}/fi/palvelut/uusi`, { method: 'POST', headers, body })
  expect(added.status).toBe(422)
  expect(await added.text()).toContain('Tarkista osoite. Sen alussa on https://')
  expect(await listProviders(world.db)).toHaveLength(1)
  const started = await app.request(`${origin}/fi/kirjaudu/palvelu/${providerId}`)
  expect(started.headers.get('location')).toBe('/fi/kirjaudu/ei-onnistunut/unreachable')
  const path = `${origin}/fi/palvelut/${providerId}/koe`
  const tested = await app.request(path, { method: 'POST', headers, body: new URLSearchParams() })
  expect(tested.headers.get('location')).toBe(`/fi/palvelut/${providerId}?done=silent`)
})
