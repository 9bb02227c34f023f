import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { MonthCounts, YearCounts } from './rules.ts'

/*
 * Read from the rollups alone, never from uses: the national table of thirty million uses is as quick as that of none.
 * Personal cards only; the tickets of community cards are a series of their own, outside the national table.
 */

/**
 * The years with something recorded, ascending, in one statement so that a row's figures belong together.
 * A row that undoing brought back to zero counts as never recorded.
 */
export const listYearCounts = async (db: Read): Promise<YearCounts[]> => {
  const { rows } = await sql<YearCounts>`
    with used as (
      select year, municipality_id, category, adults, children
      from statistics_use_year where card_type = 'personal' and uses > 0
    ), issued as (
      select year, municipality_id, registered, taken_into_use
      from statistics_card_year where card_type = 'personal' and registered > 0
    ), tickets as (
      select year, jsonb_object_agg(category, jsonb_build_object('adult', adults, 'child', children)) as tickets
      from (
        select year, category, sum(adults) as adults, sum(children) as children
        from used group by year, category
      ) by_category group by year
    ), cards as (
      select year, sum(registered) as registered, sum(taken_into_use) as taken_into_use from issued group by year
    ), places as (
      select year, count(municipality_id) as municipalities
      from (select year, municipality_id from used union select year, municipality_id from issued) every_place
      group by year
    )
    select p.year, coalesce(c.registered, 0)::int as registered,
      coalesce(c.taken_into_use, 0)::int as "takenIntoUse", p.municipalities::int as municipalities, t.tickets
    from places p left join tickets t using (year) left join cards c using (year)
    order by p.year`.execute(db)
  return rows
}

/** Tickets by month between two days, for the months that have any row; ascending. */
export const countTicketsByMonth = async (db: Read, from: Day, until: Day): Promise<MonthCounts[]> => {
  const { rows } = await sql<MonthCounts>`
    select month, sum(adults)::int as adults, sum(children)::int as children
    from statistics_use_month
    where card_type = 'personal' and month between ${from}::date and ${until}::date
    group by month order by month`.execute(db)
  return rows
}
