import { describe, expect, test } from 'vitest'
import { callerOf, networkOf } from './caller.ts'

test.each([
  ['192.0.2.77', '192.0.2'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['', ''],
])('the network of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))

describe('who calls', () => {
  const key = new Uint8Array(32).fill(7)

  test.each([
    ['192.0.2.77', '192.0.2.77', true],
    ['192.0.2.77', '192.0.2.78', false],
    ['2001:db8:1:2::1', '2001:db8:1:2:9:8:7:6', true],
    ['2001:db8::1', '2001:db8:0:0:7::', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ])('%s and %s are one: %s', (one, other, isOne) =>
    expect(callerOf(key, one) === callerOf(key, other)).toBe(isOne),
  )

  test('cannot be told without the key, nor read', () => {
    expect(callerOf(new Uint8Array(32).fill(8), '192.0.2.77')).not.toBe(callerOf(key, '192.0.2.77'))
    expect(callerOf(key, '192.0.2.77')).toMatch(/^[\w-]{43}$/)
  })
})
