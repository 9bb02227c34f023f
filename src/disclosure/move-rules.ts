import { moveCheaply } from '../lib/dual-simplex.ts'
import type { Board, Move } from './board-rules.ts'

/** Hardly anything, and different for each cell: of two ways through hidden cells the shorter is found, without ties. */
const trifleOf = (cell: number) => 1e-7 * (1 + ((cell * 0.618033988749895) % 1))

/** So many steps are spent on a way among what is hidden already, before more is hidden instead. */
const nearby = 80

/**
 * A move of `cell` by `amount` (below 0: down), or as near to it as can be, that every sum bears, at the least cost.
 * Moving what is hidden costs nothing. It is a proposal: `note` tries it.
 * @param mayHide whether cells that are still open may move, for their cost, and would have to be hidden
 */
export const propose = (board: Board, cell: number, amount: number, mayHide: boolean): Move => {
  const { cells, lines, linesOf, unknown, dearest } = board
  const found = moveCheaply(
    {
      linesOf: (other) => linesOf[other]!,
      line: (line) => lines[line]!,
      depthOf: (other) => cells[other]!.count,
      costOf: (other) => {
        if (unknown[other]) return trifleOf(other)
        return mayHide && cells[other]!.fate === 'open'
          ? cells[other]!.cost / dearest + trifleOf(other)
          : null
      },
    },
    cell,
    amount,
    mayHide ? 3000 : nearby,
  )
  return new Map([...found].map(([other, by]) => [other, nearWhole(by)]))
}

const nearWhole = (value: number) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value)
