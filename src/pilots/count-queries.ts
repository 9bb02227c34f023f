import { type RawBuilder, sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import {
  type Answer,
  type Counted,
  type Evaluation,
  fewestCards,
  medianOf,
  resultsOf,
  shownDivision,
} from './rules.ts'

/*
 * What is counted of a pilot. Only the owner of the tables may: persons leave the database as sums alone, and what would
 * tell of fewer than five cards leaves it not at all.
 */

type Counting = { areaId: number; municipalityIds: number[]; from: Day; until: Day }
type One = Record<string, unknown>

const only = async <Row extends One>(db: Write, query: RawBuilder<Row>): Promise<Row> =>
  (await query.execute(db)).rows[0]!
const all = async <Row extends One>(db: Write, query: RawBuilder<Row>): Promise<Row[]> =>
  (await query.execute(db)).rows

const isIn = (alias: 'u' | 's', { areaId, municipalityIds }: Counting) =>
  sql`${sql.ref(`${alias}.area_id`)} = ${areaId} and ${sql.ref(`${alias}.municipality_id`)} = any(${municipalityIds}::int[])`
const units = (pilot: Counting) => sql`(select u.id from issuing_unit u where ${isIn('u', pilot)})`
/** The uses at the area's sites in the pilot, without what was taken back. */
const uses = (pilot: Counting) => sql`(
  select u.* from use u join site s on s.id = u.site_id
  where ${isIn('s', pilot)} and u.used_on between ${pilot.from}::date and ${pilot.until}::date
    and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on))`

const countCards = async (db: Write, pilot: Counting): Promise<Evaluation['cards']> => {
  const { from, until } = pilot
  const rows = await all<{ days: number | null }>(
    db,
    sql`select case when g.first_used_on <= ${until}::date then g.first_used_on - c.registered_on end as days
      from card c left join card_usage g on g.card_id = c.id
      where c.unit_id in ${units(pilot)} and c.registered_on between ${from}::date and ${until}::date`,
  )
  if (rows.length < fewestCards) return null
  const days = rows.flatMap(({ days }) => days ?? [])
  const used = days.length > 0 && days.length < fewestCards ? null : days.length
  return { registered: rows.length, used, medianDays: medianOf(days) }
}

const countTickets = async (db: Write, pilot: Counting): Promise<Evaluation['tickets']> => {
  const counted = await only<NonNullable<Evaluation['tickets']>>(
    db,
    sql`select coalesce(sum(u.adults), 0)::int as adults, coalesce(sum(u.children), 0)::int as children,
      coalesce(sum(u.companions), 0)::int as companions, count(distinct u.card_id)::int as cards
      from ${uses(pilot)} u`,
  )
  return counted.cards < fewestCards ? null : counted
}

const divide = async (db: Write, pilot: Counting, name: RawBuilder<string>) =>
  shownDivision(
    await all<Counted>(
      db,
      sql`select ${name} as name, sum(u.adults + u.children)::int as tickets, count(distinct u.card_id)::int as cards
        from ${uses(pilot)} u group by 1 order by 1`,
    ),
  )

const countPlaces = (db: Write, pilot: Counting) =>
  only<{ units: number; registered: number; sites: number; used: number }>(
    db,
    sql`select (select count(*)::int from issuing_unit u where ${isIn('u', pilot)} and u.state = 'active') as units,
      (select count(distinct c.unit_id)::int from card c where c.unit_id in ${units(pilot)}
        and c.registered_on between ${pilot.from}::date and ${pilot.until}::date) as registered,
      (select count(*)::int from site s where ${isIn('s', pilot)}) as sites,
      (select count(distinct u.site_id)::int from ${uses(pilot)} u) as used`,
  )

const listFeedback = (db: Write, { areaId, from, until }: Counting) =>
  all<{ about: string; count: number }>(
    db,
    sql`select about, count(*)::int as count from feedback where area_id = ${areaId}
      and (sent_at at time zone 'Europe/Helsinki')::date between ${from}::date and ${until}::date
      and coalesce(close_reason, '') <> 'spam' group by about order by about`,
  )

const listSurveyAnswers = (db: Write, { areaId, from }: Counting) =>
  all<Answer>(
    db,
    sql`select case when a.unit_id is null then 'venues' else 'issuers' end as side, a.marks, a.goes_on as "goesOn",
        a.well, a.better
      from pilot_answer a where a.survey_id = (select max(s.id) from pilot_survey s
        where s.area_id = ${areaId} and s.opened_on >= ${from}::date)`,
  )

/** As published of the area: of ten persons or more (src/wellbeing). */
const listWellbeing = (db: Write, { areaId, from, until }: Counting) =>
  all<Evaluation['wellbeing'][number]>(
    db,
    sql`select year, instrument_id as instrument, item, persons, mean from wellbeing_change
      where area_id = ${areaId} and stratum = 'all'
        and year between extract(year from ${from}::date) and extract(year from ${until}::date)
      order by year, item`,
  )

const listMeetings = (db: Write, { areaId, from }: Counting) =>
  all<Evaluation['meetings'][number]>(
    db,
    sql`select m.held_on::text as "heldOn", count(a.id)::int as actions,
        count(a.id) filter (where a.done_on is null)::int as open
      from joining_meeting m left join joining_action a on a.meeting_id = m.id
      where m.area_id = ${areaId} and m.kind = 'feedback' and m.removed_at is null and m.held_on >= ${from}::date
      group by m.id order by m.held_on`,
  )

/** Counts how a pilot went. */
export const countPilot = async (db: Write, pilot: Counting): Promise<Evaluation> => {
  const places = await countPlaces(db, pilot)
  const answers = await listSurveyAnswers(db, pilot)
  const tickets = await countTickets(db, pilot)
  const hasTickets = tickets !== null
  return {
    format: 'kaiku-pilot/1',
    cards: await countCards(db, pilot),
    tickets,
    byCategory: hasTickets
      ? ((await divide(db, pilot, sql<string>`u.category`)) as (Counted & { name: Category })[] | null)
      : null,
    byMonth: hasTickets ? await divide(db, pilot, sql<string>`to_char(u.used_on, 'YYYY-MM')`) : null,
    units: { all: places.units, registered: places.registered },
    sites: { all: places.sites, used: places.used },
    feedback: await listFeedback(db, pilot),
    survey: answers.length === 0 ? null : resultsOf(answers),
    wellbeing: await listWellbeing(db, pilot),
    meetings: await listMeetings(db, pilot),
  }
}

/** Keeps a count under the next number of its area. */
export const keepEvaluation = async (db: Write, pilot: Counting, content: Evaluation, now: Date) => {
  const { next } = await only<{ next: number }>(
    db,
    sql`select coalesce(max(number), 0) + 1 as next from pilot_evaluation where area_id = ${pilot.areaId}`,
  )
  await db
    .insertInto('pilot_evaluation')
    .values({
      area_id: pilot.areaId,
      municipality_ids: pilot.municipalityIds,
      number: next,
      pilot_from: pilot.from,
      pilot_until: pilot.until,
      counted_at: now,
      content: JSON.stringify(content),
    })
    .execute()
}
