import { words as desk } from '../desk/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { uploadWords } from '../uploads/words.ts'
import { Busy } from '../web/components/busy.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextArea, TextField } from '../web/components/field.tsx'
import { FileField } from '../web/components/file-field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { typedRows } from './forms.ts'
import type { RecordedList } from './queries.ts'
import { type ListColumn, listColumns } from './rules.ts'
import { paths, words } from './words.ts'

type StartProps = {
  language: Language
  sites: { id: number; name: string }[]
  earlier: RecordedList[]
  today: Day
  typed: Typed
}

/** The words of every problem of this slice's forms. */
export const problemsIn = (language: Language): Record<string, string> => ({
  ...uploadWords[language].problems,
  ...words[language].problems,
})

/** One short field of a table row: its name is said by the headings of its column and row. */
export const CellField = (props: {
  name: string
  label: string
  value: string | undefined
  column: ListColumn
}) => (
  <input
    name={props.name}
    aria-label={props.label}
    class={props.column === 'code' ? 'w12' : 'w4'}
    type="text"
    value={props.value}
    autocomplete="off"
    {...(props.column === 'code' || props.column === 'time' ? {} : { inputmode: 'numeric' as const })}
  />
)

const TypedRows = ({ language, typed }: { language: Language; typed: Typed }) => {
  const t = words[language]
  const rows = Array.from({ length: typedRows }, (_, index) => index + 1)
  const isOpen = rows.some((row) => listColumns.some((name) => typed.values[`${name}-${row}`]))
  return (
    <details {...(isOpen ? { open: true } : {})}>
      <summary>{t.rows}</summary>
      <Table
        id="typed-rows"
        caption={t.rows}
        columns={[
          { label: t.line, header: true, cell: (row: number) => t.row(row) },
          ...listColumns.map((name) => ({
            label: t.columns[name],
            cell: (row: number) => (
              <CellField
                name={`${name}-${row}`}
                label={`${t.row(row)}, ${t.columns[name]}`}
                value={typed.values[`${name}-${row}`]}
                column={name}
              />
            ),
          })),
        ]}
        rows={rows}
        empty=""
        shape="stack"
      />
    </details>
  )
}

const columnsOf = (language: Language, hasSites: boolean): Column<RecordedList>[] => {
  const t = words[language]
  return [
    {
      label: t.day,
      header: true,
      cell: (made) => <a href={fill(paths.done[language], { list: made.id })}>{t.on(made.listedOn)}</a>,
    },
    ...(hasSites ? [{ label: t.site, cell: ({ siteName }: RecordedList) => siteName }] : []),
    { label: t.event, cell: ({ event }) => event ?? desk[language].hereToday },
    {
      label: t.uses,
      cell: ({ useIds, undoneAt }) =>
        undoneAt ? <Tag kind="off">{desk[language].tagUndone}</Tag> : t.number(useIds.length),
    },
  ]
}

const Papers = ({ language, site }: { language: Language; site: number }) => {
  const t = words[language]
  return (
    <section aria-labelledby="paper-title">
      <h2 id="paper-title">{t.paperTitle}</h2>
      <p>{t.paperLead}</p>
      <ButtonRow>
        <LinkButton href={`${paths.paper[language]}?site=${site}`} secondary>
          {t.pdf}
        </LinkButton>
        <LinkButton href={paths.workbook[language]} secondary>
          {t.workbook}
        </LinkButton>
        <LinkButton href={paths.csv[language]} secondary>
          {t.csv}
        </LinkButton>
      </ButtonRow>
    </section>
  )
}

const Night = ({
  language,
  sites,
  today,
  typed,
  at,
}: StartProps & { at: (field: string) => string | undefined }) => {
  const t = words[language]
  const { values } = typed
  return (
    <form method="post" action={paths.list[language]} enctype="multipart/form-data" novalidate>
      {sites.length === 1 ? (
        <input type="hidden" name="site" value={String(sites[0]!.id)} />
      ) : (
        <Select
          name="site"
          label={t.site}
          value={values.site}
          problem={at('site')}
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <TextField
        name="day"
        label={t.day}
        hint={t.dayHint}
        value={values.day ?? writeDay(today)}
        problem={at('day')}
        width={12}
        autocomplete="off"
      />
      <TextField
        name="event"
        label={t.event}
        optional={commonWords[language].optional}
        value={values.event}
        problem={at('event')}
        width={24}
        autocomplete="off"
      />
      <p>{t.ways}</p>
      <FileField
        name="file"
        label={uploadWords[language].file}
        hint={uploadWords[language].fileHint}
        problem={at('file')}
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
      />
      <TextArea
        name="text"
        label={t.text}
        hint={t.textHint}
        value={values.text}
        problem={at('text')}
        rows={5}
      />
      <TypedRows language={language} typed={typed} />
      <ButtonRow>
        <Button>{t.check}</Button>
      </ButtonRow>
      <Busy>{uploadWords[language].busy}</Busy>
    </form>
  )
}

/** Papers to take along, a list to bring back, and what became of earlier ones. */
export const startPage = (props: StartProps): Page => {
  const { language, sites, earlier, typed } = props
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, problemsIn(language))
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={list} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {sites[0] && <Papers language={language} site={sites[0].id} />}
        <h2>{t.importTitle}</h2>
        <Night {...props} at={at} />
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
