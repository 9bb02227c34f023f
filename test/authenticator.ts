import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const uint = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

export type Answering = {
  challenge: string
  /** Where the browser says that it is. */
  origin?: string
  counter?: number
  /** Whether a finger, face or PIN was asked. */
  verified?: boolean
}

/**
 * A passkey in memory (Web Authentication Level 3, ES256): answers as a browser would write it into the hidden field,
 * also what no browser would, such as from another page.
 */
export const newAuthenticator = (home = 'http://localhost:3000') => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let uses = 0

  const clientData = (type: string, { challenge, origin = home }: Answering) =>
    JSON.stringify({ type, challenge, origin, crossOrigin: false })
  const head = ({ origin = home, verified = true }: Answering, counter: number, attested: boolean) =>
    Buffer.concat([
      sha256(new URL(origin).hostname),
      uint((attested ? 0x40 : 0) | (verified ? 0x04 : 0) | 0x01, 1),
      uint(counter, 4),
    ])
  const credential = (response: object) =>
    JSON.stringify({ id: base64url(id), rawId: base64url(id), type: 'public-key', response })

  return {
    id: base64url(id),
    /** What `navigator.credentials.create` gives. */
    create: (asked: Answering) => {
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
        ]),
      )
      const data = Buffer.concat([head(asked, 0, true), Buffer.alloc(16), uint(id.length, 2), id, key])
      const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(data)],
      ])
      return credential({
        clientDataJSON: base64url(clientData('webauthn.create', asked)),
        attestationObject: base64url(isoCBOR.encode(attestation)),
        transports: ['internal'],
      })
    },
    /** What `navigator.credentials.get` gives; its counter goes up by one a time. */
    get: (asked: Answering) => {
      const client = clientData('webauthn.get', asked)
      const data = head(asked, asked.counter ?? ++uses, false)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return credential({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      })
    },
  }
}
