import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Tick } from './rules.ts'

const columnOf = ({ kind }: Owner) => (kind === 'unit' ? 'unit_id' : 'site_id')

/** What people of the place have ticked, and who did. */
export const listTicks = (db: Read, place: Owner): Promise<Tick[]> =>
  db
    .selectFrom('checklist_tick as t')
    .innerJoin('account as a', 'a.id', 't.account_id')
    .select(['t.point', 't.note', 't.ticked_at as tickedAt', 'a.name as by'])
    .where(`t.${columnOf(place)}`, '=', place.id)
    .execute()

/** Ticks a point; ticked again it takes the later day, name and note. */
export const tickPoint = async (
  db: Write,
  place: Owner,
  { point, note, accountId, now }: { point: string; note: string | null; accountId: string; now: Date },
): Promise<void> => {
  const told = { note, account_id: accountId, ticked_at: now }
  await db
    .insertInto('checklist_tick')
    .values({ [columnOf(place)]: place.id, point, ...told })
    .onConflict((conflict) => conflict.columns([columnOf(place), 'point']).doUpdateSet(told))
    .execute()
}

export const untickPoint = async (db: Write, place: Owner, point: string): Promise<void> => {
  await db
    .deleteFrom('checklist_tick')
    .where(columnOf(place), '=', place.id)
    .where('point', '=', point)
    .execute()
}

/** Whether a site has said how one gets a ticket with the card, in any language. */
export const saysHow = async (db: Read, siteId: number): Promise<boolean> => {
  const { rows } = await sql<{ says: boolean }>`
    select exists (select from site_text where site_id = ${siteId} and field = 'how') as says`.execute(db)
  return rows[0]!.says
}
