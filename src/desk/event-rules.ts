import { fromScan, isNewCode } from '../codes/shape-rules.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'

export const longestEvent = 120

/** One line as people wrote it: without control characters, turns of direction and needless spaces. */
export const oneLine = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

type EventProblem = 'event-missing' | 'event-too-long' | 'event-card-code' | `event-${IdentifierKind}`

/** Every code has a digit, so that a word of ten letters is none by accident. */
const looksLikeCode = (text: string) => /\d/.test(text) && isNewCode(fromScan(text))

/** The name of an event, or why it may be none: asked on the device as the server’s form asks it (`forms.ts`). */
export const readEvent = (typed: string): { event: string } | { problem: EventProblem } => {
  const event = oneLine(typed)
  const kind = identifierIn(typed)
  if (event === '') return { problem: 'event-missing' }
  if (kind) return { problem: `event-${kind}` }
  if ([typed, ...typed.split(/\s+/)].some(looksLikeCode)) return { problem: 'event-card-code' }
  return Array.from(event).length > longestEvent ? { problem: 'event-too-long' } : { event }
}
