import { z } from 'zod'
import { canonicalNew, fromScan, type ReadCode, readCode, suggestCode } from '../codes/rules.ts'
import type { Day } from '../lib/dates.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import {
  areaProblem,
  birthYearProblem,
  type CardState,
  type CardType,
  type Gender,
  genders,
  type LifeSituation,
  lifeSituations,
  mayUndo,
  type Policy,
  postalCode,
  type UnitFacts,
  unitProblem,
} from './rules.ts'
import type { Problem, UndoProblem } from './words.ts'

/** One answer as it came, refused by kind. A personal identity code is never one, whatever the question. */
const answer = (problemOf: (typed: string) => Problem | null) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = looksLikeIdentityCode(typed) ? 'identity-code' : problemOf(typed)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

/** Digits however they came: pasted with spaces or invisible marks, or from a wide keyboard. */
const digits = (typed: string) => typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')

const formProblem = (code: ReadCode): Problem | null => {
  if (code.problem === 'empty') return 'code-empty'
  if (code.problem === 'too-long') return 'code-too-long'
  return code.problem === 'identity-code' ? 'identity-code' : null
}

const childrenProblem = (typed: string): Problem | null => {
  if (typed === '') return 'children-missing'
  if (typed === unclear) return 'children-unclear'
  return /^\d{1,3}$/.test(digits(typed)) ? null : 'children-form'
}

const unclear = 'unclear'

/**
 * The chip and the number field as one answer. 0 is chosen beforehand, so 0 beside another number is a
 * question: somebody wrote the number and left the chip. A zero by accident would cost children their tickets.
 */
const joinChildren = (fields: unknown) => {
  const { children = '', childrenOther = '', ...rest } = fields as Record<string, string>
  const written = digits(childrenOther)
  if (children === 'other') return { ...rest, children: written || '?' }
  return { ...rest, children: children === '0' && Number(written || '0') !== 0 ? unclear : children }
}

const oneOf = <Choice extends string>(choices: readonly Choice[]) =>
  answer((typed) => (typed === '' || choices.some((choice) => choice === typed) ? null : 'choice-unknown'))

/** What an issuer fills in. There is no free text: nothing about a person can be told in passing. */
export const RegistrationForm = z.preprocess(
  joinChildren,
  z.object({
    code: answer((typed) => formProblem(readCode(typed))),
    meant: z.string().default(''),
    consent: answer((typed) => (typed === 'yes' ? null : 'consent-missing')),
    birthYear: answer((typed) => (/^\d{4}$/.test(digits(typed)) ? null : 'birth-year-form')).transform(
      (typed) => Number(digits(typed)),
    ),
    postalCode: answer((typed) => (postalCode(typed) ? null : 'postal-code-form')).transform(
      (typed) => postalCode(typed)!,
    ),
    children: answer(childrenProblem).transform((typed) => Number(digits(typed))),
    lifeSituation: oneOf(lifeSituations).transform((typed) => (typed || null) as LifeSituation | null),
    gender: oneOf(genders).transform((typed) => (typed || null) as Gender | null),
  }),
)
export type Registration = z.output<typeof RegistrationForm>

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = [
  'code',
  'consent',
  'birthYear',
  'postalCode',
  'children',
  'lifeSituation',
  'gender',
] as const
export type FieldName = (typeof fieldNames)[number]

/**
 * The code that the issuer stands for: the suggested one when they ticked that the card says so. A tick that
 * belongs to an earlier typing error says nothing about the code that was then typed anew.
 */
export const acceptedCode = ({ code = '', meant = '' }: { code?: string; meant?: string }): string =>
  meant !== '' && suggestCode(fromScan(code)) === canonicalNew(meant) ? meant : code

/** The card of a code, as far as this unit may know it: of another unit's card, only that it is one. */
export type CodedCard =
  | { own: false }
  | { own: true; id: number; type: CardType; state: CardState; registeredOn: Day | null }

/** Why this card cannot be registered, or null. `undefined` is a code that no card has. */
export const cardProblem = (card: CodedCard | undefined, code: ReadCode): Problem | null => {
  if (!card) {
    if (code.problem === null) return 'code-unknown'
    return code.problem === 'too-short' ? 'code-short' : 'code-check'
  }
  if (!card.own) return 'other-unit'
  if (card.type === 'community') return 'community-card'
  if (card.state === 'registered') return 'card-issued'
  return card.state === 'stock' ? null : 'card-closed'
}

/** Why the answers cannot be taken today, by field. The empty name is the whole form. */
export const answerProblems = (
  { birthYear, children }: Pick<Registration, 'birthYear' | 'children'>,
  { policy, today, unit }: { policy: Policy; today: Day; unit: UnitFacts },
): Record<string, Problem> => {
  const problems: Record<string, Problem> = {}
  const birth = birthYearProblem(policy, birthYear, today)
  if (birth) problems.birthYear = birth === 'impossible' ? 'birth-year-impossible' : birth
  if (children > policy.maximumChildren) problems.children = 'too-many-children'
  const place = unitProblem(unit) ?? areaProblem(unit.term, today)
  if (place) problems[''] = place
  return problems
}

/** `revision` tells which registration is meant: an old page must not undo a later one of the same card. */
export const UndoForm = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'undo-changed' satisfies UndoProblem)
    .transform(Number)
    .optional(),
})

/** Why a registration cannot be undone, or null. */
export const undoProblem = (
  card: { state: string; revision: number; registeredAt: Date | null; uses: number; waited: number },
  revision: number | undefined,
  now: Date,
): UndoProblem | null => {
  if (card.state !== 'registered') return 'undo-closed'
  if (revision !== undefined && revision !== card.revision) return 'undo-changed'
  if (card.uses > card.waited) return 'undo-used'
  return card.registeredAt !== null && mayUndo(card.registeredAt, now) ? null : 'undo-too-late'
}
