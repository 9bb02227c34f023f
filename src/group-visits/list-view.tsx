import { formatDay, type Language } from '../i18n/translated.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { GroupVisit } from './queries.ts'
import type { VisitState } from './rules.ts'
import { paths, words } from './words.ts'

const kinds: Record<VisitState, TagKind> = {
  asked: 'wait',
  accepted: 'ok',
  declined: 'no',
  cancelled: 'off',
}

/** The state in a word, the same wherever a visit is shown. */
export const StateTag = ({ language, state }: { language: Language; state: VisitState }) => (
  <Tag kind={kinds[state]}>{words[language].states[state]}</Tag>
)

/** `12.6.2026 klo 13.30` */
export const whenOf = (language: Language, { visitOn, startsAt }: GroupVisit): string =>
  [formatDay(language, visitOn), startsAt && words[language].at(startsAt)].filter(Boolean).join(' ')

type Side = 'unit' | 'site'

const columnsOf = (language: Language, side: Side): Column<GroupVisit>[] => {
  const t = words[language]
  const path = side === 'unit' ? paths.one : paths.answer
  return [
    {
      label: t.day,
      header: true,
      cell: (visit) => <a href={fill(path[language], { visit: visit.id })}>{whenOf(language, visit)}</a>,
    },
    side === 'unit'
      ? { label: t.place, cell: ({ siteName }) => siteName }
      : { label: t.who, cell: ({ unitName }) => unitName },
    { label: t.event, cell: ({ event }) => event ?? '–' },
    { label: t.size, cell: ({ clients, under16, workers }) => t.people(clients, under16, workers) },
    { label: t.state, cell: ({ state }) => <StateTag language={language} state={state} /> },
  ]
}

type ListProps = {
  language: Language
  side: Side
  coming: GroupVisit[]
  past: GroupVisit[]
  done: string | null
}

/** The visits of one's own unit, or to one's own site: those to come first. */
export const ListPage = ({ language, side, coming, past, done }: ListProps): Page => {
  const t = words[language]
  const columns = columnsOf(language, side)
  const isUnit = side === 'unit'
  const title = isUnit ? t.title : t.asked
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {done === 'answered' && <Notice kind="ok" title={t.answered} />}
        <h1>{title}</h1>
        <p class="lead">{isUnit ? t.lead : t.askedLead}</p>
        {isUnit && (
          <p>
            <LinkButton href={paths.ask[language]}>{t.ask}</LinkButton>
          </p>
        )}
        {coming.length === 0 ? (
          <Empty title={isUnit ? t.none : t.noneAsked}>
            <p>{isUnit ? t.noneWhy : t.noneAskedWhy}</p>
          </Empty>
        ) : (
          <Table
            {...{ id: 'coming', shape: 'stack', caption: t.coming, columns, rows: coming, empty: t.none }}
          />
        )}
        {past.length > 0 && (
          <Table {...{ id: 'past', shape: 'stack', caption: t.past, columns, rows: past, empty: t.noPast }} />
        )}
      </>
    ),
  }
}
