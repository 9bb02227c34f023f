import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Figure } from '../publications/rules.ts'

/** What the page of statistics shows of a publication: the country, its counties, and Helsinki, which is in none. */
export const listShownFigures = async (db: Read, number: number): Promise<Figure[]> => {
  const { rows } = await sql<Figure>`
    select measure, division, part, level, place_id as "placeId", count from publication_figure
    where publication = ${number} and (level = 'country'
      or measure = 'tickets' and division = 'all' and (level = 'county'
        or level = 'municipality' and place_id = (select id from municipality where code = '091')))`.execute(
    db,
  )
  return rows
}
