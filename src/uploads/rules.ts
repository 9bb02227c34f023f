import { createHmac } from 'node:crypto'
import { keyFor } from '../lib/sealed.ts'

type Keys = Parameters<typeof keyFor>[0]

/** What a file is uploaded for. */
export type Purpose = 'door-list' | 'reconciliation'

/** Between a file and the word that takes it in lies one sitting; what is left after a day was given up. */
export const keptHours = 24

/**
 * By which the same kind of export is known again: its headings, in their order. A list without headings begins with a
 * card's code, which nobody is to find from what is kept: it needs the key file.
 */
export const headerHash = (keys: Keys, header: readonly string[]): Buffer =>
  createHmac('sha256', keyFor(keys, 'headings'))
    .update(JSON.stringify(header.map((heading) => heading.trim().toLowerCase())))
    .digest()
