import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { MaterialFacts } from './queries.ts'

/** What was said of a material until somebody changed it. */
export type Former = {
  id: number
  facts: MaterialFacts
  replacedAt: Date
  /** Who changed it, as far as the reader may know. */
  by: string | null
}

/** The newest first. Ask for the material by its scope before. */
export const listFormer = async (db: Read, materialId: number): Promise<Former[]> => {
  const { rows } = await sql<Former>`
    select f.id, f.facts, f.replaced_at as "replacedAt", a.name as by from material_former f
    left join account a on f.replaced_by = 'account:' || a.id
    where f.material_id = ${materialId} order by f.id desc limit 50`.execute(db)
  return rows
}

const factsOf = (row: MaterialFacts): MaterialFacts => {
  const { areaId, title, description, languages, audiences, year, licence, terms, alt, replacedById } = row
  return { areaId, title, description, languages, audiences, year, licence, terms, alt, replacedById }
}

/** Keeps what is said of a material now, since it is about to change; nothing when it will say the same. */
export const keepFormer = async (
  db: Write,
  row: MaterialFacts & { id: number },
  next: MaterialFacts,
  by: { actor: string; now: Date },
): Promise<void> => {
  const facts = JSON.stringify(factsOf(row))
  if (facts === JSON.stringify(factsOf(next))) return
  await db
    .insertInto('material_former')
    .values({ material_id: row.id, facts, replaced_at: by.now, replaced_by: by.actor })
    .execute()
}
