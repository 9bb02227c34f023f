import { expect, test } from 'vitest'
import {
  hasFactors,
  hashRecoveryCode,
  isLastFactor,
  newRecoveryCode,
  plainRecoveryCode,
  relyingParty,
} from './rules.ts'

test.each([
  ['https://kaiku.example', 'kaiku.example'],
  ['https://kaiku.example:8443', 'kaiku.example'],
  ['http://localhost:3000', 'localhost'],
  ['http://kaiku.example', null],
  ['http://127.0.0.1:3000', null],
  ['https://192.168.1.20', null],
  ['https://[::1]:3000', null],
])('at %s passkeys are bound to %s', (origin, name) => expect(relyingParty(origin)).toBe(name))

test('a recovery code is read however it is typed', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^[2-9b-z]{4}-[2-9b-z]{4}-[2-9b-z]{4}$/)
  const plain = code.replaceAll('-', '')
  for (const typed of [
    code,
    plain,
    code.toUpperCase(),
    ` ${code.replaceAll('-', ' ')} `,
    code.replaceAll('-', '–'),
  ])
    expect(plainRecoveryCode(typed)).toBe(plain)
})

test.each(['', '123456', '2345-6789-bcd', '2345-6789-bcdf-g', '2345-6789-bcda'])(
  '“%s” is no recovery code',
  (typed) => expect(plainRecoveryCode(typed)).toBeNull(),
)

test('no two recovery codes are the same, and each is hashed for one account and one key', () => {
  const codes = Array.from({ length: 1000 }, newRecoveryCode)
  expect(new Set(codes).size).toBe(1000)
  const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const hashes = [hashRecoveryCode(a, 'x', 'c'), hashRecoveryCode(a, 'y', 'c'), hashRecoveryCode(b, 'x', 'c')]
  expect(new Set(hashes.map(String)).size).toBe(3)
})

test.each([
  [{ app: false, passkeys: 0 }, false, false],
  [{ app: true, passkeys: 0 }, true, true],
  [{ app: false, passkeys: 1 }, true, true],
  [{ app: true, passkeys: 1 }, true, false],
  [{ app: false, passkeys: 2 }, true, false],
])('%j: some %s, last %s', (factors, some, last) => {
  expect(hasFactors(factors)).toBe(some)
  expect(isLastFactor(factors)).toBe(last)
})
