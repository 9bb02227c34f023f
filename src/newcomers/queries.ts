import { sql } from 'kysely'
import type { AreaScope, PlaceScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Facts, PlaceKind, RequestState } from './rules.ts'

export type NewRequest = {
  key: string
  kind: PlaceKind
  place: string
  organisation: string
  municipalityId: number
  name: string
  email: string
  message: string
  language: Language
}

/** Keeps a request. @returns false when the same has been sent before: then it is one */
export const sendRequest = async (db: Write, given: NewRequest, now: Date): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('place_request')
    .values({
      form_key: given.key,
      kind: given.kind,
      place_name: given.place,
      organisation: given.organisation,
      municipality_id: given.municipalityId,
      sender_name: given.name,
      sender_email: given.email,
      message: given.message,
      language: given.language,
      asked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/**
 * The sender and the message are null when the time for keeping them is over.
 * @property place as it was asked, or what it is called in the register now
 * @property areaId of the municipality on the day; null outside the network
 */
export type PlaceRequest = {
  id: number
  kind: PlaceKind
  place: string
  organisation: string
  municipalityId: number
  nameFi: string
  nameSv: string | null
  areaId: number | null
  area: string | null
  name: string | null
  email: string | null
  message: string | null
  language: Language
  askedAt: Date
  state: RequestState
  unitId: number | null
  siteId: number | null
  declineReason: string | null
  answeredAt: Date | null
}
/** @property facts of one that was accepted and whose place still stands; else null */
export type Newcomer = PlaceRequest & { facts: Facts | null }

/** The area of a municipality, as places get theirs; of one that was merged, that of the one it went into. */
const areaOn = (today: Day) => sql`
  left join lateral (select s.area_id from area_membership s
    where s.municipality_id = coalesce(m.merged_into_id, m.id) and s.phase <> 'ended'
      and (s.phase_until is null or s.phase_until >= ${today}::date)
    order by s.phase_from nulls first limit 1) l on true`

const columns = sql`
  r.id, r.kind, coalesce(u.name, t.name, r.place_name) as place, r.organisation,
  m.id as "municipalityId", m.name_fi as "nameFi", m.name_sv as "nameSv", a.id as "areaId", a.name as area,
  r.sender_name as name, r.sender_email as email, r.message, r.language, r.asked_at as "askedAt", r.state,
  r.unit_id as "unitId", r.site_id as "siteId", r.decline_reason as "declineReason", r.answered_at as "answeredAt"`

const requests = (today: Day) => sql`
  place_request r join municipality m on m.id = r.municipality_id ${areaOn(today)}
  left join issuing_unit u on u.id = r.unit_id left join site t on t.id = r.site_id
  left join area a on a.id = coalesce(u.area_id, t.area_id, l.area_id)`

const stands = (today: Day) => sql<boolean>`(r.state = 'accepted'
  and coalesce(u.merged_into_id, t.merged_into_id) is null
  and coalesce(u.closed_on, t.closed_on, 'infinity') > ${today}::date)`

const isOf = ({ areaId }: AreaScope) => sql<boolean>`(${areaId}::int is null or a.id = ${areaId})`
const mostShown = 300

/** What is asked for in the kept areas: those that wait for an answer, the oldest first, then the latest. */
export const listNewcomers = async (
  db: Read,
  scope: AreaScope,
  { now, today }: { now: Date; today: Day },
): Promise<Newcomer[]> => {
  const { rows } = await sql<Newcomer>`
    select ${columns},
      case when ${stands(today)} then newcomer_facts(r.unit_id, r.site_id, ${now}::timestamptz) end as facts
    from ${requests(today)} where ${isOf(scope)}
    order by r.state <> 'asked', case when r.state = 'asked' then r.asked_at end, r.answered_at desc, r.id
    limit ${mostShown}`.execute(db)
  return rows
}

export const findNewcomer = async (
  db: Read,
  scope: AreaScope,
  id: number,
  { now, today }: { now: Date; today: Day },
): Promise<Newcomer | undefined> => {
  const { rows } = await sql<Newcomer>`
    select ${columns},
      case when ${stands(today)} then newcomer_facts(r.unit_id, r.site_id, ${now}::timestamptz) end as facts
    from ${requests(today)} where r.id = ${id} and ${isOf(scope)}`.execute(db)
  return rows[0]
}

/** What the register has of one's own place on its way in; null when it did not come by a request. */
export const findOwnFacts = async (db: Read, scope: PlaceScope, now: Date): Promise<Facts | null> => {
  const [unit, site] = 'unitId' in scope ? [scope.unitId, null] : [null, scope.siteId]
  const { rows } = await sql<{ facts: Facts | null }>`
    select newcomer_facts(${unit}::int, ${site}::int, ${now}::timestamptz) as facts`.execute(db)
  return rows[0]?.facts ?? null
}

/** Holds a request until the transaction ends. */
export const lockRequest = (db: Write, id: number) =>
  db.selectFrom('place_request').select('state').where('id', '=', id).forUpdate().executeTakeFirst()

type Answer =
  | { state: 'declined'; reason: string }
  | { state: 'accepted'; unitId: number }
  | { state: 'accepted'; siteId: number }

export const answerRequest = (db: Write, id: number, answer: Answer, by: { now: Date; actor: string }) =>
  db
    .updateTable('place_request')
    .set({
      state: answer.state,
      decline_reason: answer.state === 'declined' ? answer.reason : null,
      unit_id: 'unitId' in answer ? answer.unitId : null,
      site_id: 'siteId' in answer ? answer.siteId : null,
      answered_at: by.now,
      answered_by: by.actor,
    })
    .where('id', '=', id)
    .execute()

export type KnownPlace = { id: number; name: string; organisation: string }

/** Open places of the kept areas in the municipality that have not come in by another request: what one can become. */
export const listKnownPlaces = async (
  db: Read,
  { areaId }: AreaScope,
  { kind, municipalityId }: Pick<PlaceRequest, 'kind' | 'municipalityId'>,
  today: Day,
): Promise<KnownPlace[]> => {
  const table = sql.table(kind === 'unit' ? 'issuing_unit' : 'site')
  const own = sql.ref(kind === 'unit' ? 'q.unit_id' : 'q.site_id')
  const { rows } = await sql<KnownPlace>`
    select p.id, p.name, o.name as organisation from ${table} p join organisation o on o.id = p.organisation_id
    where p.municipality_id = ${municipalityId} and (${areaId}::int is null or p.area_id = ${areaId})
      and p.merged_into_id is null and (p.closed_on is null or p.closed_on > ${today}::date)
      and ${kind === 'unit' ? sql`p.state <> 'declined'` : sql`true`}
      and not exists (select from place_request q where ${own} = p.id)
    order by p.name, p.id limit 500`.execute(db)
  return rows
}

/** Who sent what was answered so long ago is forgotten; that a place asked, and what it became, stays. */
export const forgetAskers = (db: Pool, today: Day, months: number) =>
  db
    .updateTable('place_request')
    .set({ sender_name: null, sender_email: null, message: null, decline_reason: null })
    .where('state', '<>', 'asked')
    .where(
      sql<boolean>`(answered_at at time zone 'Europe/Helsinki')::date + make_interval(months => ${months}::int) <= ${today}::date`,
    )
    .where('sender_name', 'is not', null)
    .execute()
