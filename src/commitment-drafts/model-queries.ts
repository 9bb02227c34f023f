import type { Read } from '../db/db.ts'
import { findNewestModel } from '../model/queries.ts'

/** The number of the newest operating model: what a new commitment is to. */
export const findModelNumber = async (db: Read): Promise<number> => (await findNewestModel(db))?.number ?? 1
