import { sql } from 'kysely'
import type { Pool, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type Cohort, cohortsAsOf, isDue, isYear, lastClosedDay } from './period-rules.ts'
import { type Counted, type CountedGroup, countGroups, keyOf, type UnitFollowed } from './shown-rules.ts'

/**
 * The personal cards registered in a cohort, by unit, as they had been followed on a day: until the first use or, unused,
 * until the day itself, the card's last day, or its closing. A ticket that waited for the registration counts to its day.
 */
const followCards = async (db: Write, cohort: Cohort, asOf: Day): Promise<UnitFollowed[]> => {
  const { rows } = await sql<UnitFollowed>`
    with followed as (
      select c.unit_id, coalesce(f.first_used_on <= ${asOf}::date, false) as used,
        greatest(case when f.first_used_on <= ${asOf}::date then f.first_used_on
          else least(${asOf}::date, c.valid_until, c.closed_on) end - c.registered_on, 0) + 1 as days
      from card c left join card_usage f on f.card_id = c.id
      where c.type = 'personal' and c.registered_on between ${cohort.from}::date and ${cohort.until}::date
    )
    select f.unit_id as "unitId", u.municipality_id as "municipalityId", u.area_id as "areaId", f.used, f.days,
      count(*)::int as count
    from followed f join issuing_unit u on u.id = f.unit_id
    group by f.unit_id, u.municipality_id, u.area_id, f.used, f.days`.execute(db)
  return rows
}

/** The first count of each group of a cohort. */
const findCounted = async (db: Write, cohort: string): Promise<Map<string, Counted>> => {
  const { rows } = await sql<Pick<CountedGroup, 'level' | 'placeId'> & Counted>`
    select distinct on (level, place_id) level, place_id as "placeId", cards, used, is_hidden as "isHidden"
    from first_use_count where cohort = ${cohort} order by level, place_id, as_of_on`.execute(db)
  return new Map(rows.map(({ level, placeId, ...counted }) => [keyOf(level, placeId), counted]))
}

/** As of which days each cohort has been counted. */
const listCounted = async (db: Write): Promise<Map<string, Day[]>> => {
  const { rows } = await sql<{ cohort: string; days: Day[] }>`
    select cohort, array_agg(distinct as_of_on::text) as days from first_use_count group by cohort`.execute(
    db,
  )
  return new Map(rows.map(({ cohort, days }) => [cohort, days]))
}

const keep = async (db: Write, asOf: Day, cohort: string, groups: readonly CountedGroup[]) => {
  const rows = groups.map(({ placeId, isHidden, shown, ...group }) => ({
    ...{ ...group, place_id: placeId, is_hidden: isHidden },
    shown: shown && { cards: shown.cards, points: shown.points, median_weeks: shown.medianWeeks },
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as
    g(level text, place_id integer, cards integer, used jsonb, is_hidden boolean, shown jsonb)`
  await sql`
    insert into first_use_count (as_of_on, cohort, level, place_id, cards, used, is_hidden)
    select ${asOf}::date, ${cohort}, level, place_id, cards, used, is_hidden from ${given}`.execute(db)
  await sql`
    insert into first_use_curve (as_of_on, cohort, level, place_id, cards, points, median_weeks)
    select ${asOf}::date, ${cohort}, level, place_id, (shown ->> 'cards')::integer, shown -> 'points',
      (shown ->> 'median_weeks')::smallint
    from ${given} where not is_hidden`.execute(db)
}

/**
 * Counts the time to first use in what has closed: whole years by place, quarters for the country alone, so that what lies
 * in what stays a tree. What was counted stays. Only the owner of the tables may.
 */
export const countFirstUses = async (db: Write, today: Day) => {
  const asOf = lastClosedDay(today)
  await sql`select pg_advisory_xact_lock(hashtext('first_use'))`.execute(db)
  const counted = await listCounted(db)
  const due = cohortsAsOf(asOf).filter((cohort) => isDue(cohort, asOf, counted.get(cohort.name) ?? []))
  for (const cohort of due) {
    const groups = countGroups(await followCards(db, cohort, asOf), await findCounted(db, cohort.name))
    const kept = isYear(cohort.name) ? groups : groups.filter(({ level }) => level === 'country')
    await keep(db, asOf, cohort.name, kept)
  }
}

/** The same in a transaction of its own, for the hourly housekeeping. */
export const publishFirstUses = (db: Pool, today: Day): Promise<void> =>
  db.transaction().execute((write) => countFirstUses(write, today))
