import { z } from 'zod'
import { chosen, freeLines, freeText, neededDay, neededLines } from '../web/form-fields.ts'
import { decisionKinds, goesOnAnswers, questionCount } from './rules.ts'

export const SurveyForm = z.object({ until: neededDay('until') })

/** A mark from 1 to 5, or none. */
const mark = z
  .string()
  .default('')
  .transform((text) => (/^[1-5]$/.test(text) ? Number(text) : null))

export const markField = (nth: number) => `mark${nth + 1}`
const nths = Array.from({ length: questionCount }, (_, nth) => nth)

export const AnswerForm = z
  .object({
    ...(Object.fromEntries(nths.map((nth) => [markField(nth), mark])) as Record<string, typeof mark>),
    goesOn: chosen('goesOn', goesOnAnswers),
    well: freeLines('well', 1000),
    better: freeLines('better', 1000),
  })
  .transform(({ goesOn, well, better, ...marks }) => ({
    ...{ goesOn, well, better },
    marks: nths.map((nth) => (marks as Record<string, number | null>)[markField(nth)] ?? null),
  }))
export type Answered = z.output<typeof AnswerForm>

export const DecisionForm = z.object({
  kind: chosen('kind', decisionKinds),
  decided: neededDay('decided'),
  reason: neededLines('reason', 2000),
  recordNumber: freeText('recordNumber', 60),
})
export type Decided = z.output<typeof DecisionForm>

/** A page of one button sends nothing. */
export const NothingForm = z.object({})
