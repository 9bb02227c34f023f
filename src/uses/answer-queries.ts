import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { bodyKey, keyedMark } from './answer-rules.ts'
import type { Recorded } from './record-queries.ts'

/** The kept answer to a key, if any: known before any rule is asked, since a card may expire meanwhile. */
export const replayOf = async (
  db: Pool,
  owner: string,
  key: string,
  bodyHash: Buffer,
): Promise<Recorded | null> => {
  const { rows } = await sql<{ same: boolean; status: number; answer: unknown }>`/* uses.replay */
    update idempotency set tries = tries + 1 where owner = ${owner} and key = ${key}
    returning body_hash = ${bodyHash} as same, status, answer`.execute(db)
  const kept = rows[0]
  if (!kept) return null
  return kept.same
    ? { outcome: 'replayed', status: kept.status, answer: kept.answer }
    : { outcome: 'key-reused' }
}

/**
 * Keeps the answer to a key in the transaction of what it answers.
 * @returns false when the same key came at the same moment and was earlier: then nothing of this one may be kept
 */
export const keepAnswer = async (
  db: Pool,
  kept: { owner: string; key: string; bodyHash: Buffer; status: number; answer: unknown; now: Date },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into idempotency (owner, key, body_hash, status, answer, answered_at)
    values (${kept.owner}, ${kept.key}, ${kept.bodyHash}, ${kept.status}, ${JSON.stringify(kept.answer)}::jsonb, ${kept.now})
    on conflict (owner, key) do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** A key of HMAC as it goes before what is hashed (RFC 2104, with blocks of 64 bytes). */
const padded = (key: Buffer, pad: number) =>
  Buffer.concat([key, Buffer.alloc(64 - key.length)]).map((byte) => byte ^ pad)

/**
 * Makes the digests of an earlier version such as need the key file (`bodyHashOf`), so that a request of before is still
 * known when it is sent again, and no code can be found from it. At the start, before the first request.
 */
export const keyOldAnswers = async (db: Pool, keys: Keys): Promise<void> => {
  const key = bodyKey(keys)
  const [inner, outer] = [Buffer.from(padded(key, 0x36)), Buffer.from(padded(key, 0x5c))]
  await sql`update idempotency
    set body_hash = ${keyedMark}::bytea || sha256(${outer}::bytea || sha256(${inner}::bytea || body_hash))
    where length(body_hash) = 32`.execute(db)
}

/** A desk may be without a network for weeks; after ninety days an answer is not asked for again. */
const daysOfAnswers = 90

export const forgetAnswers = (db: Pool, now: Date) =>
  db
    .deleteFrom('idempotency')
    .where('answered_at', '<', new Date(now.getTime() - daysOfAnswers * 86_400_000))
    .execute()
