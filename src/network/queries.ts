import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category, Membership, MunicipalityNames, Phase } from './rules.ts'

/**
 * Where each municipality stands on the day: the membership that has begun last, else the first one to come.
 * One that begins later is being prepared; one that is over, with none after it, has ended.
 */
export const standingOn = (day: Day) => sql`
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
  municipalityId: number
  /** Null of a pop-up site. */
  areaId: number | null
  /** Outside the networks: a benefit of its own, in a municipality that need not use the card. */
  isPopUp: boolean
  /** It records nothing for now. */
  isPaused: boolean
  /** Of the site's municipality; null where that was never in an area. */
  phase: Phase | null
}

/** A site `t`, with `s` as its municipality’s standing, that is neither closed nor merged, nor a pop-up site whose time is over. */
const isStandingOn = (day: Day) => sql`(t.area_id is null or s.phase is distinct from 'ended')
  and (t.closed_on is null or t.closed_on > ${day}::date) and t.merged_into_id is null
  and (t.popup_until is null or t.popup_until >= ${day}::date)`

/** The same, and that the public may go to: of a pop-up site, when its first day has come. */
const isOpenOn = (day: Day) => sql`${isStandingOn(day)}
  and (t.popup_from is null or t.popup_from <= ${day}::date)`

/** So many days before its first day a pop-up site is told of among the places to go to. */
const popUpToldAhead = 60

/** The same as open, or a pop-up site that opens soon. */
export const isToldOn = (day: Day) => sql`${isStandingOn(day)}
  and (t.popup_from is null or t.popup_from <= ${day}::date + ${popUpToldAhead}::integer)`

/** The ids of the sites that the public may go to on the day, paused ones too. */
export const openSiteIds = (day: Day) => sql`
  select t.id from site t left join (${standingOn(day)}) s on s.municipality_id = t.municipality_id
  where ${isOpenOn(day)}`

/** The same, and of the pop-up sites whose first day is still to come. */
export const standingSiteIds = (day: Day) => sql`
  select t.id from site t left join (${standingOn(day)}) s on s.municipality_id = t.municipality_id
  where ${isStandingOn(day)}`

export type PublicMember = MunicipalityNames & {
  id: number
  /** The official number; null where nobody has given it. */
  code: string | null
  country: 'FI' | 'SE'
  area: { id: number; nameFi: string; nameSv: string | null }
} & Pick<Membership, 'phase' | 'until' | 'crossUse' | 'preliminary'>

/** The municipalities that use the card on the day or prepare to, by name. A mere interest is not public. */
export const listPublicMembers = async (db: Read, day: Day): Promise<PublicMember[]> => {
  const { rows } = await sql<PublicMember>`
    select m.id, m.code, m.country, m.name_fi as "nameFi", m.name_sv as "nameSv",
      json_build_object('id', a.id, 'nameFi', a.name, 'nameSv', a.name_sv) as area,
      s.phase, s.phase_until as until, s.cross_use as "crossUse", s.preliminary
    from (${standingOn(day)}) s
    join area a on a.id = s.area_id
    join municipality m on m.id = s.municipality_id
    where s.phase in ('preparing', 'pilot', 'permanent')
    order by m.name_fi, m.id`.execute(db)
  return rows
}

/** Every site with its municipality, in one statement. Those of a municipality that has left are not listed, nor closed ones. */
export const listSites = async (db: Read, day: Day): Promise<SiteRow[]> => {
  const { rows } = await sql<SiteRow>`/* network.list-sites */
    select t.id, t.name, t.category, m.name_fi as "nameFi", m.name_sv as "nameSv",
      t.municipality_id as "municipalityId", t.area_id as "areaId",
      t.area_id is null as "isPopUp", s.phase, t.id in (
        select site_id from pause where site_id is not null and paused_from <= ${day}::date
          and (paused_until is null or paused_until >= ${day}::date)) as "isPaused"
    from site t
    join municipality m on m.id = t.municipality_id
    left join (${standingOn(day)}) s on s.municipality_id = t.municipality_id
    where ${isOpenOn(day)}`.execute(db)
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
        where ${isOpenOn(day)}) as sites,
      (select count(*) from standing where phase in ('pilot', 'permanent')) as municipalities`.execute(db)
  return rows[0]!
}

/** A municipality as somebody's home: its area and whether its cards work outside that; both null outside the network. */
export type Home = MunicipalityNames & { id: number; areaId: number | null; crossUse: boolean | null }

const homes = (day: Day) => sql`
  select m.id, m.name_fi as "nameFi", m.name_sv as "nameSv", s.area_id as "areaId", s.cross_use as "crossUse"
  from municipality m left join (${standingOn(day)}) s on s.municipality_id = m.id
    and s.phase in ('pilot', 'permanent')
  where m.merged_into_id is null`

/** The municipalities in which the card is in use on the day. */
export const listHomes = async (db: Read, day: Day): Promise<Home[]> =>
  (await sql<Home>`select * from (${homes(day)}) h where "areaId" is not null`.execute(db)).rows

/** Any municipality that stands, of the network or not. */
export const findHome = async (db: Read, id: number, day: Day): Promise<Home | undefined> =>
  (await sql<Home>`select * from (${homes(day)}) h where id = ${id}`.execute(db)).rows[0]
