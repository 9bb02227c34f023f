import type { UseFacts, UseRefusal } from '../uses/rules.ts'
import { words as useWords } from '../uses/words.ts'
import { inEvery } from '../web/problem.ts'
import type { CheckAnswer, Said } from './wire.ts'
import { words } from './words.ts'

const nothing: Said = { fi: '', sv: '', en: '' }
type Explained = NonNullable<CheckAnswer['explained']>

/** What is said beside a card that gives no ticket: what is so, and what to do next. */
export const explainedOf = (
  refusal: UseRefusal | 'card-code-malformed',
  { card }: Pick<UseFacts, 'card'>,
): Explained => {
  const said = (what: Said, next: Said): Explained => ({ what, why: nothing, still: nothing, next })
  if (refusal === 'card-code-malformed')
    return said(
      inEvery((language) => useWords[language].malformed),
      nothing,
    )
  const known = words.fi.refusals
  if (!(refusal in known)) return said(nothing, nothing)
  const one = (language: keyof Said) => {
    const refused = words[language].refusals[refusal as keyof typeof known]
    return typeof refused === 'function' ? refused(card!.validUntil!) : refused
  }
  return said(
    inEvery((language) => one(language).title),
    inEvery((language) => one(language).advice),
  )
}
