import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a ticketing system needs, and no more. */
export const keyScopes = [
  ...(['cards.check', 'uses.create', 'uses.read', 'uses.cancel'] as const),
  ...(['uses.reconcile', 'webhooks.manage'] as const),
] as const
export type KeyScope = (typeof keyScopes)[number]

export const isKeyScope = (text: string): text is KeyScope => keyScopes.some((scope) => scope === text)

/** A key works for a year at most; a new one beside the old makes the change without a break. */
export const lastKeyEnd = (now: Date): Date => {
  const end = new Date(now)
  end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end
}

const checkOf = (text: string) => crc32(text).toString(16).padStart(8, '0')

/**
 * `kk_live_<8 characters to know it by>_<256 random bits>_<checksum>`. The fixed start lets scanners of leaked secrets
 * find it; `kk_test_` is a key of a program that is being built, which reaches the practice cards alone; the checksum tells a mistyped key from a wrong one without a question to the database.
 * @returns the key, given out once, and the part of it that may be shown later
 */
export const newKey = (kind: 'live' | 'test' = 'live'): { key: string; shownStart: string } => {
  const shownStart = `kk_${kind}_${randomBytes(4).toString('hex')}`
  const body = `${shownStart}_${randomBytes(32).toString('base64url')}`
  return { key: `${body}_${checkOf(body)}`, shownStart }
}

const form = /^(kk_(?:live|test)_[0-9a-f]{8}_[\w-]{43})_([0-9a-f]{8})$/

/** Whether the text is whole; nothing is said about whether such a key was ever given. */
export const isWholeKey = (text: string): boolean => {
  const [, body, check] = form.exec(text) ?? []
  return body !== undefined && checkOf(body) === check
}

/** 256 random bits need no slow hash (ASVS 5.0, 6.5.2): nobody can guess them. */
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** What the database is shown of a key: it keeps the hash of this, so what is read there proves nothing. */
export const proofOfSecret = (key: string) => sha256(key)
export const hashKey = (key: string) => sha256(proofOfSecret(key))
