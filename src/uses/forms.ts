import { z } from 'zod'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { categories, mostTickets, useKinds } from './rules.ts'

const count = z.number().int().min(0).max(mostTickets)

/** Names an event of the site, never a person: text with an identity code in it is refused by kind. */
const Event = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => !looksLikeIdentityCode(text), 'looks like a personal identity code')

const SiteId = z.union([
  z.number().int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
])

/** A code is text of any form: what it is, the rules for codes decide. */
const Code = z.string().min(1).max(200)

export const CardCheckBody = z.object({
  code: Code,
  siteId: SiteId,
  adults: count.default(1),
  children: count.default(0),
  companions: count.default(0),
  usedAt: z.iso.datetime({ offset: true }).optional(),
  eventId: Event.optional(),
})

export const UseBody = z.object({
  code: Code,
  siteId: SiteId,
  adults: count,
  children: count,
  companions: count.default(0),
  usedAt: z.iso.datetime({ offset: true }).optional(),
  category: z.enum(categories).optional(),
  kind: z.enum(useKinds).default('ticket'),
  event: Event.optional(),
  overrideReason: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((text) => !looksLikeIdentityCode(text), 'looks like a personal identity code')
    .optional(),
  confirmDuplicate: z.boolean().default(false),
})
