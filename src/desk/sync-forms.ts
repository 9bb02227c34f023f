import { z } from 'zod'
import { canonicalLegacy } from '../codes/rules.ts'
import { mostTickets, useKinds } from '../uses/rules.ts'
import { EventName } from './forms.ts'
import { limitReasons, overrideReasons } from './rules.ts'

/** The tables keep ids in four bytes. */
const SiteId = z.number().int().positive().max(2_147_483_647)
/** A code is text of any form: what it is, the rules for codes decide. */
const Code = z.string().max(200)
/** Years that a calendar of ours can hold; what is too late or too early is for the rules to say. */
const isPlausible = (time: string) => /^(19|20|21)\d\d-/.test(time)
const Instant = z.iso
  .datetime({ offset: true })
  .refine(isPlausible, 'is no time of ours')
  .transform((time) => new Date(time))
const Day = z.iso.date().refine(isPlausible, 'is no day of ours')
const count = z.number().int().min(0).max(mostTickets)
const Event = z
  .string()
  .nullable()
  .transform((name) => name ?? undefined)
  .pipe(EventName)

export const CheckAsked = z.object({
  code: Code,
  siteId: SiteId,
  event: Event.default(null),
  eventOn: Day.nullable().default(null),
})

/** Whose record it is; a script that does not keep records need not say. */
const owner = z.string().max(100).optional()

/** `RecordSent` of wire.ts, as a device sends it. */
export const RecordSent = z
  .object({
    id: z.uuid(),
    code: Code,
    siteId: SiteId,
    event: Event,
    eventOn: Day.nullable(),
    kind: z.enum(useKinds),
    adults: count,
    children: count,
    companions: count,
    scannedAt: Instant,
    sentAt: Instant,
    overrideReason: z.enum([...overrideReasons, ...limitReasons]).nullable(),
    confirmDuplicate: z.boolean(),
    wasOffline: z.boolean(),
    owner,
  })
  .superRefine(({ adults, children, code, event }, context) => {
    const say = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    if (adults + children > mostTickets) say('children', 'too many tickets')
    // An old code looks like any word, so the code that was sent is what the event must not be.
    if (event !== null && canonicalLegacy(event) === canonicalLegacy(code)) say('event', 'is the card code')
  })
export type RecordSent = z.output<typeof RecordSent>

export const UndoSent = z.object({ id: z.uuid(), undoneAt: Instant, sentAt: Instant, owner })
export type UndoSent = z.output<typeof UndoSent>

export const ArrivalSent = z.object({ use: z.uuid(), arrived: z.boolean().default(true) })
