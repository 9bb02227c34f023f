import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import { codeHashes, type ReadCode, tailOf } from '../codes/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import type { NewUse, Recorded, Recording } from '../uses/record-queries.ts'
import { type RecentUse, repeatHours, type UseKind, usedOn } from '../uses/rules.ts'
import { isIn } from '../uses/scope-queries.ts'
import { type DropReason, type UnrecognisedState, waitDays } from './rules.ts'

/** A code as the register may know it one day: keyed hashes and the last characters. */
export type HashedCode = { legacy: Buffer; fresh: Buffer; tail: string }
export const hashedCode = (keys: Keys, code: ReadCode): HashedCode => {
  const [legacy, fresh] = codeHashes(keys.cardCode, code)
  return { legacy, fresh, tail: tailOf(code.fresh ?? code.legacy) }
}

/** How the card was named: by one's own check, by its code, or by both. */
export type CardAsked = { check: string | null; code: HashedCode | null }

/** A ticket really given, as it is kept until the card is registered. */
export type GivenTicket = Omit<NewUse, 'card' | 'source' | 'limit'> & { source: 'desk' | 'api' | 'offline' }

/** What of a ticket the database is told in one piece; a buffer goes as PostgreSQL writes bytes. */
const asRow = (ticket: GivenTicket, code: HashedCode | null, by: Recording) => ({
  id: ticket.id,
  legacy_hash: code && `\\x${code.legacy.toString('hex')}`,
  fresh_hash: code && `\\x${code.fresh.toString('hex')}`,
  code_tail: code?.tail ?? null,
  site_id: ticket.siteId,
  event: ticket.event,
  used_on: usedOn(ticket),
  used_at: ticket.usedAt,
  received_at: by.now,
  adults: ticket.adults,
  children: ticket.children,
  companions: ticket.companions,
  category: ticket.category,
  kind: ticket.kind,
  source: ticket.source,
  recorded_by: by.actor,
  event_on: ticket.eventOn,
})

/**
 * Keeps a ticket, its audit row and the answer to its key: all or none, and once for each key.
 * `card-changed` when the card has been registered meanwhile: then it is asked again, and is a use. `erased` when the
 * holder had the card erased: nothing is kept of it, and it is to be refused as any unknown one.
 */
export const keepTicket = async (
  db: Write,
  ticket: GivenTicket,
  asked: CardAsked,
  by: Recording,
): Promise<Recorded | { outcome: 'erased' }> => {
  const { rows } = await sql<{
    outcome: 'kept' | 'replayed' | 'key-reused' | 'card-changed' | 'erased'
    status: number
    answer: unknown
  }>`
    select outcome, status, answer from keep_unrecognised(${JSON.stringify(asRow(ticket, asked.code, by))}::jsonb,
      ${asked.check}::uuid, ${by.owner}, ${by.key}, ${by.bodyHash}::bytea, ${by.status}::smallint,
      ${JSON.stringify(by.answer)}::jsonb, ${by.role}, ${by.audited}::boolean)`.execute(db)
  const { outcome, status, answer } = rows[0]!
  if (outcome === 'kept') return { outcome: 'recorded', status, answer }
  return outcome === 'replayed' ? { outcome, status, answer } : { outcome }
}

/** The latest ticket that waits for the same card, site and event within a few hours, if any. */
export const findWaitingNear = async (
  db: Read,
  { check, code }: CardAsked,
  at: { siteId: number; event: string | null; usedAt: Date },
): Promise<RecentUse | null> => {
  const { rows } = await sql<RecentUse>`
    select adults, children, used_at as "usedAt" from waiting_near(${check}::uuid, ${code?.legacy ?? null}::bytea,
      ${code?.fresh ?? null}::bytea, ${at.siteId}::int, ${at.event}::text, ${at.usedAt}::timestamptz,
      ${repeatHours}::int)`.execute(db as Pool)
  return rows[0] ?? null
}

export type UnrecognisedUse = {
  id: string
  tail: string
  siteId: number
  siteName: string
  event: string | null
  /** The day that the ticket is for, where that is another. */
  eventOn: Day | null
  usedOn: Day
  usedAt: Date
  receivedAt: Date
  kind: UseKind
  category: Category
  source: string
  adults: number
  children: number
  companions: number
  state: UnrecognisedState
  why: DropReason | null
  decidedAt: Date | null
  /** The use that it became. */
  useId: string | null
}

const selectOwn = (db: Read, scope: SiteScope) =>
  db
    .selectFrom('unrecognised_use as u')
    .innerJoin('site as s', 's.id', 'u.site_id')
    .select(['u.id', 'u.code_tail as tail', 'u.site_id as siteId', 's.name as siteName', 'u.event'])
    .select(['u.used_on as usedOn', 'u.used_at as usedAt', 'u.adults', 'u.children', 'u.companions'])
    .select(['u.state', 'u.why', 'u.decided_at as decidedAt', 'u.use_id as useId', 'u.event_on as eventOn'])
    .select(['u.received_at as receivedAt', 'u.kind', 'u.category', 'u.source'])
    .where(sql<boolean>`${isIn(scope, 's')}`)

/** One ticket of a site in scope, whatever has become of it. */
export const findUnrecognised = (
  db: Read,
  scope: SiteScope,
  id: string,
): Promise<UnrecognisedUse | undefined> => selectOwn(db, scope).where('u.id', '=', id).executeTakeFirst()

/** The tickets of a site and day that wait or were taken back, newest first: beside its uses in the day's list. */
export const listWaitingOn = (
  db: Read,
  scope: SiteScope,
  siteId: number,
  day: Day,
): Promise<UnrecognisedUse[]> =>
  selectOwn(db, scope)
    .where('u.site_id', '=', siteId)
    .where('u.used_on', '=', day)
    .where((eb) => eb.or([eb('u.state', '=', 'waiting'), eb('u.why', '=', 'undone')]))
    .orderBy('u.used_at', 'desc')
    .limit(500)
    .execute()

/** As many as a list ever holds. */
export const listed = 200

/** The tickets of the sites in scope that wait, or the latest that never became uses. */
export const listUnrecognised = (
  db: Read,
  scope: SiteScope,
  state: 'waiting' | 'dropped',
): Promise<UnrecognisedUse[]> =>
  selectOwn(db, scope)
    .where('u.state', '=', state)
    .where('u.why', 'is distinct from', 'undone')
    .orderBy('u.used_at', 'desc')
    .limit(listed)
    .execute()

/** Takes back a ticket that still waits. @returns false when its registration, or somebody else, was a moment earlier */
export const takeBack = async (db: Write, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('unrecognised_use')
    .set({ state: 'dropped', why: 'undone', decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives up on tickets whose registration never came, and forgets what was decided as long ago; first, what was missed. */
export const tidyUnrecognised = async (db: Pool, now: Date) => {
  const since = new Date(now.getTime() - waitDays * 86_400_000)
  await sql`select recognise_missed()`.execute(db)
  await db.deleteFrom('unrecognised_use').where('decided_at', '<', since).execute()
  await db
    .updateTable('unrecognised_use')
    .set({ state: 'dropped', why: 'too-old', decided_at: now })
    .where('state', '=', 'waiting')
    .where('received_at', '<', since)
    .execute()
}
