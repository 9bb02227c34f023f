import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { KeptArea } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { openSiteIds, standingOn } from '../network/queries.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import type { Draft } from './content-rules.ts'
import type { Content, Edition, EditionName, KeptEdition, ListedSite, ListedUnit } from './rules.ts'

/** What the register has for a brochure of the area today. */
export type Register = {
  municipalities: MunicipalityNames[]
  sites: ListedSite[]
  units: ListedUnit[]
  /** Every municipality of the area keeps its cards to the area itself. */
  isLocalOnly: boolean
}

const isTakingPart = sql`s.phase in ('preparing', 'pilot', 'permanent')`

/** Open sites of the area and the units that it shows to the public, by name. A pop-up site is gone before its paper. */
export const readRegister = async (db: Read, areaId: number, today: Day): Promise<Register> => {
  const members = await sql<MunicipalityNames & { crossUse: boolean }>`
    select m.name_fi as "nameFi", m.name_sv as "nameSv", s.cross_use as "crossUse"
    from (${standingOn(today)}) s join municipality m on m.id = s.municipality_id
    where s.area_id = ${areaId} and ${isTakingPart} order by m.name_fi, m.id`.execute(db)
  const sites = await sql<ListedSite>`
    select t.id, t.name, t.category, t.street, m.name_fi as "nameFi", m.name_sv as "nameSv",
      s.phase = 'preparing' as "isComing", coalesce((
        select json_object_agg(x.language, x.text order by x.language) filter (where exists (
          select from site_text f where f.site_id = t.id and f.field = 'how' and f.language = 'fi'))
        from site_text x where x.site_id = t.id and x.field = 'how'), '{}') as how
    from site t join municipality m on m.id = t.municipality_id
    join (${standingOn(today)}) s on s.municipality_id = t.municipality_id and ${isTakingPart}
    where t.area_id = ${areaId} and t.id in (${openSiteIds(today)}) order by t.name, t.id`.execute(db)
  const units = await sql<ListedUnit>`
    select u.id, u.name, o.name as organisation, m.name_fi as "nameFi", m.name_sv as "nameSv",
      s.phase = 'preparing' as "isComing"
    from issuing_unit u join organisation o on o.id = u.organisation_id
    join municipality m on m.id = u.municipality_id
    join (${standingOn(today)}) s on s.municipality_id = u.municipality_id and ${isTakingPart}
    where u.area_id = ${areaId} and u.is_public and u.state = 'active' and u.merged_into_id is null
      and coalesce(u.closed_on, 'infinity') > ${today}::date order by u.name, u.id`.execute(db)
  return {
    municipalities: members.rows.map(({ nameFi, nameSv }) => ({ nameFi, nameSv })),
    ...{ sites: sites.rows, units: units.rows },
    isLocalOnly: members.rows.length > 0 && members.rows.every(({ crossUse }) => !crossUse),
  }
}

export const findDraft = async (db: Read, area: KeptArea): Promise<Draft | undefined> => {
  const row = await db
    .selectFrom('brochure_draft')
    .select('choices')
    .where('area_id', '=', area.id)
    .executeTakeFirst()
  return row?.choices as Draft | undefined
}

export const saveDraft = (db: Write, area: KeptArea, draft: Draft, by: { actor: string; now: Date }) => {
  const row = { choices: JSON.stringify(draft), changed_at: by.now, changed_by: by.actor }
  return db
    .insertInto('brochure_draft')
    .values({ area_id: area.id, ...row })
    .onConflict((conflict) => conflict.column('area_id').doUpdateSet(row))
    .execute()
}

/** Held until the transaction ends: of two who publish at once, the second sees what the first did. */
export const lockDraft = async (db: Write, area: KeptArea): Promise<Draft | undefined> => {
  const row = await db
    .selectFrom('brochure_draft')
    .select('choices')
    .where('area_id', '=', area.id)
    .forUpdate()
    .executeTakeFirst()
  return row?.choices as Draft | undefined
}

export const addEdition = (
  db: Write,
  area: KeptArea,
  { year, number, content, publishedOn }: Edition,
  by: { actor: string; now: Date },
) =>
  db
    .insertInto('brochure_edition')
    .values({
      ...{ area_id: area.id, year, number, content: JSON.stringify(content) },
      ...{ published_on: publishedOn, published_at: by.now, published_by: by.actor },
    })
    .execute()

/** All editions of an area, the latest first; those that were withdrawn too, by name alone. */
export const listEditions = async (db: Read, areaId: number): Promise<KeptEdition[]> =>
  (
    await sql<KeptEdition>`
      select year, number, published_on as "publishedOn", withdrawn_on as "withdrawnOn"
      from brochure_editions(${areaId})`.execute(db)
  ).rows

/** @returns undefined too of an edition that was withdrawn, for whoever may not read it */
export const findEdition = async (
  db: Read,
  areaId: number,
  { year, number }: EditionName,
): Promise<Edition | undefined> => {
  const row = await db
    .selectFrom('brochure_edition')
    .select(['year', 'number', 'published_on as publishedOn', 'content'])
    .where('area_id', '=', areaId)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && { ...row, content: row.content as Content }
}

/** The areas that have a brochure, by name: id of the area and its latest edition. */
export const listCurrentBrochures = async (
  db: Read,
): Promise<ReadonlyMap<string, EditionName & { areaId: number }>> => {
  const { rows } = await sql<EditionName & { areaId: number; area: string }>`
    select distinct on (e.area_id) a.name as area, e.area_id as "areaId", e.year, e.number
    from brochure_edition e join area a on a.id = e.area_id
    where not brochure_is_withdrawn(e.area_id, e.year, e.number)
    order by e.area_id, e.year desc, e.number desc`.execute(db)
  return new Map(rows.map(({ area, ...edition }) => [area, edition]))
}

/** The kept areas in which the card is in use today and that have no edition of the year: their coordinators' task. */
export const listAreasWithoutBrochure = async (
  db: Read,
  { areaId }: AreaScope,
  today: Day,
): Promise<KeptArea[]> => {
  const { rows } = await sql<KeptArea>`
    select a.id, a.name, a.name_sv as "nameSv" from area a
    where (${areaId}::int is null or a.id = ${areaId})
      and exists (select from (${standingOn(today)}) s where s.area_id = a.id and s.phase in ('pilot', 'permanent'))
      and not exists (select from brochure_edition e where e.area_id = a.id
        and e.year = extract(year from ${today}::date)
        and not brochure_is_withdrawn(e.area_id, e.year, e.number))
    order by a.name`.execute(db)
  return rows
}
