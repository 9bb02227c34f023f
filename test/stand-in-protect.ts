import type { Protect } from '../src/publications/protecting-rules.ts'

/** Hides what few cards stand behind, and nothing for its sake: the real protection is tried in `src/disclosure`. */
export const hideSmall: Protect = async ({ cells }) => ({
  hidden: cells.map(
    ({ cards, threshold, fate }) => fate === 'hidden' || (fate === 'open' && cards > 0 && cards < threshold),
  ),
})

/** Where it does not matter what is hidden. */
export const hideNothing: Protect = async ({ cells }) => ({ hidden: cells.map(() => false) })
