import { formatNumber, type Language } from '../i18n/translated.ts'
import type { PlaceName } from '../open-data/rules.ts'
import { isTold } from '../publications/part-rules.ts'
import type { Division, Figure, Publication, Told } from '../publications/rules.ts'
import { partName, periodName } from '../publications/words.ts'
import { CellBar } from '../web/components/chart.tsx'
import { Table } from '../web/components/table.tsx'
import { TileMap } from '../web/components/tile-map.tsx'
import { byCounty, byPart, type Counted, type Largest, largestOf } from './period-rules.ts'
import { periodWords } from './period-words.ts'

/** A publication with what the page shows of it. `size`: of the file with all of its figures, in bytes. */
export type ShownPeriod = {
  publication: Publication
  figures: readonly Figure[]
  places: readonly PlaceName[]
  size: number
  /** What was told of the country after it was closed. */
  corrections: readonly Told[]
}

export type Part = { language: Language; shown: ShownPeriod }

const shownCount = (language: Language, count: number | null) =>
  count === null ? (
    <>
      <span aria-hidden="true">–</span>
      <span class="vh">{periodWords[language].hiddenShort}</span>
    </>
  ) : (
    formatNumber(language, count)
  )

const Caption = ({ finding, summary }: { finding: string; summary: string }) => (
  <figcaption>
    <h3>{finding}</h3>
    <p>{summary}</p>
  </figcaption>
)

const sayLargest = <Row,>(
  largest: Largest<Row & { count: number | null }> | null,
  nameOf: (row: Row) => string,
  say: (most: { name: string; count: number; isAmongShown: boolean }) => string,
  none: string,
) => (largest ? say({ ...largest, name: nameOf(largest.row) }) : none)

/** Tickets of the counties, as a map beside its table. */
export const Counties = ({ language, shown: { publication, figures, places } }: Part) => {
  const t = periodWords[language]
  const { period } = publication
  const rows = byCounty({ period, figures }, places)
  if (rows.length === 0) return null
  const nameOf = ({ place: { nameFi, nameSv } }: { place: PlaceName }) =>
    language === 'sv' ? (nameSv ?? nameFi) : nameFi
  const finding = sayLargest(largestOf(rows), nameOf, t.countyFinding, t.noCounty)
  const summary = t.countySummary(periodName(language, period))
  return (
    <figure>
      <Caption finding={finding} summary={summary} />
      <div class="halves">
        <div>
          <TileMap id="counties" language={language} title={finding} summary={summary} tiles={rows} />
        </div>
        <Table
          id="counties-table"
          shape="scroll"
          caption={t.county}
          empty={t.noCounty}
          rows={rows}
          columns={[
            { label: t.county, header: true, cell: (row) => `${nameOf(row)} (${row.short})` },
            { label: t.tickets, number: true, cell: ({ count }) => shownCount(language, count) },
          ]}
        />
      </div>
    </figure>
  )
}

type BarsProps = {
  language: Language
  division: Division
  rows: readonly Counted<string>[]
  head: string
  unit: string
  finding: string
  summary: string
  none: string
}

/** Bars in the cells of their own table: on a phone the numbers and the drawing fit side by side. */
const Bars = ({ language, division, rows, head, unit, finding, summary, none }: BarsProps) => {
  if (rows.length === 0) return null
  const largest = Math.max(0, ...rows.map(({ count }) => count ?? 0))
  return (
    <figure>
      <Caption finding={finding} summary={summary} />
      <Table
        id={`by-${division}`}
        shape="scroll"
        caption={head}
        empty={none}
        rows={rows}
        columns={[
          { label: head, header: true, cell: ({ key }) => partName(language, division, key) },
          { label: unit, number: true, cell: ({ count }) => shownCount(language, count) },
          {
            label: periodWords[language].bar,
            cell: ({ count }) => (count ? <CellBar value={count} max={largest} /> : ''),
          },
        ]}
      />
    </figure>
  )
}

/** Tickets by field, and cards by age: of a quarter those that are valid, of a year those that were registered. */
export const Divided = ({ language, shown: { publication, figures } }: Part) => {
  const t = periodWords[language]
  const period = periodName(language, publication.period)
  const read = { period: publication.period, figures }
  const fields = byPart(read, 'tickets', 'category')
  const whose = isTold(publication.period, 'valid', 'age', 'country') ? 'valid' : 'registered'
  const ages = byPart(read, whose, 'age')
  const nameOf = (division: Division) => (row: { key: string }) => partName(language, division, row.key)
  const known = ages.filter(({ key }) => key !== 'unknown')
  return (
    <div class="halves">
      <Bars
        {...{ language, division: 'category', rows: fields, head: t.field, unit: t.tickets, none: t.noField }}
        finding={sayLargest(largestOf(fields), nameOf('category'), t.fieldFinding, t.noField)}
        summary={t.fieldSummary(period)}
      />
      <Bars
        {...{ language, division: 'age', rows: ages, head: t.age, unit: t.cards, none: t.noAge }}
        finding={sayLargest(largestOf(known), nameOf('age'), t.ageFindings[whose], t.noAge)}
        summary={t.ageSummaries[whose](period)}
      />
    </div>
  )
}
