import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Kpis } from '../web/components/kpis.tsx'
import { Table } from '../web/components/table.tsx'
import type { PublishedYear, ShownYear } from './published-rules.ts'
import type { Totals } from './total-rules.ts'
import { publishedNotes, totalWords } from './total-words.ts'

const networkRows = ['units', 'sites', 'municipalities', 'counties'] as const

/** Cards, tickets and the network since the beginning. */
export const TotalsPart = ({
  language,
  today,
  totals,
}: {
  language: Language
  today: Day
  totals: Totals
}) => {
  const t = totalWords[language]
  if (totals.since === null) return null
  const number = (value: number) => formatNumber(language, value)
  return (
    <section id="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{t.title(totals.since)}</h2>
      <Kpis
        figures={[
          { label: t.tickets, value: number(totals.tickets) },
          { label: t.children, value: number(totals.children) },
          { label: t.cards, value: number(totals.cards) },
        ]}
      />
      <Table
        id="network"
        caption={t.what}
        empty="–"
        rows={networkRows}
        columns={[
          { label: t.what, header: true, cell: (row) => t.network[row] },
          { label: t.now, number: true, cell: (row) => number(totals[row].now) },
          { label: t.ever, number: true, cell: (row) => number(totals[row].ever) },
        ]}
      />
      <p>{[t.asOf(today), ...publishedNotes(language, totals)].join(' ')}</p>
      <p class="downloads">
        <a href="/api/v1/statistics/totals">JSON</a>
      </p>
    </section>
  )
}

/** The year, with a mark where its figures were not counted here. */
export const YearCell = ({ language, row }: { language: Language; row: ShownYear }) => (
  <>
    {row.year}
    {row.published && (
      <>
        <span aria-hidden="true">*</span>
        <span class="vh"> {totalWords[language].mark}</span>
      </>
    )}
  </>
)

/** Where the marked years come from, and what was first published of others. */
export const PublishedYears = ({
  language,
  rows,
  superseded,
}: {
  language: Language
  rows: readonly ShownYear[]
  superseded: readonly PublishedYear[]
}) => {
  const t = totalWords[language]
  return (
    <>
      {rows.map(({ year, published }) => published && <p>{t.from(year, published)}</p>)}
      {superseded.map((one) => (
        <p>{t.superseded(one)}</p>
      ))}
    </>
  )
}
