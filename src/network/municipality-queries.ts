import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { MunicipalityNames } from './rules.ts'

export type MunicipalityRow = MunicipalityNames & {
  id: number
  code: string | null
  county: string | null
  countySv: string | null
  /** The area that it belongs to on the day. */
  area: string | null
  mergedInto: string | null
  mergedOn: Day | null
}

/** Every municipality, by name. */
export const listMunicipalities = async (db: Read, day: Day): Promise<MunicipalityRow[]> => {
  const { rows } = await sql<MunicipalityRow>`
    select m.id, m.code, m.name_fi as "nameFi", m.name_sv as "nameSv", c.name as county, c.name_sv as "countySv",
      a.name as area, n.name_fi as "mergedInto", m.merged_on as "mergedOn"
    from municipality m left join county c on c.id = m.county_id
    left join municipality n on n.id = m.merged_into_id
    left join area_membership s on s.municipality_id = m.id and (s.phase_from is null or s.phase_from <= ${day}::date)
      and (s.phase_until is null or ${day}::date <= s.phase_until)
    left join area a on a.id = s.area_id
    order by m.name_fi`.execute(db)
  return rows
}

/**
 * On the first day of the merger the old municipality is none any more: its rows end the day before, and where the
 * other one is in no area by then, it goes on with those of the old one.
 */
export const mergeMunicipality = async (
  db: Write,
  { id, intoId, on }: { id: number; intoId: number; on: Day },
) => {
  const eve = addDays(on, -1)
  const { rows: going } = await sql<{
    area_id: number
    phase: string
    phase_until: Day | null
    cross_use: boolean
  }>`
    select area_id, phase, phase_until, cross_use from area_membership where municipality_id = ${id}
      and (phase_from is null or phase_from <= ${on}::date) and (phase_until is null or phase_until >= ${on}::date)
      and not exists (select from area_membership o where o.municipality_id = ${intoId}
        and (o.phase_until is null or o.phase_until >= ${on}::date))`.execute(db)
  await sql`delete from area_membership where municipality_id = ${id} and phase_from > ${eve}::date`.execute(
    db,
  )
  await sql`
    update area_membership set phase_until = ${eve}::date
    where municipality_id = ${id} and (phase_until is null or phase_until > ${eve}::date)`.execute(db)
  for (const row of going)
    await sql`
      insert into area_membership (area_id, municipality_id, phase, phase_from, phase_until, cross_use)
      values (${row.area_id}, ${intoId}, ${row.phase}, ${on}::date, ${row.phase_until}::date, ${row.cross_use})`.execute(
      db,
    )
  await sql`
    update municipality set merged_into_id = ${intoId}, merged_on = ${on}::date where id = ${id}`.execute(db)
}
