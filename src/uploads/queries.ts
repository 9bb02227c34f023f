import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { User } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { sealed, unsealed } from '../lib/sealed.ts'
import { headerHash, keptHours, type Purpose } from './rules.ts'

const purposeOf = (id: string) => `upload ${id}`
const seal = (keys: Keys, id: string, body: unknown) =>
  sealed(keys, purposeOf(id), gzipSync(JSON.stringify(body)))

/** Keeps what somebody uploaded, sealed: it may hold card codes. Only they find it again. */
export const keepUpload = async (
  db: Write,
  keys: Keys,
  upload: { id: string; siteId: number; purpose: Purpose; body: unknown },
  by: { user: User; now: Date },
): Promise<void> => {
  await db
    .insertInto('upload')
    .values({
      id: upload.id,
      account_role_id: by.user.accountRoleId,
      site_id: upload.siteId,
      purpose: upload.purpose,
      sealed_body: seal(keys, upload.id, upload.body),
      made_at: by.now,
    })
    .execute()
}

/** What one has uploaded oneself, as it was kept; undefined when there is no such thing, or no more. */
export const findUpload = async <Body>(
  db: Read,
  keys: Keys,
  user: User,
  id: string,
  purpose: Purpose,
): Promise<{ id: string; siteId: number; body: Body } | undefined> => {
  const row = await db
    .selectFrom('upload')
    .select(['site_id', 'sealed_body'])
    .where('id', '=', id)
    .where('account_role_id', '=', user.accountRoleId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return undefined
  const body = JSON.parse(gunzipSync(unsealed(keys, purposeOf(id), row.sealed_body)).toString()) as Body
  return { id, siteId: row.site_id, body }
}

/** Keeps what has become of an upload: how its columns are read, what was corrected. */
export const changeUpload = async (db: Write, keys: Keys, id: string, body: unknown): Promise<void> => {
  await db
    .updateTable('upload')
    .set({ sealed_body: seal(keys, id, body) })
    .where('id', '=', id)
    .execute()
}

export const forgetUploads = (db: Pool, now: Date) =>
  db
    .deleteFrom('upload')
    .where('made_at', '<', new Date(now.getTime() - keptHours * 3_600_000))
    .execute()

/** How the columns of such an export were read at the site before; undefined when they never were. */
export const findMapping = async <Mapping>(
  db: Read,
  keys: Keys,
  siteId: number,
  purpose: Purpose,
  header: readonly string[],
): Promise<Mapping | undefined> => {
  const row = await db
    .selectFrom('column_mapping')
    .select('mapping')
    .where('site_id', '=', siteId)
    .where('purpose', '=', purpose)
    .where('header_hash', '=', headerHash(keys, header))
    .executeTakeFirst()
  return row?.mapping as Mapping | undefined
}

export const saveMapping = async (
  db: Write,
  keys: Keys,
  siteId: number,
  purpose: Purpose,
  header: readonly string[],
  mapping: unknown,
  now: Date,
): Promise<void> => {
  const value = sql<string>`${JSON.stringify(mapping)}::jsonb`
  await db
    .insertInto('column_mapping')
    .values({
      site_id: siteId,
      purpose,
      header_hash: headerHash(keys, header),
      mapping: value,
      saved_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'purpose', 'header_hash']).doUpdateSet({ mapping: value, saved_at: now }),
    )
    .execute()
}
