import { z } from 'zod'
import { canonicalNew, fromScan, type ReadCode, readCode, suggestCode } from '../codes/rules.ts'
import type { Day } from '../lib/dates.ts'
import { answer, answerFields, codeFormProblem, joinChildren, unknownCodeProblem } from './answer-rules.ts'
import {
  areaProblem,
  birthYearProblem,
  type CardState,
  type CardType,
  type Policy,
  type UnitFacts,
  unitProblem,
} from './rules.ts'
import type { Problem, UndoProblem } from './words.ts'

/** What an issuer fills in. There is no free text: nothing about a person can be told in passing. */
export const RegistrationForm = z.preprocess(
  joinChildren,
  z.object({
    code: answer((typed) => codeFormProblem(readCode(typed))),
    meant: z.string().default(''),
    consent: answer((typed) => (typed === 'yes' ? null : 'consent-missing')),
    ...answerFields,
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
  | { own: true; type: CardType; state: CardState; place: 'unit' | 'way' | 'blocked' | null }

/** Why this card cannot be registered, or null. `undefined` is a code that no card has. */
export const cardProblem = (card: CodedCard | undefined, code: ReadCode): Problem | null => {
  if (!card) return unknownCodeProblem(code)
  if (!card.own) return 'other-unit'
  if (card.type === 'community') return 'community-card'
  if (card.state === 'registered') return 'card-issued'
  if (card.state !== 'stock') return 'card-closed'
  if (card.place === 'way') return 'stock-on-way'
  return card.place === 'blocked' ? 'stock-blocked' : null
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
