import { describe, expect, test } from 'vitest'
import { type Group, hiddenGroups } from './group-rules.ts'

const hide = (groups: Group[], limits = { atLeast: 20, besideOne: 5 }) =>
  [...hiddenGroups(groups, limits)].sort()
const total = (size: number): Group => ({ size, within: null })
const part = (size: number, within = 0): Group => ({ size, within })

describe('nested groups', () => {
  test.each([
    ['all large: all shown', [total(60), part(30), part(30)], []],
    ['a small total is hidden with its parts', [total(19), part(10), part(9)], [0, 1, 2]],
    ['one small part takes the smallest other with it', [total(103), part(8), part(40), part(55)], [1, 2]],
    [
      'who knows that other by heart would learn of three: one more',
      [total(98), part(3), part(40), part(55)],
      [1, 2, 3],
    ],
    [
      'two small parts that are large together need no other',
      [total(75), part(12), part(13), part(50)],
      [1, 2],
    ],
    [
      'two small parts that are small together take one more',
      [total(60), part(4), part(5), part(51)],
      [1, 2, 3],
    ],
    ['an empty part gives nothing away', [total(40), part(0), part(40)], [1]],
    ['a part that is all of the total is shown', [total(40), part(40)], []],
    [
      'who knows the one part by heart would learn of three others',
      [total(28), part(25), part(3)],
      [0, 1, 2],
    ],
    [
      'a part hidden for another takes along what is shown inside it',
      [total(77), part(30), part(10), part(37), part(30, 1)],
      [1, 2, 4],
    ],
    [
      'the rest of a hidden group counts to the group above it',
      [total(103), part(25), part(78), part(22, 1), part(3, 1)],
      [1, 2, 3, 4],
    ],
  ])('%s', (_, groups, hidden) => {
    expect(hide(groups)).toEqual(hidden)
  })

  test('what was hidden before stays so', () => {
    expect(hide([total(60), { ...part(30), isHidden: true }, part(30)])).toEqual([1])
  })

  test('where nobody knows a part by heart, nothing goes for it', () => {
    expect(hide([total(28), part(14), part(14)], { atLeast: 10, besideOne: 0 })).toEqual([])
    expect(hide([total(28), part(8), part(20)], { atLeast: 10, besideOne: 0 })).toEqual([1, 2])
  })
})

/** Gauss over the reals: whether a wanted vector is a combination of what is known. */
const follows = (known: number[][], wanted: number[]) => {
  const rows = known.map((row) => [...row])
  const rest = [...wanted]
  for (let column = 0; column < wanted.length; column++) {
    const pivot = rows.findIndex((row) => Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) {
      if (Math.abs(rest[column]!) > 1e-9) return false
      continue
    }
    const [used] = rows.splice(pivot, 1)
    for (const row of [...rows, rest]) {
      const factor = row[column]! / used![column]!
      for (let at = column; at < wanted.length; at++) row[at]! -= factor * used![at]!
    }
  }
  return true
}

test('in 300 random trees, no set of leaves under the threshold follows from what is shown', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  let small = 0
  for (let round = 0; round < 300; round++) {
    const leaves = Array.from({ length: 8 }, () => (random(3) === 0 ? 20 + random(40) : random(20)))
    const middle = [0, 1, 2].map((one) => leaves.filter((_, index) => index % 3 === one))
    const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0)
    const groups = [
      total(sum(leaves)),
      ...middle.map((sizes) => part(sum(sizes))),
      ...leaves.map((size, index) => part(size, 1 + (index % 3))),
    ]
    const hidden = hiddenGroups(groups, { atLeast: 20, besideOne: 0 })
    const vectorOf = (index: number) =>
      leaves.map((_, leaf) => Number(index === 0 || index === 4 + leaf || index === 1 + (leaf % 3)))
    const known = groups.flatMap((_, index) => (hidden.has(index) ? [] : [vectorOf(index)]))
    for (let subset = 1; subset < 256; subset++) {
      const wanted = leaves.map((_, leaf) => (subset >> leaf) & 1)
      const size = sum(leaves.filter((_, leaf) => wanted[leaf]))
      const smallest = Math.min(...leaves.filter((_, leaf) => wanted[leaf]))
      if (size === 0 || size >= 20 || smallest === 0) continue
      small++
      expect(follows(known, wanted)).toBe(false)
    }
  }
  expect(small).toBeGreaterThan(1_000)
})
