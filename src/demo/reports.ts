import type { Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import {
  type Closed,
  type Decided,
  decideQuarter,
  decideYear,
  digestOf,
  type Protect,
} from '../publications/closing-rules.ts'
import { countSpan } from '../publications/count-queries.ts'
import { closesOn, daysOf, isYear, quarterOf, quartersOf } from '../publications/period-rules.ts'
import { storePublication } from '../publications/queries.ts'
import type { Period } from '../publications/rules.ts'

/** The last whole year that is closed on the day, its quarters, and the quarters since, in the order of their closing. */
const closedOn = (today: Day): Period[] => {
  const thisYear = Number(today.slice(0, 4))
  const year = String(closesOn(String(thisYear - 1)) <= today ? thisYear - 1 : thisYear - 2)
  const since = quartersOf(String(Number(year) + 1)).filter((quarter) => closesOn(quarter) <= today)
  return [...quartersOf(year), year, ...since]
}

/**
 * Hides small counts, and beside one that is hidden alone in its sum the smallest other: enough for invented cards, and
 * done at once. What is closed for real is protected by `src/disclosure`.
 */
const protect: Protect = async ({ cells, sums }) => {
  const isSmall = cells.map(({ cards, threshold, fate }) => fate === 'open' && cards > 0 && cards < threshold)
  const hidden = [...isSmall]
  for (const { parts } of sums) {
    if (parts.filter((part) => isSmall[part]).length !== 1) continue
    const [other] = parts
      .filter((part) => !isSmall[part] && cells[part]!.fate === 'open')
      .sort((a, b) => cells[a]!.count - cells[b]!.count)
    if (other !== undefined) hidden[other] = true
  }
  return { hidden }
}

/** Closed periods of the invented cards and uses, so that there are reports to read. */
export const makeReports = async (db: Write, today: Day): Promise<void> => {
  const closed = new Map<Period, Closed>()
  for (const period of closedOn(today)) {
    const asOf = new Date(`${closesOn(period)}T04:00:00Z`)
    const counted = await countSpan(db, { ...daysOf(period), asOf })
    const before = closed.get(quarterOf(addDays(daysOf(period).from, -1))) ?? null
    const decided: Decided = isYear(period)
      ? await decideYear(
          quartersOf(period).map((quarter) => closed.get(quarter)!),
          counted,
          protect,
        )
      : await decideQuarter(counted, before, protect)
    await storePublication(db, { period, asOf, digest: digestOf(period, asOf, decided.figures) }, decided)
    closed.set(period, decided)
  }
}
