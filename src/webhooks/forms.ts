import { z } from 'zod'
import { urlProblem } from '../lib/outgoing-addresses.ts'
import { type WebhookEvent, webhookEvents } from './rules.ts'

const longestUrl = 500

export const WebhookBody = z.object({
  url: z.string().min(1).max(longestUrl).describe('Where events are sent: https, on the public internet.'),
  events: z
    .array(z.enum(webhookEvents))
    .min(1)
    .max(webhookEvents.length)
    .transform((events) => [...new Set(events)])
    .describe('What to tell of. Practice brings about those that begin with `use.` alone.'),
})

/** A request that says nothing beyond its address. */
export const NothingBody = z.object({})

export const NoForm = z.object({})

const Box = z
  .string()
  .optional()
  .transform((sent) => sent === 'yes')
/** One box an event, each a field of its own name, so that every one keeps its tick when the form comes back. */
const boxes = Object.fromEntries(webhookEvents.map((event) => [event, Box])) as Record<
  WebhookEvent,
  typeof Box
>

const chosen = (typed: Record<WebhookEvent, boolean>) => webhookEvents.filter((event) => typed[event])

/** As `WebhookBody`, for people. */
export const WebhookForm = z
  .object({
    ...boxes,
    url: z
      .string({ error: 'url-missing' })
      .trim()
      .min(1, { error: 'url-missing' })
      .max(longestUrl, { error: 'url-long' })
      .superRefine((text, context) => {
        // Whether this machine itself may be told, who makes the webhook knows.
        const problem = text === '' ? null : urlProblem(text, true)
        if (problem) context.addIssue({ code: 'custom', message: problem })
      }),
  })
  .superRefine((typed, context) => {
    if (chosen(typed).length === 0)
      context.addIssue({ code: 'custom', path: [webhookEvents[0]], message: 'events-missing' })
  })
  .transform((typed) => ({ url: typed.url, events: chosen(typed) }))
