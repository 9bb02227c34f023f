/**
 * The code of a card. Two kinds live side by side:
 * new stock, `K7PQ2-X9D4F`: eight random characters and two check characters of Crockford's base 32;
 * legacy cards: letters and/or digits as an area once printed them, Å Ä Ö and leading zeros too.
 * A legacy code is looked up exactly as it stands, before the new format is even tried.
 */
import { createHmac, randomInt } from 'node:crypto'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { checksOf, isSound, repairedOnce } from '../lib/reed-solomon.ts'

/** Crockford's base 32: no I, L, O, U. The index of a character is its value. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomLength = 8
const newLength = 10
const longestLegacy = 40

/**
 * Added (exclusive or) to the two check characters, K and A: else 0000000000 would be a sound code.
 * Never change it: every card printed in the new format depends on it.
 */
const checkConstant = [alphabet.indexOf('K'), alphabet.indexOf('A')] as const

/** White space, dashes, dots, underscores, slashes, and all that cannot be seen: none of them tells cards apart. */
const ornaments =
  /[\s\p{Pd}\u2212\u02d7\u2043.·_/\\\u2044\u2215\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The form in which a legacy code is compared: leading zeros, O, I, L, Å, Ä, Ö stay what they are.
 * @example canonicalLegacy(' ös–0012 ') // 'ÖS0012'
 */
export const canonicalLegacy = (typed: string): string =>
  // Normalised again at the end: what stood apart (A, a zero-width space, a ring) may now be one letter.
  typed.normalize('NFKC').toUpperCase().replace(ornaments, '').normalize('NFKC')

/** Capital letters of a Cyrillic or Greek keyboard that look like a Latin one; each pair is typed → meant. */
const lookAlikes = new Map(
  [
    ...['АA', 'ВB', 'СC', 'ЕE', 'НH', 'ІI', 'ЈJ', 'КK', 'МM', 'ОO', 'РP', 'ЅS', 'ТT', 'УY', 'ХX'],
    ...['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX'],
  ].map((pair) => [pair[0], pair[1]]),
)

/**
 * The form in which a new-style code is compared: O is read as 0, I and L as 1, look-alike letters as Latin.
 * @example canonicalNew('k7pq2-x9d4f') // 'K7PQ2X9D4F'
 */
export const canonicalNew = (typed: string): string =>
  canonicalLegacy(canonicalLegacy(typed).replace(/\p{Lu}/gu, (letter) => lookAlikes.get(letter) ?? letter))
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** Values 0–31 with the constant taken off the checks; `unreadable` stands for characters outside the alphabet. */
const unreadable = -1
const wordOf = (canonical: string) =>
  Array.from(canonical, (character, index) => withConstant(alphabet.indexOf(character), index))
const codeOf = (word: readonly number[]) =>
  word.map((value, index) => alphabet[withConstant(value, index)]).join('')
const withConstant = (value: number, index: number) =>
  value === unreadable ? unreadable : value ^ (checkConstant[index - randomLength] ?? 0)

/** True when the text is a new-style code in any form people type it; its check characters hold. */
export const isNewCode = (typed: string): boolean => {
  const word = wordOf(canonicalNew(typed))
  return word.length === newLength && !word.includes(unreadable) && isSound(word)
}

/**
 * The new-style code that was probably meant when one character is wrong: only ever a question
 * ("tarkoititko?"), never applied by itself, since two wrong characters can point to a third card.
 * @returns canonical form, or null when the code is sound or more than one character is wrong
 */
export const suggestCode = (typed: string): string | null => {
  const word = wordOf(canonicalNew(typed))
  if (word.length !== newLength) return null
  const hole = word.indexOf(unreadable)
  if (hole === -1) {
    const repaired = repairedOnce(word)
    return repaired && codeOf(repaired)
  }
  if (word.lastIndexOf(unreadable) !== hole) return null
  const candidates = Array.from(alphabet, (_, value) => word.with(hole, value))
  const sound = candidates.find(isSound)
  return sound ? codeOf(sound) : null
}

/** @returns `K7PQ2-X9D4F` for a new-style code, any other unchanged. Takes a canonical form. */
export const formatCode = (canonical: string): string =>
  isNewCode(canonical) && canonicalNew(canonical) === canonical
    ? `${canonical.slice(0, newLength / 2)}-${canonical.slice(newLength / 2)}`
    : canonical

/** The last four characters, for lists that show `•••9D4F`. Takes a canonical form. */
export const tailOf = (canonical: string): string => Array.from(canonical).slice(-4).join('')

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

const link = /^(?:https?:\/\/)?[^\s#]+\/(?:k|kortti)\/?#(.+)$/is

/**
 * What a scanner read: the bare code, or a link `https://…/k#CODE` or `…/kortti#CODE`. The code stands in the
 * fragment because browsers never send that to a server.
 * @returns the code's part, otherwise as it was read
 */
export const fromScan = (text: string): string => {
  const fragment = link.exec(text.trim())?.[1]
  if (fragment === undefined) return text.trim()
  try {
    return decodeURIComponent(fragment).trim()
  } catch {
    return fragment.trim()
  }
}

type CodeProblem = 'empty' | 'too-short' | 'too-long' | 'check' | 'identity-code'
export type ReadCode = { legacy: string; fresh: string | null; problem: CodeProblem | null }

const nothingToLookUp = (problem: CodeProblem): ReadCode => ({ legacy: '', fresh: null, problem })

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
