import {
  type Content,
  type BindingLanguage as ContentLanguage,
  type Kind,
  languages,
  type Texts,
} from '../commitments/rules.ts'

/** The text of a kind of commitment before its fields are filled. */
export type TemplateText = Pick<Content, 'title' | 'summary' | 'clauses'>
/** @property version 1 is the one that Kaiku ships; each saved change is the next */
export type Template = TemplateText & { kind: Kind; version: number }

/** What a template may ask of the register. Everything else that stands in `{{…}}` is unknown, and stops the sending. */
export const fields = [
  ...(['area', 'county', 'municipality', 'organisation', 'site', 'unit', 'contactPerson'] as const),
  ...(['from', 'until', 'modelVersion', 'noticeMonths'] as const),
] as const
export type Field = (typeof fields)[number]
export const isField = (name: string): name is Field => fields.some((field) => field === name)

/** What the register says for a field in each language; null where it says nothing. */
export type Values = Record<Field, Texts | null>

const mark = /\{\{\s*([^{}]*?)\s*\}\}/g
const allTexts = ({ title, summary, clauses }: TemplateText): Texts[] => [
  title,
  summary,
  ...clauses.flatMap(({ heading, text }) => [heading, text]),
]

/** The names in `{{…}}`, each once, in the order of their first use; known or not. */
export const namesIn = (template: TemplateText): string[] => [
  ...new Set(
    allTexts(template).flatMap((texts) =>
      languages.flatMap((language) => [...texts[language].matchAll(mark)].map(([, name]) => name!)),
    ),
  ),
]

export type Gap = { name: string; kind: 'unknown' | 'empty' }

/** Which of the names cannot be filled: no field of that name, or nothing in the register. */
export const gapsIn = (template: TemplateText, values: Values): Gap[] =>
  namesIn(template).flatMap((name): Gap[] => {
    if (!isField(name)) return [{ name, kind: 'unknown' }]
    return values[name] === null ? [{ name, kind: 'empty' }] : []
  })

/** What has no value stays as it is written, so that a reader of the draft sees what is missing. */
const fillIn = (text: string, language: ContentLanguage, values: Values): string =>
  text.replace(mark, (whole, name: string) => (isField(name) ? (values[name]?.[language] ?? whole) : whole))

const filled = (texts: Texts, values: Values): Texts => ({
  fi: fillIn(texts.fi, 'fi', values),
  sv: fillIn(texts.sv, 'sv', values),
  en: fillIn(texts.en, 'en', values),
})

/** The template as one commitment says it. @param additions what the coordinator wrote; it stands apart and is filled with nothing */
export const contentOf = (template: Template, values: Values, additions: Texts | null): Content => ({
  title: filled(template.title, values),
  summary: filled(template.summary, values),
  clauses: template.clauses.map(({ number, heading, text }) => ({
    number,
    heading: filled(heading, values),
    text: filled(text, values),
  })),
  additions,
  template: { name: template.kind, version: template.version },
})

/**
 * Clauses as they are written in a form: blank lines between them, the heading on a line of its own, the text below it.
 * @returns null where a heading has no text
 */
export const readClauses = (typed: string): { heading: string; text: string }[] | null => {
  const blocks = typed
    .split(/\n[^\S\n]*\n+/)
    .map((block) => block.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
  if (blocks.some((lines) => lines.length < 2)) return null
  return blocks.map(([heading, ...lines]) => ({ heading: heading!, text: lines.join('\n') }))
}

export const writeClauses = ({ clauses }: Pick<TemplateText, 'clauses'>, language: ContentLanguage): string =>
  clauses.map(({ heading, text }) => `${heading[language]}\n${text[language]}`).join('\n\n')

/** One piece of a template that differs between two versions; null where it was not there. */
export type Change = {
  piece: 'title' | 'summary' | 'clause'
  /** Of a clause, its number in the newer text, or in the older one where it is gone. */
  number: string | null
  language: ContentLanguage
  before: string | null
  after: string | null
}

const clauseText = (clause: TemplateText['clauses'][number] | undefined, language: ContentLanguage) =>
  clause ? `${clause.heading[language]}\n${clause.text[language]}` : null

/** Pairs clauses by their Finnish heading, and those whose heading is new by their place. */
const pairsOf = (before: TemplateText['clauses'], after: TemplateText['clauses']) => {
  const left = new Set(before)
  const same = (clause: TemplateText['clauses'][number]) =>
    [...left].find(({ heading }) => heading.fi === clause.heading.fi)
  const pairs = after.map((clause) => {
    const earlier = same(clause)
    if (earlier) left.delete(earlier)
    return { before: earlier, after: clause as typeof clause | undefined }
  })
  for (const pair of pairs) {
    const inPlace = [...left].find(({ number }) => number === pair.after?.number)
    if (pair.before || !inPlace) continue
    left.delete(inPlace)
    pair.before = inPlace
  }
  return [
    ...pairs,
    ...[...left].map((gone) => ({ before: gone as typeof gone | undefined, after: undefined })),
  ]
}

/** What differs between two versions, piece by piece, in each language. */
export const changesBetween = (before: TemplateText, after: TemplateText): Change[] => {
  const simple = (['title', 'summary'] as const).flatMap((piece) =>
    languages.map((language) => ({
      ...{ piece, number: null, language },
      ...{ before: before[piece][language], after: after[piece][language] },
    })),
  )
  const clauses = pairsOf(before.clauses, after.clauses).flatMap((pair) =>
    languages.map((language) => ({
      ...{ piece: 'clause' as const, number: (pair.after ?? pair.before)!.number, language },
      ...{ before: clauseText(pair.before, language), after: clauseText(pair.after, language) },
    })),
  )
  return [...simple, ...clauses].filter((change) => change.before !== change.after)
}
