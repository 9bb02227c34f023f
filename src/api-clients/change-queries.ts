import { sql } from 'kysely'
import { hashKey, type KeyScope, newKey } from '../accounts/key-rules.ts'
import type { Write } from '../db/db.ts'

/*
 * Requests write no row of programs and keys: these functions of the database ask themselves who is acting
 * (migration 0022), and refuse with 42501 what is not theirs.
 */

/** Makes a program of whoever is acting; a site's own may record for it from the start. @returns its id */
export const makeProgram = async (
  db: Write,
  { name, isTest }: { name: string; isTest: boolean },
  now: Date,
): Promise<string> => {
  const { rows } = await sql<{
    id: string
  }>`select api_client_make(${name}, ${isTest}, ${now}) as id`.execute(db)
  return rows[0]!.id
}

export type NewProgramKey = {
  client: { id: string; name: string; isTest: boolean }
  scopes: readonly KeyScope[]
  expiresAt: Date
}

/** Makes a key. It is given out here and never again. @returns the key, or why there is none */
export const makeKey = async (
  db: Write,
  { client, scopes, expiresAt }: NewProgramKey,
  now: Date,
): Promise<{ key: string; shownStart: string } | { problem: 'two-alive' | 'program-ended' }> => {
  const { key, shownStart } = newKey(client.isTest ? 'test' : 'live')
  const { rows } = await sql<{ outcome: 'made' | 'two-alive' | 'program-ended' }>`
    select api_key_make(${client.id}, ${client.name}, ${shownStart}, ${hashKey(key)}, ${[...scopes]}::text[], ${now},
      ${expiresAt}) as outcome`.execute(db)
  const { outcome } = rows[0]!
  return outcome === 'made' ? { key, shownStart } : { problem: outcome }
}

/** Ends a key at once. A second time changes nothing. */
export const endKey = (db: Write, id: string, now: Date) => sql`select api_key_end(${id}, ${now})`.execute(db)

/** Ends a program with its keys, approvals and webhooks. A second time changes nothing. */
export const endProgram = (db: Write, id: string, now: Date) =>
  sql`select api_client_end(${id}, ${now})`.execute(db)

/** Lets a program record for the site of whoever is acting. @returns false when the program has ended */
export const approveProgram = async (db: Write, id: string, now: Date): Promise<boolean> => {
  const { rows } = await sql<{ done: boolean }>`select api_client_approve(${id}, ${now}) as done`.execute(db)
  return rows[0]!.done
}

/** Ends the approval of the own site at once. A second time changes nothing. */
export const unapproveProgram = (db: Write, id: string, now: Date) =>
  sql`select api_client_unapprove(${id}, ${now})`.execute(db)
