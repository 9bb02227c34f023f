import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBusinessId } from './rules.ts'

describe('a business id', () => {
  test.each([
    ['a known one', '0201256-6', '0201256-6'],
    ['a state authority', '0245458-3', '0245458-3'],
    ['without its hyphen', '02012566', '0201256-6'],
    ['with spaces and a dash', ' 0201256 – 6 ', '0201256-6'],
    ['an old one without its nought', '201256-6', '0201256-6'],
    ['as a VAT number', 'FI02012566', '0201256-6'],
    ['with another check digit', '0201256-7', null],
    ['with two digits swapped', '0210256-6', null],
    ['whose check digit would be ten', '0000006-0', null],
    ['too long', '12345678-9', null],
    ['letters', 'Y-tunnus', null],
    ['nothing', '', null],
  ])('%s', (_name, typed, id) => expect(readBusinessId(typed)).toBe(id))

  test('one wrong digit is always noticed', () => {
    const right = fc
      .integer({ min: 0, max: 9_999_999 })
      .map((number) => String(number).padStart(7, '0'))
      .map((digits) => [...'0123456789'].map((check) => readBusinessId(`${digits}-${check}`)).find(Boolean))
      .filter((id): id is string => typeof id === 'string')
    fc.assert(
      fc.property(right, fc.nat(6), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1)
        expect(readBusinessId(wrong)).toBeNull()
      }),
    )
  })
})
