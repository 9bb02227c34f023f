import type { Pool } from '../db/db.ts'
import { startRounds } from '../lib/rounds.ts'
import { noticeDay } from './notice.ts'

type Given = { pool: Pool; clock: () => Date; every: number; onError: (error: unknown) => void }

/** Looks once a day whether any place is far from its own history; asks now and then whether the day has changed. */
export const startNoticing = ({ pool, clock, every, onError }: Given): { stop: () => Promise<void> } =>
  startRounds({ every, onError, round: () => noticeDay(pool, clock()) })
