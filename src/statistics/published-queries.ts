import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import { categories } from '../network/rules.ts'
import type { PublishedYear } from './published-rules.ts'

const cellsOf = (who: 'adult' | 'child') =>
  sql`jsonb_build_object(${sql.join(
    categories.flatMap((category) => [sql`${category}::text`, sql.ref(`uses_${who}_${category}`)]),
  )})`

/** The years that exist only as published totals, ascending. */
export const listPublishedYears = async (db: Read): Promise<PublishedYear[]> => {
  const { rows } = await sql<PublishedYear>`
    select year, cards_registered as "cardsRegistered", cards_taken_into_use as "cardsTakenIntoUse",
      ${cellsOf('adult')} as adult, ${cellsOf('child')} as child, uses_total as total, municipalities, source,
      counted_on as "asOf"
    from published_year order by year`.execute(db)
  return rows
}

/** Keeps a year, in place of what was known of it. */
export const savePublishedYear = async (db: Write, given: PublishedYear): Promise<void> => {
  const row = {
    cards_registered: given.cardsRegistered,
    cards_taken_into_use: given.cardsTakenIntoUse,
    uses_adult_culture: given.adult.culture,
    uses_adult_education: given.adult.education,
    uses_adult_science: given.adult.science,
    uses_adult_sports: given.adult.sports,
    uses_child_culture: given.child.culture,
    uses_child_education: given.child.education,
    uses_child_science: given.child.science,
    uses_child_sports: given.child.sports,
    uses_total: given.total,
    municipalities: given.municipalities,
    source: given.source,
    counted_on: given.asOf,
  }
  await db
    .insertInto('published_year')
    .values({ year: given.year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute()
}

/** Takes a year away: nothing was published of it after all. */
export const removePublishedYear = async (db: Write, year: number): Promise<void> => {
  await db.deleteFrom('published_year').where('year', '=', year).execute()
}
