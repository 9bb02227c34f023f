/**
 * The code of a card. Two kinds live side by side:
 * new stock, `K7PQ2-X9D4F`: eight random characters and two check characters of Crockford's base 32;
 * legacy cards: letters and/or digits as an area once printed them, Å Ä Ö and leading zeros too.
 * A legacy code is looked up exactly as it stands, before the new format is even tried.
 */
import { createHmac, randomInt } from 'node:crypto'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { checksOf } from '../lib/reed-solomon.ts'
import {
  alphabet,
  canonicalLegacy,
  canonicalNew,
  codeOf,
  fromScan,
  isNewCode,
  newLength,
  randomLength,
} from './shape-rules.ts'

export {
  canonicalLegacy,
  canonicalNew,
  formatCode,
  fromScan,
  isNewCode,
  suggestCode,
  tailOf,
} from './shape-rules.ts'

/** How a reader takes a character: 0 for O, 1 for I or L, V for U, and the usual digits for letters. */
const asRead = (text: string) =>
  text.toUpperCase().replace(/[0134578ÅÄÖLV]/g, (character) => readings[character]!)
const readings: Record<string, string> = {
  ...{ 0: 'O', 1: 'I', 3: 'E', 4: 'A', 5: 'S', 7: 'T', 8: 'B', Å: 'A', Ä: 'A', Ö: 'O', L: 'I', V: 'U' },
}

/** What no one should have to read aloud at a desk. Short runs suffice: `vitt` also stops the longer forms. */
const unfortunate = new RegExp(
  [
    ...['vitt', 'perse', 'paska', 'kusi', 'kyrp', 'huora', 'homo', 'neeker', 'hurri', 'saatan'], // fi
    ...['fitt', 'hora', 'kuk', 'skit', 'jävl', 'knull', 'neger', 'bög', 'bajs'], // sv
    ...['fuck', 'shit', 'cunt', 'cock', 'dick', 'sex', 'arse', 'slut', 'fag', 'nig', 'rape'], // en
    ...['nazi', 'kkk', 'ss', '88', 'poor', 'köyh', 'fatt', 'dead'], // hate, and poverty: the card is no label
  ]
    .map(asRead)
    .join('|'),
)

/** Codes of practice cards begin so, for programs that are being built; no card of a person ever does. */
const practiceMark = 'TEST'

/**
 * The code of a practice card in canonical form: always the same for the same number.
 * @param number a whole number from 0 to 9999
 */
export const practiceCode = (number: number): string => {
  const text = `${practiceMark}${String(number).padStart(randomLength - practiceMark.length, '0')}`
  const data = Array.from(text, (character) => alphabet.indexOf(character))
  return codeOf([...data, ...checksOf(data)])
}

const isPrintable = (code: string) =>
  isNewCode(code) &&
  !code.startsWith(practiceMark) &&
  /[A-Z]/.test(code) &&
  /[0-9]/.test(code) &&
  !unfortunate.test(asRead(code)) &&
  // However someone groups it, a card must never be refused as a personal identity code.
  !looksLikeIdentityCode(`${code.slice(0, 6)}-${code.slice(6)}`)

/**
 * New community cards begin with this character and new personal ones never do, so that the two are told apart by eye.
 * Which of the two a card is, the register says: cards made before this began with any character.
 */
const communityMark = 'Y'

/**
 * A new card's code in canonical form.
 * @param random a whole number from 0 to below `max`; the default is fit for secrets, a seeded one repeats
 * itself for the demo world
 * @throws when `random` gives nothing usable in a thousand tries, so that a broken source cannot hang us
 */
export const newCode = (
  random: (max: number) => number = randomInt,
  type: 'personal' | 'community' = 'personal',
): string => {
  const mark = type === 'community' ? [alphabet.indexOf(communityMark)] : []
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const data = [
      ...mark,
      ...Array.from({ length: randomLength - mark.length }, () => random(alphabet.length)),
    ]
    const code = codeOf([...data, ...checksOf(data)])
    if (isPrintable(code) && code.startsWith(communityMark) === (type === 'community')) return code
  }
  throw new Error('The random source gives no usable card code')
}

const longestLegacy = 40

type CodeProblem = 'empty' | 'too-short' | 'too-long' | 'check' | 'identity-code'
export type ReadCode = { legacy: string; fresh: string | null; problem: CodeProblem | null }

const nothingToLookUp = (problem: CodeProblem): ReadCode => ({ legacy: '', fresh: null, problem })
/** The code of no card. */
export const noCode: ReadCode = nothingToLookUp('empty')

/** Nearly a new-style code: else advice about its shape would send the holder of an old card to look for a mistake. */
const shapeProblem = (canonical: string): CodeProblem | null => {
  if ([...canonical].some((character) => !alphabet.includes(character))) return null
  if (canonical.length === newLength) return 'check'
  return canonical.length === newLength - 1 || canonical.length === newLength - 2 ? 'too-short' : null
}

/**
 * What the field of a card code holds, typed or scanned.
 *
 * Look up `legacy` FIRST and exactly, whatever `problem` says; then `fresh`, when it is not null (a sound
 * new-style code, whose form may differ from `legacy` by O, I, L or look-alike letters).
 * `too-short` and `check` are only what to SAY when neither is found, and only of what is nearly a new-style code:
 * legacy codes have any length and letters.
 * With `empty`, `too-long` and `identity-code` there is nothing to look up and `legacy` is ''.
 * With `identity-code` the typed text must not be shown again, kept or logged.
 */
export const readCode = (typed: string): ReadCode => {
  const text = fromScan(typed)
  if (looksLikeIdentityCode(typed) || looksLikeIdentityCode(text)) return nothingToLookUp('identity-code')
  const legacy = canonicalLegacy(text)
  if (legacy === '') return nothingToLookUp('empty')
  if (legacy.length > longestLegacy) return nothingToLookUp('too-long')
  if (isNewCode(legacy)) return { legacy, fresh: canonicalNew(legacy), problem: null }
  return { legacy, fresh: null, problem: shapeProblem(canonicalNew(legacy)) }
}

/** Every code has a digit (see `isPrintable`), so that a word of ten letters is none by accident. */
const looksLikeCode = (text: string) => /\d/.test(text) && isNewCode(fromScan(text))

/**
 * True when a text is or holds a new-style card code: a scanner reads into whatever field has the focus, and a code
 * must not be kept as the name of an event.
 */
export const holdsCode = (text: string): boolean =>
  looksLikeCode(text) || text.split(/\s+/).some(looksLikeCode)

/**
 * What the register keeps instead of the code: without the key, a stolen copy holds no usable codes, and
 * the six digits of a legacy code could be guessed from a plain digest in seconds.
 * @returns HMAC-SHA-256, 32 bytes; the prefix sets these apart from all else made with the same key
 */
export const codeHash = (key: Uint8Array, canonical: string): Buffer =>
  createHmac('sha256', key).update(`kk-card-v1\0${canonical}`).digest()

/** Both hashes that a read code may have: exactly as it stands, and as a new-style code; the same twice where it is none. */
export const codeHashes = (key: Uint8Array, code: ReadCode): [legacy: Buffer, fresh: Buffer] => {
  const legacy = codeHash(key, code.legacy)
  return [legacy, code.fresh === null ? legacy : codeHash(key, code.fresh)]
}
