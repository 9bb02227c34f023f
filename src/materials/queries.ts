import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Audience, FileKind, Licence, Said } from './rules.ts'

export type MaterialFile = {
  id: number
  kind: FileKind
  name: string
  /** SHA-256 in hexadecimal, which is its address. */
  digest: string
  size: number
  width: number | null
  height: number | null
  /** Its small picture: sides in pixels, and a tiny one in base64. */
  thumbnail: { width: number; height: number; tiny: string } | null
}

/** What is said of a material, as somebody fills it in. */
export type MaterialFacts = {
  areaId: number | null
  title: Said
  description: Said
  languages: HolderLanguage[]
  audiences: Audience[]
  year: number
  licence: Licence
  terms: string | null
  /** What its pictures show. */
  alt: Said | null
  replacedById: number | null
}

export type Material = MaterialFacts & {
  id: number
  area: string | null
  changedAt: Date
  publishedAt: Date | null
  withdrawnAt: Date | null
  /** Those that stand: what was taken away is told apart. */
  files: MaterialFile[]
  removed: MaterialFile[]
  /** How many times its files were taken. */
  taken: number
}

const said = (name: string) => sql`json_build_object('fi', m.${sql.ref(`${name}_fi`)},
  'sv', m.${sql.ref(`${name}_sv`)}, 'en', m.${sql.ref(`${name}_en`)})`

const files = (where: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'name', f.shown_name,
    'digest', encode(f.digest, 'hex'), 'size', f.size, 'width', f.width, 'height', f.height,
    'thumbnail', case when f.thumbnail is not null then json_build_object('width', f.thumbnail_width,
      'height', f.thumbnail_height, 'tiny', translate(encode(f.tiny, 'base64'), E'\n', '')) end) order by f.id)
  from material_file f where f.material_id = m.id and ${where}), '[]')`

const select = async (db: Read, where: RawBuilder<unknown>): Promise<Material[]> => {
  const { rows } = await sql<Material>`
    select m.id, m.area_id as "areaId", a.name as area, ${said('title')} as title,
      ${said('description')} as description, m.languages, m.audiences, m.year, m.licence, m.terms,
      case when m.alt_fi is not null then ${said('alt')} end as alt, m.replaced_by_id as "replacedById",
      m.changed_at as "changedAt", m.published_at as "publishedAt", m.withdrawn_at as "withdrawnAt",
      ${files(sql`f.removed_at is null`)} as files, ${files(sql`f.removed_at is not null`)} as removed,
      (select coalesce(sum(d.times), 0)::int from material_download d where d.material_id = m.id) as taken
    from material m left join area a on a.id = m.area_id
    where ${where} order by m.year desc, m.title_fi, m.id limit 500`.execute(db)
  return rows
}

const isPublic = sql`(m.published_at is not null and m.withdrawn_at is null)`
const isKept = ({ areaId }: AreaScope) => sql`(${areaId}::int is null or m.area_id = ${areaId})`

/** What everyone may take, newest first. Of editions, the last. */
export const listPublished = (db: Read): Promise<Material[]> =>
  select(
    db,
    sql`${isPublic} and not exists (select from material n where n.id = m.replaced_by_id
      and n.published_at is not null and n.withdrawn_at is null)`,
  )

/**
 * A material as everyone sees it; a keeper sees it so before it is published.
 * @param scope of a keeper; null for everyone else
 */
export const findShown = async (
  db: Read,
  id: number,
  scope: AreaScope | null,
): Promise<Material | undefined> =>
  (await select(db, sql`m.id = ${id} and ${scope ? sql`(${isPublic} or ${isKept(scope)})` : isPublic}`))[0]

/** Whether everyone could once see a material that nobody may now. */
export const isWithdrawn = async (db: Read, id: number): Promise<boolean> => {
  const { rows } = await sql<{ gone: boolean }>`select material_is_gone(${id}) as gone`.execute(db)
  return rows[0]!.gone
}

/** Everything that one keeps: drafts, and what was withdrawn, too. */
export const listKept = (db: Read, scope: AreaScope): Promise<Material[]> => select(db, isKept(scope))

export const findKept = async (db: Read, scope: AreaScope, id: number): Promise<Material | undefined> =>
  (await select(db, sql`m.id = ${id} and ${isKept(scope)}`))[0]

const valuesOf = (facts: MaterialFacts) => ({
  area_id: facts.areaId,
  ...{ title_fi: facts.title.fi, title_sv: facts.title.sv, title_en: facts.title.en },
  description_fi: facts.description.fi,
  description_sv: facts.description.sv,
  description_en: facts.description.en,
  languages: facts.languages,
  audiences: facts.audiences,
  year: facts.year,
  licence: facts.licence,
  terms: facts.terms,
  alt_fi: facts.alt?.fi ?? null,
  alt_sv: facts.alt?.sv ?? null,
  alt_en: facts.alt?.en ?? null,
  replaced_by_id: facts.replacedById,
})

/** @returns its id; it is a draft, which nobody else sees */
export const addMaterial = async (db: Write, facts: MaterialFacts, now: Date): Promise<number> => {
  const { id } = await db
    .insertInto('material')
    .values({ ...valuesOf(facts), made_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changeMaterial = async (
  db: Write,
  id: number,
  facts: MaterialFacts,
  now: Date,
): Promise<void> => {
  await db
    .updateTable('material')
    .set({ ...valuesOf(facts), changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Publishes, or publishes again what was withdrawn. */
export const publishMaterial = async (db: Write, id: number, now: Date): Promise<void> => {
  await db
    .updateTable('material')
    .set({ published_at: sql`coalesce(published_at, ${now}::timestamptz)`, withdrawn_at: null })
    .where('id', '=', id)
    .execute()
}

export const withdrawMaterial = async (db: Write, id: number, now: Date): Promise<void> => {
  await db.updateTable('material').set({ withdrawn_at: now }).where('id', '=', id).execute()
}
