import fc from 'fast-check'
import { expect, test } from 'vitest'
import { permissions } from '../access.ts'
import { isWholeKey, keyScopes, lastKeyEnd, newKey } from './key-rules.ts'

test('a new key is whole and shows only its start', () => {
  const { key, shownStart } = newKey()
  expect(key).toMatch(/^kk_live_[0-9a-f]{8}_[\w-]{43}_[0-9a-f]{8}$/)
  expect(key.startsWith(`${shownStart}_`)).toBe(true)
  expect(shownStart).toHaveLength(16)
  expect(isWholeKey(key)).toBe(true)
})

test('a key with one wrong character is not whole', () => {
  const { key } = newKey()
  fc.assert(
    fc.property(fc.nat(key.length - 1), fc.constantFrom(...'abcdef0123456789_-Z'), (at, sign) => {
      fc.pre(key[at] !== sign)
      expect(isWholeKey(key.slice(0, at) + sign + key.slice(at + 1))).toBe(false)
    }),
  )
})

test.each(['', 'kk_live_', 'x'.repeat(100_000)])('%# is not whole', (text) => {
  expect(isWholeKey(text)).toBe(false)
})

test('a key asks only for what the public API can give', () => {
  for (const scope of keyScopes) expect(permissions).toHaveProperty([scope])
})

test('a key made on a leap day ends the next year, not later', () => {
  expect(lastKeyEnd(new Date('2028-02-29T09:00:00Z'))).toEqual(new Date('2029-03-01T09:00:00Z'))
  expect(lastKeyEnd(new Date('2026-05-04T09:00:00Z'))).toEqual(new Date('2027-05-04T09:00:00Z'))
})
