import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { periodName, publicationWords } from '../publications/words.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChartFigure } from '../web/components/chart-figure.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Corrections } from './correction-view.tsx'
import { cellOf, changeCell, countOf, hasChanges } from './lines.ts'
import type { InnerPlace } from './place-queries.ts'
import type { Report, ReportTable, Row } from './report-shape.ts'
import { reportWords } from './report-words.ts'
import { kindsFor } from './rules.ts'
import { placeLine } from './sentence-words.ts'
import { savedPath, words } from './words.ts'

type Part = { report: Report }

const columnsOf = (language: Language, table: ReportTable): Column<Row>[] => [
  { label: table.head, header: true, cell: ({ label }) => label },
  ...table.columns.map(({ label }, index) => ({
    label,
    number: true,
    cell: ({ values }: Row) => cellOf(language, values[index]),
  })),
  ...(hasChanges(table)
    ? [
        {
          label: reportWords[language].change,
          number: true,
          cell: (row: Row) => changeCell(language, table, row),
        },
      ]
    : []),
]

const FigureTable = ({ report, table }: Part & { table: ReportTable }) => (
  <Table
    id={table.id}
    shape="scroll"
    caption={table.caption}
    empty={words[report.language].none}
    rows={table.rows}
    columns={columnsOf(report.language, table)}
  />
)

/** The first of the main figures that are shown, with what they were a year before. */
const KeyFigures = ({ report }: Part) => {
  const { language, key } = report
  const t = words[language]
  const shown = key.rows.filter(({ values }) => typeof values[0] === 'number').slice(0, 4)
  if (shown.length < 2) return null
  return (
    <Kpis
      figures={shown.map(({ measure, values }) => ({
        label: publicationWords[language].measures[measure].name,
        value: countOf(language, measure, values[0]),
        ...(key.yearBefore !== null && values[key.yearBefore] !== undefined
          ? { note: t.yearBefore(countOf(language, measure, values[key.yearBefore])) }
          : {}),
      }))}
    />
  )
}

const textId = 'report-text'

/** The text to paste: to be marked and copied by hand, and with a button where a script runs. */
const ReadyText = ({ report }: Part) => {
  const t = words[report.language]
  return (
    <div class="field">
      <label for={textId}>{t.text}</label>
      <p class="hint" id={`${textId}-hint`}>
        {t.textHint}
      </p>
      <textarea id={textId} aria-describedby={`${textId}-hint`} rows={12} readonly>
        {report.paragraphs.join('\n\n')}
      </textarea>
      <p hidden data-with-script="true" aria-live="polite">
        <button class="btn sec" type="button" data-copy={textId} data-done={t.copied}>
          {t.copy}
        </button>
      </p>
    </div>
  )
}

const Files = ({ report }: Part) => {
  const t = words[report.language]
  return (
    <>
      <ButtonRow>
        {(['pdf', 'xlsx', 'csv', 'json'] as const).map((what) => (
          <LinkButton secondary={what !== 'pdf'} href={savedPath(report.language, report, what)}>
            {t.files[what]}
          </LinkButton>
        ))}
      </ButtonRow>
      <p>
        <a href={savedPath(report.language, report)}>{t.permanent}</a>
      </p>
    </>
  )
}

/** A table of so many columns finds room in half of a wide screen. */
const columnsOfHalf = 2

/** The drawn tables first, as charts; the others two side by side where there is room. */
const Charts = ({ report }: Part) => {
  const { language, tables, place, publication } = report
  const t = words[language]
  const period = periodName(language, publication.period)
  const columns = Math.max(0, ...tables.map((table) => table.columns.length))
  return (
    <>
      {tables.map(
        (table) =>
          table.chart && (
            <ChartFigure
              id={`chart-${table.id}`}
              language={language}
              finding={table.title}
              summary={t.chartSummary(table.caption, period, placeLine(language, place))}
              data={table.chart}
              table={<FigureTable report={report} table={table} />}
              downloads={[{ label: 'CSV', href: savedPath(language, report, 'csv') }]}
            />
          ),
      )}
      <div class={columns <= columnsOfHalf ? 'halves' : undefined}>
        {tables.map((table) => table.chart === null && <FigureTable report={report} table={table} />)}
      </div>
    </>
  )
}

type InnerProps = { language: Language; inner: readonly InnerPlace[]; report: Report }

/** A single place has fewer kinds of report. */
const innerKind = ({ kind }: Report) => (kindsFor('site').includes(kind) ? kind : 'annual')

const innerColumns = ({ language, report }: InnerProps): Column<InnerPlace>[] => {
  const t = words[language]
  return [
    {
      label: t.name,
      header: true,
      cell: ({ level, id, name }) => (
        <a
          href={savedPath(language, {
            kind: innerKind(report),
            publication: report.publication,
            place: { level, id },
          })}
        >
          {name}
        </a>
      ),
    },
    { label: t.municipality, cell: (place) => municipalityName(place, language) },
    { label: t.count, number: true, cell: ({ count }) => cellOf(language, count) },
  ]
}

const Silent = ({
  language,
  title,
  places,
}: {
  language: Language
  title: string
  places: readonly InnerPlace[]
}) =>
  places.length > 0 && (
    <details class="more">
      <summary>{title}</summary>
      <ul>
        {places.map((place) => (
          <li>
            {place.name}, {municipalityName(place, language)}
          </li>
        ))}
      </ul>
    </details>
  )

/** The units and sites of the place: those that recorded nothing by name, and the report of each. */
const Inner = (props: InnerProps) => {
  const { language, inner, report } = props
  const t = words[language]
  const silent = (level: 'unit' | 'site') => inner.filter((one) => one.level === level && one.count === 0)
  if (inner.length === 0) return null
  return (
    <>
      <h2>{t.within}</h2>
      <Silent language={language} title={t.silentSites(silent('site').length)} places={silent('site')} />
      <Silent language={language} title={t.silentUnits(silent('unit').length)} places={silent('unit')} />
      {report.place.level !== 'country' && (
        <>
          <p class="hint">{t.withinHint}</p>
          <Table
            id="within"
            shape="stack"
            caption={t.within}
            empty={t.none}
            rows={inner}
            columns={innerColumns(props)}
          />
        </>
      )}
    </>
  )
}

const Definitions = ({ report }: Part) => {
  const t = reportWords[report.language]
  return (
    <>
      <h2>{t.definitions}</h2>
      {report.definitions.map(({ name, meaning, unit }) => (
        <>
          <h3>
            {name} ({unit})
          </h3>
          <p>{meaning}</p>
        </>
      ))}
      {report.source.map((line) => (
        <p class="hint">{line}</p>
      ))}
    </>
  )
}

/**
 * All of a report under its title: text, charts with their tables, what lies in the place, and what the figures mean.
 * @param children what stands below the files
 */
export const ReportParts = ({
  report,
  inner,
  children,
}: Part & { inner: readonly InnerPlace[]; children?: Child }) => (
  <>
    <p class="lead">{report.lead}</p>
    <KeyFigures report={report} />
    <ReadyText report={report} />
    <Files report={report} />
    {children}
    <FigureTable report={report} table={report.key} />
    <Charts report={report} />
    {report.hidden && <p class="hint">{report.hidden}</p>}
    <Corrections report={report} />
    <Inner language={report.language} inner={inner} report={report} />
    <Definitions report={report} />
  </>
)
