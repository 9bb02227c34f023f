import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Incoming } from './rules.ts'

/** What a file brought, while somebody looks at what it would do. */
export type EventImport = { id: string; events: Incoming[]; isWhole: boolean }

export const keepImport = async (
  db: Write,
  site: Owner,
  { id, events, isWhole }: EventImport,
  { now, actor }: { now: Date; actor: string },
): Promise<void> => {
  await sql`insert into event_import (id, site_id, events, is_whole, made_at, made_by)
    values (${id}, ${site.id}, ${JSON.stringify(events)}::jsonb, ${isWhole}, ${now}, ${actor})`.execute(db)
}

/** JSON has no instants: they come back as text. */
const revived = (event: Incoming): Incoming => ({
  ...event,
  startsAt: new Date(event.startsAt),
  endsAt: event.endsAt && new Date(event.endsAt),
})

export const findImport = async (db: Read, site: Owner, id: string): Promise<EventImport | undefined> => {
  const { rows } = await sql<EventImport>`select id, events, is_whole as "isWhole" from event_import
    where id = ${id} and site_id = ${site.id}`.execute(db)
  return rows[0] && { ...rows[0], events: rows[0].events.map(revived) }
}

export const dropImport = (db: Write, site: Owner, id: string) =>
  db.deleteFrom('event_import').where('id', '=', id).where('site_id', '=', site.id).execute()

/** What nobody said yes to within a day was given up. */
export const forgetImports = (db: Pool, now: Date) =>
  db
    .deleteFrom('event_import')
    .where('made_at', '<', new Date(now.getTime() - 24 * 3_600_000))
    .execute()
