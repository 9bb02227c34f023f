import { z } from 'zod'
import { answer, answerFields, codeFormProblem, digits, joinChildren } from '../cards/answer-rules.ts'
import { readCode } from '../codes/rules.ts'

const code = answer((typed) => codeFormProblem(readCode(typed)))

/** The old card: by its code, or by the number of one of the unit's own cards, from a button on its page. */
export const StartForm = z
  .object({ code: z.string().default(''), card: z.string().default('') })
  .superRefine((typed, context) => {
    const problem = typed.card === '' ? codeFormProblem(readCode(typed.code)) : null
    if (problem) context.addIssue({ code: 'custom', path: ['code'], message: problem })
  })

/** The new card and what the client confirms. The year of birth is asked only where the register lacks it. */
export const RenewForm = z.preprocess(
  joinChildren,
  z.object({
    code,
    consent: answer((typed) => (typed === 'yes' ? null : 'consent-missing')),
    ...answerFields,
    birthYear: answer((typed) =>
      typed === '' || /^\d{4}$/.test(digits(typed)) ? null : 'birth-year-form',
    ).transform((typed) => (typed === '' ? null : Number(digits(typed)))),
  }),
)
export type Renewal = z.output<typeof RenewForm>

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = [
  ...(['code', 'consent', 'children', 'postalCode', 'birthYear', 'lifeSituation', 'gender'] as const),
]

/** `revision` tells which renewal is meant: an old page must not undo what was done with the card later. */
export const UndoForm = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'undo-changed')
    .transform(Number),
})
