import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { type Decision, isUnitKind, type Kind, type Noticed, type Numbers, type State } from './rules.ts'

/** A signal with the place that it is about. */
export type Signal = { [K in Kind]: SignalFacts & { kind: K; numbers: Numbers[K] } }[Kind]
type SignalFacts = {
  id: number
  siteId: number | null
  unitId: number | null
  place: string
  area: string | null
  municipality: string
  municipalitySv: string | null
  from: Day
  until: Day
  noticedAt: Date
  /** In how many later looks it was so again. */
  again: number
  againFrom: Day
  endsOn: Day
  state: State
  note: string | null
  decidedAt: Date | null
  endedAt: Date | null
}

const signalRows = (where: ReturnType<typeof sql>) => sql<Signal>`
  select s.id, s.kind, s.site_id as "siteId", s.unit_id as "unitId", s.numbers, coalesce(t.name, u.name) as place, a.name as area,
    m.name_fi as municipality, m.name_sv as "municipalitySv", s.noticed_from as from, s.noticed_until as until,
    s.noticed_at as "noticedAt", s.again, s.again_from as "againFrom", s.ends_on as "endsOn", s.state, s.note,
    s.decided_at as "decidedAt", s.ended_at as "endedAt"
  from signal s left join site t on t.id = s.site_id left join issuing_unit u on u.id = s.unit_id
  join municipality m on m.id = coalesce(t.municipality_id, u.municipality_id)
  left join area a on a.id = coalesce(t.area_id, u.area_id)
  where ${where}`

export type Filter = { kind: Kind | null; area: number | null; isEnded: boolean }

/** The newest first; never by how much, for places are not ranked. */
export const listSignals = async (
  db: Read,
  { kind, area, isEnded }: Filter,
  page: { offset: number; limit: number },
): Promise<Signal[]> => {
  const where = sql`(s.ended_at is not null) = ${isEnded}::boolean
    and (${kind}::text is null or s.kind = ${kind}) and (${area}::integer is null or coalesce(t.area_id, u.area_id) = ${area})`
  const { rows } = await sql<Signal>`${signalRows(where)}
    order by s.noticed_at desc, s.id desc limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}

export const countSignals = async (db: Read, { kind, area, isEnded }: Filter): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from signal s left join site t on t.id = s.site_id
    left join issuing_unit u on u.id = s.unit_id
    where (s.ended_at is not null) = ${isEnded}::boolean and (${kind}::text is null or s.kind = ${kind})
      and (${area}::integer is null or coalesce(t.area_id, u.area_id) = ${area})`.execute(db)
  return rows[0]!.count
}

export const findSignal = async (db: Read, id: number): Promise<Signal | undefined> =>
  (await signalRows(sql`s.id = ${id}`).execute(db)).rows[0]

/**
 * Writes what was noticed: a signal of its own, or that it is so again where one of the kind stands. What is muted is left
 * out, and so is what reaches into days that an ended signal has told of: nobody is asked twice about the same days.
 * @returns how many signals are new
 */
export const keepNoticed = async (
  db: Write,
  noticed: readonly Noticed[],
  { now, today, openDays }: { now: Date; today: Day; openDays: number },
): Promise<number> => {
  if (noticed.length === 0) return 0
  const given = noticed.map(({ kind, placeId, from, until, numbers }) => ({
    ...{ kind, from, until, numbers },
    site_id: isUnitKind(kind) ? null : placeId,
    unit_id: isUnitKind(kind) ? placeId : null,
  }))
  const { rows } = await sql<{ count: number }>`
    with given as (
      select g.* from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g (kind text, site_id integer, unit_id integer, "from" date, until date, numbers jsonb)
      where not exists (select from signal_mute q where q.kind = g.kind and q.ended_at is null and q.mute_until >= ${today}::date
        and (q.site_id = g.site_id or q.unit_id = g.unit_id))
    ), again as (
      update signal s set again = s.again + 1, again_from = g."from" from given g
      where s.kind = g.kind and s.ended_at is null and (s.site_id = g.site_id or s.unit_id = g.unit_id)
        and s.again_from < g."from"
    ), made as (
      insert into signal (kind, site_id, unit_id, noticed_from, noticed_until, numbers, noticed_at, again_from, ends_on)
      select g.kind, g.site_id, g.unit_id, g."from", g.until, g.numbers, ${now}::timestamptz, g."from",
        ${addDays(today, openDays)}::date
      from given g
      where not exists (select from signal s where s.kind = g.kind and (s.site_id = g.site_id or s.unit_id = g.unit_id)
        and (s.ended_at is null or s.noticed_until + (s.again_from - s.noticed_from) >= g."from"))
      on conflict do nothing returning id
    )
    select count(*)::integer as count from made`.execute(db)
  return rows[0]!.count
}

