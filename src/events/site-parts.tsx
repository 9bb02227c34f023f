import type { Child } from 'hono/jsx'
import type { Owner } from '../contacts/queries.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { fieldNames, type Problem } from './forms.ts'
import { problemWords } from './problem-words.ts'
import { words } from './words.ts'

/** Where the pages of one site's events are: a venue's own, or those that a keeper came to. */
export type EventLinks = {
  list: string
  add: string
  upload: string
  check: (id: string) => string
  feed: string
  endFeed: (feed: number) => string
  readFeed: (feed: number) => string
  event: (event: number) => string
  copy: (event: number) => string
  cancel: (event: number) => string
  restore: (event: number) => string
  /** The page above. */
  up: { label: string; href: string }
}

export type Part = { language: Language; site: Owner; links: EventLinks; typed: Typed }

/** What is wrong with a field, in words. */
export const sentence = ({ language, typed }: Pick<Part, 'language' | 'typed'>, name: string) =>
  typed.problems[name] === undefined ? undefined : problemWords[language][typed.problems[name] as Problem]

const order = [...fieldNames, 'url', 'place', 'file', ''] as string[]

const Problems = (part: Part) => {
  const problems = [...new Set(order)].flatMap((name) => {
    const text = sentence(part, name)
    return text === undefined ? [] : [{ name, text }]
  })
  return <ProblemSummary language={part.language} problems={problems} />
}

/** What the pages of a site's events have in common. */
export const eventPage = (part: Part & { title: string; isBelow: boolean; children: Child }): Page => {
  const { language, site, links, title, isBelow, children } = part
  const trail = [links.up, ...(isBelow ? [{ label: words[language].title, href: links.list }] : [])]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Problems {...part} />
        <Breadcrumb language={language} trail={trail} here={title} />
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

/**
 * What a field of a form has: its label, what stands in it and what is wrong with it.
 * @param values what stands in the form; all but the fields that are `needed` may be left empty
 */
export const fieldOf =
  (part: Part, values: Record<string, string>, needed: readonly string[]) =>
  (name: string, label: string, hint?: string) => ({
    ...{
      name,
      label,
      hint,
      value: values[name],
      problem: sentence(part, name),
      autocomplete: 'off' as const,
    },
    optional: needed.includes(name) ? undefined : commonWords[part.language].optional,
  })

type FormProps = Pick<Part, 'language'> & {
  action: string
  /** What its button says. */
  send: string
  /** Where one goes without sending it, and what that link says; else “cancel”. */
  back: string
  backLabel?: string
  holdsFile?: boolean
  children?: Child
}

/** A form of these pages, with its button and the way back. */
export const EventsForm = ({ language, action, send, back, backLabel, holdsFile, children }: FormProps) => (
  <form method="post" action={action} enctype={holdsFile ? 'multipart/form-data' : undefined} novalidate>
    {children}
    <ButtonRow>
      <Button>{send}</Button>
      <LinkButton href={back} secondary>
        {backLabel ?? commonWords[language].cancel}
      </LinkButton>
    </ButtonRow>
  </form>
)
