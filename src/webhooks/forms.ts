import { z } from 'zod'
import { webhookEvents } from './rules.ts'

const longestUrl = 500

export const WebhookBody = z.object({
  url: z.string().min(1).max(longestUrl).describe('Where events are sent: https, on the public internet.'),
  events: z
    .array(z.enum(webhookEvents))
    .min(1)
    .max(webhookEvents.length)
    .transform((events) => [...new Set(events)]),
})

/** A request that says nothing beyond its address. */
export const NothingBody = z.object({})

export const NoForm = z.object({})
