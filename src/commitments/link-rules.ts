import type { Kind, State } from './rules.ts'

/** A link as its token tells it, before its code is given. */
export type LinkFacts = {
  id: number
  commitmentId: number
  partyId: number
  party: string
  email: string
  kind: Kind
  state: State
  /** False when the commitment was taken back and sent again since. */
  isCurrent: boolean
  expiresAt: Date
  wrongCodes: number
  usedAt: Date | null
  endedAt: Date | null
}

/** A link to sign by works for three days; who is later asks for a new one. */
const linkHours = 72
export const linkEnd = (now: Date): Date => new Date(now.getTime() + linkHours * 3_600_000)

/** Why a link opens nothing; null while it does. */
export const linkRefusal = (link: LinkFacts | undefined, now: Date): LinkRefusal | null => {
  if (!link) return 'unknown'
  if (!link.isCurrent || link.state === 'draft' || link.state === 'cancelled') return 'withdrawn'
  if (link.usedAt !== null) return 'used'
  if (link.state === 'declined') return 'declined'
  if (link.endedAt !== null) return link.wrongCodes >= mostWrongCodes ? 'too-many-codes' : 'replaced'
  if (link.expiresAt <= now || link.state === 'expired') return 'expired'
  return null
}
export type LinkRefusal =
  | 'unknown'
  | 'used'
  | 'withdrawn'
  | 'declined'
  | 'too-many-codes'
  | 'replaced'
  | 'expired'

/** After so many wrong codes a link is over (migration 0053): a code of six digits is then guessed once in 200,000 links. */
const mostWrongCodes = 5
