import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { InterestState } from './rules.ts'

export type NewInterest = {
  key: string
  municipalityId: number | null
  organisation: string
  name: string
  title: string | null
  email: string
  message: string
  language: Language
}

/** Sent twice with one key, it is one. */
export const sendInterest = (db: Write, given: NewInterest, now: Date) =>
  db
    .insertInto('area_interest')
    .values({
      form_key: given.key,
      municipality_id: given.municipalityId,
      organisation: given.organisation,
      sender_name: given.name,
      sender_title: given.title,
      sender_email: given.email,
      message: given.message,
      language: given.language,
      received_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** The sender is null when the time for keeping them is over. */
export type Interest = {
  id: number
  nameFi: string | null
  nameSv: string | null
  municipalityId: number | null
  organisation: string
  name: string | null
  title: string | null
  email: string | null
  message: string | null
  language: Language
  receivedAt: Date
  state: InterestState
  areaId: number | null
  area: string | null
  declineReason: string | null
}

const interests = (db: Read) =>
  db
    .selectFrom('area_interest as i')
    .leftJoin('municipality as m', 'm.id', 'i.municipality_id')
    .leftJoin('area as a', 'a.id', 'i.area_id')
    .select(['i.id', 'm.name_fi as nameFi', 'm.name_sv as nameSv', 'i.municipality_id as municipalityId'])
    .select(['i.organisation', 'i.sender_name as name', 'i.sender_title as title', 'i.sender_email as email'])
    .select(['i.message', 'i.language', 'i.received_at as receivedAt', 'i.state', 'i.area_id as areaId'])
    .select(['a.name as area', 'i.decline_reason as declineReason'])

/** Those that wait first, then the latest. */
export const listInterests = (db: Read): Promise<Interest[]> =>
  interests(db)
    .orderBy(sql`i.state in ('opened', 'declined')`)
    .orderBy('i.received_at', 'desc')
    .limit(500)
    .execute()

export const findInterest = (db: Read, id: number): Promise<Interest | undefined> =>
  interests(db).where('i.id', '=', id).executeTakeFirst()

/** Holds an interest until the transaction ends. */
export const lockInterest = (db: Write, id: number) =>
  db.selectFrom('area_interest').select('state').where('id', '=', id).forUpdate().executeTakeFirst()

export const moveInterest = (
  db: Write,
  id: number,
  to: { state: InterestState; areaId?: number; declineReason?: string },
  now: Date,
) =>
  db
    .updateTable('area_interest')
    .set({
      state: to.state,
      area_id: to.areaId ?? null,
      decline_reason: to.declineReason ?? null,
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()

/** What was talked about before the area was opened is the area's from then on. */
export const giveMeetingsTo = (db: Write, interestId: number, areaId: number) =>
  db.updateTable('joining_meeting').set({ area_id: areaId }).where('interest_id', '=', interestId).execute()

/** Who sent what was opened or declined so long ago is forgotten; that a municipality asked stays. */
export const forgetSenders = (db: Pool, today: Day, months: number) =>
  db
    .updateTable('area_interest')
    .set({ sender_name: null, sender_title: null, sender_email: null, message: null, decline_reason: null })
    .where('state', 'in', ['opened', 'declined'])
    .where(
      sql<boolean>`(changed_at at time zone 'Europe/Helsinki')::date + make_interval(months => ${months}::int) <= ${today}::date`,
    )
    .where('sender_name', 'is not', null)
    .execute()

/** The addresses of the national centre's people, whom a new interest is told to. */
export const listCentre = (db: Pool | Read): Promise<{ email: string; language: Language }[]> =>
  db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select(['a.email', 'a.language'])
    .where('r.role', '=', 'centre')
    .where('r.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .distinct()
    .execute()

/** Interests that nobody has been told of yet. */
export const listUntold = (db: Write): Promise<{ id: number; organisation: string }[]> =>
  db
    .selectFrom('area_interest')
    .select(['id', 'organisation'])
    .where('told_at', 'is', null)
    .where('state', '=', 'new')
    .orderBy('id')
    .forUpdate()
    .execute()

export const noteTold = (db: Write, ids: readonly number[], now: Date) =>
  db.updateTable('area_interest').set({ told_at: now }).where('id', 'in', ids).execute()
