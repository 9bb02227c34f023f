import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { AreaContact, AreaField, ContactSide, PageFacts } from './page-rules.ts'
import type { KeptArea } from './queries.ts'

type By = { actor: string; now: Date }
export type AreaWords = Partial<Record<AreaField, Partial<Record<HolderLanguage, string>>>>
export type AreaContacts = Partial<Record<ContactSide, AreaContact>>

/** The area's own words for its local page, in the languages that it has. */
export const findWords = async (db: Read, areaId: number): Promise<AreaWords> => {
  const rows = await db
    .selectFrom('area_text')
    .select(['field', 'language', 'text'])
    .where('area_id', '=', areaId)
    .execute()
  const words: AreaWords = {}
  for (const { field, language, text } of rows) words[field] = { ...words[field], [language]: text }
  return words
}

/** An empty text takes the language away. */
export const saveWords = (
  db: Write,
  area: KeptArea,
  { field, language, text }: { field: AreaField; language: HolderLanguage; text: string },
  by: By,
) => {
  if (text === '')
    return db
      .deleteFrom('area_text')
      .where('area_id', '=', area.id)
      .where('field', '=', field)
      .where('language', '=', language)
      .execute()
  const row = { text, changed_at: by.now, changed_by: by.actor }
  return db
    .insertInto('area_text')
    .values({ area_id: area.id, field, language, ...row })
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'field', 'language']).doUpdateSet(row).where('area_text.text', '<>', text),
    )
    .execute()
}

/** What is said once for all languages; nothing of an area whose coordinators have said nothing. */
export const findPageFacts = async (db: Read, areaId: number): Promise<PageFacts> => {
  const row = await db
    .selectFrom('area_page')
    .select(['own_url as ownUrl', 'notice_from as noticeFrom', 'notice_until as noticeUntil'])
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  return row ?? { ownUrl: null, noticeFrom: null, noticeUntil: null }
}

export const savePageFacts = (db: Write, area: KeptArea, facts: PageFacts, { actor, now }: By) => {
  const row = {
    ...{ own_url: facts.ownUrl, notice_from: facts.noticeFrom, notice_until: facts.noticeUntil },
    ...{ changed_at: now, changed_by: actor },
  }
  return db
    .insertInto('area_page')
    .values({ area_id: area.id, ...row })
    .onConflict((conflict) => conflict.column('area_id').doUpdateSet(row))
    .execute()
}

/** Whom the public may ask of the area. */
export const findAreaContacts = async (db: Read, areaId: number): Promise<AreaContacts> => {
  const rows = await db
    .selectFrom('area_contact')
    .select(['side', 'name', 'email', 'phone'])
    .where('area_id', '=', areaId)
    .execute()
  return Object.fromEntries(rows.map(({ side, ...contact }) => [side, contact]))
}

/** Null takes the contact away. */
export const saveAreaContact = (
  db: Write,
  area: KeptArea,
  side: ContactSide,
  contact: AreaContact | null,
  { actor, now }: By,
) => {
  if (contact === null)
    return db.deleteFrom('area_contact').where('area_id', '=', area.id).where('side', '=', side).execute()
  const row = { ...contact, changed_at: now, changed_by: actor }
  return db
    .insertInto('area_contact')
    .values({ area_id: area.id, side, ...row })
    .onConflict((conflict) => conflict.columns(['area_id', 'side']).doUpdateSet(row))
    .execute()
}

/** What leads to an area's pages: its address with us, and the page that it keeps itself. */
export type AreaLink = KeptArea & { slug: string; ownUrl: string | null }

const links = sql`
  select a.id, a.name, a.name_sv as "nameSv", coalesce(c.slug, a.id::text) as slug, p.own_url as "ownUrl"
  from area a left join area_slug c on c.area_id = a.id and c.is_current
  left join area_page p on p.area_id = a.id`

export const listAreaLinks = async (db: Read): Promise<AreaLink[]> =>
  (await sql<AreaLink>`${links} order by a.id`.execute(db)).rows

/** @param name what stands in an address: the area's name there, one that it had before, or its id */
export const findAreaLink = async (db: Read, name: string): Promise<AreaLink | undefined> => {
  if (!/^[a-z\d-]{1,200}$/.test(name)) return undefined
  const id = /^[1-9]\d{0,8}$/.test(name) ? Number(name) : null
  const { rows } = await sql<AreaLink>`${links}
    where a.id = coalesce(${id}::int, (select area_id from area_slug where slug = ${name}))`.execute(db)
  return rows[0]
}

/** The latest day on which its coordinators changed what the local page says; null when they never did. */
export const findLastChange = async (db: Read, areaId: number): Promise<Date | null> => {
  const { rows } = await sql<{ at: Date | null }>`
    select max(changed_at) as at from (
      select changed_at from area_text where area_id = ${areaId}
      union all select changed_at from area_page where area_id = ${areaId}
      union all select changed_at from area_contact where area_id = ${areaId}) c`.execute(db)
  return rows[0]!.at
}
