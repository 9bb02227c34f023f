import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { MonthCounts, YearCounts } from './rules.ts'

/*
 * Read from the rollups alone, never from uses: the national table of thirty million uses is as quick as that of none.
 * Personal cards only; the tickets of community cards are a series of their own, outside the national table.
 */

/**
 * The years with something recorded, ascending, in one statement so that a row's figures belong together.
 * A row that undoing brought back to zero counts as never recorded.
 */
export const listYearCounts = async (db: Read): Promise<YearCounts[]> => {
  const { rows } = await sql<YearCounts>`
    select year, registered, taken_into_use as "takenIntoUse", municipalities, tickets
    from national_year order by year`.execute(db)
  return rows
}

/** Tickets by month between two days, for the months that have any row; ascending. */
export const countTicketsByMonth = async (db: Read, from: Day, until: Day): Promise<MonthCounts[]> => {
  const { rows } = await sql<MonthCounts>`
    select month, adults, children from national_month
    where month between ${from}::date and ${until}::date order by month`.execute(db)
  return rows
}
