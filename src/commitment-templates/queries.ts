import { type Kind, kinds } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Template, TemplateText } from './rules.ts'
import { shippedTemplates } from './shipped-rules.ts'

/** A version of a template. @property madeAt null of the one that Kaiku ships */
export type TemplateVersion = Template & { madeAt: Date | null }

/** Every version of a kind, the newest first; the shipped one is the last. */
export const listVersions = async (db: Read, kind: Kind): Promise<TemplateVersion[]> => {
  const rows = await db
    .selectFrom('commitment_template')
    .select(['version', 'content', 'made_at as madeAt'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute()
  const own = rows.map(({ version, content, madeAt }) => ({
    ...(content as TemplateText),
    ...{ kind, version, madeAt },
  }))
  return [...own, { ...shippedTemplates[kind], madeAt: null }]
}

/** The newest version of a kind: what new drafts are made from. */
export const findTemplate = async (db: Read, kind: Kind): Promise<TemplateVersion> =>
  (await listVersions(db, kind))[0]!

/** The newest version of each kind. */
export const listTemplates = async (db: Read): Promise<TemplateVersion[]> => {
  const newest: TemplateVersion[] = []
  for (const kind of kinds) newest.push(await findTemplate(db, kind))
  return newest
}

/**
 * Saves the next version of a template.
 * @param seen the version that was changed
 * @returns the new version; null when somebody else has saved one meanwhile
 */
export const saveTemplate = async (
  db: Write,
  kind: Kind,
  text: TemplateText,
  { seen, now, actor }: { seen: number; now: Date; actor: string },
): Promise<number | null> => {
  if ((await findTemplate(db, kind)).version !== seen) return null
  const saved = await db
    .insertInto('commitment_template')
    .values({ kind, version: seen + 1, content: JSON.stringify(text), made_at: now, made_by: actor })
    .onConflict((conflict) => conflict.columns(['kind', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return saved?.version ?? null
}
