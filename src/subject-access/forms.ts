import { z } from 'zod'
import { readCode } from '../codes/rules.ts'

/** The problems of the two forms, by name. */
export type Problem =
  | 'code-empty'
  | 'code-too-long'
  | 'identity-code'
  | 'not-found'
  | 'other-unit'
  | 'in-stock'
  | 'too-many-codes'
  | 'confirm'

const formProblems = {
  empty: 'code-empty',
  'too-long': 'code-too-long',
  'identity-code': 'identity-code',
} as const

export const CodeForm = z.object({
  code: z
    .string()
    .default('')
    .transform((typed, context) => {
      const code = readCode(typed)
      const message = formProblems[code.problem as keyof typeof formProblems] as Problem | undefined
      if (message) context.addIssue({ code: 'custom', message })
      return code
    }),
})

export const EraseForm = z.object({
  confirm: z
    .string()
    .default('')
    .refine((typed) => typed === 'yes', 'confirm' satisfies Problem),
})
