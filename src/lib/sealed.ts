import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Keys } from '../db/keys.ts'

const nonceLength = 12
const tagLength = 16

/**
 * A key of 32 bytes for one purpose, drawn from the key file (HKDF, RFC 5869): what is known of one says nothing of
 * another, and none says anything of the key that card codes are hashed with.
 */
export const keyFor = (keys: Keys, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', keys.cardCode, '', `kaiku ${purpose}`, 32))

/**
 * Seals bytes for one purpose (AES-256-GCM): nonce, tag and what is sealed, in that order.
 * @param purpose what it is and whose, such as `totp <account>`: sealed for one row, it opens for no other
 */
export const sealed = (keys: Keys, purpose: string, bytes: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys, purpose), nonce, { authTagLength: tagLength })
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws when the bytes were sealed for another purpose or with another key file, or were changed since */
export const unsealed = (keys: Keys, purpose: string, box: Uint8Array): Buffer => {
  const bytes = Buffer.from(box)
  const body = nonceLength + tagLength
  const opener = createDecipheriv('aes-256-gcm', keyFor(keys, purpose), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  opener.setAuthTag(bytes.subarray(nonceLength, body))
  return Buffer.concat([opener.update(bytes.subarray(body)), opener.final()])
}
