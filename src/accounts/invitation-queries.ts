import { createHash, randomBytes } from 'node:crypto'
import type { PersonRole } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
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
  given: { email: string | null } & RoleScope,
  now: Date,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('invitation')
    .values({
      token_hash: hashOf(token),
      email: given.email,
      role: given.role,
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
    const known = await write
      .selectFrom('account_role as r')
      .innerJoin('account as a', 'a.id', 'r.account_id')
      .select('r.id')
      .where('r.role', '=', 'centre')
      .where('r.ended_at', 'is', null)
      .where('a.ended_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (known) return undefined
    await write
      .deleteFrom('invitation')
      .where('email', 'is', null)
      .where('role', '=', 'centre')
      .where('accepted_at', 'is', null)
      .execute()
    return inviteUser(write, { email: null, role: 'centre' }, now)
  })

export type Invitation = { email: string | null; role: PersonRole; place: string | null }

/** An invitation that still waits; undefined when it is used, expired or was never made. */
export const findInvitation = async (db: Read, token: string, now: Date): Promise<Invitation | undefined> => {
  const row = await db
    .selectFrom('invitation as i')
    .leftJoin('area', 'area.id', 'i.area_id')
    .leftJoin('issuing_unit as unit', 'unit.id', 'i.unit_id')
    .leftJoin('site', 'site.id', 'i.site_id')
    .leftJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select((eb) => [
      'i.email',
      'i.role',
      eb.fn.coalesce('area.name', 'unit.name', 'site.name', 'o.name').as('place'),
    ])
    .where('i.token_hash', '=', hashOf(token))
    .where('i.accepted_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst()
  return row && { ...row, place: row.place ?? null }
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
    .where('expires_at', '>', now)
    .returning([
      'email',
      'role',
      'area_id as areaId',
      'unit_id as unitId',
      'site_id as siteId',
      'organisation_id as organisationId',
    ])
    .executeTakeFirst()

/** Names of municipalities: many people make a password of theirs. */
export const listTownNames = async (db: Read): Promise<string[]> => {
  const rows = await db.selectFrom('municipality').select(['name_fi', 'name_sv']).execute()
  return rows.flatMap((row) => [row.name_fi, row.name_sv ?? ''])
}
