import { z } from 'zod'
import { bases, languages, ways } from '../commitments/rules.ts'
import { chosen, freeText, neededDay, neededText, ticked } from '../web/form-fields.ts'
import { shortestReason } from './rules.ts'

/** Decisions have days and long numbers. */
const reference = freeText('reference', 200, ['birth-date', 'phone'])

type OfRight = { basis: string; reference: string | null }
const saysWhere = ({ basis, reference }: OfRight, context: z.RefinementCtx) => {
  if (basis !== 'position' && reference === null)
    context.addIssue({ code: 'custom', message: 'reference-missing', path: ['reference'] })
}

/** The version that was read, or that a paper was held against: its hash. */
const version = (error: 'text-changed' | 'paper-of-another-text') =>
  z.string({ error }).regex(/^[0-9a-f]{64}$/, { error })

const answers = {
  title: neededText('title', 100),
  basis: chosen('basis', bases),
  reference,
  language: chosen('language', languages),
  version: version('text-changed'),
}

/** The answers before they are checked; `again` asks for them once more, to be changed. */
export const StepForm = z.object({ ...answers, again: ticked }).superRefine(saysWhere)
/** The answers once they are checked, and that one has the right to sign. */
export const ConfirmForm = z
  .object({ ...answers, right: ticked.refine((is) => is, { error: 'right-missing' }) })
  .superRefine(saysWhere)
export type Answers = z.output<typeof ConfirmForm>

const reason = neededText('reason', 500).refine((text) => text.length >= shortestReason, {
  error: 'reason-short',
})
/** Declining, taking back: others read why. */
export const ReasonForm = z.object({ reason })

const email = neededText('email', 200, ['e-mail']).refine(
  (text) => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text),
  { error: 'email-form' },
)
const optionalEmail = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? undefined : text))
  .pipe(email.optional())
  .transform((text) => text ?? null)

const signatory = { name: neededText('name', 100), title: freeText('title', 100) }
/** The right person, as somebody tells who got the request. */
export const RightPersonForm = z.object({ ...signatory, email, reason })
/** Who signs, and how, as a keeper decides. */
export const SignatoryForm = z
  .object({ ...signatory, email: optionalEmail, way: chosen('way', ways), reason: freeText('reason', 500) })
  .superRefine(({ way, email }, context) => {
    if (way === 'link' && email === null)
      context.addIssue({ code: 'custom', message: 'email-missing', path: ['email'] })
  })

/** Six digits, as they were heard: spaces and hyphens are forgiven. */
export const CodeForm = z.object({
  code: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'code-form' })),
})

/** What a paper says; its file comes beside. */
export const PaperForm = z
  .object({
    name: neededText('name', 100),
    title: neededText('title', 100),
    basis: chosen('basis', bases),
    reference,
    signedOn: neededDay('signedOn'),
    same: ticked.refine((is) => is, { error: 'same-missing' }),
    version: version('paper-of-another-text'),
  })
  .superRefine(saysWhere)

export const NoForm = z.object({})
