import { z } from 'zod'
import { canonicalLegacy, holdsCode } from '../codes/rules.ts'
import { identifierIn, looksLike } from '../lib/identifiers.ts'
import { categories } from '../network/rules.ts'
import { mostTickets, useKinds } from './rules.ts'

const count = z.number().int().min(0).max(mostTickets)

/** Words of the site about an event or a reason, never about a person or a card: what names either is refused by kind. */
const guarded = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .superRefine((text, context) => {
      const kind = identifierIn(text)
      if (kind) context.addIssue({ code: 'custom', message: looksLike[kind] })
    })
    .refine((text) => !holdsCode(text), 'looks like a card code')

/** A legacy code looks like any word, so the code that was sent is what a text beside it must not be. */
const isCodeItself = (text: string | undefined, code: string) =>
  text !== undefined && canonicalLegacy(text) === canonicalLegacy(code)

/** The tables keep ids in four bytes. */
const largestId = 2_147_483_647
/** Days that a calendar of ours can hold; what is too late or too early is for the rules to say. */
const isPlausible = (instant: string) => /^(19|20|21)\d\d-/.test(instant)
const Instant = z.iso.datetime({ offset: true }).refine(isPlausible, 'is no time of ours')

const SiteId = z.union([
  z.number().int().positive().max(largestId),
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
  usedAt: Instant.optional(),
  eventId: guarded(120).optional(),
  kind: z.enum(useKinds).default('ticket'),
})

export const UseBody = z
  .object({
    code: Code,
    siteId: SiteId,
    adults: count,
    children: count,
    companions: count.default(0),
    usedAt: Instant.optional(),
    category: z.enum(categories).optional(),
    kind: z.enum(useKinds).default('ticket'),
    event: guarded(120).optional(),
    overrideReason: guarded(200).optional(),
    confirmDuplicate: z.boolean().default(false),
    /** The ticket is in the customer's hand: it is kept, should the card not be registered yet. */
    given: z.boolean().default(false),
  })
  .superRefine(({ code, event, overrideReason }, context) => {
    for (const [name, text] of Object.entries({ event, overrideReason }))
      if (isCodeItself(text, code))
        context.addIssue({ code: 'custom', path: [name], message: 'is the card code' })
  })
