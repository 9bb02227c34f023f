/**
 * The shape of a card code, as the scripts of the desk need it too: nothing here hashes, draws lots or needs more than
 * an old browser has. What a code is: `rules.ts`.
 */
import { isSound, repairedOnce } from '../lib/reed-solomon.ts'

/** Crockford's base 32: no I, L, O, U. The index of a character is its value. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const randomLength = 8
export const newLength = 10

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
export const codeOf = (word: readonly number[]) =>
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
