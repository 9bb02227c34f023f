import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Facts, PlaceKind, RemindedStep } from './rules.ts'

/** One job at a time writes letters of newcomers. */
export const lockLetters = async (db: Write): Promise<void> => {
  await sql`select pg_advisory_xact_lock(68)`.execute(db)
}

type Reader = { email: string; language: Language }
type Untold = { id: number; kind: PlaceKind; place: string; readers: Reader[] }

/**
 * Requests that nobody has been told of, with whom to tell: the coordinators of the municipality's area, of the side that
 * the place is of where there are such; the national centre where there are none or the municipality is in no area.
 */
export const listUntold = async (db: Write, today: Day): Promise<Untold[]> => {
  const { rows } = await sql<Untold>`
    with reader as (
      select r.role, r.area_id, r.side, k.email, k.language from account_role r
      join account k on k.id = r.account_id and k.ended_at is null
      where r.ended_at is null and r.role in ('centre', 'coordinator')
    )
    select q.id, q.kind, q.place_name as place, coalesce(
      (select json_agg(distinct jsonb_build_object('email', e.email, 'language', e.language)) from reader e
        where e.area_id = l.area_id and coalesce(e.side, w.side) = w.side),
      (select json_agg(distinct jsonb_build_object('email', e.email, 'language', e.language)) from reader e
        where e.area_id = l.area_id),
      (select json_agg(distinct jsonb_build_object('email', e.email, 'language', e.language)) from reader e
        where e.role = 'centre'), '[]') as readers
    from place_request q join municipality m on m.id = q.municipality_id
    cross join lateral (select case q.kind when 'unit' then 'sote' else 'culture' end as side) w
    left join lateral (select s.area_id from area_membership s
      where s.municipality_id = coalesce(m.merged_into_id, m.id) and s.phase <> 'ended'
        and (s.phase_until is null or s.phase_until >= ${today}::date)
      order by s.phase_from nulls first limit 1) l on true
    where q.told_at is null and q.state = 'asked' order by q.id`.execute(db)
  return rows
}

export const noteTold = (db: Write, ids: readonly number[], now: Date) =>
  db.updateTable('place_request').set({ told_at: now }).where('id', 'in', ids).execute()

type OnWay = {
  id: number
  kind: PlaceKind
  place: string
  email: string
  language: Language
  facts: Facts
  reminded: RemindedStep[]
  /** The last day on which the induction's own letters went to the place. */
  inductionToldOn: Day | null
}

/** Accepted requests of places that stand, with who asked, where they are and of what they were written to already. */
export const listOnWay = async (db: Write, { now, today }: { now: Date; today: Day }): Promise<OnWay[]> => {
  const { rows } = await sql<OnWay>`
    select r.id, r.kind, coalesce(u.name, t.name) as place, r.sender_email as email, r.language,
      newcomer_days(r.unit_id, r.site_id, ${now}::timestamptz) as facts,
      array(select step from newcomer_reminder n where n.request_id = r.id) as reminded,
      (select max((i.sent_at at time zone 'Europe/Helsinki')::date)::text from induction_reminder i
        where i.unit_id = r.unit_id or i.site_id = r.site_id) as "inductionToldOn"
    from place_request r
    left join issuing_unit u on u.id = r.unit_id left join site t on t.id = r.site_id
    where r.state = 'accepted' and r.sender_email is not null
      and coalesce(u.merged_into_id, t.merged_into_id) is null
      and coalesce(u.closed_on, t.closed_on, 'infinity') > ${today}::date
    order by r.id`.execute(db)
  return rows
}

export const noteReminded = (db: Write, requestId: number, step: RemindedStep, now: Date) =>
  db.insertInto('newcomer_reminder').values({ request_id: requestId, step, sent_at: now }).execute()
