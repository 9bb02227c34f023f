/**
 * A system of lines that each come to 0, and what it costs to move the cells in them away from 0.
 * It may be large: only what lies on the way is ever looked at.
 */
export type System = {
  linesOf(cell: number): readonly number[]
  /** The cells of a line with their factors. */
  line(line: number): readonly (readonly [cell: number, factor: number])[]
  /** What a unit of movement costs, 0 or more; null for a cell that may not move. */
  costOf(cell: number): number | null
  /** How far a cell may go down; up there is no end. */
  depthOf(cell: number): number
}

/** A line on its way: what its basic column (−1: it has none yet) stands at, and the other cells with their factors. */
type Row = { basic: number; value: number; entries: Map<number, number> }

/** A cell has two columns: up (even) and down (odd), each 0 or more. */
const cellOf = (column: number) => column >> 1
const signOf = (column: number) => (column & 1 ? -1 : 1)
const tiny = 1e-9
/** Worth of a unit of the wanted movement: more than any way of moving could cost. */
const worth = 1e5

type Candidate = { column: number; factor: number; ratio: number; range: number }

/**
 * Moves `cell` by `amount` (below 0: down), or as near to it as can be, so that every line still comes to 0, at the least cost:
 * the bounded dual simplex, begun where the cell has moved and its lines are broken. Each step mends one.
 * In floating point: whoever needs certainty checks the answer in whole numbers.
 * @returns by how much each cell moves; empty when `steps` steps do not suffice
 */
export const moveCheaply = (
  system: System,
  cell: number,
  amount: number,
  steps = 2000,
): Map<number, number> => {
  const state = stateOf(system, cell, amount)
  for (let step = 0; step < steps; step += 1) {
    const row = worstOf(state)
    if (!row) return standings(state)
    if (!mend(state, row)) return new Map()
  }
  return new Map()
}

type State = {
  system: System
  rows: Row[]
  opened: Set<number>
  /** What the lines say a unit of each cell is worth, on top of its cost. */
  worths: Map<number, number>
  /** Columns that stand at their far end, and are in no basis. */
  far: Set<number>
  wanted: { column: number; range: number }
}

const stateOf = (system: System, cell: number, amount: number): State => {
  const wanted = { column: 2 * cell + (amount < 0 ? 1 : 0), range: Math.abs(amount) }
  const state = {
    system,
    wanted,
    rows: [],
    opened: new Set<number>(),
    worths: new Map(),
    far: new Set<number>(),
  }
  flip(state, wanted.column)
  return state
}

const rangeOf = ({ system, wanted }: State, column: number): number => {
  if (column === wanted.column) return wanted.range
  if (cellOf(column) === cellOf(wanted.column)) return 0
  return column & 1 ? system.depthOf(cellOf(column)) : Number.POSITIVE_INFINITY
}

const gainOf = ({ system, wanted, worths }: State, column: number): number => {
  const cost = column === wanted.column ? -worth : system.costOf(cellOf(column))!
  return cost - signOf(column) * (worths.get(cellOf(column)) ?? 0)
}

/** All rows with a cell; its lines that were out of sight until now come in, still whole. */
const rowsWith = (state: State, cell: number): Row[] => {
  const { system, rows, opened } = state
  for (const line of system.linesOf(cell)) {
    if (opened.has(line)) continue
    opened.add(line)
    const movable = system.line(line).filter(([other]) => system.costOf(other) !== null)
    rows.push({ basic: -1, value: 0, entries: new Map(movable) })
  }
  return rows.filter(({ entries }) => entries.has(cell))
}

const shift = (state: State, cell: number, by: number) => {
  for (const row of rowsWith(state, cell)) row.value -= row.entries.get(cell)! * by
}

/** Sends a column to its other end. */
const flip = (state: State, column: number) => {
  const isFar = state.far.has(column)
  const way = isFar ? -1 : 1
  shift(state, cellOf(column), way * signOf(column) * rangeOf(state, column))
  if (isFar) state.far.delete(column)
  else state.far.add(column)
}

const endOf = (state: State, { basic }: Row) => (basic < 0 ? 0 : rangeOf(state, basic))

/** The row to mend next: far beyond its end, and with few cells, for those leave other rows short. */
const worstOf = (state: State): Row | null => {
  let worst: Row | null = null
  let most = 0
  for (const row of state.rows) {
    const wrong = Math.max(-row.value, row.value - endOf(state, row))
    const weight = (wrong * wrong) / row.entries.size
    if (wrong < 1e-7 || weight <= most) continue
    most = weight
    worst = row
  }
  return worst
}

/** Brings the basic column of a row back to the end that it is beyond. What is cheapest gives way, as far as it reaches. */
const mend = (state: State, row: Row): boolean => {
  const way = row.value < 0 ? 1 : -1
  const end = way > 0 ? 0 : endOf(state, row)
  let wrong = Math.abs(row.value - end)
  const turned: number[] = []
  for (const candidate of candidatesOf(state, row, way)) {
    const reach = candidate.range * Math.abs(candidate.factor)
    if (reach < wrong - tiny) {
      wrong -= reach
      turned.push(candidate.column)
      continue
    }
    for (const column of turned) flip(state, column)
    if (row.basic >= 0 && way < 0) state.far.add(row.basic)
    pivot(state, row, candidate, end)
    return true
  }
  return false
}

const candidatesOf = (state: State, row: Row, way: number): Candidate[] => {
  const found: Candidate[] = []
  for (const [cell, cellFactor] of row.entries) {
    for (const column of [2 * cell, 2 * cell + 1]) {
      const factor = signOf(column) * cellFactor
      const helps = factor * way * (state.far.has(column) ? -1 : 1) < 0
      if (column === row.basic || !helps) continue
      const range = rangeOf(state, column)
      if (range > 0)
        found.push({ column, factor, range, ratio: Math.abs(gainOf(state, column)) / Math.abs(factor) })
    }
  }
  return found.sort(
    (a, b) => a.ratio - b.ratio || Math.abs(b.factor) - Math.abs(a.factor) || a.column - b.column,
  )
}

const pivot = (state: State, row: Row, { column, factor, range }: Candidate, end: number) => {
  const cell = cellOf(column)
  const others = rowsWith(state, cell).filter((other) => other !== row)
  const by = (row.value - end) / factor
  const step = gainOf(state, column) / factor
  for (const [other, share] of row.entries) {
    state.worths.set(other, (state.worths.get(other) ?? 0) + step * share)
    row.entries.set(other, share / factor)
  }
  for (const other of others) {
    const share = signOf(column) * other.entries.get(cell)!
    other.value -= share * by
    subtract(other.entries, share, row.entries)
    other.entries.delete(cell)
  }
  row.basic = column
  row.value = (state.far.has(column) ? range : 0) + by
  state.far.delete(column)
}

const subtract = (from: Map<number, number>, share: number, entries: ReadonlyMap<number, number>) => {
  for (const [cell, factor] of entries) {
    const left = (from.get(cell) ?? 0) - share * factor
    if (Math.abs(left) < tiny) from.delete(cell)
    else from.set(cell, left)
  }
}

const standings = (state: State): Map<number, number> => {
  const found = new Map<number, number>()
  const add = (column: number, by: number) => {
    const cell = cellOf(column)
    found.set(cell, (found.get(cell) ?? 0) + signOf(column) * by)
  }
  for (const column of state.far) add(column, rangeOf(state, column))
  for (const { basic, value } of state.rows) if (basic >= 0) add(basic, value)
  return new Map([...found].filter(([, by]) => Math.abs(by) > tiny))
}
