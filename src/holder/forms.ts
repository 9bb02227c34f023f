import { z } from 'zod'
import { readCode } from '../codes/rules.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { codeProblem } from './rules.ts'
import type { Problem } from './words.ts'

/** Digits however they came: with spaces or invisible marks, or from a wide keyboard. */
const digits = (typed: string) => typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')

const birthYearProblem = (typed: string): Problem | null => {
  if (looksLikeIdentityCode(typed)) return 'identity-code'
  if (typed.trim() === '') return 'birth-year-missing'
  return /^(18[89]|19\d|2[01]\d)\d$/.test(digits(typed)) ? null : 'birth-year-form'
}

/** A field whose problem has a name; what is missing is empty. */
const field = (problemOf: (typed: string) => Problem | null) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = problemOf(typed)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

/**
 * The code and the birth year, both always. What cannot be a pair costs no try, for nothing is looked up.
 * `show` asks for the card itself, to hold up, rather than for what is known of it.
 */
export const LookUpForm = z.object({
  code: field(codeProblem).transform((typed) => readCode(typed).fresh ?? ''),
  birthYear: field(birthYearProblem).transform((typed) => Number(digits(typed))),
  show: z
    .string()
    .optional()
    .transform((typed) => typed === 'card'),
})
export type LookUp = z.output<typeof LookUpForm>

/** What may stand in a field that comes back: nothing so long that it was pasted by mistake. */
export const shown = (typed = ''): string => (typed.length > 100 ? '' : typed)
