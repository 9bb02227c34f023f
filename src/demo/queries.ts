import type { Read } from '../db/db.ts'

/** What those who try the demo by program need: one card code for each outcome, and a key. Made-up cards only. */
export type Facts = {
  siteId: number
  apiKey: string
  /** A code for each outcome: `valid`, `validWithChildren`, `expired`, `unregistered`, `withdrawn`. */
  cards: Record<string, string>
  /** The main pages of each role. */
  pages: Record<string, string[]>
}

/** @returns undefined until the demo world is made */
export const readFacts = async (db: Read): Promise<Facts | undefined> => {
  const row = await db.selectFrom('demo_facts').select('facts').executeTakeFirst()
  return row?.facts as Facts | undefined
}
