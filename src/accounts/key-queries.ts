import { sql } from 'kysely'
import { type SiteScope, siteScopeOfKey } from '../access.ts'
import { type Pool, type Proof, proofOfKey } from '../db/db.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { hashKey, isWholeKey, type KeyScope, lastKeyEnd, newKey, proofOfSecret } from './key-rules.ts'

/**
 * Makes a key of the public API for one site. It is given out here and never again: only its hash is kept.
 * @throws Error with a sentence for people when it would work for longer than a year, or not at all
 */
export const createApiKey = async (
  db: Pool,
  given: { siteId: number; name: string; scopes: readonly KeyScope[]; expiresAt: Date },
  now: Date,
): Promise<string> => {
  if (given.expiresAt <= now || given.expiresAt > lastKeyEnd(now))
    throw new Error('A key should end within a year from now.')
  const { key, shownStart } = newKey()
  await db
    .insertInto('api_key')
    .values({
      site_id: given.siteId,
      name: given.name,
      shown_start: shownStart,
      secret_hash: hashKey(key),
      scopes: [...given.scopes],
      created_at: now,
      expires_at: given.expiresAt,
    })
    .execute()
  return key
}

/**
 * Ends a key at once, by the part of it that may be shown.
 * @returns whether there was such a key still working
 */
export const endApiKey = async (db: Pool, shownStart: string, now: Date): Promise<boolean> => {
  const ended = await db
    .updateTable('api_key')
    .set({ ended_at: now })
    .where('shown_start', '=', shownStart)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** The program that a key stands for, in the shape that the public API asks for. */
export type KeyHolder = {
  keyId: string
  siteId: number
  scope: SiteScope
  proof: Proof
  permissions: readonly string[]
}

/**
 * Whose key this is; null when it is not whole, unknown, expired or ended.
 * The day of its last use is written once a day: the statement below is the only one that a request costs.
 */
export const findApiKey = async (db: Pool, bearer: string, now: Date): Promise<KeyHolder | null> => {
  if (!isWholeKey(bearer)) return null
  const { rows } = await sql<{
    id: string
    siteId: number
    scopes: string[]
    lastUsedOn: Day | null
  }>`/* keys.find */
    select id, site_id as "siteId", scopes, last_used_on as "lastUsedOn" from api_key
    where secret_hash = ${hashKey(bearer)} and expires_at > ${now} and ended_at is null`.execute(db)
  const key = rows[0]
  if (!key) return null
  const today = dayOf(now)
  if (key.lastUsedOn !== today)
    await db.updateTable('api_key').set({ last_used_on: today }).where('id', '=', key.id).execute()
  const proof = proofOfKey(proofOfSecret(bearer))
  const scope = siteScopeOfKey({ siteId: key.siteId, proof })
  return { keyId: key.id, siteId: key.siteId, scope, proof, permissions: key.scopes }
}
