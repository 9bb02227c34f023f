import { type Column, maximise } from '../lib/simplex.ts'
import type { Board, Move } from './board-rules.ts'

/** How far a search goes: so many cells at most, and of the shown ones so many of each sum, the cheapest. */
export type Reach = { cells: number; shown: number }

/** The cells around one, nearest first: those readers do not know, and those that might be hidden too. */
export const around = (board: Board, start: number, { cells: limit, shown }: Reach): number[] => {
  const found = [start]
  const seen = new Set(found)
  for (let next = 0; next < found.length; next += 1) {
    for (const line of board.linesOf[found[next]!]!) {
      for (const cell of partnersOf(board, line, shown)) {
        if (found.length >= limit) return found
        if (seen.has(cell)) continue
        seen.add(cell)
        found.push(cell)
      }
    }
  }
  return found
}

const partnersOf = ({ cells, lines, unknown }: Board, line: number, shown: number): number[] => {
  const members = lines[line]!.map(([cell]) => cell)
  const free = shown === 0 ? [] : members.filter((cell) => !unknown[cell] && cells[cell]!.fate === 'open')
  // Cells stand in the order of cost. The dearest, mostly the total, is the one that can always give way.
  return [
    ...members.filter((cell) => unknown[cell]),
    ...free.slice(0, shown),
    ...free.slice(Math.max(shown, free.length - 1)),
  ]
}

/** A unit of movement of the wanted cell is worth more than any cost on its way. */
const worth = 1e5

/**
 * A move of `cell` by `amount` (below 0: down), or as near to it as can be, among `members`; of all such moves
 * one that costs little, where moving what is hidden costs nothing. It is a proposal: `note` tries it.
 */
export const propose = (board: Board, cell: number, amount: number, members: readonly number[]): Move => {
  const { kept, rows } = peel(board, members)
  if (!kept.includes(cell)) return new Map()
  const dearest = Math.max(1, ...kept.map((other) => board.cells[other]!.cost))
  const columns = kept.flatMap((other): Column[] => {
    const entries = board.linesOf[other]!.flatMap((line): [number, number][] => {
      const row = rows.get(line)
      return row === undefined ? [] : [[row, board.lines[line]!.find(([member]) => member === other)![1]]]
    })
    const { count, cost } = board.cells[other]!
    const gain = board.unknown[other] ? 0 : -(cost / dearest + 1e-6)
    const isWanted = other === cell
    return [
      {
        entries,
        most: isWanted ? Math.max(0, amount) : Number.POSITIVE_INFINITY,
        gain: isWanted ? worth : gain,
      },
      {
        entries: entries.map(([row, factor]): [number, number] => [row, -factor]),
        most: isWanted ? Math.max(0, -amount) : count,
        gain: isWanted ? worth : gain,
      },
    ]
  })
  const found = maximise(rows.size, columns)
  return new Map(
    kept
      .map((other, place): [number, number] => [other, nearWhole(found[2 * place]! - found[2 * place + 1]!)])
      .filter(([, by]) => by !== 0),
  )
}

const nearWhole = (value: number) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value)

/** Leaves out what cannot move: the only member of a sum, and then the next. The sums that are left become rows. */
const peel = ({ lines, linesOf }: Board, members: readonly number[]) => {
  const inside = new Set(members)
  const counts = new Map<number, number>()
  for (const cell of members) for (const line of linesOf[cell]!) counts.set(line, (counts.get(line) ?? 0) + 1)
  const single = [...counts].filter(([, count]) => count === 1).map(([line]) => line)
  for (let line = single.pop(); line !== undefined; line = single.pop()) {
    const stuck = lines[line]!.find(([cell]) => inside.has(cell))?.[0]
    if (stuck === undefined) continue
    inside.delete(stuck)
    for (const other of linesOf[stuck]!) {
      const left = counts.get(other)! - 1
      counts.set(other, left)
      if (left === 1) single.push(other)
    }
  }
  const rows = new Map([...counts].filter(([, count]) => count > 1).map(([line], row) => [line, row]))
  return { kept: members.filter((cell) => inside.has(cell)), rows }
}
