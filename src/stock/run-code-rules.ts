import { createHmac } from 'node:crypto'
import type { CardType } from '../cards/rules.ts'
import { newCode } from '../codes/rules.ts'

/** As many bytes as the hash gives: more would add nothing. */
export const seedLength = 32

/** Never change it while a run is being printed: its codes could not be told again. */
const label = 'kaiku print run 1'

/**
 * An endless row of bytes that nobody foretells without the seed: HMAC-SHA-256 in counter mode (NIST SP 800-108r1, 4.1),
 * each block over a label, a zero, and the block's number in four bytes.
 */
const bytesFrom = function* (seed: Uint8Array): Generator<number> {
  const number = Buffer.alloc(4)
  for (let block = 1; ; block++) {
    number.writeUInt32BE(block)
    yield* createHmac('sha256', seed).update(`${label}\0`).update(number).digest()
  }
}

/**
 * Whole numbers from 0 to below `max` (at most 256), each as likely: a byte beyond the last whole multiple of `max` is
 * thrown away.
 */
const numbersFrom = (bytes: Generator<number>) => (max: number) => {
  const fair = 256 - (256 % max)
  for (;;) {
    const byte = bytes.next().value as number
    if (byte < fair) return byte % max
  }
}

/**
 * The codes of a print run in the order of its serial numbers, without end: the same seed gives the same codes, so that
 * only the seed has to be kept while the cards are being printed. None comes twice.
 * @returns canonical forms
 */
export const codesFrom = function* (seed: Uint8Array, type: CardType): Generator<string> {
  const random = numbersFrom(bytesFrom(seed))
  const drawn = new Set<string>()
  for (;;) {
    const code = newCode(random, type)
    if (drawn.has(code)) continue
    drawn.add(code)
    yield code
  }
}
