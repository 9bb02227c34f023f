import { type RawBuilder, sql } from 'kysely'
import type { Pool, Read } from '../db/db.ts'
import { firstHash, type Link, linkHash } from './rules.ts'

/**
 * The text of an audit row that its link is a hash of: a JSON array of everything in the row, in this order, with the
 * instant in UTC to the microsecond. Only the database writes it, here and nowhere else, so it is the same for every
 * program. Whoever has psql can recompute a link alone:
 * `sha256(<hash before> || convert_to(<this>, 'UTF8'))`.
 */
const rowText: RawBuilder<string> = sql`json_build_array(a.id,
  to_char(a.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  a.actor, a.role, a.permission, a.outcome, a.subject)::text`

/** Any number: the lock under which only one process seals at a time. */
const sealLock = 7_204_116
const batchSize = 500

/**
 * Rows get their numbers when they are written and are seen when their transaction ends, so a row may appear behind
 * others that are sealed already. Each look goes so many rows back: far more than are written while a request runs.
 * A transaction that stayed open longer still is caught by the look over all, at each start and once a day.
 */
const lookBack = 10_000

type Head = { position: number; hash: string; auditId: number; sealedAt: Date }

/** Where the chain begins, when older rows have been forgotten: the link before its first one. */
export type Base = { position: number; hash: string }

export const findBase = async (db: Read): Promise<Base | undefined> => {
  const { rows } = await sql<Base>`
    select position, encode(hash, 'hex') as hash from audit_base`.execute(db as Pool)
  return rows[0]
}

/** Forgets the rows up to a link of the chain. @throws when one of them was written at that instant or later */
export const forgetAudit = async (pool: Pool, until: number, doneBefore: Date, now: Date): Promise<void> => {
  await sql`select audit_forget(${until}::bigint, ${doneBefore}::timestamptz, ${now}::timestamptz)`.execute(
    pool,
  )
}

/** The last link; undefined while nothing is sealed. */
export const findHead = async (db: Read): Promise<Head | undefined> => {
  const { rows } = await sql<Head>`
    select position, encode(hash, 'hex') as hash, audit_id as "auditId", sealed_at as "sealedAt"
    from audit_link order by position desc limit 1`.execute(db as Pool)
  return rows[0]
}

/** @returns the number of the last row sealed now; undefined when there is none after `after`, or another process seals */
const sealBatch = (
  pool: Pool,
  after: number,
  now: Date,
): Promise<{ last: number; count: number } | undefined> =>
  pool.transaction().execute(async (db) => {
    const { rows: locks } = await sql<{
      isOurs: boolean
    }>`select pg_try_advisory_xact_lock(${sealLock}) as "isOurs"`.execute(db)
    if (!locks[0]?.isOurs) return undefined
    const { rows } = await sql<{ id: number; text: string }>`
      select a.id, ${rowText} as text from audit a
      where a.id > ${after} and not exists (select from audit_link l where l.audit_id = a.id)
      order by a.id limit ${batchSize}`.execute(db)
    if (rows.length === 0) return undefined
    const head = await findHead(db)
    const base = head ?? (await findBase(db))
    let hash = base?.hash ?? firstHash
    const links = rows.map(({ id, text }, index) => {
      hash = linkHash(hash, text)
      return {
        position: (base?.position ?? 0) + index + 1,
        audit_id: id,
        hash: Buffer.from(hash, 'hex'),
        sealed_at: now,
      }
    })
    await db.insertInto('audit_link').values(links).execute()
    return { last: rows.at(-1)!.id, count: rows.length }
  })

/**
 * Gives every audit row that has none yet a link at the end of the chain, in short transactions of its own.
 * @param pool the owner of the tables: requests may not write here
 * @param look how far back: `recent` costs the same however long the log is
 * @returns how many rows were sealed
 */
export const sealAudit = async (
  pool: Pool,
  now: Date,
  look: 'recent' | 'all' = 'recent',
): Promise<number> => {
  const newest = await pool
    .selectFrom('audit_link')
    .select('audit_id')
    .orderBy('audit_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  let after = look === 'all' ? 0 : Math.max(0, (newest?.audit_id ?? 0) - lookBack)
  let sealed = 0
  for (;;) {
    const batch = await sealBatch(pool, after, now)
    if (!batch) return sealed
    after = batch.last
    sealed += batch.count
  }
}

export const countAudit = async (db: Read): Promise<number> => {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from audit`.execute(db as Pool)
  return rows[0]!.rows
}

/** The links after a position with the texts of their rows, in order. */
export const listLinks = async (db: Read, after: number, count: number): Promise<Link[]> => {
  const { rows } = await sql<Link>`
    select l.position, l.audit_id as "auditId", encode(l.hash, 'hex') as hash,
      case when a.id is not null then ${rowText} end as text
    from audit_link l left join audit a on a.id = l.audit_id
    where l.position > ${after} order by l.position limit ${count}`.execute(db as Pool)
  return rows
}

/** The rows that should have been sealed by now and are not: how many, and the first of them. */
export const findUnsealed = async (db: Read, before: Date) => {
  const { rows } = await sql<{ count: number; first: number | null }>`
    select count(*) as count, min(a.id) as first from audit a
    where a.done_at < ${before} and not exists (select from audit_link l where l.audit_id = a.id)`.execute(
    db as Pool,
  )
  return rows[0]!
}
