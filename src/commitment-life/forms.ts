import { z } from 'zod'
import { chosenId, freeText, neededDay, neededText, ticked } from '../web/form-fields.ts'

const longest = { reason: 500, came: 300 }

/** Of answers that were looked at: back to the form, to change them. */
const again = ticked

/** @property came of a notice that a keeper writes down for somebody else · @property right stated by who gives it themselves */
export const NoticeForm = z.object({
  party: chosenId('party'),
  endsOn: neededDay('ends-on'),
  reason: freeText('reason', longest.reason),
  came: freeText('came', longest.came),
  right: ticked,
  again,
})

/** `reason` tells how the parties agreed. */
export const EndForm = z.object({
  endsOn: neededDay('ends-on'),
  reason: neededText('reason', longest.reason),
  again,
})
export const ExtendForm = z.object({
  until: neededDay('until'),
  reason: neededText('reason', longest.reason),
  again,
})
export const SucceedForm = z.object({
  party: chosenId('party'),
  organisation: chosenId('organisation'),
  reason: neededText('reason', longest.reason),
  again,
})
export const TakeBackForm = z.object({ reason: freeText('reason', longest.reason) })

/** The name of the box of a commitment that may become permanent. */
export const boxOf = (id: number) => `commitment-${id}`
export const PermanentForm = z
  .looseObject({ reason: neededText('reason', longest.reason) })
  .transform(({ reason, ...boxes }) => ({
    reason,
    ids: Object.entries(boxes).flatMap(([name, value]) => {
      const id = /^commitment-(\d{1,9})$/.exec(name)?.[1]
      return id && value === 'yes' ? [Number(id)] : []
    }),
  }))

/** What holds from a coming day on, and what that rests on. The database keeps the months between 0 and 24 too. */
export const TermForm = z.object({
  from: neededDay('from'),
  months: z
    .string({ error: 'months-form' })
    .trim()
    .regex(/^(\d|1\d|2[0-4])$/, { error: 'months-form' })
    .transform(Number),
  source: neededText('source', 300, ['street-address', 'phone', 'birth-date', 'iban']),
})
