import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { SiteOfScope } from '../uses/list-queries.ts'
import { useKinds } from '../uses/rules.ts'
import { isIn } from '../uses/scope-queries.ts'
import type { Totals } from './queries.ts'

/** The kinds of a row as the screens have them: in one order. */
const inOrder = <Row extends { kinds: string[] }>(row: Row) => ({
  ...row,
  kinds: useKinds.filter((kind) => row.kinds.includes(kind)),
})

/** The sites that a desk may record for, with what its screen asks by. */
export const listAppSites = async (db: Read, scope: SiteScope) => {
  const sites = await db
    .selectFrom('site as s')
    .select([
      's.id',
      's.name',
      's.allows_override as allowsOverride',
      's.keeps_unrecognised as keepsUnrecognised',
      's.kinds',
    ])
    .where(sql<boolean>`${isIn(scope, 's')}`)
    .orderBy('s.name')
    .execute()
  return sites.map(inOrder)
}

/** The latest events of each site that has recorded for any since a day, the latest first. */
export const listEventsOfAll = async (
  db: Read,
  scope: SiteScope,
  since: Day,
): Promise<{ siteId: number; events: string[] }[]> => {
  const { rows } = await sql<{ siteId: number; events: string[] }>`
    select site_id as "siteId", array_agg(event order by place) as events from (
      select u.site_id, u.event, row_number() over (partition by u.site_id order by max(u.used_at) desc) as place
      from use u join site s on s.id = u.site_id
      where ${isIn(scope, 's')} and u.used_on >= ${since}::date and u.event is not null
      group by u.site_id, u.event
    ) e where place <= 5 group by site_id`.execute(db)
  return rows
}

/** The standing records of a day, of each site that has any. */
export const countAllOn = async (
  db: Read,
  scope: SiteScope,
  day: Day,
): Promise<(Totals & { siteId: number })[]> => {
  const { rows } = await sql<Totals & { siteId: number }>`
    select u.site_id as "siteId", count(*) as uses, coalesce(sum(u.adults), 0) as adults,
      coalesce(sum(u.children), 0) as children
    from use u join site s on s.id = u.site_id
    where ${isIn(scope, 's')} and u.used_on = ${day}::date
      and not exists (select from use_cancellation x where x.use_id = u.id)
    group by u.site_id`.execute(db)
  return rows
}

/** The site in scope that a named one is today: itself, or what it has been merged into. */
export const findSiteNow = async (
  db: Read,
  scope: SiteScope,
  named: number,
): Promise<SiteOfScope | undefined> => {
  const { rows } = await sql<SiteOfScope>`
    with recursive follow as (
      select id, merged_into_id from site where id = ${named}
      union select n.id, n.merged_into_id from site n join follow f on n.id = f.merged_into_id
    )
    select s.id, s.name, s.category, s.kinds from follow f join site s on s.id = f.id
    where f.merged_into_id is null and ${isIn(scope, 's')}`.execute(db)
  return rows[0] && inOrder(rows[0])
}

/** The sites that have become this one. */
export const listFormerSites = async (db: Read, site: number): Promise<number[]> => {
  const { rows } = await sql<{ ids: number[] }>`select sites_become(array[${site}::int]) as ids`.execute(db)
  return rows[0]!.ids
}

/** Whether some row has the id already, whosever it is. */
export const isIdTaken = async (db: Write, id: string): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select use_id_taken(${id}::uuid) as taken`.execute(db)
  return rows[0]!.taken
}
