import { paths as templates } from '../commitment-templates/words.ts'
import { paths as commitments, words as commitmentWords } from '../commitments/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Empty } from '../web/components/empty.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Kept } from './list-queries.ts'
import { mayRemindFrom } from './remind-rules.ts'
import { trailOf, trailToAll } from './step-views.tsx'
import { type Deed, paths, words } from './words.ts'

const names = ({ parties }: Kept) => parties.map(({ name }) => name).join(' · ')

type ListProps = {
  language: Language
  kept: readonly Kept[]
  done: { deed: Deed; id: number } | null
  /** Where one template goes to many partners. */
  batches: string
  typed: Typed
}

const Done = ({ language, done }: { language: Language; done: { deed: Deed; id: number } }) => (
  <Notice kind="ok" title={words[language].done[done.deed]}>
    {done.deed === 'cancelled' && (
      <PostButton secondary action={fill(paths.reopen[language], { commitment: done.id })}>
        {commonWords[language].undo}
      </PostButton>
    )}
  </Notice>
)

type OneProps = { language: Language; one: Kept }
const TitleOf = ({ language, one }: OneProps) => (
  <a href={fill(commitments.one[language], { commitment: one.id })}>{one.title[language]}</a>
)
/** For ears: which of the rows a button is of. */
const About = ({ language, one }: OneProps) => <span class="vh"> {one.title[language]}</span>

/** What has come back from its parties, or was not answered in time. */
const CameBack = ({ language, kept }: { language: Language; kept: readonly Kept[] }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.cameBack}</h2>
      <p>{t.cameBackLead}</p>
      <Table
        id="came-back"
        caption={t.cameBack}
        isCaptionHeard
        shape="stack"
        empty=""
        rows={kept}
        columns={[
          { label: t.kindLabel, header: true, cell: (one) => <TitleOf language={language} one={one} /> },
          {
            label: t.state,
            cell: ({ state }) => (
              <Tag kind={state === 'declined' ? 'no' : 'off'}>{commitmentWords[language].states[state]}</Tag>
            ),
          },
          {
            label: t.todo,
            cell: (one) => (
              <ButtonRow>
                <PostButton secondary action={fill(paths.reopen[language], { commitment: one.id })}>
                  {t.reopen}
                  <About one={one} language={language} />
                </PostButton>
                <PostButton secondary action={fill(paths.cancel[language], { commitment: one.id })}>
                  {t.cancelOne}
                  <About one={one} language={language} />
                </PostButton>
              </ButtonRow>
            ),
          },
        ]}
      />
    </>
  )
}

/** The drafts of whoever keeps them, and what came back to be changed. */
export const listPage = ({ language, kept, done, batches, typed }: ListProps): Page => {
  const t = words[language]
  const drafts = kept.filter(({ state }) => state === 'draft')
  const back = kept.filter(({ state }) => state !== 'draft')
  const start = <LinkButton href={paths.partner[language]}>{t.start}</LinkButton>
  const { list: problems } = sayProblems(typed.problems, t.problems)
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailToAll(language)} here={t.title} />
        <ProblemSummary language={language} problems={problems} />
        {done && <Done language={language} done={done} />}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <ButtonRow>
          {kept.length > 0 && start}
          <LinkButton secondary href={batches}>
            {t.seeBatches}
          </LinkButton>
          <LinkButton secondary href={paths.waiting[language]}>
            {t.seeWaiting}
          </LinkButton>
          <LinkButton secondary href={templates.list[language]}>
            {t.seeTemplates}
          </LinkButton>
        </ButtonRow>
        {kept.length === 0 && (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {start}
          </Empty>
        )}
        {drafts.length > 0 && (
          <>
            <h2>{t.drafts}</h2>
            <CardList
              items={drafts.map((one) => ({
                title: one.title[language],
                href: fill(paths.check[language], { commitment: one.id }),
                lines: [
                  names(one),
                  t.answerBy(one.answerUntil),
                  ...(one.round > 0 ? [<Tag kind="wait">{t.sentBefore}</Tag>] : []),
                ],
              }))}
            />
          </>
        )}
        {back.length > 0 && <CameBack language={language} kept={back} />}
      </>
    ),
  }
}

type WaitingProps = {
  language: Language
  kept: readonly Kept[]
  pages: { page: number; pages: number }
  /** Whose letters have just gone out. */
  isReminded: boolean
  today: Day
  typed: Typed
}

/** The button to remind; within days of the last letter, from when on there is one. */
const Remind = ({ language, one, today }: OneProps & { today: Day }) => {
  const t = words[language]
  const { sentAt, remindedAt } = one
  const from = sentAt && mayRemindFrom({ sentAt, remindedAt })
  if (from && today < from) return <>{t.remindFrom(from)}</>
  return (
    <PostButton secondary action={fill(paths.remind[language], { commitment: one.id })}>
      {t.remind}
      <About one={one} language={language} />
    </PostButton>
  )
}

const WaitingTable = ({ language, kept, today }: Pick<WaitingProps, 'language' | 'kept' | 'today'>) => {
  const t = words[language]
  const open = ({ parties }: Kept) => parties.filter(({ isSigned }) => !isSigned).map(({ name }) => name)
  return (
    <Table
      id="waiting"
      caption={t.waitingTitle}
      isCaptionHeard
      shape="stack"
      empty=""
      rows={kept}
      columns={[
        { label: t.kindLabel, header: true, cell: (one) => <TitleOf language={language} one={one} /> },
        {
          label: t.state,
          cell: (one) => (
            <>
              <Tag kind="wait">{t.signed(one.parties.length - open(one).length, one.parties.length)}</Tag>
              <br />
              {t.waitsFor(open(one).join(' · '))}
            </>
          ),
        },
        {
          label: t.answerLabel,
          cell: ({ answerUntil, remindedAt }) => (
            <>
              {formatDay(language, answerUntil)}
              {remindedAt && (
                <>
                  <br />
                  {t.remindedOn(dayOf(remindedAt))}
                </>
              )}
            </>
          ),
        },
        {
          label: t.todo,
          cell: (one) => <Remind {...{ language, one, today }} />,
        },
      ]}
    />
  )
}

/** Everything that waits for a signature. */
export const waitingPage = ({ language, kept, pages, isReminded, today, typed }: WaitingProps): Page => {
  const t = words[language]
  const { list: problems } = sayProblems(typed.problems, t.problems)
  return {
    title: t.waitingTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.waitingTitle} />
        <ProblemSummary language={language} problems={problems} />
        {isReminded && <Notice kind="ok" title={t.done.reminded} />}
        <h1>{t.waitingTitle}</h1>
        <p class="lead">{t.waitingLead}</p>
        {kept.length === 0 ? (
          <Empty title={t.waitingNone}>
            <p>{t.waitingNoneWhy}</p>
          </Empty>
        ) : (
          <WaitingTable {...{ language, kept, today }} />
        )}
        <Pagination
          language={language}
          {...pages}
          href={(page) => `${paths.waiting[language]}?page=${page}`}
        />
      </>
    ),
  }
}
