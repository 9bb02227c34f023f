import { words as desk } from '../desk/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { type UploadProblem, uploadWords } from '../uploads/words.ts'
import { Busy } from '../web/components/busy.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import { FileField } from '../web/components/file-field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Reconciliation } from './queries.ts'
import { paths, words } from './words.ts'

const tableFiles = '.csv,.txt,.tsv,.xlsx,text/csv'

/** What is wrong with a file or a form of this slice, in words. */
export const problemsIn = (language: Language): Record<string, string> => ({
  ...words[language].problems,
  ...(uploadWords[language].problems satisfies Record<UploadProblem, string>),
})

type ListProps = {
  language: Language
  sites: { id: number; name: string }[]
  earlier: Reconciliation[]
  typed: Typed
}

const columnsOf = (language: Language, hasSites: boolean): Column<Reconciliation>[] => {
  const t = words[language]
  return [
    {
      label: t.when,
      header: true,
      cell: (made) => (
        <a href={fill(paths.done[language], { reconciliation: made.id })}>
          {t.span(made.soldFrom, made.soldUntil)}
        </a>
      ),
    },
    ...(hasSites ? [{ label: t.site, cell: ({ siteName }: Reconciliation) => siteName }] : []),
    { label: t.sold, number: true, cell: ({ lines }) => t.number(lines) },
    { label: t.missing, number: true, cell: ({ missing }) => t.number(missing) },
    {
      label: t.added,
      number: true,
      cell: ({ added, undoneAt }) =>
        undoneAt ? <Tag kind="off">{desk[language].tagUndone}</Tag> : t.number(added),
    },
    { label: t.doneOn, cell: ({ madeAt }) => formatDay(language, dayOf(madeAt)) },
  ]
}

/** What reconciliation is, a file to begin with, and what came of earlier ones. */
export const listPage = ({ language, sites, earlier, typed }: ListProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, problemsIn(language))
  const [only] = sites
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={list} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <ol>
          {t.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <form method="post" action={paths.list[language]} enctype="multipart/form-data" novalidate>
          {sites.length === 1 ? (
            <input type="hidden" name="site" value={String(only!.id)} />
          ) : (
            <Select
              name="site"
              label={t.site}
              value={typed.values.site}
              problem={at('site')}
              options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
          <FileField
            name="file"
            label={uploadWords[language].file}
            hint={uploadWords[language].fileHint}
            problem={at('file')}
            accept={tableFiles}
          />
          <ButtonRow>
            <Button>{t.send}</Button>
          </ButtonRow>
          <Busy>{uploadWords[language].busy}</Busy>
        </form>
        {earlier.length === 0 ? (
          <Empty title={t.noneTitle}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <Table
            id="earlier"
            caption={t.earlier}
            columns={columnsOf(language, sites.length > 1)}
            rows={earlier}
            empty={t.noneTitle}
            shape="stack"
          />
        )}
      </>
    ),
  }
}
