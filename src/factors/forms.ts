import { z } from 'zod'
import { noIdentifier } from '../web/form-fields.ts'

/** What is typed for a second factor, or what a browser's passkey answered in the hidden field. */
const code = z.string({ error: 'code-missing' }).trim().max(60, { error: 'code-unknown' })
const credential = z.string().max(20_000, { error: 'passkey-none' })

export const NoForm = z.object({})

export const AppForm = z.object({ code: code.min(1, { error: 'code-missing' }) })

/** One of the two: the page has a form for a code, and one for a passkey. */
export const StepForm = z
  .object({ code: code.default(''), credential: credential.default('') })
  .refine((typed) => typed.code !== '' || typed.credential !== '', { path: ['code'], error: 'code-missing' })

export const PasskeyForm = z.object({
  credential: credential.min(1, { error: 'passkey-none' }),
  next: z.string().max(2_000).optional(),
})

export const NewPasskeyForm = z.object({
  name: z
    .string({ error: 'name-missing' })
    .trim()
    .min(1, { error: 'name-missing' })
    .max(60, { error: 'name-long' })
    .superRefine(noIdentifier()),
  credential: z.string({ error: 'passkey-none' }).min(1, { error: 'passkey-none' }).max(20_000, {
    error: 'passkey-none',
  }),
})

/** Longer than any password that can be chosen: it would only be work for the hash. */
export const longestTyped = 400

export const AgainForm = z.object({
  password: z.string().max(longestTyped, { error: 'password-wrong' }).optional(),
  code: code.optional(),
  credential: credential.optional(),
  next: z.string().max(2_000).optional(),
})

export const SavedForm = z.object({ next: z.string().max(2_000).optional() })
