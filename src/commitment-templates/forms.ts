import { z } from 'zod'
import { languages } from '../commitments/rules.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'
import { oneLine } from '../lib/one-line.ts'
import { isField, namesIn, readClauses, type TemplateText } from './rules.ts'

export type TemplateProblem =
  | IdentifierKind
  | (
      | 'title-missing'
      | 'title-long'
      | 'summary-points'
      | 'clauses-missing'
      | 'clauses-form'
      | 'clauses-differ'
    )
  | ('text-long' | 'field-unknown' | 'changed-meanwhile' | 'nothing-changed')

/** How many points a summary has (UX: a short plain summary of five). */
const summaryPoints = 5
const longest = { title: 200, text: 20_000 }

/** Several lines: no spaces at their ends, and the same sign for every new line. */
const lines = (typed: string) =>
  typed
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

const aText = (read: (typed: string) => string, problemOf: (text: string) => TemplateProblem | null) =>
  z
    .string()
    .default('')
    .transform(read)
    .superRefine((text, context) => {
      // A clause may tell where somebody is asked; a person's own number or account has no place in a text for all.
      const problem =
        identifierIn(text, ['e-mail', 'phone', 'street-address', 'birth-date']) ?? problemOf(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

const title = aText(oneLine, (text) => {
  if (text === '') return 'title-missing'
  return text.length > longest.title ? 'title-long' : null
})
const summary = aText(
  (typed) => lines(typed).replaceAll(/\n+/g, '\n'),
  (text) => (text.split('\n').length === summaryPoints ? null : 'summary-points'),
)
const clauses = aText(lines, (text) => {
  if (text === '') return 'clauses-missing'
  if (text.length > longest.text) return 'text-long'
  return readClauses(text) === null ? 'clauses-form' : null
})

/** `{{…}}` that names no field would never be filled. */
const unknownIn = (text: string) =>
  namesIn({ title: { fi: text, sv: '', en: '' }, summary: { fi: '', sv: '', en: '' }, clauses: [] }).some(
    (name) => !isField(name),
  )

export const TemplateForm = z
  .object({
    ...{ titleFi: title, titleSv: title, titleEn: title },
    ...{ summaryFi: summary, summarySv: summary, summaryEn: summary },
    ...{ clausesFi: clauses, clausesSv: clauses, clausesEn: clauses },
    /** The version whose text the form showed. */
    seen: z.string().default('').transform(Number),
  })
  .superRefine((told, context) => {
    const say = (name: string, message: TemplateProblem) =>
      context.addIssue({ code: 'custom', path: [name], message })
    for (const [name, text] of Object.entries(told))
      if (typeof text === 'string' && unknownIn(text)) say(name, 'field-unknown')
    const counts = [told.clausesFi, told.clausesSv, told.clausesEn].map((text) => readClauses(text)?.length)
    if (counts[1] !== counts[0]) say('clausesSv', 'clauses-differ')
    if (counts[2] !== counts[0]) say('clausesEn', 'clauses-differ')
  })
  .transform((told): { text: TemplateText; seen: number } => {
    const read = {
      fi: readClauses(told.clausesFi),
      sv: readClauses(told.clausesSv),
      en: readClauses(told.clausesEn),
    }
    const piece = (index: number, name: 'heading' | 'text') => ({
      fi: read.fi?.[index]?.[name] ?? '',
      sv: read.sv?.[index]?.[name] ?? '',
      en: read.en?.[index]?.[name] ?? '',
    })
    return {
      seen: told.seen,
      text: {
        title: { fi: told.titleFi, sv: told.titleSv, en: told.titleEn },
        summary: { fi: told.summaryFi, sv: told.summarySv, en: told.summaryEn },
        clauses: (read.fi ?? []).map((_, index) => ({
          number: String(index + 1),
          heading: piece(index, 'heading'),
          text: piece(index, 'text'),
        })),
      },
    }
  })

/** The fields in the order of the page. */
export const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const
export const fieldNames = languages.flatMap((language) =>
  ['title', 'summary', 'clauses'].map((name) => `${name}${suffixes[language]}`),
)
