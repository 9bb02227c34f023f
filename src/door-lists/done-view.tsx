import { words as desk } from '../desk/words.ts'
import type { Language } from '../i18n/translated.ts'
import type { FileTable } from '../lib/table-file.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Select } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { RecordedList } from './queries.ts'
import { type ListMapping, listColumns } from './rules.ts'
import { problemsIn } from './views.tsx'
import { paths, words } from './words.ts'

type ColumnsProps = {
  language: Language
  upload: string
  table: FileTable
  mapping: ListMapping
  typed: Typed
}

/** Which column means what, where the headings do not tell. No row is shown: all of them hold codes. */
export const columnsPage = ({ language, upload, table, mapping, typed }: ColumnsProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, problemsIn(language))
  const options = [
    { value: '', label: t.noColumn },
    ...table.header.map((heading, index) => ({ value: String(index), label: heading || String(index + 1) })),
  ]
  return formPage({
    language,
    title: t.columnsTitle,
    trail: [{ label: t.title, href: paths.list[language] }],
    lead: t.columnsLead,
    action: fill(paths.columns[language], { upload }),
    problems: list,
    button: t.check,
    children: listColumns.map((name) => (
      <Select
        name={name}
        label={t.columns[name]}
        value={typed.values[name] ?? (mapping[name] === null ? '' : String(mapping[name]))}
        problem={at(name)}
        options={options}
      />
    )),
  })
}

type DoneProps = { language: Language; made: RecordedList; mayUndo: boolean; typed: Typed }

/** What was recorded from a list, and the way to take all of it back for the rest of the day. */
export const donePage = ({ language, made, mayUndo, typed }: DoneProps): Page => {
  const t = words[language]
  const { list } = sayProblems(typed.problems, problemsIn(language))
  const title = made.undoneAt ? t.undone : t.done(made.useIds.length)
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
        <ProblemSummary language={language} problems={list} />
        {made.undoneAt && <Notice kind="ok" title={t.undone} />}
        <h1>{title}</h1>
        <SummaryList
          rows={[
            { label: t.site, value: made.siteName },
            { label: t.day, value: t.on(made.listedOn) },
            { label: t.event, value: made.event ?? desk[language].hereToday },
          ]}
        />
        {!made.undoneAt && mayUndo && (
          <>
            <p>{t.undoHint}</p>
            <PostButton action={fill(paths.undo[language], { list: made.id })} secondary>
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
