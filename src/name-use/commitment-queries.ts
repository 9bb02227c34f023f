import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically, hasWords } from '../places/queries.ts'
import { type Ground, keyOf, type Mark, type Who } from './rules.ts'

/**
 * Who may use the name by a commitment in force, or could until it was over: each party of signed commitments once, but
 * for the centre, whose the name is. `until` is null while one holds until further notice.
 */
const partners = (today: Day) => sql`
  select p.organisation_id, case when p.organisation_id is null then lower(p.name) end as outsider,
    max(coalesce(o.name, p.name)) as who, bool_or(c.last_on is null or c.last_on >= ${today}::date) as holds,
    case when bool_and(c.last_on is not null) then max(c.last_on) end as until, 
    coalesce(min(c.from_on) filter (where c.last_on is null or c.last_on >= ${today}::date), min(c.from_on)) as from_on
  from (select id, from_on, least(until_on, ended_on) as last_on from commitment
    where state = 'signed' and from_on <= ${today}::date
      and (least(until_on, ended_on) is null or least(until_on, ended_on) >= from_on)) c
  join commitment_party p on p.commitment_id = c.id and p.side <> 'centre'
  left join organisation o on o.id = p.organisation_id
  group by 1, 2`

export type Partner = { who: string; from: Day; until: Day | null }

/** Those that may use the name by their commitments, by name. @param page null for all of them */
export const listPartners = async (
  db: Read,
  words: readonly string[],
  today: Day,
  page: { page: number; size: number } | null,
): Promise<{ rows: Partner[]; total: number }> => {
  const { rows } = await sql<Partner & { total: number }>`
    select b.who, b.from_on as "from", b.until, (count(*) over ())::integer as total from (${partners(today)}) b
    where b.holds and ${hasWords(sql`b.who`, words)} order by ${alphabetically(sql`b.who`)}, b.who
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  if (rows.length === 0 && page && page.page > 1) return listPartners(db, words, today, { ...page, page: 1 })
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** @property key as `keyOf` writes it · @property lapsedOn the last day of the last commitment */
export type Lapsed = { key: string; who: string; organisationId: number | null; lapsedOn: Day }

/**
 * Those whose commitments are all over, who have no leave of their own, are not noted as having stopped, and are not
 * followed up as a found use: somebody has to ask them. The longest ago first.
 */
export const listLapsed = async (db: Read | Write, today: Day): Promise<Lapsed[]> => {
  const { rows } = await sql<Omit<Lapsed, 'key'> & { outsider: string | null }>`
    select b.who, b.organisation_id as "organisationId", b.outsider, b.until as "lapsedOn" from (${partners(today)}) b
    where not b.holds
      and not exists (select from name_use_stop s where s.lapsed_on >= b.until
        and (s.organisation_id = b.organisation_id or s.outsider = b.outsider))
      and not exists (select from name_use n
        where (n.organisation_id = b.organisation_id or lower(n.outsider) = b.outsider)
          and case n.basis when 'leave' then n.ended_on is null or n.ended_on >= ${today}::date
            else not exists (select from name_use_step s where s.name_use_id = n.id and s.step = 'settled') end)
    order by b.until, ${alphabetically(sql`b.who`)} limit 500`.execute(db)
  return rows.map(({ outsider, ...row }) => ({
    ...row,
    key: keyOf(
      row.organisationId === null ? { outsider: outsider ?? '' } : { organisationId: row.organisationId },
    ),
  }))
}

/** Notes that somebody has stopped; when two do so at once, it is noted once. */
export const noteStopped = (db: Write, who: Who, days: { lapsedOn: Day; stoppedOn: Day }, now: Date) =>
  db
    .insertInto('name_use_stop')
    .values({
      organisation_id: 'organisationId' in who ? who.organisationId : null,
      outsider: 'outsider' in who ? who.outsider : null,
      ...{ lapsed_on: days.lapsedOn, stopped_on: days.stoppedOn, made_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** On what grounds an organisation may use the name today: its commitments first, then its leaves. */
export const listGrounds = async (db: Read, organisationId: number, today: Day): Promise<Ground[]> => {
  const { rows: held } = await sql<{ until: Day | null }>`select b.until from (${partners(today)}) b
    where b.holds and b.organisation_id = ${organisationId}`.execute(db)
  const { rows: leaves } = await sql<{ kind: Mark; until: Day | null }>`
    select mark as kind, least(valid_until, ended_on) as until from name_use
    where basis = 'leave' and organisation_id = ${organisationId} and valid_from <= ${today}::date
      and coalesce(least(valid_until, ended_on) >= ${today}::date, true)
    order by least(valid_until, ended_on) desc nulls first, id`.execute(db)
  return [...held.map(({ until }) => ({ kind: 'commitment' as const, until })), ...leaves]
}
