import type { Pool, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { type Decided, decideQuarter, decideYear, digestOf, type Protect } from './closing-rules.ts'
import { countSpan, firstDay } from './count-queries.ts'
import { daysOf, isYear, nextToClose, quartersOf } from './period-rules.ts'
import { findClosed, findPublication, holdClosing, listPublications, storePublication } from './queries.ts'
import type { Period } from './rules.ts'

const decide = async (db: Write, period: Period, asOf: Date, protect: Protect): Promise<Decided> => {
  const counted = await countSpan(db, { ...daysOf(period), asOf })
  if (!isYear(period)) return decideQuarter(counted, protect)
  const quarters = []
  for (const quarter of quartersOf(period))
    quarters.push(await findClosed(db, (await findPublication(db, quarter))!))
  return decideYear(quarters, counted, protect)
}

/** What is due to be closed, or null. */
export const duePeriod = async (db: Pool | Write, now: Date): Promise<Period | null> => {
  const closed = (await listPublications(db)).map(({ period }) => period)
  const quarters = closed.filter((period) => !isYear(period)).sort()
  const first = quarters[0] ? daysOf(quarters[0]).from : await firstDay(db)
  return nextToClose(first, closed, dayOf(now))
}

/**
 * Closes the next period that is due, if one is: counts it, protects it, and stores both for good.
 * @returns the period, or null when all that is due is closed
 */
export const closeNext = (db: Pool, now: Date, protect: Protect): Promise<Period | null> =>
  db.transaction().execute(async (write) => {
    await holdClosing(write)
    const period = await duePeriod(write, now)
    if (period === null) return null
    const decided = await decide(write, period, now, protect)
    await storePublication(
      write,
      { period, asOf: now, digest: digestOf(period, now, decided.figures) },
      decided,
    )
    return period
  })
