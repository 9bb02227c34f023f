import { z } from 'zod'
import { chosen, chosenId, freeText, neededText, ticked } from '../web/form-fields.ts'
import { kindOf } from './rules.ts'

/** A kind is one of ours, or the words that an import brought and nobody has changed. */
const kind = z
  .string({ error: 'kind-missing' })
  .min(1, { error: 'kind-missing' })
  .max(200, { error: 'kind-missing' })
  .transform((text) => kindOf(text) ?? text)

const described = { name: neededText('name', 200), kind, thirdSector: ticked, isPublic: ticked }

export const EditForm = z.object(described)

export const NewForm = z.object({
  ...described,
  organisation: neededText('organisation', 200),
  municipality: chosenId('municipality'),
  /** Asked of a coordinator, who proposes; the centre adds. */
  reason: freeText('reason', 1000),
})

export const AnswerForm = z
  .object({ answer: chosen('answer', ['approved', 'declined']), reason: freeText('reason', 1000) })
  .refine(({ answer, reason }) => answer === 'approved' || reason !== null, {
    path: ['reason'],
    error: 'decline-reason-missing',
  })
