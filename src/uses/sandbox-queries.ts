import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import { tailOf } from '../codes/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { isWanted, type Wanted } from './feed-queries.ts'
import { type FoundUse, foundUse } from './found-queries.ts'
import type { StandingUse } from './list-queries.ts'
import type { SiteOfUse } from './queries.ts'
import type { NewUse, Recorded } from './record-queries.ts'
import { type RecentUse, repeatHours, usedOn } from './rules.ts'
import { sandboxCards } from './sandbox-rules.ts'
import { isIn } from './scope-queries.ts'

/** The site that is asked about, when it is the program's own, and a standing practice use near in time. */
export const findSandboxSite = async (
  db: Read,
  scope: SiteScope,
  clientId: string,
  asked: { card: string | null; siteId: number; event: string | null; at: Date },
): Promise<{ site: SiteOfUse | undefined; recent: RecentUse | null }> => {
  const { rows } = await sql<SiteOfUse & { recent: { adults: number; children: number; at: string } | null }>`
    select s.id, s.name, s.category, (
      select json_build_object('adults', u.adults, 'children', u.children, 'at', u.used_at) from sandbox_use u
      where u.client_id = ${clientId} and u.site_id = s.id and u.card = ${asked.card}::text and u.event = ${asked.event}::text
        and u.cancelled_at is null and u.state <> 'given-up'
        and u.used_at between ${asked.at}::timestamptz - make_interval(hours => ${repeatHours}::int)
          and ${asked.at}::timestamptz + make_interval(hours => ${repeatHours}::int)
      order by u.used_at desc limit 1) as recent
    from site s where s.id = ${asked.siteId} and ${isIn(scope, 's')}`.execute(db as Pool)
  const row = rows[0]
  if (!row) return { site: undefined, recent: null }
  const { recent, ...site } = row
  return { site, recent: recent && { ...recent, usedAt: new Date(recent.at) } }
}

/** A practice use, or a ticket that waits; `card` is the practice card’s name. */
type Practised = {
  use: Omit<NewUse, 'card' | 'limit'>
  clientId: string
  card: string
  state: 'recorded' | 'waiting'
}

/** The answer to a key, kept as those of real uses are. */
type Answered = { owner: string; key: string; bodyHash: Buffer; status: number; answer: unknown; now: Date }

type PractisedRecord = { practised: Practised; by: Answered }

/** A practice use as its row; the names are those of the columns. */
const rowOf = ({ use, ...by }: Practised, now: Date) => ({
  ...{
    id: use.id,
    client_id: by.clientId,
    site_id: use.siteId,
    card: by.card,
    source: 'api',
    state: by.state,
  },
  ...{ used_on: usedOn(use), used_at: use.usedAt, received_at: now },
  ...{ event: use.event, event_on: use.eventOn },
  ...{ adults: use.adults, children: use.children, companions: use.companions },
  ...{ category: use.category, kind: use.kind, override_reason: use.overrideReason },
})

const askedOf = ({ practised, by }: PractisedRecord) => ({
  ...{ owner: by.owner, key: by.key, body_hash: by.bodyHash.toString('hex') },
  ...{ status: by.status, answer: by.answer },
  practised: rowOf(practised, by.now),
})

/**
 * Keeps the answer to each key and, with it, the practice use that was recorded, or the ticket that waits. A known key records nothing. One statement for all of them, each with a key of its own. @returns by key
 */
export const recordSandboxUses = async (
  db: Write,
  records: readonly PractisedRecord[],
  now: Date,
): Promise<Map<string, Recorded>> => {
  const asked = JSON.stringify(records.map(askedOf))
  const { rows } = await sql<{ key: string; fresh: boolean; same: boolean; status: number; answer: unknown }>`
    with asked as (
      select * from jsonb_to_recordset(${asked}::jsonb)
        as a (owner text, key text, body_hash text, status smallint, answer jsonb, practised jsonb)
    ), answered as (
      insert into idempotency as i (owner, key, body_hash, status, answer, answered_at)
      select owner, key, decode(body_hash, 'hex'), status, answer, ${now} from asked
      on conflict (owner, key) do update set tries = i.tries + 1
      returning i.owner, i.key, i.xmax = 0 as fresh, i.body_hash, i.status, i.answer
    ), practised as (
      insert into sandbox_use select made.* from asked join answered using (owner, key)
      cross join jsonb_populate_record(null::sandbox_use, asked.practised) as made
      where answered.fresh
    ) select answered.key, fresh, answered.body_hash = decode(asked.body_hash, 'hex') as same,
        answered.status, answered.answer
      from answered join asked using (owner, key)`.execute(db)
  return new Map(
    rows.map(({ key, fresh, same, status, answer }): [string, Recorded] => {
      if (fresh) return [key, { outcome: 'recorded', status, answer }]
      return [key, same ? { outcome: 'replayed', status, answer } : { outcome: 'key-reused' }]
    }),
  )
}

