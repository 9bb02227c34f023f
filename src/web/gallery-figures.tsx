import { monthName } from '../i18n/common-words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { CellBar, type ChartData } from './components/chart.tsx'
import { ChartFigure } from './components/chart-figure.tsx'
import { Kpis } from './components/kpis.tsx'
import { Table } from './components/table.tsx'
import { TileMap } from './components/tile-map.tsx'
import type { GalleryWords } from './gallery-words.ts'

const adults = [6_000, 6_420, 6_840, 7_260, 7_680, 8_100, 8_520, 8_940]
const children = [1_200, 1_360, 1_520, 1_680, 1_840, 2_000, 2_160, 2_320]
const tiles = [41_560, 8_320, 1_512, 0, null].map((count, index) => ({
  ...{ short: `T${index + 1}`, col: index % 3, row: Math.floor(index / 3), count },
}))
const byMonth = [41, 38, 52, 47, 33, 12, null, 58, 96, 71, 64, 29]

/** The numbers behind a chart, one row a period. */
const Numbers = (props: {
  id: string
  language: Language
  caption: string
  first: string
  data: ChartData
  empty: string
}) => {
  const { id, language, caption, first, data, empty } = props
  return (
    <Table
      id={id}
      shape="scroll"
      caption={caption}
      empty={empty}
      rows={data.categories.map((category, index) => ({ ...category, index }))}
      columns={[
        { label: first, header: true, cell: ({ label, group }) => (group ? `${label} ${group}` : label) },
        ...data.series.map(({ name, values }) => ({
          label: name,
          number: true,
          cell: ({ index }: { index: number }) =>
            values[index] == null ? '–' : formatNumber(language, values[index]),
        })),
      ]}
    />
  )
}

/** Figures and charts: two series, one with a hidden value, four series, none at all, and bars in a table. */
export const GalleryFigures = ({ language, t }: { language: Language; t: GalleryWords }) => {
  const quarters: ChartData = {
    categories: adults.map((_, index) => ({
      label: `${(index % 4) + 1}/4`,
      group: index < 4 ? '2024' : '2025',
    })),
    series: [
      { name: t.adults, values: adults },
      { name: t.kids, values: children },
    ],
  }
  const months: ChartData = {
    categories: byMonth.map((_, index) => ({ label: monthName(language, index + 1) })),
    series: [{ name: t.cards, values: byMonth }],
  }
  const fields: ChartData = {
    categories: [2021, 2022, 2023, 2024, 2025].map((year) => ({ label: String(year) })),
    series: t.kinds.map((name, kind) => ({
      name,
      values: [0, 1, 2, 3, 4].map(
        (year) => [2_900, 700, 300, 4_800][kind]! + year * [420, 90, 40, 1_300][kind]!,
      ),
    })),
  }
  const nothing: ChartData = { categories: [], series: [{ name: t.cards, values: [] }] }
  const charts = [
    {
      id: 'quarters',
      data: quarters,
      finding: t.finding,
      summary: t.summary,
      first: t.quarter,
      caption: t.summary,
    },
    {
      id: 'months',
      data: months,
      finding: t.byMonth,
      summary: t.byMonthSummary,
      first: t.month,
      caption: t.byMonthSummary,
    },
    {
      id: 'fields',
      data: fields,
      finding: t.byKind,
      summary: t.byKindSummary,
      first: t.year,
      caption: t.byKindNumbers,
    },
    {
      id: 'nothing',
      data: nothing,
      finding: t.none,
      summary: t.byMonthSummary,
      first: t.month,
      caption: t.none,
    },
  ]
  return (
    <>
      <h2>{t.parts.figures}</h2>
      <Kpis
        figures={[41_560, 8_320, 17_512, 452].map((value, index) => ({
          label: t.figures[index]!,
          value: formatNumber(language, value),
        }))}
      />
      <Kpis figures={[{ label: t.longWord, value: '–', note: t.longWord }]} />
      {charts.map(({ id, data, finding, summary, first, caption }) => (
        <ChartFigure
          id={id}
          language={language}
          finding={finding}
          summary={summary}
          data={data}
          downloads={[{ label: 'CSV', href: `/${language}/gallery` }]}
          table={
            <Numbers
              id={`${id}-table`}
              language={language}
              caption={caption}
              first={first}
              data={data}
              empty={t.none}
            />
          }
        />
      ))}
      <TileMap id="tiles" language={language} title={t.byKind} summary={t.byKindSummary} tiles={tiles} />
      <Table
        id="bars"
        shape="scroll"
        caption={t.venues[0]![0]!}
        empty={t.none}
        rows={[4_210, 1_890, 380, 25].map((value, index) => ({ name: t.kinds[index]!, value }))}
        columns={[
          { label: t.parts.card, header: true, cell: ({ name }) => name },
          { label: t.total, number: true, cell: ({ value }) => formatNumber(language, value) },
          { label: t.parts.figures, cell: ({ value }) => <CellBar value={value} max={4_210} /> },
        ]}
      />
    </>
  )
}
