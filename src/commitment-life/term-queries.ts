import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** How many months before the end a notice is given, for what is sent from a day on. */
export type Term = { from: Day; months: number; source: string }

/** Every term that held, holds or will, the latest first. */
export const listTerms = (db: Read | Write): Promise<Term[]> =>
  db
    .selectFrom('commitment_term')
    .select(['from_on as from', 'notice_months as months', 'source'])
    .orderBy('from_on', 'desc')
    .execute()

/** Sets what holds from a coming day on; what was set for the same day gives way. What has held the database keeps. */
export const setTerm = (db: Write, { from, months, source }: Term) =>
  db
    .insertInto('commitment_term')
    .values({ from_on: from, notice_months: months, source })
    .onConflict((conflict) => conflict.column('from_on').doUpdateSet({ notice_months: months, source }))
    .execute()
