import type { Pool, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { type Closed, type Decided, decideQuarter, decideYear, digestOf } from './closing-rules.ts'
import { correctQuarters } from './correcting.ts'
import { lastEvent, storeCorrections } from './correction-queries.ts'
import { digestOfCorrections } from './correction-rules.ts'
import { countSpan, firstDay } from './count-queries.ts'
import { daysOf, isYear, nextToClose, quartersOf } from './period-rules.ts'
import type { Protect } from './protecting-rules.ts'
import { findClosed, findPublication, holdClosing, listPublications, storePublication } from './queries.ts'
import type { Period } from './rules.ts'

const countedOf = (db: Pool, period: Period, asOf: Date) => countSpan(db, { ...daysOf(period), asOf })

const quartersClosed = async (db: Pool, year: Period): Promise<Closed[]> => {
  const quarters = []
  for (const quarter of quartersOf(year))
    quarters.push(await findClosed(db, (await findPublication(db, quarter))!))
  return quarters
}

const decide = async (db: Pool, period: Period, asOf: Date, protect: Protect): Promise<Decided> => {
  const counted = await countedOf(db, period, asOf)
  if (!isYear(period)) return decideQuarter(counted, protect)
  return decideYear(await quartersClosed(db, period), counted, protect)
}

/** What is due to be closed, or null. */
const duePeriod = async (db: Pool | Write, now: Date): Promise<Period | null> => {
  const closed = (await listPublications(db)).map(({ period }) => period)
  const quarters = closed.filter((period) => !isYear(period)).sort()
  const first = quarters[0] ? daysOf(quarters[0]).from : await firstDay(db)
  return nextToClose(first, closed, dayOf(now))
}

/**
 * Closes the next period that is due, if one is: counts it, protects it, and stores both for good. Protecting takes a
 * while, so no transaction is open meanwhile; where somebody else has closed it by then, theirs stands.
 * @param asOfFor what was recorded by then is in it: now, but for an invented past
 * @returns the period, or null when all that is due is closed
 */
export const closeNext = async (
  db: Pool,
  now: Date,
  protect: Protect,
  asOfFor: (period: Period) => Date = () => now,
): Promise<Period | null> => {
  const period = await duePeriod(db, now)
  if (period === null) return null
  const asOf = asOfFor(period)
  const last = await lastEvent(db)
  const decided = await decide(db, period, asOf, protect)
  const corrections = isYear(period)
    ? []
    : await correctQuarters(db, { period, asOf, lastEvent: last }, protect)
  const stored = {
    ...{ period, asOf, digest: digestOf(period, asOf, decided.figures) },
    correctionsDigest: corrections.length > 0 ? digestOfCorrections(period, asOf, corrections) : null,
    lastEvent: last,
  }
  await db.transaction().execute(async (write) => {
    await holdClosing(write)
    if ((await duePeriod(write, now)) !== period) return
    await storeCorrections(write, await storePublication(write, stored, decided), corrections)
  })
  return period
}

/** Closes all that is due, the oldest first. @returns the periods */
export const closeDue = async (db: Pool, now: Date, protect: Protect): Promise<Period[]> => {
  const closed: Period[] = []
  for (let period = await closeNext(db, now, protect); period; period = await closeNext(db, now, protect))
    closed.push(period)
  return closed
}
