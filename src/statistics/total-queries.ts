import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { countNetworkEver } from '../network/total-queries.ts'
import { listPublishedYears } from './published-queries.ts'
import { nationalTable, type PublishedYear, type ShownYear } from './published-rules.ts'
import { listYearCounts } from './queries.ts'
import { yearlyRow } from './rules.ts'
import { type Totals, totalsOf } from './total-rules.ts'

/** The national table with the years that exist only as published totals. */
export const readNationalTable = async (
  db: Read,
): Promise<{ rows: ShownYear[]; superseded: PublishedYear[] }> =>
  nationalTable((await listYearCounts(db)).map(yearlyRow), await listPublishedYears(db))

/** Everything since the first year, and the network of the day: read from the rollups and the network alone. */
export const readTotals = async (db: Read, rows: readonly ShownYear[], day: Day): Promise<Totals> => ({
  ...totalsOf(rows),
  ...(await countNetworkEver(db, day)),
})
