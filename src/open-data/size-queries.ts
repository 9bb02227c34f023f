import type { Read } from '../db/db.ts'
import type { Publication } from '../publications/rules.ts'
import { figuresCsv } from './csv-rules.ts'
import { listPlaceNames, listPublicFigures } from './queries.ts'

/** Sizes by digest: a publication never changes, so each is measured once. */
const known = new Map<string, number>()
const knownAtMost = 500

/** How large the file of a publication's figures is, in bytes. */
export const sizeOfFigures = async (db: Read, publication: Publication): Promise<number> => {
  const found = known.get(publication.digest)
  if (found !== undefined) return found
  const figures = await listPublicFigures(db, publication.number)
  const size = Buffer.byteLength(figuresCsv(publication, figures, await listPlaceNames(db)))
  if (known.size >= knownAtMost) known.clear()
  known.set(publication.digest, size)
  return size
}
