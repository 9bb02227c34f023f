import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import type { HomeTime } from './rules.ts'

export type KeptHome = HomeTime &
  MunicipalityNames & {
    id: number
    areaId: number
    area: string
    areaSv: string | null
    municipalityId: number
  }

/** The municipalities outside whose people the kept areas serve, by area and name; the latest time first. */
export const listHomes = async (db: Read, { areaId }: AreaScope): Promise<KeptHome[]> => {
  const { rows } = await sql<KeptHome>`
    select x.id, x.area_id as "areaId", a.name as area, a.name_sv as "areaSv", m.id as "municipalityId",
      m.name_fi as "nameFi", m.name_sv as "nameSv", x.valid_from as from, x.valid_until as until
    from area_home_exception x join area a on a.id = x.area_id join municipality m on m.id = x.municipality_id
    where ${areaId}::int is null or x.area_id = ${areaId}
    order by a.name, m.name_fi, x.valid_from desc`.execute(db)
  return rows
}

export const addHome = (
  db: Write,
  home: HomeTime & { areaId: number; municipalityId: number },
  by: { actor: string; now: Date },
) =>
  db
    .insertInto('area_home_exception')
    .values({
      area_id: home.areaId,
      municipality_id: home.municipalityId,
      valid_from: home.from,
      valid_until: home.until,
      made_at: by.now,
      made_by: by.actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Today is the last day; what has not begun goes altogether. */
export const endHome = async (db: Write, { id, from }: Pick<KeptHome, 'id' | 'from'>, today: Day) => {
  if (from > today) await db.deleteFrom('area_home_exception').where('id', '=', id).execute()
  else await db.updateTable('area_home_exception').set({ valid_until: today }).where('id', '=', id).execute()
}

/** Two that add at once come one after the other. */
export const lockHomes = (db: Write, areaId: number) =>
  sql`select pg_advisory_xact_lock(5245851, ${areaId}::int)`.execute(db)
