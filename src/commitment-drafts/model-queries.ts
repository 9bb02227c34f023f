import { findNoticeMonths } from '../commitment-life/queries.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { findNewestModel } from '../model/queries.ts'

/** The number of the newest operating model: what a new commitment is to. */
export const findModelNumber = async (db: Read): Promise<number> => (await findNewestModel(db))?.number ?? 1

/** What is the same for every commitment that is sent on a day. @property noticeMonths how long before a party tells that it ends it */
export type National = { modelNumber: number; noticeMonths: number }
export const findNational = async (db: Read, today: Day): Promise<National> => ({
  modelNumber: await findModelNumber(db),
  noticeMonths: await findNoticeMonths(db, today),
})
