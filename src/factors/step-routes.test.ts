import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOn, newPerson, type Person } from '../../test/factors.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { newToken } from '../web/session-cookie.ts'

let world: World
let aino: Person
let app: (at: Date, steps?: number) => string
let codes: string[]
beforeEach(async () => {
  world = await newWorld()
  aino = await newPerson(world, 'aino@esimerkki.example', { role: 'centre' })
  await aino.signIn()
  app = (await aino.setUpApp()).app
  codes = codesOn(await aino.read('/fi/oma/vahvistus/varakoodit'))
  await aino.post('/fi/oma/vahvistus/varakoodit/tallessa')
  await world.db.deleteFrom('session').execute()
  aino.leave()
  world.later(1)
})
afterEach(() => world.end())

const location = (response: Response) => response.headers.get('location')
const begin = async (more: Record<string, string> = {}) => location(await aino.signIn(more))!
const code = () => app(world.now())
const sessions = () => world.db.selectFrom('session').select(['proof']).execute()
const ended = 'Aloita kirjautuminen alusta'

describe('the second step', () => {
  test('comes after the right password, without a session; the right code gives one', async () => {
    const step = await begin()
    expect(step).toMatch(/^\/fi\/kirjaudu\/vahvista\/[\w-]{43}$/)
    expect(await sessions()).toEqual([])
    expect(await aino.read(step)).toContain('autocomplete="one-time-code"')
    expect(location(await aino.post(step, { code: ` ${code().slice(0, 3)} ${code().slice(3)}` }))).toBe(
      '/fi/alueet-yllapito',
    )
    expect((await aino.get('/fi/oma')).status).toBe(200)
    expect(await sessions()).toEqual([{ proof: 'totp' }])
  })

  test('acts in a role given by hand, never in one that a provider’s group gave', async () => {
    const { id: siteId } = await makeSite(world.db)
    const { account_id } = await world.db
      .selectFrom('account_role')
      .select('account_id')
      .executeTakeFirstOrThrow()
    const provider = await world.db
      .insertInto('identity_provider')
      .values({
        ...{ name: 'Kunta', issuer: 'https://kunta.example', client_id: 'kaiku' },
        ...{ client_secret_sealed: Buffer.from('x'), made_at: world.now() },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const group = await world.db
      .insertInto('identity_group')
      .values({ provider_id: provider.id, group_name: 'kassat', role: 'venue', site_id: siteId })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('account_role')
      .values({ account_id, role: 'venue', site_id: siteId, group_id: group.id, created_at: new Date(0) })
      .execute()
    expect(location(await aino.post(await begin(), { code: code() }))).toBe('/fi/alueet-yllapito')
    expect((await aino.get('/fi/oma')).status).toBe(200)
  })

  test('is kept as a hash, and its address stands in no log', async () => {
    const step = await begin()
    await aino.post(step, { code: '000000' })
    const token = step.split('/').at(-1)!
    const rows = [
      await world.db.selectFrom('sign_in_step').selectAll().execute(),
      await world.db.selectFrom('audit').selectAll().execute(),
    ]
    expect(JSON.stringify([rows, world.logged])).not.toContain(token)
  })

  test('goes on to the page that was asked for, when it is one of ours', async () => {
    expect(location(await aino.post(await begin({ next: '/en/home' }), { code: code() }))).toBe('/en/home')
    world.later(1)
    expect(location(await aino.post(await begin({ next: '//evil.example' }), { code: code() }))).toBe(
      '/fi/alueet-yllapito',
    )
  })

  test('takes a code once, also of two who come at the same moment', async () => {
    const steps = [await begin(), await begin()]
    const answers = await Promise.all(steps.map((step) => world.anyone.post(step, { code: code() })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await sessions()).toHaveLength(1)
    expect((await aino.post(await begin(), { code: code() })).status).toBe(422)
    expect((await aino.post(await begin(), { code: app(world.now(), -1) })).status).toBe(422)
    expect((await aino.post(await begin(), { code: app(world.now(), 1) })).status).toBe(303)
  })

  test('works once: its address is worth nothing afterwards', async () => {
    const step = await begin()
    expect((await aino.post(step, { code: code() })).status).toBe(303)
    world.later(1)
    aino.leave()
    expect(await aino.read(step)).toContain(ended)
    expect(await (await aino.post(step, { code: code() })).text()).toContain(ended)
    expect(aino.cookie()).toBe('')
  })

  test('lasts ten minutes', async () => {
    const step = await begin()
    world.later(9)
    expect(await aino.read(step)).not.toContain(ended)
    world.later(1)
    expect(await aino.read(step)).toContain(ended)
    expect((await aino.post(step, { code: code() })).status).toBe(422)
  })

  test('that was never begun looks like one that has ended', async () => {
    const page = await aino.read(`/fi/kirjaudu/vahvista/${newToken()}`)
    expect(page).toContain(ended)
    expect(await aino.read('/fi/kirjaudu/vahvista/x')).toContain(ended)
  })

  test('says what is missing, and what is wrong', async () => {
    const step = await begin()
    expect(await (await aino.post(step, { code: '' })).text()).toContain('Kirjoita koodi.')
    const wrong = await aino.post(step, { code: '000000' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Koodi ei kelpaa, tai se on jo käytetty.')
    expect(await (await aino.post(step, {})).text()).toContain('Kirjoita koodi.')
    expect(aino.cookie()).toBe('')
  })

  test('of one account takes no code of another', async () => {
    const eino = await newPerson(world, 'eino@esimerkki.example', { role: 'auditor' })
    await eino.signIn()
    const { app: einos } = await eino.setUpApp()
    world.later(1)
    expect((await aino.post(await begin(), { code: einos(world.now()) })).status).toBe(422)
    eino.leave()
    const step = location(await eino.signIn())!
    expect((await eino.post(step, { code: codes[0]! })).status).toBe(422)
    expect((await eino.post(step, { code: code() })).status).toBe(422)
  })

  test('makes no session of a cookie that was set before', async () => {
    const planted = `kaiku=${newToken()}`
    const step = location(
      await world.anyone.post(
        '/fi/kirjaudu',
        { email: 'aino@esimerkki.example', password: 'hiljainen lumi satoi' },
        { cookie: planted },
      ),
    )!
    const entered = await world.anyone.post(step, { code: code() }, { cookie: planted })
    expect(entered.headers.get('set-cookie')).not.toContain(planted)
    expect(location(await world.anyone.get('/fi/oma', { cookie: planted }))).toContain('/fi/kirjaudu')
  })

  test('ends the session that this browser had', async () => {
    await aino.post(await begin(), { code: code() })
    const first = aino.cookie()
    world.later(1)
    await aino.post(await begin(), { code: code() })
    expect(aino.cookie()).not.toBe(first)
    expect(location(await world.anyone.get('/fi/oma', { cookie: first }))).toContain('/fi/kirjaudu')
    expect(await sessions()).toHaveLength(1)
  })

  test('is for nobody whose account has ended meanwhile', async () => {
    const step = await begin()
    await world.db.updateTable('account').set({ ended_at: world.now() }).execute()
    expect((await aino.post(step, { code: code() })).status).toBe(422)
    expect(await sessions()).toEqual([])
  })
})

describe('a recovery code', () => {
  test('works once, however it is typed, and leads to where a lost phone is changed', async () => {
    const typed = codes[0]!.replaceAll('-', ' ').toUpperCase()
    expect(location(await aino.post(await begin(), { code: typed }))).toBe('/fi/oma/vahvistus')
    expect(await sessions()).toEqual([{ proof: 'recovery' }])
    const page = await aino.read('/fi/oma/vahvistus')
    expect(page).toContain('Kirjauduit varakoodilla')
    expect(page).toContain('Jäljellä on 9 varakoodia.')
    expect((await aino.post(await begin(), { code: codes[0]! })).status).toBe(422)
    expect((await aino.post(await begin(), { code: codes[1]! })).status).toBe(303)
  })

  test('works once also for two who come at the same moment', async () => {
    const steps = [await begin(), await begin()]
    const answers = await Promise.all(steps.map((step) => world.anyone.post(step, { code: codes[0]! })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })
})

describe('the limit of wrong codes', () => {
  const miss = async (step: string, times: number) => {
    const answers = []
    for (let time = 0; time < times; time++) answers.push((await aino.post(step, { code: '000000' })).status)
    return answers
  }

  test('is five a step: then the password is asked again', async () => {
    const step = await begin()
    expect(await miss(step, 4)).toEqual([422, 422, 422, 422])
    expect(await aino.read(step)).not.toContain(ended)
    const fifth = await aino.post(step, { code: '000000' })
    expect(await fifth.text()).toContain(ended)
    expect((await aino.post(step, { code: code() })).status).toBe(422)
    expect(await sessions()).toEqual([])
    expect((await aino.post(await begin(), { code: code() })).status).toBe(303)
  })

  test('counts each of many tries at once', async () => {
    const step = await begin()
    await Promise.all(Array.from({ length: 12 }, () => aino.post(step, { code: '000000' })))
    const { tries } = await world.db.selectFrom('sign_in_step').select('tries').executeTakeFirstOrThrow()
    expect(tries).toBe(5)
    const { tokens } = await world.db
      .selectFrom('rate_limit')
      .select('tokens')
      .where('bucket', 'like', 'second-factor %')
      .executeTakeFirstOrThrow()
    expect(tokens).toBe(15)
  })

  test('is twenty an account over all its steps, then one an hour', async () => {
    for (let step = 0; step < 4; step++) expect(await miss(await begin(), 5)).toEqual(Array(5).fill(422))
    const spent = await begin()
    expect((await aino.post(spent, { code: code() })).status).toBe(429)
    expect((await aino.post(spent, { code: codes[0]! })).status).toBe(429)
    world.later(59)
    expect((await aino.post(await begin(), { code: code() })).status).toBe(429)
    world.later(1)
    expect((await aino.post(await begin(), { code: code() })).status).toBe(303)
  })

  test('never counts a right code', async () => {
    for (let time = 0; time < 22; time++) {
      expect((await aino.post(await begin(), { code: code() })).status).toBe(303)
      world.later(2)
    }
  })
})

test('a wrong password says the same of an account with a second factor as of one that nobody has', async () => {
  const wrong = async (email: string) => {
    const response = await world.anyone.post('/fi/kirjaudu', { email, password: 'ei tämä salasana' })
    return [response.status, (await response.text()).replaceAll(email, '')]
  }
  expect(await wrong('aino@esimerkki.example')).toEqual(await wrong('eiole@esimerkki.example'))
  expect(await world.db.selectFrom('sign_in_step').selectAll().execute()).toEqual([])
})
