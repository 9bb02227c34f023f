import { z } from 'zod'
import type { IdentifierKind } from '../lib/identifiers.ts'
import { freeDay, neededText } from '../web/form-fields.ts'
import { decisions } from './rules.ts'

/** A record number has the form of its organisation, in which digits may look like anything but a person's own code. */
const inNumbers: readonly IdentifierKind[] = ['phone', 'birth-date', 'street-address', 'iban']

export const RecordForm = z.object({
  recordNumber: neededText('number', 80, inNumbers),
  retentionClass: z.string({ error: 'class-missing' }).regex(/^[a-z0-9-]{1,60}$/, { error: 'class-missing' }),
})

/** What is done with what is due: it is kept until a day, or was disposed of. */
export const DecisionForm = z
  .object({
    decision: z.enum(decisions, { error: 'decision-missing' }),
    keptUntil: freeDay('day'),
    reason: neededText('reason', 300),
  })
  .refine(({ decision, keptUntil }) => decision !== 'kept' || keptUntil !== null, {
    path: ['keptUntil'],
    error: 'day-missing',
  })
  .transform(({ decision, keptUntil, reason }) => ({
    ...{ decision, reason },
    keptUntil: decision === 'kept' ? keptUntil : null,
  }))

/** A button alone. */
export const PackageForm = z.object({})
