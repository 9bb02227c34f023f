import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import { isPublic } from '../publications/lattice-rules.ts'
import { listAllFigures } from '../publications/queries.ts'
import type { PlaceName } from './rules.ts'

/** Counties, areas and municipalities by their names of today; the country has a word, and no row. */
export const listPlaceNames = async (db: Read): Promise<PlaceName[]> => {
  const { rows } = await sql<PlaceName>`
    select 'county' as level, id as "placeId", code, name as "nameFi", name_sv as "nameSv" from county
    union all select 'area', id, null, name, name_sv from area
    union all select 'municipality', id, code, name_fi, name_sv from municipality`.execute(db)
  return [{ level: 'country', placeId: null, code: 'FI', nameFi: 'Koko maa', nameSv: 'Hela landet' }, ...rows]
}

/** What everyone may read of a publication, whoever asks: a signed-in keeper's file is the same. */
export const listPublicFigures = async (db: Read, number: number) =>
  (await listAllFigures(db, number)).filter(({ level }) => isPublic(level))
