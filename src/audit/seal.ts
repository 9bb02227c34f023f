import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { appendHead, readHeads } from './heads.ts'
import { countAudit, findHead, sealAudit } from './queries.ts'

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
  const { pool, headsFile, clock, onError } = given
  const seal = () => sealAndKeepHead(pool, headsFile, clock())
  let round: Promise<unknown> = sealAudit(pool, clock(), 'all').then(seal).catch(onError)
  const next = () => {
    round = round.then(seal).catch(onError)
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
