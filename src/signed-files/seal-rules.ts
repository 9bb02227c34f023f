import { createHash, type KeyObject } from 'node:crypto'
import { isSignedBy, publicTextOf, signText } from '../lib/ed25519.ts'

/** Who sealed a file, and whether its bytes are those that were sealed. */
type SealFound =
  | { state: 'whole' | 'altered'; publicKey: string; body: Uint8Array }
  /** No seal stands at the end; `cut` tells that one stands elsewhere, with something after it. */
  | { state: 'none' | 'cut' }

const mark = '%kaiku-signature/1'
/** A line of its own at the very end: the mark, the public key (32 bytes) and the signature (64 bytes) in base64url. */
const line = /^\n%kaiku-signature\/1 ([\w-]{43}) ([\w-]{86})\n$/
/** In bytes: it is the same for every file, so that a ZIP can tell it before it is made. */
export const sealLength = mark.length + 43 + 86 + 4

/** SHA-256 in hexadecimal. */
export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

/** What is signed of a file: apart from every other text that the key signs, all of which are JSON. */
const sealedText = (bytes: Uint8Array) => `kaiku-file/1 ${sha256Of(bytes)}`

/**
 * The file with its seal after the last byte. Readers of PDF pass over a line after `%%EOF`, and in a ZIP it is the comment,
 * so the file is read as before; every byte before the seal is signed.
 * @param key the installation's private key (Ed25519)
 */
export const sealBytes = (bytes: Uint8Array, key: KeyObject): Buffer =>
  Buffer.concat([
    bytes,
    Buffer.from(`\n${mark} ${publicTextOf(key)} ${signText(sealedText(bytes), key)}\n`, 'latin1'),
  ])

/** Looks for the seal at the end of a file, and whether it is of these bytes. */
export const sealIn = (bytes: Uint8Array): SealFound => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = file.length - sealLength
  const [, publicKey, signature] = at < 0 ? [] : (line.exec(file.subarray(at).toString('latin1')) ?? [])
  if (publicKey === undefined || signature === undefined)
    return { state: file.includes(mark) ? 'cut' : 'none' }
  const body = file.subarray(0, at)
  return {
    state: isSignedBy(sealedText(body), signature, publicKey) ? 'whole' : 'altered',
    ...{ publicKey, body },
  }
}
