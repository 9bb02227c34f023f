import { z } from 'zod'
import { canonicalLegacy, holdsCode } from '../codes/rules.ts'
import { identifierIn, looksLike } from '../lib/identifiers.ts'
import { categories } from '../network/rules.ts'
import { SentId } from '../web/answers.ts'
import { paged } from '../web/paging.ts'
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

/** Days that a calendar of ours can hold; what is too late or too early is for the rules to say. */
const isPlausible = (instant: string) => /^(19|20|21)\d\d-/.test(instant)
const Instant = z.iso
  .datetime({ offset: true })
  .refine(isPlausible, 'is no time of ours')
  .describe(
    'When the card was read: ISO 8601 with an offset, such as 2026-05-04T18:30:00+03:00. Now unless sent.',
  )

const Day = z.iso.date().refine(isPlausible, 'is no day of ours')

const SiteId = SentId.describe('The id of the site, one of those that GET /api/v1/me lists.')

/** A code is text of any form: what it is, the rules for codes decide. */
const Code = z
  .string()
  .min(1)
  .max(200)
  .describe('What stands on the card or in its QR code. Spaces, hyphens and small letters do not matter.')
  .meta({ examples: ['4C9P1-N6Z25'] })

const adults = count.describe(
  'How many tickets for adults: 1 of a personal card, the workers of a community card.',
)
const children = count.describe(
  'How many tickets for children: of a personal card at most as many as the check tells.',
)
const companions = count
  .describe('Assistants and interpreters: always free, and not counted in the statistics.')
  .default(0)
const kind = z
  .enum(useKinds)
  .describe('What is given: one of the “kinds” that GET /api/v1/sites/{id}/offers tells of the site.')
  .default('ticket')

export const CardCheckBody = z.object({
  code: Code,
  siteId: SiteId,
  adults: adults.default(1),
  children: children.default(0),
  companions,
  usedAt: Instant.optional(),
  eventId: guarded(120)
    .describe('The same name of the event as “event” of the record, so that a repeat for it is noticed.')
    .optional(),
  kind,
})

const useFields = z.object({
  code: Code,
  siteId: SiteId,
  adults,
  children,
  companions,
  usedAt: Instant.optional(),
  category: z
    .enum(categories)
    .describe('The field for the statistics; that of the site unless sent.')
    .optional(),
  kind,
  event: guarded(120)
    .describe('The name of the event, such as “Lumikuningatar”: never a person’s, and never the card’s code.')
    .optional(),
  eventOn: Day.describe(
    'The day of the event, such as 2026-06-01, where the ticket is for a later day than today: a booking.',
  ).optional(),
  overrideReason: guarded(200)
    .describe(
      'Why more is given than the register or the site’s limit says, where the site may. Names nobody.',
    )
    .optional(),
  confirmDuplicate: z
    .boolean()
    .describe('True when the customer was asked after `duplicate-suspected`, and this is another ticket.')
    .default(false),
  given: z
    .boolean()
    .describe(
      'True when the ticket is in the customer’s hand: should the card not be registered yet, it waits.',
    )
    .default(false),
})

type Texts = { code: string; event?: string | undefined; overrideReason?: string | undefined }
const noTextIsCode = ({ code, event, overrideReason }: Texts, context: z.RefinementCtx) => {
  for (const [name, text] of Object.entries({ event, overrideReason }))
    if (isCodeItself(text, code))
      context.addIssue({ code: 'custom', path: [name], message: 'is the card code' })
}

export const UseBody = useFields.superRefine(noTextIsCode)

/** As many as are recorded in one piece without anybody having to wait for it. */
const largestBatch = 500

const BatchItem = useFields
  .extend({
    key: z
      .string()
      .regex(/^[\x20-\x7e]{1,255}$/)
      .describe('What the Idempotency-Key is to a use of its own.'),
  })
  .superRefine(noTextIsCode)

export const BatchBody = z
  .object({
    mode: z
      .enum(['all-or-nothing', 'per-item'])
      .describe('Whether one refused item refuses the whole batch, or each is settled for itself.'),
    items: z.array(BatchItem).min(1).max(largestBatch).describe('Uses, each with a key of its own.'),
  })
  .superRefine(({ items }, context) => {
    const seen = new Set<string>()
    for (const [index, { key }] of items.entries()) {
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          path: ['items', index, 'key'],
          message: 'is the key of another item',
        })
      seen.add(key)
    }
  })

/** The place of a use in the list: its day, its time, and its id. */
export const UsesQuery = z.object({
  siteId: SiteId.optional().describe('One site of the key; without it all of them.'),
  from: Day.optional().describe('The first day of use.'),
  to: Day.optional().describe('The last day of use.'),
  ...paged(z.tuple([Day, z.iso.datetime(), z.uuid()])),
})

export const CancellationBody = z.object({
  reason: guarded(200)
    .describe('Why, in a few words of the site that name nobody, such as “Esitys peruttu”.')
    .optional(),
})
