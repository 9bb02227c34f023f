import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { useKinds } from '../uses/rules.ts'
import type { Limits } from './rules.ts'

/** The limits of a site that hold on the day, by kind. */
export const readLimits = async (db: Read, siteId: number, day: Day): Promise<Limits> => {
  const rows = await db
    .selectFrom('site_limit')
    .select(['kind', 'volume', 'period'])
    .where('site_id', '=', siteId)
    .where(sql<boolean>`(limit_from is null or limit_from <= ${day}::date)`)
    .where(sql<boolean>`(limit_until is null or ${day}::date <= limit_until)`)
    .execute()
  return Object.fromEntries(rows.map(({ kind, ...limit }) => [kind, limit]))
}

/**
 * Keeps the limits of a site from today on. What held until yesterday stays as it was, so that an earlier use is judged
 * by the rule of its own day; one of today's own is put right in its place.
 */
export const saveLimits = async (db: Write, siteId: number, limits: Limits, today: Day): Promise<void> => {
  const standing = await readLimits(db, siteId, today)
  for (const kind of useKinds) {
    const [old, limit] = [standing[kind], limits[kind]]
    if (old?.volume === limit?.volume && old?.period === limit?.period) continue
    await db
      .deleteFrom('site_limit')
      .where('site_id', '=', siteId)
      .where('kind', '=', kind)
      .where('limit_from', '=', today)
      .execute()
    await db
      .updateTable('site_limit')
      .set({ limit_until: addDays(today, -1) })
      .where('site_id', '=', siteId)
      .where('kind', '=', kind)
      .where('limit_until', 'is', null)
      .execute()
    if (limit)
      await db
        .insertInto('site_limit')
        .values({ site_id: siteId, kind, ...limit, limit_from: today })
        .execute()
  }
}
