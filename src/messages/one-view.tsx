import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { areaName, Preview } from './check-view.tsx'
import { Deeds, nameOf, StateTag, trailTo, Undo, whomText } from './keep-views.tsx'
import { type Done, keepWords } from './keep-words.ts'
import type { Figures, Progress } from './queries.ts'
import { type Message, readersByGroup, readersInAll, stateOf } from './rules.ts'
import { look } from './views.tsx'
import { words } from './words.ts'

type OneProps = {
  language: Language
  message: Message
  figures: Figures
  progress: Progress
  names: ReadonlyMap<number, string>
  today: Day
  now: Date
  done: Done | null
  typed: Typed
}

/** How many opened it: never who, and never of a few. */
const Reads = ({ language, figures, names }: OneProps) => {
  const t = keepWords[language]
  const all = readersInAll(figures.total)
  const number = (count: number) => formatNumber(language, count)
  if (all === null)
    return (
      <>
        <h2>{t.reads}</h2>
        <p>{t.readsFew}</p>
      </>
    )
  const groups = readersByGroup(figures.areas).map(({ areaIds, ...counts }) => ({
    ...counts,
    name: areaIds.map((id) => areaName(language, names, id)).join(', '),
  }))
  const total = { name: t.inAll, recipients: figures.total.recipients, readers: all }
  return (
    <>
      <h2>{t.reads}</h2>
      <p>{t.readsWhat}</p>
      <Table
        id="reads"
        caption={t.perArea}
        shape="stack"
        empty=""
        rows={groups.length > 1 ? [...groups, total] : [total]}
        columns={[
          { label: t.area, header: true, cell: ({ name }) => name },
          { label: t.people, number: true, cell: ({ recipients }) => number(recipients) },
          { label: t.readers, number: true, cell: ({ readers }) => number(readers) },
        ]}
      />
      <p class="hint">{t.readsHow}</p>
    </>
  )
}

const mailText = (language: Language, { mails, gone, failed }: Progress): string => {
  const t = keepWords[language]
  if (mails === 0) return t.noMails
  return [t.mailsGone(gone, mails), ...(failed > 0 ? [t.mailsFailed(failed)] : [])].join(', ')
}

const factsOf = ({ language, message, progress, today }: OneProps) => {
  const t = keepWords[language]
  return [
    { label: t.state, value: <StateTag language={language} state={stateOf(message, today)} /> },
    { label: t.by, value: message.area ?? words[language].centre },
    { label: t.forWhom, value: whomText(language, message) || '–' },
    ...(message.isImportant ? [{ label: words[language].important, value: t.important }] : []),
    { label: t.until, value: formatDay(language, message.shownUntil) },
    ...(message.leftAt
      ? [
          { label: t.left, value: t.at(message.leftAt) },
          { label: t.mails, value: mailText(language, progress) },
        ]
      : []),
  ]
}

/** What one tap takes back of what was done last; sending has a button of its own. */
const undoOf = (done: Done | null, state: ReturnType<typeof stateOf>) =>
  done === 'removed' && state === 'removed' ? 'kept' : null

/** A message for its writer: how it stands, what can be done, how many read it, and how it reads. */
export const onePage = (props: OneProps): Page => {
  const { language, message, today, now, done, typed } = props
  const t = keepWords[language]
  const name = nameOf(language, message)
  const state = stateOf(message, today)
  const undo = undoOf(done, state)
  const problems = sayProblems(typed.problems, t.problems).list
  return {
    ...{ title: name.text, kind: 'staff', styles: [look] },
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, message).slice(0, 1)} here={name.text} />
        <ProblemSummary language={language} problems={problems.map(({ text }) => ({ name: '', text }))} />
        {done && (
          <Notice kind="ok" title={t.done[done]}>
            {undo && <Undo language={language} message={message} state={undo} />}
          </Notice>
        )}
        <h1 lang={name.lang === language ? undefined : name.lang}>{name.text}</h1>
        {message.leavesAt && !message.leftAt && (
          <p>{message.leavesAt > now ? t.leaves(message.leavesAt) : t.leavesNow}</p>
        )}
        <Deeds {...{ language, message, today }} />
        <SummaryList rows={factsOf(props)} />
        {message.leftAt && <Reads {...props} />}
        <Preview language={language} message={message} />
      </>
    ),
  }
}
