import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import type { Deletion } from './rules.ts'

/** The deletions that the database knows of. Nothing in it, nor here, tells the order within a day. */
export const listDeletions = async (pool: Pool): Promise<Deletion[]> => {
  const rows = await pool
    .selectFrom('deletion')
    .select(['kind', 'hash', 'deleted_on', 'key_version'])
    .orderBy('deleted_on')
    .orderBy('hash')
    .execute()
  return rows.map(({ kind, hash, deleted_on, key_version }) => ({
    kind: kind as Deletion['kind'],
    hash: Buffer.from(hash).toString('hex'),
    deletedOn: deleted_on,
    keyVersion: key_version,
  }))
}

/** Tells the database of deletions; those that it knows already change nothing. */
export const addDeletions = async (pool: Pool, deletions: readonly Deletion[]): Promise<void> => {
  await sql`insert into deletion (kind, hash, deleted_on, key_version)
    select d.kind, decode(d.hash, 'hex'), d."deletedOn", d."keyVersion"
    from jsonb_to_recordset(${JSON.stringify(deletions)}::jsonb)
      as d(kind text, hash text, "deletedOn" date, "keyVersion" smallint)
    on conflict (hash, kind, deleted_on) do nothing`.execute(pool)
}

/**
 * Deletes again what is there although it was deleted, and withdraws again what was withdrawn: an older copy or file
 * brought it back. A code registered anew on a later day is somebody else's, and a consent given later is another one.
 * @returns how many cards and consents
 */
export const replayDeletions = async (pool: Pool): Promise<number> => {
  const { rows } = await sql<{ cards: number }>`select deletions_replay() as cards`.execute(pool)
  const withdrawn = await sql<{ consents: number }>`select consents_replay() as consents`.execute(pool)
  return rows[0]!.cards + withdrawn.rows[0]!.consents
}
