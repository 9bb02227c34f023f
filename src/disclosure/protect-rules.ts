import { type Board, boardOf, isKept, isPrimary, type Move, missingOf, note } from './board-rules.ts'
import { propose } from './move-rules.ts'
import { byCost, type Tables } from './rules.ts'

/** What has been shown already lets readers work out these cells, whatever else is hidden. Numbers are those of the tables. */
export class CannotBeHidden extends Error {
  readonly cells: readonly number[]
  constructor(cells: readonly number[]) {
    super(`Cannot be hidden any more: cells ${cells.join(', ')}`)
    this.cells = cells
  }
}

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
        if (missingOf(board, cell) > 0) stuck.push(cell)
        break
      }
      waiting.push(...partners)
    }
  }
  return stuck
}

/** Whether what readers can work out of a cell is wide enough, by moves known or found among what is hidden already. */
const isWide = (board: Board, cell: number): boolean =>
  [1, -1].some((way) => missingOf(board, cell) <= 0 || tryMove(board, cell, way))

/** By how much to move a cell one way so that, with what is known of the other way, it is wide enough. */
const neededOf = ({ cells, up, down }: Board, cell: number, way: number): number =>
  cells[cell]!.threshold - Math.abs((way > 0 ? down : up)[cell]?.get(cell) ?? 0)

/** The same as a movement, as far as it can go. */
const amountOf = (board: Board, cell: number, way: number): number =>
  way > 0 ? neededOf(board, cell, way) : -Math.min(board.cells[cell]!.count, neededOf(board, cell, way))

/** Looks for a move one way. @returns whether the cell is wide enough then */
const tryMove = (board: Board, cell: number, way: number): boolean => {
  const amount = amountOf(board, cell, way)
  // A corner between whole numbers becomes one of them twice as far out.
  if (amount !== 0 && !note(board, propose(board, cell, amount, false)))
    note(board, propose(board, cell, 2 * amount, false))
  return missingOf(board, cell) <= 0
}

/** Hides the cheapest cells that give a cell more room. @returns which; none if it has room already, or can have none */
const partnersFor = (board: Board, cell: number): number[] => {
  const proposals = [1, -1]
    .filter((way) => amountOf(board, cell, way) !== 0)
    .map((way) => proposalOf(board, cell, way))
  // A long way among what is hidden already, which the short search did not find.
  for (const { move, partners } of proposals) if (partners.length === 0) note(board, move)
  if (missingOf(board, cell) <= 0) return []
  const [best] = proposals
    .filter(({ partners }) => partners.length > 0)
    .sort((a, b) => Number(b.isEnough) - Number(a.isEnough) || a.cost - b.cost)
  const partners = best?.partners ?? nearestOpen(board, cell)
  for (const partner of partners) board.unknown[partner] = 1
  if (best) note(board, best.move)
  return partners
}

/** Where only broken numbers would do, or the search gave up: the cheapest open cell that is bound to what is hidden here. */
const nearestOpen = ({ cells, lines, linesOf, unknown }: Board, start: number): number[] => {
  const seen = new Set([start])
  let ring = [start]
  while (ring.length > 0) {
    const next = new Set(
      ring.flatMap((cell) => linesOf[cell]!.flatMap((line) => lines[line]!.map(([other]) => other))),
    )
    const open = [...next].filter((cell) => !unknown[cell] && cells[cell]!.fate === 'open')
    // Cells stand in the order of their cost.
    if (open.length > 0) return [Math.min(...open)]
    ring = [...next].filter((cell) => unknown[cell] && !seen.has(cell))
    for (const cell of ring) seen.add(cell)
  }
  return []
}

const proposalOf = (board: Board, cell: number, way: number) => {
  const move: Move = propose(board, cell, amountOf(board, cell, way), true)
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
