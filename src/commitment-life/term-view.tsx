import { paths as lists } from '../commitment-lists/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import type { Term } from './term-queries.ts'
import { termPaths, termWords } from './term-words.ts'
import { words } from './words.ts'

type TermsProps = {
  language: Language
  today: Day
  terms: readonly Term[]
  mayChange: boolean
  typed: Typed
  isDone: boolean
}

const SetForm = ({ language, typed }: TermsProps) => {
  const t = termWords[language]
  const { at } = sayProblems(typed.problems, t.problems)
  const field = (name: string) => ({ name, value: typed.values[name], problem: at(name) })
  return (
    <>
      <h2>{t.set}</h2>
      <form method="post" action={termPaths.terms[language]} novalidate>
        <TextField {...field('months')} label={t.months} width={4} numeric autocomplete="off" />
        <TextField {...field('from')} label={t.from} hint={t.fromHint} width={12} autocomplete="off" />
        <TextField {...field('source')} label={t.source} hint={t.sourceHint} autocomplete="off" />
        <ButtonRow>
          <Button>{t.save}</Button>
        </ButtonRow>
      </form>
    </>
  )
}

/** The notice period that holds, what comes, and what held, each with what it rests on. */
export const termsPage = (props: TermsProps): Page => {
  const { language, today, terms, mayChange, typed, isDone } = props
  const t = termWords[language]
  const inForce = terms.find(({ from }) => from <= today)
  const columns: Column<Term>[] = [
    { label: t.from, header: true, cell: ({ from }) => formatDay(language, from) },
    {
      label: t.months,
      cell: (term) =>
        `${words[language].months(term.months)}${term === inForce ? ` · ${t.now}` : term.from > today ? ` · ${t.coming}` : ''}`,
    },
    { label: t.source, cell: ({ source }) => source },
  ]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: words[language].list, href: lists.list[language] }]}
          here={t.title}
        />
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        {isDone && <Notice kind="ok" title={t.done} />}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Table id="terms" shape="stack" caption={t.history} columns={columns} rows={terms} empty="–" />
        {mayChange && <SetForm {...props} />}
      </>
    ),
  }
}
