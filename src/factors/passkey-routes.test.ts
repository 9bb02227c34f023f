import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newAuthenticator } from '../../test/authenticator.ts'
import { codesOn, newPerson, type Person } from '../../test/factors.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApp } from '../app.tsx'

let world: World
let aino: Person
let key: ReturnType<typeof newAuthenticator>
beforeEach(async () => {
  world = await newWorld()
  aino = await newPerson(world, 'aino@esimerkki.example', { role: 'centre' })
  key = newAuthenticator()
})
afterEach(() => world.end())

const setUp = '/fi/oma/vahvistus'
const location = (response: Response) => response.headers.get('location')
const proofs = async () =>
  (await world.db.selectFrom('session').select('proof').execute()).map((row) => row.proof)
const add = async (person: Person, authenticator = key, name = 'Työpuhelin') =>
  person.post(`${setUp}/avain`, {
    name,
    credential: authenticator.create(await person.options('new-options')),
  })
const signInWith = async (person: Person, credential: string, path = '/fi/kirjaudu/avain') =>
  person.post(path, { credential })

/** Aino with a passkey, signed out. */
const withPasskey = async () => {
  await aino.signIn()
  await add(aino)
  await aino.post('/fi/kirjaudu-ulos')
  aino.leave()
}

describe('a passkey', () => {
  test('as the first factor brings recovery codes and a session under a new token', async () => {
    await aino.signIn()
    const before = aino.cookie()
    const added = await add(aino)
    expect(location(added)).toBe('/fi/oma/vahvistus/varakoodit?next=%2Ffi%2Falueet-yllapito')
    expect(aino.cookie()).not.toBe(before)
    expect(await proofs()).toEqual(['passkey'])
    expect(codesOn(await aino.read(location(added)!))).toHaveLength(10)
    expect((await aino.get('/fi/oma')).status).toBe(200)
    const page = await aino.read(setUp)
    for (const text of ['Työpuhelin', '4.5.2026', 'Ei vielä']) expect(page).toContain(text)
  })

  test('signs in alone: neither address nor password is asked', async () => {
    await withPasskey()
    const entered = await signInWith(aino, key.get(await aino.options('options')))
    expect(location(entered)).toBe('/fi/alueet-yllapito')
    expect(await proofs()).toEqual(['passkey'])
    expect((await aino.get('/fi/oma')).status).toBe(200)
    expect(await aino.read(setUp)).not.toContain('Ei vielä')
  })

  test('goes on to the page that was asked for, when it is one of ours', async () => {
    await withPasskey()
    const enter = async (next: string) =>
      aino.post('/fi/kirjaudu/avain', { next, credential: key.get(await aino.options('options')) })
    expect(location(await enter('/en/home'))).toBe('/en/home')
    expect(location(await enter('https://evil.example/'))).toBe('/fi/alueet-yllapito')
    expect(await aino.read('/fi/kirjaudu/avain?next=/en/home')).toContain('name="next" value="/en/home"')
  })

  test('is the second step after a password', async () => {
    await withPasskey()
    const step = location(await aino.signIn())!
    expect(await aino.read(step)).toContain('data-passkey="signIn"')
    expect(location(await signInWith(aino, key.get(await aino.options('options')), step))).toBe(
      '/fi/alueet-yllapito',
    )
    expect(await proofs()).toEqual(['passkey'])
  })

  test('of another is no second step, and adds up in the tries', async () => {
    await withPasskey()
    const eino = await newPerson(world, 'eino@esimerkki.example', { role: 'auditor' })
    const other = newAuthenticator()
    await eino.signIn()
    await add(eino, other)
    const step = location(await aino.signIn())!
    const refused = await signInWith(aino, other.get(await aino.options('options')), step)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Tällä avaimella ei pääse sisään.')
    const { tries } = await world.db.selectFrom('sign_in_step').select('tries').executeTakeFirstOrThrow()
    expect(tries).toBe(1)
  })

  test('belongs to one account, and can be added once', async () => {
    await aino.signIn()
    await add(aino)
    expect(await (await add(aino)).text()).toContain('Tämä avain on jo lisätty.')
    const eino = await newPerson(world, 'eino@esimerkki.example', { role: 'auditor' })
    await eino.signIn()
    expect((await add(eino)).status).toBe(422)
    expect(await world.db.selectFrom('passkey').select('account_id').execute()).toHaveLength(1)
  })

  test('has a name, and what was typed comes back', async () => {
    await aino.signIn()
    expect(await (await add(aino, key, '')).text()).toContain('Anna avaimelle nimi.')
    const spoiled = await aino.post(`${setUp}/avain`, { name: 'Kotikone', credential: 'null' })
    expect(spoiled.status).toBe(422)
    expect(await spoiled.text()).toContain('value="Kotikone"')
  })

  test('is removed by its owner alone, after a question; the last one stays where the role needs it', async () => {
    await aino.signIn()
    await add(aino)
    const path = `${setUp}/avaimet/${key.id}`
    expect((await aino.post(path)).status).toBe(422)
    await aino.setUpApp()
    const eino = await newPerson(world, 'eino@esimerkki.example', {
      role: 'venue',
      siteId: (await makeSite(world.db)).id,
    })
    await eino.signIn()
    expect((await eino.get(path)).status).toBe(404)
    expect((await eino.post(path)).status).toBe(404)
    expect(await aino.read(path)).toContain('Poistetaanko avain ”Työpuhelin”?')
    expect(location(await aino.post(path))).toBe(`${setUp}?done=passkey-removed`)
    expect((await aino.get(path)).status).toBe(404)
    expect((await signInWith(aino, key.get(await aino.options('options')))).status).toBe(422)
  })

  test('of two factors, taken away at the same moment, one stays', async () => {
    await aino.signIn()
    await add(aino)
    await aino.setUpApp()
    const cookie = { cookie: aino.cookie() }
    const paths = [`${setUp}/avaimet/${key.id}`, `${setUp}/sovellus/poista`]
    const answers = await Promise.all(paths.map((path) => world.anyone.post(path, {}, cookie)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })
})

describe('an answer is refused', () => {
  beforeEach(withPasskey)
  const options = () => aino.options('options')
  const refused = async (credential: string) => {
    expect((await signInWith(aino, credential)).status).toBe(422)
    expect(await proofs()).toEqual([])
    expect(aino.cookie()).toBe('')
  }

  test('to a challenge that was answered before', async () => {
    const asked = await options()
    const [first, second] = [key.get(asked), key.get(asked)]
    expect((await signInWith(aino, first)).status).toBe(303)
    await world.db.deleteFrom('session').execute()
    aino.leave()
    await refused(first)
    await refused(second)
  })

  test('also once when two come at the same moment', async () => {
    const asked = await options()
    const answers = await Promise.all([0, 1].map(() => signInWith(aino, key.get(asked))))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test('to a challenge that was spent on a wrong answer', async () => {
    const asked = await options()
    await refused(key.get({ ...asked, origin: 'http://localhost:4000' }))
    await refused(key.get(asked))
  })

  test('to a challenge that we never gave, or gave to make a passkey', async () => {
    await refused(key.get({ challenge: 'bm90IG91cnM' }))
    await aino.signIn()
    aino.leave()
    const eino = await newPerson(world, 'eino@esimerkki.example', { role: 'auditor' })
    await eino.signIn()
    const asked = await eino.options('new-options')
    expect((await signInWith(aino, key.get(asked))).status).toBe(422)
  })

  test('after five minutes', async () => {
    const [early, late] = [await options(), await options()]
    world.later(4)
    expect((await signInWith(aino, key.get(early))).status).toBe(303)
    await world.db.deleteFrom('session').execute()
    aino.leave()
    world.later(1)
    await refused(key.get(late))
  })

  test.each(['http://evil.example', 'http://localhost:4000', 'https://localhost:3000'])(
    'from the page of %s',
    async (origin) => refused(key.get({ ...(await options()), origin })),
  )

  test('without finger, face or PIN', async () => refused(key.get({ ...(await options()), verified: false })))

  test('when its counter stands still or goes back: somebody may have copied it', async () => {
    expect((await signInWith(aino, key.get({ ...(await options()), counter: 7 }))).status).toBe(303)
    await world.db.deleteFrom('session').execute()
    aino.leave()
    await refused(key.get({ ...(await options()), counter: 7 }))
    await refused(key.get({ ...(await options()), counter: 6 }))
    expect((await signInWith(aino, key.get({ ...(await options()), counter: 8 }))).status).toBe(303)
  })

  test('when another signed it', async () => {
    const other = newAuthenticator()
    const forged = JSON.parse(other.get(await options())) as Record<string, unknown>
    await refused(JSON.stringify({ ...forged, id: key.id, rawId: key.id }))
  })

  test.each(['', 'x', 'null', '[]', '{}', '{"id":1}', `{"id":"${'x'.repeat(20_000)}"}`])(
    'that reads %#',
    async (credential) => refused(credential),
  )

  test('when its account has ended', async () => {
    await world.db.updateTable('account').set({ ended_at: world.now() }).execute()
    await refused(key.get(await options()))
  })
})

describe('a new passkey is refused', () => {
  beforeEach(() => aino.signIn())
  const refused = async (credential: string) => {
    const response = await aino.post(`${setUp}/avain`, { name: 'Puhelin', credential })
    expect(response.status).toBe(422)
    expect(await world.db.selectFrom('passkey').select('name').execute()).toEqual([])
    expect(await proofs()).toEqual(['password'])
  }

  test('from another page, without a finger, or with an old challenge', async () => {
    await refused(key.create({ ...(await aino.options('new-options')), origin: 'http://evil.example' }))
    await refused(key.create({ ...(await aino.options('new-options')), verified: false }))
    const asked = await aino.options('new-options')
    world.later(5)
    await refused(key.create(asked))
  })

  test('to the challenge of another account, or of a sign-in', async () => {
    const eino = await newPerson(world, 'eino@esimerkki.example', { role: 'auditor' })
    await eino.signIn()
    const asked = await eino.options('new-options')
    await eino.post('/fi/kirjaudu-ulos')
    await refused(key.create(asked))
    await refused(key.create(await aino.options('options')))
  })
})

test('an address that names no passkey is not found, whatever stands in it', async () => {
  await aino.signIn()
  for (const name of ['x', '%00', '%E2%80%AE', "'", 'x'.repeat(3_000)]) {
    expect((await aino.get(`${setUp}/avaimet/${name}`)).status).toBe(404)
    expect((await aino.post(`${setUp}/avaimet/${name}`)).status).toBe(404)
  }
  expect(world.logged).toEqual([])
})

test('challenges are kept by nobody on the way, and each network gets a bounded number', async () => {
  const answer = await world.anyone.post('/passkeys/options', {})
  expect(answer.headers.get('cache-control')).toBe('no-store')
  await world.db.updateTable('rate_limit').set({ tokens: 0 }).execute()
  expect((await world.anyone.post('/passkeys/options', {})).status).toBe(429)
})

test.each(['http://127.0.0.1:3000', 'http://192.168.1.20:3000', 'http://kaiku.example'])(
  'at %s the pages say that passkeys cannot be used there, and the app can',
  async (origin) => {
    const app = createApp({
      ...{ pool: world.db, read: world.read, keys: world.keys, clock: world.now, demo: false, log: () => {} },
      ...{ origin: () => origin, publicOrigin: null },
    })
    await aino.signIn()
    const headers = { cookie: aino.cookie(), 'sec-fetch-site': 'same-origin' }
    const page = await (await app.request('/fi/oma/vahvistus/avain', { headers })).text()
    expect(page).toContain('Pelkkä IP-osoite ei riitä.')
    expect(page).not.toContain('data-passkey=')
    expect((await app.request('/passkeys/new-options', { method: 'POST', headers })).status).toBe(404)
  },
)
