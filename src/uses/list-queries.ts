import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Pool, Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import { type UseKind, useKinds } from './rules.ts'
import { isIn } from './scope-queries.ts'

export type StandingUse = {
  id: string
  usedOn: Day
  usedAt: Date
  receivedAt: Date
  siteId: number
  event: string | null
  adults: number
  children: number
  companions: number
  kind: UseKind
  category: Category
  /** The day that the ticket is for, where that is another. */
  eventOn: Day | null
  /** When the holder of a booking came. */
  arrivedAt: Date | null
  source: string
  tail: string
  overrideReason: string | null
  cancelledAt: Date | null
}

export const selectUses = (db: Read, scope: SiteScope) =>
  db
    .selectFrom('use as u')
    .innerJoin('use_face as c', 'c.use_id', 'u.id')
    .leftJoin('use_cancellation as x', 'x.use_id', 'u.id')
    .leftJoin('arrival as v', 'v.use_id', 'u.id')
    .innerJoin('site as s', 's.id', 'u.site_id')
    .select(['u.event_on as eventOn', 'v.arrived_at as arrivedAt'])
    .select([
      'u.id',
      'u.used_on as usedOn',
      'u.used_at as usedAt',
      'u.received_at as receivedAt',
      'u.site_id as siteId',
      'u.event',
      'u.adults',
      'u.children',
      'u.companions',
      'u.kind',
      'u.category',
      'u.source',
      sql<string>`c.code_tail`.as('tail'),
      'u.override_reason as overrideReason',
      'x.cancelled_at as cancelledAt',
    ])
    .where(sql<boolean>`${isIn(scope, 's')}`)

/** One use of a site in scope, undone or not. */
export const findUse = (db: Read, scope: SiteScope, id: string): Promise<StandingUse | undefined> =>
  selectUses(db, scope).where('u.id', '=', id).executeTakeFirst()

/** The uses of a site on a day, newest first, the undone ones too. */
export const listUsesOn = (db: Read, scope: SiteScope, siteId: number, day: Day): Promise<StandingUse[]> =>
  selectUses(db, scope)
    .where('u.site_id', '=', siteId)
    .where('u.used_on', '=', day)
    .orderBy('u.used_at', 'desc')
    .limit(500)
    .execute()

/** Undo: an entry of its own beside the use. A second one changes nothing. */
export const cancelUse = (
  db: Pool,
  use: { id: string; usedOn: Day },
  by: { actor: string; now: Date; reason: string | null },
) =>
  db
    .insertInto('use_cancellation')
    .values({
      use_id: use.id,
      used_on: use.usedOn,
      cancelled_at: by.now,
      cancelled_by: by.actor,
      reason: by.reason,
    })
    .onConflict((conflict) => conflict.column('use_id').doNothing())
    .execute()

/** Events that a site has recorded for lately, the latest first: what a desk chooses from. */
export const listRecentEvents = async (
  db: Read,
  scope: SiteScope,
  siteId: number,
  since: Day,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('use as u')
    .innerJoin('site as s', 's.id', 'u.site_id')
    .select('u.event')
    .where(sql<boolean>`${isIn(scope, 's')}`)
    .where('u.site_id', '=', siteId)
    .where('u.used_on', '>=', since)
    .where('u.event', 'is not', null)
    .groupBy('u.event')
    .orderBy(sql`max(u.used_on)`, 'desc')
    .limit(5)
    .execute()
  return rows.flatMap(({ event }) => (event === null ? [] : [event]))
}

export type SiteOfScope = { id: number; name: string; category: Category; kinds: UseKind[] }

/** The sites that a desk may record for: one for a venue, those that chose it for an intermediary. */
export const listSitesOf = async (db: Read, scope: SiteScope): Promise<SiteOfScope[]> => {
  const rows = await db
    .selectFrom('site as s')
    .select(['s.id', 's.name', 's.category', 's.kinds'])
    .where(sql<boolean>`${isIn(scope, 's')}`)
    .orderBy('s.name')
    .execute()
  return rows.map((site) => ({ ...site, kinds: useKinds.filter((kind) => site.kinds.includes(kind)) }))
}
