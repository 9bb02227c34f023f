import { formatCode, type ReadCode, tailOf } from '../codes/rules.ts'
import type { Day } from '../lib/dates.ts'
import type { CardState, CardType } from './rules.ts'

/** The cards of the practice: sound codes that no print run makes on purpose, one for each answer worth seeing. */
export const practiceCodes = {
  free: 'HARJ0123AS',
  issued: 'HARJ0246AD',
  'other-unit': 'HARJ078985',
  community: 'HARJ01352S',
} as const
export type PracticeCard = keyof typeof practiceCodes

/** As they are printed, in the order of the page. */
export const shownCodes = (): { name: PracticeCard; code: string }[] =>
  Object.entries(practiceCodes).map(([name, code]) => ({
    name: name as PracticeCard,
    code: formatCode(code),
  }))

type Played =
  | { own: false }
  | { own: true; id: number; type: CardType; state: CardState; registeredOn: Day | null }

/** The practice card of a code, or undefined: no real card is ever looked up. */
export const practiceCardOf = (code: ReadCode, today: Day): Played | undefined => {
  const found = Object.entries(practiceCodes).find(([, known]) => known === (code.fresh ?? code.legacy))
  if (!found) return undefined
  if (found[0] === 'other-unit') return { own: false }
  const isIssued = found[0] === 'issued'
  return {
    own: true,
    id: 0,
    type: found[0] === 'community' ? 'community' : 'personal',
    state: isIssued ? 'registered' : 'stock',
    registeredOn: isIssued ? today : null,
  }
}

export const practiceTail = tailOf(practiceCodes.free)
