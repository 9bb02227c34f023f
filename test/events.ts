import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Pool } from '../src/db/db.ts'
import type { MadeSite } from './makers.ts'

/** An event of a site, in Finnish, from noon of a Finnish day on; what is not said is not known. */
export const makeEvent = async (
  db: Pool,
  site: MadeSite,
  given: { name?: string; startsAt: Date; endsAt?: Date; children?: boolean; booking?: boolean },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into event (site_id, source, names, starts_at, ends_at, for_children, booking, made_at, changed_at, changed_by)
    values (${site.id}, 'entered', ${JSON.stringify({ fi: given.name ?? 'Kevätkonsertti' })}::jsonb, ${given.startsAt},
      ${given.endsAt ?? null}, ${given.children ?? false}, ${given.booking ?? null}, ${given.startsAt}, ${given.startsAt},
      'test') returning id`.execute(db)
  return rows[0]!.id
}

/** An event, a feed and a file to look through, for the tables of who may do what. */
export const putEvents = async (
  db: Pool,
  put: (name: string, relation: 'own' | 'sibling' | 'other', id: unknown) => void,
  relation: 'own' | 'sibling' | 'other',
  { site, now }: { site: MadeSite; now: Date },
) => {
  put('event', relation, await makeEvent(db, site, { startsAt: now }))
  const feed = await sql<{ id: number }>`insert into event_feed (site_id, url, made_at, made_by)
    values (${site.id}, 'https://tapahtumat.esimerkki.example/v1/event/', ${now}, 'test') returning id`.execute(
    db,
  )
  put('feed', relation, feed.rows[0]!.id)
  const id = randomUUID()
  await sql`insert into event_import (id, site_id, events, is_whole, made_at, made_by)
    values (${id}, ${site.id}, '[]', false, ${now}, 'test')`.execute(db)
  put('import', relation, id)
}

/** What a request may have ended or used up stands again. */
export const restoreEvents = async (db: Pool, ids: Record<string, Record<string, string>>) => {
  await sql`update event_feed set ended_at = null where ended_at is not null`.execute(db)
  await sql`update event set withdrawn_at = null where withdrawn_at is not null`.execute(db)
  for (const [relation, id] of Object.entries(ids.import!))
    await sql`insert into event_import (id, site_id, events, is_whole, made_at, made_by)
      values (${id}, ${ids.site![relation]}, '[]', false, now(), 'test') on conflict do nothing`.execute(db)
}
