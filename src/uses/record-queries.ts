import { sql } from 'kysely'
import type { Pool, Proof } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import { type Acquisition, type SiteLimit, usedOn } from './rules.ts'

/** A use about to be recorded, when the rules have allowed it. */
export type NewUse = Acquisition & {
  id: string
  card: { id: number; revision: number }
  siteId: number
  category: Category
  event: string | null
  /** The limit by which it was judged: it must still stand so when the use is recorded. */
  limit: SiteLimit | null
  /** The day of the event, where the ticket was got for another day than that of the use. */
  eventOn: Day | null
  source: 'desk' | 'api' | 'offline' | 'reconciled'
}

/** Who records, and the key under which the same request sent again gets the same answer. */
export type Recording = {
  owner: string
  key: string
  bodyHash: Buffer
  status: number
  answer: unknown
  now: Date
  actor: string
  role: string | null
  /** False where the caller's transaction writes the audit row itself. */
  audited: boolean
  /** By whose right, where the statement is a transaction by itself; null where its transaction has said so. */
  proof: Proof | null
}

export type Recorded =
  | { outcome: 'recorded' | 'replayed'; status: number; answer: unknown }
  | { outcome: 'key-reused' }
  /** The card, or what stands against its limit, changed between the question and the record: ask again. */
  | { outcome: 'card-changed' }

/** As long as one request waits for another with the same key that is being answered. */
export const patience = '2s'
/** Said in the statement itself, where that is a transaction of its own: it costs no round trip. */
const patiently = (proof: Proof | null) =>
  sql`set_config('lock_timeout', case when ${proof}::text is null then current_setting('lock_timeout')
    else ${patience}::text end, true)`

/** The limit that the record is held to; a reason sets it aside. */
export const heldTo = ({ limit, adults, overrideReason }: NewUse) =>
  adults > 0 && overrideReason === null ? limit : null

/** One row while all that the use was judged by is as it was. */
const unchanged = (use: NewUse, proof: Proof | null) => {
  const { card, siteId, kind, event } = use
  const limit = heldTo(use)
  return limit
    ? sql`card_within_limit(${card.id}::bigint, ${card.revision}::int, ${proof}::text, ${siteId}::int, ${kind}::text,
        ${limit.days?.from ?? null}::date, ${limit.days?.until ?? null}::date, ${limit.period === 'event'}::boolean,
        ${event}::text, ${limit.used}::int)`
    : sql`card_unchanged(${card.id}::bigint, ${card.revision}::int, ${proof}::text)`
}

/**
 * Records a use, its audit row and the answer to its key in one statement, so that all are kept or none.
 * A known key records nothing, but still writes: a replay that wrote nothing would not wait for the standby
 * that the first answer waited for, and could be acknowledged and then lost.
 */
export const recordUse = async (db: Pool, use: NewUse, by: Recording): Promise<Recorded> => {
  const { rows } = await sql<{
    fresh: boolean
    same: boolean
    status: number
    answer: unknown
  }>`/* ${sql.raw(heldTo(use) ? 'uses.record-limited' : 'uses.record')} */
    with kept as (
      insert into idempotency as i (owner, key, body_hash, status, answer, answered_at)
      select ${by.owner}, ${by.key}, ${by.bodyHash}, ${by.status}, ${JSON.stringify(by.answer)}::jsonb, ${by.now}
      from ${unchanged(use, by.proof)} as unchanged, ${patiently(by.proof)} as patient
      on conflict (owner, key) do update set tries = i.tries + 1
      returning i.xmax = 0 as fresh, i.body_hash = ${by.bodyHash} as same, i.status, i.answer
    ), recorded as (
      insert into use (id, used_on, card_id, site_id, event, used_at, received_at, adults, children, companions,
        category, kind, source, recorded_by, override_reason, event_on)
      select ${use.id}, ${usedOn(use)}, ${use.card.id}, ${use.siteId}, ${use.event}, ${use.usedAt}, ${by.now},
        ${use.adults}, ${use.children}, ${use.companions}, ${use.category}, ${use.kind}, ${use.source}, ${by.actor},
        ${use.overrideReason}, ${use.eventOn}::date
      from kept where kept.fresh
      returning id
    ), audited as (
      insert into audit (done_at, actor, role, permission, outcome, subject)
      select ${by.now}, ${by.actor}, ${by.role}, 'uses.create', 'done', jsonb_build_object('use', id, 'card', ${use.card.id}::bigint)
      from recorded where ${by.audited}::boolean
    )
    select fresh, same, status, answer from kept`.execute(db)
  const kept = rows[0]
  if (!kept) return { outcome: 'card-changed' }
  if (kept.fresh) return { outcome: 'recorded', status: kept.status, answer: kept.answer }
  return kept.same
    ? { outcome: 'replayed', status: kept.status, answer: kept.answer }
    : { outcome: 'key-reused' }
}
