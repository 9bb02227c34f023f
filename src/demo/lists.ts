import { v7 as newId } from 'uuid'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** The demo venue has compared its till with the register before, and once brought a list from a door. */
export const makeLists = async (db: Write, by: { siteId: number; actor: string; now: Date }) => {
  const { siteId, actor, now } = by
  const today = dayOf(now)
  const earlier = [
    { days: 4, span: [33, 4], lines: 126, matched: 121, missing: 4, added: 4, unclear: 1, unsold: 2 },
    { days: 34, span: [62, 34], lines: 98, matched: 90, missing: 8, added: 8, unclear: 0, unsold: 3 },
  ] as const
  for (const { days, span, ...counts } of earlier)
    await db
      .insertInto('reconciliation')
      .values({
        ...{ id: newId(), site_id: siteId, source: 'page', made_by: actor, made_at: daysAgo(now, days) },
        ...{ sold_from: addDays(today, -span[0]), sold_until: addDays(today, -span[1]) },
        ...counts,
      })
      .execute()
  const uses = await db
    .selectFrom('use')
    .select('id')
    .where('site_id', '=', siteId)
    .where('used_on', '=', addDays(today, -2))
    .limit(6)
    .execute()
  await db
    .insertInto('door_list')
    .values({
      ...{ id: newId(), site_id: siteId, event: 'Lumikuningatar', listed_on: addDays(today, -2) },
      ...{ recorded_at: daysAgo(now, 1), recorded_by: actor, use_ids: uses.map(({ id }) => id) },
    })
    .execute()
}
