import { z } from 'zod'
import { type IdentifierKind, identifierIn, reachKinds } from '../lib/identifiers.ts'
import { readTime } from '../lib/local-time.ts'
import { readDay } from '../lib/typed-day.ts'
import type { Problem } from './edit-words.ts'
import { addedKinds, isProfessional, tellers } from './rules.ts'

const say = (context: z.RefinementCtx, message: Problem | IdentifierKind) =>
  context.addIssue({ code: 'custom', message })

/** Texts for everyone say how one reaches the centre, and on which day something was. */
const public_ = [...reachKinds, 'birth-date'] as const
const longest = { line: 200, lead: 600, body: 60_000 }

const aLine = (takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
      if (text.length > longest.line) say(context, 'line-long')
      const kind = identifierIn(typed, takes)
      if (kind) say(context, kind)
      return text
    })

const aText = (most: number, problem: Problem) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim()
      if (text.length > most) say(context, problem)
      const kind = identifierIn(typed, public_)
      if (kind) say(context, kind)
      return text
    })

const aTitle = aLine(public_).transform((title, context) => {
  if (title === '') say(context, 'title-missing')
  return title
})

const aDay = z
  .string()
  .default('')
  .transform((typed, context) => {
    const day = readDay(typed)
    if (day === null && typed.trim() !== '') say(context, 'day-form')
    return day
  })

/** Seconds since midnight; what has no time comes in the morning. */
const aTime = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return 8 * 3600
    const time = readTime(typed)
    if (time === null) say(context, 'time-form')
    return time ?? 0
  })

const aNumber = z
  .string()
  .default('')
  .transform((typed) => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null))

const deeds = ['draft', 'preview', 'publish', 'schedule'] as const
export const EditForm = z.object({
  title: aTitle,
  lead: aText(longest.lead, 'lead-long').transform((text) => text.replace(/\s+/g, ' ')),
  body: aText(longest.body, 'body-long'),
  day: aDay,
  time: aTime,
  /** What the writer had before them: the newest version, the Finnish one, and the program's own text. */
  base: aNumber,
  finnish: aNumber,
  seen: z
    .string()
    .default('')
    .transform((typed) => (/^[0-9a-f]{16}$/.test(typed) ? typed : null)),
  do: z.enum(deeds).catch('draft'),
})
export type Edited = z.output<typeof EditForm>

/** Anything else is everyone. */
const anAudience = z
  .string()
  .default('')
  .transform((typed) => (isProfessional(typed) ? typed : null))
export const AudienceForm = z.object({ audience: anAudience })

export const NewForm = z.object({
  kind: z
    .string()
    .default('')
    .pipe(z.enum(addedKinds, 'kind-missing' satisfies Problem)),
  audience: anAudience,
  title: aTitle,
})

const orNull = (text: string) => text || null
export const StoryForm = z
  .object({
    teller: z
      .string()
      .default('')
      .transform((typed) => tellers.find((one) => one === typed) ?? null),
    place: aLine().transform(orNull),
    year: z
      .string()
      .default('')
      .transform((typed, context) => {
        const text = typed.trim()
        if (text === '') return null
        if (!/^20(1[3-9]|[2-9]\d)$/.test(text)) say(context, 'year-form')
        return Number(text)
      }),
    source: aLine(['birth-date']).transform(orNull),
    leaveOn: aDay,
    leaveFrom: aLine().transform(orNull),
  })
  .transform((told, context) => {
    const add = (path: string, message: Problem) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (told.leaveOn !== null && told.leaveFrom === null) add('leaveFrom', 'leave-from-missing')
    if (told.leaveOn === null && told.leaveFrom !== null) add('leaveOn', 'leave-on-missing')
    return told
  })
