import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { startRounds } from '../lib/rounds.ts'
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
export const startClosing = (given: Given): { stop: () => Promise<void> } =>
  startRounds({
    ...given,
    round: async (isStopped) => {
      if (await closeAll(given, isStopped)) await given.onClosed(given.clock())
    },
  })
