import type { Child } from 'hono/jsx'
import { categoryNames } from '../i18n/category-names.ts'
import { monthName } from '../i18n/common-words.ts'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { formatSpan } from '../network/phase-words.ts'
import type { Category } from '../network/rules.ts'
import { Kpis } from '../web/components/kpis.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { KeptEvaluation } from './queries.ts'
import { type Counted, type Evaluation, goesOnAnswers, type SideResult } from './rules.ts'
import { words } from './words.ts'

type Props = {
  language: Language
  evaluation: KeptEvaluation
  /** The questions of wellbeing by their number and set, in the reader's language. */
  questionOf: (instrument: number, item: number) => string
  /** What a feedback was about, in words. */
  aboutOf: (about: string) => string
}

const hidden = '–'

const figuresOf = (language: Language, { cards, tickets, units, sites }: Evaluation) => {
  const t = words[language]
  const number = (count: number | null | undefined) =>
    count === null || count === undefined ? hidden : formatNumber(language, count)
  const share = cards?.used ? t.ofCards(Math.round((cards.used / cards.registered) * 100)) : undefined
  return [
    { label: t.registered, value: number(cards?.registered) },
    { label: t.used, value: number(cards?.used), ...(share === undefined ? {} : { note: share }) },
    {
      label: t.median,
      value: cards?.medianDays === null || !cards ? hidden : t.days(Math.round(cards.medianDays)),
    },
    { label: t.tickets, value: number(tickets && tickets.adults + tickets.children) },
    { label: t.children, value: number(tickets?.children) },
    { label: t.companions, value: number(tickets?.companions) },
    { label: t.users, value: number(tickets?.cards) },
    { label: t.units, value: number(units.registered), note: t.outOf(units.all) },
    { label: t.sites, value: number(sites.used), note: t.outOf(sites.all) },
  ]
}

type DivisionProps = {
  language: Language
  id: string
  title: string
  header: string
  rows: readonly Counted[] | null
  nameOf: (name: string) => string
}

const Division = ({ language, id, title, header, rows, nameOf }: DivisionProps) => {
  const t = words[language]
  return (
    <>
      <h3>{title}</h3>
      {rows === null ? (
        <p>{t.fewCards}</p>
      ) : (
        <Table
          id={id}
          caption={title}
          rows={rows}
          empty={t.fewCards}
          columns={[
            { label: header, header: true, cell: ({ name }) => nameOf(name) },
            { label: t.tickets, number: true, cell: ({ tickets }) => formatNumber(language, tickets) },
            { label: t.users, number: true, cell: ({ cards }) => formatNumber(language, cards) },
          ]}
        />
      )}
    </>
  )
}

const Texts = ({ title, texts }: { title: string; texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  )

/** What the places of one side answered. */
export const SideAnswers = ({ language, result }: { language: Language; result: SideResult }) => {
  const t = words[language]
  const { side, answers, shown } = result
  const title = t.answers(side, answers)
  if (shown === null)
    return (
      <>
        <h3>{title}</h3>
        <p>{t.tooFew}</p>
      </>
    )
  const rows = t.statements[side].map((text, nth) => ({ text, mean: shown.means[nth] ?? null }))
  return (
    <>
      <h3>{title}</h3>
      <Table
        id={`answers-${side}`}
        caption={title}
        rows={rows}
        empty={t.tooFew}
        columns={[
          { label: t.statement, header: true, cell: ({ text }) => text },
          {
            label: t.mean,
            number: true,
            cell: ({ mean }) => (mean === null ? hidden : formatNumber(language, mean)),
          },
        ]}
      />
      <SummaryList
        rows={goesOnAnswers.map((kind) => ({
          label: t.goesOn[kind],
          value: formatNumber(language, shown.goesOn[kind]),
        }))}
      />
      <Texts title={t.well} texts={shown.well} />
      <Texts title={t.better} texts={shown.better} />
    </>
  )
}

const Section = ({ title, children }: { title: string; children: Child }) => (
  <>
    <h3>{title}</h3>
    {children}
  </>
)

const monthText = (language: Language, month: string) => {
  const [year, nth] = month.split('-')
  return `${monthName(language, Number(nth))} ${year}`
}

const Wellbeing = ({ language, evaluation, questionOf }: Props) => {
  const t = words[language]
  const { wellbeing } = evaluation.content
  if (wellbeing.length === 0) return <p>{t.wellbeingNone}</p>
  return (
    <Table
      id="wellbeing"
      caption={t.wellbeing}
      rows={wellbeing}
      empty={t.wellbeingNone}
      columns={[
        {
          label: t.statement,
          header: true,
          cell: ({ instrument, item, year }) => `${questionOf(instrument, item)} (${year})`,
        },
        {
          label: t.change,
          number: true,
          cell: ({ mean }) => formatNumber(language, Math.round(mean * 10) / 10),
        },
        { label: t.persons, number: true, cell: ({ persons }) => formatNumber(language, persons) },
      ]}
    />
  )
}

/** How the pilot went, as it was counted: the register's numbers, the places' answers, what people told, and the meetings. */
export const EvaluationView = (props: Props) => {
  const { language, evaluation, aboutOf } = props
  const { content, from, until, countedAt } = evaluation
  const t = words[language]
  return (
    <>
      <p>
        {t.runs(formatSpan(language, from, until))} · {t.counted(formatDay(language, dayOf(countedAt)))}
      </p>
      <p>{t.recount}</p>
      <Kpis figures={figuresOf(language, content)} />
      <Division
        {...{
          language,
          id: 'by-category',
          title: t.byCategory,
          header: t.category,
          rows: content.byCategory,
        }}
        nameOf={(name) => categoryNames[language][name as Category]}
      />
      <Division
        {...{ language, id: 'by-month', title: t.byMonth, header: t.month, rows: content.byMonth }}
        nameOf={(name) => monthText(language, name)}
      />
      {content.survey?.map((result) => (
        <SideAnswers language={language} result={result} />
      ))}
      <Section title={t.feedback}>
        {content.feedback.length === 0 && <p>{t.feedbackNone}</p>}
        <SummaryList
          rows={content.feedback.map(({ about, count }) => ({
            label: aboutOf(about),
            value: t.feedbackCount(count),
          }))}
        />
      </Section>
      <Section title={t.wellbeing}>
        <Wellbeing {...props} />
      </Section>
      <Section title={t.meetings}>
        {content.meetings.length === 0 ? (
          <p>{t.meetingsNone}</p>
        ) : (
          <ul>
            {content.meetings.map(({ heldOn, actions, open }) => (
              <li>{t.meetingLine(formatDay(language, heldOn), actions, open)}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
