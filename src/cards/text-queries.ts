import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** Empties the reasons of cards' events so many months after them. That it happened stays. */
export const forgetCardTexts = (pool: Pool, now: Date, months: number) =>
  sql`update card_event set reason = null where reason is not null
    and happened_at + make_interval(months => ${months}::int) <= ${now}::timestamptz`.execute(pool)

/** Empties why cards were closed, so many months after the day. */
export const forgetClosingTexts = (pool: Pool, today: Day, months: number) =>
  sql`update card set closed_reason = null where closed_reason is not null
    and closed_on + make_interval(months => ${months}::int) <= ${today}::date`.execute(pool)
