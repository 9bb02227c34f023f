/**
 * The secret link of a writer. It is made from what was sent and the key file, so that the same form sent twice leads to
 * the same page, and a copy of the database opens nothing.
 */
import { createHash, createHmac } from 'node:crypto'

const keyed = (key: Uint8Array, purpose: string, text: string | Buffer) =>
  createHmac('sha256', key).update(`kk-feedback-${purpose}-v1\0`).update(text).digest()

/** @param sent the fields, in any order */
export const seedOf = (key: Uint8Array, sent: Record<string, string>): Buffer =>
  keyed(key, 'seed', JSON.stringify(Object.entries(sent).sort(([a], [b]) => (a < b ? -1 : 1))))

/** @returns 43 characters that fit into an address: 256 bits */
export const tokenOf = (key: Uint8Array, seed: Buffer): string =>
  keyed(key, 'link', seed).toString('base64url')

/** What the database keeps of the link. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
