import { z } from 'zod'
import { isEmailAddress } from '../accounts/rules.ts'
import { categories } from '../network/rules.ts'
import { kindOf } from '../units/rules.ts'
import { chosen, chosenId, freeText, neededLines, neededText, ticked } from '../web/form-fields.ts'
import { placeKinds } from './rules.ts'

/** What somebody tells of the place that they would like to bring in. */
export const AskForm = z.object({
  kind: chosen('kind', placeKinds),
  place: neededText('place', 200),
  organisation: neededText('organisation', 200),
  municipality: chosenId('municipality'),
  name: neededText('name', 100),
  email: neededText('email', 200, ['e-mail']).refine(isEmailAddress, { error: 'email-form' }),
  message: neededLines('message', 2000, ['phone', 'e-mail']),
})

export const DeclineForm = z.object({ reason: neededLines('reason', 1000, ['phone', 'e-mail']) })

const empty = <Field extends z.ZodType>(field: Field) => field.or(z.literal('')).optional()

/** Which place a request becomes: one of the register, by its id, or a new one with all that it needs. */
export const AcceptForm = z
  .object({
    known: empty(z.string().regex(/^\d{1,9}$/, { error: 'known-missing' })).transform((text) =>
      text ? Number(text) : null,
    ),
    place: freeText('place', 200),
    organisation: freeText('organisation', 200),
    unitKind: z
      .string()
      .default('')
      .transform((text) => kindOf(text)),
    thirdSector: ticked,
    isPublic: ticked,
    reason: freeText('reason', 1000),
    category: empty(z.enum(categories, { error: 'category-missing' })).transform(
      (category) => category || null,
    ),
  })
  .superRefine(({ known, place, organisation }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (known === null && place === null) say('place', 'place-missing')
    if (known === null && organisation === null) say('organisation', 'organisation-missing')
  })
export type Accepting = z.output<typeof AcceptForm>
