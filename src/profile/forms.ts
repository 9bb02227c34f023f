import { z } from 'zod'
import { isEmailAddress, passwordProblem } from '../accounts/rules.ts'
import { languages } from '../i18n/translated.ts'

const email = z
  .string({ error: 'email-missing' })
  .trim()
  .min(1, { error: 'email-missing' })
  .refine((text) => text === '' || isEmailAddress(text), { error: 'email-form' })

/** The password that one has now, asked again before what a thief of an open browser must not do. */
const password = z
  .string({ error: 'password-missing' })
  .min(1, { error: 'password-missing' })
  .max(400, { error: 'wrong' })

/** How good the password is; what is near to the person is known only later. */
const newPassword = z.string({ error: 'password-too-short' }).superRefine((text, context) => {
  const problem = passwordProblem(text, [])
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

export const LanguageForm = z.object({ language: z.enum(languages, { error: 'language' }) })
export const RoleForm = z.object({ role: z.uuid({ error: 'role' }) })
export const PasswordForm = z.object({ password, newPassword })
export const EmailForm = z.object({ email, password })
export const SessionForm = z.object({
  session: z.union([z.literal('others'), z.uuid()], { error: 'session' }),
})
export const ForgottenForm = z.object({ email })
export const ResetForm = z.object({ newPassword })
export const NoForm = z.object({})
