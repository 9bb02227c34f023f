import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'

export type FoundTraining = { id: number; language: 'fi' | 'sv' | 'en'; title: string; text: string }

const most = 10

/**
 * Trainings to come, recordings, and what has been held since a day, that hold what is looked for: by the stems of words.
 * @param order the languages that the reader may be shown, the own one first; each training is found in one of them
 */
export const searchTrainings = async (
  db: Read,
  { question, order, since }: { question: string; order: readonly HolderLanguage[]; since: Date },
): Promise<FoundTraining[]> => {
  const { rows } = await sql<FoundTraining>`
    with told as (
      select distinct on (t.id) t.id, t.ends_at, v.language, v.title, v.text from training t
      cross join lateral (values ('fi', t.title_fi, t.description_fi),
        ('sv', t.title_sv, coalesce(t.description_sv, t.description_fi)),
        ('en', t.title_en, coalesce(t.description_en, t.description_fi))) v (language, title, text)
      where t.removed_at is null and (t.ends_at >= ${since} or t.recording_url is not null) and v.title is not null
        and v.language in (${sql.join([...order])})
      order by t.id, array_position(${[...order]}::text[], v.language)
    )
    select id, language, title, text from told
    where to_tsvector(stems_of(language), title || ' ' || text)
      @@ websearch_to_tsquery(stems_of(language), ${question})
    order by ends_at desc nulls last, id limit ${most}`.execute(db)
  return rows
}
