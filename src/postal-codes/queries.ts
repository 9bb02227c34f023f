import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type Country, type FoundHome, type Home, haparanda } from './rules.ts'

/** What is on the list, by where it came from; the newest first. */
export type CodeList = { source: string; licence: string; listedOn: Day; codes: number }

export const listSources = async (db: Read): Promise<CodeList[]> => {
  const { rows } = await sql<CodeList>`
    select source, licence, listed_on as "listedOn", count(*)::integer as codes from postal_code
    group by 1, 2, 3 order by 3 desc, 1`.execute(db)
  return rows
}

/** The code as it is written: five digits, and the country when the writing tells it. */
export type WrittenCode = { code: string; country: Country | null }

/**
 * The municipality of a postal code on a day: by its official code where the register has that, else by its name,
 * and through mergers that have begun. It is served where the card is in use there that day, or where the area says
 * so for a municipality outside.
 * @param areaId the area whose exceptions count; null for none
 */
export const findHome = async (
  db: Read,
  { code, country }: WrittenCode,
  { areaId, day }: { areaId: number | null; day: Day },
): Promise<FoundHome> => {
  const { rows } = await sql<Home>`
    with recursive listed as (
      select municipality_code as code, municipality as name from postal_code
      where code = ${code} and ${country !== 'SE'}::boolean
    ), place as (
      select code, name from listed
      union all
      select ${haparanda.code}, ${haparanda.name}
      where ${code.startsWith(haparanda.prefix) && country !== 'FI'}::boolean and not exists (select from listed)
    ), found as (
      select m.id, m.merged_into_id, m.merged_on from place p join municipality m
        on m.code = p.code or (m.code is null and lower(m.name_fi) = lower(p.name))
      order by m.code nulls last limit 1
    ), home as (
      select id, merged_into_id, merged_on from found
      union
      select m.id, m.merged_into_id, m.merged_on from home h join municipality m on m.id = h.merged_into_id
      where h.merged_on <= ${day}::date
    )
    select m.id as "municipalityId", coalesce(m.name_fi, p.name) as "nameFi", m.name_sv as "nameSv",
      exists (select from area_membership s where s.municipality_id = m.id and s.phase in ('pilot', 'permanent')
        and ${day}::date between coalesce(s.phase_from, '-infinity') and coalesce(s.phase_until, 'infinity'))
      or exists (select from area_home_exception x where x.municipality_id = m.id and x.area_id = ${areaId}::integer
        and ${day}::date between x.valid_from and coalesce(x.valid_until, 'infinity')) as "isServed"
    from place p left join municipality m
      on m.id = (select h.id from home h where h.merged_on is null or h.merged_on > ${day}::date limit 1)`.execute(
    db,
  )
  return { isListed: await hasPostalCodes(db), home: rows[0] ?? null }
}

export const hasPostalCodes = async (db: Read): Promise<boolean> =>
  (await db.selectFrom('postal_code').select('code').limit(1).executeTakeFirst()) !== undefined
