import { createHmac, randomInt } from 'node:crypto'
import { isIP } from 'node:net'
import type { Limit } from '../accounts/rules.ts'

/** A wrong code that is let through: six digits, three of which are right at any time. */
export const triesOfStep = 5

/**
 * Wrong codes of one account, whatever the sign-in: 20, then one an hour. A right one costs nothing. Only somebody who
 * knows the password comes this far, so nobody else can use them up.
 */
export const factorLimits = (accountId: string): Limit[] => [
  { bucket: `second-factor ${accountId}`, size: 20, perHour: 1 },
]

/** Challenges of one network, for a whole city may sit behind one address: 300, then 600 an hour. */
export const challengeLimits = (network: string): Limit[] => [
  { bucket: `passkey ${network}`, size: 300, perHour: 600 },
]

const minutes = (count: number) => count * 60_000
const after = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds)

export const challengeMinutes = 5
export const challengeEnd = (now: Date) => after(now, minutes(challengeMinutes))
/** A secret that waits for its first code, and recovery codes that wait to be saved. */
export const shownMinutes = 30
export const shownSince = (now: Date) => after(now, -minutes(shownMinutes))

export const recoveryCount = 10
/** Without letters that look like another, and without vowels, so that no code is a word. */
const recoverySigns = '23456789bcdfghjkmnpqrstvwxz'
const recoveryLength = 12

/** Twelve signs of 27: 57 bits, in groups of four. */
export const newRecoveryCode = (): string =>
  Array.from({ length: recoveryLength }, () => recoverySigns[randomInt(recoverySigns.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** What was typed without the hyphens, as it was made; null when it cannot be a recovery code. */
export const plainRecoveryCode = (typed: string): string | null => {
  const text = typed.replace(/[\s\p{Pd}]/gu, '').toLowerCase()
  return text.length === recoveryLength && [...text].every((sign) => recoverySigns.includes(sign))
    ? text
    : null
}

/** With a key of the key file, so that who has only the database cannot try codes. */
export const hashRecoveryCode = (key: Uint8Array, accountId: string, plain: string): Buffer =>
  createHmac('sha256', key).update(`${accountId} ${plain}`).digest()

/**
 * The name that passkeys are bound to (relying party): the host that people use. Browsers give passkeys neither to a
 * bare IP address nor to a page without https, save localhost.
 * @returns null where there can be none
 */
export const relyingParty = (origin: string): string | null => {
  const { hostname, protocol } = new URL(origin)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  return isLocal || protocol === 'https:' ? hostname : null
}

/** What stands between an account and its data beside the password. */
export type Factors = { app: boolean; passkeys: number }
export const hasFactors = ({ app, passkeys }: Factors) => app || passkeys > 0
export const isLastFactor = ({ app, passkeys }: Factors) => Number(app) + passkeys === 1
