import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import type { About, State, Way } from './rules.ts'

export type Place = { id: number } & MunicipalityNames

/** The municipalities that an area answers for on a day. */
export const listMunicipalities = async (db: Read, today: Day): Promise<Place[]> => {
  const { rows } = await sql<Place>`
    select distinct m.id, m.name_fi as "nameFi", m.name_sv as "nameSv" from municipality m
    join area_membership a on a.municipality_id = m.id and a.phase <> 'ended'
      and daterange(a.phase_from, a.phase_until, '[]') @> ${today}::date`.execute(db)
  return rows
}

/** A site that somebody may write about; what has been joined into another is that one's. */
export const findSite = (db: Read, id: number): Promise<{ id: number; name: string } | undefined> =>
  db
    .selectFrom('site')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('merged_into_id', 'is', null)
    .executeTakeFirst()

export type NewFeedback = {
  seed: Buffer
  secretHash: Buffer
  about: About
  language: HolderLanguage
  way: Way
  email: string | null
  municipalityId: number | null
  siteId: number | null
  message: string
  dueOn: Day
}

/** Keeps what was sent; sent twice it is one. */
export const sendFeedback = async (
  db: Write,
  sent: NewFeedback,
  { now, today }: { now: Date; today: Day },
): Promise<{ id: number; isNew: boolean }> => {
  const { rows } = await sql<{ id: number; isNew: boolean }>`
    select feedback_id as id, is_new as "isNew" from feedback_send(${sent.seed}, ${sent.secretHash}, ${sent.about},
      ${sent.language}, ${sent.way}, ${sent.email}, ${sent.municipalityId}::int, ${sent.siteId}::int, ${sent.message},
      ${now}, ${today}::date, ${sent.dueOn}::date)`.execute(db)
  return rows[0]!
}

export type Said = { author: 'writer' | 'answerer'; body: string; writtenAt: Date }

/** A thread as its writer sees it. */
export type Followed = {
  id: number
  about: About
  way: Way
  /** Of the form that it was written in. */
  language: HolderLanguage
  hasEmail: boolean
  state: State
  /** It ended by itself. */
  isQuiet: boolean
  writtenAgain: boolean
  dueOn: Day
  siteName: string | null
}

export const followFeedback = async (db: Read, secretHash: Buffer): Promise<Followed | undefined> => {
  const { rows } = await sql<Followed>`
    select id, about, way, language, has_email as "hasEmail", state, is_quiet as "isQuiet", written_again as "writtenAgain", due_on as "dueOn",
      site_name as "siteName" from feedback_follow(${secretHash})`.execute(db)
  return rows[0]
}

export const listSaid = async (db: Read, secretHash: Buffer): Promise<Said[]> => {
  const { rows } = await sql<Said>`
    select author, body, written_at as "writtenAt" from feedback_said(${secretHash})`.execute(db)
  return rows
}

/** The writer's one more turn. @returns false when it has been used, or the thread is closed */
export const writeAgain = async (
  db: Write,
  again: { secretHash: Buffer; message: string; dueOn: Day },
  now: Date,
): Promise<boolean> => {
  const { rows } = await sql<{ done: boolean }>`
    select feedback_write_again(${again.secretHash}, ${again.message}, ${now}, ${again.dueOn}::date) as done`.execute(
    db,
  )
  return rows[0]!.done
}

const endedBefore = (now: Date, days: number) =>
  sql<boolean>`ended_at + make_interval(hours => ${days * 24}::int) <= ${now}`

/** Forgets threads so many days after they ended, with all that was said in them. */
export const forgetThreads = (db: Pool, now: Date, days: number) =>
  db.deleteFrom('feedback').where(endedBefore(now, days)).execute()

/** Forgets the addresses of those who have had their answer for so many days. */
export const forgetAddresses = (db: Pool, now: Date, days: number) =>
  db
    .updateTable('feedback')
    .set({ email: null })
    .where('email', 'is not', null)
    .where(endedBefore(now, days))
    .execute()

/** The last that anyone said of a thread `f`, or did with it. */
const lastActive = sql<Date>`greatest(f.changed_at,
  (select max(m.written_at) from feedback_message m where m.feedback_id = f.id))`

/**
 * Ends threads that nobody has gone on with for so many days, and forgets their addresses.
 * @returns where each of the writers who gave an address hears of it, and in which language they wrote
 */
export const endQuietThreads = async (
  db: Write,
  now: Date,
  days: number,
): Promise<{ email: string; language: HolderLanguage }[]> => {
  const { rows } = await sql<{ email: string; language: HolderLanguage }>`
    with quiet as (
      select f.id, f.email, f.language from feedback f
      where f.state in ('new', 'working') and ${lastActive} + make_interval(hours => ${days * 24}::int) <= ${now}::timestamptz
      for update
    ), ended as (
      update feedback f set state = 'closed', close_reason = 'quiet', email = null, ended_at = ${now}::timestamptz,
        changed_at = ${now}::timestamptz, changed_by = 'kaiku'
      from quiet where f.id = quiet.id
    )
    select email, language from quiet where email is not null order by id`.execute(db)
  return rows
}
