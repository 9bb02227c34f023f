import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Connection } from '../../src/db/db.ts'
import { lattice } from '../../src/publications/lattice-rules.ts'
import { partsIn } from '../../src/publications/part-rules.ts'
import { isYear, quartersOf } from '../../src/publications/period-rules.ts'
import { storePublication } from '../../src/publications/queries.ts'
import type { Figure, Level, Period } from '../../src/publications/rules.ts'

const tables: Record<Exclude<Level, 'country'>, string> = {
  ...{ county: 'county', area: 'area', municipality: 'municipality' },
  ...{ unit: 'issuing_unit', site: 'site' },
}

const readPlaces = async ({ pool }: Connection): Promise<Record<Level, (number | null)[]>> => {
  const found: Partial<Record<Level, (number | null)[]>> = { country: [null] }
  for (const [level, table] of Object.entries(tables) as [Level, string][]) {
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)}`.execute(pool)
    found[level] = rows.map(({ id }) => id)
  }
  return found as Record<Level, (number | null)[]>
}

/** Every table that is published, of every place; each seventh figure is hidden, and each fourth is 0 and left out. */
const figuresOf = (period: Period, places: Record<Level, (number | null)[]>): Figure[] =>
  lattice
    .flatMap(({ measure, division, quarter, year }) =>
      (isYear(period) ? year : quarter).flatMap((level) =>
        places[level].flatMap((placeId) =>
          partsIn(period, division, []).map((part) => ({ measure, division, part, level, placeId })),
        ),
      ),
    )
    .map((figure, index) => ({ ...figure, count: index % 7 === 0 ? null : 5 + ((index * 37) % 400) }))
    .filter((_, index) => index % 4 !== 0)

/** All quarters and years closed, the years after their last quarters. @returns how many figures there are in all */
export const makePublications = async (
  connection: Connection,
  years: { first: number; last: number },
): Promise<number> => {
  const places = await readPlaces(connection)
  let count = 0
  for (let year = years.first; year <= years.last; year++)
    for (const period of [...quartersOf(String(year)), String(year)]) {
      const figures = figuresOf(period, places)
      const asOf = new Date(`${year + 1}-01-16T00:00:00Z`)
      const digest = createHash('sha256').update(period).digest()
      const closing = { period, asOf, digest, correctionsDigest: null, lastEvent: 0 }
      await connection.pool
        .transaction()
        .execute((db) => storePublication(db, closing, { counted: [], figures }))
      count += figures.length
    }
  return count
}
