import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { standingOn } from '../network/queries.ts'
import type { Texts } from '../terms/rules.ts'
import { contactOf } from '../units/contact-queries.ts'
import { isToldOf, type PublicUnit } from './rules.ts'

/**
 * The services that give cards on the day and that their coordinators have made public: neither closed nor merged, and
 * in no municipality that has left. How one comes there is what the unit itself tells; its contact persons are its keepers' to know.
 */
export const listPublicUnits = async (db: Read, day: Day): Promise<PublicUnit[]> => {
  const { rows } = await sql<PublicUnit>`
    select u.name, u.kind, u.municipality_id as "municipalityId", u.area_id as "areaId",
      m.name_fi as "nameFi", m.name_sv as "nameSv", s.phase, u.id in (
        select unit_id from pause where unit_id is not null and paused_from <= ${day}::date
          and (paused_until is null or paused_until >= ${day}::date)) as "isPaused",
      ${contactOf} as contact
    from issuing_unit u
    left join unit_contact c on c.unit_id = u.id
    join municipality m on m.id = u.municipality_id
    left join (${standingOn(day)}) s on s.municipality_id = u.municipality_id
    where u.is_public and u.state = 'active' and u.merged_into_id is null
      and (u.closed_on is null or u.closed_on > ${day}::date)`.execute(db)
  return rows.filter(isToldOf)
}

/** How one gets a ticket at each site of an area, in the site's own words. */
export const listHowTexts = async (db: Read, areaId: number): Promise<ReadonlyMap<number, Texts>> => {
  const rows = await db
    .selectFrom('site_text as x')
    .innerJoin('site as t', 't.id', 'x.site_id')
    .select(['x.site_id as siteId', 'x.language', 'x.text', 'x.changed_at as changedAt'])
    .where('t.area_id', '=', areaId)
    .where('x.field', '=', 'how')
    .execute()
  const found = new Map<number, Texts>()
  for (const { siteId, language, text, changedAt } of rows)
    found.set(siteId, { how: { ...found.get(siteId)?.how, [language]: { text, changedAt } } })
  return found
}
