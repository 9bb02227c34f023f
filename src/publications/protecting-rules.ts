import { isPrimary } from '../disclosure/board-rules.ts'
import type { Cell, Tables } from '../disclosure/rules.ts'
import type { Plan } from './counted-rules.ts'
import type { Division } from './rules.ts'

/** Decides of each cell whether it is hidden (`src/disclosure`). */
export type Protect = (tables: Tables) => Promise<{ hidden: readonly boolean[]; known?: readonly number[] }>

/**
 * Which cells of a plan readers may not see. Totals first, over all measures, places and times; then every division by
 * itself, beside the totals that are known by then. Two divisions of one total tell nothing of each other: whatever the one
 * says, any table of the other with the same totals is possible. Where a total is hidden, so are all its classes, and with
 * it they may be anything.
 */
export const hiddenIn = async (plan: Plan, protect: Protect): Promise<boolean[]> => {
  const hidden = plan.cells.map(({ fate }) => fate === 'hidden')
  for (const division of new Set<Division>(['all', ...plan.divisions])) {
    const part = partOf(plan, division, hidden)
    // Of a quarter that was closed before, everything is decided.
    if (!part.cells.some((cell) => plan.divisions[cell] === division && plan.cells[cell]!.fate === 'open'))
      continue
    const decided = await protect(part.tables)
    const known = new Set(decided.known)
    // A dash on a count that readers know, and may know, would only pretend.
    const isPretence = (index: number) =>
      known.has(index) &&
      plan.cells[part.cells[index]!]!.fate === 'open' &&
      !isPrimary(part.tables.cells[index]!)
    for (const [index, cell] of part.cells.entries())
      hidden[cell] = decided.hidden[index]! && !isPretence(index)
  }
  return hidden
}

/** The cells and sums of one division, with the totals that it divides as they were decided. */
const partOf = ({ cells, sums, divisions }: Plan, division: Division, hidden: readonly boolean[]) => {
  const own = sums.filter(({ total, parts }) => divisions[parts[0] ?? total] === division)
  const used = [...new Set(own.flatMap(({ total, parts }) => [total, ...parts]))]
  const alone = divisions.flatMap((of, cell) => (of === division ? [cell] : []))
  const all = [...new Set([...used, ...alone])]
  const places = new Map(all.map((cell, place) => [cell, place]))
  const isDecided = (cell: number) => divisions[cell] !== division
  const underHidden = new Set(
    own.flatMap(({ total, parts }) => (isDecided(total) && hidden[total] ? parts : [])),
  )
  const fateOf = (cell: number): Cell['fate'] => {
    const { fate } = cells[cell]!
    if (fate !== 'open') return fate
    if (isDecided(cell)) return hidden[cell] ? 'hidden' : 'shown'
    return underHidden.has(cell) ? 'hidden' : 'open'
  }
  const tables: Tables = {
    cells: all.map((cell) => ({ ...cells[cell]!, fate: fateOf(cell) })),
    sums: own.map(({ total, parts }) => ({
      total: places.get(total)!,
      parts: parts.map((part) => places.get(part)!),
    })),
  }
  return { cells: all, tables }
}
