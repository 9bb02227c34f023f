import { z } from 'zod'

const email = z
  .string({ error: 'email-missing' })
  .trim()
  .min(1, { error: 'email-missing' })
  .max(254, { error: 'email-form' })

const password = (missing: string) => z.string({ error: missing }).min(1, { error: missing })

export const SignInForm = z.object({
  email,
  // Longer than any password that can be chosen: it would only be work for the hash.
  password: password('password-missing').max(400, { error: 'wrong' }),
  next: z.string().optional(),
})

/** The address is asked only when the invitation has none. How good the password is, a rule says. */
export const InvitationForm = z.object({
  email: email.regex(/^[^\s@]+@[^\s@]+$/, { error: 'email-form' }).optional(),
  name: z
    .string({ error: 'name-missing' })
    .trim()
    .min(1, { error: 'name-missing' })
    .max(100, { error: 'name-long' }),
  password: password('password-too-short').max(400, { error: 'password-too-long' }),
})

export const NoForm = z.object({})
