import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Kpis } from '../web/components/kpis.tsx'
import type { Column } from '../web/components/table.tsx'
import { type Given, unpricedAmong, worthOf } from './rules.ts'
import { sayCount, sayRoundly, sayValue, words } from './words.ts'

/** The years that can be looked at, the one that is shown without a link. */
export const Years = (props: {
  language: Language
  years: readonly number[]
  year: number
  ledger: string
}) => (
  <nav aria-label={words[props.language].yearsOf}>
    <p class="downloads">
      {props.years.map((year) =>
        year === props.year ? (
          <strong aria-current="page">{year}</strong>
        ) : (
          <a href={`${props.ledger}?year=${year}`}>{year}</a>
        ),
      )}
    </p>
  </nav>
)

type FiguresProps = { language: Language; year: number; given: Given; today: Day }

/** The sums of a year, and of which day they are. */
export const Figures = ({ language, year, given, today }: FiguresProps) => {
  const t = words[language]
  return (
    <>
      <Kpis
        figures={[
          { label: t.inYear(t.tickets, year), value: formatNumber(language, given.tickets) },
          { label: t.children, value: formatNumber(language, given.children) },
          ...(given.community > 0
            ? [{ label: t.community, value: formatNumber(language, given.community) }]
            : []),
          { label: t.inYear(t.value, year), value: sayRoundly(language, worthOf(given)) },
        ]}
      />
      <p>{t.asOf(today)}</p>
    </>
  )
}

/** The columns that say what was given, for tables of months, years and sites alike; of `all`, whether prices are missing. */
export const givenColumns = (language: Language, all: readonly Given[]): Column<Given>[] => {
  const t = words[language]
  const count = (label: string, pick: (given: Given) => number): Column<Given> => ({
    label,
    number: true,
    cell: (given) => sayCount(language, pick(given)),
  })
  return [
    count(t.tickets, ({ tickets }) => tickets),
    count(t.children, ({ children }) => children),
    { label: t.value, number: true, cell: (given) => sayValue(language, worthOf(given)) },
    ...(unpricedAmong(all) > 0 ? [count(t.unpricedTickets, ({ unpriced }) => unpriced)] : []),
  ]
}

/** What the figures mean. */
export const Meaning = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.meaning}</h2>
      {t.meanings.map((text) => (
        <p>{text}</p>
      ))}
    </>
  )
}

export const Downloads = ({ language, files }: { language: Language; files: [string, string] }) => (
  <p class="downloads">
    <a href={files[0]}>{words[language].csv}</a>
    <a href={files[1]}>{words[language].workbook}</a>
  </p>
)
