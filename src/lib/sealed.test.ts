import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Keys } from '../db/keys.ts'
import { sealed, unsealed } from './sealed.ts'

const keys: Keys = { version: 1, cardCode: randomBytes(32) }
const secret = Buffer.from('salaisuus')

test('what was sealed opens again, and never looks the same twice', () => {
  const [one, two] = [sealed(keys, 'totp 1', secret), sealed(keys, 'totp 1', secret)]
  expect(unsealed(keys, 'totp 1', one)).toEqual(secret)
  expect(one.equals(two)).toBe(false)
  expect(one.includes(secret)).toBe(false)
})

test('it opens for its own purpose and its own key file alone', () => {
  const box = sealed(keys, 'totp 1', secret)
  expect(() => unsealed(keys, 'totp 2', box)).toThrow()
  expect(() => unsealed({ version: 1, cardCode: randomBytes(32) }, 'totp 1', box)).toThrow()
})

test('one changed bit anywhere, or a missing end, is noticed', () => {
  const box = sealed(keys, 'totp 1', secret)
  for (let at = 0; at < box.length; at++) {
    const changed = Buffer.from(box)
    changed[at]! ^= 1
    expect(() => unsealed(keys, 'totp 1', changed)).toThrow()
  }
  expect(() => unsealed(keys, 'totp 1', box.subarray(0, 20))).toThrow()
  expect(() => unsealed(keys, 'totp 1', Buffer.alloc(0))).toThrow()
})
