import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically, isKept, listContacts } from './queries.ts'
import type { Pause, PlaceKind, PlaceNames } from './rules.ts'

const tables = {
  unit: { row: sql.table('issuing_unit'), period: sql.table('unit_period'), key: sql.ref('unit_id') },
  site: { row: sql.table('site'), period: sql.table('site_period'), key: sql.ref('site_id') },
}

/** A unit waits for the centre's answer first; a site is in use from the start. What was merged is no place any more. */
const isEstablished = (kind: PlaceKind) =>
  kind === 'unit'
    ? sql<boolean>`p.state = 'active' and p.merged_into_id is null`
    : sql<boolean>`p.merged_into_id is null`

export type KeptPlace = PlaceNames & {
  id: number
  organisation: string
  nameFi: string
  nameSv: string | null
  closedOn: Day | null
}

const keptPlaces = (kind: PlaceKind, scope: AreaScope) => sql<KeptPlace>`
  select p.id, p.name, p.organisation_id as "organisationId", p.municipality_id as "municipalityId",
    p.area_id as "areaId", o.name as organisation, m.name_fi as "nameFi", m.name_sv as "nameSv",
    p.closed_on as "closedOn"
  from ${tables[kind].row} p
  join organisation o on o.id = p.organisation_id
  join municipality m on m.id = p.municipality_id
  where ${isEstablished(kind)} and ${isKept(scope, 'p.area_id')}`

/** An established place of the kept areas. */
export const findPlace = async (
  db: Read,
  kind: PlaceKind,
  scope: AreaScope,
  id: number,
): Promise<KeptPlace | undefined> =>
  (await sql<KeptPlace>`${keptPlaces(kind, scope)} and p.id = ${id}`.execute(db)).rows[0]

/** The same, held until the transaction ends, so that two changes of one place come one after the other. */
export const lockPlace = async (
  db: Write,
  kind: PlaceKind,
  scope: AreaScope,
  id: number,
): Promise<KeptPlace | undefined> =>
  (await sql<KeptPlace>`${keptPlaces(kind, scope)} and p.id = ${id} for update of p`.execute(db)).rows[0]

/** The places that one can be merged into: in its municipality and area, in use, and not itself. */
export const listTwins = async (
  db: Read,
  kind: PlaceKind,
  scope: AreaScope,
  place: KeptPlace,
  today: Day,
): Promise<KeptPlace[]> => {
  const { rows } = await sql<KeptPlace>`${keptPlaces(kind, scope)}
    and p.id <> ${place.id} and p.municipality_id = ${place.municipalityId}
    and p.area_id is not distinct from ${place.areaId}
    and (p.closed_on is null or p.closed_on > ${today}::date)
    order by ${alphabetically(sql`p.name`)}, p.id`.execute(db)
  return rows
}

export type Period = {
  from: Day | null
  until: Day | null
  name: string
  organisation: string
  nameFi: string
  nameSv: string | null
}

/** What a place has been called and where it has been, the latest first; one that is still to come too. */
export const listPeriods = async (db: Read, kind: PlaceKind, id: number): Promise<Period[]> => {
  const { period, key } = tables[kind]
  const { rows } = await sql<Period>`
    select t.period_from as "from", t.period_until as "until", t.name, o.name as organisation,
      m.name_fi as "nameFi", m.name_sv as "nameSv"
    from ${period} t join organisation o on o.id = t.organisation_id join municipality m on m.id = t.municipality_id
    where t.${key} = ${id} order by t.period_from desc nulls last`.execute(db)
  return rows
}

/**
 * Says what a place is called and where it lies from a day on: what held before ends the day before. A change that is
 * due changes the place itself at once; `applyDueChanges` does it for the others on their day.
 * The latest period must be open: one change waits at a time.
 */
export const changePlace = async (
  db: Write,
  kind: PlaceKind,
  id: number,
  to: PlaceNames,
  from: Day,
  today: Day,
): Promise<void> => {
  const { row, period, key } = tables[kind]
  await sql`delete from ${period} where ${key} = ${id} and period_from = ${from}::date`.execute(db)
  await sql`update ${period} set period_until = ${from}::date - 1
    where ${key} = ${id} and period_until is null`.execute(db)
  await sql`insert into ${period} (${key}, period_from, name, organisation_id, municipality_id, area_id)
    values (${id}, ${from}::date, ${to.name}, ${to.organisationId}, ${to.municipalityId}, ${to.areaId})`.execute(
    db,
  )
  if (from <= today)
    await sql`update ${row} set name = ${to.name}, organisation_id = ${to.organisationId},
      municipality_id = ${to.municipalityId}, area_id = ${to.areaId} where id = ${id}`.execute(db)
}

