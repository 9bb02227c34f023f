import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { headerHash } from './rules.ts'

const keysOf = (byte: number) => ({ version: 1 as const, cardCode: Buffer.alloc(32, byte) })

test('headings are known again whatever their case, and without the key file nothing can be found from the digest', () => {
  const header = ['9DTPGJ9ASZ', '1', '']
  const hash = headerHash(keysOf(1), header)
  expect(hash).toHaveLength(32)
  expect(headerHash(keysOf(1), [' 9dtpgj9asz ', '1', ''])).toEqual(hash)
  expect(headerHash(keysOf(2), header)).not.toEqual(hash)
  const plain = createHash('sha256').update(JSON.stringify(header.map((cell) => cell.toLowerCase())))
  expect(hash).not.toEqual(plain.digest())
})
