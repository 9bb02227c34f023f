import { z } from 'zod'
import { readCode } from '../codes/rules.ts'
import { answer, answerFields, codeFormProblem, joinChildren } from './answer-rules.ts'
import { type Closing, closings } from './life-rules.ts'

/** A code, to open one of the unit's own cards. */
export const FindForm = z.object({ code: answer((typed) => codeFormProblem(readCode(typed))) })

/** Which state of the card the form was made from: a card that changed meanwhile is looked at again. */
const revision = z
  .string()
  .regex(/^\d{1,9}$/, 'changed')
  .transform(Number)

export const CorrectForm = z.preprocess(joinChildren, z.object({ revision, ...answerFields }))
export type Corrected = z.output<typeof CorrectForm>

/** The fields in the order of the page: the order of its problems too. */
export const correctFields = [
  ...(['children', 'postalCode', 'birthYear', 'lifeSituation', 'gender'] as const),
]

export const CloseForm = z.object({
  revision,
  closing: z
    .string()
    .default('')
    .transform((typed, context): Closing => {
      const closing = closings.find((name) => name === typed)
      if (!closing) context.addIssue({ code: 'custom', message: 'closing-missing' })
      return closing ?? 'other'
    }),
})

export const ReopenForm = z.object({ revision })
