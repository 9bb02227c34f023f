import { sql } from 'kysely'
import type { PersonRole, Side } from '../access.ts'
import type { RoleScope } from '../accounts/queries.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { pageSize } from './rules.ts'
import { isInScope, type PeopleScope, placeName, placesOfRole } from './scope-queries.ts'

export type Filter = {
  /** A part of a name or an address. */
  q: string
  /** A part of the name of a place. */
  place: string
  role: PersonRole | null
  side: Side | null
  ended: boolean
}

export type HeldRole = { id: string; role: PersonRole; side: Side | null; place: string | null }
export type Listed = { id: string; name: string; email: string; signedInOn: Day | null; roles: HeldRole[] }

/** What is typed means itself: no sign in it is a pattern. */
const part = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The roles that somebody holds, or has held, in the scope; and whose account fits what is looked for. */
const matching = (scope: PeopleScope, { q, place, role, side, ended }: Filter) => sql`
  held as (
    select r.id, r.account_id, r.role, r.side, ${placeName} as place, r.created_at,
      r.ended_at is null and a.ended_at is null as stands
    from account_role r join account a on a.id = r.account_id ${placesOfRole}
    where ${isInScope(scope)}
  ),
  found as (
    select a.id, a.name, a.email, a.signed_in_on from account a
    where (a.name ilike ${part(q)} or a.email ilike ${part(q)})
      and exists (select from held h where h.account_id = a.id and h.stands = ${!ended}
        and (${role}::text is null or h.role = ${role}) and (${side}::text is null or h.side = ${side})
        and coalesce(h.place, '') ilike ${part(place)})
      and (not ${ended}::boolean or not exists (select from held h where h.account_id = a.id and h.stands))
  )`

const rolesOfFound = (ended: boolean) => sql`
  select jsonb_agg(jsonb_build_object('id', h.id, 'role', h.role, 'side', h.side, 'place', h.place)
    order by h.created_at, h.id) from held h where h.account_id = found.id and h.stands = ${!ended}`

export const countPeople = async (db: Read, scope: PeopleScope, filter: Filter): Promise<number> => {
  const { rows } = await sql<{ people: string | number }>`
    with ${matching(scope, filter)} select count(*) as people from found`.execute(db)
  return Number(rows[0]!.people)
}

const listed = (scope: PeopleScope, filter: Filter) => sql<Listed>`
  with ${matching(scope, filter)}
  select id, name, email, signed_in_on as "signedInOn", (${rolesOfFound(filter.ended)}) as roles
  from found order by lower(name), id`

/** One page of the people of the scope, by name, each with the roles that lie in it. `page` is 1 or more. */
export const listPeople = async (
  db: Read,
  scope: PeopleScope,
  filter: Filter,
  page: number,
): Promise<Listed[]> => {
  const { rows } = await sql<Listed>`${listed(scope, filter)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db)
  return rows
}

/** All of them, for a file. */
export const listAllPeople = async (db: Read, scope: PeopleScope, filter: Filter): Promise<Listed[]> =>
  (await listed(scope, filter).execute(db)).rows

export type PersonsRole = HeldRole & { since: Date; endedAt: Date | null; isOfGroup: boolean }
export type Person = {
  id: string
  name: string
  email: string
  language: Language
  signedInOn: Day | null
  endedAt: Date | null
  /** Those in the scope, the standing first. */
  roles: PersonsRole[]
  /** Whether they hold roles that the scope does not show. */
  worksElsewhere: boolean
}

/** A person who holds or has held a role in the scope; anybody else does not exist. */
export const findPerson = async (
  db: Read,
  scope: PeopleScope,
  accountId: string,
): Promise<Person | undefined> => {
  const roles = await sql<PersonsRole & { inScope: boolean }>`
    select r.id, r.role, r.side, ${placeName} as place, r.created_at as since, r.ended_at as "endedAt",
      r.group_id is not null as "isOfGroup",
      coalesce(${isInScope(scope)}, false) as "inScope"
    from account_role r ${placesOfRole} where r.account_id = ${accountId}
    order by r.ended_at is not null, r.created_at, r.id`.execute(db)
  const seen = roles.rows.filter(({ inScope }) => inScope)
  if (seen.length === 0) return undefined
  const account = await db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'language', 'signed_in_on as signedInOn', 'ended_at as endedAt'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const worksElsewhere = roles.rows.some(({ inScope, endedAt }) => !inScope && endedAt === null)
  return { ...account, roles: seen, worksElsewhere }
}

/** Whether whoever has the address holds this very role already. */
export const hasRole = async (db: Read, email: string, given: RoleScope): Promise<boolean> => {
  const { rows } = await sql`
    select r.id from account_role r join account a on a.id = r.account_id
    where lower(a.email) = ${email.toLowerCase()} and a.ended_at is null and r.ended_at is null
      and r.role = ${given.role} and r.side is not distinct from ${given.side ?? null}::text
      and r.area_id is not distinct from ${given.areaId ?? null}::integer
      and r.unit_id is not distinct from ${given.unitId ?? null}::integer
      and r.site_id is not distinct from ${given.siteId ?? null}::integer
      and r.organisation_id is not distinct from ${given.organisationId ?? null}::integer`.execute(db)
  return rows.length > 0
}
