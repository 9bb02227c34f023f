import { z } from 'zod'
import { categories } from '../network/rules.ts'
import { chosen, chosenId, freeDay, freeText, neededText, ticked } from '../web/form-fields.ts'
import { readPostalCode } from './rules.ts'

const postalCode = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const code = readPostalCode(text)
    if (code) return code
    context.addIssue({ code: 'custom', message: 'postal-code-form' })
    return z.NEVER
  })

const described = {
  name: neededText('name', 200),
  category: chosen('category', categories),
  allowsOverride: ticked,
  street: freeText('street', 200, ['street-address']),
  postalCode,
  popupFrom: freeDay('from'),
  popupUntil: freeDay('until'),
}

const isInOrder = (form: { popupFrom: string | null; popupUntil: string | null }) =>
  form.popupFrom === null || form.popupUntil === null || form.popupFrom <= form.popupUntil
const disorder = { path: ['popupUntil'], error: 'until-early' }

export const EditForm = z.object(described).refine(isInOrder, disorder)

export const NewForm = z
  .object({
    ...described,
    organisation: neededText('organisation', 200),
    municipality: chosenId('municipality'),
    isPopUp: ticked,
  })
  .refine(isInOrder, disorder)

export const IntermediaryForm = z.object({ organisation: neededText('organisation', 200) })
export const NoForm = z.object({})
