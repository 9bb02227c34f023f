import { expect, test } from 'vitest'
import type { Cell } from '../disclosure/rules.ts'
import { protectBesideExact } from './protecting-rules.ts'

const cell = (count: number, fate: Cell['fate'] = 'open'): Cell => ({
  ...{ count, cards: count, threshold: 5, tells: false, fate, cost: 1 + Math.log2(1 + count) },
})

test('what the national table gives away by itself is hidden all the same', () => {
  const cells = [cell(4, 'shown'), cell(1), cell(3)]
  expect(protectBesideExact({ cells, sums: [{ total: 0, parts: [1, 2] }] })).toEqual([false, true, true])
})

test('beside it everything else keeps its partners', () => {
  const cells = [cell(43, 'shown'), cell(3), cell(30), cell(10)]
  const hidden = protectBesideExact({ cells, sums: [{ total: 0, parts: [1, 2, 3] }] })
  expect(hidden[1]).toBe(true)
  expect(hidden.filter(Boolean)).toHaveLength(2)
})
