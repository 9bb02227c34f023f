import { z } from 'zod'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { readDay } from '../lib/typed-day.ts'
import type { DayProblem } from './rules.ts'

export type Problem = DayProblem | 'holds-missing' | 'instructed-form' | 'contact-missing' | 'identity-code'

const dayProblem = (typed: string): Problem | null => {
  if (looksLikeIdentityCode(typed)) return 'identity-code'
  if (typed.trim() === '') return 'instructed-missing'
  return readDay(typed) ? null : 'instructed-form'
}

export const ConfirmationForm = z.object({
  holds: z
    .string()
    .default('')
    .refine((typed) => typed === 'yes', 'holds-missing' satisfies Problem),
  instructed: z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = dayProblem(typed)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })
    .transform((typed) => readDay(typed)!),
})
export type Confirmation = z.output<typeof ConfirmationForm>

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = ['', 'holds', 'instructed'] as const

/** What the list was narrowed to goes along, so that those get the letter who were looked at. */
export const ReminderForm = z.object({ kind: z.string().default(''), municipality: z.string().default('') })
