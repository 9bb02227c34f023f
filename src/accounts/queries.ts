import { sql } from 'kysely'
import type { Role, User } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { sessionEnd, sessionIdleFrom } from './rules.ts'

/** Who the token's session belongs to, and in which role; undefined when it has ended or idled out. */
export const findSessionUser = async (db: Read, tokenHash: Buffer, now: Date): Promise<User | undefined> => {
  const row = await db
    .selectFrom('session as s')
    .innerJoin('account_role as r', 'r.id', 's.account_role_id')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .leftJoin('area', 'area.id', 'r.area_id')
    .leftJoin('issuing_unit as unit', 'unit.id', 'r.unit_id')
    .leftJoin('site', 'site.id', 'r.site_id')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .select((eb) => [
      'r.id as accountRoleId',
      'a.id as accountId',
      'a.name',
      'a.language',
      'r.role',
      'r.unit_id as unitId',
      'r.site_id as siteId',
      'r.organisation_id as organisationId',
      eb.fn.coalesce('area.name', 'unit.name', 'site.name', 'o.name').as('place'),
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now)
    .where('s.seen_at', '>', sessionIdleFrom(now))
    .where('a.ended_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, place: row.place ?? null } : undefined
}

/** Moves the idle limit, at most once a minute: a page view should not cost a write each. */
export const touchSession = (db: Pool, tokenHash: Buffer, now: Date) =>
  db
    .updateTable('session')
    .set({ seen_at: now })
    .where('token_hash', '=', tokenHash)
    .where('seen_at', '<', new Date(now.getTime() - 60_000))
    .execute()

export const startSession = (db: Write, accountRoleId: string, tokenHash: Buffer, now: Date) =>
  db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_role_id: accountRoleId,
      started_at: now,
      seen_at: now,
      expires_at: sessionEnd(now),
    })
    .execute()

export const endSession = (db: Write, tokenHash: Buffer) =>
  db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

/** The account that signs in with this address, with the role it acts in first. */
export const findAccount = (db: Read, email: string) =>
  db
    .selectFrom('account as a')
    .innerJoin('account_role as r', 'r.account_id', 'a.id')
    .select(['a.id', 'a.password_hash', 'r.id as accountRoleId', 'r.role', 'a.language'])
    .where(sql`lower(a.email)`, '=', email.toLowerCase())
    .where('a.ended_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .orderBy('r.created_at')
    .executeTakeFirst()

export type RoleScope = {
  role: Role
  areaId?: number | null
  unitId?: number | null
  siteId?: number | null
  organisationId?: number | null
}

/** @returns the id of the role in which the new account acts */
export const createAccount = async (
  db: Write,
  account: {
    email: string
    name: string
    language: Language
    passwordHash: string | null
    now: Date
  } & RoleScope,
): Promise<string> => {
  const { id } = await db
    .insertInto('account')
    .values({
      email: account.email,
      name: account.name,
      language: account.language,
      password_hash: account.passwordHash,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const role = await db
    .insertInto('account_role')
    .values({
      account_id: id,
      role: account.role,
      area_id: account.areaId ?? null,
      unit_id: account.unitId ?? null,
      site_id: account.siteId ?? null,
      organisation_id: account.organisationId ?? null,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return role.id
}

/**
 * Takes one token from a bucket that refills evenly, in one statement, so that parallel tries count exactly.
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
  const { rows } = await sql<{ tokens: number }>`
    insert into rate_limit as l (bucket, tokens, refilled_at) values (${bucket}, ${size - 1}::float8, ${now})
    on conflict (bucket) do update set
      tokens = greatest(-1, least(${size}::float8,
        l.tokens + extract(epoch from (excluded.refilled_at - l.refilled_at)) * ${rate}::float8) - 1),
      refilled_at = excluded.refilled_at
    returning tokens`.execute(db)
  const { tokens } = rows[0]!
  return tokens >= 0 ? 0 : Math.ceil(-tokens / rate)
}
