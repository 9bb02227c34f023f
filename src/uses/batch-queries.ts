import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Pool, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { dayOf } from '../lib/dates.ts'
import { type AskedUse, type Found, type FoundRow, factsOf, foundOf, limitDays } from './queries.ts'
import { heldTo, type NewUse, patience, type Recorded } from './record-queries.ts'
import { type SiteLimit, usedOn } from './rules.ts'

/** A batch waits for another request with one of its keys no longer than a use that comes alone. */
export const beginBatch = (db: Write) => sql`select set_config('lock_timeout', ${patience}, true)`.execute(db)

export type Kept = { same: boolean; status: number; answer: unknown }

/**
 * The kept answers to some keys: what has been recorded before is not recorded again. Each is written to, as in
 * `replayOf`; in the order of the keys, so that two batches never wait for each other in a circle.
 */
export const replaysOf = async (
  db: Write,
  owner: string,
  asked: readonly { key: string; bodyHash: Buffer }[],
): Promise<Map<string, Kept>> => {
  const keys = asked.map(({ key, bodyHash }) => ({ key, hash: bodyHash.toString('hex') }))
  const { rows } = await sql<Kept & { key: string }>`
    with known as (
      select i.key, decode(g.hash, 'hex') as hash from idempotency i
      join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as g(key text, hash text) on g.key = i.key
      where i.owner = ${owner} order by i.key for update of i
    )
    update idempotency i set tries = i.tries + 1 from known
    where i.owner = ${owner} and i.key = known.key
    returning i.key, i.body_hash = known.hash as same, i.status, i.answer`.execute(db)
  return new Map(rows.map(({ key, ...kept }) => [key, kept]))
}

export type AskedFacts = AskedUse & { code: ReadCode }

const hexHashes = (keys: Keys, code: ReadCode) => {
  const [legacy, fresh] = codeHashes(keys.cardCode, code).map((hash) => hash.toString('hex'))
  return { legacy, fresh }
}

/** Holds every card that a limit is counted for, in one order, until the transaction ends (`hold_limits`, 0025). */
export const holdLimits = (
  db: Write,
  keys: Keys,
  asked: readonly Pick<AskedFacts, 'code' | 'siteId'>[],
): Promise<unknown> => {
  const named = asked.map(({ code, siteId }) => ({ ...hexHashes(keys, code), site_id: siteId }))
  return sql`select hold_limits(${JSON.stringify(named)}::jsonb)`.execute(db)
}

/** What the register knows for each of some uses, in one statement: as `findForUse` asks for one. */
export const findForUses = async (
  db: Write,
  keys: Keys,
  scope: SiteScope,
  asked: readonly AskedFacts[],
): Promise<Found[]> => {
  const given = asked.map(({ code, ...one }, n) => {
    const hashes = hexHashes(keys, code)
    return { ...one, ...hashes, n, site_id: one.siteId, day: dayOf(one.at), days: limitDays(one) }
  })
  const table = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as q(n int, legacy text, fresh text, site_id int,
    event text, kind text, at timestamptz, day date, days jsonb)`
  const card = sql`select * from card_for_use(decode(q.legacy, 'hex'), decode(q.fresh, 'hex'), null, q.site_id, q.day, null)`
  const { rows } = await sql<FoundRow>`${factsOf(scope, table, card, {
    siteId: sql`q.site_id`,
    ...{ event: sql`q.event`, kind: sql`q.kind`, at: sql`q.at`, day: sql`q.day`, days: sql`q.days` },
  })} order by q.n`.execute(db)
  return rows.map((row, n) => foundOf(row, asked[n]!))
}

/** A use that the rules have allowed, with its key and the answer to it. */
export type NewRecord = { use: NewUse; code: ReadCode; key: string; bodyHash: Buffer; answer: unknown }
/** Who records them, and when. */
export type Recorder = { owner: string; actor: string; role: string | null; now: Date }

const limitRow = (limit: SiteLimit | null) =>
  limit && { ...limit.days, by_event: limit.period === 'event', judged: limit.used }

const asRow = ({ use, key, bodyHash, answer }: NewRecord) => ({
  ...{ key, body_hash: bodyHash.toString('hex'), answer, revision: use.card.revision },
  ...{ id: use.id, used_on: usedOn(use), card_id: use.card.id, site_id: use.siteId, event: use.event },
  ...{ used_at: use.usedAt, adults: use.adults, children: use.children, companions: use.companions },
  ...{ category: use.category, kind: use.kind, source: use.source },
  ...{ override_reason: use.overrideReason, event_on: use.eventOn, held: limitRow(heldTo(use)) },
})

/**
 * Records many uses as `recordUse` records one: each with its audit row and the answer to its key. Cards are locked in
 * one order, and keys in another, so that two batches never wait for each other in a circle.
 * @returns what became of each, by its key; without the lines whose card has changed
 */
export const recordUses = async (
  db: Pool,
  records: readonly NewRecord[],
  by: Recorder,
): Promise<Map<string, Recorded>> => {
  const { rows } = await sql<Kept & { key: string; fresh: boolean }>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(records.map(asRow))}::jsonb) as g(key text, body_hash text,
        answer jsonb, revision int, id uuid, used_on date, card_id bigint, site_id int, event text, used_at timestamptz,
        adults smallint, children smallint, companions smallint, category text, kind text, source text,
        override_reason text, event_on date, held jsonb)
    ), standing as materialized (
      select g.key from (select * from given order by card_id) g
      cross join lateral (
        select from card_unchanged(g.card_id, g.revision, null) where g.held is null
        union all
        select from card_within_limit(g.card_id, g.revision, null, g.site_id, g.kind, (g.held ->> 'from')::date,
          (g.held ->> 'until')::date, (g.held ->> 'by_event')::boolean, g.event, (g.held ->> 'judged')::int)
        where g.held is not null
      ) as unchanged
    ), kept as (
      insert into idempotency as i (owner, key, body_hash, status, answer, answered_at)
      select ${by.owner}, g.key, decode(g.body_hash, 'hex'), 201, g.answer, ${by.now}
      from given g join standing using (key) order by g.key
      on conflict (owner, key) do update set tries = i.tries + 1
      returning i.key, i.xmax = 0 as fresh, i.body_hash, i.status, i.answer
    ), recorded as (
      insert into use (id, used_on, card_id, site_id, event, used_at, received_at, adults, children, companions,
        category, kind, source, recorded_by, override_reason, event_on)
      select g.id, g.used_on, g.card_id, g.site_id, g.event, g.used_at, ${by.now}::timestamptz, g.adults, g.children,
        g.companions, g.category, g.kind, g.source, ${by.actor}, g.override_reason, g.event_on
      from given g join kept using (key) where kept.fresh
      returning id, card_id
    ), audited as (
      insert into audit (done_at, actor, role, permission, outcome, subject)
      select ${by.now}, ${by.actor}, ${by.role}, 'uses.create', 'done', jsonb_build_object('use', id, 'card', card_id)
      from recorded
    )
    select k.key, k.fresh, k.body_hash = decode(g.body_hash, 'hex') as same, k.status, k.answer
    from kept k join given g using (key)`.execute(db)
  return new Map(rows.map(({ key, ...kept }) => [key, recordedOf(kept)]))
}

const recordedOf = ({ fresh, same, status, answer }: Kept & { fresh: boolean }): Recorded => {
  if (fresh) return { outcome: 'recorded', status, answer }
  return same ? { outcome: 'replayed', status, answer } : { outcome: 'key-reused' }
}
