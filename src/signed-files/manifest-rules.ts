import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { canonical, type Json } from '../lib/canonical.ts'
import { isSignedBy, publicTextOf, signText } from '../lib/ed25519.ts'
import type { ZipEntry } from '../lib/zip-guard.ts'
import { readBounded } from './evidence-rules.ts'
import { sha256Of } from './seal-rules.ts'

export const manifestName = 'manifest.json'

const Manifest = z.strictObject({
  format: z.literal('kaiku-package/1'),
  origin: z.string(),
  madeAt: z.iso.datetime(),
  /** SHA-256 in hexadecimal, and the size in bytes. */
  files: z.array(
    z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() }),
})
type Manifest = z.output<typeof Manifest>

const signedTextOf = ({ signature: { value: _, ...signer }, ...manifest }: Manifest) =>
  canonical({ ...manifest, signature: signer } as unknown as Json)

/** The list of a package's files, signed. @returns the file `manifest.json` */
export const manifestOf = (
  files: readonly ZipEntry[],
  { origin, madeAt }: { origin: string; madeAt: Date },
  key: KeyObject,
): ZipEntry => {
  const signer = { algorithm: 'Ed25519', publicKey: publicTextOf(key) } as const
  const manifest: Manifest = {
    ...{ format: 'kaiku-package/1', origin, madeAt: madeAt.toISOString() },
    files: files.map(({ name, body }) => ({ name, bytes: body.length, sha256: sha256Of(body) })),
    signature: { ...signer, value: '' },
  }
  const signed = { ...manifest, signature: { ...signer, value: signText(signedTextOf(manifest), key) } }
  return { name: manifestName, body: Buffer.from(canonical(signed as unknown as Json)) }
}

/** @returns null when the text is no such list */
export const readManifest = (
  text: string,
): { files: Manifest['files']; publicKey: string; isSigned: boolean } | null => {
  const parsed = Manifest.safeParse(readBounded(text))
  if (!parsed.success) return null
  const { files, signature } = parsed.data
  return {
    ...{ files, publicKey: signature.publicKey },
    isSigned: isSignedBy(signedTextOf(parsed.data), signature.value, signature.publicKey),
  }
}
