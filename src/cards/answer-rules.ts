import { z } from 'zod'
import type { ReadCode } from '../codes/rules.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'
import { readDay } from '../lib/typed-day.ts'
import { type Gender, genders, type LifeSituation, lifeSituations, postalCode } from './rules.ts'

/**
 * How the answers about a client are read, wherever they are asked: at registration, at renewal and when a mistake is
 * corrected. There is no free text: nothing about a person can be told in passing.
 */

/**
 * What no answer may hold, whatever the question. A phone number is let through to the question's own check, for a
 * legacy code can look the same.
 */
const noticedIn = (typed: string): IdentifierKind | null => identifierIn(typed, ['phone'])

/** One answer as it came, refused by kind. */
export const answer = <Problem extends string>(problemOf: (typed: string) => Problem | null) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = noticedIn(typed) ?? problemOf(typed)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

/** Digits however they came: pasted with spaces or invisible marks, or from a wide keyboard. */
export const digits = (typed: string) => typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')

/** Why there is nothing to look up, or null. */
export const codeFormProblem = (code: ReadCode): 'code-empty' | 'code-too-long' | 'identity-code' | null => {
  if (code.problem === 'empty') return 'code-empty'
  if (code.problem === 'too-long') return 'code-too-long'
  return code.problem === 'identity-code' ? 'identity-code' : null
}

/** What to say of a code that no card has. */
export const unknownCodeProblem = (code: ReadCode): 'code-unknown' | 'code-short' | 'code-check' => {
  if (code.problem === null) return 'code-unknown'
  return code.problem === 'too-short' ? 'code-short' : 'code-check'
}

const childrenProblem = (typed: string) => {
  if (typed === '') return 'children-missing'
  if (typed === unclear) return 'children-unclear'
  return /^\d{1,3}$/.test(digits(typed)) ? null : 'children-form'
}

const unclear = 'unclear'

/**
 * The chip and the number field as one answer. One chip is chosen beforehand (0, or what the form says in
 * `childrenWas`), so that chip beside another number is a question: somebody wrote the number and left the chip.
 * A zero by accident would cost children their tickets.
 */
export const joinChildren = (fields: unknown) => {
  const { children = '', childrenOther = '', childrenWas, ...rest } = fields as Record<string, string>
  const start = childrenWas ?? '0'
  const written = digits(childrenOther)
  if (children === 'other') return { ...rest, children: written || '?' }
  const isLeft = children === start && Number(written || start) !== Number(start)
  return { ...rest, children: isLeft ? unclear : children }
}

/** A whole birth date in the place of its year is told as that, and does not come back into the form. */
const birthYearForm = (typed: string) => {
  const text = digits(typed)
  if (/^\d{4}$/.test(text)) return null
  return /^\d{6}$|^\d{8}$/.test(text) || readDay(typed) !== null ? 'birth-date' : 'birth-year-form'
}

const oneOf = <Choice extends string>(choices: readonly Choice[]) =>
  answer((typed) => (typed === '' || choices.some((choice) => choice === typed) ? null : 'choice-unknown'))

/** The questions about a client; "prefers not to say" is null. */
export const answerFields = {
  birthYear: answer(birthYearForm).transform((typed) => Number(digits(typed))),
  postalCode: answer((typed) => (postalCode(typed) ? null : 'postal-code-form')).transform(
    (typed) => postalCode(typed)!,
  ),
  children: answer(childrenProblem).transform((typed) => Number(digits(typed))),
  lifeSituation: oneOf(lifeSituations).transform((typed) => (typed || null) as LifeSituation | null),
  gender: oneOf(genders).transform((typed) => (typed || null) as Gender | null),
}

const mostChips = 5
/** The numbers of children that have a chip. */
export const childrenChips = Array.from({ length: mostChips + 1 }, (_, number) => String(number))

/**
 * Which chip is chosen and what stands in the number field: as they were left, else what the register says. Left
 * open where the two said different things.
 */
export const childrenChoice = (
  typed: { values: Record<string, string>; problems: Record<string, string> },
  known: number,
): { value: string | undefined; number: string } => {
  if (typed.problems.children === 'children-unclear') return { value: undefined, number: '' }
  const { children, childrenOther = '' } = typed.values
  if (children !== undefined) return { value: children, number: childrenOther }
  return known > mostChips ? { value: 'other', number: String(known) } : { value: String(known), number: '' }
}
