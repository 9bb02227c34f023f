import { z } from 'zod'
import { canonicalNew, fromScan, type ReadCode, readCode, suggestCode } from '../codes/rules.ts'
import type { Day } from '../lib/dates.ts'
import { readDay } from '../lib/typed-day.ts'
import { countryOf, type FoundHome, homeQuestion } from '../postal-codes/rules.ts'
import { answer, answerFields, codeFormProblem, joinChildren, unknownCodeProblem } from './answer-rules.ts'
import {
  areaProblem,
  birthYearProblem,
  type CardState,
  type CardType,
  type OwnStockPlace,
  type Policy,
  stockProblem,
  type UnitFacts,
  unitProblem,
} from './rules.ts'
import type { Problem, UndoProblem } from './words.ts'

/** The way a postal code is written tells its country; its digits alone do not. */
const tidied = (fields: unknown) => {
  const typed = fields as Record<string, string>
  return { ...joinChildren(typed), country: countryOf(typed.postalCode ?? '') }
}

const questions = {
  code: answer((typed) => codeFormProblem(readCode(typed))),
  meant: z.string().default(''),
  consent: answer((typed) => (typed === 'yes' ? null : 'consent-missing')),
  country: z.enum(['FI', 'SE']).nullable(),
  home: z.string().default(''),
  ...answerFields,
}

/** What an issuer fills in. There is no free text: nothing about a person can be told in passing. */
export const RegistrationForm = z.preprocess(tidied, z.object(questions))
export type Registration = z.output<typeof RegistrationForm>

const handedOn = answer((typed) => (readDay(typed) ? null : 'handed-on-form')).transform(
  (typed) => readDay(typed)!,
)

/** The same from a hand-over form on paper, with the day when the client got the card. */
export const PaperForm = z.preprocess(tidied, z.object({ handedOn, ...questions }))

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = [
  'handedOn',
  'code',
  'consent',
  'birthYear',
  'postalCode',
  'home',
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
  | { own: true; type: CardType; state: CardState; place?: OwnStockPlace | null }

/** Why this card cannot be registered, or null. `undefined` is a code that no card has. */
export const cardProblem = (card: CodedCard | undefined, code: ReadCode): Problem | null => {
  if (!card) return unknownCodeProblem(code)
  if (!card.own) return 'other-unit'
  if (card.type === 'community') return 'community-card'
  if (card.state === 'registered') return 'card-issued'
  return card.state === 'stock' ? stockProblem(card.place) : 'card-closed'
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

/**
 * What is asked about a home, unless the issuer has answered for this very postal code: a tick that belongs to an
 * earlier one says nothing about the code that was then typed anew.
 */
export const homeProblem = (
  { postalCode, home }: Pick<Registration, 'postalCode' | 'home'>,
  found: FoundHome,
): Record<string, Problem> => {
  const question = homeQuestion(found)
  return question === null || home === postalCode ? {} : { home: question }
}

/** `revision` tells which registration is meant: an old page must not undo a later one of the same card. */
export const UndoForm = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'undo-changed' satisfies UndoProblem)
    .transform(Number)
    .optional(),
})
