import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Keys } from '../db/keys.ts'

const nonceLength = 12
const tagLength = 16

/** A key of its own for each purpose, so that what was sealed for one opens for no other (HKDF, RFC 5869). */
const keyFor = (keys: Keys, purpose: string) =>
  Buffer.from(hkdfSync('sha256', keys.cardCode, '', `kaiku sealed ${purpose}`, 32))

/**
 * Seals a secret that has to be read again, such as one given by another service (AES-256-GCM).
 * @returns nonce, tag and the sealed bytes, in one
 */
export const sealed = (keys: Keys, purpose: string, bytes: Buffer): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys, purpose), nonce)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws when the bytes were changed, or sealed with another key or for another purpose */
export const unsealed = (keys: Keys, purpose: string, bytes: Buffer): Buffer => {
  const tag = bytes.subarray(nonceLength, nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keys, purpose), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
}
