import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { AreaTerm, Prolongation } from './rules.ts'

/**
 * The unit's name and place, and its municipality's term on the day: the one that has begun last, else the first
 * to come, as the lists of the network tell it too. Null where the municipality never had one. Then what bears on a
 * card registered that day: the end of the pilot, the exceptions to come, and whether the unit hands out cards.
 */
export const findUnit = (db: Read, { unitId }: UnitScope, today: Day) =>
  db
    .selectFrom('issuing_unit as u')
    .innerJoin('municipality as m', 'm.id', 'u.municipality_id')
    .select([
      'u.name',
      'u.area_id as areaId',
      'm.id as municipalityId',
      'm.name_fi as placeFi',
      'm.name_sv as placeSv',
    ])
    .select((eb) =>
      eb
        .selectFrom('area_membership as a')
        .select(
          sql<AreaTerm>`json_build_object('phase', a.phase, 'from', a.phase_from, 'until', a.phase_until)`.as(
            'term',
          ),
        )
        .whereRef('a.municipality_id', '=', 'u.municipality_id')
        .orderBy(sql`case when a.phase_from > ${today}::date then a.phase_from end nulls first`)
        .orderBy(sql`a.phase_from desc nulls last`)
        .limit(1)
        .as('term'),
    )
    .select((eb) => [
      eb
        .selectFrom('pilot as p')
        .select('p.cards_until')
        .whereRef('p.municipality_id', '=', 'u.municipality_id')
        .where(
          sql<boolean>`${today}::date between coalesce(p.pilot_from, '-infinity') and coalesce(p.pilot_until, 'infinity')`,
        )
        .as('pilotUntil'),
      eb
        .selectFrom('unit_prolongation as x')
        .select(
          sql<
            Prolongation[]
          >`json_agg(json_build_object('from', x.valid_from, 'cardsUntil', x.cards_until))`.as('list'),
        )
        .whereRef('x.unit_id', '=', 'u.id')
        .where('x.valid_from', '>=', today)
        .as('prolongations'),
      sql<boolean>`(u.closed_on <= ${today}::date or (u.closed_on is null and u.merged_into_id is not null)) is true`.as(
        'isClosed',
      ),
      sql<boolean>`u.state = 'active'`.as('isAgreed'),
      sql<boolean>`exists (select from pause p where p.unit_id = u.id and p.paused_from <= ${today}::date
        and (p.paused_until is null or ${today}::date <= p.paused_until))`.as('isPaused'),
    ])
    .where('u.id', '=', unitId)
    .executeTakeFirstOrThrow()

/** When the national centre agreed to the unit; null where it was there before anyone was asked. */
export const findAgreedAt = async (db: Read, _scope: UnitScope): Promise<Date | null> => {
  const { rows } = await sql<{ at: Date | null }>`select unit_agreed_at() as at`.execute(db)
  return rows[0]?.at ?? null
}
