import type { Measure } from './rules.ts'

/** In what a measure counts: users and new audience are counted as cards too. */
export type Unit = 'cards' | 'tickets'

export const unitOf = (measure: Measure): Unit =>
  measure === 'tickets' || measure === 'community-tickets' ? 'tickets' : 'cards'
