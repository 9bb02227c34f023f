import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { MissingForm, mostShown, Unclear, Unsold } from './lines-view.tsx'
import type { Export, Result } from './prepared.ts'
import type { Reconciliation } from './queries.ts'
import { paths, words } from './words.ts'

type ResultProps = {
  language: Language
  upload: string
  site: { name: string }
  body: Export
  result: Result
  /** What was done a moment ago, and whether what it added can be taken back. */
  made: Reconciliation | undefined
  mayUndo: boolean
}

type NotesProps = Pick<ResultProps, 'language' | 'body' | 'result' | 'made'>

const Notes = ({ language, body, result, made }: NotesProps) => {
  const t = words[language]
  const { others, doubled, skipped } = result.prepared
  const { settled } = result.compared
  return (
    <>
      {Object.values(body.cards).includes('later') && (
        <Notice kind="warn">
          <p>{t.codesLater}</p>
        </Notice>
      )}
      {others > 0 && <p>{t.others(others)}</p>}
      {doubled > 0 && <p>{t.doubled(doubled)}</p>}
      {settled > 0 && !made && <p>{t.settled(settled)}</p>}
      {skipped.length > 0 && (
        <details>
          <summary>
            {t.skippedTitle} ({t.number(skipped.length)})
          </summary>
          <ul>
            {skipped.slice(0, mostShown).map(({ number, why }) => (
              <li>
                {t.line} {t.number(number)}: {t.skipped[why]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What matches, what is missing, and what a person has to look at. */
export const resultPage = (props: ResultProps): Page => {
  const { language, upload, site, body, result, made, mayUndo } = props
  const t = words[language]
  const { compared } = result
  const { from, until } = compared.days
  const figure = (label: string, value: number) => ({ label, value: t.number(value) })
  return {
    title: t.resultTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.resultTitle}
        />
        {made && (
          <Notice kind="ok" title={t.doneTitle}>
            <p>
              {t.doneAdded(made.added)}{' '}
              <a href={fill(paths.done[language], { reconciliation: made.id })}>{t.look}</a>
            </p>
            {made.added > 0 && mayUndo && (
              <PostButton action={fill(paths.undo[language], { reconciliation: made.id })} secondary>
                {t.undo}
              </PostButton>
            )}
          </Notice>
        )}
        <h1>{t.resultTitle}</h1>
        <p class="lead">
          {site.name}, {t.span(from, until)}
        </p>
        <Kpis
          figures={[
            figure(t.sold, compared.sales.length),
            figure(t.matched, compared.matched.length + compared.settled),
            figure(t.missing, compared.missing.length),
            figure(t.unclear, compared.unclear.length),
            figure(t.unsold, compared.unsold.length),
          ]}
        />
        <Notes language={language} body={body} result={result} made={made} />
        <MissingForm language={language} upload={upload} body={body} result={result} />
        <Unclear language={language} compared={compared} />
        <Unsold language={language} compared={compared} />
        <details>
          <summary>{t.howTitle}</summary>
          <ul>
            {t.how.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
        <p>
          <LinkButton href={fill(paths.columns[language], { upload })} secondary>
            {t.change}
          </LinkButton>
        </p>
      </>
    ),
  }
}
