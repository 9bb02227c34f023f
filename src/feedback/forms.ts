import { z } from 'zod'
import { isEmailAddress } from '../accounts/rules.ts'
import { holdsCode } from '../codes/rules.ts'
import type { IdentifierKind } from '../lib/identifiers.ts'
import { chosen, noIdentifier } from '../web/form-fields.ts'
import { abouts, closeReasons, deeds, type ListView, listViews, longestMessage, ways } from './rules.ts'
import { taken, tidy } from './text-rules.ts'

/** Text of several lines that must be there. */
const lines = (field: string, takes: readonly IdentifierKind[]) =>
  z
    .string({ error: `${field}-missing` })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, { error: `${field}-missing` })
        .max(longestMessage, { error: `${field}-long` })
        .superRefine(noIdentifier(takes))
        .refine((text) => !holdsCode(text), { error: 'code' }),
    )

const freeId = (field: string) =>
  z
    .string()
    .regex(/^\d{0,9}$/, { error: `${field}-missing` })
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))

/** What the machine reads beside what a person writes; none of it is ever a problem of its own. */
const unseen = {
  stamp: z.string().default(''),
  /** The field that no person sees. */
  homepage: z.string().default(''),
  /** The plain question. */
  answer: z.string().default(''),
  /** That the writer has been asked about a phone number or an address in the text. */
  warned: z.string().default(''),
  /** What was taken out of the text before it came here (`withoutSecrets`). */
  removed: z.string().default(''),
}

/** What was taken out comes back to be looked at, whatever else is right. */
const nothingRemoved = ({ removed }: { removed: string }, context: z.RefinementCtx) => {
  if (removed !== '')
    context.addIssue({ code: 'custom', message: `removed-${removed.replace('-', '')}`, path: ['message'] })
}

export const FeedbackForm = z
  .object({
    about: chosen('about', abouts),
    site: freeId('site'),
    municipality: freeId('municipality'),
    message: lines('message', taken),
    way: chosen('way', ways),
    email: z.string().default(''),
    ...unseen,
  })
  .superRefine(nothingRemoved)
  .transform((typed, context) => {
    const email = typed.way === 'email' ? typed.email.normalize('NFC').trim() : null
    if (email !== null && !isEmailAddress(email))
      context.addIssue({
        code: 'custom',
        message: email === '' ? 'email-missing' : 'email-form',
        path: ['email'],
      })
    return { ...typed, email }
  })
export type Sent = z.output<typeof FeedbackForm>

/** The writer's one more turn. */
export const AgainForm = z.object({ message: lines('message', taken), ...unseen }).superRefine(nothingRemoved)
export type Again = z.output<typeof AgainForm>

/** What answerers do: each form sends its own fields beside the deed. */
export const DeedForm = z
  .object({
    deed: chosen('deed', deeds),
    answer: z.string().default(''),
    note: z.string().default(''),
    to: z.string().default(''),
    reason: z.string().default(''),
  })
  .transform(({ deed, answer, note, to, reason }, context) => {
    const take = <Value>(schema: z.ZodType<Value>, field: string, text: string) => {
      const read = schema.safeParse(text)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: read.error.issues[0]!.message, path: [field] })
      return z.NEVER
    }
    switch (deed) {
      case 'answer':
        return { deed, text: take(lines('answer', taken), 'answer', answer) }
      case 'note':
        return { deed, text: take(lines('note', []), 'note', note) }
      case 'move':
        return { deed, to: take(z.string().regex(/^(centre|\d{1,9})$/, { error: 'to-missing' }), 'to', to) }
      case 'close':
        return { deed, reason: take(chosen('reason', closeReasons), 'reason', reason) }
      default:
        return { deed }
    }
  })
export type Done = z.output<typeof DeedForm>

/** What the list shows. @param query of the address */
export const readView = (query: URLSearchParams): ListView =>
  listViews.find((view) => view === query.get('show')) ?? 'open'

/** What the address suggests that it is about. */
export const readAbout = (query: URLSearchParams) => abouts.find((about) => about === query.get('about'))
