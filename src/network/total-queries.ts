import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { openSiteIds, standingOn } from './queries.ts'
import type { NetworkTotals } from './rules.ts'

/**
 * What the network is on the day, and what it has been at any time until then. Places that were merged are counted as the
 * one that they became; municipalities are those in which the card is or was in use, not those that prepare or merely
 * think of it; counties are those of these municipalities, in Finland.
 */
export const countNetworkEver = async (db: Read, day: Day): Promise<NetworkTotals> => {
  const { rows } = await sql<NetworkTotals>`
    with standing as (${standingOn(day)}),
    used as (
      select s.municipality_id, m.county_id, coalesce(n.phase in ('pilot', 'permanent'), false) as is_now
      from area_membership s join municipality m on m.id = s.municipality_id left join standing n
        on n.municipality_id = s.municipality_id and n.area_id = s.area_id
      where s.phase in ('pilot', 'permanent', 'ended') and (s.phase_from is null or s.phase_from <= ${day}::date)
    )
    select
      (select jsonb_build_object('now', count(*) filter (where (u.closed_on is null or u.closed_on > ${day}::date)
          and s.phase is distinct from 'ended'), 'ever', count(*))
        from issuing_unit u left join standing s on s.municipality_id = u.municipality_id
        where u.state = 'active' and u.merged_into_id is null) as units,
      (select jsonb_build_object('now', count(*) filter (where t.id in (${openSiteIds(day)})), 'ever', count(*))
        from site t where t.merged_into_id is null and (t.popup_from is null or t.popup_from <= ${day}::date)) as sites,
      (select jsonb_build_object('now', count(distinct municipality_id) filter (where is_now),
          'ever', count(distinct municipality_id)) from used) as municipalities,
      (select jsonb_build_object('now', count(distinct county_id) filter (where is_now),
          'ever', count(distinct county_id)) from used) as counties`.execute(db)
  return rows[0]!
}
