import type { Pool } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { startRounds } from '../lib/rounds.ts'
import { unsealed } from '../lib/sealed.ts'
import { claimDueDelivery, type DueDelivery, markDelivered, markFailed } from './outbox-queries.ts'
import { tellOfPause } from './pause-mail.ts'
import type { Poster } from './post.ts'
import { bodyOf, isDelivered, nextTryAt, restsUntil, secretPurpose, signatureOf, testEvent } from './rules.ts'

type Given = { pool: Pool; keys: Keys; post: Poster; clock: () => Date; origin: string }

const headersOf = (delivery: DueDelivery, secrets: readonly string[], body: string, now: Date) => ({
  'content-type': 'application/json',
  'user-agent': 'Kaiku',
  'kaiku-event': delivery.event,
  'kaiku-delivery': delivery.id,
  'kaiku-signature': signatureOf(secrets, body, now),
})

const deliver = async ({ pool, keys, post, clock, origin }: Given, delivery: DueDelivery) => {
  const purpose = secretPurpose(delivery.webhookId)
  const secrets = delivery.secrets.map((box) => unsealed(keys, purpose, box).toString('utf8'))
  const body = bodyOf(delivery)
  const sent = await post(delivery.url, headersOf(delivery, secrets, body, clock()), body)
  const now = clock()
  if ('status' in sent && isDelivered(sent.status)) return markDelivered(pool, delivery, sent.status, now)
  const failure = {
    status: 'status' in sent ? sent.status : null,
    problem: 'problem' in sent ? sent.problem : null,
    // Somebody waits for what a try brings: it is tried once, so that the answer is there at once.
    nextTry: delivery.event === testEvent ? null : nextTryAt(delivery.tries, delivery.triedFrom, now),
    rests: delivery.event === testEvent ? now : restsUntil(now),
  }
  if (await markFailed(pool, delivery, failure, now))
    await tellOfPause(pool, delivery.webhookId, { now, origin })
}

/**
 * Sends every event that is due, one after another. Several rounds may run at once, in one process or many: each
 * delivery is taken by one. A process that dies between the receiver's yes and our mark leaves an event that is sent
 * again: twice is better than never, and both carry the same id.
 * @param isEnough asked before each: true ends the round
 * @returns how many were tried
 */
export const deliverDue = async (given: Given, isEnough: () => boolean = () => false): Promise<number> => {
  for (let tried = 0; ; tried += 1) {
    const delivery = isEnough() ? undefined : await claimDueDelivery(given.pool, given.clock())
    if (!delivery) return tried
    await deliver(given, delivery)
  }
}

/** So many receivers may be slow at once before the others wait for them. */
const rounds = 3

/**
 * Looks for due events every `every` milliseconds.
 * @returns how to stop: it waits for what is in hand, but not for a slow receiver: that is then tried again
 */
export const startDelivering = (
  given: Given & { every: number; onError: (error: unknown) => void },
): { stop: () => Promise<void> } =>
  startRounds({
    ...given,
    round: (isStopped) => Promise.all(Array.from({ length: rounds }, () => deliverDue(given, isStopped))),
  })
