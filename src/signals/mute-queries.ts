import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Kind } from './rules.ts'

/** What is known of a place: no signal of the kind until a day. */
export type Mute = { id: number; kind: Kind; place: string; until: Day; reason: string }

/** Those that hold on a day, what ends first before the rest. */
export const listMutes = async (db: Read, today: Day): Promise<Mute[]> => {
  const { rows } = await sql<Mute>`
    select q.id, q.kind, coalesce(t.name, u.name) as place, q.mute_until as until, q.reason
    from signal_mute q left join site t on t.id = q.site_id left join issuing_unit u on u.id = q.unit_id
    where q.ended_at is null and q.mute_until >= ${today}::date order by q.mute_until, q.id limit 500`.execute(
    db,
  )
  return rows
}

type Asked = { kind: Kind; siteId: number | null; unitId: number | null; until: Day; reason: string }

/** @returns its id */
export const addMute = async (
  db: Write,
  { kind, siteId, unitId, until, reason }: Asked,
  { actor, now }: { actor: string; now: Date },
): Promise<number> => {
  const { id } = await db
    .insertInto('signal_mute')
    .values({
      ...{ kind, site_id: siteId, unit_id: unitId, mute_until: until, reason },
      ...{ made_at: now, made_by: actor },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns whether it still held */
export const endMute = async (db: Write, id: number, now: Date): Promise<boolean> => {
  const ended = await db
    .updateTable('signal_mute')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
