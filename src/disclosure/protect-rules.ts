import { type Board, boardOf, isKept, isPrimary, type Move, missingOf, note } from './board-rules.ts'
import { around, propose, type Reach } from './move-rules.ts'
import { byCost, type Tables } from './rules.ts'

/** What has been shown already lets readers work out these cells, whatever else is hidden. Numbers are those of the tables. */
export class CannotBeHidden extends Error {
  readonly cells: readonly number[]
  constructor(cells: readonly number[]) {
    super(`Cannot be hidden any more: cells ${cells.join(', ')}`)
    this.cells = cells
  }
}

const near: Reach[] = [
  { cells: 60, shown: 0 },
  { cells: 300, shown: 0 },
]
const wide: Reach[] = [
  { cells: 150, shown: 4 },
  { cells: 500, shown: 12 },
  { cells: 1500, shown: Number.POSITIVE_INFINITY },
]

/**
 * Which cells readers may not see: those that must not be seen, and as few others as keep them from being worked out.
 * The same tables give the same answer, in whatever order cells and sums come (cells alike in all they say aside).
 * How, and what it promises: `docs/decisions/0026-protection-of-tables.md`.
 * @returns for each cell whether it is unknown to readers
 * @throws {DoesNotAddUp} for a sum that is none
 * @throws {CannotBeHidden} where what has been shown already gives a cell away
 */
export const protect = (tables: Tables): boolean[] => {
  const { sorted, places } = byCost(tables)
  const board = boardOf(sorted)
  const stuck = hideMore(board)
  if (stuck.length > 0)
    throw new CannotBeHidden(stuck.map((cell) => places.indexOf(cell)).sort((a, b) => a - b))
  showAgain(board)
  return places.map((place) => board.unknown[place] === 1)
}

/** Hides partners until every kept cell is wide enough. @returns the cells for which that cannot be */
const hideMore = (board: Board): number[] => {
  const waiting = board.cells.flatMap((_, cell) => (isKept(board, cell) ? [cell] : []))
  const stuck: number[] = []
  for (let next = 0; next < waiting.length; next += 1) {
    const cell = waiting[next]!
    while (!isWide(board, cell)) {
      const partners = partnersFor(board, cell)
      if (partners.length === 0) {
        stuck.push(cell)
        break
      }
      waiting.push(...partners)
    }
  }
  return stuck
}

/** Whether what readers can work out of a cell is wide enough, by moves known or found among what is hidden already. */
const isWide = (board: Board, cell: number): boolean => {
  if (missingOf(board, cell) <= 0) return true
  for (const reach of near) {
    const members = around(board, cell, reach)
    for (const way of [1, -1]) {
      tryMove(board, cell, way, members)
      if (missingOf(board, cell) <= 0) return true
    }
    if (members.length < reach.cells) return false
  }
  return false
}

/** By how much to move a cell one way so that, with what is known of the other way, it is wide enough. */
const neededOf = ({ cells, up, down }: Board, cell: number, way: number): number =>
  cells[cell]!.threshold - Math.abs((way > 0 ? down : up)[cell]?.get(cell) ?? 0)

/** The same as a movement, as far as it can go. */
const amountOf = (board: Board, cell: number, way: number): number =>
  way > 0 ? neededOf(board, cell, way) : -Math.min(board.cells[cell]!.count, neededOf(board, cell, way))

const tryMove = (board: Board, cell: number, way: number, members: readonly number[]) => {
  const amount = amountOf(board, cell, way)
  if (amount === 0) return
  const move = propose(board, cell, amount, members)
  // A corner between whole numbers becomes one of them twice as far out.
  if (!note(board, move)) note(board, propose(board, cell, 2 * amount, members))
}

/** Hides the cheapest cells that give a cell more room. @returns which; none if there are no such cells */
const partnersFor = (board: Board, cell: number): number[] => {
  for (const reach of wide) {
    const members = around(board, cell, reach)
    const moves = [1, -1]
      .map((way) => ({ way, amount: amountOf(board, cell, way) }))
      .filter(({ amount }) => amount !== 0)
      .map(({ way, amount }) => proposalOf(board, cell, way, amount, members))
      .filter(({ partners }) => partners.length > 0)
      .sort((a, b) => Number(b.isEnough) - Number(a.isEnough) || a.cost - b.cost)
    const isLast = members.length < reach.cells || reach === wide.at(-1)
    const best = moves[0]
    if (!best || !(best.isEnough || isLast)) continue
    for (const partner of best.partners) board.unknown[partner] = 1
    note(board, best.move)
    return best.partners
  }
  return []
}

const proposalOf = (board: Board, cell: number, way: number, amount: number, members: readonly number[]) => {
  const move: Move = propose(board, cell, amount, members)
  const partners = [...move.keys()].filter((partner) => !board.unknown[partner])
  const cost = partners.reduce((sum, partner) => sum + board.cells[partner]!.cost, 0)
  const isEnough = Math.abs(move.get(cell) ?? 0) >= neededOf(board, cell, way)
  return { move, partners, cost, isEnough }
}

/** Shows again, the dearest first, what later partners have made needless. */
const showAgain = (board: Board) => {
  for (let cell = board.cells.length - 1; cell >= 0; cell -= 1) {
    const { fate } = board.cells[cell]!
    if (!board.unknown[cell] || fate !== 'open' || isPrimary(board.cells[cell]!)) continue
    const before = { up: [...board.up], down: [...board.down] }
    board.unknown[cell] = 0
    const leaning = forget(board, cell)
    if (leaning.every((other) => isWide(board, other))) continue
    board.unknown[cell] = 1
    board.up = before.up
    board.down = before.down
  }
}

/** Forgets all moves that need a cell. @returns the kept cells that leaned on one */
const forget = (board: Board, cell: number): number[] => {
  const leaning: number[] = []
  board.cells.forEach((_, other) => {
    const leans = [board.up, board.down].filter((moves) => moves[other]?.has(cell))
    for (const moves of leans) moves[other] = null
    if (leans.length > 0 && isKept(board, other)) leaning.push(other)
  })
  return leaning
}
