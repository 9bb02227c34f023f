import { z } from 'zod'
import { isEmailAddress } from '../accounts/rules.ts'
import { kinds, languages, mostParties, type Texts, type Way, ways } from '../commitments/rules.ts'
import type { Day } from '../lib/dates.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'
import { chosen, freeDay, freeText, neededDay } from '../web/form-fields.ts'
import type { Partner, SendProblem } from './rules.ts'

export type DraftProblem =
  | IdentifierKind
  | SendProblem
  | ('kind-missing' | 'partner-missing' | 'party-named')
  | (
      | 'name-missing'
      | 'name-long'
      | 'title-long'
      | 'email-missing'
      | 'email-form'
      | 'email-long'
      | 'way-missing'
    )
  | ('from-missing' | 'from-form' | 'until-missing' | 'until-form' | 'until-early')
  | ('answer-missing' | 'answer-form' | 'binding-missing' | 'text-long' | 'answer-after-end')

/** Reads what `partnerField` wrote. */
const readPartner = (text: string): Partner | null => {
  const [, kind, id] = /^(site|unit|area)-(\d{1,9})$/.exec(text) ?? []
  return kind === undefined ? null : { kind: kind as Partner['kind'], id: Number(id) }
}

export const PartnerForm = z.object({
  kind: chosen('kind', kinds),
  partner: z.string({ error: 'partner-missing' }).transform((text, context) => {
    const partner = readPartner(text)
    if (partner) return partner
    context.addIssue({ code: 'custom', message: 'partner-missing' })
    return z.NEVER
  }),
  /** The commitment that it is to follow, where one was chosen. */
  earlier: z
    .string()
    .default('')
    .transform((text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)),
})

/** The fields of one party: its number from 1 on stands at the end of each name. */
const partyFields = {
  way: z.enum(ways, { error: 'way-missing' }).optional(),
  name: freeText('name', 100),
  title: freeText('title', 100),
  email: freeText('email', 254, ['e-mail']).refine((text) => text === null || isEmailAddress(text), {
    error: 'email-form',
  }),
}
const positions = Array.from({ length: mostParties }, (_, index) => index + 1)
type PartyName = keyof typeof partyFields
type PartyShape = { [Name in `${PartyName}${number}`]: (typeof partyFields)[PartyName] }
const partyShape = Object.fromEntries(
  positions.flatMap((position) =>
    Object.entries(partyFields).map(([name, field]) => [`${name}${position}`, field]),
  ),
) as PartyShape

type TypedParty = {
  way: Way | undefined
  name: string | null
  title: string | null
  email: string | null
}

export const PartiesForm = z
  .object({
    ...partyShape,
    from: neededDay('from'),
    until: freeDay('until'),
    answer: neededDay('answer'),
    binding: chosen('binding', languages),
  })
  .superRefine(({ from, until }, context) => {
    if (until !== null && until < from)
      context.addIssue({ code: 'custom', path: ['until'], message: 'until-early' satisfies DraftProblem })
  })
  .transform((told) => {
    const fields = told as Record<string, unknown>
    return {
      terms: {
        from: told.from,
        until: told.until,
        answerUntil: told.answer,
        bindingLanguage: told.binding,
      },
      parties: positions.map(
        (position): TypedParty => ({
          way: fields[`way${position}`] as Way | undefined,
          name: fields[`name${position}`] as string | null,
          title: fields[`title${position}`] as string | null,
          email: fields[`email${position}`] as string | null,
        }),
      ),
    }
  })

/** What is wrong with how the parties of a draft sign: by field. */
export const partyProblems = (typed: readonly TypedParty[]): Record<string, DraftProblem> =>
  Object.fromEntries(
    typed.flatMap(({ way, name, email }, index): [string, DraftProblem][] => {
      const at = (field: PartyName, problem: DraftProblem): [string, DraftProblem] => [
        `${field}${index + 1}`,
        problem,
      ]
      if (way === undefined) return [at('way', 'way-missing')]
      if (way === 'link')
        return [
          ...(name === null ? [at('name', 'name-missing')] : []),
          ...(email === null ? [at('email', 'email-missing')] : []),
        ]
      return email !== null && name === null ? [at('name', 'name-missing')] : []
    }),
  )

/** What is wrong with the days: the last one for signing is to come, and is not after the last day of all. */
export const dayProblems = (
  terms: { until: Day | null; answerUntil: Day },
  { today, needsUntil }: { today: Day; needsUntil: boolean },
): Record<string, DraftProblem> => ({
  ...(needsUntil && terms.until === null ? { until: 'until-missing' as const } : {}),
  ...(terms.answerUntil < today ? { answer: 'answer-past' as const } : {}),
  ...(terms.until !== null && terms.until < terms.answerUntil ? { answer: 'answer-after-end' as const } : {}),
})

const longestText = 5000
const lines = (typed: string) => typed.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
const addition = z
  .string()
  .default('')
  .transform(lines)
  .superRefine((text, context) => {
    // Where somebody is asked or met may stand in an agreement; what names a private person may not.
    const problem =
      identifierIn(text, ['e-mail', 'phone', 'street-address']) ??
      (text.length > longestText ? 'text-long' : null)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

export const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const
/** What the coordinator adds; null when nothing was written in any language. */
export const AdditionsForm = z
  .object({ addedFi: addition, addedSv: addition, addedEn: addition })
  .transform(({ addedFi, addedSv, addedEn }): Texts | null =>
    addedFi || addedSv || addedEn ? { fi: addedFi, sv: addedSv, en: addedEn } : null,
  )

/** @property seen the version that was read on the page of the button */
export const SendForm = z.object({ seen: z.string().default('') })

/** A button that asks nothing. */
export const ButtonForm = z.object({})