/** Closes what stands past its day. @returns how many */
export const lapsePast = async (db: Write, today: Day, now: Date): Promise<number> => {
  const { rows } = await sql`
    update signal set state = 'lapsed', ended_at = ${now}::timestamptz
    where ended_at is null and ends_on < ${today}::date returning id`.execute(db)
  return rows.length
}

/** Takes the day to look at it. @returns false when it was looked at before, here or by another process */
export const takeRound = async (db: Write, today: Day, now: Date): Promise<boolean> => {
  const taken = await db
    .insertInto('signal_round')
    .values({ noticed_on: today, noticed_at: now })
    .onConflict((conflict) => conflict.column('noticed_on').doNothing())
    .returning('noticed_on')
    .executeTakeFirst()
  return taken !== undefined
}

/** Whether the day was looked at, asked before all the work. */
export const hasRound = async (db: Pool, today: Day): Promise<boolean> =>
  (await db
    .selectFrom('signal_round')
    .select('noticed_on')
    .where('noticed_on', '=', today)
    .executeTakeFirst()) !== undefined

/** The last day that was looked at; null before the first. */
export const lastRound = async (db: Read): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day | null }>`select max(noticed_on) as day from signal_round`.execute(db)
  return rows[0]!.day
}

/** Decides of a signal that stands. @param watchUntil of `watched`. @returns false when it has ended meanwhile */
export const decide = async (
  db: Write,
  id: number,
  { decision, note, watchUntil }: { decision: Decision; note: string | null; watchUntil: Day | null },
  { actor, now }: { actor: string; now: Date },
): Promise<boolean> => {
  const isWatch = decision === 'watched'
  const { rows } = await sql`
    update signal set state = ${decision}, note = coalesce(${note}::text, note), decided_at = ${now}::timestamptz,
      decided_by = ${actor}, ended_at = case when ${isWatch}::boolean then null else ${now}::timestamptz end,
      ends_on = coalesce(${watchUntil}::date, ends_on)
    where id = ${id} and ended_at is null returning id`.execute(db)
  return rows.length > 0
}

/** Opens a signal again that somebody has closed, until a day. @returns false when it cannot be: one of its kind stands */
export const reopen = async (db: Write, id: number, endsOn: Day): Promise<boolean> => {
  const { rows } = await sql`
    update signal s set state = 'open', ended_at = null, ends_on = ${endsOn}::date
    where s.id = ${id} and s.ended_at is not null and not exists (select from signal o where o.ended_at is null
      and o.kind = s.kind and o.site_id is not distinct from s.site_id and o.unit_id is not distinct from s.unit_id)
    returning s.id`.execute(db)
  return rows.length > 0
}

/** Removes signals that have ended long ago, mutes and the days of looks with them. */
export const forgetSignals = async (db: Pool, now: Date, months: number): Promise<void> => {
  const span = sql`make_interval(months => ${months}::integer)`
  const today = dayOf(now)
  await sql`delete from signal where ended_at + ${span} <= ${now}::timestamptz`.execute(db)
  await sql`delete from signal_mute where mute_until + ${span} <= ${today}::date`.execute(db)
  await sql`delete from signal_round where noticed_on + ${span} <= ${today}::date`.execute(db)
}
