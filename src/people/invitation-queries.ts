import { sql } from 'kysely'
import type { PersonRole, Side } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { pageSize } from './rules.ts'
import { isInScope, type PeopleScope, placeName, placesOfRole } from './scope-queries.ts'

export type SentInvitation = {
  id: string
  email: string
  role: PersonRole
  side: Side | null
  place: string | null
  language: Language | null
  invitedAt: Date
  expiresAt: Date
  /** Null for those made at the command line. */
  invitedBy: string | null
  isTaken: boolean
  isWithdrawn: boolean
}

/** The tokens are hashes, and not even these are looked at here. */
const sent = (scope: PeopleScope) => sql<SentInvitation>`
  select r.id, r.email, r.role, r.side, ${placeName} as place, r.language, r.invited_at as "invitedAt",
    r.expires_at as "expiresAt", inviter.name as "invitedBy",
    r.accepted_at is not null as "isTaken", r.withdrawn_at is not null as "isWithdrawn"
  from invitation r ${placesOfRole} left join account inviter on 'account:' || inviter.id = r.invited_by
  where r.email is not null and ${isInScope(scope)}`

const untaken = sql`not "isTaken" and not "isWithdrawn"`

/** How many invitations of the scope nobody has taken yet, those whose time is over among them. */
export const countInvitations = async (db: Read, scope: PeopleScope): Promise<number> => {
  const { rows } = await sql<{ invitations: string | number }>`
    select count(*) as invitations from (${sent(scope)}) i where ${untaken}`.execute(db)
  return Number(rows[0]!.invitations)
}

/** One page of them, the latest first. */
export const listInvitations = async (
  db: Read,
  scope: PeopleScope,
  page: number,
): Promise<SentInvitation[]> => {
  const { rows } = await sql<SentInvitation>`select * from (${sent(scope)}) i where ${untaken}
    order by "invitedAt" desc, id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db)
  return rows
}

/** An invitation of the scope, in whatever state; another does not exist. */
export const findSentInvitation = async (
  db: Read,
  scope: PeopleScope,
  id: string,
): Promise<SentInvitation | undefined> => {
  const { rows } = await sql<SentInvitation>`${sent(scope)} and r.id = ${id}`.execute(db)
  return rows[0]
}
