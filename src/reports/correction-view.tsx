import { correctionLines, correctionNotes, correctionWords } from '../publications/correction-words.ts'
import { Table } from '../web/components/table.tsx'
import type { Report } from './report-shape.ts'

/** What came after the period was closed, and who tells it; nothing while nothing is told. */
export const Corrections = ({ report: { language, corrections, place } }: { report: Report }) => {
  const lines = correctionLines(language, corrections)
  if (lines.length === 0) return null
  const t = correctionWords[language]
  return (
    <>
      <Table
        id="corrections"
        shape="stack"
        caption={t.title}
        empty={t.none}
        rows={lines}
        columns={[
          { label: t.figure, header: true, cell: ({ figure }) => figure },
          { label: t.period, cell: ({ period }) => period },
          { label: t.added, number: true, cell: ({ added }) => added },
          { label: t.removed, number: true, cell: ({ removed }) => removed },
          { label: t.told, cell: ({ told }) => told },
        ]}
      />
      <p class="hint">{correctionNotes(language, place.level, corrections)}</p>
    </>
  )
}
