import { type RawBuilder, sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type StandingUse, selectUses } from './list-queries.ts'

/** Which uses a program wants to see, and after which place in their order. */
export type Wanted = {
  siteId?: number | undefined
  from?: Day | undefined
  to?: Day | undefined
  /** Day, instant and id of the last row of the page before. */
  cursor?: readonly [Day, string, string] | undefined
  limit: number
}

/** A condition for each thing that is wanted. The day comes before the instant: the index of a site knows it. */
export const isWanted = (table: string, { siteId, from, to, cursor }: Wanted): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const place = sql`(${column('used_on')}, ${column('used_at')}, ${column('id')})`
  const conditions = [
    siteId === undefined ? null : sql`${column('site_id')} = ${siteId}::int`,
    from === undefined ? null : sql`${column('used_on')} >= ${from}::date`,
    to === undefined ? null : sql`${column('used_on')} <= ${to}::date`,
    cursor && sql`${place} > (${cursor[0]}::date, ${cursor[1]}::timestamptz, ${cursor[2]}::uuid)`,
  ].filter((condition) => condition != null)
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/**
 * The uses of the sites in scope in the order in which they happened, the undone ones too: one more than `limit` when
 * there are more.
 */
export const listUses = (db: Read, scope: SiteScope, wanted: Wanted): Promise<StandingUse[]> =>
  selectUses(db, scope)
    .where(isWanted('u', wanted))
    .orderBy('u.used_on')
    .orderBy('u.used_at')
    .orderBy('u.id')
    .limit(wanted.limit + 1)
    .execute()
