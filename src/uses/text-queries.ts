import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** So many rows in one statement: short enough that no desk waits for it. */
const batch = 1_000

/** Runs a statement until it finds nothing more; killed in between, the next sweep goes on where it stopped. */
const untilDone = async (run: () => Promise<bigint | undefined>) => {
  while ((await run()) ?? 0n);
}

/** Empties event, its day and the reason of uses so many months after their day. The use itself is not changed. */
export const forgetUseTexts = (pool: Pool, today: Day, months: number): Promise<void> =>
  untilDone(async () => {
    const { numAffectedRows } = await sql`update use set event = null, event_on = null, override_reason = null
      where (id, used_on) in (
        select id, used_on from use where (event is not null or override_reason is not null or event_on is not null)
          and used_on <= ${today}::date and used_on + make_interval(months => ${months}::int) <= ${today}::date
        limit ${batch})`.execute(pool)
    return numAffectedRows
  })

/** Empties why a use was undone, so many months after it was. */
export const forgetUndoTexts = (pool: Pool, now: Date, months: number): Promise<void> =>
  untilDone(async () => {
    const { numAffectedRows } = await sql`update use_cancellation set reason = null
      where use_id in (
        select use_id from use_cancellation where reason is not null
          and cancelled_at + make_interval(months => ${months}::int) <= ${now}::timestamptz limit ${batch})`.execute(
      pool,
    )
    return numAffectedRows
  })
