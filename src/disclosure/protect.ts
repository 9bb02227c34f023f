import { type Board, boardOf, lonelyRests, type Move, note, openOf } from './board-rules.ts'
import { type Mover, moverOf } from './mover.ts'
import { byCost, type Tables } from './rules.ts'

/** What readers do not see, and what they see all the same. Both are numbers or places of the cells that came in. */
export type Protected = {
  /** Of each cell, whether it is unknown to readers. */
  hidden: boolean[]
  /** Cells that follow from what was shown already, whatever else is hidden: hidden too, but that is no protection. */
  given: number[]
  /** Those of them that follow exactly. */
  known: number[]
}

/**
 * Which cells readers may not see: those that must not be seen, and as few others as keep them from being worked out.
 * The same tables give the same answer, in whatever order cells and sums come (cells alike in all they say aside).
 * How, and what it promises: `docs/decisions/0026-protection-of-tables.md`.
 * @throws {DoesNotAddUp} for a sum that is none
 */
export const protect = async (tables: Tables): Promise<Protected> => {
  const { sorted, places } = byCost(tables)
  const board = boardOf(sorted)
  const mover = await moverOf(board)
  try {
    const given = hideMore(board, mover)
    const isStill = (place: number) => !board.up[place] && !board.down[place]
    const givenCells = [...places.keys()].filter((cell) => given.has(places[cell]!))
    return {
      hidden: places.map((place) => board.unknown[place] === 1),
      given: givenCells,
      known: givenCells.filter((cell) => isStill(places[cell]!)),
    }
  } finally {
    mover.close()
  }
}

/** Hides partners until every kept cell is wide enough and no sum is lonely. @returns the cells for which that cannot be */
const hideMore = (board: Board, mover: Mover): Set<number> => {
  const given = new Set<number>()
  for (;;) {
    const open = certify(board, mover, given)
    if (open.length === 0 && !hideCompany(board, mover)) return given
    for (const cell of hideFor(board, mover, pick(open))) given.add(cell)
  }
}

/** Cells in an order that has nothing to do with their cost or place, the same every time. */
const strewn = (cells: readonly number[]) => [...cells].sort((a, b) => strew(a) - strew(b) || a - b)
const strew = (cell: number) => (cell * 0.618033988749895) % 1

/** A few at a time find partners that serve others too; at most so many, for the sake of time. */
const atOnce = 80
const pick = (open: readonly number[]) =>
  strewn(open).slice(0, Math.max(1, Math.min(atOnce, Math.ceil(open.length / 8))))

const goalsOf = (cells: readonly number[], wayOf: (cell: number) => number) =>
  new Map(cells.map((cell) => [cell, wayOf(cell)]))

/** Which way the goals go, one try after another: all of them up, down, and half of them each way. */
const ways: readonly ((cell: number) => number)[] = [
  () => 1,
  () => -1,
  (cell) => (strew(cell) < 0.5 ? 1 : -1),
  (cell) => (strew(cell) < 0.5 ? -1 : 1),
]
/** Few enough to be asked about one by one, which finds moves where many together stand in each other's way. */
const few = 4

/** Looks for moves among what is hidden already. @returns the kept cells that are still not wide enough */
const certify = (board: Board, mover: Mover, given: ReadonlySet<number>): number[] => {
  const left = () => openOf(board).filter((cell) => !given.has(cell))
  let open = left()
  for (const wayOf of ways) {
    if (open.length === 0) return open
    noteAll(board, mover.propose(goalsOf(open, wayOf), false))
    open = left()
  }
  if (open.length > few) return open
  for (const cell of open)
    for (const way of [1, -1])
      if (openOf(board).includes(cell)) noteAll(board, mover.propose(new Map([[cell, way]]), false))
  return left()
}

