/** AES-256-GCM (NIST SP 800-38D) with a key that the browser never hands out, not even to us. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; text: ArrayBuffer }

/** For `crypto.subtle`, whose keys can be kept as they are. */
export const makeKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** @param place what the text belongs to: put elsewhere, it cannot be opened */
const algorithm = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: bytesOf(place),
})

export const seal = async (key: CryptoKey, place: string, what: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, text: await crypto.subtle.encrypt(algorithm(iv, place), key, bytesOf(JSON.stringify(what))) }
}

/** @throws when it was sealed with another key, for another place, or has been changed */
export const unseal = async (key: CryptoKey, place: string, { iv, text }: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv, place), key, text)))
