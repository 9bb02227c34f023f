import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'

type Deletion = { kind: 'card'; hash: string; deletedAt: string }

/** The deletions that the database knows of, from an id on, oldest first. */
export const listDeletions = async (pool: Pool, after: number): Promise<(Deletion & { id: number })[]> => {
  const rows = await pool
    .selectFrom('deletion')
    .select(['id', 'kind', 'hash', 'deleted_at'])
    .where('id', '>', after)
    .orderBy('id')
    .execute()
  return rows.map(({ id, hash, deleted_at }) => ({
    ...{ id, kind: 'card' as const },
    ...{ hash: Buffer.from(hash).toString('hex'), deletedAt: deleted_at.toISOString() },
  }))
}

/** Tells the database of deletions; those that it knows already change nothing. */
export const addDeletions = async (pool: Pool, deletions: readonly Deletion[]): Promise<void> => {
  await sql`insert into deletion (kind, hash, deleted_at)
    select d.kind, decode(d.hash, 'hex'), d."deletedAt"
    from jsonb_to_recordset(${JSON.stringify(deletions)}::jsonb) as d(kind text, hash text, "deletedAt" timestamptz)
    on conflict (hash, kind, deleted_at) do nothing`.execute(pool)
}

/**
 * Deletes again what is there although it was deleted: an older copy or file brought it back. A code that was
 * registered anew after its deletion is somebody else's, and stays.
 * @returns how many cards
 */
export const replayDeletions = async (pool: Pool): Promise<number> => {
  const { rows } = await sql<{ cards: number }>`select deletions_replay() as cards`.execute(pool)
  return rows[0]!.cards
}
