import { sql } from 'kysely'
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

type Committed = { id: number; organisationId: number; organisation: string; areaId: number; area: string }
const organisationAt = async (db: Read, table: 'issuing_unit' | 'site', id: number): Promise<Committed> =>
  (
    await sql<Committed>`select p.id, o.id as "organisationId", o.name as organisation, a.id as "areaId", a.name as area
      from ${sql.table(table)} p join organisation o on o.id = p.organisation_id join area a on a.id = p.area_id
      where p.id = ${id}`.execute(db)
  ).rows[0]!

/** The area, unit and site whose commitments the demo shows, with their organisations. */
export const findCommitted = async (db: Read, { unitId, siteId }: { unitId: number; siteId: number }) => {
  const unit = await organisationAt(db, 'issuing_unit', unitId)
  return {
    ...{ unit, site: await organisationAt(db, 'site', siteId) },
    area: { id: unit.areaId, name: unit.area },
  }
}
