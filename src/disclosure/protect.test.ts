import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack, givenAway } from '../../test/attack.ts'
import {
  cellOf,
  flatTable,
  type Random,
  randomFlat,
  randomFrom,
  randomTree,
  randomYear,
  Sheet,
  seenOf,
  smallCount,
  threshold,
} from '../../test/disclosure-tables.ts'
import { DoesNotAddUp, isPrimary } from './board-rules.ts'
import { protect } from './protect.ts'
import type { Cell, Tables } from './rules.ts'

const hiddenIn = async (tables: Tables) => (await protect(tables)).hidden

const leaksOf = async (tables: Tables, hidden: readonly boolean[], whole = false) => {
  const worked = await attack(seenOf(tables, hidden), { whole })
  return givenAway(worked, (cell) => tables.cells[cell]!.width)
}

test.each<[string, (random: Random) => Tables | Promise<Tables>, number]>([
  ['tables of rows and columns', randomFlat, 200],
  ['trees of places with two kinds of areas', randomTree, 60],
  ['years with three quarters already shown', (random) => randomYear(random, hiddenIn), 40],
])(
  'of %s an attack learns nothing that is narrower than the threshold',
  async (_, make, count) => {
    for (let seed = 1; seed <= count; seed += 1) {
      const tables = await make(randomFrom(seed))
      const { hidden, given } = await protect(tables)
      expect(given).toEqual([])
      expect(await leaksOf(tables, hidden), `seed ${seed}`).toEqual([])
    }
  },
  60_000,
)

test('nor when it also knows that counts are whole', async () => {
  for (let seed = 1000; seed < 1030; seed += 1) {
    const tables = randomFlat(randomFrom(seed))
    expect(await leaksOf(tables, await hiddenIn(tables), true), `seed ${seed}`).toEqual([])
  }
}, 60_000)

test('the attack is one: where only small counts are hidden, most tables give some away', async () => {
  let broken = 0
  for (let seed = 1; seed <= 40; seed += 1) {
    const tables = randomFlat(randomFrom(seed))
    if ((await leaksOf(tables, tables.cells.map(isPrimary))).length > 0) broken += 1
  }
  expect(broken).toBeGreaterThan(35)
})

/** What is shown of a sum, less what is shown of its parts: what every reader with a pen does first. */
const isolatedBy = ({ cells, sums }: Tables, hidden: readonly boolean[]) =>
  sums.flatMap(({ total, parts }) => {
    const rest = parts.filter((part) => hidden[part])
    const cards = rest.reduce((all, part) => all + cells[part]!.cards, 0)
    return [{ isIsolated: !hidden[total] && cards > 0 && cards < threshold }]
  })

test('no difference of two shown counts is a group of one to four', async () => {
  let pairs = 0
  for (let seed = 1; pairs < 10_000; seed += 1) {
    const tables = (seed % 2 ? randomFlat : randomTree)(randomFrom(5000 + seed))
    const found = isolatedBy(tables, await hiddenIn(tables))
    pairs += found.length
    expect(found.filter(({ isIsolated }) => isIsolated)).toEqual([])
  }
}, 30_000)

const tablesFrom = fc.integer({ min: 0, max: 1e9 }).map((seed) => randomFlat(randomFrom(seed)))

test('what must be hidden is, and nothing is where nothing must be', async () => {
  await fc.assert(
    fc.asyncProperty(tablesFrom, async (tables) => {
      const hidden = await hiddenIn(tables)
      const needless = hidden.some(Boolean) && !tables.cells.some(isPrimary)
      return !needless && tables.cells.every((cell, place) => hidden[place] || !isPrimary(cell))
    }),
    { numRuns: 200 },
  )
})

test('the same tables give the same answer, in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
      const random = randomFrom(seed)
      const { cells, sums } = randomFlat(random)
      // Costs of their own: cells that are alike in all they say cannot be told apart.
      const named = { cells: cells.map((cell, place) => ({ ...cell, cost: cell.cost + place * 1e-5 })), sums }
      const order = cells.map((_, cell) => ({ cell, at: random() })).sort((a, b) => a.at - b.at)
      const newPlace = new Map(order.map(({ cell }, place) => [cell, place]))
      const mixed = {
        cells: order.map(({ cell }) => named.cells[cell]!),
        sums: [...sums].reverse().map(({ total, parts }) => ({
          total: newPlace.get(total)!,
          parts: [...parts].reverse().map((part) => newPlace.get(part)!),
        })),
      }
      const hidden = await hiddenIn(mixed)
      expect(await hiddenIn(named)).toEqual(cells.map((_, cell) => hidden[newPlace.get(cell)!]))
    }),
    { numRuns: 60 },
  )
})

const rowOf = (parts: readonly Partial<Cell>[], total: Partial<Cell>): Tables => {
  const sheet = new Sheet()
  sheet.sum(
    parts.map((part) => sheet.add(cellOf(part.count ?? 0, part))),
    total,
  )
  return sheet
}

test.each<[string, Tables, boolean[]]>([
  ['nothing small: all shown', rowOf([{ count: 20 }, { count: 9 }], {}), [false, false, false]],
  [
    'one small: the cheapest partner too',
    rowOf([{ count: 3 }, { count: 9 }, { count: 30 }], {}),
    [true, true, false, false],
  ],
  [
    'two small of four in all: a third',
    rowOf([{ count: 2 }, { count: 2 }, { count: 30 }], {}),
    [true, true, true, false],
  ],
  [
    'small but shown already: nothing',
    rowOf([{ count: 3, fate: 'shown' }, { count: 9 }], {}),
    [false, false, false],
  ],
  [
    'most by one card: hidden like a small one',
    rowOf([{ count: 60, tells: true }, { count: 9 }, { count: 30 }], {}),
    [true, true, false, false],
  ],
  ['empty: shown', rowOf([{ count: 0 }, { count: 9 }], {}), [false, false, false]],
  [
    'a difference of nobody that is in no table: may be known',
    rowOf([{ count: 0, fate: 'unpublished' }, { count: 9 }], {}),
    [true, false, false],
  ],
  [
    'a difference of two that is in no table: kept',
    rowOf([{ count: 2, fate: 'unpublished' }, { count: 9 }], { cost: 99 }),
    [true, true, false],
  ],
  [
    'many tickets of three cards: known no closer than what one of them may have had',
    rowOf([{ count: 40, cards: 3, width: 20 }, { count: 9 }, { count: 18 }, { count: 90 }], {}),
    [true, true, false, false, false],
  ],
  [
    'tickets of two small groups that may be the same cards: a third that is large enough',
    rowOf(
      [
        { count: 40, cards: 3, shared: true },
        { count: 40, cards: 3, shared: true },
        { count: 90, cards: 50, shared: true },
      ],
      { cards: 55 },
    ),
    [true, true, true, false],
  ],
])('%s', async (_, tables, expected) => expect(await hiddenIn(tables)).toEqual(expected))

test('what was shown too openly cannot be hidden, and the cell is named', async () => {
  const tables = rowOf([{ count: 3 }, { count: 9, fate: 'shown' }], { fate: 'shown' })
  expect(await protect(tables)).toEqual({ hidden: [true, false, false], given: [0], known: [0] })
})

test('a sum that is none is not protected', async () => {
  const { cells, sums } = flatTable([[1, 2, smallCount(randomFrom(1))]])
  const wrong = cells.map((cell, place) => (place === 0 ? { ...cell, count: 2 } : cell))
  await expect(protect({ cells: wrong, sums })).rejects.toThrow(DoesNotAddUp)
})
