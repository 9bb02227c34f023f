import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'

/** The two kinds of places, each with its dated rows. The row of the place itself says what holds today. */
const kinds = [
  { place: 'issuing_unit', period: 'unit_period', id: 'unit_id' },
  { place: 'site', period: 'site_period', id: 'site_id' },
] as const

/**
 * Copies what has come due into the places themselves: new names, organisations, municipalities and areas of today.
 * Done again, it changes nothing.
 */
export const applyDueChanges = async (db: Pool, today: Day): Promise<void> => {
  for (const { place, period, id } of kinds)
    await sql`
      update ${sql.table(place)} t set name = p.name, organisation_id = p.organisation_id,
        municipality_id = p.municipality_id, area_id = p.area_id
      from ${sql.table(period)} p
      where p.${sql.ref(id)} = t.id and (p.period_from is null or p.period_from <= ${today}::date)
        and (p.period_until is null or ${today}::date <= p.period_until)
        and (t.name, t.organisation_id, t.municipality_id, t.area_id)
          is distinct from (p.name, p.organisation_id, p.municipality_id, p.area_id)`.execute(db)
}

/** How many units and sites lie in the municipality on the day. */
export const countPlacesIn = async (
  db: Read,
  municipalityId: number,
  day: Day,
): Promise<{ units: number; sites: number }> => {
  const count = (period: 'unit_period' | 'site_period') => sql`(select count(*) from ${sql.table(period)} p
    where p.municipality_id = ${municipalityId} and (p.period_until is null or p.period_until >= ${day}::date))`
  const { rows } = await sql<{ units: number; sites: number }>`
    select ${count('unit_period')} as units, ${count('site_period')} as sites`.execute(db)
  return rows[0]!
}

/** Places of one organisation that would stand twice under one name in the municipality they come to. */
export const listNameClashes = async (
  db: Read,
  { fromId, intoId, on }: { fromId: number; intoId: number; on: Day },
): Promise<string[]> => {
  const clash = (period: 'unit_period' | 'site_period') => sql`
    select p.name from ${sql.table(period)} p join ${sql.table(period)} o
      on o.organisation_id = p.organisation_id and o.name = p.name and o.municipality_id = ${intoId}
      and (o.period_until is null or o.period_until >= ${on}::date)
    where p.municipality_id = ${fromId} and (p.period_until is null or p.period_until >= ${on}::date)`
  const { rows } = await sql<{ name: string }>`
    ${clash('unit_period')} union ${clash('site_period')} order by name limit 10`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * From the day on, all that lies in one municipality lies in another: what is there then gets a new row of its own,
 * what comes there later comes to the other one. An area changes to that of the new municipality on the day, if it
 * has one; a pop-up site stays outside the areas. Days before keep their rows, and with them their counts.
 */
export const movePlaces = async (
  db: Write,
  { fromId, intoId, on }: { fromId: number; intoId: number; on: Day },
) => {
  const area = sql`coalesce((select s.area_id from area_membership s where s.municipality_id = ${intoId}
    and (s.phase_from is null or s.phase_from <= ${on}::date)
    and (s.phase_until is null or ${on}::date <= s.phase_until)), m.area_id)`
  for (const { period, id } of kinds) {
    await sql`
      with ended as (
        update ${sql.table(period)} p set period_until = ${addDays(on, -1)}::date
        from ${sql.table(period)} old
        where old.id = p.id and p.municipality_id = ${fromId}
          and (p.period_from is null or p.period_from < ${on}::date)
          and (p.period_until is null or p.period_until >= ${on}::date)
        returning p.${sql.ref(id)} as place_id, old.period_until, p.name, p.organisation_id, p.area_id
      )
      insert into ${sql.table(period)} (${sql.ref(id)}, period_from, period_until, name, organisation_id,
        municipality_id, area_id)
      select m.place_id, ${on}::date, m.period_until, m.name, m.organisation_id, ${intoId},
        case when m.area_id is not null then ${area} end
      from ended m`.execute(db)
    await sql`
      update ${sql.table(period)} m set municipality_id = ${intoId},
        area_id = case when m.area_id is not null then ${area} end
      where municipality_id = ${fromId} and period_from >= ${on}::date`.execute(db)
  }
}
