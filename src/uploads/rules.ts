import { createHash } from 'node:crypto'

/** What a file is uploaded for. */
export type Purpose = 'door-list' | 'reconciliation'

/** Between a file and the word that takes it in lies one sitting; what is left after a day was given up. */
export const keptHours = 24

/** By which the same kind of export is known again: its headings, in their order. */
export const headerHash = (header: readonly string[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(header.map((heading) => heading.trim().toLowerCase())))
    .digest()
