import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeSite, makeAccount, makeCard, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { hashPassword } from '../lib/passwords.ts'
import { createSiteKey } from './key-queries.ts'

/**
 * Guessing at full speed, through the real addresses: 10,000 passwords and 10,000 card codes. What is let through is
 * counted exactly, and the wanted numbers are worked out by hand beside each test.
 */
const patience = 120_000

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const password = 'hiljainen lumi satoi'
const cheap = await hashPassword(password, { memoryCost: 64, timeCost: 1, parallelism: 1 })
const known = (name: string, passwordHash = cheap) =>
  makeAccount(world.db, world.now(), { role: 'auditor', email: `${name}@esimerkki.example`, passwordHash })

/** One guess of a password, from a network. @returns the status */
const signIn = async (name: string, typed: string, network = 1) => {
  const body = new URLSearchParams({ email: `${name}@esimerkki.example`, password: typed })
  const headers = { 'sec-fetch-site': 'same-origin' }
  const env = { incoming: { socket: { remoteAddress: `10.0.${network}.7` } } }
  return world.app.request('/fi/kirjaudu', { method: 'POST', body, headers }, env)
}
const guess = async (name: string, network = 1) => (await signIn(name, 'ei tämä', network)).status

/** Guesses in a row. @returns how many got as far as the password */
const count = async (times: number, one: (index: number) => Promise<number>, reached = 422, held = 429) => {
  let passed = 0
  for (let index = 0; index < times; index++) {
    const status = await one(index)
    if (status === reached) passed++
    else expect(status).toBe(held)
  }
  return passed
}
const checkedPasswords = async () =>
  (await world.db.selectFrom('audit').select('id').where('permission', '=', 'sessions.start').execute())
    .length

describe('of 10,000 passwords', () => {
  test('2,500 for one account from one network: 5, and then not even the right one', {
    timeout: patience,
  }, async () => {
    await known('aino')
    expect(await count(2_499, () => guess('aino'))).toBe(5)
    expect((await signIn('aino', password)).status).toBe(429)
    expect(await checkedPasswords()).toBe(5)
  })

  test('2,500 for one account from 50 networks: 50', { timeout: patience }, async () => {
    await known('aino')
    expect(await count(2_500, (index) => guess('aino', index % 50))).toBe(50)
    expect(await checkedPasswords()).toBe(50)
  })

  test('2,500 for 50 accounts from one network, three of which nobody has: 100', {
    timeout: patience,
  }, async () => {
    for (let index = 3; index < 50; index++) await known(`n${index}`)
    // The 100 fall on the addresses in turn: two each.
    expect(await count(2_500, (index) => guess(`n${index % 50}`))).toBe(100)
    expect(await checkedPasswords()).toBe(100)
  })

  /**
   * 50 hours, 25 guesses each half an hour. The pair lets 5 through at first and, refilling 6 in half an hour, 5 each
   * time after that: until the account's 50 are gone, and from then on what it regains: 50/48 in half an hour.
   * In 99 steps it has let through the whole part of 50 + 99 × 50/48 = 153.125.
   */
  test('2,500 for one account in the course of two days: 50, and 50 a day', {
    timeout: patience,
  }, async () => {
    await known('aino')
    let passed = 0
    for (let step = 0; step < 100; step++) {
      if (step > 0) world.later(30)
      passed += await count(25, () => guess('aino'))
    }
    expect(passed).toBe(153)
    expect(await checkedPasswords()).toBe(153)
  })
})

