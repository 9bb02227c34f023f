import { z } from 'zod'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'

export type Problem =
  | IdentifierKind
  | 'name-missing'
  | 'name-long'
  | 'email-form'
  | 'phone-form'
  | 'reach-missing'
  | 'last'
  | 'too-many'

/** One line as people type it: needless white space, also the invisible kind, is left out. */
const line = (typed: string) => typed.replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ').trim()

/** @param takes kinds that the field is for; the form of an address and a number leaves no room for others */
const answer = (problemOf: (typed: string) => Problem | null, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = identifierIn(typed, takes) ?? problemOf(line(typed))
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })
    .transform(line)

const nameProblem = (name: string): Problem | null => {
  if (!/\p{L}/u.test(name)) return 'name-missing'
  return name.length > 100 ? 'name-long' : null
}
const isEmail = (text: string) => text.length <= 200 && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text)
const isPhone = (text: string) => /^\+?[\d ()/-]{3,39}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, ''))

/** A contact person as typed. At least one way to reach them is needed. */
export const PersonForm = z
  .object({
    name: answer(nameProblem),
    email: answer((typed) => (typed === '' || isEmail(typed) ? null : 'email-form'), ['e-mail']),
    phone: answer((typed) => (typed === '' || isPhone(typed) ? null : 'phone-form'), ['phone']),
  })
  .superRefine(({ email, phone }, context) => {
    if (email === '' && phone === '')
      context.addIssue({ code: 'custom', message: 'reach-missing' satisfies Problem, path: ['email'] })
  })
  .transform(({ name, email, phone }) => ({ name, email: email || null, phone: phone || null }))

/** A button that asks nothing. */
export const EndForm = z.object({})

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = ['', 'name', 'email', 'phone'] as const
