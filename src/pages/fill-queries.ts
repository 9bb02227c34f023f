import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import { shipped } from './rules.ts'

export type FilledText = {
  key: string
  language: string
  title: string
  lead: string
  body: string
  plain: string
  hash: string
}

/** Only one start at a time may find out what is new. */
export const lockTexts = (db: Write) => sql`lock table shipped_text in share row exclusive mode`.execute(db)

/** The contents and what the latest start knew of each, `key/language` → hash. */
export const readKnownHashes = async (db: Write): Promise<Map<string, string>> => {
  const { rows } = await sql<{ name: string; hash: string }>`
    select c.key || '/' || s.language as name, s.hash from shipped_text s join content c on c.id = s.content_id`.execute(
    db,
  )
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

/** Makes sure that every page of the list has its row. */
export const addPages = async (db: Write, keys: readonly string[], now: Date): Promise<void> => {
  await db
    .insertInto('content')
    .values(keys.map((key) => ({ kind: 'page', key, made_at: now, made_by: shipped })))
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
    .execute()
}

const asRows = (texts: readonly FilledText[]) => sql`(select c.id as content_id, r.*
  from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
    as r (key text, language text, title text, lead text, body text, plain text, hash text)
  join content c on c.kind = 'page' and c.key = r.key)`

/** Keeps what the program brings now; an editor compares with it. */
export const keepShipped = async (db: Write, texts: readonly FilledText[], now: Date): Promise<void> => {
  await sql`
    insert into shipped_text (content_id, language, title, lead, body, hash, shipped_at)
    select content_id, language, title, lead, body, hash, ${now}::timestamptz from ${asRows(texts)} t
    on conflict (content_id, language) do update set title = excluded.title, lead = excluded.lead,
      body = excluded.body, hash = excluded.hash, shipped_at = excluded.shipped_at`.execute(db)
}

/**
 * Publishes texts of one language where nobody has written there: every version is the program's and none was withdrawn.
 * @returns how many were published
 */
export const publishShipped = async (db: Write, texts: readonly FilledText[], now: Date): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into content_version (content_id, language, title, lead, body, plain, status, publish_at, translated_from,
      shipped_hash, made_at, made_by)
    select t.content_id, t.language, t.title, t.lead, t.body, t.plain, 'published', ${now}::timestamptz,
      case when t.language <> 'fi' then (
        select case when f.status <> 'withdrawn' then f.id end from content_version f
        where f.content_id = t.content_id and f.language = 'fi' and f.status <> 'draft'
          and f.publish_at <= ${now}::timestamptz
        order by f.publish_at desc, f.id desc limit 1) end,
      t.hash, ${now}::timestamptz, ${shipped}
    from ${asRows(texts)} t
    where not exists (select from content_version v where v.content_id = t.content_id and v.language = t.language
      and (v.made_by <> ${shipped} or v.status = 'withdrawn'))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
