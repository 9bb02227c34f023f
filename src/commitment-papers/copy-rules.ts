import { createHmac } from 'node:crypto'
import type { Limit } from '../accounts/rules.ts'

/** A copy link as its token tells it, before it is opened. */
export type CopyFacts = {
  id: number
  commitmentId: number
  partyId: number
  party: string
  expiresAt: Date
  /** How many times it was opened: each ties it to another browser, and the earlier one is let go. */
  openings: number
}

/** It works as long as a link to sign by (migration 0070 holds to it). */
const copyHours = 72
export const copyEnd = (now: Date): Date => new Date(now.getTime() + copyHours * 3_600_000)

/** At the office, at home, on the phone, and twice by mistake (migration 0070). */
const mostOpenings = 5

export type CopyRefusal = 'unknown' | 'expired' | 'spent'

/** Why a copy link cannot be opened; null while it can. Where it is open already, `spent` is no matter. */
export const copyRefusal = (link: CopyFacts | undefined, now: Date): CopyRefusal | null => {
  if (!link) return 'unknown'
  if (link.expiresAt <= now) return 'expired'
  return link.openings >= mostOpenings ? 'spent' : null
}

/** Tokens that lead nowhere, of one network. Who only looks at a link that exists is never held. */
export const copyLimits = (key: Uint8Array, network: string): Limit[] => {
  const name = createHmac('sha256', key).update(`kk-copies-v1\0${network}`).digest('base64url')
  return [{ bucket: `copies ${name}`, size: 20, perHour: 20 }]
}
/** Files that are taken by one copy link, an hour: four of them, a few times. */
export const takesPerHour = 30
