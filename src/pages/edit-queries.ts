import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import type { AddedKind, Behind, Kind, Professional, Status, Teller } from './rules.ts'

/** A version without its text. `by` is the name of who saved it; null for the program, and for who is known no more. */
export type Version = Behind & {
  contentId: number
  language: HolderLanguage
  title: string
  madeAt: Date
  madeBy: string
  by: string | null
}
const versionFields = sql`v.id, v.content_id as "contentId", v.language, v.title, v.status, v.publish_at as "publishAt",
  v.translated_from as "translatedFrom", v.shipped_hash as "shippedHash", v.made_at as "madeAt", v.made_by as "madeBy"`

export type Content = {
  id: number
  kind: Kind
  key: string
  audience: Professional | null
  teller: Teller | null
  place: string | null
  year: number | null
  source: string | null
  leaveOn: Day | null
  leaveFrom: string | null
}
const contentFields = sql`c.id, c.kind, c.key, c.audience, c.teller, c.place, c.told_year as year, c.source,
  c.leave_on as "leaveOn", c.leave_from as "leaveFrom"`

/** Every content, pages first; only those that say the words anywhere in a text, when there are words. */
export const listContents = async (db: Read, words: string): Promise<Content[]> => {
  const { rows } = await sql<Content>`
    select ${contentFields} from content c
    where ${words}::text = '' or position(lower(${words}::text) in c.key) > 0 or exists (
      select from content_version v where v.content_id = c.id
        and position(lower(${words}::text) in lower(v.title || ' ' || v.plain)) > 0)
    order by array_position(array['page', 'news', 'story', 'question'], c.kind),
      case when c.kind = 'page' then c.id end, c.id desc`.execute(db)
  return rows
}

/** The versions of one content, or of all, the newest first. */
export const listVersions = async (db: Read, contentId: number | null): Promise<Version[]> => {
  const { rows } = await sql<Version>`
    select ${versionFields}, a.name as by from content_version v
    left join account a on v.made_by = 'account:' || a.id
    where ${contentId === null ? sql`true` : sql`v.content_id = ${contentId}`} order by v.id desc`.execute(db)
  return rows
}

export const findContent = async (db: Read, id: number): Promise<Content | undefined> =>
  (await sql<Content>`select ${contentFields} from content c where c.id = ${id}`.execute(db)).rows[0]

/** As `findContent`, and nobody else saves anything of it until the transaction ends. */
export const lockContent = async (db: Write, id: number): Promise<Content | undefined> =>
  (await sql<Content>`select ${contentFields} from content c where c.id = ${id} for update`.execute(db))
    .rows[0]

export type VersionText = { id: number; title: string; lead: string; body: string }

export const findVersionText = async (db: Read, id: number): Promise<VersionText | undefined> =>
  await db
    .selectFrom('content_version')
    .select(['id', 'title', 'lead', 'body'])
    .where('id', '=', id)
    .executeTakeFirst()

export type Shipped = { contentId: number; language: string; hash: string }
export const listShipped = async (db: Read): Promise<Shipped[]> =>
  await db.selectFrom('shipped_text').select(['content_id as contentId', 'language', 'hash']).execute()

export const findShipped = async (db: Read, contentId: number, language: string) =>
  await db
    .selectFrom('shipped_text')
    .select(['title', 'lead', 'body', 'hash'])
    .where('content_id', '=', contentId)
    .where('language', '=', language)
    .executeTakeFirst()

type By = { actor: string; now: Date }

/** What the contents of a kind are called in addresses. */
export const listKeys = async (db: Read, kind: Kind): Promise<string[]> => {
  const rows = await db.selectFrom('content').select('key').where('kind', '=', kind).execute()
  return rows.map(({ key }) => key)
}

export const addContent = async (
  db: Write,
  { kind, key, audience = null }: { kind: AddedKind; key: string; audience?: Professional | null },
  { actor, now }: By,
): Promise<number> => {
  const { id } = await db
    .insertInto('content')
    .values({ kind, key, audience, made_at: now, made_by: actor })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type NewVersion = {
  contentId: number
  language: HolderLanguage
  title: string
  lead: string
  body: string
  /** The words alone, for searching. */
  plain: string
  status: Status
  publishAt: Date | null
  translatedFrom: number | null
  shippedHash: string | null
}

export const addVersion = async (db: Write, made: NewVersion, { actor, now }: By): Promise<number> => {
  const { id } = await db
    .insertInto('content_version')
    .values({
      content_id: made.contentId,
      language: made.language,
      title: made.title,
      lead: made.lead,
      body: made.body,
      plain: made.plain,
      status: made.status,
      publish_at: made.publishAt,
      translated_from: made.translatedFrom,
      shipped_hash: made.shippedHash,
      made_at: now,
      made_by: actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says whether a version is shown. Its text stays as it was saved. */
export const setStatus = async (
  db: Write,
  id: number,
  { status, publishAt }: { status: Status; publishAt: Date | null },
): Promise<void> => {
  await db
    .updateTable('content_version')
    .set({ status, publish_at: publishAt })
    .where('id', '=', id)
    .execute()
}

/** Says whom a news item or a question is for. */
export const setAudience = async (db: Write, id: number, audience: Professional | null): Promise<void> => {
  await db.updateTable('content').set({ audience }).where('id', '=', id).execute()
}

export type StoryDetails = Omit<Content, 'id' | 'kind' | 'key' | 'audience'>

export const saveStoryDetails = async (db: Write, id: number, told: StoryDetails): Promise<void> => {
  await db
    .updateTable('content')
    .set({
      teller: told.teller,
      place: told.place,
      told_year: told.year,
      source: told.source,
      leave_on: told.leaveOn,
      leave_from: told.leaveFrom,
    })
    .where('id', '=', id)
    .execute()
}
