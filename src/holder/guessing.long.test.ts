import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCard } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { newCode } from '../codes/rules.ts'

/**
 * Guessing at full speed: 10,000 codes and birth years. What is let through is counted exactly, and the wanted numbers
 * are worked out by hand beside each test.
 */
const patience = 600_000

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T00:00:00Z')
})
afterEach(() => world.end())

/** One guess, from a machine of a network. */
const guess = async (code: string, birthYear: number, network = 1, host = 7) => {
  const body = new URLSearchParams({ code, birthYear: String(birthYear) })
  const headers = { 'sec-fetch-site': 'same-origin' }
  const env = { incoming: { socket: { remoteAddress: `10.${network >> 8}.${network & 255}.${host}` } } }
  return world.app.request('/fi/oma-kortti', { method: 'POST', body, headers }, env)
}

/** Guesses in a row. @returns how many were looked up; the others were held, and nothing was found */
const count = async (times: number, one: (index: number) => Promise<Response>) => {
  let passed = 0
  for (let index = 0; index < times; index++) {
    const { status } = await one(index)
    if (status === 422) passed++
    else expect(status).toBe(429)
  }
  return passed
}
const year = (index: number) => 1920 + (index % 80)

describe('of 10,000 codes and birth years', () => {
  test('2,000 codes from one machine: 10, then not even a right pair, then one every 6 minutes', {
    timeout: patience,
  }, async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    expect(await count(1_000, (index) => guess(newCode(), year(index)))).toBe(10)
    expect((await guess(card.code, 1958)).status).toBe(429)
    // A neighbour is not shut out, nor another network.
    expect((await guess(card.code, 1958, 1, 8)).status).toBe(200)
    expect((await guess(card.code, 1958, 2)).status).toBe(200)
    world.later(28.5) // 4.75
    expect(await count(999, (index) => guess(newCode(), year(index)))).toBe(4)
  })

  test('1,000 codes from 250 machines of one network: 60, then not even a right pair, then one a minute', {
    timeout: patience,
  }, async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    const from = (index: number) => guess(newCode(), year(index), 1, index % 250)
    expect(await count(500, from)).toBe(60)
    const [held, nobodys] = [await guess(card.code, 1958, 1, 251), await guess(newCode(), 1958, 1, 251)]
    expect([held.status, nobodys.status]).toEqual([429, 429])
    expect((await guess(card.code, 1958, 2)).status).toBe(200)
    world.later(4.75)
    expect(await count(500, from)).toBe(4)
  })

  test('2,000 birth years of one card from 200 networks: 5, one more the day after, then two', {
    timeout: patience,
  }, async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    const from = (index: number) => guess(card.code, 1959 + (index % 40), index % 200)
    expect(await count(1_000, from)).toBe(5)
    // Not even the right one, wherever it is asked from.
    const held = await guess(card.code, 1958, 777)
    expect(held.status).toBe(429)
    expect(await held.text()).toContain('Yritä uudelleen 24 tunnin kuluttua.')
    world.later(24 * 60 - 1)
    expect(await count(1, from)).toBe(0)
    world.later(1) // 1.67
    expect(await count(499, from)).toBe(1)
    world.later(24 * 60) // 0.67 + 1.67
    expect(await count(500, from)).toBe(2)
    expect((await guess(card.code, 1958, 777)).status).toBe(429)
    world.later(72 * 60)
    expect((await guess(card.code, 1958, 777)).status).toBe(200)
  })

  test('a code that nobody has is held just as one that somebody has', { timeout: patience }, async () => {
    const [real, none] = [(await makeCard(world.db, world.keys)).code, newCode()]
    const answers = async (code: string, networks: number) => {
      const all: string[] = []
      for (let index = 0; index < 12; index++) {
        const reply = await guess(code, 1930 + index, networks + index)
        const headers = [...reply.headers].filter(([name]) => name !== 'content-length')
        const text = (await reply.text()).replaceAll(code, 'CODE')
        all.push(JSON.stringify([reply.status, headers, text]))
      }
      return all
    }
    expect(await answers(real, 100)).toEqual(await answers(none, 200))
  })

  /**
   * 1,000 networks, 6 guesses each, by turns. The first 300 are everybody's. Past that each network has one: 700 more in
   * the first round, and in the second those of the 300 that had theirs from everybody's.
   */
  test('6,000 codes from 1,000 networks: 300 and one from each, and a right pair from elsewhere still answers', {
    timeout: patience,
  }, async () => {
    const card = await makeCard(world.db, world.keys, { birthYear: 1958 })
    expect(await count(6_000, (index) => guess(newCode(), year(index), index % 1_000))).toBe(1_300)
    expect((await guess(card.code, 1958, 2_000)).status).toBe(200)
    // A slip of the finger there is allowed too, once.
    expect((await guess(card.code, 1985, 2_000)).status).toBe(422)
    expect((await guess(card.code, 1958, 2_000)).status).toBe(429)
  })
})

describe('a wrong year of a real card and a code of nobody', () => {
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!

  /** Median times of an answer, of samples taken by turns, so that a busy moment falls on both. */
  const compare = async (real: string) => {
    const times = { real: [] as number[], none: [] as number[] }
    for (let round = 0; round < 61; round++) {
      await world.db.deleteFrom('rate_limit').execute()
      for (const kind of round % 2 ? (['real', 'none'] as const) : (['none', 'real'] as const)) {
        const code = kind === 'real' ? real : newCode()
        const before = performance.now()
        expect((await guess(code, 1985)).status).toBe(422)
        times[kind].push(performance.now() - before)
      }
    }
    return median(times.real) / median(times.none)
  }

  test('take the same time, within a fifth', { timeout: patience }, async () => {
    const { code } = await makeCard(world.db, world.keys, { birthYear: 1958 })
    for (let index = 0; index < 500; index++) await makeCard(world.db, world.keys)
    const ratios: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      ratios.push(await compare(code))
      if (Math.abs(Math.log(ratios.at(-1)!)) < Math.log(1.2)) return
    }
    expect(ratios, 'the real card’s time as a share of the other’s').toEqual([])
  })
})
