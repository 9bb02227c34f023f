import { createHash, createHmac } from 'node:crypto'
import { keyFor } from '../lib/sealed.ts'

type Keys = Parameters<typeof keyFor>[0]

const bodyKeys = new WeakMap<Keys, Buffer>()
/** Drawn once for a key file: it is needed with every use. */
export const bodyKey = (keys: Keys): Buffer => {
  const known = bodyKeys.get(keys) ?? keyFor(keys, 'bodies of requests')
  bodyKeys.set(keys, known)
  return known
}

/** Stands before a digest that needs the key file; those of earlier versions, which did not, have no mark. */
export const keyedMark = Buffer.of(1)

/**
 * By which a request sent again is known to be the same one. It is kept for ninety days beside nearly all that the
 * request said but the card's code: a plain digest would give that code away to whoever has a copy of the database and
 * tries them all. So it needs the key file.
 * @returns a mark and HMAC-SHA-256 of the plain digest, 33 bytes
 */
export const bodyHashOf = (keys: Keys, body: string): Buffer => {
  const plain = createHash('sha256').update(body).digest()
  return Buffer.concat([keyedMark, createHmac('sha256', bodyKey(keys)).update(plain).digest()])
}
