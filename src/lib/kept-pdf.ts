import { createHash } from 'node:crypto'
import { type Form, makePaper, type Paper } from './pdf.ts'

/** Some 800 guides of one page. */
const mostBytes = 24 * 1024 * 1024

/** The latest papers by what they say: one that changes has another key, so none is stale. */
const kept = new Map<string, { made: Promise<Uint8Array>; bytes: number }>()
let bytesKept = 0

const forget = (key: string) => {
  bytesKept -= kept.get(key)?.bytes ?? 0
  kept.delete(key)
}

/**
 * A paper that many ask for, such as a guide: a hundred requests set its type once. Not for what is secret: it stays
 * in memory.
 * @throws what `makePaper` throws; a paper that was not made is tried again
 */
export const keptPaper = (paper: Paper, form: Form): Promise<Uint8Array> => {
  const key = createHash('sha256')
    .update(form)
    .update(paper.template.href)
    .update(JSON.stringify(paper.data))
    .digest('hex')
  const known = kept.get(key)
  if (known) {
    // Asked for again, it moves to the end of the line of those that are forgotten.
    kept.delete(key)
    kept.set(key, known)
    return known.made
  }
  const entry = { made: makePaper(paper, form), bytes: 0 }
  kept.set(key, entry)
  entry.made.then(
    ({ length }) => {
      entry.bytes = length
      bytesKept += length
      for (const [oldest, { bytes }] of kept) {
        if (bytesKept <= mostBytes) break
        if (bytes > 0) forget(oldest)
      }
    },
    () => forget(key),
  )
  return entry.made
}

/** As `keptPaper`, a PDF. */
export const keptPdf = (paper: Paper): Promise<Uint8Array> => keptPaper(paper, 'pdf')
