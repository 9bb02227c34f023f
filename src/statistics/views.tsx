import type { PublicNotice } from '../exceptions/queries.ts'
import { told } from '../exceptions/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { monthName } from '../i18n/common-words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { categories } from '../network/rules.ts'
import type { ClosingState } from '../publications/period-rules.ts'
import type { Publication } from '../publications/rules.ts'
import type { ChartData } from '../web/components/chart.tsx'
import { ChartFigure } from '../web/components/chart-figure.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Spoken } from '../web/components/spoken.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { definitionWords } from './definition-words.ts'
import { type LateMonth, lateColumns } from './late-view.tsx'
import type { ShownPeriod } from './period-charts-view.tsx'
import { ClosedPeriod } from './period-view.tsx'
import type { PublishedYear, ShownYear } from './published-rules.ts'
import { findingOf, type MonthCounts, sumOf } from './rules.ts'
import type { Totals } from './total-rules.ts'
import { PublishedYears, TotalsPart, YearCell } from './total-views.tsx'
import { paths, statisticsWords } from './words.ts'

type Part = { language: Language; today: Day }

/** A figure of the national table: blank where it is not told. */
const say = (language: Language, value: number | null) =>
  value === null ? '' : formatNumber(language, value)

const KeyFigures = ({ language, rows }: Part & { rows: readonly ShownYear[] }) => {
  const t = statisticsWords[language]
  const latest = rows.at(-1)!
  const before = rows.find(({ year }) => year === latest.year - 1)
  const figure = (label: string, pick: (row: ShownYear) => number | null) => ({
    label,
    value: say(language, pick(latest)),
    ...(before && pick(before) !== null ? { note: t.yearBefore(before.year, pick(before) ?? 0) } : {}),
  })
  return (
    <Kpis
      figures={[
        figure(t.tickets(latest.year), ({ total }) => total),
        figure(t.forChildren, ({ child }) => sumOf(child)),
        figure(t.registered(latest.year), ({ cardsRegistered }) => cardsRegistered),
        figure(t.municipalities(latest.year), ({ municipalities }) => municipalities),
      ]}
    />
  )
}

/** Blank where nothing was recorded. */
const cell = (language: Language, value: number | null) =>
  value === null || value === 0 ? '' : formatNumber(language, value)

/** A year that has only a few months at an edge of the chart gets no label: on a phone it would touch its neighbour. */
const roomForYear = 4

const chartOf = (language: Language, months: readonly MonthCounts[]): ChartData => {
  const t = statisticsWords[language]
  const inYear = (year: number) => months.filter(({ month }) => yearOf(month) === year).length
  return {
    categories: months.map(({ month }) => ({
      label: monthName(language, Number(month.slice(5, 7))),
      ...(inYear(yearOf(month)) >= roomForYear ? { group: String(yearOf(month)) } : {}),
    })),
    series: [
      { name: t.adults, values: months.map(({ adults }) => adults) },
      { name: t.children, values: months.map(({ children }) => children) },
    ],
  }
}

type MonthlyProps = Part & { months: readonly MonthCounts[]; late: readonly LateMonth[] }

const Monthly = ({ language, months, late }: MonthlyProps) => {
  const t = statisticsWords[language]
  const finding = findingOf(months)
  return (
    <ChartFigure
      id="months"
      language={language}
      finding={t.finding(finding)}
      summary={t.summary(finding, months[0]!.month, months.at(-1)!.month)}
      data={chartOf(language, months)}
      note={t.currentMonth}
      downloads={[{ label: t.monthsCsv, href: paths.monthsCsv[language] }]}
      table={
        <Table
          id="months-table"
          shape="scroll"
          caption={t.byMonth}
          empty={t.none}
          rows={months}
          columns={[
            { label: t.month, header: true, cell: ({ month }) => t.monthName(month) },
            { label: t.adults, number: true, cell: ({ adults }) => cell(language, adults) },
            { label: t.children, number: true, cell: ({ children }) => cell(language, children) },
            {
              label: t.total,
              number: true,
              cell: ({ adults, children }) => cell(language, adults + children),
            },
            ...lateColumns(language, months, late),
          ]}
        />
      }
    />
  )
}

type YearlyProps = Part & { rows: readonly ShownYear[]; superseded: readonly PublishedYear[] }

const Yearly = ({ language, rows, superseded }: YearlyProps) => {
  const t = statisticsWords[language]
  const names = categoryNames[language]
  const count = (label: string, pick: (row: ShownYear) => number | null): Column<ShownYear> => ({
    label,
    number: true,
    cell: (row) => say(language, pick(row)),
  })
  const ticketsOf = (who: 'adult' | 'child', label: (category: string) => string): Column<ShownYear>[] =>
    categories.map((category) => ({
      label: label(names[category]),
      number: true,
      cell: (row) => cell(language, row[who][category]),
    }))
  return (
    <>
      <Table
        id="years"
        shape="scroll"
        caption={t.byYear}
        empty={t.none}
        rows={rows}
        columns={[
          { label: t.year, header: true, cell: (row) => <YearCell language={language} row={row} /> },
          count(t.cardsRegistered, (row) => row.cardsRegistered),
          count(t.cardsTakenIntoUse, (row) => row.cardsTakenIntoUse),
          ...ticketsOf('adult', t.adultsIn),
          ...ticketsOf('child', t.childrenIn),
          count(t.total, ({ total }) => total),
          count(t.places, ({ municipalities }) => municipalities),
        ]}
      />
      <p>{t.blank}</p>
      <PublishedYears language={language} rows={rows} superseded={superseded} />
      <p class="downloads">
        <a href="/api/v1/statistics/yearly.csv">{t.yearsCsv}</a>
        <a href="/api/v1/statistics/yearly">{t.yearsJson}</a>
      </p>
    </>
  )
}

type StatisticsProps = {
  today: Day
  table: { rows: readonly ShownYear[]; superseded: readonly PublishedYear[] }
  totals: Totals
  months: readonly MonthCounts[]
  /** Months with entries that came after their quarter was closed. */
  late: readonly LateMonth[]
  notices: readonly PublicNotice[]
  /** The closed periods, the newest first, and the one that is shown; null while there is none. */
  publications: readonly Publication[]
  closing: ClosingState
  shown: ShownPeriod | null
}

/** Four figures, the months as a chart, the years as a table, a closed period, and what every figure means. */
export const statisticsPage = (language: Language, props: StatisticsProps): Page => {
  const { today, totals, months, late, notices, publications, closing, shown } = props
  const { rows, superseded } = props.table
  const t = statisticsWords[language]
  const part = { language, today }
  const isUnfinished = rows.at(-1)?.year === yearOf(today)
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <h1>{t.title}</h1>
        {rows.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <p class="lead">
              {t.asOf(today)} {isUnfinished && t.unfinished(yearOf(today))}
            </p>
            <KeyFigures {...part} rows={rows} />
            <Monthly {...part} months={months} late={late} />
            {notices.map((notice) => {
              const { title, parts } = told(language, notice)
              return (
                <p>
                  <strong>{title}.</strong> <Spoken parts={parts} />
                </p>
              )
            })}
            <Yearly {...part} rows={rows} superseded={superseded} />
            <TotalsPart {...part} totals={totals} />
            <ClosedPeriod {...{ language, closing, publications, shown }} />
          </>
        )}
        <h2>{t.meanings}</h2>
        {definitionWords[language].map(({ term, meaning }) => (
          <>
            <h3>{term}</h3>
            <p>{meaning}</p>
          </>
        ))}
      </>
    ),
  }
}
