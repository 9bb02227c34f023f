import highsModule, { type Highs, type Model } from 'highs'
import { type Board, type Move, missingOf } from './board-rules.ts'

/** Its types describe the CommonJS build; here the ES module is loaded, which is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default
let highsOnce: Promise<Highs> | undefined

/** Which cells are wanted to move, and which way: 1 up, −1 down. */
export type Goals = ReadonlyMap<number, number>

/** Finds moves: one linear program, changed and solved again. What it says is a proposal, in floating point. */
export type Mover = {
  /**
   * A movement in which as many goals as can be move by what is missing of their width, at the least cost.
   * @param mayHide whether cells that are still open may move, for their cost, and would have to be hidden
   */
  propose(goals: Goals, mayHide: boolean): Move
  /** Frees the memory that the solver holds. */
  close(): void
}

/** Worth of a unit of a wanted movement: more than any way of moving could cost. */
const worth = 1000
/** What a unit of movement of a hidden count costs: hardly anything, so that none wanders. */
const trifle = 1e-5

/** Each cell has three columns: up, down, and by how much it moves as wanted. */
const perCell = 3

/** @param board what is hidden there may change meanwhile; cells and sums stay */
export const moverOf = async (board: Board): Promise<Mover> => {
  highsOnce ??= loadHighs()
  const highs = await highsOnce
  const model = modelOf(highs, board)
  model.options.set({ output_flag: false })
  return {
    propose: (goals, mayHide) => {
      setColumns(model, board, goals, mayHide)
      model.run()
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return new Map()
      return moveOf(board, model.getSolution().colValue)
    },
    close: () => model.dispose(),
  }
}

const modelOf = (highs: Highs, { cells, lines, linesOf }: Board): Model => {
  const [numCols, numRows] = [perCell * cells.length, lines.length]
  const factors = lines.map((line) => new Map(line))
  const columns = cells.flatMap((_, cell) =>
    [1, -1, 1].map((way) => linesOf[cell]!.map((line) => [line, way * factors[line]!.get(cell)!] as const)),
  )
  const starts = [0]
  for (const column of columns) starts.push(starts.at(-1)! + column.length)
  const entries = columns.flat()
  const none = new Float64Array(numCols)
  return highs.createModel({
    ...{ numCols, numRows, colCost: none, colLower: none, colUpper: none },
    ...{ rowLower: new Float64Array(numRows), rowUpper: new Float64Array(numRows) },
    matrix: {
      ...{ format: 'csc', numCols, numRows, starts },
      ...{ indices: entries.map(([line]) => line), values: entries.map(([, factor]) => factor) },
    },
  })
}

/** How far a cell may move and what it costs, for one question. */
const setColumns = (model: Model, board: Board, goals: Goals, mayHide: boolean) => {
  const { cells, unknown, dearest } = board
  const size = perCell * cells.length
  const [lower, upper, costs] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (const [cell, { count, cost, fate }] of cells.entries()) {
    const [up, down, wanted] = [perCell * cell, perCell * cell + 1, perCell * cell + 2]
    const way = goals.get(cell) ?? 0
    const mayMove = unknown[cell] === 1 || (mayHide && fate === 'open')
    if (!mayMove) continue
    const goal = way === 0 ? 0 : neededOf(board, cell, way)
    if (way >= 0) upper[up] = Number.POSITIVE_INFINITY
    if (way <= 0) upper[down] = count - goal
    if (way > 0) upper[wanted] = goal
    else lower[wanted] = -goal
    const price = unknown[cell] ? trifle : trifle + cost / dearest
    costs[up] = price
    costs[down] = price
    costs[wanted] = -way * worth
  }
  const every = { kind: 'range' as const, from: 0, to: size - 1 }
  model.changeColsBounds(every, lower, upper)
  model.changeColsCost(every, costs)
}

/** By how much a cell should move one way so that, with what is known of the other way, it is wide enough. */
const neededOf = (board: Board, cell: number, way: number): number => {
  const known = (way > 0 ? board.up : board.down)[cell]?.get(cell) ?? 0
  const needed = missingOf(board, cell) + Math.abs(known)
  return way > 0 ? needed : Math.min(board.cells[cell]!.count, needed)
}

const nearWhole = (value: number) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value)

const moveOf = ({ cells }: Board, values: ArrayLike<number>): Move => {
  const move = new Map<number, number>()
  for (const cell of cells.keys()) {
    const at = perCell * cell
    const by = nearWhole(values[at]! - values[at + 1]! + values[at + 2]!)
    if (by !== 0) move.set(cell, by)
  }
  return move
}
