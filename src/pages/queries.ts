import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import { type Dated, firstOfEach, type Kind, type Professional, shownAt, type Teller } from './rules.ts'

/** A text as readers see it. `first` is when the content was first shown in any of the languages asked for. */
export type ShownText = {
  id: number
  key: string
  language: string
  title: string
  lead: string
  body: string
  publishAt: Date
  first: Date
  /** Whom a news item or a question is for; null for everyone, and of a question for the cardholders. */
  audience: Professional | null
}
type Row = ShownText & Dated & { publishAt: Date }

/** Languages in the order in which a reader would have them. */
export type Order = readonly string[]

/** The latest version of each content and language that had been published, or withdrawn, by a moment. */
const latest = async (
  db: Read,
  { kind, keys, order, now }: { kind: Kind; keys: readonly string[] | null; order: Order; now: Date },
): Promise<Row[]> => {
  if (keys?.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (c.id, v.language) v.id, c.key, c.audience, v.language, v.title, v.lead, v.body,
      v.status, v.publish_at as "publishAt", min(v.publish_at) over (partition by c.id) as first
    from content c join content_version v on v.content_id = c.id
    where c.kind = ${kind} and ${keys === null ? sql`true` : sql`c.key in (${sql.join([...keys])})`}
      and (c.kind <> 'story' or c.leave_on is not null)
      and v.language in (${sql.join([...order])}) and v.status <> 'draft' and v.publish_at <= ${now}
    order by c.id, v.language, v.publish_at desc, v.id desc`.execute(db)
  return rows.filter((row) => shownAt([row], now) !== undefined)
}

/** One text, in the first of the languages that has it; undefined when none has. */
export const findText = async (
  db: Read,
  asked: { kind: Kind; key: string; order: Order; now: Date },
): Promise<ShownText | undefined> =>
  firstOfEach(await latest(db, { ...asked, keys: [asked.key] }), asked.order)[0]

/** All texts of a kind, each in the first language that has it, the newest first. */
export const listTexts = async (
  db: Read,
  asked: { kind: Kind; order: Order; now: Date },
): Promise<ShownText[]> =>
  firstOfEach(await latest(db, { ...asked, keys: null }), asked.order).sort(
    (a, b) => Number(b.first) - Number(a.first) || b.id - a.id,
  )

/** The titles of pages that have a text, by key. */
export const listTitles = async (
  db: Read,
  { keys, order, now }: { keys: readonly string[]; order: Order; now: Date },
): Promise<Map<string, { title: string; language: string }>> => {
  const { rows } = await sql<Dated & { key: string; title: string; language: string }>`
    select distinct on (c.key, v.language) c.key, v.id, v.language, v.title, v.status, v.publish_at as "publishAt"
    from content c join content_version v on v.content_id = c.id
    where c.kind = 'page' and c.key in (${sql.join([...keys])}) and v.language in (${sql.join([...order])})
      and v.status <> 'draft' and v.publish_at <= ${now}
    order by c.key, v.language, v.publish_at desc, v.id desc`.execute(db)
  const shown = rows.filter((row) => shownAt([row], now) !== undefined)
  return new Map(firstOfEach(shown, order).map((row) => [row.key, row]))
}

export type StoryFacts = {
  teller: Teller | null
  place: string | null
  year: number | null
  source: string | null
}

/** Who tells each story that may be shown, by key. */
export const listStoryFacts = async (db: Read): Promise<Map<string, StoryFacts>> => {
  const { rows } = await sql<StoryFacts & { key: string }>`
    select key, teller, place, told_year as year, source from content
    where kind = 'story' and leave_on is not null`.execute(db)
  return new Map(rows.map(({ key, ...facts }) => [key, facts]))
}
