import { z } from 'zod'
import { readLines, writeLines } from '../lib/line-file.ts'
import type { Deletion } from './rules.ts'

/**
 * What was deleted at somebody's request, kept a second time outside the database: a copy of the database that is put
 * back knows nothing of what was deleted since it was made. The file should be copied to where the copies are kept.
 */
const DeletionLine = z.object({
  kind: z.enum(['card', 'consent']),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  deletedOn: z.iso.date(),
  /** Of the key of the card codes that the hash was made with. */
  keyVersion: z.int().positive(),
})

const deletionOf = (line: string): Deletion | null => {
  try {
    return DeletionLine.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/**
 * The deletions in the file; none when there is no file yet.
 * @throws Error with a sentence for people when a line is none: to go on would bring back what was deleted
 */
export const readDeletions = (file: string): Deletion[] =>
  readLines(file).map((line, index) => {
    const deletion = deletionOf(line)
    if (!deletion)
      throw new Error(`Line ${index + 1} of ${file} is not a deletion. Restore the file from its copy.`)
    return deletion
  })

/** By the day, then by the hash: the order of the lines tells no order of deeds. */
const lineOf = ({ kind, hash, deletedOn, keyVersion }: Deletion) =>
  JSON.stringify({ deletedOn, hash, kind, keyVersion })

/** Tells one deletion from another. */
export const nameOf = lineOf

/** Adds deletions to the file, which is written anew as a whole, and waits until it is on the disk. */
export const addToFile = (file: string, deletions: readonly Deletion[]): void => {
  if (deletions.length === 0) return
  const lines = new Set([...readDeletions(file), ...deletions].map(lineOf))
  writeLines(file, [...lines].sort())
}
