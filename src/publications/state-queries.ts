import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { firstDay } from './count-queries.ts'
import { type ClosingState, closingStateOf, daysOf } from './period-rules.ts'
import type { Publication } from './rules.ts'

/** How the closing stands: what is on its way, or when the next period is closed. */
export const findClosingState = async (
  db: Read,
  publications: readonly Publication[],
  { today, demo }: { today: Day; demo: boolean },
): Promise<ClosingState> => {
  const closed = publications.map(({ period }) => period)
  const oldest = closed.toSorted()[0]
  const first = oldest === undefined ? await firstDay(db) : daysOf(oldest).from
  return closingStateOf({ first, closed, closesByItself: demo }, today)
}
