import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { FileKind } from './rules.ts'

export type FoundFile = { id: number; materialId: number; kind: FileKind; bytes: Uint8Array }

const isPublic = sql`(m.published_at is not null and m.withdrawn_at is null and f.removed_at is null)`
const mayLook = (scope: AreaScope | null): RawBuilder<unknown> =>
  scope ? sql`(${isPublic} or ${scope.areaId}::int is null or m.area_id = ${scope.areaId})` : isPublic

/**
 * The file of an address, with its bytes.
 * @param digest SHA-256 in hexadecimal
 * @param scope of a keeper, who sees it before it is published; null for everyone else
 */
export const findFile = async (
  db: Read,
  digest: string,
  kind: FileKind,
  scope: AreaScope | null,
): Promise<FoundFile | undefined> => {
  const { rows } = await sql<FoundFile>`
    select f.id, f.material_id as "materialId", f.kind, f.bytes
    from material_file f join material m on m.id = f.material_id
    where f.digest = decode(${digest}, 'hex') and f.kind = ${kind} and ${mayLook(scope)}
    order by ${isPublic} desc, f.id desc limit 1`.execute(db)
  return rows[0]
}

/** The small picture of a file, for whoever may take the file. @param digest of the file */
export const findThumbnail = async (
  db: Read,
  digest: string,
  scope: AreaScope | null,
): Promise<Uint8Array | undefined> => {
  const { rows } = await sql<{ thumbnail: Uint8Array }>`
    select f.thumbnail from material_file f join material m on m.id = f.material_id
    where f.digest = decode(${digest}, 'hex') and f.thumbnail is not null and ${mayLook(scope)} limit 1`.execute(
    db,
  )
  return rows[0]?.thumbnail
}

/** Whether everyone could once take what nobody may now. @param digest SHA-256 in hexadecimal */
export const isGone = async (db: Read, digest: string, kind: FileKind): Promise<boolean> => {
  const { rows } = await sql<{ gone: boolean }>`
    select material_file_is_gone(decode(${digest}, 'hex'), ${kind}) as gone`.execute(db)
  return rows[0]!.gone
}

/** Small pictures of a file, in WebP: one for its page, and a tiny one that a list can hold. */
type SmallPictures = { bytes: Uint8Array; width: number; height: number; tiny: Uint8Array }

export type NewFile = {
  kind: FileKind
  name: string
  bytes: Uint8Array
  width: number | null
  height: number | null
  thumbnail: SmallPictures | null
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const picturesOf = (made: SmallPictures | null) =>
  made && {
    thumbnail: Buffer.from(made.bytes),
    thumbnail_width: made.width,
    thumbnail_height: made.height,
    tiny: Buffer.from(made.tiny),
  }

/** @param replaces the file whose place it takes, which can be brought back */
export const addFile = async (
  db: Write,
  materialId: number,
  file: NewFile,
  by: { replaces: number | null; now: Date },
): Promise<number> => {
  const { id } = await db
    .insertInto('material_file')
    .values({
      material_id: materialId,
      kind: file.kind,
      shown_name: file.name,
      digest: Buffer.from(digestOf(file.bytes), 'hex'),
      bytes: Buffer.from(file.bytes),
      size: file.bytes.length,
      width: file.width,
      height: file.height,
      ...picturesOf(file.thumbnail),
      added_at: by.now,
      replaces_id: by.replaces,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (by.replaces !== null) await removeFile(db, by.replaces, by.now)
  return id
}

export const removeFile = async (db: Write, id: number, now: Date): Promise<void> => {
  await db.updateTable('material_file').set({ removed_at: now }).where('id', '=', id).execute()
}

/** Brings a file back; the one that took its place goes. */
export const restoreFile = async (db: Write, id: number, now: Date): Promise<void> => {
  await db
    .updateTable('material_file')
    .set({ removed_at: now })
    .where('replaces_id', '=', id)
    .where('removed_at', 'is', null)
    .execute()
  await db.updateTable('material_file').set({ removed_at: null }).where('id', '=', id).execute()
}

/** One more for the day, of a file that everyone may take. */
export const countDownload = async (db: Pool, fileId: number, today: Day): Promise<void> => {
  await sql`select count_download(${fileId}, ${today}::date)`.execute(db)
}

/** Files that were taken away long enough ago: until then they can be brought back. */
export const forgetRemovedFiles = (db: Pool, now: Date, days: number) =>
  db
    .deleteFrom('material_file')
    .where('removed_at', '<', new Date(now.getTime() - days * 86_400_000))
    .execute()
