import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { openSiteIds } from '../network/queries.ts'
import type { Category, MunicipalityNames } from '../network/rules.ts'
import { factsOn } from '../terms/queries.ts'
import type { SiteFacts } from '../terms/rules.ts'

/** What anyone may know of a site. */
export type OpenSite = SiteFacts & {
  id: number
  name: string
  category: Category
  organisation: string
  municipality: MunicipalityNames & { id: number }
  /** Null of a pop-up site. */
  area: { id: number; nameFi: string; nameSv: string | null } | null
  street: string | null
  postalCode: string | null
}

const openSites = (today: Day) => sql`
  select s.id, s.name, s.category, o.name as organisation,
    json_build_object('id', m.id, 'nameFi', m.name_fi, 'nameSv', m.name_sv) as municipality,
    case when a.id is not null then json_build_object('id', a.id, 'nameFi', a.name, 'nameSv', a.name_sv) end as area,
    s.street, s.postal_code as "postalCode", ${factsOn(today)}
  from site s
  join organisation o on o.id = s.organisation_id
  join municipality m on m.id = s.municipality_id
  left join area a on a.id = s.area_id
  left join site n on n.id = s.merged_into_id`

/** What a list of sites is narrowed to. */
export type OpenFilter = {
  municipality?: number | undefined
  area?: number | undefined
  category?: Category | undefined
}

/** The sites that the public may go to on the day, in the order of their ids, of those after one. */
export const listOpenSites = async (
  db: Read,
  { municipality, area, category }: OpenFilter,
  page: { after: number; most: number },
  today: Day,
): Promise<OpenSite[]> => {
  const { rows } = await sql<OpenSite>`${openSites(today)}
    where s.id > ${page.after} and s.id in (${openSiteIds(today)})
      and (${municipality ?? null}::int is null or s.municipality_id = ${municipality ?? null})
      and (${area ?? null}::int is null or s.area_id = ${area ?? null})
      and (${category ?? null}::text is null or s.category = ${category ?? null})
    order by s.id limit ${page.most}`.execute(db)
  return rows
}

/** Any site that is or was. */
export const findOpenSite = async (db: Read, id: number, today: Day): Promise<OpenSite | undefined> => {
  const { rows } = await sql<OpenSite>`${openSites(today)} where s.id = ${id}`.execute(db)
  return rows[0]
}
