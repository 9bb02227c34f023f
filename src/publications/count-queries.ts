import { type RawBuilder, sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { unitKinds } from '../units/rules.ts'
import type { Counted } from './counted-rules.ts'
import { isSum } from './lattice-rules.ts'
import type { Division, Measure } from './rules.ts'

/*
 * Everything that a closed period counts, straight from cards and uses: done once when it is closed, and again by
 * `kaiku doctor statistics`. Each fact has its card, its amount, its place on its day, and its class in every division.
 */

/** Of which days, and what had been recorded by when. */
export type Span = { from: Day; until: Day; asOf: Date }

/** What a measure counts. */
export type Facts = {
  measure: Measure
  /** Rows of spot_id, municipality_id, area_id, county_id, card (text), amount and a column for each division. */
  rows: RawBuilder<unknown>
  /** Division and the column that holds its class. */
  divisions: Partial<Record<Division, RawBuilder<unknown>>>
}

/** Where a unit was on a day. */
export const unitPlace = (day: RawBuilder<unknown>) => sql`
  join unit_period p on p.unit_id = c.unit_id and (p.period_from is null or p.period_from <= ${day})
    and (p.period_until is null or ${day} <= p.period_until)
  join municipality m on m.id = p.municipality_id`
export const unitSpot = sql`c.unit_id as spot_id, p.municipality_id, p.area_id, m.county_id, c.id::text as card, 1 as amount`

const ageGroup = sql`case when c.birth_year is null then 'unknown' else (
    select case when a.age < 20 then '16-19' when a.age >= 80 then '80+' else a.age / 10 || '0-' || a.age / 10 || '9' end
    from (select extract(year from c.registered_on)::int - c.birth_year as age) a) end`
/** A kind in somebody's own words is told as another kind: what is published is never what somebody typed. */
const issuerKind = sql`coalesce((select k.kind from (values ${sql.join(
  Object.entries(unitKinds).map(([kind, word]) => sql`(${kind}::text, ${word}::text)`),
)}) k (kind, word) where lower(u.kind) in (k.kind, lower(k.word))), 'other')`
/** The month of a day, such as 2026-03. */
export const monthOf = (day: RawBuilder<unknown>) => sql`to_char(${day}, 'YYYY-MM')`

/** What is known of a holder, as told when the card was registered. */
const background = sql`${ageGroup} as age, coalesce(c.gender, 'unknown') as gender,
  case when c.children > 2 then '3+' else c.children::text end as children,
  coalesce(c.life_situation, 'unknown') as situation, ${issuerKind} as issuer`
const byBackground = {
  ...{ all: sql`'all'`, age: sql`f.age`, gender: sql`f.gender`, children: sql`f.children` },
  ...{ situation: sql`f.situation`, issuer: sql`f.issuer` },
}

/** The cards of a period; a card whose registration was undone was none. */
const cardFacts = ({ from, until }: Span): Facts[] => {
  const registered = sql`c.type = 'personal' and c.registered_on between ${from}::date and ${until}::date`
  const end = sql`${until}::date`
  const valid = sql`c.type = 'personal' and c.registered_on <= ${end} and c.valid_until >= ${end}
    and (c.closed_on is null or c.closed_on > ${end})`
  const whole = { all: sql`'all'` }
  return [
    {
      measure: 'registered',
      rows: sql`select ${unitSpot}, ${background}, ${monthOf(sql`c.registered_on`)} as month
        from card c ${unitPlace(sql`c.registered_on`)} join issuing_unit u on u.id = c.unit_id where ${registered}`,
      divisions: { ...byBackground, month: sql`f.month` },
    },
    {
      measure: 'renewed',
      rows: sql`select ${unitSpot} from card c join card_renewal r on r.new_card_id = c.id
        ${unitPlace(sql`c.registered_on`)} where ${registered}`,
      divisions: whole,
    },
    {
      measure: 'valid',
      rows: sql`select ${unitSpot}, ${background}
        from card c ${unitPlace(end)} join issuing_unit u on u.id = c.unit_id where ${valid}`,
      divisions: byBackground,
    },
    {
      measure: 'expiring',
      rows: sql`select ${unitSpot} from card c ${unitPlace(end)}
        where ${valid} and c.valid_until <= (${until}::date + interval '3 months')::date`,
      divisions: whole,
    },
  ]
}

/** A use that stood at the time, with the place of its site that day; `each`: what a use is counted by. */
export const usesOf = ({ from, until, asOf }: Span, type: 'personal' | 'community', each = sql``) => sql`
  from use u join site_period p on p.site_id = u.site_id and (p.period_from is null or p.period_from <= u.used_on)
    and (p.period_until is null or u.used_on <= p.period_until)
  left join municipality m on m.id = p.municipality_id and p.area_id is not null
  left join card c on c.id = u.card_id ${each}
  where u.used_on between ${from}::date and ${until}::date and u.received_at <= ${asOf}::timestamptz
    and coalesce(c.type, u.anonymous_type) = ${type}
    and not exists (select from use_cancellation x where x.use_id = u.id and x.cancelled_at <= ${asOf}::timestamptz)`
/** A pop-up site counts in no place but the country. Of a card that nobody knows any more, each use is one of its own. */
export const useSpot = sql`u.site_id as spot_id, m.id as municipality_id, p.area_id, m.county_id,
  coalesce(u.card_id::text, u.id::text) as card`

const hourBand = sql`(select case when h.hour < 10 then '0-9' when h.hour >= 20 then '20-23'
    else h.hour / 2 * 2 || '-' || h.hour / 2 * 2 + 1 end
  from (select extract(hour from u.used_at at time zone 'Europe/Helsinki')::int as hour) h)`
const home = sql`case when p.area_id is null then 'no-area' else coalesce((
    select case when i.area_id = p.area_id then 'own-area' else 'other-area' end from unit_period i
    where i.unit_id = c.unit_id and (i.period_from is null or i.period_from <= u.used_on)
      and (i.period_until is null or u.used_on <= i.period_until)), 'unknown') end`
/** A row for adults and one for children. */
export const byAudience = sql`cross join lateral (values ('adults', u.adults), ('children', u.children)) t (audience, amount)`

/** Tickets of adults and children; companions are not counted, as everywhere in the statistics. */
const ticketFacts = (span: Span): Facts[] => [
  {
    measure: 'tickets',
    rows: sql`select ${useSpot}, t.audience, t.amount, u.category, u.source, ${hourBand} as hour, ${home} as home,
        extract(isodow from u.used_on)::text as weekday, ${monthOf(sql`u.used_on`)} as month
      ${usesOf(span, 'personal', byAudience)} and t.amount > 0`,
    divisions: {
      ...{ all: sql`'all'`, audience: sql`f.audience`, category: sql`f.category`, source: sql`f.source` },
      ...{ hour: sql`f.hour`, home: sql`f.home`, weekday: sql`f.weekday`, month: sql`f.month` },
    },
  },
  {
    measure: 'community-tickets',
    rows: sql`select ${useSpot}, t.amount ${usesOf(span, 'community', byAudience)} and t.amount > 0`,
    divisions: { all: sql`'all'` },
  },
  {
    measure: 'users',
    rows: sql`select distinct ${useSpot}, 1 as amount ${usesOf(span, 'personal')} and u.adults + u.children > 0`,
    divisions: { all: sql`'all'` },
  },
]

/** Every grain of place at once; a county is that of the municipality. */
const grains = sql`grouping sets (
  (f.spot_id, f.municipality_id, f.area_id, f.county_id, d.division, d.part, f.card),
  (f.spot_id, d.division, d.part, f.card), (f.municipality_id, f.area_id, f.county_id, d.division, d.part, f.card),
  (f.municipality_id, f.county_id, d.division, d.part, f.card), (f.area_id, d.division, d.part, f.card),
  (f.county_id, d.division, d.part, f.card), (d.division, d.part, f.card))`
const grain = sql`case when grouping(f.spot_id) = 0 and grouping(f.area_id) = 0 then 'spot'
  when grouping(f.spot_id) = 0 then 'place'
  when grouping(f.municipality_id) = 0 and grouping(f.area_id) = 0 then 'municipality-in-area'
  when grouping(f.municipality_id) = 0 then 'municipality' when grouping(f.area_id) = 0 then 'area'
  when grouping(f.county_id) = 0 then 'county' else 'country' end`

/** Counts facts at every grain of place, in every division that they have. */
export const countFacts = async (
  db: Read,
  { measure, rows: facts, divisions }: Facts,
): Promise<Counted[]> => {
  const classes = sql.join(
    Object.entries(divisions).map(([name, part]) => sql`(${name}::text, ${part}::text)`),
  )
  const { rows } = await sql<Counted>`
    with f as materialized (${facts}), by_card as (
      select ${grain} as grain, f.spot_id, f.municipality_id, f.area_id, f.county_id, d.division, d.part, f.card,
        sum(f.amount) as amount
      from f cross join lateral (values ${classes}) d (division, part) group by ${grains}
    )
    select ${measure} as measure, division, part, grain, spot_id as "spotId", municipality_id as "municipalityId",
      area_id as "areaId", county_id as "countyId", ${isSum(measure) ? sql`sum(amount)` : sql`count(*)`}::int as count,
      count(*)::int as cards, max(amount)::int as largest
    from by_card group by grain, spot_id, municipality_id, area_id, county_id, division, part`.execute(db)
  return rows
}

/**
 * Cards whose first standing use ever, at a site, in a municipality or in an area falls in the span. A card that nobody
 * knows any more has no first use.
 */
const countNewAudience = async (db: Read, span: Span): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    with used as (
      select distinct ${useSpot}, u.card_id ${usesOf(span, 'personal')} and u.adults + u.children > 0 and u.card_id is not null
    ), earlier as (
      select distinct e.site_id, q.municipality_id, q.area_id, e.card_id
      from use e join site_period q on q.site_id = e.site_id and (q.period_from is null or q.period_from <= e.used_on)
        and (q.period_until is null or e.used_on <= q.period_until)
      where e.card_id in (select card_id from used) and e.used_on < ${span.from}::date
        and not exists (select from use_cancellation x where x.use_id = e.id)
    ), first as (
      select 'place' as grain, spot_id, null::int as municipality_id, null::int as area_id, null::int as county_id, card_id from used u
      where not exists (select from earlier e where e.card_id = u.card_id and e.site_id = u.spot_id)
      union all
      select distinct 'municipality', null::int, municipality_id, null::int, county_id, card_id from used u
      where municipality_id is not null
        and not exists (select from earlier e where e.card_id = u.card_id and e.municipality_id = u.municipality_id)
      union all
      select distinct 'area', null::int, null::int, area_id, null::int, card_id from used u
      where area_id is not null and not exists (select from earlier e where e.card_id = u.card_id and e.area_id = u.area_id)
    )
    select 'new-audience' as measure, 'all' as division, 'all' as part, grain, spot_id as "spotId",
      municipality_id as "municipalityId", area_id as "areaId", county_id as "countyId",
      count(distinct card_id)::int as count, count(distinct card_id)::int as cards, 1 as largest
    from first group by grain, spot_id, municipality_id, area_id, county_id`.execute(db)
  return rows
}

/** Cards first used in the span; the place is that of the unit on the day of registration. */
const firstUseFacts = ({ from, until, asOf }: Span): Facts => ({
  measure: 'taken-into-use',
  rows: sql`select ${unitSpot} from card c ${unitPlace(sql`c.registered_on`)}
    where c.type = 'personal' and c.registered_on is not null and exists (
      select from use u where u.card_id = c.id and u.used_on between ${from}::date and ${until}::date
        and u.received_at <= ${asOf}::timestamptz
        and not exists (select from use_cancellation x where x.use_id = u.id and x.cancelled_at <= ${asOf}::timestamptz))
      and not exists (select from use u where u.card_id = c.id and u.used_on < ${from}::date
        and not exists (select from use_cancellation x where x.use_id = u.id))`,
  divisions: { all: sql`'all'` },
})

/** All counts of a span, at every grain of place; what is not there is 0. */
export const countSpan = async (db: Read, span: Span): Promise<Counted[]> => {
  const counted: Counted[] = []
  for (const facts of [...cardFacts(span), firstUseFacts(span), ...ticketFacts(span)])
    counted.push(...(await countFacts(db, facts)))
  return [...counted, ...(await countNewAudience(db, span))]
}

/** The first day with something recorded, of uses the first of its month; null while there is none. */
export const firstDay = async (db: Read): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day | null }>`select first_recorded_on() as day`.execute(db)
  return rows[0]!.day
}
