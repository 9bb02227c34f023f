import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import { type About, type CloseReason, isOpen, type ListView, type State, type Way } from './rules.ts'

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
  /** When it was answered or closed. */
  endedAt: Date | null
  /** When the area asked the centre what has not been answered yet. */
  askedAt: Date | null
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
    .select(['f.ended_at as endedAt', 'f.asked_at as askedAt'])
    .select(['f.area_id as areaId', 'a.name as areaName', 'f.site_id as siteId', 's.name as siteName'])
    .select(['m.name_fi as nameFi', 'm.name_sv as nameSv'])
    .select(
      sql<string>`coalesce((select left(w.body, 70) from feedback_message w where w.feedback_id = f.id order by w.id limit 1), '–')`.as(
        'begins',
      ),
    )
    .$castTo<Thread>()

/** What a list is narrowed to; `keeper` is an area, the centre (null), or whoever it is. */
export type ThreadFilter = { view: ListView; keeper: number | null | 'anyone' }

const inFilter = ({ view, keeper }: ThreadFilter) => {
  const state = view === 'open' ? sql`f.state in ('new', 'working')` : sql`f.state = ${view}`
  if (keeper === 'anyone') return sql<boolean>`${state}`
  return sql<boolean>`${state} and f.area_id is not distinct from ${keeper}::int`
}

/** Where a page of a list ends, in the order of that list: its day or instant, what it is about, its number. */
export type PageEnd = readonly [first: string, about: string, id: number]

export const pageEndOf = ({ state, dueOn, endedAt, about, id }: Thread): PageEnd =>
  isOpen(state) ? [dueOn, about, id] : [endedAt!.toISOString(), about, id]

const behind = ({ view }: ThreadFilter, [first, about, id]: PageEnd) =>
  view === 'open'
    ? sql<boolean>`(f.due_on, f.about, f.id) > (${first}::date, ${about}::text, ${id}::int)`
    : sql<boolean>`(f.ended_at, f.id) < (${first}::timestamptz, ${id}::int)`

/**
 * Open ones by the day that they are due, ended ones the newest first.
 * @param page what comes after a place, at most `limit` of them
 */
export const listThreads = (
  db: Read,
  scope: AreaScope,
  filter: ThreadFilter,
  { after, limit }: { after?: PageEnd | undefined; limit: number },
): Promise<Thread[]> => {
  const all = selectThreads(db, scope).where(inFilter(filter)).limit(limit)
  const rest = after === undefined ? all : all.where(behind(filter, after))
  return filter.view === 'open'
    ? rest.orderBy('f.due_on').orderBy('f.about', 'asc').orderBy('f.id').execute()
    : rest.orderBy('f.ended_at', 'desc').orderBy('f.id', 'desc').execute()
}

/** How many a list has in all, and how many of accessibility have run out of their time. */
export const countThreads = (
  db: Read,
  scope: AreaScope,
  filter: ThreadFilter,
  today: Day,
): Promise<{ all: number; overdue: number }> =>
  db
    .selectFrom('feedback as f')
    .where(mine(scope))
    .where(inFilter(filter))
    .select(sql<number>`count(*)::int`.as('all'))
    .select(
      sql<number>`(count(*) filter (where f.about = 'accessibility' and f.ended_at is null and f.due_on < ${today}::date))::int`.as(
        'overdue',
      ),
    )
    .executeTakeFirstOrThrow()

/** Those of some threads that are one's own and still wait. */
export const listOpenOf = (db: Read, scope: AreaScope, ids: readonly number[]): Promise<Thread[]> =>
  selectThreads(db, scope)
    .where(inFilter({ view: 'open', keeper: 'anyone' }))
    .where(sql<boolean>`f.id = any(${ids}::int[])`)
    .orderBy('f.id')
    .execute()

export const findThread = (db: Read, scope: AreaScope, id: number): Promise<Thread | undefined> =>
  selectThreads(db, scope).where('f.id', '=', id).executeTakeFirst()

export type Message = {
  author: 'writer' | 'answerer' | 'note' | 'question' | 'reply'
  body: string
  writtenAt: Date
}

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

/**
 * Closes threads of one's own that still wait, all as rubbish.
 * @returns those that were closed
 */
export const clearThreads = async (
  db: Write,
  scope: AreaScope,
  ids: readonly number[],
  { actor, now }: By,
): Promise<number[]> => {
  const rows = await db
    .updateTable('feedback as f')
    .set({ state: 'closed', close_reason: 'spam', ended_at: now, changed_at: now, changed_by: actor })
    .where(mine(scope))
    .where(inFilter({ view: 'open', keeper: 'anyone' }))
    .where(sql<boolean>`f.id = any(${ids}::int[])`)
    .returning('f.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Opens again what the same person closed as rubbish. @returns how many that were */
export const restoreThreads = async (
  db: Write,
  scope: AreaScope,
  ids: readonly number[],
  { actor, now }: By,
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('feedback as f')
    .set({ state: 'new', close_reason: null, ended_at: null, changed_at: now, changed_by: actor })
    .where(mine(scope))
    .where('f.state', '=', 'closed')
    .where('f.close_reason', '=', 'spam')
    .where('f.changed_by', '=', actor)
    .where(sql<boolean>`f.id = any(${ids}::int[])`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
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
