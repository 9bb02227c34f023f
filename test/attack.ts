/*
 * An attack on published tables, which knows nothing of how they were protected: it sees what readers see, and solves.
 */
import highsModule, { type Highs, type Model } from 'highs'
import type { Sum } from '../src/disclosure/rules.ts'

/** Its types describe the CommonJS build; here the ES module is loaded, which is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default

let highsOnce: Promise<Highs> | undefined

/** What readers see: the count of each cell, null where a dash stands, and all the sums. */
export type Seen = { counts: readonly (number | null)[]; sums: readonly Sum[] }

/** What readers can work out of a cell that is hidden: the least and the most that it can be. */
export type Worked = Map<number, { least: number; most: number }>

/** More than any count: what nothing bounds comes to this. */
const endless = 1_000_000

/**
 * Works out every hidden cell as far as the sums allow, with HiGHS.
 * @param whole also that counts are whole numbers, which takes longer
 * @throws when the solver does not answer, which would be no proof of anything
 */
export const attack = async (seen: Seen, { whole = false } = {}): Promise<Worked> => {
  highsOnce ??= loadHighs()
  const highs = await highsOnce
  return new Map(componentsOf(seen).flatMap((cells) => solve(highs, seen, cells, whole)))
}

/** Hidden cells that hang together by sums: others cannot help to work them out. */
const componentsOf = ({ counts, sums }: Seen): number[][] => {
  const parent = counts.map((_, cell) => cell)
  const rootOf = (cell: number): number => {
    let root = cell
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!
    return root
  }
  for (const { total, parts } of sums) {
    const [first, ...others] = [total, ...parts].filter((cell) => counts[cell] === null)
    for (const other of others) parent[rootOf(other)] = rootOf(first!)
  }
  const groups = new Map<number, number[]>()
  counts.forEach((count, cell) => {
    if (count === null) groups.set(rootOf(cell), [...(groups.get(rootOf(cell)) ?? []), cell])
  })
  return [...groups.values()]
}

const solve = (highs: Highs, seen: Seen, cells: number[], whole: boolean) => {
  const model = modelOf(highs, seen, cells)
  try {
    model.options.set({ output_flag: false })
    if (whole)
      cells.forEach((_, column) => {
        model.changeColIntegrality(column, highs.constants.variableType.integer)
      })
    return cells.map((cell, column): [number, { least: number; most: number }] => {
      model.changeColCost(column, 1)
      const least = extreme(highs, model, highs.constants.objectiveSense.minimize)
      const most = extreme(highs, model, highs.constants.objectiveSense.maximize)
      model.changeColCost(column, 0)
      return [cell, { least, most }]
    })
  } finally {
    model.dispose()
  }
}

const extreme = (highs: Highs, model: Model, sense: Parameters<Model['changeObjectiveSense']>[0]): number => {
  model.changeObjectiveSense(sense)
  model.run()
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
    throw new Error(`The solver ended with status ${model.getModelStatus()}`)
  return model.getObjectiveValue()
}

/** One row for each sum with a hidden member: hidden parts less a hidden total come to what is known of the others. */
const modelOf = (highs: Highs, { counts, sums }: Seen, cells: number[]): Model => {
  const columns = new Map(cells.map((cell, column) => [cell, column]))
  const sides: number[] = []
  const rowsOf: [number, number][][] = cells.map(() => [])
  for (const { total, parts } of sums) {
    const members: [number, number][] = [[total, -1], ...parts.map((part): [number, number] => [part, 1])]
    const hidden = members.filter(([cell]) => columns.has(cell))
    if (hidden.length === 0) continue
    const row =
      sides.push(members.reduce((side, [cell, factor]) => side - factor * (counts[cell] ?? 0), 0)) - 1
    for (const [cell, factor] of hidden) rowsOf[columns.get(cell)!]!.push([row, factor])
  }
  const entries = rowsOf.flat()
  const starts = [0]
  for (const rows of rowsOf) starts.push(starts.at(-1)! + rows.length)
  return highs.createModel({
    numCols: cells.length,
    numRows: sides.length,
    ...{ colCost: cells.map(() => 0), colLower: cells.map(() => 0), colUpper: cells.map(() => endless) },
    ...{ rowLower: sides, rowUpper: sides },
    matrix: {
      ...{ format: 'csc', numCols: cells.length, numRows: sides.length },
      ...{ starts, indices: entries.map(([row]) => row), values: entries.map(([, factor]) => factor) },
    },
  })
}

/** Slack for a solver that counts in floating point. */
const tiny = 1e-6

/** The cells of which an attack learns more than it may: worked out exactly, or to less than the width it must have. */
export const givenAway = (worked: Worked, widthOf: (cell: number) => number | null): number[] =>
  [...worked]
    .filter(([cell, { least, most }]) => {
      const width = widthOf(cell)
      return width !== null && most - least < width - tiny
    })
    .map(([cell]) => cell)
