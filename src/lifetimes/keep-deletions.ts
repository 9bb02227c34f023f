import type { Pool } from '../db/db.ts'
import { startRounds } from '../lib/rounds.ts'
import { addToFile, nameOf, readDeletions } from './deletion-file.ts'
import { addDeletions, listDeletions, replayDeletions } from './deletion-queries.ts'

/** Writes into the file what only the database knows. The file is asked each time: a command may write it too. */
const copyToFile = async (pool: Pool, file: string): Promise<void> => {
  const kept = new Set(readDeletions(file).map(nameOf))
  addToFile(
    file,
    (await listDeletions(pool)).filter((one) => !kept.has(nameOf(one))),
  )
}

/**
 * Makes file and database know the same deletions, and deletes again what has come back. Done again, it changes
 * nothing. Called at each start, before anybody is served: the database may just have been put back from a copy.
 * @returns how many cards were deleted again and consents withdrawn again
 */
export const reconcileDeletions = async (pool: Pool, file: string): Promise<number> => {
  await addDeletions(pool, readDeletions(file))
  const again = await replayDeletions(pool)
  await copyToFile(pool, file)
  return again
}

/**
 * Copies new deletions to the file every `every` milliseconds: the transaction of a deletion cannot wait for a file,
 * and a file written before it would tell of one that failed.
 * @returns how to stop: what is left is copied first
 */
export const startKeepingDeletions = (given: {
  pool: Pool
  file: string
  every: number
  onError: (error: unknown) => void
}): { stop: () => Promise<void> } =>
  startRounds({ ...given, round: () => copyToFile(given.pool, given.file), atEnd: 'last-round' })
