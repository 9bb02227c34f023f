import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** The versions of the operating model by the day from which each holds (domain README §7). */
const versions: readonly { number: number; validFrom: Day }[] = [{ number: 1, validFrom: '2025-09-11' }]

/** The number of the newest operating model on a day: what a new commitment is to. */
export const findModelNumber = async (_db: Read | Write, today: Day): Promise<number> =>
  versions.filter(({ validFrom }) => validFrom <= today).at(-1)?.number ?? 1
