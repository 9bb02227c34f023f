import { holdsCode } from '../codes/rules.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'

/** What a writer may say after having been asked: how to reach somebody, and where a place is. */
export const taken: readonly IdentifierKind[] = ['phone', 'e-mail', 'street-address']

/** Of these the writer is asked first. */
export const holdsReach = (text: string): boolean => {
  const kind = identifierIn(text, ['street-address'])
  return kind === 'phone' || kind === 'e-mail'
}

export const secrets = ['identity-code', 'iban', 'birth-date', 'code'] as const
export type Secret = (typeof secrets)[number]

/** What must never be kept, anywhere in the text. */
export const secretIn = (text: string): Secret | null => {
  const kind = identifierIn(text, taken)
  if (kind !== null) return secrets.find((secret) => secret === kind) ?? null
  return holdsCode(text) ? 'code' : null
}

/** The words of the longest thing looked for: an account number in fours, with a word before it. */
const longestRun = 8
const mark = '…'

/** Lines of what people write: kept as lines, without invisible signs. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/**
 * The text with what must not be kept taken out, so that the rest need not be written again.
 * @returns the first kind that was found, null when there was none
 */
export const withoutSecrets = (text: string): { text: string; found: Secret | null } => {
  const found = secretIn(text)
  if (found === null) return { text, found }
  // Words, and between them what parts them.
  const parts = text.split(/(\s+)/)
  for (let run = 1; run <= longestRun; run++)
    for (let at = 0; at + 2 * (run - 1) < parts.length; at += 2) {
      const piece = parts.slice(at, at + 2 * run - 1).join('')
      if (secretIn(piece) !== null) parts.splice(at, 2 * run - 1, mark)
    }
  const rest = parts.join('')
  return { text: secretIn(rest) === null ? rest : '', found }
}
