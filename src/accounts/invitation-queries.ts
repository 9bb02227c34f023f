import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonRole, Side } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { RoleScope } from './queries.ts'
import { invitationEnd } from './rules.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/**
 * Invites somebody to one role in one scope. The link works once, for three days.
 * @param given an e-mail address of null lets the invited person say it: only for the first administrator
 * @returns the token of the link: given out here and never again, for only its hash is kept
 */
export const inviteUser = async (
  db: Pool,
  given: { email: string | null; language?: Language; invitedBy?: string } & RoleScope,
  now: Date,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('invitation')
    .values({
      token_hash: hashOf(token),
      email: given.email,
      language: given.language ?? null,
      invited_by: given.invitedBy ?? null,
      role: given.role,
      side: given.side ?? null,
      area_id: given.areaId ?? null,
      unit_id: given.unitId ?? null,
      site_id: given.siteId ?? null,
      organisation_id: given.organisationId ?? null,
      invited_at: now,
      expires_at: invitationEnd(now),
    })
    .execute()
  return token
}

/**
 * While nobody runs the whole, a new link for that person; the links printed before stop working.
 * @returns undefined when somebody does
 */
export const inviteFirstAdministrator = (db: Pool, now: Date): Promise<string | undefined> =>
  db.transaction().execute(async (write) => {
    await write
      .deleteFrom('invitation')
      .where('email', 'is', null)
      .where('role', '=', 'centre')
      .where('accepted_at', 'is', null)
      .execute()
    if (await hasCentre(write)) return undefined
    return inviteUser(write, { email: null, role: 'centre' }, now)
  })

const hasCentre = async (db: Read): Promise<boolean> => {
  const known = await db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select('r.id')
    .where('r.role', '=', 'centre')
    .where('r.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return known !== undefined
}

/** An account that has the address of an invitation. One without a role is closed: nobody can sign in to it. */
type Holder = { accountId: string; isStanding: boolean }
export type Invitation = {
  email: string | null
  role: PersonRole
  side: Side | null
  place: string | null
  holder: Holder | null
}

/**
 * An invitation that still waits; undefined when it is used, withdrawn, expired or was never made. The link for the
 * first administrator, which names no address, is over once somebody runs the whole.
 */
export const findInvitation = async (db: Read, token: string, now: Date): Promise<Invitation | undefined> => {
  const row = await db
    .selectFrom('invitation as i')
    .leftJoin('area', 'area.id', 'i.area_id')
    .leftJoin('issuing_unit as unit', 'unit.id', 'i.unit_id')
    .leftJoin('site', 'site.id', 'i.site_id')
    .leftJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('account as a', (join) => join.on(sql`lower(a.email)`, '=', sql`lower(i.email)`))
    .select((eb) => [
      'i.email',
      'i.role',
      'i.side',
      eb.fn.coalesce('area.name', 'unit.name', 'site.name', 'o.name').as('place'),
      'a.id as accountId',
      sql<boolean>`a.ended_at is null and exists (
        select from account_role r where r.account_id = a.id and r.ended_at is null)`.as('isStanding'),
    ])
    .where('i.token_hash', '=', hashOf(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst()
  if (!row || (row.email === null && (await hasCentre(db)))) return undefined
  const { accountId, isStanding, ...invitation } = row
  const holder = accountId === null ? null : { accountId, isStanding }
  return { ...invitation, place: row.place ?? null, holder }
}

/** Marks an invitation as used, in one statement: of two people who come at once, one gets undefined. */
export const takeInvitation = async (
  db: Write,
  token: string,
  now: Date,
): Promise<({ email: string | null } & RoleScope) | undefined> =>
  db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .returning([
      'email',
      'role',
      'side',
      'area_id as areaId',
      'unit_id as unitId',
      'site_id as siteId',
      'organisation_id as organisationId',
    ])
    .executeTakeFirst()

/** Whether somebody has invited the address, and the invitation waits. */
export const isInvited = async (db: Read, email: string, now: Date): Promise<boolean> => {
  const row = await db
    .selectFrom('invitation')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes an invitation back. @returns false when somebody has taken it, or it was taken back already */
export const withdrawInvitation = async (db: Write, id: string, now: Date): Promise<boolean> => {
  const withdrawn = await db
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return withdrawn.numUpdatedRows > 0n
}

/** Of two equal invitations the older one would only be a second key. */
export const withdrawEqualInvitations = (
  db: Write,
  { email, ...given }: { email: string } & RoleScope,
  now: Date,
) =>
  db
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('role', '=', given.role)
    .where('side', 'is not distinct from', given.side ?? null)
    .where('area_id', 'is not distinct from', given.areaId ?? null)
    .where('unit_id', 'is not distinct from', given.unitId ?? null)
    .where('site_id', 'is not distinct from', given.siteId ?? null)
    .where('organisation_id', 'is not distinct from', given.organisationId ?? null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()

/**
 * A new link for the same invitation, for three days from now; the old link works no more.
 * @returns the new token, or undefined when the invitation is taken or withdrawn
 */
export const renewInvitation = async (
  db: Write,
  id: string,
  invitedBy: string,
  now: Date,
): Promise<string | undefined> => {
  const token = randomBytes(32).toString('base64url')
  const renewed = await db
    .updateTable('invitation')
    .set({
      token_hash: hashOf(token),
      invited_at: now,
      invited_by: invitedBy,
      expires_at: invitationEnd(now),
    })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return renewed.numUpdatedRows > 0n ? token : undefined
}

/** Names of municipalities: many people make a password of theirs. */
export const listTownNames = async (db: Read): Promise<string[]> => {
  const rows = await db.selectFrom('municipality').select(['name_fi', 'name_sv']).execute()
  return rows.flatMap((row) => [row.name_fi, row.name_sv ?? ''])
}
