import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { listWords } from '../places/list-words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { FilteredList, listScript } from '../web/components/filtered-list.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { ListQuery } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Lapsed, Partner } from './commitment-queries.ts'
import type { NameUse } from './queries.ts'
import { groupNames, groups, lastDayOf, type Standing, standingOf } from './rules.ts'
import { type Done, paths, words } from './words.ts'

const tags: Record<Standing, TagKind> = {
  ...{ noticed: 'no', asked: 'wait', answered: 'wait', lapsed: 'no', ending: 'wait', running: 'ok' },
  ...{ coming: 'ok', settled: 'off', ended: 'off' },
}
export const StandingTag = ({ language, of }: { language: Language; of: Standing }) => (
  <Tag kind={tags[of]}>{words[language].standings[of]}</Tag>
)

/** The days of a leave as words; of a found use the day on which it was noticed. */
export const daysText = (language: Language, use: NameUse): string => {
  const t = words[language]
  if (use.basis === 'found') return `${t.noticedOn} ${formatDay(language, use.noticedOn ?? '')}`
  const [from, last] = [formatDay(language, use.from), lastDayOf(use)]
  return last === null ? t.onwards(from) : t.leaveDays(from, formatDay(language, last))
}

const columnsOf = (language: Language, today: string): Column<NameUse>[] => {
  const t = words[language]
  return [
    {
      ...{ label: t.who, header: true },
      cell: (use) => <a href={fill(paths.one[language], { nameUse: use.id })}>{use.who}</a>,
    },
    { label: t.mark, cell: ({ mark, purpose }) => `${t.marks[mark]} · ${t.purposes[purpose]}` },
    { label: t.place, cell: ({ place }) => place },
    { label: t.time, cell: (use) => daysText(language, use) },
    { label: t.standing, cell: (use) => <StandingTag language={language} of={standingOf(use, today)} /> },
  ]
}

const partnerColumns = (language: Language): Column<Partner>[] => {
  const t = words[language]
  return [
    { label: t.who, header: true, cell: ({ who }) => who },
    { label: t.from, cell: ({ from }) => formatDay(language, from) },
    {
      label: t.until,
      cell: ({ until }) => (until === null ? t.openEnd : formatDay(language, until)),
    },
  ]
}

type Asking = { language: Language; mayKeep: boolean; lapsed: readonly Lapsed[] }

/** Those whose last commitment is over: somebody has to ask whether they have stopped. */
const AskTable = ({ language, mayKeep, lapsed }: Asking) => {
  const t = words[language]
  const columns: Column<Lapsed>[] = [
    { label: t.who, header: true, cell: ({ who }) => who },
    { label: t.lapsedOn, cell: ({ lapsedOn }) => formatDay(language, lapsedOn) },
    ...(mayKeep
      ? [
          {
            label: t.deed,
            cell: ({ who, key }: Lapsed) => (
              <>
                <a href={`${paths.stopped[language]}?${new URLSearchParams({ who: key })}`}>
                  {t.stop}
                  <span class="vh"> {who}</span>
                </a>{' '}
                ·{' '}
                <a href={`${paths.found[language]}?${new URLSearchParams({ who })}`}>
                  {t.stillUses}
                  <span class="vh"> {who}</span>
                </a>
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <Table
      id="asked"
      shape="stack"
      caption={t.askCaption}
      columns={columns}
      rows={lapsed}
      empty={t.askNone}
    />
  )
}

type ListProps = Asking & {
  today: string
  rows: readonly NameUse[]
  total: number
  counts: Partial<Record<Standing, number>>
  partners: number
  query: ListQuery
  pages: { page: number; pages: number }
  done: Done | null
}

const Uses = (props: ListProps) => {
  const { language, today, rows, total, counts, query, pages } = props
  const t = words[language]
  const countOf = (name: (typeof groupNames)[number]) =>
    groups[name].reduce((sum, standing) => sum + (counts[standing] ?? 0), 0)
  if (Object.keys(counts).length === 0)
    return (
      <Empty title={t.noneYet}>
        <p>{t.noneYetWhy}</p>
      </Empty>
    )
  return (
    <>
      <Kpis
        figures={groupNames
          .filter((name) => name !== 'over')
          .map((name) => ({ label: t.groups[name], value: formatNumber(language, countOf(name)) }))}
      />
      <FilteredList
        language={language}
        path={paths.list[language]}
        file={paths.file[language]}
        search={t.search}
        filters={[
          {
            ...{ name: 'group', label: t.group },
            options: [
              { value: '', label: listWords[language].all },
              ...groupNames.map((value) => ({ value, label: t.groups[value] })),
            ],
          },
        ]}
        query={query}
        pages={pages}
        count={t.count(total)}
      >
        <Table
          id="uses"
          shape="stack"
          caption={t.caption}
          columns={columnsOf(language, today)}
          rows={rows}
          empty={t.none}
        />
      </FilteredList>
    </>
  )
}

/** Leaves and uses without one, who may use the name by a commitment, and who has to be asked since theirs is over. */
export const listPage = (props: ListProps): Page => {
  const { language, mayKeep, partners, lapsed, done } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        {done && <Notice kind="ok" title={t.done[done]} />}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>{t.owner}</p>
        {mayKeep && (
          <ButtonRow>
            <LinkButton href={paths.leave[language]}>{t.addLeave}</LinkButton>
            <LinkButton href={paths.found[language]} secondary>
              {t.addFound}
            </LinkButton>
          </ButtonRow>
        )}
        <Uses {...props} />
        {lapsed.length > 0 && (
          <>
            <h2>{t.ask}</h2>
            <p>{t.askLead}</p>
            <AskTable {...props} />
          </>
        )}
        <h2>{t.partners}</h2>
        <p>{t.partnersCount(partners)}</p>
        <p>
          <a href={paths.partners[language]}>
            {t.partnersAll}
            <span class="vh"> {t.partners}</span>
          </a>
        </p>
      </>
    ),
  }
}

type PartnersProps = {
  language: Language
  rows: readonly Partner[]
  total: number
  query: ListQuery
  pages: { page: number; pages: number }
}

/** Everybody who may use the name by a commitment in force, by name. */
export const partnersPage = ({ language, rows, total, query, pages }: PartnersProps): Page => {
  const t = words[language]
  return {
    title: t.partners,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.partners}
        />
        <h1>{t.partners}</h1>
        <p class="lead">{t.partnersLead}</p>
        <FilteredList
          language={language}
          path={paths.partners[language]}
          file={paths.partnersFile[language]}
          search={t.partnersSearch}
          filters={[]}
          query={query}
          pages={pages}
          count={t.partnersFound(total)}
        >
          <Table
            id="partners"
            shape="stack"
            caption={t.partnersCaption}
            columns={partnerColumns(language)}
            rows={rows}
            empty={t.partnersNone}
          />
        </FilteredList>
      </>
    ),
  }
}
