import { aboutLanguages } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Thread } from './keep-queries.ts'
import { languageName } from './letter-words.ts'
import { clockOf, type ListView, listViews, type State } from './rules.ts'
import { paths, words } from './words.ts'

const kinds: Record<State, TagKind> = { new: 'wait', working: 'wait', answered: 'ok', closed: 'off' }

/** The state in a word, the same wherever a thread is shown. */
export const StateTag = ({ language, state }: { language: Language; state: State }) => (
  <Tag kind={kinds[state]}>{words[language].states[state]}</Tag>
)

/** The due day, and how far it is where it still runs. */
export const Due = ({ language, thread, today }: { language: Language; thread: Thread; today: Day }) => {
  const t = words[language]
  const clock = clockOf(thread, today)
  if (clock.is === 'stopped') return <>{formatDay(language, thread.dueOn)}</>
  const text = clock.is === 'over' ? t.late(clock.days) : clock.days === 0 ? t.lastDay : t.left(clock.days)
  const kind = clock.is === 'over' ? 'no' : clock.is === 'soon' ? 'wait' : 'off'
  return (
    <>
      {formatDay(language, thread.dueOn)} <Tag kind={kind}>{text}</Tag>
    </>
  )
}

/** What it is about: the site, else the municipality, else nothing. */
export const placeOf = (language: Language, { siteName, nameFi, nameSv }: Thread): string =>
  siteName ?? (nameFi === null ? '–' : municipalityName({ nameFi, nameSv }, language))

/** The first words, in the direction and language of the writer. */
const Begins = ({ thread }: { thread: Thread }) => {
  const { tag } = aboutLanguages[thread.language]
  return (
    <span lang={tag} dir="auto">
      {thread.begins.length >= 70 ? `${thread.begins}…` : thread.begins}
    </span>
  )
}

const columnsOf = (language: Language, today: Day, isCentre: boolean): Column<Thread>[] => {
  const t = words[language]
  return [
    {
      label: t.message,
      header: true,
      cell: (thread) => (
        <a href={fill(paths.one[language], { feedback: thread.id })}>
          <Begins thread={thread} />
        </a>
      ),
    },
    { label: t.due, cell: (thread) => <Due {...{ language, thread, today }} /> },
    { label: t.about, cell: ({ about }) => t.abouts[about] },
    { label: t.place, cell: (thread) => placeOf(language, thread) },
    ...(isCentre ? [{ label: t.keeper, cell: ({ areaName }: Thread) => areaName ?? t.centre }] : []),
    { label: t.writerLanguage, cell: (thread) => <bdi>{languageName(thread.language)}</bdi> },
    { label: t.state, cell: ({ state }) => <StateTag language={language} state={state} /> },
  ]
}

type ListProps = {
  language: Language
  today: Day
  isCentre: boolean
  view: ListView
  threads: readonly Thread[]
  done: string | null
}

const Overdue = ({ language, today, threads }: ListProps) => {
  const t = words[language]
  const late = threads.filter(
    (thread) => thread.about === 'accessibility' && clockOf(thread, today).is === 'over',
  )
  if (late.length === 0) return null
  return (
    <Notice kind="warn" title={t.overdue(late.length)}>
      <p>{t.overdueText}</p>
    </Notice>
  )
}

/** What waits for an answer, or has had one. */
export const listPage = (props: ListProps): Page => {
  const { language, today, isCentre, view, threads, done } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {done === 'moved' && <Notice kind="ok" title={t.done.moved} />}
        <h1>{t.title}</h1>
        <p class="lead">{isCentre ? t.leadCentre : t.lead}</p>
        <Overdue {...props} />
        <form method="get" action={paths.list[language]}>
          <ChipGroup
            name="show"
            label={t.show}
            value={view}
            choices={listViews.map((value) => ({ value, label: t.views[value] }))}
          />
          <p>
            <Button secondary>{t.show}</Button>
          </p>
        </form>
        {threads.length === 0 ? (
          <Empty title={t.none[view]}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <Table
            {...{ id: 'threads', shape: 'stack', caption: t.caption[view], rows: threads }}
            columns={columnsOf(language, today, isCentre)}
            empty={t.none[view]}
          />
        )}
      </>
    ),
  }
}
