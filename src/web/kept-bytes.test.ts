import { expect, test } from 'vitest'
import { newKeptBytes } from './kept-bytes.ts'

const room = { most: 5, mostBytes: 1_000 }
const bytes = (length: number) => async () => new Uint8Array(length)

test('what is kept is made once', async () => {
  const kept = newKeptBytes(room)
  const first = await kept.of('a', bytes(10))
  expect(await kept.of('a', bytes(20))).toBe(first)
  expect(kept.size()).toEqual({ count: 1, bytes: 10 })
})

test.each([
  ['many small ones: their number is bounded', 3, { count: 5, bytes: 15 }],
  ['large ones: their bytes are bounded', 300, { count: 3, bytes: 900 }],
  ['one that is larger than all the room is not kept', 1_001, { count: 0, bytes: 0 }],
])('%s', async (_, length, size) => {
  const kept = newKeptBytes(room)
  for (let nth = 0; nth < 100; nth++) {
    await kept.of(`${nth}`, bytes(length))
    expect(kept.size().count).toBeLessThanOrEqual(room.most)
    expect(kept.size().bytes).toBeLessThanOrEqual(room.mostBytes)
  }
  expect(kept.size()).toEqual(size)
})

test('the oldest goes first', async () => {
  const kept = newKeptBytes(room)
  for (const key of 'abcdef') await kept.of(key, bytes(1))
  expect(await kept.of('f', bytes(2))).toHaveLength(1)
  expect(await kept.of('a', bytes(2))).toHaveLength(2)
})

test('the same made twice at once counts once', async () => {
  const kept = newKeptBytes(room)
  await Promise.all([kept.of('a', bytes(10)), kept.of('a', bytes(10))])
  expect(kept.size()).toEqual({ count: 1, bytes: 10 })
})
