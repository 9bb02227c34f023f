import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Figure, Publication } from '../publications/rules.ts'
import type { PlaceKey } from './rules.ts'

/** All publications, the latest period first. */
export const listPublications = async (db: Read): Promise<Publication[]> => {
  const { rows } = await sql<Publication>`
    select number, period, as_of as "asOf", published_at as "publishedAt", encode(digest, 'hex') as digest
    from publication order by period desc`.execute(db)
  return rows
}

/** The figures of a place in some publications. What the reader has no right to, the database leaves out. */
export const listFigures = async (
  db: Read,
  publications: readonly number[],
  { level, id }: PlaceKey,
): Promise<(Figure & { publication: number })[]> => {
  const { rows } = await sql<Figure & { publication: number }>`
    select publication, measure, division, part, level, place_id as "placeId", count
    from publication_figure
    where publication = any(${publications}::integer[]) and level = ${level} and place_id is not distinct from ${id}
    order by publication, measure, division, part`.execute(db)
  return rows
}
