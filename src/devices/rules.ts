import { createHash, createHmac } from 'node:crypto'
import type { Limit } from '../accounts/rules.ts'

/** A link or code for pairing lives as long as it takes to fetch the phone. */
export const pairingMinutes = 10
export const pairingEnd = (now: Date) => new Date(now.getTime() + pairingMinutes * 60_000)

export const longestName = 60

/**
 * What follows from a pairing's id and the secret of the key file: so the page that shows the link can be opened
 * again, and nothing that is stored lets anybody in.
 * @returns 32 bytes
 */
const derived = (secret: Uint8Array, what: string, text: string) =>
  createHmac('sha256', secret).update(`kaiku-pairing-${what}\0${text}`).digest()

/** The token of the link: 256 bits. */
export const tokenOf = (secret: Uint8Array, pairing: string): string =>
  derived(secret, 'token', pairing).toString('base64url')

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Crockford's letters and digits: none of them is taken for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/** The short code: eight characters of 32, so 40 bits, for those who cannot read the QR code. */
export const codeOf = (secret: Uint8Array, pairing: string): string =>
  Array.from(
    derived(secret, 'code', pairing).subarray(0, codeLength),
    (byte) => alphabet[byte % alphabet.length],
  ).join('')

/** 40 bits are tried out in minutes by whoever has a backup, so the hash needs the key file too. */
export const hashOfCode = (secret: Uint8Array, code: string): Buffer => derived(secret, 'code-hash', code)

/** @returns `K7PQ-X9D4` */
export const formatPairingCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/**
 * A code however it was typed: in small letters, with spaces or dashes, O for 0 and I or L for 1.
 * @returns null when it cannot be one
 */
export const readPairingCode = (typed: string): string | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.length === codeLength && [...plain].every((one) => alphabet.includes(one)) ? plain : null
}

/**
 * How many wrong codes are let through; a right one costs nothing. With a hundred codes open at once and every
 * guess taken, a guess hits one in some six thousand years.
 * - one network: 10, then one every 6 minutes
 * - everybody together: 200, then 200 an hour; the link and its QR code work all the same
 */
export const codeLimits = (network: string): Limit[] => [
  { bucket: `pairing network ${hashOfToken(network).toString('base64url')}`, size: 10, perHour: 10 },
  { bucket: 'pairing everybody', size: 200, perHour: 200 },
]