/** Corrects a misspelt name: nothing has changed, so history has nothing to remember. */
export const correctName = async (db: Write, kind: PlaceKind, id: number, name: string): Promise<void> => {
  const { row, period, key } = tables[kind]
  await sql`update ${period} t set name = ${name} from ${row} p
    where p.id = ${id} and t.${key} = p.id and t.name = p.name`.execute(db)
  await sql`update ${row} set name = ${name} where id = ${id}`.execute(db)
}

/** Takes back a change that is still to come. @returns whether there was one */
export const withdrawChange = async (
  db: Write,
  kind: PlaceKind,
  id: number,
  today: Day,
): Promise<boolean> => {
  const { period, key } = tables[kind]
  const { rows } = await sql`delete from ${period}
    where ${key} = ${id} and period_from > ${today}::date returning id`.execute(db)
  if (rows.length === 0) return false
  await sql`update ${period} set period_until = null where id = (
    select id from ${period} where ${key} = ${id} order by period_from desc nulls last limit 1)`.execute(db)
  return true
}

export const listPauses = async (db: Read, kind: PlaceKind, id: number): Promise<Pause[]> => {
  const { rows } = await sql<Pause>`select id, paused_from as "from", paused_until as until, reason from pause
    where ${tables[kind].key} = ${id} order by paused_from desc`.execute(db)
  return rows
}

export const addPause = async (
  db: Write,
  kind: PlaceKind,
  id: number,
  pause: { from: Day; until: Day | null; reason: string },
  by: { now: Date; actor: string },
): Promise<void> => {
  await sql`insert into pause (${tables[kind].key}, paused_from, paused_until, reason, made_at, made_by)
    values (${id}, ${pause.from}, ${pause.until}, ${pause.reason}, ${by.now}, ${by.actor})`.execute(db)
}

/** The pause has ended yesterday; one that has not begun yet, or only today, has never been. */
export const endPause = async (db: Write, pause: Pause, today: Day): Promise<void> => {
  if (pause.from >= today) await sql`delete from pause where id = ${pause.id}`.execute(db)
  else await sql`update pause set paused_until = ${today}::date - 1 where id = ${pause.id}`.execute(db)
}

/** @param on the first day without the place; null opens it again */
export const closePlace = async (db: Write, kind: PlaceKind, id: number, on: Day | null): Promise<void> => {
  await sql`update ${tables[kind].row} set closed_on = ${on} where id = ${id}`.execute(db)
}

/**
 * Whether the two have ever been in different municipalities on one day: their cards would then be counted elsewhere
 * than they were given.
 */
export const hasOtherHistory = async (db: Read, kind: PlaceKind, a: number, b: number): Promise<boolean> => {
  const { period, key } = tables[kind]
  const { rows } =
    await sql`select from ${period} x join ${period} y on x.municipality_id <> y.municipality_id
      and daterange(x.period_from, x.period_until, '[]') && daterange(y.period_from, y.period_until, '[]')
    where x.${key} = ${a} and y.${key} = ${b} limit 1`.execute(db)
  return rows.length > 0
}

/**
 * Merges a place into another: cards of a unit, and the roles, keys and devices of both kinds, go to the one that
 * stays, and a site's events and feeds too. Uses stay where they were recorded. Both must be kept by the one who acts;
 * the database asks that too.
 */
export const mergePlace = async (
  db: Write,
  kind: PlaceKind,
  from: number,
  into: number,
  by: { now: Date; today: Day; actor: string },
): Promise<void> => {
  if (kind === 'unit') await sql`select unit_take_cards(${from}, ${into}, ${by.actor}, ${by.now})`.execute(db)
  else {
    await sql`with gone as (delete from site_intermediary where site_id = ${from} returning organisation_id)
      insert into site_intermediary (site_id, organisation_id) select ${into}, organisation_id from gone
      on conflict do nothing`.execute(db)
    await sql`select events_take_site(${from}, ${into}, ${by.now}, ${by.actor})`.execute(db)
  }
  await sql`select take_rights(${kind}, ${from}, ${into}, ${by.now})`.execute(db)
  await sql`update ${tables[kind].row} set merged_into_id = ${into},
    closed_on = least(closed_on, ${by.today}::date) where id = ${from}`.execute(db)
}

/** Two organisations are one: their units and sites, past and present, belong to the one that stays. */
export const takeOrganisation = async (db: Write, from: number, into: number): Promise<void> => {
  for (const { row, period } of Object.values(tables)) {
    await sql`update ${period} set organisation_id = ${into} where organisation_id = ${from}`.execute(db)
    await sql`update ${row} set organisation_id = ${into} where organisation_id = ${from}`.execute(db)
  }
}

/** All that a place's page tells of its life, beside the place itself. */
export const findLife = async (db: Read, kind: PlaceKind, place: { id: number; organisationId: number }) => ({
  periods: await listPeriods(db, kind, place.id),
  pauses: await listPauses(db, kind, place.id),
  contacts: await listContacts(db, kind, place),
})
