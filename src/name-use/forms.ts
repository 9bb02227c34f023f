import { z } from 'zod'
import type { IdentifierKind } from '../lib/identifiers.ts'
import { chosen, freeDay, freeLines, freeText, neededDay, neededText } from '../web/form-fields.ts'
import { marks, purposes, steps } from './rules.ts'

const longest = {
  who: 200,
  place: 300,
  role: 120,
  number: 80,
  conditions: 1000,
  reason: 300,
  note: 500,
}

/** A place may be a street or an address on the web, whose digits may look like anything but a person's own code. */
const inPlaces: readonly IdentifierKind[] = ['street-address', 'phone', 'birth-date', 'iban']
/** A record number has the form of its organisation. */
const inNumbers: readonly IdentifierKind[] = ['phone', 'birth-date', 'street-address', 'iban']

const use = {
  who: neededText('who', longest.who),
  mark: chosen('mark', marks),
  purpose: chosen('purpose', purposes),
  place: neededText('place', longest.place, inPlaces),
}

/** What the centre allows, and who decided it there: a role, never a name. */
export const LeaveForm = z
  .object({
    ...use,
    grantedBy: neededText('role', longest.role),
    grantedOn: neededDay('granted'),
    recordNumber: freeText('number', longest.number, inNumbers),
    from: neededDay('from'),
    until: freeDay('until'),
    conditions: freeLines('conditions', longest.conditions, ['street-address']),
  })
  .refine(({ from, until }) => until === null || until >= from, { path: ['until'], error: 'until-early' })

type Leave = z.output<typeof LeaveForm>

/** A use that was noticed and that nobody has allowed. */
export const FoundForm = z.object({ ...use, noticedOn: neededDay('noticed') })
/** Either, as it was typed. */
export type Given = Leave | z.output<typeof FoundForm>

/** A use is changed with the form of its kind: only a found one says when it was noticed. */
export const ChangeForm = z.looseObject({}).transform((fields, context): Given => {
  const parsed = ('noticedOn' in fields ? FoundForm : LeaveForm).safeParse(fields)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

export const EndForm = z.object({ on: neededDay('day'), reason: neededText('reason', longest.reason) })

export const StepForm = z.object({
  step: chosen('step', steps),
  on: neededDay('day'),
  note: neededText('note', longest.note),
})

/** @property who as `keyOf` writes a user of the name */
export const StopForm = z.object({
  who: z
    .string({ error: 'who-gone' })
    .min(1, { error: 'who-gone' })
    .max(longest.who + 20, { error: 'who-gone' }),
  on: neededDay('day'),
})
