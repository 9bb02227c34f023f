import { z } from 'zod'

/** Signing up and cancelling ask for nothing: the account says who it is. */
export const SignUpForm = z.object({})

/** Who came, as the one who held the training says. */
export const CameForm = z.object({
  signUp: z.string({ error: 'sign-up-missing' }).regex(/^\d{1,15}$/, { error: 'sign-up-missing' }),
  came: z.enum(['yes', 'no', 'unknown'], { error: 'came-missing' }),
})
