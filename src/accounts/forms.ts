import { z } from 'zod'
import { noIdentifier } from '../web/form-fields.ts'
import { isEmailAddress, passwordProblem } from './rules.ts'

const email = z
  .string({ error: 'email-missing' })
  .trim()
  .min(1, { error: 'email-missing' })
  .max(254, { error: 'email-form' })

export const SignInForm = z.object({
  email,
  // Longer than any password that can be chosen: it would only be work for the hash.
  password: z
    .string({ error: 'password-missing' })
    .min(1, { error: 'password-missing' })
    .max(400, { error: 'wrong' }),
  next: z.string().optional(),
})

/** How good the password is; what is near to the person is known only later. */
const newPassword = z.string({ error: 'password-too-short' }).superRefine((text, context) => {
  const problem = passwordProblem(text, [])
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** The address is asked only when the invitation has none. */
export const InvitationForm = z.object({
  email: email.refine(isEmailAddress, { error: 'email-form' }).optional(),
  name: z
    .string({ error: 'name-missing' })
    .trim()
    .min(1, { error: 'name-missing' })
    .max(100, { error: 'name-long' })
    .superRefine(noIdentifier()),
  password: newPassword,
})
export type Invited = z.output<typeof InvitationForm>

export const NoForm = z.object({})
