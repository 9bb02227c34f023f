import { z } from 'zod'
import type { Write } from '../db/db.ts'
import { type Subject, writeAudit } from '../web/audit.ts'
import { type Call, type Endpoint, endpoint, reading } from '../web/endpoint.ts'
import { paged, pageOf } from '../web/paging.ts'
import { problem } from '../web/problem.ts'
import {
  DeliveriesAnswer,
  DeliveryAnswer,
  NewWebhookAnswer,
  tellDelivery,
  tellWebhook,
  WebhookAnswer,
  WebhooksAnswer,
} from './answers.ts'
import { NothingBody, WebhookBody } from './forms.ts'
import { makeWebhook, renewSecret, testWait } from './making.ts'
import { notMade, webhookProblems } from './problems.ts'
import {
  endWebhook,
  findDelivery,
  findWebhook,
  listDeliveries,
  listWebhooks,
  queueTest,
  type Webhook,
} from './queries.ts'

const permission = 'webhooks.manage'
const Params = z.object({ id: z.uuid().describe('The id of the webhook.') })
type OfWebhook = Call<z.output<typeof Params>>

/** The row in the log that every deed of a key has. */
const log = (db: Write, { client, now }: Call, subject: Subject) =>
  writeAudit(db, { at: now, actor: `key:${client.keyId}`, role: null, permission, outcome: 'done', subject })

const make = async (call: Call, { url, events }: z.output<typeof WebhookBody>) => {
  const { client, keys, now, localWebhooks: allowLocal } = call
  const { webhook, secret } = await call.act(async (db) => {
    const wanted = { url, events, clientId: client.clientId, actor: `key:${client.keyId}` }
    const made = await makeWebhook(db, wanted, { keys, now, allowLocal })
    if ('problem' in made) throw notMade(made.problem)
    await log(db, call, { webhook: made.webhook.id })
    return made
  })
  return { status: 201, body: { ...tellWebhook(webhook, now), secret } } as const
}

const list = async (call: Call) => {
  const found = await call.act((db) => listWebhooks(db, call.client.clientId))
  return {
    status: 200,
    body: { rows: found.map((row) => tellWebhook(row, call.now)), nextCursor: null },
  } as const
}

/** What is another program's does not exist. */
const findOwn = async (db: Write, { client, params }: OfWebhook): Promise<Webhook> => {
  const found = await findWebhook(db, client.clientId, params.id)
  if (!found) throw problem('not-found')
  return found
}

const findStanding = async (db: Write, call: OfWebhook): Promise<Webhook> => {
  const found = await findOwn(db, call)
  if (found.endedAt) throw problem('not-found')
  return found
}

const end = (call: OfWebhook) =>
  call.act(async (db) => {
    const webhook = await findOwn(db, call)
    await endWebhook(db, webhook.id, call.now)
    if (!webhook.endedAt) await log(db, call, { webhook: webhook.id, ended: true })
    const body = tellWebhook({ ...webhook, endedAt: webhook.endedAt ?? call.now }, call.now)
    return { status: 200, body } as const
  })

const changeSecret = (call: OfWebhook) =>
  call.act(async (db) => {
    const webhook = await findStanding(db, call)
    const { secret, oldEnds } = await renewSecret(db, webhook.id, call)
    await log(db, call, { webhook: webhook.id, secret: true })
    return {
      status: 201,
      body: { ...tellWebhook({ ...webhook, oldSecretEndsAt: oldEnds }, call.now), secret },
    } as const
  })

const test = async (call: OfWebhook) => {
  const wait = await testWait(call.db, call.client.clientId, call.now)
  if (wait > 0) throw problem('rate-limited', { retryAfter: wait })
  return call.act(async (db) => {
    const webhook = await findStanding(db, call)
    const id = await queueTest(db, webhook.id, call.now)
    await log(db, call, { webhook: webhook.id, test: true })
    const delivery = await findDelivery(db, id)
    return { status: 202, body: tellDelivery(delivery!) } as const
  })
}

const PlaceForm = z.tuple([z.iso.datetime(), z.uuid()])
const DeliveriesQuery = z.object(paged(PlaceForm))

const deliveries = async (call: Call<z.output<typeof Params>, z.output<typeof DeliveriesQuery>>) => {
  const { limit, cursor } = call.query
  const after = cursor ? { at: new Date(cursor[0]), id: cursor[1] } : null
  const found = await call.act(async (db) => {
    const webhook = await findOwn(db, call)
    return listDeliveries(db, webhook.id, { after, size: limit + 1 })
  })
  const { rows, nextCursor } = pageOf(found, limit, (last) => [last.madeAt, last.id])
  return { status: 200, body: { rows: rows.map(tellDelivery), nextCursor } } as const
}

const both = <Run>(run: Run) => ({ run, practise: run })
const base = '/api/v1/webhooks'

export const endpoints: Endpoint[] = [
  endpoint({
    path: base,
    permission,
    summary: 'Asks to be told of events: they are sent to the address, signed with the secret of the answer.',
    body: WebhookBody,
    example: { url: 'https://liput.esimerkki.example/kaiku', events: ['use.cancelled', 'site.updated'] },
    answers: { 201: { what: 'The webhook stands.', schema: NewWebhookAnswer } },
    problems: Object.keys(webhookProblems),
    ...both(make),
  }),
  reading({
    path: base,
    permission,
    summary: 'The webhooks of the program that stand.',
    answers: { 200: { what: 'All of them, the oldest first.', schema: WebhooksAnswer } },
    ...both(list),
  }),
  endpoint({
    path: `${base}/:id/ending`,
    permission,
    summary: 'Ends a webhook: nothing more is sent. A second time changes nothing.',
    params: Params,
    body: NothingBody,
    answers: { 200: { what: 'The webhook has ended.', schema: WebhookAnswer } },
    ...both(end),
  }),
  endpoint({
    path: `${base}/:id/secrets`,
    permission,
    summary: 'Makes a new secret. For seven days the one before it signs too, so that none is missed.',
    params: Params,
    body: NothingBody,
    answers: { 201: { what: 'The new secret.', schema: NewWebhookAnswer } },
    ...both(changeSecret),
  }),
  endpoint({
    path: `${base}/:id/tests`,
    permission,
    summary: 'Sends the event `test` once. When it is taken, a paused webhook goes on.',
    params: Params,
    body: NothingBody,
    answers: {
      202: { what: 'It waits to be sent; its deliveries tell what became of it.', schema: DeliveryAnswer },
    },
    ...both(test),
  }),
  reading({
    path: `${base}/:id/deliveries`,
    permission,
    summary: 'What was sent or waits, the newest first; kept for 30 days.',
    params: Params,
    query: DeliveriesQuery,
    answers: { 200: { what: 'A page of deliveries.', schema: DeliveriesAnswer } },
    ...both(deliveries),
  }),
]
