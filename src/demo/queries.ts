import type { PersonRole } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Story } from './rules.ts'

/**
 * For those who try the demo by program: a key of one site, a card code for each answer of a desk, as printed on
 * cards, and the main pages of each role in Finnish. Invented cards only: nowhere else is a code kept in clear.
 */
export type DemoFacts = {
  siteId: number
  apiKey: string
  /** A key of a program that is being built, for the practice cards of the API page. */
  testKey: string
  cards: Record<Story, string>
  /** A card that has been used, with what its holder knows: for the holder's own page. */
  holder?: { code: string; birthYear: number }
  pages: Record<PersonRole, string[]>
}

/** Undefined when this database was not made by the demo, or the demo world is not there yet. */
export const readFacts = async (db: Read): Promise<DemoFacts | undefined> => {
  const row = await db.selectFrom('demo_facts').select('facts').executeTakeFirst()
  return row?.facts as DemoFacts | undefined
}

export const writeFacts = (db: Write, facts: DemoFacts) =>
  db
    .insertInto('demo_facts')
    .values({ facts: JSON.stringify(facts) })
    .execute()
