import { z } from 'zod'
import { answer, codeFormProblem } from '../cards/answer-rules.ts'
import { readCode } from '../codes/rules.ts'

/** One code: there is nobody to ask anything about. */
export const TakeForm = z.object({ code: answer((typed) => codeFormProblem(readCode(typed))) })

/** `revision` tells which taking into use is meant. */
export const UndoForm = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'undo-changed')
    .transform(Number),
})
