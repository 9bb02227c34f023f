import { z } from 'zod'
import { sides } from '../access.ts'
import { noIdentifier } from '../web/form-fields.ts'
import { isAllowedIssuer } from './rules.ts'
import type { Problem } from './words.ts'

const text = (missing: Problem, longest: number, long: Problem = 'too-long') =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(longest, { error: long })

const secret = text('secret-missing', 500)

export const ProviderForm = z.object({
  name: text('name-missing', 100, 'name-long').superRefine(noIdentifier()),
  issuer: text('issuer-form', 500).refine(isAllowedIssuer, { error: 'issuer-form' satisfies Problem }),
  clientId: text('client-missing', 300),
  clientSecret: secret,
  groupsClaim: text('claim-form', 200).regex(/^\S+$/, { error: 'claim-form' satisfies Problem }),
})

export const SecretForm = z.object({ clientSecret: secret })

const number = z
  .string({ error: 'place-missing' })
  .regex(/^\d{1,9}$/, { error: 'place-missing' satisfies Problem })

export const GroupForm = z.object({
  groupName: text('group-missing', 200, 'group-long'),
  place: number.transform(Number),
  side: z.enum(sides, { error: 'side-missing' satisfies Problem }).optional(),
})

export const NoForm = z.object({})
