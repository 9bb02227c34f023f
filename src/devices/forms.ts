import { z } from 'zod'
import { holdsCode } from '../codes/rules.ts'
import { identifierIn } from '../lib/identifiers.ts'
import { longestName, readPairingCode } from './rules.ts'
import type { Problem } from './words.ts'

/** What may stand in a field that comes back: nothing so long that it was pasted by mistake. */
export const shown = (typed = ''): string => (typed.length > 200 ? '' : typed)

const problemOf = (typed: string, name: string): Problem | null => {
  const kind = identifierIn(typed)
  if (kind) return `name-${kind}`
  if (holdsCode(typed)) return 'name-card-code'
  if (name === '') return 'name-missing'
  return Array.from(name).length > longestName ? 'name-long' : null
}

/** The name of a device, in one line without control characters and turns of direction. */
export const NameForm = z.object({
  name: z
    .string()
    .default('')
    .transform((typed, context) => {
      const name = typed
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd\s]+/gu, ' ')
        .trim()
      const problem = problemOf(typed, name)
      if (problem) context.addIssue({ code: 'custom', message: problem })
      return name
    }),
})

/** The short code; what cannot be one has no tries taken off. */
export const CodeForm = z.object({
  code: z
    .string()
    .default('')
    .transform((typed, context) => {
      const code = readPairingCode(typed)
      const problem: Problem = typed.trim() === '' ? 'code-missing' : 'code-form'
      if (code === null) context.addIssue({ code: 'custom', message: problem })
      return code ?? ''
    }),
})

/** `anyway` says that whoever is signed in on this browser may be signed out. */
export const AcceptForm = z.object({
  anyway: z
    .string()
    .optional()
    .transform((typed) => typed === 'yes'),
})

export const NoForm = z.object({})
