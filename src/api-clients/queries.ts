import { sql } from 'kysely'
import type { User } from '../access.ts'
import type { Pool, Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** Whose programs somebody sees: a site those that record for it or that it keeps, an intermediary its own, the centre all. */
declare const proven: unique symbol
export type ProgramScope = { readonly [proven]: true } & (
  | { siteId: number }
  | { organisationId: number }
  | { all: true }
)

/** @throws when the role has nothing to do with programs */
export const programScopeOf = (user: User): ProgramScope => {
  if (user.role === 'centre') return { all: true } as ProgramScope
  if (user.role === 'venue' && user.siteId !== null) return { siteId: user.siteId } as ProgramScope
  if (user.organisationId !== null) return { organisationId: user.organisationId } as ProgramScope
  throw new Error(`A ${user.role} has no programs`)
}

/** Whether the program `c` is kept by whoever asks: its keys are theirs to make and end. */
const isOwn = (scope: ProgramScope) => {
  if ('siteId' in scope) return sql<boolean>`coalesce(c.site_id = ${scope.siteId}, false)`
  if ('organisationId' in scope)
    return sql<boolean>`coalesce(c.organisation_id = ${scope.organisationId}, false)`
  return sql<boolean>`false`
}

/** The approvals of the program `c` that whoever asks may see: a site its own, the others all. */
const seen = (scope: ProgramScope) => ('siteId' in scope ? sql`x.site_id = ${scope.siteId}` : sql`true`)

const isListed = (scope: ProgramScope) => {
  if ('all' in scope) return sql`true`
  if ('organisationId' in scope) return isOwn(scope)
  return sql`(${isOwn(scope)} or exists (select from api_client_site x where x.client_id = c.id and ${seen(scope)}))`
}

export type Program = {
  id: string
  name: string
  isTest: boolean
  isOwn: boolean
  /** Whose it is: an intermediary, or the site that keeps it. Null when it was made on the command line. */
  keeper: string | null
  endedAt: Date | null
  /** The latest day of any of its keys. */
  lastUsedOn: Day | null
  /** The shown starts of the keys that work. */
  starts: string[]
  /** The standing approvals: of the site that asks, else of all sites. */
  approvals: number
}

const programs = (scope: ProgramScope, now: Date) => sql<Program>`
  select c.id, c.name, c.is_test as "isTest", ${isOwn(scope)} as "isOwn", coalesce(o.name, s.name) as keeper,
    c.ended_at as "endedAt", (select max(k.last_used_on) from api_key k where k.client_id = c.id) as "lastUsedOn",
    array(select k.shown_start from api_key k where k.client_id = c.id and k.ended_at is null and k.expires_at > ${now}
      order by k.created_at) as starts,
    (select count(*)::int from api_client_site x where x.client_id = c.id and x.ended_at is null and ${seen(scope)}) as approvals
  from api_client c left join organisation o on o.id = c.organisation_id left join site s on s.id = c.site_id`

/** Those that stand first, by name. */
export const listPrograms = async (db: Read, scope: ProgramScope, now: Date): Promise<Program[]> => {
  const { rows } = await sql<Program>`${programs(scope, now)} where ${isListed(scope)}
    order by c.ended_at is not null, c.is_test, c.name, c.id limit 500`.execute(db as Pool)
  return rows
}

export const findProgram = async (
  db: Read,
  scope: ProgramScope,
  id: string,
  now: Date,
): Promise<Program | undefined> => {
  const { rows } =
    await sql<Program>`${programs(scope, now)} where c.id = ${id} and ${isListed(scope)}`.execute(db as Pool)
  return rows[0]
}

/** A program that stands, whoever keeps it: what a site may be told before it approves it. */
export const findProgramToApprove = async (
  db: Read,
  scope: ProgramScope,
  id: string,
  now: Date,
): Promise<Program | undefined> => {
  const { rows } =
    await sql<Program>`${programs(scope, now)} where c.id = ${id} and c.ended_at is null`.execute(db as Pool)
  return rows[0]
}

/** The programs of intermediaries that stand and do not record for the site yet. */
export const listChoices = async (
  db: Read,
  scope: ProgramScope,
): Promise<{ id: string; name: string; keeper: string }[]> => {
  const { rows } = await sql<{ id: string; name: string; keeper: string }>`
    select c.id, c.name, o.name as keeper from api_client c join organisation o on o.id = c.organisation_id
    where c.ended_at is null and not c.is_test
      and not exists (select from api_client_site x where x.client_id = c.id and x.ended_at is null and ${seen(scope)})
    order by o.name, c.name limit 200`.execute(db as Pool)
  return rows
}

/** The program of a key that works, by the part of the key that may be shown. */
export const findByStart = async (db: Read, start: string, now: Date): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`select k.client_id as id from api_key k
    where k.shown_start = ${start} and k.ended_at is null and k.expires_at > ${now}`.execute(db as Pool)
  return rows[0]?.id
}

export type ProgramKey = {
  id: string
  shownStart: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date
  endedAt: Date | null
  lastUsedOn: Day | null
}

/** The keys of a program, the newest first. */
export const listKeys = (db: Read, clientId: string): Promise<ProgramKey[]> =>
  db
    .selectFrom('api_key')
    .select([
      ...(['id', 'scopes', 'shown_start as shownStart', 'created_at as createdAt'] as const),
      ...(['expires_at as expiresAt', 'ended_at as endedAt', 'last_used_on as lastUsedOn'] as const),
    ])
    .where('client_id', '=', clientId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()

export type Approval = { site: string; approvedAt: Date; endedAt: Date | null }

/** Which sites let the program record for them and which no longer do: the latest word of each that may be seen. */
export const listApprovals = async (db: Read, scope: ProgramScope, clientId: string): Promise<Approval[]> => {
  const { rows } = await sql<Approval>`
    select a.site, a.approved_at as "approvedAt", a.ended_at as "endedAt" from (
      select distinct on (x.site_id) s.name as site, x.approved_at, x.ended_at from api_client_site x
      join site s on s.id = x.site_id where x.client_id = ${clientId} and ${seen(scope)}
      order by x.site_id, x.ended_at is not null, x.approved_at desc) a
    order by a.ended_at is not null, a.site limit 500`.execute(db as Pool)
  return rows
}

/** The sites that sell through the intermediary and have not approved the program. */
export const listNotApproved = async (db: Read, scope: ProgramScope, clientId: string): Promise<string[]> => {
  if (!('organisationId' in scope)) return []
  const { rows } = await sql<{ name: string }>`
    select s.name from site_intermediary i join site s on s.id = i.site_id
    where i.organisation_id = ${scope.organisationId} and not exists (
      select from api_client_site x where x.client_id = ${clientId} and x.site_id = i.site_id)
    order by s.name limit 500`.execute(db as Pool)
  return rows.map(({ name }) => name)
}
