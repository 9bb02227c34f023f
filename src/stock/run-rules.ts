import { lifetimes } from '../lifetimes/rules.ts'
import type { Serials } from './rules.ts'

/** In one go from the page; a larger run is made from the command line. */
export const mostCards = 5_000
/** A million hashes in one statement are 40 MB; a run beyond this is better made in two. */
export const mostByCommand = 100_000
/** Cards in one PDF: 50 sheets of ten, made in two seconds and 1.4 MB. */
const cardsInFile = 500
/** How long the codes can be had again when nobody says that the cards are printed. */
export const daysToPrint = lifetimes.seeds.after.days

/** When the codes of a run made at this moment stop being kept, at the latest. */
export const keptUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + daysToPrint * 86_400_000)

export type RunState = 'imported' | 'printing' | 'printed' | 'forgotten'

/** `forgotten`: nobody said that the cards were printed, and the time ran out. */
export const runState = (run: {
  origin: 'made' | 'imported'
  hasSeed: boolean
  printedAt: Date | null
}): RunState => {
  if (run.origin === 'imported') return 'imported'
  if (run.printedAt) return 'printed'
  return run.hasSeed ? 'printing' : 'forgotten'
}

/** The files that a run is printed from, in the order of the numbers. */
export const partsOf = ({ first, last }: Serials): Serials[] =>
  Array.from({ length: Math.ceil((last - first + 1) / cardsInFile) }, (_, part) => ({
    first: first + part * cardsInFile,
    last: Math.min(last, first + (part + 1) * cardsInFile - 1),
  }))
