import { z } from 'zod'
import { isEmailAddress } from '../accounts/rules.ts'
import { holdsCode } from '../codes/rules.ts'
import type { IdentifierKind } from '../lib/identifiers.ts'
import { tidyLines } from '../lib/one-line.ts'
import { chosen, noIdentifier } from '../web/form-fields.ts'
import { pageSize } from '../web/list-query.ts'
import { paged } from '../web/paging.ts'
import { abouts, choosable, deeds, type ListView, listViews, longestMessage, steps, ways } from './rules.ts'
import { taken } from './text-rules.ts'

/** Text of several lines that must be there. */
const lines = (field: string, takes: readonly IdentifierKind[]) =>
  z
    .string({ error: `${field}-missing` })
    .transform(tidyLines)
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
  /** What was taken out of the text before it came here (`withoutSecrets`). */
  removed: z.string().default(''),
}

/** What was taken out comes back to be looked at, whatever else is right. */
const nothingRemoved = ({ removed }: { removed: string }, context: z.RefinementCtx) => {
  if (removed !== '')
    context.addIssue({ code: 'custom', message: `removed-${removed.replace('-', '')}`, path: ['message'] })
}

const written = {
  about: chosen('about', abouts),
  site: freeId('site'),
  municipality: freeId('municipality'),
  message: lines('message', taken),
  ...unseen,
}

/** What the second page asks; the third asks the rest before it is sent. */
export const MessageForm = z.object(written).superRefine(nothingRemoved)

export const FeedbackForm = z
  .object({
    ...written,
    way: chosen('way', ways),
    email: z.string().default(''),
    /** Of one writer alone, as the third page gave it: what is sent twice with it is one. */
    key: z.string().default(''),
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

/** What a button of the form does: looks at what will be sent, goes back to the text, or sends. */
export const readStep = (text: string | undefined) => steps.find((step) => step === text) ?? 'check'

/** The writer's one more turn. */
export const AgainForm = z
  .object({
    message: lines('message', taken),
    /** That the writer has been asked about a phone number or an address in the text. */
    warned: z.string().default(''),
    ...unseen,
  })
  .superRefine(nothingRemoved)
export type Again = z.output<typeof AgainForm>

/** What answerers do: each form sends its own fields beside the deed. */
export const DeedForm = z
  .object({
    deed: chosen('deed', deeds),
    answer: z.string().default(''),
    note: z.string().default(''),
    question: z.string().default(''),
    reply: z.string().default(''),
    to: z.string().default(''),
    reason: z.string().default(''),
  })
  .transform(({ deed, answer, note, question, reply, to, reason }, context) => {
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
      case 'ask':
        return { deed, text: take(lines('question', []), 'question', question) }
      case 'reply':
        return { deed, text: take(lines('reply', []), 'reply', reply) }
      case 'move':
        return { deed, to: take(z.string().regex(/^(centre|\d{1,9})$/, { error: 'to-missing' }), 'to', to) }
      case 'close':
        return { deed, reason: take(chosen('reason', choosable), 'reason', reason) }
      default:
        return { deed }
    }
  })
export type Done = z.output<typeof DeedForm>

/** What the list shows. @param query of the address */
export const readView = (query: URLSearchParams): ListView =>
  listViews.find((view) => view === query.get('show')) ?? 'open'

/** Whose threads a list shows: an area's, the centre's (null), or anyone's. */
export const readKeeper = (query: URLSearchParams): number | null | 'anyone' => {
  const text = query.get('keeper') ?? ''
  if (text === 'centre') return null
  return /^\d{1,9}$/.test(text) ? Number(text) : 'anyone'
}

/** PostgreSQL knows no year nought. */
const moment = z.union([z.iso.date(), z.iso.datetime()]).refine((text) => text >= '0001')
const place = z.tuple([
  moment,
  z.enum(abouts),
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
])
const { cursor } = paged(place)
/** After which thread a page of a list begins; undefined for the first page, or for what is no place in a list. */
export const readAfter = (query: URLSearchParams) => cursor.safeParse(query.get('after') ?? undefined).data

/** Numbers of threads, each once; a page of a list has no more. */
const idsIn = (texts: readonly string[]) =>
  [...new Set(texts.filter((text) => /^\d{1,9}$/.test(text)).map(Number))].slice(0, pageSize)
export const readChosen = (query: URLSearchParams): number[] => idsIn(query.getAll('thread'))

/** What was chosen is closed as rubbish, or opened again. */
export const ClearForm = z.object({
  deed: z.enum(['clear', 'restore'], { error: 'deed-missing' }),
  threads: z
    .string()
    .default('')
    .transform((text) => idsIn(text.split(','))),
})
export type Cleared = z.output<typeof ClearForm>

/** What it is about, as an address or a form says it. */
export const readAbout = (text: string | null) => abouts.find((about) => about === text)
