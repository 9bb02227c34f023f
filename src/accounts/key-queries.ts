import { sql } from 'kysely'
import { type SiteScope, siteScopeOfKey } from '../access.ts'
import { type Pool, type Proof, proofOfKey } from '../db/db.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { hashKey, isWholeKey, type KeyScope, lastKeyEnd, newKey, proofOfSecret } from './key-rules.ts'

/** A program of the public API, and the sites that let it record for them from the start. */
export type NewClient = {
  name: string
  siteIds: readonly number[]
  /** The intermediary whose program it is. */
  organisationId?: number | null
  /** Else the site that sees to its keys. */
  keptBySite?: number | null
  isTest?: boolean
  actor: string
}

/** Makes a program, without a key yet. @returns its id */
export const createApiClient = async (db: Pool, given: NewClient, now: Date): Promise<string> => {
  const { id } = await db
    .insertInto('api_client')
    .values({
      name: given.name,
      organisation_id: given.organisationId ?? null,
      site_id: given.keptBySite ?? null,
      is_test: given.isTest ?? false,
      made_at: now,
      made_by: given.actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const approved = { client_id: id, approved_at: now, approved_by: given.actor }
  if (given.siteIds.length > 0)
    await db
      .insertInto('api_client_site')
      .values(given.siteIds.map((siteId) => ({ ...approved, site_id: siteId })))
      .execute()
  return id
}

/**
 * Makes a key for a program. It is given out here and never again: only its hash is kept.
 * @throws Error with a sentence for people when it would work for longer than a year, or not at all
 */
export const createApiKey = async (
  db: Pool,
  given: { clientId: string; name: string; scopes: readonly KeyScope[]; expiresAt: Date },
  now: Date,
): Promise<string> => {
  if (given.expiresAt <= now || given.expiresAt > lastKeyEnd(now))
    throw new Error('A key should end within a year from now.')
  const { is_test: isTest } = await db
    .selectFrom('api_client')
    .select('is_test')
    .where('id', '=', given.clientId)
    .executeTakeFirstOrThrow()
  const { key, shownStart } = newKey(isTest ? 'test' : 'live')
  await db
    .insertInto('api_key')
    .values({
      client_id: given.clientId,
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

/** Makes a program of one site with its first key. @returns the key @throws as `createApiKey` does */
export const createSiteKey = async (
  db: Pool,
  given: {
    siteId: number
    name: string
    scopes: readonly KeyScope[]
    expiresAt: Date
    actor?: string
    isTest?: boolean
  },
  now: Date,
): Promise<string> => {
  const { siteId, name, actor = 'command line', isTest = false } = given
  const clientId = await createApiClient(
    db,
    { name, siteIds: [siteId], keptBySite: siteId, actor, isTest },
    now,
  )
  return createApiKey(db, { ...given, clientId }, now)
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

/** Notes which letter before its end a key has had, in days before it. */
export const noteReminded = (db: Pool, id: string, days: number) =>
  db.updateTable('api_key').set({ reminded_days: days }).where('id', '=', id).execute()

/** The program that a key stands for, in the shape that the public API asks for. */
export type KeyHolder = {
  keyId: string
  /** The program: its answers and its sites stay when a new key takes the place of the old one. */
  clientId: string
  scope: SiteScope
  proof: Proof
  permissions: readonly string[]
}

/** What a key is asked for by: its hash, and the proof by which its statements run. */
export type AskedKey = { hash: Buffer; proof: Proof }

/** @returns null when the text is no whole key, so that there is nothing to ask */
export const askedKey = (bearer: string): AskedKey | null =>
  isWholeKey(bearer) ? { hash: hashKey(bearer), proof: proofOfKey(proofOfSecret(bearer)) } : null

/** What the register has of a key that works. */
export type KeptKey = {
  id: string
  clientId: string
  scopes: string[]
  lastUsedOn: Day | null
}

/** Which key works at a moment: for a statement that asks for the key and for more. `k` is the table. */
export const keyWorks = ({ hash }: AskedKey, now: Date) =>
  sql`k.secret_hash = ${hash} and k.expires_at > ${now} and k.ended_at is null`

/** The program that a key stands for. The day of its last use is written once a day: no statement the rest of it. */
export const holderOf = async (
  db: Pool,
  key: KeptKey,
  { proof }: AskedKey,
  now: Date,
): Promise<KeyHolder> => {
  const today = dayOf(now)
  if (key.lastUsedOn !== today)
    await db.updateTable('api_key').set({ last_used_on: today }).where('id', '=', key.id).execute()
  const { id: keyId, clientId, scopes: permissions } = key
  return { keyId, clientId, scope: siteScopeOfKey({ clientId, proof }), proof, permissions }
}

/** Whose key this is; null when it is not whole, unknown, expired or ended. */
export const findApiKey = async (db: Pool, bearer: string, now: Date): Promise<KeyHolder | null> => {
  const asked = askedKey(bearer)
  if (!asked) return null
  const { rows } = await sql<KeptKey>`/* keys.find */
    select k.id, k.client_id as "clientId", k.scopes, k.last_used_on as "lastUsedOn"
    from api_key k where ${keyWorks(asked, now)}`.execute(db)
  return rows[0] ? holderOf(db, rows[0], asked, now) : null
}
