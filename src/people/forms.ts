import { z } from 'zod'
import { personRoles, sides } from '../access.ts'
import { isEmailAddress } from '../accounts/rules.ts'
import { languages } from '../i18n/translated.ts'
import type { Filter } from './queries.ts'

export const InviteForm = z.object({
  role: z.enum(personRoles as [(typeof personRoles)[number]], { error: 'role-missing' }),
  place: z
    .string()
    .default('')
    .refine((text) => /^\d{0,9}$/.test(text), { error: 'place-missing' })
    .transform((text) => (text === '' ? null : Number(text))),
  side: z
    .enum(sides, { error: 'side-missing' })
    .or(z.literal(''))
    .optional()
    .transform((side) => side || null),
  email: z
    .string({ error: 'email-missing' })
    .trim()
    .min(1, { error: 'email-missing' })
    .refine((text) => text === '' || isEmailAddress(text), { error: 'email-form' }),
  language: z.enum(languages, { error: 'language-missing' }),
})
export type Invite = z.output<typeof InviteForm>

export const DeedForm = z.object({ deed: z.enum(['send-again', 'withdraw'], { error: 'deed' }) })
export const NoForm = z.object({})

const oneOf = <Choice extends string>(choices: readonly Choice[], text: string | null): Choice | null =>
  choices.find((choice) => choice === text) ?? null

/** What the list is narrowed to. An unknown value narrows nothing; signs that no text can hold are left out. */
export const readFilter = (query: URLSearchParams): Filter => {
  const text = (name: string) =>
    (query.get(name) ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, 100)
  return {
    q: text('q'),
    place: text('place'),
    role: oneOf(personRoles, query.get('role')),
    side: oneOf(sides, query.get('side')),
    ended: query.get('state') === 'ended',
  }
}

/** The same as the address says it, without what narrows nothing. */
export const queryOf = ({ q, place, role, side, ended }: Filter): URLSearchParams =>
  new URLSearchParams(
    Object.entries({ q, place, role, side, state: ended ? 'ended' : null }).filter(
      (entry): entry is [string, string] => Boolean(entry[1]),
    ),
  )
