import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import type { Thread } from './keep-queries.ts'
import { columnsOf } from './list-parts.tsx'
import { paths, words } from './words.ts'

type ClearProps = {
  language: Language
  today: Day
  isCentre: boolean
  /** Those that were chosen and still wait. */
  threads: readonly Thread[]
  typed: Typed
}

const Confirm = ({ language, today, isCentre, threads }: ClearProps) => {
  const t = words[language]
  return (
    <>
      <p class="lead">{t.clearText}</p>
      <Table
        {...{ id: 'chosen', shape: 'stack', caption: t.caption.open, rows: threads, empty: t.clearNone }}
        columns={columnsOf(language, today, isCentre)}
      />
      <form method="post" action={paths.clear[language]}>
        <input type="hidden" name="deed" value="clear" />
        <input type="hidden" name="threads" value={threads.map(({ id }) => id).join(',')} />
        <ButtonRow>
          <Button>{t.clearNow}</Button>
          <LinkButton href={paths.list[language]} secondary>
            {t.toList}
          </LinkButton>
        </ButtonRow>
      </form>
    </>
  )
}

const NothingChosen = ({ language }: ClearProps) => {
  const t = words[language]
  return (
    <>
      <p>{t.clearNoneText}</p>
      <LinkButton href={paths.list[language]} secondary>
        {t.toList}
      </LinkButton>
    </>
  )
}

/** Looked at once more before many are closed at once. */
export const clearPage = (props: ClearProps): Page => {
  const { language, threads, typed } = props
  const t = words[language]
  const title = threads.length === 0 ? t.clearNone : t.clearTitle(threads.length)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        <h1>{title}</h1>
        {threads.length === 0 ? <NothingChosen {...props} /> : <Confirm {...props} />}
      </>
    ),
  }
}
