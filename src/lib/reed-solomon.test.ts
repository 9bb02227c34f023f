import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checksOf, isSound, repairedOnce } from './reed-solomon.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** A number as eight base-32 characters, followed by its two checks. */
const coded = (value: number) => {
  const data = Array.from({ length: 8 }, (_, index) => Math.floor(value / 32 ** (7 - index)) % 32)
  return [...data, ...checksOf(data)].map((element) => alphabet[element]).join('')
}
const data = fc.array(fc.nat(31), { minLength: 1, maxLength: 29 })

test.each([
  [0, '0000000000'],
  [1, '0000000168'],
  [12345678901, '0BFXR71NA4'],
])('%d is coded as %s', (value, code) => expect(coded(value)).toBe(code))

test('a word with its checks is sound and needs no repair', () => {
  fc.assert(
    fc.property(data, (values) => {
      const word = [...values, ...checksOf(values)]
      expect(isSound(word)).toBe(true)
      expect(repairedOnce(word)).toBeNull()
    }),
  )
})

test('one changed element anywhere in a word of any length is noticed and repaired', () => {
  fc.assert(
    fc.property(data, fc.nat(), fc.integer({ min: 1, max: 31 }), (values, at, change) => {
      const word = [...values, ...checksOf(values)]
      const place = at % word.length
      const wrong = word.with(place, word[place]! ^ change)
      expect(isSound(wrong)).toBe(false)
      expect(repairedOnce(wrong)).toEqual(word)
    }),
  )
})

test('two changed elements are noticed, and a repair, if any, is a sound word one step away', () => {
  fc.assert(
    fc.property(
      data,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 31 }),
      (values, a, b, x, y) => {
        const word = [...values, ...checksOf(values)]
        const [first, second] = [a % word.length, b % word.length]
        fc.pre(first !== second)
        const wrong = word.with(first, word[first]! ^ x).with(second, word[second]! ^ y)
        expect(isSound(wrong)).toBe(false)
        const repaired = repairedOnce(wrong)
        if (repaired === null) return
        expect(isSound(repaired)).toBe(true)
        expect(repaired.filter((value, index) => value !== wrong[index])).toHaveLength(1)
      },
    ),
  )
})
