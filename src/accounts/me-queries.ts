import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'

export type KeyOwner = {
  name: string
  isTest: boolean
  keyName: string
  shownStart: string
  scopes: string[]
  expiresAt: Date
  sites: { id: number; name: string }[]
}

/** The program that a key belongs to, with the sites that let it record for them. */
export const findKeyOwner = async (db: Pool, keyId: string): Promise<KeyOwner> => {
  const { rows } = await sql<KeyOwner>`
    select c.name, c.is_test as "isTest", k.name as "keyName", k.shown_start as "shownStart", k.scopes,
      k.expires_at as "expiresAt", coalesce((
        select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.id)
        from api_client_site x join site s on s.id = x.site_id where x.client_id = c.id and x.ended_at is null
      ), '[]') as sites
    from api_key k join api_client c on c.id = k.client_id where k.id = ${keyId}`.execute(db)
  return rows[0]!
}
