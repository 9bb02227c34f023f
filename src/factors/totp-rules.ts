import { createHmac, timingSafeEqual } from 'node:crypto'

/** One-time codes by time (RFC 6238) as every authenticator app knows them: SHA-1, six digits, half a minute. */
const stepSeconds = 30
const digits = 6
/** A clock that is up to one step off, or a slow thumb, is let through. */
const drift = 1

/** As long as the hash, as RFC 4226 (4, R6) asks. */
export const secretBytes = 20

export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / stepSeconds)

/** The code of one step (RFC 4226, 5.3). */
export const codeAt = (secret: Uint8Array, step: number, length = digits): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const number = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff
  return String(number % 10 ** length).padStart(length, '0')
}

/** What people type between digits: apps show `123 456`. */
export const plainCode = (typed: string) => typed.replace(/[\s-]/g, '')

const isSame = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * The step whose code was typed; null when there is none.
 * @param lastStep the newest step that was used: it and all before it are spent
 */
export const stepOf = (
  secret: Uint8Array,
  typed: string,
  now: Date,
  lastStep: number | null,
): number | null => {
  const code = plainCode(typed)
  if (!/^\d{6}$/.test(code)) return null
  const here = stepAt(now)
  for (let step = here - drift; step <= here + drift; step++)
    if (step > (lastStep ?? -1) && isSame(codeAt(secret, step), code)) return step
  return null
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 (RFC 4648) without padding: how secrets are typed into an app. */
export const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(value >> bits) & 31]
    }
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text
}

/** In groups of four, so that a person can keep the place. */
export const typeableSecret = (secret: Uint8Array) => base32(secret).replace(/(.{4})(?=.)/g, '$1 ')

const issuer = 'Kaikukanta'

/** What the picture says to the app (the Key URI Format of Google Authenticator, which others follow). */
export const otpauthUri = (email: string, secret: Uint8Array): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${issuer}`
}
