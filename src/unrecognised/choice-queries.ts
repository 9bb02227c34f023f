import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** Since when a site gives tickets on cards not yet registered; null while it does not. */
export const keepsSince = async (db: Read, siteId: number): Promise<Day | null> => {
  const site = await db
    .selectFrom('site')
    .select('keeps_unrecognised_from as since')
    .where('id', '=', siteId)
    .executeTakeFirst()
  return site?.since ?? null
}

/** The choice of a site, which `findOwner` or `findOwnPlace` has answered for. The same choice again keeps its day. */
export const chooseKeeping = (db: Write, { id }: Owner, keeps: boolean, today: Day) =>
  db
    .updateTable('site')
    .set({ keeps_unrecognised: keeps, keeps_unrecognised_from: keeps ? today : null })
    .where('id', '=', id)
    .where('keeps_unrecognised', '<>', keeps)
    .execute()

export type Counts = { waiting: number; dropped: number }

/** How many tickets of a site wait, and how many never became uses. The database asks by whose right. */
export const countUnrecognised = async (db: Read, siteId: number): Promise<Counts> => {
  const { rows } =
    await sql<Counts>`select waiting, dropped from unrecognised_counts(${siteId}::int)`.execute(db as Pool)
  return rows[0] ?? { waiting: 0, dropped: 0 }
}
