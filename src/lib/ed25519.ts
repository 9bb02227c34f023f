import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param seed 32 bytes that nobody else knows; the same seed makes the same key */
export const keyOfSeed = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([beforeSeed, seed]), format: 'der', type: 'pkcs8' })

const isEd25519 = ({ asymmetricKeyType }: KeyObject) => asymmetricKeyType === 'ed25519'

/**
 * Reads a private key as `openssl genpkey -algorithm ed25519` writes it.
 * @throws Error with a sentence for people, which tells nothing of the file's content
 */
export const readPrivateKey = (pem: string): KeyObject => {
  try {
    const key = createPrivateKey(pem)
    if (isEd25519(key)) return key
  } catch {
    // The same sentence: what the library says may name what is in the file.
  }
  throw new Error('The signing key is no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519')
}

/** The public key of a private or public one as text: 32 bytes in base64url, the `x` of RFC 8037. */
export const publicTextOf = (key: KeyObject): string =>
  createPublicKey(
    key.type === 'private'
      ? key.export({ format: 'pem', type: 'pkcs8' })
      : key.export({ format: 'pem', type: 'spki' }),
  ).export({ format: 'jwk' }).x!

/** @returns null when the text is no such key */
const publicKeyOf = (text: string): KeyObject | null => {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' })
  } catch {
    return null
  }
}

/**
 * Reads a public key given as its text, or as PEM.
 * @throws Error with a sentence for people
 */
export const readPublicText = (given: string): string => {
  const text = given.trim()
  if (/^[\w-]{43}$/.test(text) && publicKeyOf(text)) return text
  try {
    const key = createPublicKey(text)
    if (isEd25519(key)) return publicTextOf(key)
  } catch {
    // Told below.
  }
  throw new Error('The public key is no Ed25519 key: 43 characters of base64url, or a file of PEM.')
}

/** @returns 64 bytes in base64url */
export const signText = (text: string, key: KeyObject): string =>
  sign(null, Buffer.from(text), key).toString('base64url')

/** Whether the signature is of this very text and key; another spelling of the same bytes is no signature. */
export const isSignedBy = (text: string, signature: string, publicText: string): boolean => {
  const bytes = Buffer.from(signature, 'base64url')
  const key = publicKeyOf(publicText)
  return (
    key !== null && bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes)
  )
}
