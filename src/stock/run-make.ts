import { randomBytes } from 'node:crypto'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { CardType } from '../cards/rules.ts'
import { codeHash, tailOf } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { sealed, unsealed } from '../lib/sealed.ts'
import { countOf, type Serials } from './rules.ts'
import { codesFrom, seedLength } from './run-code-rules.ts'
import { findSealedSeed, type KeptCodes, keepSeed, makeRun, type PrintRun } from './run-queries.ts'

/** Codes drawn between two looks at other work: about 10 ms. */
const atOnce = 200
/** The next draw meets an existing card less often than once in a thousand runs; thrice in a row is no chance. */
const mostDraws = 5

/** A seed opens for its own run alone. */
const purposeOf = (run: number) => `print-run ${run}`

const draw = async (
  seed: Buffer,
  type: CardType,
  count: number,
  progress: (share: number) => void = () => {},
): Promise<string[]> => {
  const codes: string[] = []
  for (const code of codesFrom(seed, type)) {
    codes.push(code)
    if (codes.length === count) return codes
    if (codes.length % atOnce === 0) {
      progress(codes.length / count)
      await otherWork()
    }
  }
  return codes
}

/** What the register keeps of new codes. */
const kept = async (keys: Keys, codes: readonly string[]): Promise<KeptCodes> => {
  const hashes: Buffer[] = []
  for (const code of codes) {
    hashes.push(codeHash(keys.cardCode, code))
    if (hashes.length % (5 * atOnce) === 0) await otherWork()
  }
  return { hashes, tails: codes.map(tailOf), styles: codes.map(() => 'new') }
}

/**
 * Draws the codes of new cards and puts these in the centre's stock. Only their keyed hashes are kept, and the seed
 * that they come from, sealed: until the cards are printed their files can be made again.
 * @param seedOf where the seed comes from; the demo has one that repeats itself
 * @returns the run's id
 */
export const makePrintRun = async (
  db: Write,
  keys: Keys,
  wanted: { name: string; cardType: CardType; cards: number },
  by: { actor: string; now: Date },
  progress?: (share: number) => void,
  seedOf: () => Buffer = () => randomBytes(seedLength),
): Promise<number> => {
  const { name, cardType, cards } = wanted
  for (let attempt = 1; attempt <= mostDraws; attempt++) {
    const seed = seedOf()
    const codes = await kept(keys, await draw(seed, cardType, cards, progress))
    const run = await makeRun(db, { name, cardType, origin: 'made', keyVersion: keys.version }, codes, by)
    if (run === null) continue
    await keepSeed(db, run, sealed(keys, purposeOf(run), seed).toString('base64'))
    return run
  }
  throw new Error('The codes of the run exist already, however often they are drawn')
}

/** The seed of a run; null when its codes are no longer kept. */
export const openSeed = async (db: Read, keys: Keys, run: number): Promise<Buffer | null> => {
  const box = await findSealedSeed(db, run)
  return box === null ? null : unsealed(keys, purposeOf(run), Buffer.from(box, 'base64'))
}

export type NumberedCode = { serial: number; code: string }

/** The codes of some numbers of a run, in their order. */
export const codesOf = async (
  seed: Buffer,
  run: Pick<PrintRun, 'first' | 'cardType'>,
  { first, last }: Serials,
): Promise<NumberedCode[]> => {
  const codes = await draw(seed, run.cardType, countOf({ first: run.first, last }))
  return codes.slice(first - run.first).map((code, index) => ({ serial: first + index, code }))
}
