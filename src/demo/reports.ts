import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { Period } from '../publications/rules.ts'
import { lastDayOf, nextClosing, quarterBefore, quarterOf } from '../reports/rules.ts'

/** The quarters that are closed on the day, and the last whole year, from the oldest: what reports are made of. */
const closedOn = (today: Day): Period[] => {
  let quarter = quarterBefore(nextClosing('board', today).period)!
  const year = String(Number(nextClosing('annual', today).period) - 1)
  const quarters: Period[] = []
  for (let count = 0; count < 5; count++) {
    quarters.unshift(quarter)
    quarter = quarterBefore(quarter)!
  }
  return [...quarters, year].sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b)) || b.length - a.length)
}

/** Fewer cards than this are hidden. */
const threshold = 5

/**
 * What is shown of counted parts: one that is hidden alone takes the smallest other with it. Enough for invented cards.
 * @param parts a query of measure, division, part, level, place_id, count and cards
 */
const publish = (db: Write, number: number, parts: ReturnType<typeof sql>) =>
  sql`insert into publication_figure
    with part as (${parts}), judged as (
      select *, cards between 1 and ${threshold - 1} as is_small,
        count(*) filter (where cards between 1 and ${threshold - 1}) over whole as small,
        row_number() over (partition by measure, division, level, place_id
          order by cards between 1 and ${threshold - 1}, count) as rank
      from part window whole as (partition by measure, division, level, place_id)
    )
    select ${number}::integer, measure, division, part, level, place_id,
      case when is_small or small = 1 and rank = 1 and division <> 'all' then null else count end,
      level not in ('unit', 'site')
    from judged`.execute(db)

type Span = { number: number; from: Day; until: Day }

/** Tickets of personal cards in the sites' places, and the cards that they were got with. */
const writeTickets = (db: Write, { number, from, until }: Span) =>
  publish(
    db,
    number,
    sql`with ticket as (
      select u.card_id, u.adults, u.children, u.category, u.used_on, p.site_id, p.municipality_id, p.area_id, m.county_id
      from use u join card c on c.id = u.card_id and c.type = 'personal'
      join site_period p on p.site_id = u.site_id and (p.period_from is null or p.period_from <= u.used_on)
        and (p.period_until is null or p.period_until >= u.used_on)
      join municipality m on m.id = p.municipality_id
      where u.used_on between ${from}::date and ${until}::date
        and not exists (select from use_cancellation x where x.use_id = u.id)
    ), part as (
      select l.level, l.place_id, d.*, t.card_id
      from ticket t
      cross join lateral (values ('country', null), ('county', county_id), ('area', area_id),
        ('municipality', municipality_id), ('site', site_id)) l (level, place_id)
      cross join lateral (values ('tickets', 'all', 'all', adults + children),
        ('tickets', 'category', category, adults + children), ('tickets', 'audience', 'adult', adults),
        ('tickets', 'audience', 'child', children),
        ('tickets', 'month', to_char(used_on, 'YYYY-MM'), adults + children),
        ('tickets', 'weekday', extract(isodow from used_on)::text, adults + children),
        ('users', 'all', 'all', 1)) d (measure, division, part, tickets)
      where l.level = 'country' or l.place_id is not null
    )
    select measure, division, part, level, place_id,
      case when measure = 'users' then count(distinct card_id) else sum(tickets) end as count,
      count(distinct card_id) filter (where tickets > 0) as cards
    from part group by measure, division, part, level, place_id`,
  )

/** Personal cards in their units' places. */
const writeCardFigures = (db: Write, { number, from, until }: Span) =>
  publish(
    db,
    number,
    sql`with held as (
      select c.*, t.kind, t.municipality_id, t.area_id, m.county_id,
        c.registered_on >= ${from}::date as is_new, extract(year from ${until}::date) - c.birth_year as age,
        exists (select from use u where u.card_id = c.id) as is_used
      from card c join issuing_unit t on t.id = c.unit_id join municipality m on m.id = t.municipality_id
      where c.type = 'personal' and c.registered_on <= ${until}::date
    ), part as (
      select l.level, l.place_id, d.*
      from held h
      cross join lateral (values ('country', null), ('county', county_id), ('area', area_id),
        ('municipality', municipality_id), ('unit', unit_id)) l (level, place_id)
      cross join lateral (values ('registered', is_new), ('taken-into-use', is_new and is_used),
        ('valid', valid_until >= ${until}::date and closed_on is null),
        ('expiring', valid_until between ${from}::date and ${until}::date)) n (measure, counts)
      cross join lateral (values (measure, 'all', 'all'),
        (measure, 'age', case when age < 20 then '16-19' when age >= 80 then '80+'
          else concat(floor(age / 10) * 10, '-', floor(age / 10) * 10 + 9) end),
        (measure, 'children', case when children >= 3 then '3+' else children::text end),
        (measure, 'gender', coalesce(gender, 'none')), (measure, 'situation', coalesce(life_situation, 'none')),
        (measure, 'issuer', kind)) d (measure, division, part)
      where n.counts and (l.level = 'country' or l.place_id is not null)
    )
    select measure, division, part, level, place_id, count(*) as count, count(*) as cards
    from part group by measure, division, part, level, place_id`,
  )

/** A place that recorded nothing has a zero, which is a figure too. */
const writeZeros = (db: Write, { number, until }: Span) =>
  sql`insert into publication_figure
    select ${number}, measure, 'all', 'all', level, place_id, 0, false from (
      select 'tickets' as measure, 'site' as level, id as place_id from site
      where area_id is not null and (closed_on is null or closed_on > ${until}::date)
      union all select 'registered', 'unit', id from issuing_unit where closed_on is null) every_place
    on conflict do nothing`.execute(db)

/** Closed periods of the invented cards and uses, so that there are reports to read. */
export const makeReports = async (db: Write, today: Day): Promise<void> => {
  for (const period of closedOn(today)) {
    const until = lastDayOf(period)
    const closed = new Date(`${addDays(until, 15)}T06:00:00Z`)
    const { number } = await db
      .insertInto('publication')
      .values({
        period,
        as_of: closed,
        published_at: closed,
        digest: createHash('sha256').update(period).digest(),
      })
      .returning('number')
      .executeTakeFirstOrThrow()
    const month = period.length === 4 ? 1 : 3 * quarterOf(period) - 2
    const span = { number, until, from: `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01` }
    await writeTickets(db, span)
    await writeCardFigures(db, span)
    await writeZeros(db, span)
  }
}
