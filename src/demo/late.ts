import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { WorldSite } from './network.ts'

/**
 * Some phones were without a network to the end of the month: what they recorded came on the first morning of the next.
 * At the demo venue one had lain in a drawer for longer, as is taken for 30 days.
 */
export const makeLate = async (db: Write, { demoSite, now }: { demoSite: WorldSite; now: Date }) => {
  const next = sql`(date_trunc('month', used_on::timestamp) + interval '1 month')`
  const morning = sql`((${next} + time '09:20') at time zone 'Europe/Helsinki')`
  await sql`update use set received_at = ${morning}
    where source = 'offline' and ${morning} < ${now}
      and used_on >= (${next} - make_interval(days => case when site_id = ${demoSite.id} then 29 else 3 end))::date`.execute(
    db,
  )
}
