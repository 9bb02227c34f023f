import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newAuthenticator } from '../../test/authenticator.ts'
import { newPerson, type Person, password } from '../../test/factors.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { isRecentlyProven } from '../accounts/proof-queries.ts'
import { findSessionUser } from '../accounts/queries.ts'
import { proveAgainPath } from '../accounts/words.ts'
import { hashToken } from '../web/session-cookie.ts'

let world: World
let eino: Person
beforeEach(async () => {
  world = await newWorld()
  eino = await newPerson(world, 'eino@esimerkki.example', {
    role: 'venue',
    siteId: (await makeSite(world.db)).id,
  })
  await eino.signIn()
})
afterEach(() => world.end())

const here = '/fi/oma/varmista'
const next = '/fi/oma/vahvistus'
const location = (response: Response) => response.headers.get('location')
const isProven = async () => {
  const user = await findSessionUser(world.db, hashToken(eino.cookie().replace('kaiku=', '')), world.now())
  return isRecentlyProven(user!, world.now())
}
const proof = async () =>
  (await world.db.selectFrom('session').select('proof').executeTakeFirstOrThrow()).proof

test('proving who one is lasts ten minutes', async () => {
  world.later(9)
  expect(await isProven()).toBe(true)
  world.later(1)
  expect(await isProven()).toBe(false)
})

test('the page is reached with where to go on, and drops what is not ours', async () => {
  expect(proveAgainPath('fi', next)).toBe('/fi/oma/varmista?next=%2Ffi%2Foma%2Fvahvistus')
  expect(await eino.read(proveAgainPath('fi', next))).toContain(`name="next" value="${next}"`)
  expect(await eino.read(`${here}?next=//evil.example`)).toContain('name="next" value="/fi/kassa"')
  expect(location(await eino.post(here, { password, next: 'https://evil.example' }))).toBe('/fi/kassa')
})

describe('with a password alone', () => {
  test('the right one proves it again, under a new token that lasts no longer', async () => {
    world.later(25)
    const before = eino.cookie()
    const { expires_at: end } = await world.db
      .selectFrom('session')
      .select('expires_at')
      .executeTakeFirstOrThrow()
    expect(location(await eino.post(here, { password, next }))).toBe(next)
    expect(eino.cookie()).not.toBe(before)
    expect(location(await world.anyone.get(next, { cookie: before }))).toContain('/fi/kirjaudu')
    expect(await isProven()).toBe(true)
    expect(await proof()).toBe('password')
    expect(await world.db.selectFrom('session').select('expires_at').execute()).toEqual([{ expires_at: end }])
  })

  test('a wrong one says so, keeps the way on, and is limited as a sign-in is', async () => {
    world.later(25)
    for (let time = 0; time < 5; time++) {
      const wrong = await eino.post(here, { password: 'ei tämä', next })
      expect(wrong.status).toBe(422)
      const page = await wrong.text()
      expect(page).toContain('Salasana ei ole oikein.')
      expect(page).toContain(`name="next" value="${next}"`)
      expect(page).not.toContain('ei tämä')
    }
    expect((await eino.post(here, { password, next })).status).toBe(429)
    expect(await isProven()).toBe(false)
  })

  test('nothing typed is said to be missing', async () =>
    expect(await (await eino.post(here, { next })).text()).toContain('Kirjoita salasana.'))
})

describe('with a second factor', () => {
  test('both are asked: the password, and a code that works once', async () => {
    const { app } = await eino.setUpApp()
    world.later(15)
    const code = app(world.now())
    expect(await (await eino.post(here, { password, next })).text()).toContain('Kirjoita koodi.')
    expect((await eino.post(here, { password: 'ei tämä', code, next })).status).toBe(422)
    expect((await eino.post(here, { password, code: '000000', next })).status).toBe(422)
    expect((await eino.post(here, { code, next })).status).toBe(422)
    expect(await isProven()).toBe(false)
    expect(location(await eino.post(here, { password, code, next }))).toBe(next)
    expect(await isProven()).toBe(true)
    expect((await eino.post(here, { password, code, next })).status).toBe(422)
  })

  test('a passkey of one’s own is enough; another’s is not', async () => {
    const [own, other] = [newAuthenticator(), newAuthenticator()]
    const add = async (person: Person, key: typeof own) =>
      person.post('/fi/oma/vahvistus/avain', {
        name: 'Avain',
        credential: key.create(await person.options('new-options')),
      })
    const liina = await newPerson(world, 'liina@esimerkki.example', { role: 'auditor' })
    await liina.signIn()
    await add(liina, other)
    await add(eino, own)
    world.later(15)
    const by = async (key: typeof own) =>
      eino.post(here, { next, credential: key.get(await eino.options('options')) })
    expect((await by(other)).status).toBe(422)
    expect(await isProven()).toBe(false)
    expect(location(await by(own))).toBe(next)
    expect(await isProven()).toBe(true)
  })

  test('who has neither is told to sign in again', async () => {
    await world.db.updateTable('account').set({ password_hash: null }).execute()
    world.later(15)
    expect(await eino.read(here)).toContain('Kirjaudu ulos ja uudelleen sisään.')
    expect((await eino.post(here, { next })).status).toBe(422)
    expect((await eino.post(here, { password, next })).status).toBe(422)
    expect(await isProven()).toBe(false)
  })
})

test('a password session of an account that has more becomes whole by proving the second factor', async () => {
  const aino = await newPerson(world, 'aino@esimerkki.example', { role: 'centre' })
  await aino.signIn()
  const { app } = await aino.setUpApp()
  await world.db.updateTable('session').set({ proof: 'password' }).where('proof', '=', 'totp').execute()
  expect(location(await aino.get('/fi/oma'))).toBe(next)
  world.later(1)
  await aino.post(here, { password, code: app(world.now()), next: '/fi/oma' })
  expect((await aino.get('/fi/oma')).status).toBe(200)
})
