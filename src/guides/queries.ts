import type { PlaceScope } from '../access.ts'
import type { Read } from '../db/db.ts'

/** The municipality of the place that somebody works for: the likeliest home of the client who sits there. */
export const findOwnMunicipality = async (db: Read, scope: PlaceScope): Promise<number | null> => {
  const row =
    'unitId' in scope
      ? await db
          .selectFrom('issuing_unit')
          .select('municipality_id as id')
          .where('id', '=', scope.unitId)
          .executeTakeFirst()
      : await db
          .selectFrom('site')
          .select('municipality_id as id')
          .where('id', '=', scope.siteId)
          .executeTakeFirst()
  return row?.id ?? null
}
