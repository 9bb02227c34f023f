import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAccount, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { hashPassword } from '../lib/passwords.ts'
import { newToken } from '../web/session-cookie.ts'
import { inviteUser } from './invitation-queries.ts'

/**
 * Session fixation: whoever knows or plants a token before somebody signs in must hold nothing afterwards
 * (ASVS 5.0, 7.2.4).
 */
const password = 'hiljainen lumi satoi'
const cheap = await hashPassword(password, { memoryCost: 64, timeCost: 1, parallelism: 1 })
const email = 'aino@esimerkki.example'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z', { demo: true })
  await makeAccount(world.db, world.now(), { role: 'auditor', email, passwordHash: cheap })
})
afterEach(() => world.end())

const isIn = async (cookie: string) => (await world.anyone.get('/fi/oma', { cookie })).status === 200
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(';')[0]!

/** Each way in that this program has on its own, with the cookie that the browser came with. */
const waysIn: Record<string, (cookie: string) => Promise<Response>> = {
  password: (cookie) => world.anyone.post('/fi/kirjaudu', { email, password }, { cookie }),
  invitation: async (cookie) => {
    const unit = await makeUnit(world.db)
    const invited = { email: 'eino@esimerkki.example', role: 'issuer', unitId: unit.id } as const
    const token = await inviteUser(world.db, invited, world.now())
    return world.anyone.post(`/fi/kutsu/${token}`, { name: 'Eino Esimerkki', password }, { cookie })
  },
}

test.each(Object.keys(waysIn))('a planted token is not taken over by a sign-in: %s', async (way) => {
  const planted = `kaiku=${newToken()}`
  expect(await isIn(planted)).toBe(false)
  const response = await waysIn[way]!(planted)
  expect(response.status).toBe(303)
  expect(cookieOf(response)).not.toBe(planted)
  expect(await isIn(planted)).toBe(false)
  expect(await world.db.selectFrom('session').select('id').execute()).toHaveLength(1)
})

test.each(Object.keys(waysIn))(
  'a session that an attacker had planted ends when somebody signs in over it: %s',
  async (way) => {
    const attacker = await world.as({ role: 'auditor' })
    const planted = `kaiku=${attacker.token}`
    expect(await isIn(planted)).toBe(true)
    const response = await waysIn[way]!(planted)
    expect(response.status).toBe(303)
    expect(cookieOf(response)).not.toBe(planted)
    expect(await isIn(planted)).toBe(false)
  },
)

test('a token is taken from the cookie alone: no address and no form can carry one', async () => {
  const { token } = await world.as({ role: 'auditor' })
  for (const path of [`/fi/oma?kaiku=${token}`, `/fi/oma;kaiku=${token}`, `/fi/oma?session=${token}`])
    expect((await world.anyone.get(path)).status).not.toBe(200)
  const form = await world.anyone.post('/fi/kirjaudu', { email, password, kaiku: token, session: token })
  expect(cookieOf(form)).not.toContain(token)
})

test('looking at pages starts no session: there is nothing to fix before somebody signs in', async () => {
  for (const path of ['/fi', '/fi/kirjaudu', '/fi/oma', '/fi/nothing'])
    expect((await world.anyone.get(path)).headers.getSetCookie()).toEqual([])
  const refused = await world.anyone.post('/fi/kirjaudu', { email, password: 'ei tämä' })
  expect(refused.headers.getSetCookie()).toEqual([])
  expect(await world.db.selectFrom('session').select('id').execute()).toEqual([])
})

test('of two tokens in one request the first is looked at, and neither opens more than its own session', async () => {
  const { token } = await world.as({ role: 'auditor' })
  expect(await isIn(`kaiku=${newToken()}; kaiku=${token}`)).toBe(false)
  expect(await isIn(`kaiku=${token}; kaiku=${newToken()}`)).toBe(true)
})

test('signing out ends the session for whoever else holds the token', async () => {
  const { token } = await world.as({ role: 'auditor' })
  await world.anyone.post('/fi/kirjaudu-ulos', {}, { cookie: `kaiku=${token}` })
  expect(await isIn(`kaiku=${token}`)).toBe(false)
})
