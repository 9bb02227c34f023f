import { sql } from 'kysely'
import type { Write } from '../db/db.ts'

/**
 * Some desks were without a network to the end of the month: what they recorded on its last days came on the first
 * morning of the next. A desk keeps for 14 days what it could not send.
 */
export const makeLate = async (db: Write, { now }: { now: Date }) => {
  const next = sql`(date_trunc('month', used_on::timestamp) + interval '1 month')`
  await sql`update use set received_at = (${next} + time '09:20') at time zone 'Europe/Helsinki'
    where source = 'offline' and used_on >= (${next} - interval '14 days')::date
      and (${next} + time '09:20') at time zone 'Europe/Helsinki' < ${now}`.execute(db)
}
