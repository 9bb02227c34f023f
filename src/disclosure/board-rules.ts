import type { Cell, Sum, Tables } from './rules.ts'

/** What a sum says, as a line: parts count 1, the total −1, and all together 0. */
type Line = readonly (readonly [cell: number, factor: number])[]

/** A change of hidden counts which every sum bears: by how much each cell moves from its true count. */
export type Move = ReadonlyMap<number, number>

/** The tables while they are being protected. Cells are in the order of their cost: the cheapest first. */
export type Board = {
  cells: readonly Cell[]
  lines: readonly Line[]
  linesOf: readonly (readonly number[])[]
  /** What readers do not know: hidden, or in no table. */
  unknown: Uint8Array
  /** The highest cost of a cell, more than 0. */
  dearest: number
  /** The widest moves known for each cell, up and down: readers cannot tell them from the truth. */
  up: (Move | null)[]
  down: (Move | null)[]
}

/** A sum whose parts do not come to its total: what was counted is wrong, and no protection of it would mean anything. */
export class DoesNotAddUp extends Error {
  readonly sum: Sum
  constructor(sum: Sum) {
    super(`Sum of cells ${sum.parts.join(', ')} is not cell ${sum.total}`)
    this.sum = sum
  }
}

/** Whether a cell must be hidden for what it says itself: some cards, but too few, or one of the caller's own reasons. */
export const isPrimary = ({ cards, threshold, tells }: Cell): boolean =>
  cards > 0 && (tells || cards < threshold)

/** @throws {DoesNotAddUp} */
export const boardOf = ({ cells, sums }: Tables): Board => {
  const lines = sums.map((sum) => lineOf(cells, sum))
  const linesOf: number[][] = cells.map(() => [])
  lines.forEach((line, number) => {
    for (const [cell] of line) linesOf[cell]!.push(number)
  })
  const unknown = Uint8Array.from(cells, (cell) =>
    Number(cell.fate === 'open' ? isPrimary(cell) : cell.fate !== 'shown'),
  )
  const dearest = Math.max(1, cells.at(-1)?.cost ?? 1)
  return { cells, lines, linesOf, unknown, dearest, up: cells.map(() => null), down: cells.map(() => null) }
}

const lineOf = (cells: readonly Cell[], sum: Sum): Line => {
  const factors = new Map([[sum.total, -1]])
  for (const part of sum.parts) factors.set(part, (factors.get(part) ?? 0) + 1)
  const line = [...factors].filter(([, factor]) => factor !== 0).sort(([a], [b]) => a - b)
  if (line.reduce((left, [cell, factor]) => left + factor * cells[cell]!.count, 0) !== 0)
    throw new DoesNotAddUp(sum)
  return line
}

/** Whether readers must be kept from working out a cell: each that is hidden, and of those in no table the small ones. */
const isKept = ({ cells, unknown }: Board, cell: number): boolean =>
  unknown[cell] === 1 && (cells[cell]!.fate !== 'unpublished' || isPrimary(cells[cell]!))

/** How much is missing until what readers can work out of a cell is as wide as it must be; 0 or less: it is kept. */
export const missingOf = ({ cells, up, down }: Board, cell: number): number =>
  cells[cell]!.width - (up[cell]?.get(cell) ?? 0) + (down[cell]?.get(cell) ?? 0)

/** The kept cells that are not wide enough by any move known so far. */
export const openOf = (board: Board): number[] =>
  board.cells.flatMap((_, cell) => (isKept(board, cell) && missingOf(board, cell) > 0 ? [cell] : []))

/** What is left of a shown count when all that is shown within it is taken away; `shown` is both. */
type Rest = { hidden: number[]; shown: number[] }

const partsOf = (line: Line) => line.flatMap(([cell, factor]) => (factor > 0 ? [cell] : []))

/** The sum of a hidden count in which something is shown, however far down; undefined where nothing is. */
const toldWithin = (board: Board, cell: number, path: readonly number[] = []): Line | undefined => {
  const { lines, linesOf, unknown, cells } = board
  const isTold = (part: number): boolean =>
    unknown[part]
      ? !path.includes(part) && toldWithin(board, part, [...path, cell]) !== undefined
      : cells[part]!.cards > 0
  return linesOf[cell]!.map((line) => lines[line]!).find(
    (line) => line.some(([one, factor]) => one === cell && factor < 0) && partsOf(line).some(isTold),
  )
}

/** Where hidden parts have shown parts themselves, these are taken away too. */
const restOf = (board: Board, line: Line): Rest => {
  const rest: Rest = { hidden: [], shown: [] }
  const seen = new Set<number>()
  const take = (parts: readonly number[]) => {
    for (const part of parts.filter((one) => !seen.has(one))) {
      seen.add(part)
      const within = board.unknown[part] ? toldWithin(board, part) : undefined
      if (!board.unknown[part]) rest.shown.push(part)
      else if (within) take(partsOf(within))
      else rest.hidden.push(part)
    }
  }
  take(partsOf(line))
  return rest
}

/**
 * What is left of shown counts though too few cards may stand behind it: readers know it by subtraction. Where each part
 * counts its own cards they add up; tickets of one card may lie in several parts, so one of the parts must have cards enough.
 */
export const lonelyRests = (board: Board): Rest[] => {
  const { cells, lines, unknown } = board
  const isKnown = (line: Line) => line.every(([cell, factor]) => factor > 0 || !unknown[cell])
  return lines.filter(isKnown).flatMap((line) => {
    const rest = restOf(board, line)
    const hidden = rest.hidden.map((cell) => cells[cell]!)
    const all = hidden.map(({ cards }) => cards)
    if (all.every((cards) => cards === 0)) return []
    const isShared = hidden.some(({ shared }) => shared)
    const together = isShared ? Math.max(...all) : all.reduce((sum, one) => sum + one, 0)
    const total = line.flatMap(([cell, factor]) => (factor < 0 ? [cell] : []))
    const isLonely = together < Math.max(...hidden.map(({ threshold }) => threshold))
    return isLonely ? [{ hidden: rest.hidden, shown: [...rest.shown, ...total] }] : []
  })
}

/**
 * Notes a move, after trying it in whole numbers: no known cell moves, none falls below 0, every sum stays.
 * This is the whole proof of the protection; how the move was found does not matter.
 * @returns whether it is one
 */
export const note = (board: Board, move: Move): boolean => {
  if (!isPossible(board, move)) return false
  for (const [cell, by] of move) {
    if (by > (board.up[cell]?.get(cell) ?? 0)) board.up[cell] = move
    if (by < (board.down[cell]?.get(cell) ?? 0)) board.down[cell] = move
  }
  return true
}

const isPossible = ({ cells, lines, linesOf, unknown }: Board, move: Move): boolean => {
  const touched = new Set<number>()
  for (const [cell, by] of move) {
    if (!unknown[cell] || !Number.isSafeInteger(by) || cells[cell]!.count + by < 0) return false
    for (const line of linesOf[cell]!) touched.add(line)
  }
  return [...touched].every(
    (line) => lines[line]!.reduce((left, [cell, factor]) => left + factor * (move.get(cell) ?? 0), 0) === 0,
  )
}
