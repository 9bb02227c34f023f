import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Owner } from '../contacts/queries.ts'
import type { Read } from '../db/db.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import { alphabetically, isKept } from '../places/queries.ts'
import type { Given, GivenMonth } from './rules.ts'

/*
 * Read from the rollup of months, never from uses: tickets of adults and children, companions not counted, of personal and
 * community cards alike, for both are let in without a ticket bought. What was merged into another site counts there, by
 * that site's prices. A month's tickets have the price that is in force on its first day.
 */

/** Which site each site stands for by now: itself, or what it was merged into. */
export const heirs = sql`with recursive heir as (
    select id, id as site_id from site where merged_into_id is null
    union all select t.id, h.site_id from site t join heir h on t.merged_into_id = h.id
  )`

const counts = sql`sum(m.adults + m.children)::integer as tickets, sum(m.children)::integer as children,
  coalesce(sum(m.adults + m.children) filter (where m.card_type = 'community'), 0)::integer as community,
  coalesce(sum(m.adults::bigint * p.adult_cents + m.children::bigint * p.child_cents), 0)::double precision as cents,
  coalesce(sum(m.adults + m.children) filter (where p.list_id is null), 0)::integer as unpriced`

/** Of each price list that stands, from which month it holds and before which it does not. */
export const lists = sql`, list as (
    select id, site_id, valid_from, lead(valid_from) over (partition by site_id order by valid_from) as valid_before
    from price_list where taken_back_at is null
  )`

/** The price `p` of the kind and month of `m`, where the site of the list is that of `site`. */
const pricesOf = (site: 'h' | 'm') => sql`
  left join list l on l.site_id = ${sql.ref(`${site}.site_id`)} and l.valid_from <= m.month
    and (l.valid_before is null or m.month < l.valid_before)
  left join price p on p.list_id = l.id and p.kind = m.kind`

/** Months `m` of standing sites `h`, with the price `p` of their kind. */
export const priced = sql`statistics_use_month m join heir h on h.id = m.site_id ${pricesOf('h')}`

/** The kept sites that stand, and what was merged into them, as `kept` (id, site_id). */
const keptHeirs = (scope: AreaScope) => sql`, kept as (
    select h.id, h.site_id from heir h join site t on t.id = h.site_id where ${isKept(scope, 't.area_id')}
  )`

/**
 * Tickets of a year as `given_part`, added up over months between which no price changed anywhere: then some rows a site are
 * left to find a price for, instead of some hundred. `month` is any of those months.
 */
const givenParts = (year: number) => {
  const inYear = (day: string) =>
    sql`${sql.ref(day)} between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)`
  return sql`, given_part as materialized (
    select k.site_id, m.kind, min(m.month) as month, sum(m.adults) as adults, sum(m.children) as children,
      coalesce(sum(m.adults + m.children) filter (where m.card_type = 'community'), 0) as community
    from statistics_use_month m join kept k on k.id = m.site_id
    where ${inYear('m.month')}
    group by k.site_id, m.kind, width_bucket(m.month, array(
      select distinct valid_from from price_list where taken_back_at is null and ${inYear('valid_from')} order by valid_from))
  )`
}

/** What a site has given, by month, the latest first. */
export const listGivenMonths = async (db: Read, { id }: Owner): Promise<GivenMonth[]> => {
  const { rows } = await sql<GivenMonth>`${heirs}${lists}
    select m.month, ${counts} from ${priced}
    where m.site_id in (select id from heir where site_id = ${id})
    group by m.month having sum(m.adults + m.children) > 0 order by m.month desc`.execute(db)
  return rows
}

export type GivingSite = Given & MunicipalityNames & { id: number; name: string }

/** The kept sites that gave something in a year, by name; closed ones too. */
export const listGivingSites = async (db: Read, scope: AreaScope, year: number): Promise<GivingSite[]> => {
  const { rows } = await sql<GivingSite>`${heirs}${lists}${keptHeirs(scope)}${givenParts(year)}, given as (
      select m.site_id, sum(m.adults + m.children)::integer as tickets, sum(m.children)::integer as children,
        sum(m.community)::integer as community,
        coalesce(sum(m.adults * p.adult_cents + m.children * p.child_cents), 0)::double precision as cents,
        coalesce(sum(m.adults + m.children) filter (where p.list_id is null), 0)::integer as unpriced
      from given_part m ${pricesOf('m')} group by m.site_id having sum(m.adults + m.children) > 0
    )
    select t.id, t.name, c.name_fi as "nameFi", c.name_sv as "nameSv", g.tickets, g.children, g.community, g.cents, g.unpriced
    from given g join site t on t.id = g.site_id join municipality c on c.id = t.municipality_id
    order by ${alphabetically(sql`t.name`)}, t.id`.execute(db)
  return rows
}

/** The years in which the kept sites gave something, the latest first. */
export const listGivingYears = async (db: Read, scope: AreaScope): Promise<number[]> => {
  const { rows } = await sql<{ year: number }>`
    select distinct y.year from statistics_use_year y join site t on t.id = y.site_id
    where ${isKept(scope, 't.area_id')} and y.uses > 0 order by year desc`.execute(db)
  return rows.map(({ year }) => year)
}
