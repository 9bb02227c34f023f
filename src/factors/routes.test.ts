import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOn, newPerson, type Person } from '../../test/factors.ts'
import { htmlProblems } from '../../test/html.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { forgetFactors, forgetUnfinishedFactors } from './queries.ts'

let world: World
let aino: Person
beforeEach(async () => {
  world = await newWorld()
  aino = await newPerson(world, 'aino@esimerkki.example', { role: 'centre' })
})
afterEach(() => world.end())

const setUp = '/fi/oma/vahvistus'
const location = (response: Response) => response.headers.get('location')
const venue = async (email = 'eino@esimerkki.example') =>
  newPerson(world, email, { role: 'venue', siteId: (await makeSite(world.db)).id })
const proofs = async () =>
  (await world.db.selectFrom('session').select('proof').execute()).map((row) => row.proof)
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
/** Numbers of the app change every half a minute. */
const nextCode = () => world.later(1)

describe('a role that needs a second factor', () => {
  test('comes with a password alone to the page that sets it up, and nowhere else', async () => {
    expect((await aino.signIn()).status).toBe(303)
    for (const path of ['/fi/oma', '/en/home']) expect((await aino.get(path)).status).toBe(303)
    expect(location(await aino.get('/fi/oma'))).toBe(setUp)
    const page = await aino.read(setUp)
    expect(page).toContain('Ota kaksivaiheinen kirjautuminen käyttöön')
    expect(page).not.toContain('Varakoodit')
  })

  test('sets up the app, saves the codes, and goes on to its first page under a new token', async () => {
    await aino.signIn()
    const before = aino.cookie()
    const { confirmed } = await aino.setUpApp()
    expect(location(confirmed)).toBe('/fi/oma/vahvistus/varakoodit?next=%2Ffi%2Falueet-yllapito')
    expect(aino.cookie()).not.toBe(before)
    expect((await world.anyone.get(setUp, { cookie: before })).status).toBe(303)
    expect(await proofs()).toEqual(['totp'])
    const page = await aino.read(location(confirmed)!)
    expect(codesOn(page)).toHaveLength(10)
    const saved = await aino.post('/fi/oma/vahvistus/varakoodit/tallessa', { next: '/fi/oma' })
    expect(location(saved)).toBe('/fi/oma')
    expect((await aino.get('/fi/oma')).status).toBe(200)
    expect(codesOn(await aino.read('/fi/oma/vahvistus/varakoodit'))).toEqual([])
  })

  test('is told about a wrong code beside the field, and keeps the same secret', async () => {
    await aino.signIn()
    await aino.post('/fi/oma/vahvistus/sovellus/aloita')
    const secretOf = (page: string) => /<code>([^<]+)/.exec(page)![1]
    const secret = secretOf(await aino.read('/fi/oma/vahvistus/sovellus'))
    const refused = await aino.post('/fi/oma/vahvistus/sovellus', { code: '000000' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Koodi ei kelpaa.')
    expect(secretOf(page)).toBe(secret)
    expect(await proofs()).toEqual(['password'])
  })

  test('ends other sessions that the password alone began', async () => {
    await aino.signIn()
    const other = aino.cookie()
    aino.leave()
    await aino.signIn()
    await aino.setUpApp()
    expect(location(await world.anyone.get(setUp, { cookie: other }))).toContain('/fi/kirjaudu')
  })

  test('keeps its last factor', async () => {
    await aino.signIn()
    await aino.setUpApp()
    expect(await aino.read(setUp)).not.toContain('Poista sovellus')
    const refused = await aino.post('/fi/oma/vahvistus/sovellus/poista')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Lisää ensin toinen.')
    expect(await world.db.selectFrom('totp').select('account_id').execute()).toHaveLength(1)
    expect(await lastAudit()).toMatchObject({ outcome: 'refused', subject: { problems: 'last' } })
  })
})

test('nothing of a factor can be read in the database: no secret, no code', async () => {
  await aino.signIn()
  await aino.post('/fi/oma/vahvistus/sovellus/aloita')
  const typeable = /<code>([^<]+)/.exec(await aino.read('/fi/oma/vahvistus/sovellus'))![1]!
  await aino.setUpApp()
  const codes = codesOn(await aino.read('/fi/oma/vahvistus/varakoodit'))
  const rows = JSON.stringify([
    await world.db.selectFrom('totp').selectAll().execute(),
    await world.db.selectFrom('recovery_code').selectAll().execute(),
    await world.db.selectFrom('audit').selectAll().execute(),
  ])
  expect(codes).toHaveLength(10)
  for (const text of [typeable, typeable.replaceAll(' ', ''), ...codes]) expect(rows).not.toContain(text)
})

describe('a role that does without', () => {
  test('works without, may set it up, and is asked from then on', async () => {
    const eino = await venue()
    await eino.signIn()
    expect((await eino.get('/fi/kassa')).status).toBe(200)
    expect(await eino.read(setUp)).toContain('vapaaehtoista')
    const { app, confirmed } = await eino.setUpApp()
    expect(location(confirmed)).toBe('/fi/oma/vahvistus/varakoodit')
    nextCode()
    eino.leave()
    const step = location(await eino.signIn())!
    expect(step).toMatch(/^\/fi\/kirjaudu\/vahvista\/[\w-]{43}$/)
    expect(eino.cookie()).toBe('')
    expect(location(await eino.post(step, { code: app(world.now()) }))).toBe('/fi/kassa')
  })

  test('may take its last factor away; its recovery codes go too, and the password is enough again', async () => {
    const eino = await venue()
    await eino.signIn()
    await eino.setUpApp()
    expect(await eino.read('/fi/oma/vahvistus/sovellus/poista')).toContain('pelkkä salasana riittää')
    expect(location(await eino.post('/fi/oma/vahvistus/sovellus/poista'))).toBe(`${setUp}?done=app-removed`)
    expect(await world.db.selectFrom('recovery_code').select('account_id').execute()).toEqual([])
    expect((await eino.post('/fi/oma/vahvistus/sovellus/poista')).status).toBe(404)
    eino.leave()
    expect(location(await eino.signIn())).toBe('/fi/kassa')
  })
})

test('every page is sound HTML', async () => {
  const eino = await venue()
  await eino.signIn()
  await eino.post('/fi/oma/vahvistus/sovellus/aloita')
  const pages = ['', '/sovellus', '/avain'].map((path) => setUp + path)
  for (const path of ['/fi/oma/varmista', '/fi/kirjaudu/avain', ...pages])
    expect(await htmlProblems(await eino.read(path))).toEqual([])
  await eino.setUpApp()
  for (const path of ['', '/varakoodit', '/sovellus/poista'].map((path) => setUp + path))
    expect(await htmlProblems(await eino.read(path))).toEqual([])
  expect(await htmlProblems(await eino.read(location(await eino.signIn())!))).toEqual([])
})

describe('changing factors', () => {
  test('asks again who it is after ten minutes', async () => {
    await aino.signIn()
    await aino.setUpApp()
    world.later(9)
    expect(location(await aino.post('/fi/oma/vahvistus/varakoodit'))).toBe('/fi/oma/vahvistus/varakoodit')
    world.later(1)
    const again = '/fi/oma/varmista?next=%2Ffi%2Foma%2Fvahvistus%2F'
    expect(location(await aino.post('/fi/oma/vahvistus/varakoodit'))).toBe(`${again}varakoodit`)
    expect(location(await aino.post('/fi/oma/vahvistus/sovellus/aloita'))).toBe(`${again}sovellus`)
    expect(location(await aino.post('/fi/oma/vahvistus/sovellus/poista'))).toBe(`${again}sovellus%2Fpoista`)
    for (const page of ['sovellus', 'sovellus/poista', 'varakoodit', 'avain'])
      expect(await aino.read(`${setUp}/${page}`)).toContain('Varmista, että se olet sinä')
  })

  test('is not for a session that only a password began, once the account has more', async () => {
    await aino.signIn()
    await aino.setUpApp()
    await world.db.updateTable('session').set({ proof: 'password' }).execute()
    expect(await aino.read(setUp)).toContain('Olet kirjautunut vain salasanalla.')
    expect(location(await aino.post('/fi/oma/vahvistus/sovellus/aloita'))).toContain('/fi/oma/varmista')
    expect(location(await aino.post('/fi/oma/vahvistus/avain', { name: 'x', credential: '{}' }))).toContain(
      '/fi/oma/varmista',
    )
  })

  test('to a new phone leaves the old one working until the new one is confirmed', async () => {
    await aino.signIn()
    const { app: old } = await aino.setUpApp()
    await aino.post('/fi/oma/vahvistus/sovellus/aloita')
    nextCode()
    const other = location(await aino.signIn())!
    expect(location(await aino.post(other, { code: old(world.now()) }))).toBe('/fi/alueet-yllapito')
    const { app, confirmed } = await aino.setUpApp()
    expect(location(confirmed)).toBe(`${setUp}?done=app`)
    nextCode()
    const step = location(await aino.signIn())!
    expect((await aino.post(step, { code: old(world.now()) })).status).toBe(422)
    expect((await aino.post(step, { code: app(world.now()) })).status).toBe(303)
  })

  test('new recovery codes end the old', async () => {
    await aino.signIn()
    await aino.setUpApp()
    const [old] = codesOn(await aino.read('/fi/oma/vahvistus/varakoodit'))
    await aino.post('/fi/oma/vahvistus/varakoodit')
    const [made] = codesOn(await aino.read('/fi/oma/vahvistus/varakoodit'))
    const step = location(await aino.signIn())!
    expect((await aino.post(step, { code: old! })).status).toBe(422)
    expect((await aino.post(step, { code: made! })).status).toBe(303)
  })
})

test('who has lost everything begins anew: no factor, no session, and the password leads to setting up', async () => {
  await aino.signIn()
  await aino.setUpApp()
  const { id } = await world.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const step = location(await aino.signIn())!
  await world.db.transaction().execute((db) => forgetFactors(db, id))
  expect(await proofs()).toEqual([])
  expect(await (await aino.get(step)).text()).toContain('Aloita kirjautuminen alusta')
  aino.leave()
  expect(location(await aino.signIn())).toBe('/fi/alueet-yllapito')
  expect(location(await aino.get('/fi/oma'))).toBe(setUp)
})

test('what waits in vain is swept out after half an hour; what is in use stays', async () => {
  const eino = await venue()
  await eino.signIn()
  await eino.post('/fi/oma/vahvistus/sovellus/aloita')
  await aino.signIn()
  await aino.setUpApp()
  await aino.post('/fi/oma/vahvistus/sovellus/aloita')
  await aino.options('options')
  world.later(29)
  await forgetUnfinishedFactors(world.db, world.now())
  expect(await world.db.selectFrom('totp').select('next_at').execute()).toHaveLength(2)
  world.later(1)
  await forgetUnfinishedFactors(world.db, world.now())
  expect(await world.db.selectFrom('totp').select(['next_sealed']).execute()).toEqual([{ next_sealed: null }])
  const codes = await world.db.selectFrom('recovery_code').select('code_sealed').execute()
  expect(codes).toEqual(Array(10).fill({ code_sealed: null }))
  expect(await world.db.selectFrom('passkey_challenge').selectAll().execute()).toEqual([])
})

test('a session that a provider opened stays the provider’s when a factor is set up in it', async () => {
  const eino = await venue()
  await eino.signIn()
  const { id } = await world.db
    .insertInto('identity_provider')
    .values({
      ...{ name: 'Kunta', issuer: 'https://kunta.example', client_id: 'kaiku' },
      ...{ client_secret_sealed: Buffer.from('x'), made_at: world.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.updateTable('session').set({ proof: 'provider', provider_id: id }).execute()
  const { confirmed } = await eino.setUpApp()
  expect(confirmed.status).toBe(303)
  expect(await proofs()).toEqual(['provider'])
  expect((await eino.get('/fi/oma')).status).toBe(200)
  expect(world.logged).toEqual([])
})

test('in the demo everybody can look at the pages, and nobody is asked again', async () => {
  const demo = await venue()
  await demo.signIn()
  await world.db.updateTable('session').set({ proof: 'demo' }).execute()
  world.later(20)
  await demo.setUpApp()
  expect(await proofs()).toEqual(['demo'])
})
