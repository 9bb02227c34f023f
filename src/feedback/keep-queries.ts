import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import type { About, CloseReason, ListView, State, Way } from './rules.ts'

/** A thread as those see it who answer. */
export type Thread = {
  id: number
  about: About
  way: Way
  language: HolderLanguage
  state: State
  closeReason: CloseReason | null
  writtenAgain: boolean
  sentAt: Date
  dueOn: Day
  areaId: number | null
  areaName: string | null
  siteId: number | null
  siteName: string | null
  nameFi: string | null
  nameSv: string | null
  /** How what was written begins. */
  begins: string
}

const mine = ({ areaId }: AreaScope) =>
  areaId === null ? sql<boolean>`true` : sql<boolean>`f.area_id = ${areaId}`

const selectThreads = (db: Read, scope: AreaScope) =>
  db
    .selectFrom('feedback as f')
    .leftJoin('area as a', 'a.id', 'f.area_id')
    .leftJoin('site as s', 's.id', 'f.site_id')
    .leftJoin('municipality as m', 'm.id', 'f.municipality_id')
    .where(mine(scope))
    .select(['f.id', 'f.about', 'f.way', 'f.language', 'f.state', 'f.close_reason as closeReason'])
    .select(['f.written_again as writtenAgain', 'f.sent_at as sentAt', 'f.due_on as dueOn'])
    .select(['f.area_id as areaId', 'a.name as areaName', 'f.site_id as siteId', 's.name as siteName'])
    .select(['m.name_fi as nameFi', 'm.name_sv as nameSv'])
    .select(
      sql<string>`coalesce((select left(w.body, 70) from feedback_message w where w.feedback_id = f.id order by w.id limit 1), '–')`.as(
        'begins',
      ),
    )
    .$castTo<Thread>()

/** Open ones by the day that they are due, ended ones the newest first. At most 200. */
export const listThreads = (db: Read, scope: AreaScope, view: ListView): Promise<Thread[]> => {
  const all = selectThreads(db, scope).limit(200)
  if (view === 'open')
    return all
      .where('f.state', 'in', ['new', 'working'])
      .orderBy('f.due_on')
      .orderBy('f.about', 'asc')
      .orderBy('f.id')
      .execute()
  return all.where('f.state', '=', view).orderBy('f.ended_at', 'desc').orderBy('f.id', 'desc').execute()
}

export const findThread = (db: Read, scope: AreaScope, id: number): Promise<Thread | undefined> =>
  selectThreads(db, scope).where('f.id', '=', id).executeTakeFirst()

export type Message = { author: 'writer' | 'answerer' | 'note'; body: string; writtenAt: Date }

export const listMessages = (db: Read, { id }: Thread): Promise<Message[]> =>
  db
    .selectFrom('feedback_message')
    .select(['author', 'body', 'written_at as writtenAt'])
    .where('feedback_id', '=', id)
    .orderBy('id')
    .$castTo<Message>()
    .execute()

/** The areas that a thread can be given to. */
export const listAreas = (db: Read): Promise<{ id: number; name: string }[]> =>
  db.selectFrom('area').select(['id', 'name']).orderBy('name').execute()

type By = { actor: string; now: Date }

/** Adds an answer or a note. */
export const addMessage = (
  db: Write,
  { id }: Thread,
  { author, body }: { author: 'answerer' | 'note'; body: string },
  { actor, now }: By,
) =>
  db
    .insertInto('feedback_message')
    .values({ feedback_id: id, author, body, written_at: now, written_by: actor })
    .execute()

/** Writes what has become of a thread, while it is in the state that the caller has judged. @returns false when it is not any more */
export const changeState = async (
  db: Write,
  { id, state }: Thread,
  to: { state: State; closeReason?: CloseReason },
  { actor, now }: By,
): Promise<boolean> => {
  const hasEnded = to.state === 'answered' || to.state === 'closed'
  const { numUpdatedRows } = await db
    .updateTable('feedback')
    .set({
      state: to.state,
      close_reason: to.closeReason ?? null,
      ended_at: hasEnded ? now : null,
      changed_at: now,
      changed_by: actor,
    })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives a thread to another area, or to the centre (null). @returns false when it is theirs already, or has ended */
export const moveThread = async (
  db: Write,
  { id }: Thread,
  areaId: number | null,
  { actor, now }: By,
): Promise<boolean> => {
  const { rows } = await sql<{ moved: boolean }>`
    select feedback_move(${id}::int, ${areaId}::int, ${now}, ${actor}) as moved`.execute(db)
  return rows[0]!.moved
}

/** Where the answer goes; null when no address was given, or it has been forgotten. */
export const findReply = (
  db: Read,
  { id }: Thread,
): Promise<{ email: string | null; seed: Buffer; secretHash: Buffer }> =>
  db
    .selectFrom('feedback')
    .select(['email', 'seed', 'secret_hash as secretHash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
