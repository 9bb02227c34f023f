import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { styleSheet } from '../web/assets.ts'
import { Kpis } from '../web/components/kpis.tsx'
import type { Page } from '../web/page.ts'
import type { Statistics } from './part.ts'
import { PartFigure } from './part-view.tsx'
import { paths, words } from './words.ts'

const css = styleSheet(new URL('./own-statistics.css', import.meta.url))

/** What may be chosen in an address, such as years; the one that is shown is no link. */
export const Choices = <Item extends string | number>(props: {
  label: string
  items: readonly Item[]
  chosen: Item
  nameOf: (item: Item) => string
  hrefOf: (item: Item) => string
}) => (
  <nav aria-label={props.label}>
    <p class="downloads">
      {props.items.map((item) =>
        item === props.chosen ? (
          <strong aria-current="page">{props.nameOf(item)}</strong>
        ) : (
          <a href={props.hrefOf(item)}>{props.nameOf(item)}</a>
        ),
      )}
    </p>
  </nav>
)

/** The choice of a year. */
export const Years = (props: { language: Language; years: readonly number[]; year: number }) => (
  <Choices
    label={words[props.language].year}
    items={props.years}
    chosen={props.year}
    nameOf={String}
    hrefOf={(year) => `${paths.statistics[props.language]}?year=${year}`}
  />
)

/** Figures and parts; `query` is what was chosen, and its files are of the same. */
export const Shown = ({
  language,
  statistics: { figures, parts },
  query,
}: {
  language: Language
  statistics: Statistics
  query: Record<string, string>
}) => (
  <>
    <Kpis figures={figures} />
    <div class="parts">
      {parts.map((part) => (
        <PartFigure
          language={language}
          part={part}
          csv={`${paths.csv[language]}?${new URLSearchParams({ ...query, table: part.id })}`}
        />
      ))}
    </div>
  </>
)

/** The page of any place: its name, what it is about, and of which day it is. */
export const StatisticsPage = (props: {
  language: Language
  today: Day
  name: string
  lead: string
  /** Some of it never changes: what does, its own heading tells. */
  hasClosed?: boolean
  children: Child
}): Page => {
  const t = words[props.language]
  return {
    title: `${t.title}: ${props.name}`,
    kind: 'staff',
    styles: [css],
    main: (
      <>
        <h1>{`${t.title}: ${props.name}`}</h1>
        <p class="lead">{props.lead}</p>
        {props.children}
        <p>
          {t.asOf(props.today)} {!props.hasClosed && t.reading}
        </p>
      </>
    ),
  }
}
