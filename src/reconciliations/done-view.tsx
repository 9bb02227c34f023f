import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Reconciliation } from './queries.ts'
import { problemsIn } from './views.tsx'
import { paths, words } from './words.ts'

type DoneProps = { language: Language; made: Reconciliation; mayUndo: boolean; typed: Typed }

/** What came of a reconciliation, and the way to take back what it added. */
export const donePage = ({ language, made, mayUndo, typed }: DoneProps): Page => {
  const t = words[language]
  const { list } = sayProblems(typed.problems, problemsIn(language))
  const figure = (label: string, value: number) => ({ label, value: t.number(value) })
  return {
    title: t.doneTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.doneTitle}
        />
        <ProblemSummary language={language} problems={list} />
        {made.undoneAt && <Notice kind="ok" title={t.undone} />}
        <h1>{t.doneTitle}</h1>
        <p class="lead">
          {made.siteName}, {t.span(made.soldFrom, made.soldUntil)}
        </p>
        <Kpis
          figures={[
            figure(t.sold, made.lines),
            figure(t.matched, made.matched),
            figure(t.missing, made.missing),
            figure(t.added, made.undoneAt ? 0 : made.added),
            figure(t.unsold, made.unsold),
          ]}
        />
        {made.added > 0 && !made.undoneAt && mayUndo && (
          <>
            <p>{t.undoHint}</p>
            <PostButton action={fill(paths.undo[language], { reconciliation: made.id })} secondary>
              {t.undo}
            </PostButton>
          </>
        )}
        <p>
          <LinkButton href={paths.list[language]} secondary>
            {t.back}
          </LinkButton>
        </p>
      </>
    ),
  }
}
