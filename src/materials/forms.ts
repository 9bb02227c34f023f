import { z } from 'zod'
import { type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { type IdentifierKind, identifierIn, reachKinds } from '../lib/identifiers.ts'
import { oneLine } from '../lib/one-line.ts'
import type { MaterialFacts } from './queries.ts'
import { type Audience, audiences, licences, type Said } from './rules.ts'

export type FormProblem =
  | ('title-missing' | 'description-missing' | 'finnish-missing' | 'text-long' | 'year-form')
  | ('language-missing' | 'audience-missing' | 'licence-missing' | 'terms-missing')
  | ('area-missing' | 'newer-missing' | IdentifierKind)

const say = (context: z.RefinementCtx, message: FormProblem) => context.addIssue({ code: 'custom', message })

/** A text of one paragraph; it may say how to reach somebody, since it is there for all to read. */
const aText = (longest: number, missing?: FormProblem) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = oneLine(typed)
      if (text.length > longest) say(context, 'text-long')
      else if (text === '' && missing) say(context, missing)
      const kind = identifierIn(typed, reachKinds)
      if (kind) say(context, kind)
      return text || null
    })

const ticked = z
  .string()
  .optional()
  .transform((typed) => typed === 'yes')

/** One box each: a field that comes several times would be read once. */
export const languageField = (language: HolderLanguage) => `language-${language}` as const
export const audienceField = (audience: Audience) => `audience-${audience}` as const
const boxes = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, ticked])) as Record<Name, typeof ticked>

const aNumber = (problem: FormProblem) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      if (typed !== '' && !/^[1-9]\d{0,8}$/.test(typed)) say(context, problem)
      return typed === '' ? null : Number(typed)
    })

const longest = { title: 120, description: 1000, alt: 500, terms: 300 }
const saidFields = {
  titleFi: aText(longest.title, 'title-missing'),
  titleSv: aText(longest.title),
  titleEn: aText(longest.title),
  descriptionFi: aText(longest.description, 'description-missing'),
  descriptionSv: aText(longest.description),
  descriptionEn: aText(longest.description),
  altFi: aText(longest.alt),
  altSv: aText(longest.alt),
  altEn: aText(longest.alt),
}

const saidOf = (fi: string | null, sv: string | null, en: string | null): Said => ({ fi: fi ?? '', sv, en })

/** Asked whatever else is wrong, so that all is told at once. */
const alsoAt = (name: string, error: FormProblem) => ({ path: [name], error, when: () => true })

export const MaterialForm = z
  .object({
    ...saidFields,
    ...boxes(holderLanguages.map(languageField)),
    ...boxes(audiences.map(audienceField)),
    year: z
      .string()
      .default('')
      .transform((typed, context) => {
        if (!/^20[1-9]\d$/.test(typed.trim())) say(context, 'year-form')
        return Number(typed)
      }),
    licence: z.enum(licences, 'licence-missing' satisfies FormProblem),
    terms: aText(longest.terms),
    /** Empty for the whole country. */
    area: aNumber('area-missing'),
    newer: aNumber('newer-missing'),
  })
  .refine(
    (typed) => holderLanguages.some((one) => typed[languageField(one)]),
    alsoAt('languages', 'language-missing'),
  )
  .refine(
    (typed) => audiences.some((one) => typed[audienceField(one)]),
    alsoAt('audiences', 'audience-missing'),
  )
  .refine(({ licence, terms }) => licence !== 'own' || terms, alsoAt('terms', 'terms-missing'))
  .refine(({ altFi, altSv, altEn }) => altFi || !(altSv || altEn), alsoAt('altFi', 'finnish-missing'))
  .transform(
    (typed): MaterialFacts => ({
      areaId: typed.area,
      title: saidOf(typed.titleFi, typed.titleSv, typed.titleEn),
      description: saidOf(typed.descriptionFi, typed.descriptionSv, typed.descriptionEn),
      alt: typed.altFi ? saidOf(typed.altFi, typed.altSv, typed.altEn) : null,
      languages: holderLanguages.filter((one) => typed[languageField(one)]),
      audiences: audiences.filter((one) => typed[audienceField(one)]),
      year: typed.year,
      licence: typed.licence,
      terms: typed.licence === 'own' ? typed.terms : null,
      replacedById: typed.newer,
    }),
  )

/** A material as its form shows it. */
export const typedOf = (facts: MaterialFacts): Record<string, string> => ({
  ...{ titleFi: facts.title.fi, titleSv: facts.title.sv ?? '', titleEn: facts.title.en ?? '' },
  descriptionFi: facts.description.fi,
  descriptionSv: facts.description.sv ?? '',
  descriptionEn: facts.description.en ?? '',
  ...{ altFi: facts.alt?.fi ?? '', altSv: facts.alt?.sv ?? '', altEn: facts.alt?.en ?? '' },
  ...Object.fromEntries(facts.languages.map((one) => [languageField(one), 'yes'])),
  ...Object.fromEntries(facts.audiences.map((one) => [audienceField(one), 'yes'])),
  ...{ year: String(facts.year), licence: facts.licence, terms: facts.terms ?? '' },
  ...{ area: String(facts.areaId ?? ''), newer: String(facts.replacedById ?? '') },
})

/** The file comes beside the form: what it is, its bytes tell. */
export const FileForm = z.object({
  /** That its sender has read what the file tells of its maker, and wants it so. */
  known: ticked,
})

/** Which of the former texts is brought back. */
export const FormerForm = z.object({ former: z.coerce.number('state-form').int('state-form') })

export const StateForm = z.object({ state: z.enum(['published', 'withdrawn'], 'state-form') })
export const FileStateForm = z.object({ state: z.enum(['removed', 'kept'], 'state-form') })
