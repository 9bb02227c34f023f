import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Plan } from './change-rules.ts'
import type { NewStage, Stage } from './membership-rules.ts'

/** Opens an area. @returns null when another has the name */
export const openArea = async (
  db: Write,
  { name, nameSv }: { name: string; nameSv: string | null },
): Promise<number | null> => {
  const made = await db
    .insertInto('area')
    .values({ name, name_sv: nameSv })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

/** Every row of a municipality's life, in whatever area; oldest first. */
export const listStages = (db: Read, municipalityId: number): Promise<(Stage & { areaId: number })[]> =>
  db
    .selectFrom('area_membership')
    .select(['id', 'phase', 'phase_from as from', 'phase_until as until', 'cross_use as crossUse'])
    .select('area_id as areaId')
    .where('municipality_id', '=', municipalityId)
    .orderBy(sql`phase_from nulls first`)
    .execute()

/** The same, held until the transaction ends: two changes of one municipality come one after the other. */
export const lockStages = async (db: Write, municipalityId: number) => {
  await db.selectFrom('municipality').select('id').where('id', '=', municipalityId).forUpdate().execute()
  return listStages(db, municipalityId)
}

/** Carries a plan out: ends first, so that what begins finds its days free. */
export const applyPlan = async (
  db: Write,
  at: { areaId: number; municipalityId: number },
  { cut, removed, added }: Plan,
) => {
  for (const { id, until } of cut)
    await db.updateTable('area_membership').set({ phase_until: until }).where('id', '=', id).execute()
  if (removed.length > 0) await db.deleteFrom('area_membership').where('id', 'in', removed).execute()
  for (const stage of added) await addStage(db, at, stage)
}

export const addStage = (
  db: Write,
  { areaId, municipalityId }: { areaId: number; municipalityId: number },
  { phase, from, until, crossUse }: NewStage,
) =>
  db
    .insertInto('area_membership')
    .values({
      area_id: areaId,
      municipality_id: municipalityId,
      phase,
      phase_from: from,
      phase_until: until,
      cross_use: crossUse,
    })
    .execute()

export type FreeMunicipality = { id: number; nameFi: string; nameSv: string | null }

/** The municipalities that belong to no area on the day or later, and that still are municipalities. */
export const listFreeMunicipalities = (db: Read, day: Day): Promise<FreeMunicipality[]> =>
  db
    .selectFrom('municipality as m')
    .select(['m.id', 'm.name_fi as nameFi', 'm.name_sv as nameSv'])
    .where('m.merged_into_id', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('area_membership as s')
            .select('s.id')
            .whereRef('s.municipality_id', '=', 'm.id')
            .where((or) => or.or([or('s.phase_until', 'is', null), or('s.phase_until', '>=', day)])),
        ),
      ),
    )
    .orderBy('m.name_fi')
    .execute()
