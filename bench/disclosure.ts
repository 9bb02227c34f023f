/**
 * 2,000 random tables of each kind protected, and attacked by a solver that sees only what readers see; beside them the same
 * tables with only their small counts hidden. Goal: none gives anything away that is narrower than the threshold.
 */
import { isPrimary } from '../src/disclosure/board-rules.ts'
import { protect } from '../src/disclosure/protect.ts'
import type { Tables } from '../src/disclosure/rules.ts'
import { attack, givenAway } from '../test/attack.ts'
import {
  type Random,
  randomFlat,
  randomFrom,
  randomTree,
  randomYear,
  seenOf,
} from '../test/disclosure-tables.ts'
import { printTable } from './lib/table.ts'

const hiddenIn = async (tables: Tables) => (await protect(tables)).hidden

const leaks = async (tables: Tables, hidden: readonly boolean[]): Promise<boolean> =>
  givenAway(await attack(seenOf(tables, hidden)), (cell) => tables.cells[cell]!.width).length > 0

const tryKind = async (name: string, make: (random: Random) => Tables | Promise<Tables>, count: number) => {
  const sum = { cells: 0, small: 0, partners: 0, leaking: 0, leakingUnprotected: 0, time: 0 }
  for (let seed = 1; seed <= count; seed += 1) {
    const tables = await make(randomFrom(seed))
    const before = performance.now()
    const { hidden } = await protect(tables)
    sum.time += performance.now() - before
    const isSmall = tables.cells.map((cell) => cell.fate === 'open' && isPrimary(cell))
    sum.cells += hidden.length
    sum.small += isSmall.filter(Boolean).length
    sum.partners += hidden.filter(
      (one, cell) => one && !isSmall[cell] && tables.cells[cell]!.fate === 'open',
    ).length
    if (await leaks(tables, hidden)) sum.leaking += 1
    const unprotected = tables.cells.map((cell, place) => isSmall[place]! || cell.fate === 'hidden')
    if (await leaks(tables, unprotected)) sum.leakingUnprotected += 1
  }
  return {
    ...{ tables: name, tried: count, cells: sum.cells, small: sum.small, partners: sum.partners },
    'partners per small': (sum.partners / sum.small).toFixed(2),
    'ms each': (sum.time / count).toFixed(1),
    'give away, small hidden only': sum.leakingUnprotected,
    'give away, protected': sum.leaking,
  }
}

const rows = [
  await tryKind('rows and columns', randomFlat, 2000),
  await tryKind('trees of places', randomTree, 2000),
  await tryKind('years, three quarters shown', (random) => randomYear(random, hiddenIn), 500),
]
printTable(rows)
if (rows.some((row) => row['give away, protected'] > 0)) process.exitCode = 1
