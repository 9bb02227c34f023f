import { CannotBeHidden, protect } from '../disclosure/protect-rules.ts'
import type { Tables } from '../disclosure/rules.ts'

/** So often the national table may give something away before it must be another fault. */
const patience = 20

/**
 * Protects tables beside which the national ones are exact. Where those are so small that they give a figure away by
 * themselves, it is hidden all the same; that nobody can work it out is not promised.
 * @throws {CannotBeHidden} where it is not the national table's doing
 */
export const protectBesideExact = (tables: Tables): boolean[] => {
  let cells = [...tables.cells]
  for (let round = 0; ; round++) {
    try {
      return protect({ ...tables, cells })
    } catch (error) {
      if (!(error instanceof CannotBeHidden) || round === patience) throw error
      const given = new Set(error.cells)
      cells = cells.map((cell, index) =>
        given.has(index) && cell.fate !== 'shown' ? { ...cell, fate: 'hidden', threshold: 0 } : cell,
      )
    }
  }
}
