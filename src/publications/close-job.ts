import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { writeAudit } from '../web/audit.ts'
import { closeNext } from './closing.ts'
import { firstDay } from './count-queries.ts'
import { closesAt, isPastByHand } from './period-rules.ts'
import type { Protect } from './protecting-rules.ts'
import { listPublications } from './queries.ts'
import type { Period } from './rules.ts'

type Given = {
  pool: Pool
  clock: () => Date
  protect: Protect
  every: number
  /** Whether a past is closed too, each quarter as of its own day: otherwise people begin with it. */
  evenPast: boolean
  /** Once those that were due are closed, or as many as could be. */
  onClosed: (now: Date) => Promise<unknown>
  onError: (error: unknown) => void
}

const waitsForPeople = async (db: Pool, now: Date) =>
  (await listPublications(db)).length === 0 && isPastByHand(await firstDay(db), dayOf(now))

/** As if it had been closed on its day. */
const inTime = (now: Date) => (period: Period) =>
  new Date(Math.min(now.getTime(), closesAt(period).getTime()))

/** @returns whether any was */
const closeAll = async ({ pool, clock, protect, evenPast }: Given, isStopped: () => boolean) => {
  let hasClosed = false
  if (!evenPast && (await waitsForPeople(pool, clock()))) return hasClosed
  while (!isStopped()) {
    const now = clock()
    const period = await closeNext(pool, now, protect, evenPast ? inTime(now) : () => now)
    if (period === null) return hasClosed
    hasClosed = true
    const deed = { at: now, actor: 'kaiku', role: null, outcome: 'done' } as const
    await writeAudit(pool, { ...deed, permission: 'statistics.close', subject: { period } })
  }
  return hasClosed
}

/** Closes what is due, now and then, one period after another. */
export const startClosing = (given: Given): { stop: () => Promise<void> } => {
  let stopped = false
  let round: Promise<unknown> | null = null
  const begin = () => {
    round ??= closeAll(given, () => stopped)
      .then((hasClosed) => hasClosed && given.onClosed(given.clock()))
      .catch(given.onError)
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(begin, given.every)
  timer.unref()
  begin()
  const stop = async () => {
    stopped = true
    clearInterval(timer)
    await Promise.race([round, wait(3_000, undefined, { ref: false })])
  }
  return { stop }
}
