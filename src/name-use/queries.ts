import { type RawBuilder, sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { hasWords } from '../places/queries.ts'
import {
  endingDays,
  type Found,
  type Group,
  groups,
  type Leave,
  type Mark,
  type Purpose,
  type Standing,
  type Step,
  standings,
  type UseFacts,
  type Who,
} from './rules.ts'

/** A use of the name with all that is known of it; what the other basis has is null. */
export type NameUse = UseFacts & {
  id: number
  organisationId: number | null
  who: string
  mark: Mark
  purpose: Purpose
  place: string
  grantedBy: string | null
  grantedOn: Day | null
  recordNumber: string | null
  from: Day | null
  until: Day | null
  conditions: string | null
  endedOn: Day | null
  endedReason: string | null
  noticedOn: Day | null
  lastStep: Step | null
  /** The day of the last that is known of a found use. */
  lastOn: Day | null
}

const lastStep = sql`(select s.step from name_use_step s where s.name_use_id = n.id order by s.id desc limit 1)`

/** As `standingOf` tells it; a test holds the two together. */
const standingIn = (today: Day): RawBuilder<Standing> => sql<Standing>`case
  when n.basis = 'found' then coalesce(${lastStep}, 'noticed')
  when least(n.valid_until, n.ended_on) < ${today}::date
    then case when n.ended_on is null then 'lapsed' else 'ended' end
  when n.valid_from > ${today}::date then 'coming'
  when least(n.valid_until, n.ended_on) <= ${today}::date + ${endingDays}::integer then 'ending'
  else 'running' end`

const columns = sql`n.id, n.basis, n.organisation_id as "organisationId", coalesce(o.name, n.outsider) as who,
  n.mark, n.purpose, n.place, n.granted_by as "grantedBy", n.granted_on as "grantedOn",
  n.record_number as "recordNumber", n.valid_from as "from", n.valid_until as until, n.conditions,
  n.ended_on as "endedOn", n.ended_reason as "endedReason", n.noticed_on as "noticedOn", ${lastStep} as "lastStep",
  (select coalesce(max(s.done_on), n.noticed_on) from name_use_step s where s.name_use_id = n.id) as "lastOn"`

/** @property words of the user's name and the place */
type Filter = { words: readonly string[]; group: Group | '' }

/**
 * What somebody may see (the database holds a keeper to the own area): what asks for something first.
 * @param page null for all of them
 */
export const listUses = async (
  db: Read,
  filter: Filter,
  today: Day,
  page: { page: number; size: number } | null,
): Promise<{ rows: NameUse[]; total: number }> => {
  const standing = standingIn(today)
  const { rows } = await sql<NameUse & { total: number }>`
    select ${columns}, (count(*) over ())::integer as total
    from name_use n left join organisation o on o.id = n.organisation_id
    where ${filter.group === '' ? sql`true` : sql`${standing} = any(${groups[filter.group]}::text[])`}
      and ${hasWords(sql`coalesce(o.name, n.outsider) || ' ' || n.place`, filter.words)}
    order by array_position(${standings}::text[], ${standing}), least(n.valid_until, n.ended_on), n.id desc
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  if (rows.length === 0 && page && page.page > 1) return listUses(db, filter, today, { ...page, page: 1 })
  return { rows: rows.map(({ total: _, ...row }) => row as NameUse), total: rows[0]?.total ?? 0 }
}

export const countUses = async (db: Read, today: Day): Promise<Partial<Record<Standing, number>>> => {
  const { rows } = await sql<{ standing: Standing; count: number }>`
    select ${standingIn(today)} as standing, count(*)::integer as count from name_use n group by 1`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ standing, count }) => [standing, count]))
}

export const findUse = async (db: Read | Write, id: number): Promise<NameUse | undefined> =>
  (
    await sql<NameUse>`select ${columns} from name_use n left join organisation o on o.id = n.organisation_id
      where n.id = ${id}`.execute(db)
  ).rows[0]

export type Done = { step: Step; on: Day; note: string }
export const listSteps = (db: Read, id: number): Promise<Done[]> =>
  db
    .selectFrom('name_use_step')
    .select(['step', 'done_on as on', 'note'])
    .where('name_use_id', '=', id)
    .orderBy('id')
    .execute() as Promise<Done[]>

/** The organisation of a name, in any capitals; anybody else is kept by the name. */
export const whoCalled = async (db: Write, name: string): Promise<Who> => {
  const { rows } = await sql<{ id: number }>`select id from organisation
    where lower(name) = lower(${name}) and merged_into_id is null limit 1`.execute(db)
  return rows[0] ? { organisationId: rows[0].id } : { outsider: name }
}

const userColumns = (who: Who) => ({
  organisation_id: 'organisationId' in who ? who.organisationId : null,
  outsider: 'outsider' in who ? who.outsider : null,
})
const leaveColumns = (leave: Leave) => ({
  ...{ mark: leave.mark, purpose: leave.purpose, place: leave.place, conditions: leave.conditions },
  ...{ granted_by: leave.grantedBy, granted_on: leave.grantedOn, record_number: leave.recordNumber },
  ...{ valid_from: leave.from, valid_until: leave.until },
})
const foundColumns = ({ mark, purpose, place, noticedOn }: Found) => ({
  ...{ mark, purpose, place, noticed_on: noticedOn },
})
const columnsOf = (use: Leave | Found) => ('from' in use ? leaveColumns(use) : foundColumns(use))

/** @returns its id */
export const addUse = async (db: Write, who: Who, use: Leave | Found, now: Date): Promise<number> => {
  const { id } = await db
    .insertInto('name_use')
    .values({
      ...{ basis: 'from' in use ? 'leave' : 'found', ...userColumns(who), ...columnsOf(use) },
      ...{ made_at: now, changed_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changeUse = (db: Write, id: number, who: Who, use: Leave | Found, now: Date) =>
  db
    .updateTable('name_use')
    .set({ ...userColumns(who), ...columnsOf(use), changed_at: now })
    .where('id', '=', id)
    .execute()

export const endUse = (db: Write, id: number, { on, reason }: { on: Day; reason: string }, now: Date) =>
  db
    .updateTable('name_use')
    .set({ ended_on: on, ended_reason: reason, changed_at: now })
    .where('id', '=', id)
    .execute()

/** Reads a use that nobody else can change until this is done. */
export const lockUse = async (db: Write, id: number): Promise<NameUse | undefined> => {
  await sql`select from name_use where id = ${id} for update`.execute(db)
  return findUse(db, id)
}

export const addStep = (db: Write, id: number, { step, on, note }: Done, now: Date) =>
  db.insertInto('name_use_step').values({ name_use_id: id, step, done_on: on, note, made_at: now }).execute()
