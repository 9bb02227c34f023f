import type { Write } from '../db/db.ts'
import { countFirstUses } from '../first-use/count-queries.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { countChangesOf } from '../wellbeing/change-queries.ts'

/**
 * Counts what follows cards and people over time, as the hourly housekeeping would. The change in wellbeing is counted of the
 * year that goes on: invented holders have answered for too short a time to have a year that has closed.
 */
export const countCohorts = async (db: Write, today: Day) => {
  await countFirstUses(db, today)
  const { id: instrumentId } = await db
    .selectFrom('instrument')
    .select('id')
    .where('is_placeholder', '=', true)
    .executeTakeFirstOrThrow()
  await countChangesOf(db, { year: yearOf(today), instrumentId }, today)
}
