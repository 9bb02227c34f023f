import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealed, unsealed } from './sealed.ts'

const keys = { version: 1, cardCode: randomBytes(32) }
const secret = Buffer.from('salainen åäö')

test('what was sealed opens again, and never looks the same twice', () => {
  const [one, two] = [sealed(keys, 'test', secret), sealed(keys, 'test', secret)]
  expect(unsealed(keys, 'test', one)).toEqual(secret)
  expect(one).not.toEqual(two)
  expect(one.includes(secret)).toBe(false)
})

test('it opens for no other purpose and with no other key', () => {
  const one = sealed(keys, 'test', secret)
  expect(() => unsealed(keys, 'other', one)).toThrow()
  expect(() => unsealed({ ...keys, cardCode: randomBytes(32) }, 'test', one)).toThrow()
})

test('a changed, shortened or empty seal does not open', () => {
  const one = sealed(keys, 'test', secret)
  for (let at = 0; at < one.length; at++) {
    const changed = Buffer.from(one)
    changed[at]! ^= 1
    expect(() => unsealed(keys, 'test', changed)).toThrow()
  }
  expect(() => unsealed(keys, 'test', one.subarray(0, 20))).toThrow()
  expect(() => unsealed(keys, 'test', Buffer.alloc(0))).toThrow()
})
