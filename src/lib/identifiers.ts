import { holdsAddress } from './identifier-addresses.ts'
import { holdsBirthDate } from './identifier-birth-dates.ts'
import { holdsEmail } from './identifier-emails.ts'
import { holdsIban } from './identifier-ibans.ts'
import { holdsPhone } from './identifier-phones.ts'
import { looksLikeIdentityCode, plain } from './identity-code.ts'

/**
 * What names or reaches a person, noticed wherever people type: the text is refused by kind and goes nowhere,
 * not back into the form, not into a log. Hence "looks like", and not "is".
 * Names of people are not looked for: places and concerts carry them too.
 */
const detectors = {
  'identity-code': looksLikeIdentityCode,
  iban: (text) => holdsIban(plain(text)),
  'e-mail': (text) => holdsEmail(plain(text)),
  'birth-date': (text) => holdsBirthDate(plain(text)),
  phone: (text) => holdsPhone(plain(text)),
  'street-address': (text) => holdsAddress(plain(text)),
} satisfies Record<string, (text: string) => boolean>

export type IdentifierKind = keyof typeof detectors
export const identifierKinds = Object.keys(detectors) as IdentifierKind[]

/** How programs are told, in import reports and the public API: by kind, and nothing of the text. */
export const looksLike: Record<IdentifierKind, string> = {
  'identity-code': 'looks like a personal identity code',
  iban: 'looks like a bank account number',
  'e-mail': 'looks like an e-mail address',
  'birth-date': 'looks like a birth date',
  phone: 'looks like a phone number',
  'street-address': 'looks like a street address',
}

/** How a place is reached: what its public fields are for. */
export const reachKinds: readonly IdentifierKind[] = ['phone', 'e-mail', 'street-address']

/** All kinds but addresses need a digit, and an address of e-mail its sign. Most texts have neither. */
const mayHold = (text: string) => /[\p{N}@＠﹫]|\b(?:at|dot|miu|ett)\b|ät|[([{]/iu.test(text)

/**
 * The kind of personal identifier that stands anywhere in the text, or null.
 * @param taken kinds that the field is for: those pass
 */
export const identifierIn = (text: string, taken: readonly IdentifierKind[] = []): IdentifierKind | null => {
  if (!mayHold(text)) return null
  return identifierKinds.find((kind) => !taken.includes(kind) && detectors[kind](text)) ?? null
}

/** True for the name of a form's problem that says such a kind: `phone`, `event-phone`. What was typed is not shown again. */
export const saysIdentifier = (problem: string): boolean =>
  identifierKinds.some((kind) => problem === kind || problem.endsWith(`-${kind}`))
