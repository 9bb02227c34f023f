import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import { alphabetically, isKept } from '../places/queries.ts'

export type QuietSite = MunicipalityNames & {
  id: number
  name: string
  /** The latest day on which it recorded anything, in the time or outside of it; null for never. */
  lastUsedOn: Day | null
}

/**
 * The kept sites that were in use in a time of whole months and recorded nothing in it that still stands, by name. One that
 * was closed or merged by its end, paused through all of it, or a pop-up outside its own time, was not in use. When a site
 * began is not kept: one that joined later is listed for earlier times too.
 * @param from the first day of the first month
 * @param until the last day of the last month, or today within it
 */
export const listQuietSites = async (
  db: Read,
  scope: AreaScope,
  { from, until }: { from: Day; until: Day },
): Promise<QuietSite[]> => {
  const { rows } = await sql<QuietSite>`
    select t.id, t.name, c.name_fi as "nameFi", c.name_sv as "nameSv", x.last_used_on as "lastUsedOn"
    from site t join municipality c on c.id = t.municipality_id left join site_activity x on x.site_id = t.id
    where ${isKept(scope, 't.area_id')} and t.merged_into_id is null
      and (t.closed_on is null or t.closed_on > ${until}::date)
      and (t.popup_from is null or t.popup_from <= ${until}::date)
      and (t.popup_until is null or t.popup_until >= ${from}::date)
      and not exists (select from pause z where z.site_id = t.id and z.paused_from <= ${from}::date
        and (z.paused_until is null or z.paused_until >= ${until}::date))
      and not exists (select from statistics_use_month m
        where m.site_id = t.id and m.uses > 0
          and m.month between date_trunc('month', ${from}::timestamp)::date and ${until}::date)
    order by ${alphabetically(sql`t.name`)}, t.id`.execute(db)
  return rows
}
