import { describe, expect, test } from 'vitest'
import { codeOf, formatPairingCode, hashOfCode, readPairingCode, tokenOf } from './rules.ts'

const secret = Buffer.alloc(32, 7)
const other = Buffer.alloc(32, 8)
const id = '0b5c8f0e-6f0e-4f0e-8f0e-0b5c8f0e6f0e'

describe('link and code', () => {
  test('follow from the id and the key file, and from nothing less', () => {
    expect(tokenOf(secret, id)).toMatch(/^[\w-]{43}$/)
    expect(tokenOf(secret, id)).toBe(tokenOf(secret, id))
    expect(tokenOf(other, id)).not.toBe(tokenOf(secret, id))
    expect(codeOf(secret, id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(codeOf(other, id)).not.toBe(codeOf(secret, id))
    expect(hashOfCode(other, 'K7PQX9D4')).not.toEqual(hashOfCode(secret, 'K7PQX9D4'))
  })

  test('use every letter and digit of the 32 about equally: 40 bits', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 4_000; n++)
      for (const one of codeOf(secret, String(n))) counts.set(one, (counts.get(one) ?? 0) + 1)
    expect(counts.size).toBe(32)
    // 1,000 each on average; six standard deviations are 187.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(187)
  })
})

describe('a typed code', () => {
  test.each([
    ['as it is shown', formatPairingCode('K7PQX9D4')],
    ['in small letters', 'k7pq-x9d4'],
    ['with spaces, a long dash and an invisible mark', ' K7PQ – X9 D4\u200b'],
    ['in wide letters', 'Ｋ７ＰＱＸ９Ｄ４'],
  ])('is read %s', (_, typed) => expect(readPairingCode(typed)).toBe('K7PQX9D4'))

  test('takes letters that look like digits', () => expect(readPairingCode('oiLO-1234')).toBe('01101234'))

  test.each(['', 'K7PQ-X9D', 'K7PQ-X9D44', 'K7PQ-X9DU', 'ÄÄÄÄ-ÄÄÄÄ', '<script>'])('is not %j', (typed) =>
    expect(readPairingCode(typed)).toBeNull(),
  )
})
