import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CardType } from '../cards/rules.ts'
import { isNewCode } from '../codes/rules.ts'
import { codesFrom } from './run-code-rules.ts'

const seed = Buffer.alloc(32, 7)
const some = (count: number, of: Uint8Array = seed, type: CardType = 'personal') => {
  const codes = codesFrom(of, type)
  return Array.from({ length: count }, () => codes.next().value as string)
}

test('the same seed tells the same codes, and another seed others', () => {
  const codes = some(500)
  expect(some(500)).toEqual(codes)
  const other = Buffer.from(seed)
  other[31]! ^= 1
  expect(some(500, other).filter((code) => codes.includes(code))).toEqual([])
})

test('the codes stay what they are: files of a run made by an older program can be made again', () => {
  expect(some(3)).toEqual(pinned)
  // Said again with the standard's words: the first code is the first eight bytes, five bits of each.
  const block = createHmac('sha256', seed)
    .update('kaiku print run 1\0')
    .update(Buffer.from([0, 0, 0, 1]))
    .digest()
  const letters = [...block.subarray(0, 8)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32])
  expect(some(1)[0]!.slice(0, 8)).toBe(letters.join(''))
})

test('no code comes twice, and each is sound and of its type', () => {
  const personal = some(5_000)
  expect(new Set(personal).size).toBe(5_000)
  expect(personal.filter((code) => !isNewCode(code) || code.startsWith('Y'))).toEqual([])
  expect(some(500, seed, 'community').filter((code) => !isNewCode(code) || !code.startsWith('Y'))).toEqual([])
})

test('each character is as likely in the middle of a code', () => {
  const counts = new Map<string, number>()
  const codes = some(8_000)
  for (const code of codes) counts.set(code[5]!, (counts.get(code[5]!) ?? 0) + 1)
  const expected = codes.length / 32
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // Of 31 degrees, 1 in 10,000 is beyond 69; what no code may spell shifts a few characters by one in a hundred.
  expect(chi).toBeLessThan(80)
  expect(counts.size).toBe(32)
})

/** What the first program made of the seed of 32 sevens. */
const pinned = ['PWFXQ5V6XZ', 'KZE82H2KN3', 'GE9V56XFA9']
