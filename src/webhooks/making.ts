import { v4 as newId } from 'uuid'
import { takeToken } from '../accounts/limit-queries.ts'
import type { Pool, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { type UrlProblem, urlProblem } from '../lib/outgoing-addresses.ts'
import { sealed } from '../lib/sealed.ts'
import { addSecret, createWebhook, findWebhook, listWebhooks, lockProgram, type Webhook } from './queries.ts'
import { newSecret, oldSecretEnd, secretPurpose, type WebhookEvent, webhooksAtMost } from './rules.ts'

/** A program, by its key or by its keeper, wants to be told. */
export type Wanted = { url: string; events: readonly WebhookEvent[]; clientId: string; actor: string }
export type With = { keys: Keys; now: Date }
export type NotMade = UrlProblem | 'webhook-exists' | 'webhooks-too-many'

const seal = (keys: Keys, id: string, secret: string) => sealed(keys, secretPurpose(id), Buffer.from(secret))

/** Makes a webhook, whoever asks. The secret is in what is returned, and afterwards nowhere in clear. */
export const makeWebhook = async (
  db: Write,
  { url, events, clientId, actor }: Wanted,
  { keys, now, allowLocal }: With & { allowLocal: boolean },
): Promise<{ problem: NotMade } | { webhook: Webhook; secret: string }> => {
  const bad = urlProblem(url, allowLocal)
  if (bad) return { problem: bad }
  await lockProgram(db, clientId)
  const standing = await listWebhooks(db, clientId)
  if (standing.some((webhook) => webhook.url === url)) return { problem: 'webhook-exists' }
  if (standing.length >= webhooksAtMost) return { problem: 'webhooks-too-many' }
  const id = newId()
  const secret = newSecret()
  await createWebhook(db, { id, url, events, clientId, actor, secretSealed: seal(keys, id, secret) }, now)
  return { webhook: (await findWebhook(db, clientId, id))!, secret }
}

/** A new secret beside the one that signs. @returns it, and until when the old one signs too */
export const renewSecret = async (
  db: Write,
  id: string,
  { keys, now }: With,
): Promise<{ secret: string; oldEnds: Date }> => {
  const secret = newSecret()
  const oldEnds = oldSecretEnd(now)
  await addSecret(db, id, { secretSealed: seal(keys, id, secret), oldEnds })
  return { secret, oldEnds }
}

const testsPerHour = 30

/** How many seconds a program has to wait before it may send another trial; 0 when it may now, and then it is counted. */
export const testWait = (db: Pool | Write, clientId: string, now: Date): Promise<number> =>
  takeToken(db, `webhook-test ${clientId}`, testsPerHour, testsPerHour, now)
