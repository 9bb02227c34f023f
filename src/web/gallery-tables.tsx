import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { CodeEnd } from './components/code.tsx'
import { type Column, Table } from './components/table.tsx'
import { Tag, type TagKind } from './components/tag.tsx'
import type { GalleryWords } from './gallery-words.ts'

type CardRow = { lastFour: string; registered: string; state: TagKind; children: number }

const cards: readonly CardRow[] = [
  { lastFour: '9D4F', registered: '2026-03-15', state: 'ok', children: 2 },
  { lastFour: 'K7PQ', registered: '2026-02-02', state: 'wait', children: 0 },
  { lastFour: 'X2MN', registered: '2025-01-20', state: 'no', children: 11 },
  { lastFour: 'B8ZT', registered: '2024-11-30', state: 'off', children: 1 },
]

const years = [
  { year: '2023', counts: [4_210, 380, null, 6_950] },
  { year: '2024', counts: [5_120, 415, 12, 9_480] },
  { year: '2025', counts: [5_870, 433, 25, 12_310] },
]

/** The three shapes of a table, filled and empty. */
export const GalleryTables = ({ language, t }: { language: Language; t: GalleryWords }) => {
  const number = (value: number) => formatNumber(language, value)
  const cardColumns: Column<CardRow>[] = [
    { label: t.columns.card, header: true, cell: ({ lastFour }) => <CodeEnd lastFour={lastFour} /> },
    { label: t.columns.registered, cell: ({ registered }) => formatDay(language, registered) },
    { label: t.columns.state, cell: ({ state }) => <Tag kind={state}>{t.states[state]}</Tag> },
    { label: t.columns.children, number: true, cell: ({ children }) => number(children) },
  ]
  const yearColumns: Column<(typeof years)[number]>[] = [
    { label: t.year, header: true, cell: ({ year }) => year },
    ...t.kinds.map((label, index) => ({
      label,
      number: true,
      cell: ({ counts }: (typeof years)[number]) => (counts[index] === null ? '–' : number(counts[index]!)),
    })),
    {
      label: t.total,
      number: true,
      cell: ({ counts }) => number(counts.reduce<number>((sum, n) => sum + (n ?? 0), 0)),
    },
  ]
  return (
    <>
      <h2>{t.parts.tables}</h2>
      <Table
        id="cards"
        shape="stack"
        caption={t.cards}
        columns={cardColumns}
        rows={cards}
        empty={t.noCards}
      />
      <Table
        id="no-cards"
        shape="stack"
        caption={t.cards}
        columns={cardColumns}
        rows={[]}
        empty={t.noCards}
      />
      <Table id="years" shape="scroll" caption={t.yearly} columns={yearColumns} rows={years} empty={t.none} />
      <Table id="some" caption={t.yearly} columns={yearColumns.slice(0, 2)} rows={years} empty={t.none} />
      <Table id="none" caption={t.yearly} columns={yearColumns.slice(0, 2)} rows={[]} empty={t.none} />
    </>
  )
}
