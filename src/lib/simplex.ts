/** A column of the system: where it stands (row and factor), how far it may go, and what a unit of it is worth. */
export type Column = {
  entries: readonly (readonly [row: number, factor: number])[]
  most: number
  gain: number
}

const tiny = 1e-9
const isTiny = (value: number) => Math.abs(value) < tiny
/** After so many steps without gain, columns are taken in order (Bland's rule), so that no circle is walked for ever. */
const patience = 40

type Tableau = {
  rows: Float64Array[]
  /** What the basic column of each row stands at; its number, or −1 for a row that has none yet: that must stay at 0. */
  values: Float64Array
  basis: Int32Array
  gains: Float64Array
  most: Float64Array
  /** Whether a column is measured from its other end. */
  turned: Uint8Array
}

/**
 * The greatest gain of columns between 0 and their `most` whose rows all come to 0: the bounded primal simplex, begun where
 * all columns are 0. Dense, for some hundred columns; whoever needs certainty checks the answer in whole numbers.
 * @returns what each column stands at, as far as `steps` steps lead
 */
export const maximise = (rowCount: number, columns: readonly Column[], steps = 4000): Float64Array => {
  const table = tableauOf(rowCount, columns)
  let idle = 0
  for (let step = 0; step < steps; step += 1) {
    const entering = enteringOf(table, idle > patience)
    if (entering < 0) break
    const moved = enter(table, entering)
    idle = isTiny(moved) ? idle + 1 : 0
  }
  return standings(table)
}

const tableauOf = (rowCount: number, columns: readonly Column[]): Tableau => {
  const rows = Array.from({ length: rowCount }, () => new Float64Array(columns.length))
  columns.forEach(({ entries }, column) => {
    for (const [row, factor] of entries) rows[row]![column]! += factor
  })
  return {
    rows,
    values: new Float64Array(rowCount),
    basis: new Int32Array(rowCount).fill(-1),
    gains: Float64Array.from(columns, ({ gain }) => gain),
    most: Float64Array.from(columns, ({ most }) => most),
    turned: new Uint8Array(columns.length),
  }
}

const enteringOf = ({ gains, most }: Tableau, inOrder: boolean): number => {
  let best = -1
  let gain = tiny
  for (let column = 0; column < gains.length; column += 1) {
    if (gains[column]! <= gain || most[column]! <= 0) continue
    best = column
    if (inOrder) break
    gain = gains[column]!
  }
  return best
}

/** Lets a column grow until something stops it: its own end, or a basic column at one of its ends, which then leaves. */
const enter = (table: Tableau, entering: number): number => {
  const { row, far, atMost } = stopOf(table, entering)
  if (row < 0) {
    if (far === Number.POSITIVE_INFINITY) return 0
    turnColumn(table, entering)
    return far
  }
  if (atMost) turnBasic(table, row)
  pivot(table, row, entering)
  return far
}

const stopOf = ({ rows, values, basis, most }: Tableau, entering: number) => {
  let stop = { row: -1, far: most[entering]!, atMost: false }
  let size = 0
  for (let row = 0; row < rows.length; row += 1) {
    const factor = rows[row]![entering]!
    if (isTiny(factor)) continue
    const grows = factor < 0
    const end = basis[row]! < 0 ? 0 : most[basis[row]!]!
    const far = Math.max(0, grows ? (end - values[row]!) / -factor : values[row]! / factor)
    const isNearer = far < stop.far - tiny
    // Among equal stops the largest factor is the safest to divide by.
    if (!isNearer && !(far < stop.far + tiny && Math.abs(factor) > size + tiny)) continue
    stop = { row, far: Math.min(far, stop.far), atMost: grows && basis[row]! >= 0 }
    size = Math.abs(factor)
  }
  return stop
}

const turnColumn = (table: Tableau, column: number) => {
  const { rows, values, gains, most, turned } = table
  for (let row = 0; row < rows.length; row += 1) {
    const factor = rows[row]![column]!
    if (factor === 0) continue
    values[row]! -= factor * most[column]!
    rows[row]![column] = -factor
  }
  gains[column] = -gains[column]!
  turned[column]! ^= 1
}

/** The basic column of a row is measured from its other end, so that it leaves at 0. */
const turnBasic = ({ rows, values, basis, most, turned }: Tableau, row: number) => {
  const basic = basis[row]!
  const cells = rows[row]!
  for (let column = 0; column < cells.length; column += 1) cells[column] = -cells[column]!
  cells[basic] = 1
  values[row] = most[basic]! - values[row]!
  turned[basic]! ^= 1
}

const pivot = ({ rows, values, basis, gains }: Tableau, row: number, entering: number) => {
  const cells = rows[row]!
  const factor = cells[entering]!
  const filled: number[] = []
  for (let column = 0; column < cells.length; column += 1) {
    if (cells[column] === 0) continue
    cells[column]! /= factor
    if (isTiny(cells[column]!)) cells[column] = 0
    else filled.push(column)
  }
  values[row]! /= factor
  for (let other = 0; other < rows.length; other += 1) {
    const share = rows[other]![entering]!
    if (other === row || share === 0) continue
    for (const column of filled) rows[other]![column]! -= share * cells[column]!
    rows[other]![entering] = 0
    values[other]! -= share * values[row]!
  }
  const share = gains[entering]!
  for (const column of filled) gains[column]! -= share * cells[column]!
  gains[entering] = 0
  basis[row] = entering
}

const standings = ({ values, basis, most, turned }: Tableau): Float64Array => {
  const found = new Float64Array(turned.length)
  basis.forEach((column, row) => {
    if (column >= 0) found[column] = values[row]!
  })
  return found.map((value, column) => (turned[column] ? most[column]! - value : value))
}
