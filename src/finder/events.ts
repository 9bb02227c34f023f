import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** The ids of the sites that have something on between two days, both counted. */
type SitesWithEvents = (db: Read, from: Day, until: Day) => Promise<ReadonlySet<number>>

/**
 * Whoever keeps events hands their query in here: `sitesWithEvents(db, from, until)` of that slice. While it is null
 * nobody knows what is on, and the finder does not ask when one would go.
 */
export const sitesWithEvents: SitesWithEvents | null = null
