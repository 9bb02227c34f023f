import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Professional } from '../pages/rules.ts'
import { foundFrom, foundUntil } from './rules.ts'

export type FoundText = {
  kind: 'page' | 'news' | 'story' | 'question'
  key: string
  /** Whose page a question stands on; null for the cardholders'. */
  audience: Professional | null
  language: HolderLanguage
  title: string
  /** Some words around what was found, between marks (`partsOf`). */
  piece: string
}

const mostTexts = 30

/**
 * Texts that are shown today and hold what is looked for, the nearest first: in the title, in the lead, in the body.
 * @param order the languages that the reader may be shown, the own one first; each text is found in one of them
 */
export const searchTexts = async (
  db: Read,
  { question, order, now }: { question: string; order: readonly HolderLanguage[]; now: Date },
): Promise<FoundText[]> => {
  const marks = `StartSel=${foundFrom}, StopSel=${foundUntil}, MaxWords=24, MinWords=12, MaxFragments=1`
  const { rows } = await sql<FoundText>`
    with shown as (
      select distinct on (c.id, v.language) c.id, c.kind, c.key, c.audience, v.language, v.title, v.plain, v.searched, v.status
      from content c join content_version v on v.content_id = c.id
      where v.language in (${sql.join([...order])}) and v.status <> 'draft' and v.publish_at <= ${now}
        and (c.kind <> 'story' or c.leave_on is not null)
      order by c.id, v.language, v.publish_at desc, v.id desc
    ), own as (
      select distinct on (id) *, websearch_to_tsquery(stems_of(language), ${question}) as asked
      from shown where status <> 'withdrawn'
      order by id, array_position(${[...order]}::text[], language)
    )
    select kind, key, audience, language, title, ts_headline(stems_of(language), plain, asked, ${marks}) as piece
    from own where searched @@ asked
    order by ts_rank(searched, asked) desc, id limit ${mostTexts}`.execute(db)
  return rows
}
