import { z } from 'zod'
import { categories } from '../network/rules.ts'
import { Sentences } from '../web/answers.ts'
import { NextCursor } from '../web/paging.ts'
import { foundStates } from './found-queries.ts'
import { useKinds } from './rules.ts'

/** The same sentence in each language of the staff pages. */
const Message = Sentences.describe('To show to the person at the till, in their language.')

const id = z.uuid().describe('Finds and cancels it later.')
const siteId = z.number().int().describe('The site that recorded it.')
const tickets = (whose: string) => z.number().int().describe(`How many tickets for ${whose}.`)

/** What a site learns of a card: valid or not, until when, how many children, and never more about its holder. */
export const DecisionAnswer = z.object({
  allowed: z.boolean().describe('Whether the tickets asked about can be given.'),
  reason: z.string().nullable().describe('The name of a problem; null when allowed.'),
  validUntil: z.iso.date().nullable().describe('The last day of the card; null of one not registered.'),
  children: z.number().int().nullable().describe('How many children the register has.'),
  remaining: z
    .number()
    .int()
    .nullable()
    .describe(
      'How many more the site’s own limit lets; null without one, and of a card refused for another reason.',
    ),
  message: Message,
})

/** A recorded use. The code is not in it. */
export const UseAnswer = z.object({
  id,
  usedOn: z.iso.date().describe('The day on which it counts, in Finland.'),
  usedAt: z.iso.datetime().describe('When the card was read, in UTC.'),
  receivedAt: z.iso.datetime().describe('When it came to us, in UTC.'),
  siteId,
  adults: tickets('adults'),
  children: tickets('children'),
  companions: tickets('assistants and interpreters'),
  kind: z.enum(useKinds).describe('What was given.'),
  event: z.string().nullable().describe('The name of the event; emptied after some years.'),
  eventOn: z.iso.date().nullable().describe('The day of the event, where the ticket is for another day.'),
  category: z.enum(categories).describe('The field that it counts for.'),
})

/** A recorded use in a list. Of the card there are the last four characters; of its holder nothing. */
const ListedUse = UseAnswer.extend({
  card: z.string().describe('The last four characters of the card’s code.'),
  source: z.enum(['desk', 'api', 'offline', 'import', 'reconciled']).describe('How it came to us.'),
  cancelledAt: z.iso.datetime().nullable().describe('Null while the use stands.'),
})

/** A use by its id: what became of a ticket that had to wait is told under the id that it was answered with. */
export const FoundUseAnswer = ListedUse.extend({
  id: z
    .uuid()
    .describe('The id of the use; another than the one asked for where a ticket waited twice for its card.'),
  state: z
    .enum(foundStates)
    .describe(
      '`waiting`: its card is not registered yet, and it is not counted. `given-up`: it never became a use.',
    ),
})

export const UsesAnswer = z.object({
  uses: z.array(ListedUse).describe('In the order in which they happened.'),
  nextCursor: NextCursor,
})

export const WaitingAnswer = z.object({
  id,
  state: z.literal('unrecognised').describe('It waits: `GET /api/v1/uses/{id}` tells what becomes of it.'),
})

/** A refusal inside an answer: as one of a request of its own, without `instance`. */
const Refusal = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  detail: z.string().optional(),
  endUserMessage: Message.optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  retryAfter: z.number().int().optional(),
})

const settled = { index: z.number().int(), key: z.string() }
/** What became of each item, in the order in which they were sent. */
export const BatchAnswer = z.object({
  items: z
    .array(
      z.union([
        z.object({ ...settled, status: z.literal(201), replayed: z.boolean(), use: UseAnswer }),
        z.object({ ...settled, status: z.literal(202), replayed: z.boolean(), waiting: WaitingAnswer }),
        z.object({ ...settled, status: z.number().int().min(400), problem: Refusal }),
      ]),
    )
    .describe('What became of each item: a use, a ticket that waits, or a refusal.'),
})

export const ResetAnswer = z.object({
  removed: z.number().int().describe('How many practice uses and waiting tickets there were.'),
})

export const RegistrationAnswer = z.object({
  recorded: z.number().int().describe('How many tickets became uses.'),
  givenUp: z.number().int().describe('How many were given up.'),
})
