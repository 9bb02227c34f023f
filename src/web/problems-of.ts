/** What a form's schema found wrong, and what of the typed may be shown again. */
import type { z } from 'zod'
import { saysIdentifier } from '../lib/identifiers.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'

/**
 * What comes back in a form. A personal identity code never does, whatever the field: it is not shown twice.
 * @param hidden fields refused because they hold a phone number or the like
 */
export const sayable = (fields: Record<string, string>, hidden: readonly string[]) =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !hidden.includes(name) && !looksLikeIdentityCode(value)),
  )

/** The fields in which something was noticed that names or reaches a person, whatever else is wrong with them. */
export const hiddenOf = (error: z.ZodError): string[] =>
  error.issues.filter(({ message }) => saysIdentifier(message)).map(({ path }) => path.join('.'))

/** The first problem of each field, by the name that the form's schema gives it. */
export const problemsOf = (error: z.ZodError) => {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[issue.path.join('.')] ??= issue.message
  return problems
}
