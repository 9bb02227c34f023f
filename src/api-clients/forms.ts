import { z } from 'zod'
import { type KeyScope, keyScopes } from '../accounts/key-rules.ts'
import { neededText } from '../web/form-fields.ts'
import { keyMonths, readKeyStart } from './rules.ts'

const Box = z
  .string()
  .optional()
  .transform((sent) => sent === 'yes')

/** One box a scope, each a field of its own name, so that every one keeps its tick when the form comes back. */
const boxes = Object.fromEntries(keyScopes.map((scope) => [scope, Box])) as Record<KeyScope, typeof Box>

const months = z
  .string({ error: 'months-missing' })
  .transform(Number)
  .refine((count) => keyMonths.some((offered) => offered === count), { error: 'months-missing' })

type Boxes = Record<KeyScope, boolean>
const chosen = (typed: Boxes) => keyScopes.filter((scope) => typed[scope])

const someScope = (typed: Boxes, context: z.RefinementCtx) => {
  if (chosen(typed).length === 0)
    context.addIssue({ code: 'custom', path: [keyScopes[0]], message: 'scopes-missing' })
}

/** A key: what it may do and for how long. */
export const KeyForm = z
  .object({ ...boxes, months })
  .superRefine(someScope)
  .transform((typed) => ({ months: typed.months, scopes: chosen(typed) }))

/** A program with its first key. */
export const ProgramForm = z
  .object({
    ...boxes,
    months,
    name: neededText('name', 80),
    kind: z.enum(['live', 'test'], { error: 'kind-missing' }),
  })
  .superRefine(someScope)
  .transform((typed) => ({
    months: typed.months,
    name: typed.name,
    isTest: typed.kind === 'test',
    scopes: chosen(typed),
  }))

/** The start of a vendor's key. Should somebody paste the whole of it, the rest is dropped and comes back nowhere. */
export const StartForm = z.object({
  start: z
    .string()
    .default('')
    .transform((typed, context) => {
      const start = readKeyStart(typed)
      if (start === null)
        context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'start-missing' : 'start-form' })
      return start ?? ''
    }),
})

export const NoForm = z.object({})