const selectOwn = (db: Read, clientId: string) =>
  db
    .selectFrom('sandbox_use as u')
    .select(['u.id', 'u.used_on', 'u.used_at', 'u.received_at', 'u.site_id', 'u.event', 'u.event_on'])
    .select(['u.adults', 'u.children', 'u.companions', 'u.kind', 'u.category', 'u.source', 'u.card'])
    .select(['u.override_reason', 'u.cancelled_at', 'u.state'])
    .where('u.client_id', '=', clientId)

type Row = Awaited<ReturnType<ReturnType<typeof selectOwn>['executeTakeFirstOrThrow']>>

const tails = new Map(sandboxCards.map(({ name, code }) => [name, tailOf(code)]))

const standingOf = (row: Row): StandingUse => ({
  ...{
    id: row.id,
    usedOn: row.used_on,
    usedAt: row.used_at,
    receivedAt: row.received_at,
    siteId: row.site_id,
  },
  ...{ event: row.event, eventOn: row.event_on, adults: row.adults, children: row.children },
  ...{ companions: row.companions, kind: row.kind, category: row.category, source: row.source },
  ...{ tail: tails.get(row.card) ?? '', overrideReason: row.override_reason, cancelledAt: row.cancelled_at },
  arrivedAt: null,
})

/** What the program has practised, as `listUses` tells of real uses. */
export const listSandboxUses = async (db: Read, clientId: string, wanted: Wanted): Promise<StandingUse[]> => {
  const rows = await selectOwn(db, clientId)
    .where(isWanted('u', wanted))
    .where('u.state', '=', 'recorded')
    .orderBy('u.used_on')
    .orderBy('u.used_at')
    .orderBy('u.id')
    .limit(wanted.limit + 1)
    .execute()
  return rows.map(standingOf)
}

export const findSandboxUse = async (
  db: Read,
  clientId: string,
  id: string,
): Promise<FoundUse | undefined> => {
  const row = await selectOwn(db, clientId).where('u.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const found = foundUse(standingOf(row))
  return row.cancelled_at ? found : { ...found, state: row.state }
}

export const cancelSandboxUse = (db: Write, clientId: string, id: string, now: Date) =>
  db
    .updateTable('sandbox_use')
    .set({ cancelled_at: now })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .execute()

/** Of a code that no practice card has. */
export const unknownCard = 'unknown'

/** The practice card `unregistered` gets its registration: what waits for it becomes uses, the rest is given up. */
export const registerSandboxCard = async (
  db: Write,
  clientId: string,
): Promise<{ recorded: number; givenUp: number }> => {
  const rows = await db
    .updateTable('sandbox_use')
    .set({
      state: sql<'recorded' | 'given-up'>`case card when 'unregistered' then 'recorded' else 'given-up' end`,
    })
    .where('client_id', '=', clientId)
    .where('state', '=', 'waiting')
    .where('cancelled_at', 'is', null)
    .returning('state')
    .execute()
  const recorded = rows.filter(({ state }) => state === 'recorded').length
  return { recorded, givenUp: rows.length - recorded }
}

/** Begins anew: the program's practice uses and the answers to its keys go. @returns how many uses there were */
export const resetSandbox = async (db: Write, clientId: string): Promise<number> => {
  await db.deleteFrom('idempotency').where('owner', '=', `key:${clientId}`).execute()
  const { numDeletedRows } = await db
    .deleteFrom('sandbox_use')
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const daysOfPractice = 30

export const forgetSandboxUses = (db: Pool, now: Date) =>
  db
    .deleteFrom('sandbox_use')
    .where('received_at', '<', new Date(now.getTime() - daysOfPractice * 86_400_000))
    .execute()
