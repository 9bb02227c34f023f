import { sql } from 'kysely'
import type { Pool, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'

export type Keeper = { email: string; language: Language }

/**
 * The people who see to a program: those of its intermediary or site. Of one that was made on the command line for
 * several sites, the people of these.
 */
export const listKeepers = async (db: Pool, clientId: string): Promise<Keeper[]> => {
  const { rows } = await sql<Keeper>`
    select distinct a.email, a.language from api_client c
    join account_role r on r.ended_at is null and (
      (r.role = 'intermediary' and r.organisation_id = c.organisation_id)
      or (r.role = 'venue' and r.site_id = c.site_id)
      or (r.role = 'venue' and c.organisation_id is null and c.site_id is null and r.site_id in (
        select x.site_id from api_client_site x where x.client_id = c.id and x.ended_at is null)))
    join account a on a.id = r.account_id and a.ended_at is null
    where c.id = ${clientId} order by a.email`.execute(db)
  return rows
}

export type EndingKey = {
  id: string
  clientId: string
  program: string
  shownStart: string
  expiresAt: Date
  reminded: number | null
}

/** The keys that end by themselves before a moment, held until the transaction ends: each letter is sent once. */
export const lockEndingKeys = async (db: Write, now: Date, before: Date): Promise<EndingKey[]> => {
  const { rows } = await sql<EndingKey>`
    select k.id, k.client_id as "clientId", c.name as program, k.shown_start as "shownStart",
      k.expires_at as "expiresAt", k.reminded_days as reminded
    from api_key k join api_client c on c.id = k.client_id
    where k.ended_at is null and k.expires_at > ${now} and k.expires_at <= ${before}
      and (k.reminded_days is null or k.reminded_days > 7)
    order by k.expires_at, k.id for update of k skip locked`.execute(db)
  return rows
}