describe('of 10,000 card codes', () => {
  let site: MadeSite
  beforeEach(async () => {
    site = await makeSite(world.db)
  })
  /** Old codes of two letters and five digits: the kind worth guessing. None of these is a card's. */
  const code = (index: number) => `ZX${String(index).padStart(5, '0')}`

  test('720 at the desks of one site: 20 an hour for each account, 60 for all', {
    timeout: patience,
  }, async () => {
    const desks: Awaited<ReturnType<World['as']>>[] = []
    for (let index = 0; index < 4; index++) desks.push(await world.as({ role: 'venue', site }))
    const card = await makeCard(world.db, world.keys)
    const at = async (desk: number, index: number) =>
      (await desks[desk]!.post('/fi/kassa', { code: code(index), site: String(site.id) })).status
    const round = async () => {
      const passed = []
      for (const desk of [0, 1, 2, 3]) passed.push(await count(60, (index) => at(desk, index)))
      return passed
    }
    expect(await round()).toEqual([20, 20, 20, 0])
    // A real card looks the same from here as one that is none.
    for (const { post } of desks)
      expect((await post('/fi/kassa', { code: card.code, site: String(site.id) })).status).toBe(429)
    world.later(28.5) // 28.5 for the site, and 9.5 for each account
    expect(await round()).toEqual([9, 9, 9, 1])
    world.later(28.2) // with what was left: 28.7 for the site, and 9.9 for each of the first three
    expect(await round()).toEqual([9, 9, 9, 1])
  })

  test('280 on the page of an issuer: 20 an hour', { timeout: patience }, async () => {
    const unit = await makeUnit(world.db)
    const issuer = await world.as({ role: 'issuer', unit })
    const other = await makeCard(world.db, world.keys, { stock: true })
    const answers = { consent: 'yes', birthYear: '1987', postalCode: '87100', children: '0' }
    const ask = async (typed: string) => {
      const response = await issuer.post('/fi/anna-kortti', {
        ...answers,
        lifeSituation: '',
        gender: '',
        code: typed,
      })
      expect(response.status).toBe(422)
      const page = await response.text()
      // Either what is wrong with the code, or that one has to wait: never both.
      return page.includes('Tuntemattomia tunnuksia on ollut monta.') ? 429 : 422
    }
    expect(await count(150, (index) => ask(code(index)))).toBe(20)
    expect(await ask(other.code)).toBe(429)
    world.later(28.5) // 9.5 again
    expect(await count(129, (index) => ask(code(index)))).toBe(9)
  })

  test('9,000 through the API: 60 an hour for a key', { timeout: patience }, async () => {
    const expiresAt = new Date(world.now().getTime() + 30 * 86_400_000)
    const scopes = ['cards.check', 'uses.create'] as const
    const keyOf = (name: string) =>
      createSiteKey(world.db, { siteId: site.id, name, scopes, expiresAt }, world.now())
    const [key, other] = [await keyOf('kassa'), await keyOf('verkkokauppa')]
    const card = await makeCard(world.db, world.keys)
    const ask = (by: string) => async (index: number) => {
      const body = { code: code(index), siteId: site.id }
      // Recording is no way around the limit of checking.
      if (index % 2 === 0) return (await world.call('POST', '/api/v1/card-checks', by, body)).status
      const use = { ...body, adults: 1, children: 0, companions: 0 }
      const reply = await world.call('POST', '/api/v1/uses', by, use, { 'idempotency-key': `k${index}` })
      return reply.status === 404 ? 200 : reply.status
    }
    expect(await count(4_000, ask(key), 200)).toBe(60)
    const hit = await world.call('POST', '/api/v1/card-checks', key, { code: card.code, siteId: site.id })
    expect(hit.status).toBe(429)
    expect(await count(999, ask(other), 200)).toBe(60)
    world.later(28.5)
    expect(await count(4_000, ask(key), 200)).toBe(28)
  })
})

describe('a known and an unknown account', () => {
  test('are told the same, in the same words', async () => {
    await known('aino')
    const [real, none] = [await signIn('aino', 'ei tämä'), await signIn('eino', 'ei tämä')]
    expect([real.status, none.status]).toEqual([422, 422])
    const plain = async (response: Response) => (await response.text()).replaceAll(/[ae]ino@/g, 'x@')
    expect(await plain(real)).toBe(await plain(none))
    const headers = (response: Response) =>
      [...response.headers].filter(([name]) => name !== 'content-length')
    expect(headers(real)).toEqual(headers(none))
    for (let time = 0; time < 4; time++) for (const name of ['aino', 'eino']) await guess(name)
    const [held, heldToo] = [await signIn('aino', 'ei tämä'), await signIn('eino', 'ei tämä')]
    expect([held.status, heldToo.status]).toEqual([429, 429])
    expect(await plain(held)).toBe(await plain(heldToo))
  })

  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!

  /** Median times of an answer, of samples taken by turns, so that a busy moment falls on both. */
  const compare = async () => {
    const times = { aino: [] as number[], eino: [] as number[] }
    for (let round = 0; round < 21; round++) {
      await world.db.deleteFrom('rate_limit').execute()
      for (const name of round % 2 ? (['aino', 'eino'] as const) : (['eino', 'aino'] as const)) {
        const before = performance.now()
        expect(await guess(name)).toBe(422)
        times[name].push(performance.now() - before)
      }
    }
    return median(times.aino) / median(times.eino)
  }

  test('take the same time, within a fifth', { timeout: patience }, async () => {
    await known('aino', await hashPassword(password))
    const ratios: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      ratios.push(await compare())
      if (Math.abs(Math.log(ratios.at(-1)!)) < Math.log(1.2)) return
    }
    expect(ratios, 'aino’s time as a share of eino’s').toEqual([])
  })
})
