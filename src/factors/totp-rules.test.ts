import { describe, expect, test } from 'vitest'
import { base32, codeAt, otpauthUri, stepAt, stepOf, typeableSecret } from './totp-rules.ts'

const secret = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238, appendix B: at %i s the code is %s', (seconds, code) => {
  expect(codeAt(secret, stepAt(at(seconds)), 8)).toBe(code)
  expect(codeAt(secret, stepAt(at(seconds)))).toBe(code.slice(2))
})

describe('a typed code', () => {
  const now = at(1234567890)
  const step = stepAt(now)
  const code = (offset: number) => codeAt(secret, step + offset)

  test.each([
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ])('of %i steps from now is step %s', (offset, found) => {
    expect(stepOf(secret, code(offset), now, null)).toBe(found)
  })

  test('works once: it and all before it are spent', () => {
    expect(stepOf(secret, code(0), now, step - 1)).toBe(step)
    expect(stepOf(secret, code(0), now, step)).toBeNull()
    expect(stepOf(secret, code(-1), now, step)).toBeNull()
    expect(stepOf(secret, code(1), now, step)).toBe(step + 1)
  })

  test('may have a space or hyphen in the middle', () => {
    expect(stepOf(secret, ` ${code(0).slice(0, 3)} ${code(0).slice(3)} `, now, null)).toBe(step)
  })

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('that reads “%s” is none', (typed) => {
    expect(stepOf(secret, typed, now, null)).toBeNull()
  })
})

// RFC 4648, 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of “%s” is “%s”', (text, coded) => expect(base32(Buffer.from(text))).toBe(coded))

test('a secret is typed in groups of four', () =>
  expect(typeableSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ'))

test('the picture names the service and the person', () =>
  expect(otpauthUri('aino+1@esimerkki.example', secret)).toBe(
    'otpauth://totp/Kaikukanta:aino%2B1%40esimerkki.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kaikukanta',
  ))
