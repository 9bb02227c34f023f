import { z } from 'zod'
import { chosen, chosenId, neededText } from '../web/form-fields.ts'
import { organisationKinds, readBusinessId } from './rules.ts'

const businessId = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const id = readBusinessId(text)
    if (id) return id
    context.addIssue({ code: 'custom', message: 'business-id-form' })
    return z.NEVER
  })

export const OrganisationForm = z.object({
  name: neededText('name', 200),
  kind: chosen('kind', organisationKinds),
  businessId,
})

export const MergeForm = z.object({ into: chosenId('into') })
