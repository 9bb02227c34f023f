import { z } from 'zod'
import { Sentences } from '../web/answers.ts'
import { NextCursor } from '../web/paging.ts'
import { inEvery } from '../web/problem.ts'
import { failureText } from './problem-words.ts'
import type { Delivery, Webhook } from './queries.ts'
import { deliveryStates, webhookEvents } from './rules.ts'

export const WebhookAnswer = z.object({
  id: z.uuid().describe('The id of the webhook.'),
  url: z.string().describe('Where events are sent.'),
  events: z.array(z.enum(webhookEvents)).describe('What is told.'),
  createdAt: z.iso.datetime().describe('When it was made, in UTC.'),
  state: z
    .enum(['active', 'paused', 'ended'])
    .describe('Paused: nothing was taken for three days. A test that is taken starts it again.'),
  oldSecretUntil: z.iso
    .datetime()
    .nullable()
    .describe('Until then the secret before the newest one signs too; null when one secret signs.'),
})

const Secret = z.string().describe('Signs what is sent. It is told now and never again.')
export const NewWebhookAnswer = WebhookAnswer.extend({ secret: Secret })

export const WebhooksAnswer = z.object({
  rows: z.array(WebhookAnswer).describe('The webhooks.'),
  nextCursor: NextCursor,
})

export const DeliveryAnswer = z.object({
  id: z.uuid().describe('The same as `id` in the body that is sent.'),
  event: z.string().describe('What is told.'),
  createdAt: z.iso.datetime().describe('When it happened, in UTC.'),
  state: z.enum(deliveryStates).describe('`failed`: given up after three days; of a `test`, at once.'),
  attempts: z.number().int().describe('How often it has been tried.'),
  answeredStatus: z.number().int().nullable().describe('What the receiver answered last; null when nothing.'),
  problem: z.string().nullable().describe('Why there was no answer, such as TIMEOUT or ECONNREFUSED.'),
  message: Sentences.nullable().describe('The same in a sentence for people; null when nothing is wrong.'),
  nextAttemptAt: z.iso.datetime().nullable().describe('Null: at once while it waits, else never.'),
  deliveredAt: z.iso.datetime().nullable().describe('When the receiver took it.'),
})
export const DeliveriesAnswer = z.object({
  rows: z.array(DeliveryAnswer).describe('The deliveries.'),
  nextCursor: NextCursor,
})

const stateOf = ({ pausedAt, endedAt }: Webhook) => (endedAt ? 'ended' : pausedAt ? 'paused' : 'active')

/** A webhook as programs read it; its secrets are in no answer but the first. */
export const tellWebhook = (webhook: Webhook, now: Date) => ({
  id: webhook.id,
  url: webhook.url,
  events: webhook.events,
  createdAt: webhook.madeAt,
  state: stateOf(webhook),
  oldSecretUntil: webhook.oldSecretEndsAt && webhook.oldSecretEndsAt > now ? webhook.oldSecretEndsAt : null,
})

export const tellDelivery = (delivery: Delivery) => ({
  id: delivery.id,
  event: delivery.event,
  createdAt: delivery.madeAt,
  state: delivery.state,
  attempts: delivery.tries,
  answeredStatus: delivery.answeredStatus,
  problem: delivery.problem,
  message:
    failureText('fi', delivery) === null ? null : inEvery((language) => failureText(language, delivery)!),
  nextAttemptAt: delivery.nextTryAt,
  deliveredAt: delivery.deliveredAt,
})
