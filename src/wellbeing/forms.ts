import { z } from 'zod'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { chosen, ticked } from '../web/form-fields.ts'
import { ways } from './rules.ts'

export const NoForm = z.object({})

/** What the issuer says before the holder answers. */
export const BeginForm = z.object({
  language: chosen('language', holderLanguages),
  consent: ticked,
  way: chosen('way', ways),
})
export type Begin = z.output<typeof BeginForm>

/** One answer: its points, or `skip`. */
export const AnswerForm = z.object({
  points: z
    .string({ error: 'answer-missing' })
    .regex(/^(\d{1,3}|skip)$/, { error: 'answer-missing' })
    .transform((text) => (text === 'skip' ? null : Number(text))),
})

/** Handing in, or taking back. */
export const SendForm = z.object({ keep: chosen('keep', ['yes', 'no']) })
