import { paths as communityPaths } from '../community-cards/words.ts'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { paths as renewalPaths } from '../renewals/words.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { InductionLine, type Unit, UnitLine } from './issue-view.tsx'
import { lifePaths, lifeWords } from './life-words.ts'
import type { OwnCard } from './queries.ts'
import type { Task } from './task-queries.ts'
import { words } from './words.ts'

export type TaskList = { task: Task; total: number; page: number; pages: number; cards: OwnCard[] }
type TasksProps = {
  language: Language
  today: Day
  unit: Unit
  expiring: TaskList
  unused: TaskList
  /** Everything on one page, for paper. */
  isAll: boolean
  /** What is to be told of the worker's own induction, or null. */
  induction: string | null
}

/** What a worker may bring up when they meet a client: a card that ends soon, and one that has never been used. */
export const tasksPage = (props: TasksProps): Page => {
  const { language, today, unit, expiring, unused, isAll, induction } = props
  const t = lifeWords[language]
  const figure = (label: string, list: TaskList) => ({ label, value: formatNumber(language, list.total) })
  return {
    title: t.tasks,
    kind: 'staff',
    main: (
      <>
        <UnitLine unit={unit} language={language} />
        <h1>{t.tasks}</h1>
        <p>{t.tasksLead}</p>
        {induction && <InductionLine language={language} text={induction} />}
        <Kpis figures={[figure(t.expiring, expiring), figure(t.unused, unused)]} />
        <ButtonRow>
          <LinkButton href={renewalPaths.start[language]}>{t.renewOld}</LinkButton>
          <LinkButton href={lifePaths.find[language]} secondary>
            {t.find}
          </LinkButton>
        </ButtonRow>
        {expiring.total + unused.total === 0 ? (
          <Empty title={t.nothing}>
            <p>{t.nothingText}</p>
          </Empty>
        ) : (
          <>
            <h2>{t.expiring}</h2>
            {expiring.total > 0 && <p>{t.expiringText}</p>}
            <TaskTable {...props} list={expiring} empty={t.noExpiring} />
            <h2>{t.unused}</h2>
            {unused.total > 0 && <p>{t.unusedText}</p>}
            {unused.total > 0 && (
              <p>
                {t.together} <a href={communityPaths.list[language]}>{t.toCommunity}</a>
              </p>
            )}
            <TaskTable {...props} list={unused} empty={t.noUnused} />
            <p>
              {isAll ? (
                <>
                  {t.printed(today)}. <a href={lifePaths.tasks[language]}>{t.byPages}</a>
                </>
              ) : (
                <a href={`${lifePaths.tasks[language]}?all`}>{t.showAll}</a>
              )}
            </p>
          </>
        )}
      </>
    ),
  }
}

const TaskTable = (props: TasksProps & { list: TaskList; empty: string }) => {
  const { language, list, expiring, unused, empty } = props
  const t = lifeWords[language]
  const day = (value: Day | null) => (value === null ? '–' : formatDay(language, value))
  const columns: Column<OwnCard>[] = [
    {
      label: t.card,
      header: true,
      cell: (card) => (
        <>
          <a href={fill(lifePaths.card[language], { card: card.id })}>
            <CodeEnd lastFour={card.tail} />
          </a>
          {card.type === 'community' && <div>{words[language].community}</div>}
        </>
      ),
    },
    { label: t.registered, cell: ({ registeredOn }) => day(registeredOn) },
    { label: t.validUntil, cell: ({ validUntil }) => day(validUntil) },
    ...(list.task === 'expiring'
      ? [{ label: t.uses, number: true, cell: ({ uses }: OwnCard) => formatNumber(language, uses) }]
      : []),
  ]
  const other = list.task === 'expiring' ? unused : expiring
  return (
    <>
      <Table
        id={list.task}
        caption={t.oldestFirst}
        shape="stack"
        columns={columns}
        rows={list.cards}
        empty={empty}
      />
      <Pagination
        language={language}
        page={list.page}
        pages={list.pages}
        href={(number) => `${lifePaths.tasks[language]}?${list.task}=${number}&${other.task}=${other.page}`}
      />
    </>
  )
}
