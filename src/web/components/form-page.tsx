import type { Child } from 'hono/jsx'
import { commonWords } from '../../i18n/common-words.ts'
import type { Language } from '../../i18n/translated.ts'
import type { Page } from '../page.ts'
import type { Typed } from '../visit.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from './button.tsx'
import { ProblemSummary } from './problem-summary.tsx'

type FormPageProps = {
  language: Language
  title: string
  /** The way back; its last step is also where “Cancel” leads. */
  trail: readonly { label: string; href: string }[]
  lead?: Child
  /** Which step of several this is. */
  step?: string
  action: string
  problems: readonly { name: string; text: string }[]
  button: string
  /** The fields. */
  children: Child
}

/** A page that is one form: what it does, the fields, a button with a verb, and a way out. */
export const formPage = (props: FormPageProps): Page => {
  const { language, title, trail, lead, step, action, problems, button, children } = props
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={title} />
        <ProblemSummary language={language} problems={problems} />
        {step && <p class="hint">{step}</p>}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
        <form method="post" action={action} novalidate>
          {children}
          <ButtonRow>
            <Button>{button}</Button>
            <LinkButton href={trail.at(-1)!.href} secondary>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}

/**
 * The problems of a form in the reader's words: for the summary, and for each field.
 * @param texts by the names that schemas and rules give
 */
export const sayProblems = (problems: Record<string, string>, texts: Record<string, string>) => {
  const said = Object.entries(problems).map(([name, problem]) => ({ name, text: texts[problem] ?? problem }))
  return { list: said, at: (field: string) => said.find(({ name }) => name === field)?.text }
}

/**
 * What stands in each field of a form, and what is wrong with it; `texts` as in `sayProblems`. A field holds what was
 * typed, or before that what is known of it.
 */
export const fieldsOf = ({ values, problems }: Typed, texts: Record<string, string>) => {
  const said = sayProblems(problems, texts)
  const field = (name: string, known = '') => {
    const problem = said.at(name)
    return { name, value: values[name] ?? known, ...(problem === undefined ? {} : { problem }) }
  }
  return { said, field }
}
