import type { KeyObject } from 'node:crypto'
import type { ZipEntry } from '../lib/zip-guard.ts'
import { zipOf } from '../lib/zip-write.ts'
import { manifestOf } from '../signed-files/manifest-rules.ts'
import { sealBytes, sealLength } from '../signed-files/seal-rules.ts'
import { type Fact, metadataFiles } from './metadata-rules.ts'

/**
 * A package for an archive: the documents, what is known of them, and a signed list of it all with the SHA-256 of each. The
 * archive as a whole is sealed too, so that one check tells whether any byte was changed.
 */
export const packageOf = (
  documents: readonly ZipEntry[],
  facts: readonly Fact[],
  issued: { origin: string; madeAt: Date; key: KeyObject },
): Buffer => {
  const files = [...documents, ...metadataFiles(facts)]
  return sealBytes(zipOf([manifestOf(files, issued, issued.key), ...files], sealLength), issued.key)
}
