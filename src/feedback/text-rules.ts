import { holdsCode } from '../codes/rules.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'

/** What a writer may say after having been asked: how to reach somebody, and where a place is. */
export const taken: readonly IdentifierKind[] = ['phone', 'e-mail', 'street-address']

/** Of these the writer is asked first. */
export const holdsReach = (text: string): boolean => {
  const kind = identifierIn(text, ['street-address'])
  return kind === 'phone' || kind === 'e-mail'
}

const secrets = ['identity-code', 'iban', 'birth-date', 'code'] as const
type Secret = (typeof secrets)[number]

/** What must never be kept, anywhere in the text. */
const secretIn = (text: string): Secret | null => {
  const kind = identifierIn(text, taken)
  if (kind !== null) return secrets.find((secret) => secret === kind) ?? null
  return holdsCode(text) ? 'code' : null
}

const mark = '…'
/** More than this is no slip of the pen. */
const mostSecrets = 20

/** The least number from `low` to `high` for which it holds; it holds for `high`. */
const leastOf = (low: number, high: number, holds: (value: number) => boolean): number => {
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The text with what must not be kept taken out, so that the rest need not be written again. Halving finds the words, so
 * that a long text costs hardly more than a short one.
 * @returns the first kind that was found, null when there was none
 */
export const withoutSecrets = (text: string): { text: string; found: Secret | null } => {
  const found = secretIn(text)
  if (found === null) return { text, found }
  // Words, and between them what parts them.
  const parts = text.split(/(\s+)/)
  const holds = (from: number, until: number) => secretIn(parts.slice(from, until).join('')) !== null
  for (let count = 0; holds(0, parts.length) && count < mostSecrets; count++) {
    const until = leastOf(1, parts.length, (end) => holds(0, end))
    const from = until - leastOf(1, until, (length) => holds(until - length, until))
    parts.splice(from, until - from, mark)
  }
  const rest = parts.join('')
  return { text: secretIn(rest) === null ? rest : '', found }
}
