import { sql } from 'kysely'
import type { Pool, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { type DeliveryState, type Told, testEvent } from './rules.ts'

export type DueDelivery = Told & {
  webhookId: string
  url: string
  /** Sealed; the second only while it still signs. */
  secrets: Uint8Array[]
  /** This try counted. */
  tries: number
  triedFrom: Date
}

/** How long a sender may have a delivery in hand, in milliseconds: longer than any try takes. */
const claimTime = 60_000

/**
 * Takes the delivery that has waited longest in hand; undefined when none is due. Several senders never take the same
 * one, nor two of one webhook at once: each passes by what another has locked. What a sender that died has left in hand
 * is free again after a minute.
 */
export const claimDueDelivery = (pool: Pool, now: Date): Promise<DueDelivery | undefined> =>
  pool.transaction().execute(async (db) => {
    const { rows } = await sql<Omit<DueDelivery, 'secrets'> & { fresh: Uint8Array; old: Uint8Array | null }>`
      with due as (
        select d.id, w.id as webhook_id, w.url, w.secret_sealed, c.is_test,
          case when w.old_secret_ends_at > ${now} then w.old_secret_sealed end as old_sealed
        from webhook_delivery d join webhook w on w.id = d.webhook_id join api_client c on c.id = w.client_id
        where d.state = 'waiting' and (d.due_at is null or d.due_at <= ${now})
          and (d.claimed_at is null or d.claimed_at < ${new Date(now.getTime() - claimTime)})
          and w.ended_at is null and (w.paused_at is null or d.event = 'test')
          and (w.rests_until_at is null or w.rests_until_at <= ${now})
          and not exists (select from webhook_delivery h where h.webhook_id = w.id
            and h.claimed_at >= ${new Date(now.getTime() - claimTime)})
        order by d.due_at nulls first, d.made_at, d.id limit 1 for update of d, w skip locked
      )
      update webhook_delivery d set claimed_at = ${now}, tries = d.tries + 1,
        tried_from_at = coalesce(d.tried_from_at, ${now})
      from due where d.id = due.id
      returning d.id, d.event, d.data, d.made_at as "madeAt", d.tries, d.tried_from_at as "triedFrom",
        due.is_test as "isTest", due.webhook_id as "webhookId", due.url, due.secret_sealed as fresh, due.old_sealed as old`.execute(
      db,
    )
    const [row] = rows
    if (!row) return undefined
    const { fresh, old, ...rest } = row
    return { ...rest, secrets: old ? [fresh, old] : [fresh] }
  })

/** Starts a paused webhook again: what waits, and what was given up, has its three days anew. */
export const startAgain = async (db: Write, id: string) => {
  await db
    .updateTable('webhook')
    .set({ paused_at: null, rests_until_at: null })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', tries: 0, tried_from_at: null, due_at: null })
    .where('webhook_id', '=', id)
    .where('state', '<>', 'delivered' satisfies DeliveryState)
    .where('event', '<>', testEvent)
    .execute()
}

type Tried = Pick<DueDelivery, 'id' | 'webhookId'>

/** The receiver took it: whatever had stopped the webhook is over. */
export const markDelivered = (pool: Pool, { id, webhookId }: Tried, status: number, now: Date) =>
  pool.transaction().execute(async (db) => {
    await db
      .updateTable('webhook_delivery')
      .set({
        ...{ state: 'delivered' satisfies DeliveryState, delivered_at: now, answered_status: status },
        ...{ problem: null, claimed_at: null, due_at: null },
      })
      .where('id', '=', id)
      .execute()
    const { paused_at: pausedAt } = await db
      .selectFrom('webhook')
      .select('paused_at')
      .where('id', '=', webhookId)
      .executeTakeFirstOrThrow()
    if (pausedAt) await startAgain(db, webhookId)
    else await db.updateTable('webhook').set({ rests_until_at: null }).where('id', '=', webhookId).execute()
  })

type Failure = { status: number | null; problem: string | null; nextTry: Date | null; rests: Date }

/**
 * The try failed. Without a next try the delivery is given up, and its webhook paused.
 * @returns whether the webhook was paused by this
 */
export const markFailed = (
  pool: Pool,
  { id, webhookId, event }: Tried & Pick<DueDelivery, 'event'>,
  { status, problem, nextTry, rests }: Failure,
  now: Date,
): Promise<boolean> =>
  pool.transaction().execute(async (db) => {
    await db
      .updateTable('webhook_delivery')
      .set({
        ...{ answered_status: status, problem, claimed_at: null, due_at: nextTry },
        state: nextTry ? 'waiting' : 'failed',
      })
      .where('id', '=', id)
      .execute()
    await db.updateTable('webhook').set({ rests_until_at: rests }).where('id', '=', webhookId).execute()
    if (nextTry || event === 'test') return false
    const paused = await db
      .updateTable('webhook')
      .set({ paused_at: now })
      .where('id', '=', webhookId)
      .where('paused_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    return paused !== undefined
  })

/** Rules that begin on a day are told once, to those who listened before; what is a week old is no news any more. */
export const tellOfPolicies = (pool: Pool, now: Date) =>
  sql`insert into webhook_delivery (webhook_id, event, data, once, made_at)
    select w.id, 'model.changed', jsonb_build_object('validFrom', p.valid_from::text), 'model ' || p.valid_from, ${now}
    from policy p join webhook w on 'model.changed' = any(w.events) and w.ended_at is null
    join api_client c on c.id = w.client_id and not c.is_test
    where p.valid_from <= ${dayOf(now)}::date and p.valid_from > ${dayOf(now)}::date - 7
      and (w.made_at at time zone 'Europe/Helsinki')::date < p.valid_from
    on conflict (webhook_id, once) do nothing`.execute(pool)

/** Forgets what programs were told, `days` after it was made; what was not delivered by then is no news. */
export const forgetDeliveries = (pool: Pool, now: Date, days: number) =>
  pool
    .deleteFrom('webhook_delivery')
    .where('made_at', '<=', new Date(now.getTime() - days * 86_400_000))
    .execute()
