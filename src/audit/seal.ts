import type { Pool } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { startRounds } from '../lib/rounds.ts'
import { appendHead, type Head, readHeads } from './heads.ts'
import { countAudit, findBase, findHead, forgetAudit, sealAudit } from './queries.ts'
import { isForgotten } from './rules.ts'

/**
 * Forgets the rows whose time is over, a day's head at a time: the kept head then says for good that the chain up to
 * there was whole, and `kaiku doctor` compares where the chain begins with it.
 */
const forgetOldRows = async (pool: Pool, heads: readonly Head[], now: Date) => {
  const base = await findBase(pool)
  for (const { position, day } of heads)
    if (position > (base?.position ?? 0) && isForgotten(day, dayOf(now)))
      await forgetAudit(pool, position, new Date(`${addDays(day, 1)}T00:00:00Z`), now)
}

/**
 * Seals what is new. The first time on each day it looks over all rows, and keeps the head in the second place.
 * @param file where the heads are kept
 */
export const sealAndKeepHead = async (pool: Pool, file: string, now: Date): Promise<void> => {
  await sealAudit(pool, now)
  const today = dayOf(now)
  if (readHeads(file).at(-1)?.day === today) return
  await sealAudit(pool, now, 'all')
  const head = await findHead(pool)
  if (!head) return
  appendHead(file, { position: head.position, hash: head.hash, day: today, rows: await countAudit(pool) })
  await forgetOldRows(pool, readHeads(file), now)
}

/**
 * Seals every `every` milliseconds, never in the transaction of a deed: the chain costs a use nothing.
 * @returns how to stop: what is left is sealed first
 */
export const startSealing = (given: {
  pool: Pool
  headsFile: string
  clock: () => Date
  every: number
  onError: (error: unknown) => void
}): { stop: () => Promise<void> } => {
  const { pool, headsFile, clock } = given
  let isFirst = true
  const round = async () => {
    // A start may find more than a round takes.
    if (isFirst) await sealAudit(pool, clock(), 'all')
    isFirst = false
    await sealAndKeepHead(pool, headsFile, clock())
  }
  return startRounds({ ...given, round, atEnd: 'last-round' })
}
