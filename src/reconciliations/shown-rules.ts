import { holdsCode } from '../codes/rules.ts'
import { identifierIn } from '../lib/identifiers.ts'

/** A till writes anything into its columns: what may name somebody, or is a code, is neither shown nor kept. */
export const shownEvent = (event: string | null): string | null =>
  event !== null && identifierIn(event) === null && !holdsCode(event) ? event : null
