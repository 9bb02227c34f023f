import { sql } from 'kysely'
import type { Pool, Read } from '../db/db.ts'
import { type Limit, secondsToWait } from './rules.ts'

/**
 * Takes one token from a bucket that refills evenly, in one statement, so that parallel tries count exactly.
 * A try that comes too early takes nothing: waiting is never made longer by asking.
 * @returns seconds to wait when the bucket is empty, else 0
 */
export const takeToken = async (
  db: Pool,
  bucket: string,
  size: number,
  perHour: number,
  now: Date,
): Promise<number> => {
  const rate = perHour / 3600
  const refilled = sql`least(${size}::float8,
    l.tokens + greatest(0, extract(epoch from (${now}::timestamptz - l.refilled_at))) * ${rate}::float8)`
  const { rows } = await sql<{ wait: number }>`
    with taken as (
      insert into rate_limit as l (bucket, tokens, refilled_at) values (${bucket}, ${size - 1}::float8, ${now})
      on conflict (bucket) do update set tokens = ${refilled} - 1, refilled_at = excluded.refilled_at
      where ${refilled} >= 1
      returning bucket
    )
    select case when exists (select from taken) then 0 else greatest(1, ceil(
      (1 - coalesce((select ${refilled} from rate_limit as l where bucket = ${bucket}), 0)) / ${rate}::float8
    )) end::float8 as wait`.execute(db)
  return rows[0]!.wait
}

/** How many whole tokens a bucket has; none is taken. Less than none when more was spent than there was. */
export const tokensIn = async (
  db: Read,
  bucket: string,
  size: number,
  perHour: number,
  now: Date,
): Promise<number> => {
  const kept = await db
    .selectFrom('rate_limit')
    .select(['tokens', 'refilled_at as refilledAt'])
    .where('bucket', '=', bucket)
    .executeTakeFirst()
  if (!kept) return size
  const passed = Math.max(0, now.getTime() - kept.refilledAt.getTime()) / 3_600_000
  return Math.floor(Math.min(size, kept.tokens + passed * perHour))
}

/** Takes tokens for what has happened already, though there may not be so many: what is missing is waited for later. */
export const spendTokens = async (
  db: Pool,
  bucket: string,
  size: number,
  perHour: number,
  now: Date,
  count: number,
) => {
  const refilled = sql`least(${size}::float8,
    l.tokens + greatest(0, extract(epoch from (${now}::timestamptz - l.refilled_at))) * ${perHour / 3600}::float8)`
  await sql`insert into rate_limit as l (bucket, tokens, refilled_at) values (${bucket}, ${size - count}::float8, ${now})
    on conflict (bucket) do update set tokens = ${refilled} - ${count}::float8, refilled_at = excluded.refilled_at`.execute(
    db,
  )
}

/** Gives a token back to each bucket, when the try turned out to be none. */
export const giveTokensBack = async (db: Pool, limits: readonly Limit[]) => {
  for (const { bucket } of limits)
    await db
      .updateTable('rate_limit')
      .set((eb) => ({ tokens: eb('tokens', '+', 1) }))
      .where('bucket', '=', bucket)
      .execute()
}

/** Seconds until none of the buckets is empty; 0 when none is. Looks only, and takes nothing. */
const waitFor = async (db: Pool, limits: readonly Limit[], now: Date): Promise<number> => {
  const rows = await db
    .selectFrom('rate_limit')
    .select(['bucket', 'tokens', 'refilled_at as refilledAt'])
    .where(
      'bucket',
      'in',
      limits.map(({ bucket }) => bucket),
    )
    .execute()
  const rowOf = (bucket: string) => rows.find((row) => row.bucket === bucket)
  return Math.max(0, ...limits.map(({ bucket, perHour }) => secondsToWait(rowOf(bucket), perHour, now)))
}

/**
 * Takes a token from each bucket, or from none. Looks before it takes, so that a flood that is held costs one reading.
 * @returns seconds to wait when one is empty, else 0
 */
export const takeTokens = async (db: Pool, limits: readonly Limit[], now: Date): Promise<number> => {
  const early = await waitFor(db, limits, now)
  if (early > 0) return early
  for (const [index, { bucket, size, perHour }] of limits.entries()) {
    const wait = await takeToken(db, bucket, size, perHour, now)
    if (wait > 0) {
      await giveTokensBack(db, limits.slice(0, index))
      return wait
    }
  }
  return 0
}
