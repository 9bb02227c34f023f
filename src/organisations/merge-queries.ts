import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { takeOrganisation } from '../places/life-queries.ts'
import { takeIntermediary } from '../sites/queries.ts'

/** Merges an organisation into another: its units, sites, roles and what it sells for others go to the one that stays. */
export const mergeOrganisation = async (
  db: Write,
  from: number,
  into: number,
  { now, today }: { now: Date; today: Day },
): Promise<void> => {
  await takeOrganisation(db, from, into)
  await takeIntermediary(db, from, into)
  await sql`select take_rights('organisation', ${from}, ${into}, ${now})`.execute(db)
  // A business id belongs to one: the one that stays takes it when it has none.
  const { rows } = await sql<{ id: string | null }>`
    select business_id as id from organisation where id = ${from} for update`.execute(db)
  await sql`update organisation set merged_into_id = ${into}, closed_on = ${today}::date,
    business_id = null where id = ${from}`.execute(db)
  await sql`update organisation set business_id = coalesce(business_id, ${rows[0]?.id ?? null})
    where id = ${into}`.execute(db)
}
