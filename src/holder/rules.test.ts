import { describe, expect, test } from 'vitest'
import { codeProblem, dayStart, limitsOf, standingOn, untilNextDay } from './rules.ts'

describe('a card', () => {
  test.each([
    ['2026-05-03', { is: 'expired' }],
    ['2026-05-04', { is: 'expiring', days: 0 }],
    ['2026-05-05', { is: 'expiring', days: 1 }],
    ['2026-06-03', { is: 'expiring', days: 30 }],
    ['2026-06-04', { is: 'valid' }],
    ['2027-05-03', { is: 'valid' }],
  ])('whose last day is %s, seen on 4.5.2026: %o', (validUntil, standing) =>
    expect(standingOn(validUntil, '2026-05-04')).toEqual(standing),
  )
})

describe('what stands in the field of the code', () => {
  test.each([
    ['0000000168', 'code-check'],
    ['', 'code-empty'],
    [' - ', 'code-empty'],
    ['12345', 'code-legacy'],
    ['ÖSTER 7', 'code-legacy'],
    ['K7PQ2X9D', 'code-check'],
    ['131052-308T', 'identity-code'],
    ['A'.repeat(41), 'code-long'],
  ])('%s: %s', (typed, problem) => expect(codeProblem(typed)).toBe(problem))
})

describe('the names of limits', () => {
  const key = new Uint8Array(32).fill(7)
  const one = limitsOf(key, { network: '192.0.2', caller: 'a', codeHash: Buffer.alloc(32, 1) })

  test('are the same for the same network and code, and other for others', () => {
    expect(limitsOf(key, { network: '192.0.2', caller: 'a', codeHash: Buffer.alloc(32, 1) })).toEqual(one)
    const other = limitsOf(key, { network: '192.0.3', caller: 'b', codeHash: Buffer.alloc(32, 2) })
    expect(other.network.bucket).not.toBe(one.network.bucket)
    expect(other.caller.bucket).not.toBe(one.caller.bucket)
    expect(other.card.bucket).not.toBe(one.card.bucket)
    expect(other.everybody).toEqual(one.everybody)
  })

  test('need the key, and hold neither the network nor the hash of the register', () => {
    const foreign = limitsOf(new Uint8Array(32).fill(8), {
      network: '192.0.2',
      caller: 'a',
      codeHash: Buffer.alloc(32, 1),
    })
    expect(foreign.network.bucket).not.toBe(one.network.bucket)
    expect(JSON.stringify(one)).not.toContain('192.0.2')
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      expect(one.card.bucket).not.toContain(Buffer.alloc(32, 1).toString(encoding))
  })

  /** Buckets are forgotten 72 hours after they were touched: each must be full by then. */
  test('are all of buckets that are full again within 72 hours', () => {
    for (const { size, perHour } of Object.values(one)) expect(perHour * 72).toBeGreaterThanOrEqual(size)
  })
})

test('the clock of a card goes by days', () => {
  const now = new Date('2026-05-04T21:30:15.250Z')
  expect(dayStart(now).toISOString()).toBe('2026-05-04T00:00:00.000Z')
  expect(untilNextDay(now)).toBe(8_985)
  expect(untilNextDay(new Date('2026-05-04T00:00:00Z'))).toBe(86_400)
})
