import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import { type DeliveryState, testEvent, type WebhookEvent } from './rules.ts'

/*
 * Whose webhooks: row-level security shows a key those of its program, and people those of the programs that they keep
 * (`visit_clients()`, migration 0022). The program is asked for all the same, so that a page shows one program only.
 */

export type Webhook = {
  id: string
  url: string
  events: string[]
  madeAt: Date
  pausedAt: Date | null
  endedAt: Date | null
  oldSecretEndsAt: Date | null
}

const webhooks = (db: Read, clientId: string) =>
  db
    .selectFrom('webhook')
    .select([
      ...(['id', 'url', 'events', 'made_at as madeAt', 'paused_at as pausedAt'] as const),
      ...(['ended_at as endedAt', 'old_secret_ends_at as oldSecretEndsAt'] as const),
    ])
    .where('client_id', '=', clientId)

/** Those that stand, the oldest first. */
export const listWebhooks = (db: Read, clientId: string): Promise<Webhook[]> =>
  webhooks(db, clientId).where('ended_at', 'is', null).orderBy('made_at').orderBy('id').execute()

export const findWebhook = (db: Read, clientId: string, id: string): Promise<Webhook | undefined> =>
  webhooks(db, clientId).where('id', '=', id).executeTakeFirst()

/** Held until the transaction ends, so that two requests at once do not pass the most there may be. */
export const lockProgram = (db: Write, clientId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('webhooks ' || ${clientId}::text, 0))`.execute(db)

type NewWebhook = {
  id: string
  clientId: string
  url: string
  events: readonly WebhookEvent[]
  secretSealed: Buffer
  actor: string
}

export const createWebhook = (db: Write, given: NewWebhook, now: Date) =>
  db
    .insertInto('webhook')
    .values({
      ...{ id: given.id, client_id: given.clientId, url: given.url, events: [...given.events] },
      ...{ secret_sealed: given.secretSealed, made_at: now, made_by: given.actor },
    })
    .execute()

/** Puts a new secret beside the one that signs; of two that sign already, the older is dropped. */
export const addSecret = (
  db: Write,
  id: string,
  { secretSealed, oldEnds }: { secretSealed: Buffer; oldEnds: Date },
) =>
  db
    .updateTable('webhook')
    .set((eb) => ({
      old_secret_sealed: eb.ref('secret_sealed'),
      old_secret_ends_at: oldEnds,
      secret_sealed: secretSealed,
    }))
    .where('id', '=', id)
    .execute()

/** A second time changes nothing. */
export const endWebhook = (db: Write, id: string, now: Date) =>
  db
    .updateTable('webhook')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

/** An event that a program asks for itself. @returns the delivery's id */
export const queueTest = async (db: Write, webhookId: string, now: Date): Promise<string> => {
  const { id } = await db
    .insertInto('webhook_delivery')
    .values({ webhook_id: webhookId, event: testEvent, data: {}, made_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type Delivery = {
  id: string
  webhookId: string
  event: string
  state: DeliveryState
  madeAt: Date
  tries: number
  answeredStatus: number | null
  problem: string | null
  /** Null when it is not tried again, or at once. */
  nextTryAt: Date | null
  deliveredAt: Date | null
}

const deliveries = (db: Read) =>
  db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook as w', 'w.id', 'd.webhook_id')
    .select([
      ...(['d.id', 'd.webhook_id as webhookId', 'd.event', 'd.made_at as madeAt', 'd.tries'] as const),
      ...(['d.answered_status as answeredStatus', 'd.problem', 'd.due_at as nextTryAt'] as const),
      ...(['d.delivered_at as deliveredAt'] as const),
      sql<DeliveryState>`d.state`.as('state'),
    ])

/** Where a page of a list ended: its last row's time and id. */
export type Place = { at: Date; id: string }

export const findDelivery = (db: Read, id: string): Promise<Delivery | undefined> =>
  deliveries(db).where('d.id', '=', id).executeTakeFirst()

/** One page of a webhook's deliveries, the newest first. @param after the last row of the page before */
export const listDeliveries = (
  db: Read,
  webhookId: string,
  { after, size }: { after: Place | null; size: number },
): Promise<Delivery[]> =>
  deliveries(db)
    .where('d.webhook_id', '=', webhookId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(d.made_at, d.id) < (${after?.at}, ${after?.id})`),
    )
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(size)
    .execute()

/** The latest deliveries to all the webhooks of a program. */
export const listLatest = (db: Read, clientId: string, size: number): Promise<Delivery[]> =>
  deliveries(db)
    .where('w.client_id', '=', clientId)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(size)
    .execute()

/**
 * Has a delivery sent anew at once, with three days of tries. Of a paused webhook it waits until that goes on.
 * @returns whether there is such a delivery of the program, to a webhook that stands
 */
export const resendDelivery = async (db: Write, clientId: string, id: string): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    update webhook_delivery d set state = 'waiting', delivered_at = null, due_at = null, tries = 0, tried_from_at = null,
      answered_status = null, problem = null
    from webhook w where w.id = d.webhook_id and w.client_id = ${clientId} and w.ended_at is null and d.id = ${id}
    returning d.id`.execute(db)
  return rows.length > 0
}

/** The program of a webhook, for a letter to its people. */
export const findProgramOf = async (
  pool: Pool,
  webhookId: string,
): Promise<{ clientId: string; program: string; url: string }> =>
  pool
    .selectFrom('webhook as w')
    .innerJoin('api_client as c', 'c.id', 'w.client_id')
    .select(['c.id as clientId', 'c.name as program', 'w.url'])
    .where('w.id', '=', webhookId)
    .executeTakeFirstOrThrow()