/** Hides the cheapest cells that give these more room. @returns those for which nothing more can be hidden */
const hideFor = (board: Board, mover: Mover, cells: readonly number[]): number[] => {
  if (cells.length === 0) return []
  // What is large enough may go down alone; what is small must go up.
  const isLarge = (cell: number) => board.cells[cell]!.count >= board.cells[cell]!.width
  const moves = [() => 1, (cell: number) => (isLarge(cell) ? -1 : 1)]
    .map((wayOf) => mover.propose(goalsOf(cells, wayOf), true))
    .sort((a, b) => costOf(board, a) - costOf(board, b))
  if (moves.some((move) => hideOnWay(board, move))) return []
  if (
    hideOnWay(
      board,
      mover.propose(
        goalsOf(cells, () => -1),
        true,
      ),
    )
  )
    return []
  if (cells.length > 1) return cells.flatMap((cell) => hideFor(board, mover, [cell]))
  return openOf(board).filter((cell) => cells.includes(cell) && !hideNearest(board, mover, cell))
}

const partnersOf = ({ unknown }: Board, move: Move) => [...move.keys()].filter((cell) => !unknown[cell])
const costOf = (board: Board, move: Move) =>
  partnersOf(board, move).reduce((sum, cell) => sum + board.cells[cell]!.cost, 0)

/** Hides what a move needs. @returns whether anything was open on its way, or is proved by it */
const hideOnWay = (board: Board, move: Move): boolean => {
  const before = openOf(board).length
  const partners = partnersOf(board, move)
  for (const partner of partners) board.unknown[partner] = 1
  noteAll(board, move)
  return partners.length > 0 || openOf(board).length < before
}

/** Whether hiding a cell would hide anything: where it is all of a shown count, it would follow at once. */
const canMove = (mover: Mover, cell: number) =>
  [1, -1].some((way) => mover.propose(new Map([[cell, way]]), true).has(cell))

/** Where only broken numbers would do: the cheapest open cell that is bound to what is hidden here. */
const hideNearest = (board: Board, mover: Mover, start: number): boolean => {
  const { cells, lines, linesOf, unknown } = board
  const seen = new Set([start])
  for (let ring = [start]; ring.length > 0; ) {
    const next = new Set(
      ring.flatMap((cell) => linesOf[cell]!.flatMap((line) => lines[line]!.map(([other]) => other))),
    )
    const open = [...next].filter((cell) => !unknown[cell] && cells[cell]!.fate === 'open')
    // Cells stand in the order of their cost.
    const partner = open.sort((a, b) => a - b).find((cell) => canMove(mover, cell))
    if (partner !== undefined) unknown[partner] = 1
    if (partner !== undefined) return true
    ring = [...next].filter((cell) => unknown[cell] && !seen.has(cell))
    for (const cell of ring) seen.add(cell)
  }
  return false
}

/** Gives every lonely rest the cheapest open cell that has cards enough, if it has one. @returns whether any had */
const hideCompany = (board: Board, mover: Mover): boolean => {
  let isFound = false
  for (const { shown } of lonelyRests(board)) {
    const open = shown.filter(
      (cell) => !board.unknown[cell] && board.cells[cell]!.fate === 'open' && canMove(mover, cell),
    )
    const enough = open.filter((cell) => board.cells[cell]!.cards >= board.cells[cell]!.threshold)
    const candidates = enough.length > 0 ? enough : open
    if (candidates.length === 0) continue
    // Cells stand in the order of their cost.
    board.unknown[Math.min(...candidates)] = 1
    isFound = true
  }
  return isFound
}

/** Notes what a move proves. Parts of it that share no sum are moves of their own: where one is broken, the others hold. */
const noteAll = (board: Board, move: Move): void => {
  for (const part of partsOf(board, move)) {
    // A corner between whole numbers becomes one of them twice as far out.
    if (!note(board, part)) note(board, new Map([...part].map(([cell, by]) => [cell, Math.round(2 * by)])))
  }
}

const partsOf = ({ lines, linesOf }: Board, move: Move): Move[] => {
  const parts: Move[] = []
  const seen = new Set<number>()
  for (const start of move.keys()) {
    if (seen.has(start)) continue
    const part = new Map<number, number>()
    const waiting = [start]
    seen.add(start)
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      part.set(cell, move.get(cell)!)
      for (const line of linesOf[cell]!)
        for (const [other] of lines[line]!)
          if (move.has(other) && !seen.has(other)) {
            seen.add(other)
            waiting.push(other)
          }
    }
    parts.push(part)
  }
  return parts
}
