import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { emailLinkEnd, resetLinkEnd } from './rules.ts'

/** Links in mails: 32 random bytes, of which only the hash is kept. Each works once. */
const newLink = () => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}
const hashOf = (token: string) => createHash('sha256').update(token).digest()

type Kind = 'reset' | 'email'

export type ResetLink = { token: string; accountId: string; name: string; email: string; language: Language }

/**
 * A link for a new password, for whoever can sign in with this address by a password. One statement in either case:
 * an address that nobody has costs the same.
 */
export const makeResetLink = async (db: Write, email: string, now: Date): Promise<ResetLink | undefined> => {
  const { token, hash } = newLink()
  const { rows } = await sql<Omit<ResetLink, 'token'>>`
    with holder as (
      select a.id, a.name, a.email, a.language from account a
      where lower(a.email) = ${email.toLowerCase()} and a.ended_at is null and a.password_hash is not null
        and exists (select from account_role r where r.account_id = a.id and r.ended_at is null)
    ), made as (
      insert into account_link (token_hash, account_id, kind, made_at, expires_at)
      select ${hash}::bytea, id, 'reset', ${now}::timestamptz, ${resetLinkEnd(now)}::timestamptz from holder
    )
    select id as "accountId", name, email, language from holder`.execute(db)
  return rows[0] && { ...rows[0], token }
}

/** A link to the new address of an account. One that was sent before works no more. */
export const makeEmailLink = async (
  db: Write,
  { accountId, email, now }: { accountId: string; email: string; now: Date },
): Promise<string> => {
  const { token, hash } = newLink()
  await endLinks(db, accountId, 'email')
  await db
    .insertInto('account_link')
    .values({
      token_hash: hash,
      account_id: accountId,
      kind: 'email',
      email,
      made_at: now,
      expires_at: emailLinkEnd(now),
    })
    .execute()
  return token
}

export type OpenLink = { accountId: string; name: string; email: string; newEmail: string | null }

/** Whose link this is; undefined when it is used, expired or was never made, or the account has ended. */
export const findLink = (db: Read, kind: Kind, token: string, now: Date): Promise<OpenLink | undefined> =>
  db
    .selectFrom('account_link as l')
    .innerJoin('account as a', 'a.id', 'l.account_id')
    .select(['a.id as accountId', 'a.name', 'a.email', 'l.email as newEmail'])
    .where('l.token_hash', '=', hashOf(token))
    .where('l.kind', '=', kind)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('a.ended_at', 'is', null)
    .executeTakeFirst()

/** Marks a link as used, in one statement: of two who come at once, one gets false. */
export const takeLink = async (db: Write, kind: Kind, token: string, now: Date): Promise<boolean> => {
  const taken = await db
    .updateTable('account_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** The links of a kind that an account still has open work no more. */
export const endLinks = (db: Write, accountId: string, kind: Kind) =>
  db
    .deleteFrom('account_link')
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .execute()
