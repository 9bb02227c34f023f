import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import { eventColumns, factColumns } from './queries.ts'
import type { Incoming, Known, Plan } from './rules.ts'

/** Where events come from other than by hand: a feed, or the files of a site. */
export type EventSource = { siteId: number; feedId: number | null }

const isOf = ({ siteId, feedId }: EventSource) =>
  feedId === null ? sql`e.site_id = ${siteId} and e.source = 'file'` : sql`e.feed_id = ${feedId}`

/** All that was taken from the source before; held until the transaction ends where `lock` says so. */
export const listKnown = async (db: Read, source: EventSource, lock = false): Promise<Known[]> => {
  const { rows } = await sql<Known>`select ${eventColumns}, e.outside_id as "outsideId",
      e.withdrawn_at is not null as "isWithdrawn"
    from event e where ${isOf(source)} order by e.id ${lock ? sql`for update` : sql``}`.execute(db)
  return rows
}

const rowOf = (event: Incoming, { now, actor }: By) => ({
  ...{ ...factColumns(event), outside_id: event.outsideId, withdrawn_at: null },
  ...{ changed_at: now, changed_by: actor },
})

type By = { now: Date; actor: string }

/** So many rows in one statement: a statement holds 65,535 values at most. */
const atOnce = 500

const add = async (db: Write, { siteId, feedId }: EventSource, events: readonly Incoming[], by: By) => {
  for (let at = 0; at < events.length; at += atOnce)
    await db
      .insertInto('event')
      .values(
        events.slice(at, at + atOnce).map((event) => ({
          ...rowOf(event, by),
          ...{ site_id: siteId, feed_id: feedId, made_at: by.now },
          source: feedId === null ? ('file' as const) : ('feed' as const),
          cancelled_at: event.isCancelled ? by.now : null,
          cancelled_by: event.isCancelled ? ('source' as const) : null,
        })),
      )
      .execute()
}

/** Writes what a plan says, and nothing else: what is the same keeps even its time of change. */
export const applyPlan = async (db: Write, source: EventSource, plan: Plan, by: By): Promise<void> => {
  await add(db, source, plan.added, by)
  for (const { id, event } of plan.changed) {
    await db.updateTable('event').set(rowOf(event, by)).where('id', '=', id).execute()
    await db
      .updateTable('event')
      .set({
        cancelled_at: event.isCancelled ? by.now : null,
        cancelled_by: event.isCancelled ? 'source' : null,
      })
      .where('id', '=', id)
      .where(sql<boolean>`cancelled_by is distinct from 'person'`)
      .where(sql<boolean>`(cancelled_at is not null) <> ${event.isCancelled}`)
      .execute()
  }
  const ended = plan.ended.map(({ id }) => id)
  if (ended.length > 0)
    await db
      .updateTable('event')
      .set({ withdrawn_at: by.now, changed_at: by.now, changed_by: by.actor })
      .where('id', 'in', ended)
      .execute()
}
