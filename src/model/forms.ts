import { z } from 'zod'
import { type IdentifierKind, identifierIn, reachKinds } from '../lib/identifiers.ts'
import { oneLine } from '../lib/one-line.ts'
import { readDay } from '../lib/typed-day.ts'
import { kindsOf } from './follow-rules.ts'
import { chapters, marks, type Point, type PublishProblem, sides } from './rules.ts'

export type FormProblem =
  | ('heading-missing' | 'text-missing' | 'text-long' | 'marks-missing' | 'chapter-missing')
  | ('day-missing' | 'day-form' | 'direction-missing' | 'sure-missing' | 'kind-missing' | 'days-form')
  | ('reason-missing' | 'until-past' | 'draft-exists' | 'begun' | 'same-already' | IdentifierKind)
  | PublishProblem

/** What the model itself may say: how to reach who keeps it, and a date. */
const spoken = [...reachKinds, 'birth-date'] as const

const typed = (problemOf: (text: string) => FormProblem | null, takes: readonly IdentifierKind[]) =>
  z
    .string()
    .default('')
    .transform((raw, context) => {
      const text = oneLine(raw)
      const problem = identifierIn(raw, takes) ?? problemOf(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
      return text
    })

const aText = (longest: number, missing: FormProblem, takes: readonly IdentifierKind[] = spoken) =>
  typed((text) => (text === '' ? missing : text.length > longest ? 'text-long' : null), takes)

const ticked = z
  .string()
  .optional()
  .transform((text) => text === 'yes')

const aDay = typed(
  (text) => (text === '' ? 'day-missing' : readDay(text) ? null : 'day-form'),
  ['birth-date'],
).transform((text) => readDay(text) ?? '')

const longest = { heading: 120, text: 2000, reason: 300 }
/** One box each: a field that comes several times would be read once. */
export const markField = (mark: (typeof marks)[number]) => `mark-${mark}` as const

/** A point: what it says in three languages, and whom it concerns. */
export const PointForm = z
  .object({
    chapter: z
      .string()
      .default('')
      .transform((text, context) => {
        const chapter = chapters.find((one) => String(one) === text)
        if (chapter === undefined) context.addIssue({ code: 'custom', message: 'chapter-missing' })
        return chapter ?? chapters[0]
      }),
    ...{ 'mark-issuers': ticked, 'mark-venues': ticked, 'mark-coordinators': ticked },
    headingFi: aText(longest.heading, 'heading-missing'),
    textFi: aText(longest.text, 'text-missing'),
    headingSv: aText(longest.heading, 'heading-missing'),
    textSv: aText(longest.text, 'text-missing'),
    headingEn: aText(longest.heading, 'heading-missing'),
    textEn: aText(longest.text, 'text-missing'),
  })
  .refine((told) => marks.some((mark) => told[markField(mark)]), {
    ...{ path: ['marks'], error: 'marks-missing', when: () => true },
  })
  .transform(
    (told): Omit<Point, 'line' | 'place'> => ({
      chapter: told.chapter,
      marks: marks.filter((mark) => told[markField(mark)]),
      heading: { fi: told.headingFi, sv: told.headingSv, en: told.headingEn },
      text: { fi: told.textFi, sv: told.textSv, en: told.textEn },
    }),
  )

/** A point as its form shows it. */
export const typedOf = ({ chapter, marks: own, heading, text }: Point): Record<string, string> => ({
  chapter: String(chapter),
  ...Object.fromEntries(own.map((mark) => [markField(mark), 'yes'])),
  ...{ headingFi: heading.fi, headingSv: heading.sv, headingEn: heading.en },
  ...{ textFi: text.fi, textSv: text.sv, textEn: text.en },
})

export const MoveForm = z.object({ direction: z.enum(['up', 'down'], 'direction-missing') })
/** What cannot be taken back with one tap is asked once more. */
export const SureForm = z.object({ sure: z.literal('yes', 'sure-missing') })
export const PublishForm = z.object({ from: aDay })
export const NoForm = z.object({})

/** What follows, of both sides in one list: `issuers no-new-cards`. */
export const followChoices = sides.flatMap((side) => kindsOf[side].map((kind) => ({ side, kind })))
export const choiceValue = ({ side, kind }: (typeof followChoices)[number]) => `${side} ${kind}`

export const ConsequenceForm = z
  .object({
    what: z.enum(followChoices.map(choiceValue), 'kind-missing'),
    days: typed((text) => (/^\d{1,4}$/.test(text) && Number(text) <= 1000 ? null : 'days-form'), []),
  })
  .transform(({ what, days }) => ({
    ...followChoices.find((one) => choiceValue(one) === what)!,
    graceDays: Number(days),
  }))

/** More time for one place. */
export const ExtensionForm = z.object({ until: aDay, reason: aText(longest.reason, 'reason-missing', []) })
