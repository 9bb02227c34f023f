import type { Pool } from '../db/db.ts'
import { appendDeletions, readDeletions } from './deletion-file.ts'
import { addDeletions, listDeletions, replayDeletions } from './deletion-queries.ts'

const nameOf = ({ kind, hash, deletedAt }: { kind: string; hash: string; deletedAt: string }) =>
  `${kind} ${hash} ${deletedAt}`

/** Writes into the file what only the database knows. @returns the id of the last deletion */
const copyToFile = async (pool: Pool, file: string, after: number): Promise<number> => {
  const rows = await listDeletions(pool, after)
  if (rows.length === 0) return after
  const kept = new Set(readDeletions(file).map(nameOf))
  const missing = rows.filter((row) => !kept.has(nameOf(row)))
  appendDeletions(
    file,
    missing.map(({ id: _, ...deletion }) => deletion),
  )
  return rows.at(-1)!.id
}

/**
 * Makes file and database know the same deletions, and deletes again what has come back. Done again, it changes
 * nothing. Called at each start, before anybody is served: the database may just have been put back from a copy.
 * @returns how many cards were deleted again
 */
export const reconcileDeletions = async (pool: Pool, file: string): Promise<number> => {
  await addDeletions(pool, readDeletions(file))
  const again = await replayDeletions(pool)
  await copyToFile(pool, file, 0)
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
}): { stop: () => Promise<void> } => {
  let after = 0
  const keep = async () => {
    after = await copyToFile(given.pool, given.file, after)
  }
  let round: Promise<unknown> = keep().catch(given.onError)
  const next = () => {
    round = round.then(keep).catch(given.onError)
    return round
  }
  const timer = setInterval(next, given.every)
  timer.unref()
  const stop = async () => {
    clearInterval(timer)
    await next()
  }
  return { stop }
}
