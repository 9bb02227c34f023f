import { type RawBuilder, sql } from 'kysely'
import type { Pool, Read } from '../db/db.ts'
import { type AuditSearch, subjectsOf } from './search-rules.ts'

export type AuditRow = {
  id: number
  doneAt: Date
  actor: string
  role: string | null
  permission: string
  outcome: 'done' | 'refused'
  subject: Record<string, unknown>
}

/** People whose name is typed in part may be many; so many of them are looked for. */
const mostActors = 200

/** The names in the log of everybody whom the text may mean, those who have left too. */
const findActors = async (db: Read, text: string): Promise<string[]> => {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{ actor: string }>`
    select 'account:' || id as actor from account where name ilike ${part} or email ilike ${part}
    union all select 'device:' || id from device where name ilike ${part}
    union all select 'key:' || id from api_key where name ilike ${part} or shown_start = ${text}
    limit ${mostActors}`.execute(db as Pool)
  return [text, ...rows.map(({ actor }) => actor)]
}

const startOf = (day: string, later: number) =>
  sql`((${day}::date + ${later}::integer)::timestamp at time zone 'Europe/Helsinki')`

const conditionsOf = (search: AuditSearch): RawBuilder<unknown>[] => [
  sql`true`,
  ...(search.role === null ? [] : [sql`a.role = ${search.role}`]),
  ...(search.permission === null ? [] : [sql`a.permission = ${search.permission}`]),
  ...(search.outcome === null ? [] : [sql`a.outcome = ${search.outcome}`]),
  ...(search.from === null ? [] : [sql`a.done_at >= ${startOf(search.from, 0)}`]),
  ...(search.until === null ? [] : [sql`a.done_at < ${startOf(search.until, 1)}`]),
  ...(search.before === null ? [] : [sql`a.id < ${search.before}`]),
  ...(search.subject === null
    ? []
    : [
        sql`a.id in (${sql.join(
          subjectsOf(search.subject).map(
            (subject) => sql`select audit_about(${JSON.stringify(subject)}::jsonb)`,
          ),
          sql` union `,
        )})`,
      ]),
]

const columns = sql`a.id, a.done_at as "doneAt", a.actor, a.role, a.permission, a.outcome, a.subject`

const newestOf = (found: RawBuilder<unknown>, size: number) => sql<AuditRow>`
  with found as materialized (${found})
  select ${columns} from audit a
  where a.id in (select id from found order by id desc limit ${size}) order by a.id desc`

/**
 * The statement of a search, the newest rows first, in the shape that lets each kind of search stop early. Most walk an
 * index backwards until the page is full; of several people each one's newest are taken from their own stretch of the
 * index. Where walking back would pass through the whole log to find a few rows, for a time that is past or for one
 * card, all that match are found first.
 */
export const auditStatement = (
  search: AuditSearch,
  actors: string[] | null,
  size: number,
): RawBuilder<AuditRow> => {
  const conditions = sql.join(conditionsOf(search), sql` and `)
  if (search.until !== null || search.subject !== null) {
    const byThem = actors === null ? sql`` : sql` and a.actor = any(${actors}::text[])`
    return newestOf(sql`select a.id from audit a where ${conditions}${byThem}`, size)
  }
  if (actors !== null)
    return newestOf(
      sql`select each.id from unnest(${actors}::text[]) as who(actor) cross join lateral (
        select a.id from audit a where a.actor = who.actor and ${conditions} order by a.id desc limit ${size}) each`,
      size,
    )
  return sql<AuditRow>`select ${columns} from audit a where ${conditions} order by a.id desc limit ${size}`
}

export const listAudit = async (db: Read, search: AuditSearch, size: number): Promise<AuditRow[]> => {
  const actors = search.person === null ? null : await findActors(db, search.person)
  return (await auditStatement(search, actors, size).execute(db as Pool)).rows
}

export type Actor = { name: string; place: string | null; ended: boolean }

const idsOf = (actors: readonly string[], kind: string) =>
  actors.flatMap((actor) => (actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []))

/** Who the actors of some rows are. People and devices that are gone from Kaiku keep their names here. */
export const nameActors = async (db: Read, actors: readonly string[]): Promise<Map<string, Actor>> => {
  const { rows } = await sql<Actor & { actor: string }>`
    select 'account:' || id as actor, name, null as place, ended_at is not null as ended
    from account where id::text = any(${idsOf(actors, 'account')}::text[])
    union all
    select 'device:' || d.id, d.name, s.name, d.ended_at is not null
    from device d left join site s on s.id = d.site_id where d.id::text = any(${idsOf(actors, 'device')}::text[])
    union all
    select 'key:' || k.id, k.name, (select string_agg(s.name, ', ') from api_client_site x join site s on s.id = x.site_id
      where x.client_id = k.client_id and x.ended_at is null), k.ended_at is not null
    from api_key k where k.id::text = any(${idsOf(actors, 'key')}::text[])`.execute(db as Pool)
  return new Map(rows.map(({ actor, ...who }) => [actor, who]))
}

/** Every permission that the log names, without reading the log: from one name in the index to the next. */
export const listPermissions = async (db: Read): Promise<string[]> => {
  const { rows } = await sql<{ permission: string }>`
    with recursive one as (
      (select permission from audit order by permission limit 1)
      union all
      select (select a.permission from audit a where a.permission > one.permission order by a.permission limit 1)
      from one where one.permission is not null
    )
    select permission from one where permission is not null`.execute(db as Pool)
  return rows.map(({ permission }) => permission)
}
