import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { KeyFacts } from './rules.ts'

export type ListedKey = KeyFacts & {
  shownStart: string
  program: string
  sites: string[]
  scopes: string[]
  lastUsedOn: Day | null
}

/** Every key with its program and the sites that let it record: for the command line, which sees all. */
export const listAllKeys = async (pool: Pool): Promise<ListedKey[]> => {
  const { rows } = await sql<ListedKey>`
    select k.shown_start as "shownStart", c.name as program, k.scopes, k.expires_at as "expiresAt",
      k.ended_at as "endedAt", k.last_used_on as "lastUsedOn",
      array(select s.name from api_client_site x join site s on s.id = x.site_id
        where x.client_id = c.id and x.ended_at is null order by s.name) as sites
    from api_key k join api_client c on c.id = k.client_id order by c.name, k.created_at, k.id`.execute(pool)
  return rows
}

export type ClientOfKey = {
  id: string
  name: string
  endedAt: Date | null
  /** What the key may do that was named. */
  scopes: string[]
  siteIds: number[]
  keys: KeyFacts[]
}

/** The program of a key, by the part of the key that may be shown; held, so that two new keys are not made at once. */
export const findClientByStart = async (db: Pool, start: string): Promise<ClientOfKey | undefined> => {
  const { rows } = await sql<Omit<ClientOfKey, 'keys'>>`
    select c.id, c.name, c.ended_at as "endedAt", k.scopes,
      array(select x.site_id from api_client_site x where x.client_id = c.id and x.ended_at is null
        order by x.site_id) as "siteIds"
    from api_key k join api_client c on c.id = k.client_id where k.shown_start = ${start} for update of c`.execute(
    db,
  )
  const [client] = rows
  if (!client) return undefined
  const keys = await db
    .selectFrom('api_key')
    .select(['expires_at as expiresAt', 'ended_at as endedAt'])
    .where('client_id', '=', client.id)
    .execute()
  return { ...client, keys }
}
