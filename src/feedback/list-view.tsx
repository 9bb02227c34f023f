import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Button, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { Thread, ThreadFilter } from './keep-queries.ts'
import { Begins, columnsOf } from './list-parts.tsx'
import type { Asked } from './question-queries.ts'
import { AskedNotice } from './question-view.tsx'
import { listViews } from './rules.ts'
import { paths, words } from './words.ts'

type ListProps = {
  language: Language
  today: Day
  isCentre: boolean
  filter: ThreadFilter
  areas: readonly { id: number; name: string }[]
  threads: readonly Thread[]
  /** What areas ask the centre. */
  asked: readonly Asked[]
  /** Of the whole list, not of this page. */
  count: { all: number; overdue: number }
  /** Where this page begins and the next one does; null for the first and the last. */
  after: string | null
  next: string | null
  /** All on the page are ticked. */
  pickAll: boolean
  done: Done
}
/** What has just been done: with how many threads, and which of them can be opened again. */
export type Done = { what: 'moved' | 'cleared' | 'restored'; count: number; ids: string } | null

const keeperText = ({ keeper }: ThreadFilter) =>
  keeper === 'anyone' ? '' : keeper === null ? 'centre' : String(keeper)

const addressOf = ({ language, filter }: ListProps, more: { after?: string | null; pick?: string } = {}) => {
  const asked = { show: filter.view, keeper: keeperText(filter), ...more }
  const told = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `${paths.list[language]}?${new URLSearchParams(told)}`
}

const Overdue = ({ language, count: { overdue } }: ListProps) => {
  const t = words[language]
  if (overdue === 0) return null
  return (
    <Notice kind="warn" title={t.overdue(overdue)}>
      <p>{t.overdueText}</p>
    </Notice>
  )
}

const JustDone = ({ language, done }: ListProps) => {
  const t = words[language]
  if (done === null) return null
  if (done.what === 'moved') return <Notice kind="ok" title={t.done.moved} />
  const fields = { deed: 'restore', threads: done.ids }
  return (
    <Notice kind="ok" title={t[done.what](done.count)}>
      {done.what === 'cleared' && done.ids !== '' && (
        <PostButton secondary action={paths.clear[language]} fields={fields}>
          {commonWords[language].undo}
        </PostButton>
      )}
    </Notice>
  )
}

const Narrowing = ({ language, isCentre, filter, areas }: ListProps) => {
  const t = words[language]
  return (
    <form method="get" action={paths.list[language]}>
      <ChipGroup
        name="show"
        label={t.state}
        value={filter.view}
        choices={listViews.map((value) => ({ value, label: t.views[value] }))}
      />
      {isCentre && (
        <Select
          name="keeper"
          label={t.keeper}
          value={keeperText(filter)}
          options={[
            { value: '', label: t.anyone },
            { value: 'centre', label: t.centre },
            ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      <p>
        <Button secondary>{t.show}</Button>
      </p>
    </form>
  )
}

/** A box for each that can be cleared; named by what it stands beside. */
const pickColumn = ({ language, pickAll }: ListProps): Column<Thread> => {
  const t = words[language]
  return {
    label: t.pick,
    cell: (thread) => (
      <label class="check">
        <input type="checkbox" name="thread" value={String(thread.id)} checked={pickAll} />
        <span class="vh">
          {t.pick}: <Begins thread={thread} />
        </span>
      </label>
    ),
  }
}

const Threads = (props: ListProps) => {
  const { language, today, isCentre, filter, threads, after, count } = props
  const t = words[language]
  const columns = columnsOf(language, today, isCentre)
  const caption = `${t.caption[filter.view]} (${t.count(count.all)})`
  const table = { id: 'threads', shape: 'stack', caption, rows: threads, empty: t.none[filter.view] } as const
  if (filter.view !== 'open') return <Table {...table} columns={columns} />
  return (
    <form method="get" action={paths.clear[language]}>
      <p>
        <a href={`${addressOf(props, { after, pick: 'all' })}#threads`}>{t.pickAll}</a>
      </p>
      <Table {...table} columns={[...columns, pickColumn(props)]} />
      <p>
        <Button secondary>{t.clear}</Button>
      </p>
    </form>
  )
}

/** Onwards alone: what comes in and goes out meanwhile moves no page under the reader. */
const Pages = (props: ListProps) => {
  const { language, after, next } = props
  if (after === null && next === null) return null
  return (
    <nav class="pages" aria-label={commonWords[language].pages}>
      <ul>
        {after !== null && (
          <li>
            <a href={addressOf(props)}>{words[language].first}</a>
          </li>
        )}
        {next !== null && (
          <li>
            <a href={addressOf(props, { after: next })} rel="next">
              {commonWords[language].next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** What waits for an answer, or has had one. */
export const listPage = (props: ListProps): Page => {
  const { language, isCentre, filter, threads } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <JustDone {...props} />
        <h1>{t.title}</h1>
        <p class="lead">{isCentre ? t.leadCentre : t.lead}</p>
        <AskedNotice language={props.language} asked={props.asked} />
        <Overdue {...props} />
        <Narrowing {...props} />
        {threads.length === 0 ? (
          <Empty title={t.none[filter.view]}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <Threads {...props} />
        )}
        <Pages {...props} />
      </>
    ),
  }
}
