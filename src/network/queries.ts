import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category, Membership, Phase } from './rules.ts'

/**
 * Where each municipality stands on the day: the membership that has begun last, else the first one to come.
 * One that begins later is being prepared; one that is over, with none after it, has ended.
 */
const standingOn = (day: Day) => sql`
  select distinct on (municipality_id) municipality_id, area_id, phase_until, cross_use, preliminary,
    case when phase_from > ${day}::date and phase <> 'interest' then 'preparing'
      when phase_until < ${day}::date then 'ended' else phase end as phase
  from area_membership
  order by municipality_id,
    case when phase_from > ${day}::date then phase_from end nulls first, phase_from desc nulls last`

/** Every municipality that is or has been in an area, with its phase on the day. */
export const listAreas = async (db: Read, day: Day): Promise<Membership[]> => {
  const { rows } = await sql<Membership>`
    select a.name as area, m.name_fi as "nameFi", m.name_sv as "nameSv", s.phase, s.phase_until as until,
      s.cross_use as "crossUse", s.preliminary
    from (${standingOn(day)}) s
    join area a on a.id = s.area_id
    join municipality m on m.id = s.municipality_id`.execute(db)
  return rows
}

export type SiteRow = {
  id: number
  name: string
  category: Category
  nameFi: string
  nameSv: string | null
  /** Outside the networks: a benefit of its own, in a municipality that need not use the card. */
  isPopUp: boolean
  /** Of the site's municipality; null where that was never in an area. */
  phase: Phase | null
}

/** Every site with its municipality, in one statement. Those of a municipality that has left are not listed. */
export const listSites = async (db: Read, day: Day): Promise<SiteRow[]> => {
  const { rows } = await sql<SiteRow>`/* network.list-sites */
    select t.id, t.name, t.category, m.name_fi as "nameFi", m.name_sv as "nameSv",
      t.area_id is null as "isPopUp", s.phase
    from site t
    join municipality m on m.id = t.municipality_id
    left join (${standingOn(day)}) s on s.municipality_id = t.municipality_id
    where t.area_id is null or s.phase is distinct from 'ended'`.execute(db)
  return rows
}

/** How many sites a cardholder can go to on the day, and in how many municipalities the card is in use. */
export const countNetwork = async (
  db: Read,
  day: Day,
): Promise<{ sites: number; municipalities: number }> => {
  const { rows } = await sql<{ sites: number; municipalities: number }>`
    with standing as (${standingOn(day)})
    select
      (select count(*) from site t left join standing s on s.municipality_id = t.municipality_id
        where t.area_id is null or s.phase is distinct from 'ended') as sites,
      (select count(*) from standing where phase in ('pilot', 'permanent')) as municipalities`.execute(db)
  return rows[0]!
}
