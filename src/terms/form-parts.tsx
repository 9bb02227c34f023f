import type { Child } from 'hono/jsx'
import type { Owner } from '../contacts/queries.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { TextArea, TextField } from '../web/components/field.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { fieldNames, type Problem } from './forms.ts'
import type { TextField as Field } from './rules.ts'
import { words } from './words.ts'

/** Where the pages of one site's terms are: a venue's own, or those that a keeper came to. */
export type TermsLinks = {
  terms: string
  preview: string
  translation: (to: 'sv' | 'en') => string
  /** The page that the venue came from; a keeper has lists of their own. */
  ownPlace: string | null
}

export type Part = { language: Language; typed: Typed }

export const sentence = ({ language, typed }: Part, name: string): string | undefined =>
  typed.problems[name] === undefined ? undefined : words[language].problems[typed.problems[name] as Problem]

const Problems = (part: Part) => {
  const problems = fieldNames.flatMap((name) => {
    const text = sentence(part, name)
    return text === undefined ? [] : [{ name, text }]
  })
  return <ProblemSummary language={part.language} problems={problems} />
}

/** A field of the form. How to get a ticket is one sentence on one line; the rest may take several. */
export const WordsField = ({
  name,
  lang,
  hint,
  label,
  ...part
}: Part & { name: Field; lang: string; hint?: string; label?: string }) => {
  const field = {
    name,
    label: label ?? words[part.language].labels[name],
    hint,
    value: part.typed.values[name],
    problem: sentence(part, name),
  }
  if (name === 'how') return <TextField {...field} autocomplete="off" />
  return <TextArea {...field} lang={lang === part.language ? undefined : lang} />
}

type FrameProps = Part & {
  site: Owner
  links: TermsLinks
  title: string
  /** False on the page of the terms themselves, which the others lead back to. */
  isBelow: boolean
  children: Child
}

/** What the three pages of a site's terms have in common. */
export const termsPage = ({ site, links, title, isBelow, children, ...part }: FrameProps): Page => {
  const { language } = part
  const t = words[language]
  const trail = [
    ...(links.ownPlace ? [{ label: t.ownPlace, href: links.ownPlace }] : []),
    ...(isBelow ? [{ label: t.title, href: links.terms }] : []),
  ]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Problems {...part} />
        {trail.length > 0 && <Breadcrumb language={language} trail={trail} here={title} />}
        <h1>{title}</h1>
        <p>
          <strong>{site.name}</strong>
          {site.nameFi && ` · ${municipalityName({ nameFi: site.nameFi, nameSv: site.nameSv }, language)}`}
        </p>
        {children}
      </>
    ),
  }
}
