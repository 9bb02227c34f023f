import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import { type Flags, type ListedPlace, listPlaces } from '../places/list-queries.ts'
import { hasWords, isKept, isOf, isPaused } from '../places/queries.ts'
import type { SiteState } from './rules.ts'

/** What a list of sites is narrowed to; an empty text means no limit. */
export type SiteFilter = {
  words: readonly string[]
  area: string
  municipality: string
  category: string
  state: string
  attention: string
}

type Row = ListedPlace & {
  state: SiteState
  organisation: string
  category: Category
  nameFi: string
  nameSv: string | null
  /** Null for a pop-up site. */
  area: string | null
}
export type ListedSite = Row & Flags

/** In which state a site is on the day. */
export const siteStateOn = (today: Day) => sql<SiteState>`case
  when s.closed_on <= ${today}::date or s.popup_until < ${today}::date then 'closed'
  when ${isPaused('site', 's.id', today)} then 'paused'
  when s.area_id is null then 'pop-up' else 'active' end`

const sites = (scope: AreaScope, filter: SiteFilter, today: Day) => sql<Row>`
  select s.id, s.organisation_id as "organisationId", s.name, o.name as organisation, s.category,
    m.name_fi as "nameFi", m.name_sv as "nameSv", a.name as area, x.last_used_on as last,
    ${siteStateOn(today)} as state
  from site s
  join organisation o on o.id = s.organisation_id
  join municipality m on m.id = s.municipality_id
  left join area a on a.id = s.area_id
  left join site_activity x on x.site_id = s.id
  where s.merged_into_id is null and ${isKept(scope, 's.area_id')} and ${isOf('s.area_id', filter.area)}
    and ${isOf('s.municipality_id', filter.municipality)}
    and ${filter.category === '' ? sql`true` : sql`s.category = ${filter.category}`}
    and ${hasWords(sql`concat_ws(' ', s.name, o.name, m.name_fi, m.name_sv)`, filter.words)}`

/** Sites of the kept areas; the centre keeps the pop-up sites too. @param page null for all of them */
export const listSites = (
  db: Read,
  scope: AreaScope,
  filter: SiteFilter,
  today: Day,
  page: { page: number; size: number } | null,
): Promise<{ rows: ListedSite[]; total: number }> =>
  listPlaces(db, 'site', sites(scope, filter, today), { ...filter, today }, page)
