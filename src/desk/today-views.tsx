import type { Child } from 'hono/jsx'
import { formatNumber, formatTime, type Language } from '../i18n/translated.ts'
import { repeatPaths, repeatWords } from '../repeats/words.ts'
import { paths as unrecognised } from '../unrecognised/words.ts'
import { LinkButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { isOverLimit } from './rules.ts'
import { type At, type ShownUse, ticketsText, UndoButton } from './views.tsx'
import { waitWords } from './wait-words.ts'
import { paths, words } from './words.ts'

/** As many records as the list ever holds. */
const listed = 500

type TodayProps = {
  language: Language
  at: At
  uses: ShownUse[]
  totals: { uses: number; adults: number; children: number }
  /** A record just undone. */
  undone: boolean
  /** Records of any day that look repeated, and wait for somebody to say. */
  repeats: number
  problem: 'undo-too-late' | null
}

const columnsOf = (language: Language): Column<ShownUse>[] => {
  const t = words[language]
  const struck = (use: ShownUse, child: Child) => (use.cancelledAt ? <s>{child}</s> : child)
  return [
    { label: t.at, header: true, cell: (use) => struck(use, formatTime(language, use.usedAt)) },
    { label: t.tickets, cell: (use) => struck(use, ticketsText(language, use)) },
    { label: t.eventColumn, cell: (use) => struck(use, use.event ?? t.hereToday) },
    { label: t.card, cell: (use) => struck(use, <CodeEnd lastFour={use.tail} />) },
    {
      label: t.state,
      cell: (use) => (
        <>
          {use.overrideReason && (
            <Tag kind="wait">{isOverLimit(use.overrideReason) ? t.tagOverLimit : t.tagOverride}</Tag>
          )}
          {use.kind !== 'ticket' && <Tag kind="off">{t.kinds[use.kind]}</Tag>}
          {use.eventOn && <Tag kind="off">{t.forDay(use.eventOn)}</Tag>}
          {use.waits && !use.cancelledAt && <Tag kind="wait">{waitWords[language].tag}</Tag>}
          {use.cancelledAt && <Tag kind="off">{t.tagUndone}</Tag>}
          {use.mayUndo && <UndoButton language={language} use={use} back="today" />}
        </>
      ),
    },
  ]
}

/** The day's records of the site: what has gone in, and where a slip of the finger is put right. */
export const todayPage = ({ language, at, uses, totals, undone, repeats, problem }: TodayProps): Page => {
  const t = words[language]
  const number = (value: number) => formatNumber(language, value)
  return {
    title: problem ? t.problems[problem] : t.today,
    kind: 'staff',
    main: (
      <>
        {problem && (
          <ProblemSummary language={language} problems={[{ name: '', text: t.problems[problem] }]} />
        )}
        {undone && <Notice kind="ok" title={t.undone} />}
        <h1>{t.today}</h1>
        <p class="lead">{at.site.name}</p>
        {repeats > 0 && (
          <p>
            <a href={repeatPaths.list[language]}>{repeatWords[language].waiting(repeats)}</a>
          </p>
        )}
        {uses.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            <LinkButton href={paths.desk[language]}>{t.scan}</LinkButton>
          </Empty>
        ) : (
          <>
            <Kpis
              figures={[
                { label: t.records, value: number(totals.uses) },
                { label: t.adultTickets, value: number(totals.adults) },
                { label: t.childTickets, value: number(totals.children) },
              ]}
            />
            <p>
              <LinkButton href={paths.desk[language]}>{t.scan}</LinkButton>
            </p>
            {uses.some(({ waits }) => waits) && (
              <p>
                <a href={unrecognised.list[language]}>{waitWords[language].seeAll}</a>
              </p>
            )}
            {uses.length >= listed && <p>{t.onlyNewest(number(uses.length))}</p>}
            <Table
              id="uses"
              caption={t.list}
              columns={columnsOf(language)}
              rows={uses}
              empty={t.none}
              shape="stack"
            />
          </>
        )}
      </>
    ),
  }
}
