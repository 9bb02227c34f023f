import { createHash } from 'node:crypto'
import type { Pool } from '../src/db/db.ts'
import type { Figure, Period } from '../src/publications/rules.ts'

/** A figure with what a test does not name left out. */
export type GivenFigure = Pick<Figure, 'measure' | 'count'> & Partial<Figure>

export const figureOf = (given: GivenFigure): Figure => ({
  ...{ division: 'all', part: 'all', level: 'country', placeId: null },
  ...given,
})

/** A publication as closing leaves it behind. @returns its number */
export const makePublication = async (
  db: Pool,
  given: { period: Period; asOf?: string; figures: readonly GivenFigure[] },
): Promise<number> => {
  const asOf = new Date(given.asOf ?? '2026-04-15T06:00:00Z')
  const digest = createHash('sha256').update(given.period).digest()
  const { number } = await db
    .insertInto('publication')
    .values({ period: given.period, counted_at: asOf, published_at: asOf, digest })
    .returning('number')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('publication_figure')
    .values(
      given.figures.map(figureOf).map(({ placeId, ...figure }) => ({
        ...figure,
        ...{ publication: number, place_id: placeId },
        is_public: figure.level !== 'unit' && figure.level !== 'site',
      })),
    )
    .execute()
  return number
}
